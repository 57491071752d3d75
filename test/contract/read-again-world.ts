import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CoreEvent, contract, type Input, type Method } from '../../electron/contract/index.ts'
import { readKey } from '../../electron/contract/read-key.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { makeTenYears, sampleOf } from '../perf/core-bench.ts'
import { inputs } from '../perf/core-methods.ts'
import { takeOne } from '../perf/delivery-bench.ts'
import type { Call, Sample, Timed } from '../perf/method-inputs.ts'
import { takeOldFiles } from '../perf/old-files-methods.ts'

/** The effect of one act on the reads that a window may show. */
export type Outcome = {
  /** Read again because the core said so. */
  readonly named: readonly string[]
  readonly changed: readonly string[]
  /** Changed, and the core did not say so. */
  readonly missed: readonly string[]
}

type Shown = { readonly method: Method; readonly input: unknown; readonly key: string; value: string }

/** Reads named for one that changed: measured 1.9 over all writes. */
export const MOST_BEYOND_NEED = 2

export const methodsOf = (kind: string) =>
  (Object.keys(contract) as Method[]).filter((method) => contract[method].kind === kind)

/** A part of all writes of the contract, as each takes its time. @param part from 0 */
export function writesOfPart(part: number, parts: number): Timed[] {
  const all = methodsOf('write') as Timed[]
  const size = Math.ceil(all.length / parts)
  return all.slice(part * size, (part + 1) * size)
}

/** A window that shows every read at once, on the ten-year sample. */
export class ReadAgainWorld {
  readonly #folder: string
  readonly #jobs: ReturnType<typeof forkRunner>
  readonly #shown = new Map<string, Shown>()
  readonly core: Core
  #named: Set<string> | 'all' = new Set()
  sample: Sample
  call: Call

  private constructor(folder: string, jobs: ReturnType<typeof forkRunner>, core: Core, sample: Sample) {
    this.#folder = folder
    this.#jobs = jobs
    this.core = core
    this.sample = sample
    this.call = sample.call
  }

  static async open(): Promise<ReadAgainWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'seances-reads-'))
    makeTenYears(folder)
    const jobs = forkRunner(entryOf('job'))
    const told: ((event: CoreEvent) => void)[] = []
    const core = await openCore({
      dataFolder: folder,
      who: 'essai',
      runJob: jobs.run,
      emit: (event) => {
        for (const tell of told) tell(event)
      },
      log: () => undefined,
    })
    await takeOne(core)
    await takeOldFiles(core, folder, 1)
    const world = new ReadAgainWorld(folder, jobs, core, await sampleOf(core, folder))
    told.push((event) => world.#heard(event))
    return world
  }

  async close(): Promise<void> {
    await this.core.close()
    this.#jobs.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #heard(event: CoreEvent): void {
    if (event.topic !== 'changed') return
    if (event.reads === 'all' || this.#named === 'all') this.#named = 'all'
    else for (const key of [...event.reads, ...event.later]) this.#named.add(key)
  }

  /** Shows each read with inputs that are drawn, and for the two meetings that people work on. */
  async show(runs = 1): Promise<number> {
    const { next, written } = this.sample
    for (const method of methodsOf('read'))
      for (let run = 0; run < runs; run += 1) {
        const input = (await inputs[method as Timed](this.sample, run)) as Record<string, unknown>
        const isOfMeeting = 'meetingId' in input && !method.startsWith('imports.')
        const variants = isOfMeeting ? [next, written].map((meetingId) => ({ ...input, meetingId })) : []
        const meetings = method === 'meetings.get' ? [next, written].map((id) => ({ id })) : []
        for (const one of [input, ...variants, ...meetings]) await this.#showOne(method, one)
      }
    return this.#shown.size
  }

  async #showOne(method: Method, input: unknown): Promise<void> {
    const key = readKey(method, input)
    if (key === null || this.#shown.has(key)) return
    this.#shown.set(key, { method, input, key, value: await this.#read(method, input) })
  }

  async #read(method: Method, input: unknown): Promise<string> {
    const envelope = await this.core.callUntyped(method, input)
    return JSON.stringify(envelope.ok ? envelope.value : { failed: envelope.error.code })
  }

  /** Reads everything anew. */
  async readAll(): Promise<void> {
    await settled()
    this.#named = 'all'
    await this.refresh()
  }

  /** Reads again what the core named, as the window does. */
  async refresh(): Promise<void> {
    await settled()
    const named = this.#named
    this.#named = new Set()
    for (const shown of this.#shown.values())
      if (named === 'all' || named.has(shown.key)) shown.value = await this.#read(shown.method, shown.input)
  }

  /** Does something, then reads everything, named or not. */
  async watch(act: () => Promise<unknown>): Promise<Outcome> {
    await this.refresh()
    await act()
    await settled()
    const all = this.#named
    this.#named = new Set()
    const named: string[] = []
    const changed: string[] = []
    const missed: string[] = []
    for (const shown of this.#shown.values()) {
      const value = await this.#read(shown.method, shown.input)
      const isNamed = all === 'all' || all.has(shown.key)
      if (isNamed) named.push(shown.key)
      if (value === shown.value) continue
      changed.push(shown.key)
      if (!isNamed) missed.push(shown.key)
      shown.value = value
    }
    return { named, changed, missed }
  }

  /** Writes of the contract, one after another; what of them changed unnamed, and how many reads were named and changed. */
  async writes(methods: readonly Timed[]): Promise<{ missed: string[]; named: number; changed: number }> {
    const all = { missed: [] as string[], named: 0, changed: 0 }
    for (const method of methods) {
      const { missed, named, changed } = await this.write(method)
      all.missed.push(...missed.map((read) => `${method} changes ${read}`))
      all.named += named.length
      all.changed += changed.length
    }
    return all
  }

  /** One write of the contract, taken back afterwards. */
  async write(method: Timed): Promise<Outcome> {
    const before = await this.#lastDone()
    const input = (await inputs[method](this.sample, 1)) as Input<Timed>
    const outcome = await this.watch(() => this.call(method, input))
    while ((await this.#lastDone()) > before) await this.call('history.undo', {})
    return outcome
  }

  async #lastDone(): Promise<number> {
    return (await this.call('history.state', {})).undo?.seq ?? 0
  }
}

/** Some events follow the answer. */
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
