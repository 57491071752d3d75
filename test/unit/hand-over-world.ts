// A world of two desks and one folder in memory, for the steps of a hand-over: data are sets of writes, copies are
// snapshots, and each step may be the last one before the machine stops.
import { AppError } from '../../electron/contract/errors.ts'
import {
  type CopyRef,
  type Machine,
  type Seen,
  type SharedWriter,
  stillWriter,
  Writer,
} from '../../electron/domain/data/hand-over.ts'
import type { HandOverActs } from '../../electron/features/backups/hand-over/steps.ts'

type Profile = 'shared' | 'other'
type Snapshot = { profile: Profile; writes: ReadonlySet<number>; generation: number }

/** Faults of planted worlds. */
export type Faults = {
  /** A desk that goes on writing until its shared writer lies there. */
  writesWhileGiving?: boolean
  /** Marks of a generation that several desks may make. */
  sharedMarks?: boolean
  /** Data replaced without a backup of what was there. */
  forgetsBackups?: boolean
  /** Waited for before each step. */
  between?: () => Promise<unknown>
}

const since = '2026-11-24T08:00:00.000Z'
const profileIds = {
  shared: '01900000-0000-7000-8000-00000000000a',
  other: '01900000-0000-7000-8000-00000000000b',
} as const
const profileOf = (id: string): Profile => (id === profileIds.shared ? 'shared' : 'other')

export class World {
  readonly desks: readonly [Desk, Desk]
  readonly acknowledged: number[] = []
  sharedWriter: SharedWriter | 'none' | 'unreadable' = 'none'
  readonly marks = new Map<number, { machineId: string; profileId: string }>()
  readonly copies = new Map<string, Snapshot>()
  between: (() => Promise<unknown>) | undefined
  readonly faults: Faults
  isAway = false
  /** Copies made since are still being synchronised. */
  isLate = false
  readonly late = new Set<string>()

  constructor(faults: Faults) {
    this.faults = faults
    this.between = faults.between
    this.desks = [new Desk(this, 1, 'shared'), new Desk(this, 2, 'other')]
  }

  turn(to: 'away' | 'back' | 'late' | 'arrived' | 'garbled'): void {
    if (to === 'away' || to === 'back') this.isAway = to === 'away'
    else if (to === 'garbled') this.sharedWriter = this.sharedWriter === 'none' ? 'none' : 'unreadable'
    else {
      this.isLate = to === 'late'
      if (to === 'arrived') this.late.clear()
    }
  }

  everywhere(): number[] {
    return [
      ...this.desks.flatMap(({ data, backups }) => [...data, ...backups.flatMap((backup) => [...backup])]),
      ...[...this.copies.values()].flatMap(({ writes }) => [...writes]),
    ]
  }
}

export function makeWorld(faults: Faults): World {
  return new World(faults)
}

export class Desk {
  readonly stop = new Error('the machine stops')
  readonly me: Machine
  readonly backups: ReadonlySet<number>[] = []
  data: Set<number> = new Set()
  dataProfile: Profile
  generation = 0
  writer: Writer
  readonly #world: World

  constructor(world: World, number: number, profile: Profile) {
    this.#world = world
    this.me = { id: `01900000-0000-7000-8000-00000000000${number}`, name: `Poste ${number}` }
    this.dataProfile = profile
    this.writer = stillWriter(
      { profileId: profileIds[profile], generation: 0, state: 'mine', copy: null },
      since,
    )
  }

  /** A write of the shared data, acknowledged when the desk may write. */
  write(): void {
    const writesOn = this.#world.faults.writesWhileGiving === true && this.writer.state === 'giving'
    if ((this.writer.state !== 'mine' && !writesOn) || this.dataProfile !== 'shared') return
    const write = this.#world.acknowledged.length
    this.data.add(write)
    this.#world.acknowledged.push(write)
  }

