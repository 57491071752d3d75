// The core process dies by SIGKILL at a random moment of each kind of write in turn; opened again, it must hold every
// change it acknowledged, whole, and kept bytes, documents and backups whole or not at all.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { killArrival } from './arrivals.ts'
import { type ChildCore, CoreGone, startChildCore } from './child-core.ts'
import { type Dice, dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'
import { type ActName, acts, makeReady, perform, prepare } from './journey/acts.ts'
import { Colleague, SHARED } from './journey/colleague.ts'
import { encryptedFaults, wordOf } from './journey/encrypted-faults.ts'
import { COPIES, type Journey } from './journey/journey.ts'
import { difference, Ledger, type State } from './journey/ledger.ts'
import { settle, Unsettled } from './journey/office.ts'
import { OLD_ITEMS, writeOldData } from './journey/old-data.ts'
import { seen } from './journey/seen.ts'
import { brokenDocuments, storedFaults } from './journey/stored-faults.ts'
import { killMoving } from './movings.ts'

export type EveryWriteReport = {
  kills: number
  acknowledged: number
  /** Kills after which something acknowledged was missing. Must be 0; of the control, more than 0. */
  lost: number
  /** How many kills fell within each kind of write; of a migration, an arrival or a moving, within the whole of it. */
  kinds: Record<string, number>
  /** Everything that was wrong, in words, with its run. */
  faults: string[]
}

export type EveryWriteOptions = {
  runs: number
  seed: number
  /** Only these kinds of write. */
  only?: readonly ActName[]
  /** The planted defect: acknowledges before it commits. */
  control?: boolean
  say?: (line: string) => void
}

/** Kills in one folder; then a fresh one, so that what is read after each kill stays small. */
const PER_FOLDER = 24
/** Of the control: writes that are a transaction and nothing else. */
const plainWrites: readonly ActName[] = ['type', 'decide', 'addItem', 'line']
const earlyCommit = fileURLToPath(new URL('./early-commit.ts', import.meta.url))

export async function killEveryWrite(options: EveryWriteOptions): Promise<EveryWriteReport> {
  const thrown = dice(options.seed)
  const report: EveryWriteReport = { kills: 0, acknowledged: 0, lost: 0, kinds: {}, faults: [] }
  /** How long each act took last, so that the kill falls within the next one. */
  const took = new Map<ActName, number>()
  while (report.kills < options.runs) {
    const place = mkdtempSync(join(tmpdir(), 'seances-every-write-'))
    for (const folder of ['out', SHARED, COPIES]) mkdirSync(join(place, folder))
    const folder = new Folder(place, thrown, options, report, took)
    try {
      await folder.kill(Math.min(options.runs, report.kills + PER_FOLDER))
    } catch (thrownThere) {
      // Told as a fault; nothing more can be tried there.
      if (!(thrownThere instanceof Unsettled)) throw thrownThere
    } finally {
      await folder.stop()
      rmSync(place, { recursive: true, force: true })
    }
    options.say?.(
      `${report.kills} kills, ${report.acknowledged} changes acknowledged, ${report.lost} with a loss`,
    )
  }
  return report
}

class Folder {
  readonly #place: string
  readonly #data: string
  readonly #dice: Dice
  readonly #options: EveryWriteOptions
  readonly #report: EveryWriteReport
  readonly #took: Map<ActName, number>
  readonly #backups = new Map<string, State>()
  readonly #colleague: Colleague

  constructor(
    place: string,
    thrown: Dice,
    options: EveryWriteOptions,
    report: EveryWriteReport,
    took: Map<ActName, number>,
  ) {
    this.#place = place
    this.#data = join(place, 'data')
    this.#dice = thrown
    this.#options = options
    this.#report = report
    this.#took = took
    this.#colleague = new Colleague(place, startChildCore)
  }

  stop(): Promise<void> {
    return this.#colleague.stop()
  }

  async kill(until: number): Promise<void> {
    const isControl = this.#options.control === true
    if (!isControl) await this.#migration()
    if (!isControl) await this.#arrival()
    if (!isControl && this.#options.only === undefined) await this.#moving()
    let core = await this.#open()
    let ledger = await this.#ledger(core)
    const ids = await prepare(this.#start(core, ledger))
    const names = isControl ? plainWrites : (this.#options.only ?? (Object.keys(acts) as ActName[]))
    let turn: ActName[] = []
    while (this.#report.kills < until) {
      if (turn.length === 0) turn = names.toSorted(() => this.#dice.next() - 0.5)
      const name = turn.pop() ?? 'type'
      await this.#during(name, { ...this.#start(core, ledger), ...ids }, names, core)
      core = await this.#judge(ledger)
      ledger = await this.#ledger(core)
    }
    await core.kill()
  }

  /** Does the act, then others, until the kill that falls somewhere within it. */
  async #during(name: ActName, journey: Journey, names: readonly ActName[], core: ChildCore): Promise<void> {
    await makeReady(name, journey)
    const begun = performance.now()
    const typical = this.#took.get(name) ?? 400
    const killing = wait(this.#dice.next() * 1.2 * typical).then(() => core.kill())
    try {
      await acts[name](journey)
      this.#took.set(name, (typical + performance.now() - begun) / 2)
      for (;;) await perform(this.#dice.pick(names) ?? 'type', journey)
    } catch (thrown) {
      if (!(thrown instanceof CoreGone)) throw thrown
    }
    await killing
  }

  /** Left by a kill: opened again, now and then after an opening that was killed too. */
  async #judge(ledger: Ledger): Promise<ChildCore> {
    const report = this.#report
    report.kills += 1
    report.acknowledged += ledger.acknowledged
    const { states, words, kind } = ledger.possible()
    report.kinds[kind] = (report.kinds[kind] ?? 0) + 1
    if (this.#dice.next() < 0.15) await this.#killedOpening()
    const core = await this.#open()
    await this.#settle(core, `kill ${report.kills} (during ${kind})`)
    const found = await seen(core)
    const isThere = states.some((state) => isDeepStrictEqual(state, found))
    const absent = ledger.absent((path) => existsSync(join(this.#place, path)))
    const encrypted = await encryptedFaults(this.#place, words)
    if (!isThere || absent.length > 0 || encrypted.length > 0) report.lost += 1
    const wrong = [
      ...(isThere ? [] : [difference(states[0] ?? {}, found)]),
      ...absent,
      ...encrypted,
      ...fileFaults(this.#data),
      ...storedFaults(this.#data),
      ...brokenDocuments(join(this.#place, 'out')),
    ]
    if (wrong.length > 0)
      report.faults.push(`kill ${report.kills} (during ${kind}): ${wrong.slice(0, 3).join('; ')}`)
    return core
  }

  /** Whatever was cut short between two desks is led back; when it cannot be, that is a loss. */
  async #settle(core: ChildCore, when: string): Promise<void> {
    try {
      await settle(core, () => this.#colleague.desk())
    } catch (thrown) {
      this.#report.lost += 1
      this.#report.faults.push(`${when}: ${String(thrown)}`)
      await core.kill()
      throw new Unsettled(when)
    }
  }

  /** Data of the first version, killed while they are migrated; whatever the moment, they are migrated in the end. */
  async #migration(): Promise<void> {
    writeOldData(this.#data)
    for (const _ of [1, 2]) {
      await this.#killedOpening()
      this.#count('migration')
    }
    const core = await this.#open()
    const found = JSON.stringify(await seen(core))
    await core.kill()
    const wrong = [...storedFaults(this.#data), ...fileFaults(this.#data)]
    if (!OLD_ITEMS.every((title) => found.includes(title))) {
      this.#report.lost += 1
      wrong.push('the old data are not there')
    }
    if (wrong.length > 0)
      this.#report.faults.push(`kill ${this.#report.kills} (migration): ${wrong.join('; ')}`)
  }

  /** A desk that takes over the data of another for the first time, in a place of its own. */
  async #arrival(): Promise<void> {
    const { kind, wrong } = await killArrival(join(this.#place, 'arrival'), this.#dice)
    this.#count(kind)
    if (wrong.length === 0) return
    this.#report.lost += 1
    this.#report.faults.push(`kill ${this.#report.kills} (${kind}): ${wrong.join('; ')}`)
  }

  /** Data that are moved to another folder, in a place of their own. */
  async #moving(): Promise<void> {
    const { kills, wrong } = await killMoving(join(this.#place, 'moving'), this.#dice)
    for (let kill = 0; kill < kills; kill += 1) this.#count('moving of the data')
    if (wrong.length === 0) return
    this.#report.lost += 1
    this.#report.faults.push(`kill ${this.#report.kills} (moving of the data): ${wrong.join('; ')}`)
  }

  async #killedOpening(): Promise<void> {
    const opening = this.#spawn()
    await Promise.race([wait(this.#dice.below(2_000)), opening.opened.catch(() => undefined)])
    // Right after, the process does what an opening leaves for later.
    await wait(this.#dice.below(50))
    await opening.kill()
  }

  #count(kind: string): void {
    this.#report.kills += 1
    this.#report.kinds[kind] = (this.#report.kinds[kind] ?? 0) + 1
  }

  #spawn(): ChildCore {
    return startChildCore(this.#data, this.#options.control === true ? earlyCommit : undefined)
  }

  async #open(): Promise<ChildCore> {
    const core = this.#spawn()
    await core.opened
    return core
  }

  async #ledger(core: ChildCore): Promise<Ledger> {
    return new Ledger(await seen(core), () => 0, await wordOf(this.#data))
  }

  #start(core: ChildCore, ledger: Ledger) {
    return {
      ...{ core, ledger, dice: this.#dice, root: this.#place, backups: this.#backups },
      colleague: this.#colleague,
    }
  }
}
