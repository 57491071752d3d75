// Every kind of write is done on a disk that is full from its first change on, then from its second, and so on until it
// goes through; what is refused changed nothing, what was acknowledged is there, and work goes on.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type ChildCore, CoreGone, Refused, startChildCore } from './child-core.ts'
import { type Dice, dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'
import { type ActName, acts, makeReady, prepare } from './journey/acts.ts'
import { Colleague, SHARED } from './journey/colleague.ts'
import { encryptedFaults, wordOf } from './journey/encrypted-faults.ts'
import { COPIES } from './journey/journey.ts'
import { difference, Ledger, type State } from './journey/ledger.ts'
import { settle } from './journey/office.ts'
import { seen } from './journey/seen.ts'
import { brokenDocuments, storedFaults } from './journey/stored-faults.ts'

/** How the disk is made full. */
export type FullDisk = {
  /** The step-th narrowest; the first one leaves nothing. */
  narrow(step: number): void
  /** There is room again. */
  widen(): void
}

export type FullReport = {
  /** How often a disk was made full. */
  faults: number
  /** Of those, how often something was refused. */
  refused: number
  acknowledged: number
  /** Faults after which something acknowledged was missing, or something refused was there. Must be 0. */
  lost: number
  /** Steps until each kind of write went through. */
  steps: Record<string, number>
  /** Everything that was wrong, in words. */
  wrong: string[]
}

export type FullOptions = {
  seed: number
  only?: readonly ActName[]
  /** Which step comes after this one: the finer, the more. */
  next: (step: number) => number
  /** The planted defect: what was refused is taken for acknowledged. A walk that finds nothing wrong with it is blind. */
  control?: boolean
  say?: (line: string) => void
}

/** Steps of one act at most: one that never goes through is at fault itself. */
const MOST_STEPS = 4_000
/** After how many steps the core is killed and opened again. */
const PER_CORE = 40

/** @param start starts a core on `root`/data. */
export async function fillDisk(
  root: string,
  start: () => ChildCore,
  disk: FullDisk,
  options: FullOptions,
): Promise<FullReport> {
  const report: FullReport = { faults: 0, refused: 0, acknowledged: 0, lost: 0, steps: {}, wrong: [] }
  for (const folder of ['out', SHARED, COPIES]) mkdirSync(join(root, folder), { recursive: true })
  const walk = new Walk(root, start, disk, options, report)
  try {
    await walk.open()
    for (const name of options.only ?? (Object.keys(acts) as ActName[])) {
      await walk.through(name)
      options.say?.(
        `${name}: ${report.steps[name]} steps, ${report.refused} refusals so far, ${report.lost} losses`,
      )
    }
    await walk.end()
  } finally {
    await walk.stop()
  }
  return report
}

class Walk {
  readonly #root: string
  readonly #start: () => ChildCore
  readonly #disk: FullDisk
  readonly #options: FullOptions
  readonly #report: FullReport
  readonly #dice: Dice
  readonly #backups = new Map<string, State>()
  /** Its disk is not full, where each desk has one of its own. */
  readonly #colleague: Colleague
  #core: ChildCore
  #ledger = new Ledger({}, () => 0)
  #ids: Awaited<ReturnType<typeof prepare>> | undefined

  constructor(
    root: string,
    start: () => ChildCore,
    disk: FullDisk,
    options: FullOptions,
    report: FullReport,
  ) {
    this.#root = root
    this.#start = start
    this.#disk = disk
    this.#options = options
    this.#report = report
    this.#dice = dice(options.seed)
    this.#colleague = new Colleague(root, startChildCore)
    this.#core = start()
  }

  async open(): Promise<void> {
    await this.#core.opened
    this.#ledger = await this.#fresh()
    this.#ids ??= await prepare(this.#journey())
  }

  /** One kind of write, on a disk that has a little more room each time, until it goes through. */
  async through(name: ActName): Promise<void> {
    const ids = this.#ids
    if (ids === undefined) throw new Error('not opened')
    for (let step = 0, count = 1; ; step = this.#options.next(step), count += 1) {
      if (count > MOST_STEPS) throw new Error(`${name} never goes through`)
      await makeReady(name, { ...this.#journey(), ...ids })
      this.#disk.narrow(step)
      this.#report.faults += 1
      const said = await this.#attempt(() => acts[name]({ ...this.#journey(), ...ids }))
      // Data that are there can be read all the same; after a restore, which closes the data, once they can be opened again.
      const isRead = await this.#attempt(() => this.#core.call('meetings.list', { year: null }))
      this.#disk.widen()
      if (isRead !== 'done' && name !== 'restore')
        this.#report.wrong.push(`${name}, step ${step}: reading was refused (${isRead})`)
      if (said !== 'done') this.#report.refused += 1
      if (!['done', 'disk-full'].includes(said)) this.#report.wrong.push(`${name}, step ${step}: ${said}`)
      await this.#judge(`${name}, step ${step} (${said})`)
      if (count % PER_CORE === 0 || said === 'gone') await this.#restart(`${name}, step ${step}, killed`)
      this.#report.steps[name] = count
      if (said === 'done') return
    }
  }

  async end(): Promise<void> {
    await this.#restart('at the end')
    this.#report.acknowledged += this.#ledger.acknowledged
    await this.#core.close()
  }

  stop(): Promise<void> {
    return this.#colleague.stop()
  }

  /** Its result: "done", the code of a refusal, or "gone". */
  async #attempt(work: () => Promise<unknown>): Promise<string> {
    const before = this.#ledger.steps.length
    try {
      await work()
      return 'done'
    } catch (thrown) {
      if (thrown instanceof CoreGone) return 'gone'
      if (!(thrown instanceof Refused)) throw thrown
      if (this.#options.control === true && before === this.#ledger.steps.length)
        this.#ledger.steps.push({
          kind: 'never done',
          state: { ...this.#ledger.now, people: 'never done' },
          word: null,
          sentAt: 0,
          acknowledgedAt: 0,
        })
      return thrown.code
    }
  }

  async #judge(when: string): Promise<void> {
    await settle(this.#core, () => this.#colleague.desk())
    const found = await seen(this.#core)
    const { states } = this.#ledger.possible()
    if (!states.some((state) => isDeepStrictEqual(state, found))) {
      this.#report.lost += 1
      this.#report.wrong.push(`${when}: ${difference(this.#ledger.now, found)}`)
      // The next step starts from what is there.
      await this.#renew()
    }
    const left = ['out', 'data/pieces', 'data/sauvegardes', SHARED, COPIES, `${COPIES}/pieces`]
      .flatMap((folder) => this.#list(folder))
      .filter((path) => path.endsWith('.tmp'))
    if (left.length > 0) this.#report.wrong.push(`${when}: half written, ${left.join(', ')}`)
  }

  async #restart(when: string): Promise<void> {
    await this.#core.kill()
    this.#core = this.#start()
    await this.#core.opened
    await this.#judge(when)
    const data = join(this.#root, 'data')
    for (const fault of [
      ...fileFaults(data),
      ...storedFaults(data),
      ...brokenDocuments(join(this.#root, 'out')),
      ...(await encryptedFaults(this.#root, this.#ledger.possible().words)),
    ])
      this.#report.wrong.push(`${when}: ${fault}`)
    await this.#renew()
  }

  async #renew(): Promise<void> {
    this.#report.acknowledged += this.#ledger.acknowledged
    this.#ledger = await this.#fresh()
  }

  async #fresh(): Promise<Ledger> {
    return new Ledger(await seen(this.#core), () => 0, await wordOf(join(this.#root, 'data')))
  }

  #list(folder: string): string[] {
    try {
      return readdirSync(join(this.#root, folder)).map((name) => `${folder}/${name}`)
    } catch {
      return []
    }
  }

  #journey() {
    return {
      core: this.#core,
      ledger: this.#ledger,
      dice: this.#dice,
      root: this.#root,
      backups: this.#backups,
      colleague: this.#colleague,
    }
  }
}
