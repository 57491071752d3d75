// The real application does every kind of write through its window's bridge, and it, or its core process alone, dies by
// SIGKILL within one of them; after the restart every change that the window saw acknowledged is there.
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { contract, type Input, type Method, type Output } from '../../electron/contract/index.ts'
import {
  type Application,
  answerOpenDialog,
  answerSaveDialog,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from '../e2e/application.ts'
import { killCore, killWhole } from './app-kills.ts'
import { CoreGone, Refused, startChildCore } from './child-core.ts'
import { type Dice, dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'
import { type ActName, acts, makeReady, perform, prepare } from './journey/acts.ts'
import { Colleague, SHARED } from './journey/colleague.ts'
import { encryptedFaults, wordOf } from './journey/encrypted-faults.ts'
import { COPIES, type Journey } from './journey/journey.ts'
import { difference, Ledger, type State } from './journey/ledger.ts'
import { settle } from './journey/office.ts'
import { seen } from './journey/seen.ts'
import { brokenDocuments, storedFaults } from './journey/stored-faults.ts'

export type AppWritesReport = {
  applications: number
  cores: number
  acknowledged: number
  /** Kills after which something acknowledged was missing. Must be 0. */
  lost: number
  kinds: Record<string, number>
  faults: string[]
}

/** Kills in one folder; then a fresh one, so that what is read after each kill stays small. */
const PER_FOLDER = 25

/** @param options.forgets control: takes one change back behind the campaign's eyes, which must then be found missing. */
export async function killApplicationsWriting(options: {
  runs: number
  seed: number
  /** Only these kinds of write. */
  only?: readonly ActName[]
  forgets?: boolean
  say?: (line: string) => void
}): Promise<AppWritesReport> {
  const thrown = dice(options.seed)
  const report: AppWritesReport = {
    applications: 0,
    cores: 0,
    acknowledged: 0,
    lost: 0,
    kinds: {},
    faults: [],
  }
  const took = new Map<ActName, number>()
  const kills = () => report.applications + report.cores
  while (kills() < options.runs) {
    await oneFolder(Math.min(options.runs, kills() + PER_FOLDER), { thrown, took }, report, options)
    options.say?.(`${kills()} kills, ${report.acknowledged} changes acknowledged, ${report.lost} with a loss`)
  }
  return report
}

async function oneFolder(
  until: number,
  { thrown, took }: { thrown: Dice; took: Map<ActName, number> },
  report: AppWritesReport,
  { only = Object.keys(acts) as ActName[], forgets }: { only?: readonly ActName[]; forgets?: boolean },
): Promise<void> {
  const root = freshFolder()
  for (const folder of ['out', SHARED, COPIES]) mkdirSync(join(root, folder))
  const colleague = new Colleague(root, startChildCore)
  const dataDir = join(root, 'data')
  let app = await startApplication({ dataDir })
  try {
    const backups = new Map<string, State>()
    const begin = async () => {
      const core = behind(app)
      await settle(core, () => colleague.desk())
      const ledger = new Ledger(await seen(core), () => 0, await wordOf(dataDir))
      return { core, ledger, dice: thrown, root, backups, colleague }
    }
    let start = await begin()
    const ids = await prepare(start)
    let turn: ActName[] = []
    for (let rank = 0; report.applications + report.cores < until; rank += 1) {
      // A core that dies again and again is restarted later and later: two in a row are enough of that.
      const isWhole = rank % 3 === 2
      if (turn.length === 0) turn = only.toSorted(() => thrown.next() - 0.5)
      const name = turn.pop() ?? 'type'
      const kill = () => (isWhole ? killWhole(app) : killCore(app))
      await during({ name, names: only, took }, { ...start, ...ids }, kill)
      if (isWhole) app = await startApplication({ dataDir })
      report[isWhole ? 'applications' : 'cores'] += 1
      if (forgets === true) {
        // A core on its way back is waited for by reads.
        await behind(app).call('history.state', {})
        await behind(app).call('history.undo', {})
      }
      const { ledger } = start
      start = await begin()
      await judge({ ledger, found: start.ledger.now, root, isWhole }, report)
    }
    await app.close()
  } catch (failure) {
    await killWhole(app).catch(() => undefined)
    throw failure
  } finally {
    await colleague.stop()
  }
  removeFolder(root)
}

/**
 * An act, then others until the kill, which falls somewhere within it: what it needs to begin is done before.
 * @param took how long each act took last.
 */
async function during(
  { name, names, took }: { name: ActName; names: readonly ActName[]; took: Map<ActName, number> },
  journey: Journey,
  kill: () => Promise<void>,
): Promise<void> {
  let isKilled = false
  const { dice: thrown } = journey
  await makeReady(name, journey)
  const begun = performance.now()
  const typical = took.get(name) ?? 400
  const killing = wait(thrown.next() * 1.2 * typical).then(async () => {
    isKilled = true
    await kill()
  })
  killing.catch(() => undefined)
  try {
    await acts[name](journey)
    took.set(name, (typical + performance.now() - begun) / 2)
    while (!isKilled) await perform(thrown.pick(names) ?? 'type', journey)
  } catch (failure) {
    // An act that is refused, or has nobody to ask any more, once the kill fell, was killed.
    if (!isKilled || (failure instanceof Refused && failure.code !== 'core-restarting')) throw failure
  }
  await killing
}

async function judge(
  left: { ledger: Ledger; found: State; root: string; isWhole: boolean },
  report: AppWritesReport,
): Promise<void> {
  const { ledger, found, root, isWhole } = left
  const { states, words, kind } = ledger.possible()
  report.acknowledged += ledger.acknowledged
  report.kinds[kind] = (report.kinds[kind] ?? 0) + 1
  const isThere = states.some((state) => isDeepStrictEqual(state, found))
  const absent = ledger.absent((path) => existsSync(join(root, path)))
  const encrypted = await encryptedFaults(root, words)
  if (!isThere || absent.length > 0 || encrypted.length > 0) report.lost += 1
  const data = join(root, 'data')
  const wrong = [
    ...(isThere ? [] : [difference(states[0] ?? {}, found)]),
    ...absent,
    ...encrypted,
    ...fileFaults(data),
    ...storedFaults(data),
    ...brokenDocuments(join(root, 'out')),
  ]
  if (wrong.length > 0)
    report.faults.push(
      `${isWhole ? 'application' : 'core'} killed during ${kind}: ${wrong.slice(0, 3).join('; ')}`,
    )
}

/** The core behind the window, asked as the screens ask; a core on its way back is waited for by reads only. */
function behind(app: Application): Journey['core'] {
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    for (let tries = 0; ; tries += 1) {
      const envelope = await callBridge(app.page, method, input).catch((failure: unknown) => {
        throw new CoreGone(String(failure))
      })
      if (envelope.ok) return envelope.value
      const { code } = envelope.error
      if (code === 'core-restarting' && tries < 100 && contract[method].effect === 'reads') await wait(100)
      else if (code === 'core-restarting') throw new CoreGone(method)
      else throw new Refused(method, code)
    }
  }
  return {
    call,
    // Calls of a journey with a path: the window's own ways, their dialogs answered.
    async internal(name, input) {
      if (name === 'setHandOverFolder' && 'path' in input) {
        await answerOpenDialog(app.electron, [input.path])
        return (await call('handOver.chooseFolder', {})) as never
      }
      if (name === 'setCopyFolder' && 'path' in input) {
        await answerOpenDialog(app.electron, [input.path])
        return (await call('settings.chooseCopyFolder', {})) as never
      }
      if (!('subject' in input && 'path' in input)) throw new Error('only documents are saved here')
      await answerSaveDialog(app.electron, input.path)
      const saved = await call('documents.save', input.subject)
      if (saved === null) throw new Error(`${basename(input.path)} was not saved`)
      return { producedId: saved.producedId ?? '', path: input.path, besideName: null } as never
    },
  }
}