  /** As `readWriter` does at opening: other data than those it speaks of are this desk's own. */
  start(): void {
    const own = profileIds[this.dataProfile]
    if (this.writer.profileId !== own && this.writer.former === null)
      this.writer = stillWriter(
        { profileId: own, generation: this.generation, state: 'mine', copy: null },
        since,
      )
    if (this.writer.state === 'mine') this.generation = this.writer.generation
  }

  /** The acts of this desk; `stopAfter`: how many of its steps are done before the machine stops. */
  actsUntil(stopAfter: number | null): HandOverActs {
    const world = this.#world
    let left = stopAfter ?? Number.POSITIVE_INFINITY
    const step = async <T>(work: () => T): Promise<T> => {
      await world.between?.()
      if (left === 0) throw this.stop
      left -= 1
      return work()
    }
    const inFolder = <T>(work: () => T) =>
      step(() => {
        if (world.isAway) throw new AppError('folder-unreachable')
        return work()
      })
    return {
      me: this.me,
      now: () => since,
      writer: () => this.writer,
      setWriter: (writer) =>
        step(() => {
          if (writer.state === 'mine') this.generation = writer.generation
          // As its file gives it back after a stop.
          this.writer = Writer.parse(JSON.parse(JSON.stringify(writer)))
        }),
      look: () => inFolder(() => this.#seen()),
      claim: (generation, profileId) =>
        inFolder(() => {
          const known = world.marks.get(generation)
          if (known !== undefined && world.faults.sharedMarks !== true) return known.machineId === this.me.id
          world.marks.set(generation, { machineId: this.me.id, profileId })
          return true
        }),
      writeSharedWriter: (words) =>
        inFolder(() => {
          world.sharedWriter = {
            kind: 'seances-inp/passation',
            readMe: '',
            ...{ ...words, machine: this.me, who: '', since },
          }
        }),
      makeCopy: () => inFolder(() => this.#copy()),
      hasCopy: (copy) => inFolder(() => world.copies.has(copy.file) && !world.late.has(copy.file)),
      takeData: (copy) => inFolder(() => this.#replace(copy)),
      newerCopy: (profileId) => inFolder(() => this.#newer(profileId)),
      setAside: () => inFolder(() => undefined),
    }
  }

  #seen(): Seen {
    const generation = Math.max(0, ...this.#world.marks.keys())
    const mark = this.#world.marks.get(generation)
    return {
      sharedWriter: this.#world.sharedWriter,
      claim: mark === undefined ? null : { generation, ...mark },
    }
  }

  #copy(): CopyRef {
    const world = this.#world
    const file = `copie-${world.copies.size}`
    world.copies.set(file, {
      profile: this.dataProfile,
      writes: new Set(this.data),
      generation: this.generation,
    })
    if (world.isLate) world.late.add(file)
    return { file, sha256: shaOf(file), sizeBytes: this.data.size }
  }

  #replace({ file }: CopyRef): void {
    const copy = this.#world.copies.get(file)
    if (copy === undefined || this.#world.late.has(file)) throw new AppError('copy-not-arrived')
    if (this.#world.faults.forgetsBackups !== true) this.backups.push(this.data)
    this.data = new Set(copy.writes)
    this.dataProfile = copy.profile
    this.generation = copy.generation
  }

  #newer(profileId: string | null): { copy: CopyRef; profileId: string } | null {
    const rank = ({ generation, writes }: Snapshot) => generation * 1_000 + writes.size
    const own = { profile: this.dataProfile, generation: this.generation, writes: this.data }
    const [newest] = [...this.#world.copies]
      .filter(
        ([file, copy]) =>
          !this.#world.late.has(file) && (profileId === null || copy.profile === profileOf(profileId)),
      )
      .sort(([, a], [, b]) => rank(b) - rank(a))
    if (newest === undefined) return null
    const [file, copy] = newest
    if (copy.profile === this.dataProfile && rank(copy) <= rank(own)) return null
    return {
      copy: { file, sha256: shaOf(file), sizeBytes: copy.writes.size },
      profileId: profileIds[copy.profile],
    }
  }
}

/** A hash of the right form, one for each name. */
function shaOf(file: string): string {
  return file.replace(/\D/g, '').padStart(64, '0')
}
