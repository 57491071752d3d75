// The real application, or its core process alone, dies by SIGKILL while somebody types in the minutes; after the
// restart at most the characters of the last second are missing, never a decision, an item or an earlier paragraph.
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { frameText } from '../../renderer/text/frame.ts'
import {
  type Application,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from '../e2e/application.ts'
import { type Keys, typeInMinutes } from './app-typing.ts'
import { dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'

/** Text typed within this time before the kill may be missing. */
const LAST_MS = 1000
/** How long a key is on its way from the keyboard to the core. */
const ON_ITS_WAY_MS = 100

export type AppKillReport = {
  applications: number
  cores: number
  characters: number
  decisions: number
  items: number
  /** Characters missing after a restart, all within the last second. */
  missing: number
  /** The longest time before the kill at which a missing character had been typed, in milliseconds. */
  oldestMissingMs: number
  /** Everything that must not happen, in words, with its run. */
  faults: string[]
}

/**
 * @param options.longestMs the kill falls within this time after typing began.
 * @param options.forgets control: takes one change back behind the campaign's eyes, which must then be found missing.
 */
export async function killApplications(options: {
  runs: number
  seed: number
  longestMs: number
  forgets?: boolean
  say?: (line: string) => void
}): Promise<AppKillReport> {
  const thrown = dice(options.seed)
  const report: AppKillReport = {
    applications: 0,
    cores: 0,
    characters: 0,
    decisions: 0,
    items: 0,
    missing: 0,
    oldestMissingMs: 0,
    faults: [],
  }
  const folder = freshFolder()
  const dataDir = `${folder}/data`
  let app = await startApplication({ dataDir })
  try {
    const { meetingId, itemId } = await prepare(app)
    let coresInARow = 0
    for (let run = 1; run <= options.runs; run += 1) {
      const fault = (what: string) => report.faults.push(`run ${run}: ${what}`)
      const before = await read(app, meetingId, itemId)
      // A core that dies again and again is restarted later and later: two in a row are enough of that.
      const kills =
        options.forgets === true || thrown.next() < 0.4 || coresInARow === 2 ? 'application' : 'core'
      coresInARow = kills === 'core' ? coresInARow + 1 : 0
      const afterMs = 500 + thrown.below(options.longestMs)
      let killedAt = Number.POSITIVE_INFINITY
      let isOver = false
      const typing = typeInMinutes(app, meetingId, itemId, thrown, () => isOver)
      typing.catch(() => undefined)
      await wait(afterMs)
      if (kills === 'application') {
        isOver = true
        killedAt = Date.now()
        await killWhole(app)
        for (const what of fileFaults(dataDir)) fault(what)
        const keys = await typing
        app = await startApplication({ dataDir })
        if (options.forgets === true) await ask(app, 'history.undo', {})
        judge(before, await read(app, meetingId, itemId), keys, killedAt, report, fault)
        report.applications += 1
        options.say?.(
          `run ${run}: application killed after ${afterMs} ms, ${keys.text.length} characters typed`,
        )
      } else {
        const said = app.page.getByText(frameText.coreLost).waitFor({ timeout: 5_000 })
        said.catch(() => undefined)
        await killCore(app)
        await said.catch(() => fault('the window did not say that the core had stopped'))
        // Goes on typing over the restart: what is not stored is sent again.
        await wait(2_000)
        isOver = true
        const keys = await typing
        const after = await settled(app, meetingId, itemId, before, keys)
        judge(before, after, keys, killedAt, report, fault)
        report.cores += 1
        options.say?.(`run ${run}: core killed after ${afterMs} ms, ${keys.text.length} characters typed`)
      }
    }
    await app.close()
  } catch (thrown) {
    // The fault counts more than whether its remains can be closed.
    await killWhole(app).catch(() => undefined)
    throw thrown
  }
  removeFolder(folder)
  return report
}

type Stored = { text: string; decisions: readonly string[]; items: readonly string[] }

/** Compares what is stored with what was typed. */
function judge(
  before: Stored,
  after: Stored,
  keys: Keys,
  killedAt: number,
  report: AppKillReport,
  fault: (what: string) => void,
): void {
  const expected = before.text + keys.text
  report.characters += keys.text.length
  report.decisions += keys.decisions.length
  report.items += keys.items.length
  // A key on its way may have been stored before it was counted, one at most.
  const stored = after.text.slice(0, expected.length)
  if (!expected.startsWith(stored) || after.text.length > expected.length + 1)
    fault(
      `the text is not what was typed: …${JSON.stringify(after.text.slice(-60))}, typed …${JSON.stringify(expected.slice(-60))}`,
    )
  const firstMissing = stored.length - before.text.length
  if (firstMissing < 0) fault('an earlier paragraph is missing')
  if (firstMissing < keys.text.length) {
    const age = killedAt - (keys.at[Math.max(0, firstMissing)] ?? 0)
    report.missing += keys.text.length - firstMissing
    report.oldestMissingMs = Math.max(report.oldestMissingMs, age)
    if (age > LAST_MS) fault(`a character typed ${age} ms before the kill is missing`)
  }
  for (const old of before.decisions)
    if (!after.decisions.includes(old)) fault(`the decision ${old} is missing`)
  const added = after.decisions.slice(before.decisions.length)
  for (const [rank, { text, at }] of keys.decisions.entries()) {
    const found = added[rank]
    if (found === undefined) {
      if (killedAt - at > ON_ITS_WAY_MS) fault(`the decision ${text} is missing`)
    } else if (found !== text && killedAt - at > LAST_MS) fault(`the decision ${text} is ${found}`)
  }
  for (const title of [...before.items, ...keys.items])
    if (!after.items.includes(title)) fault(`the item ${title} is missing`)
}

async function prepare(app: Application): Promise<{ meetingId: string; itemId: string }> {
  const { id: meetingId } = await ask(app, 'meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: true,
  })
  const { sections } = await ask(app, 'minutes.start', { meetingId })
  return { meetingId, itemId: sections[0]?.itemId ?? '' }
}

async function read(app: Application, meetingId: string, itemId: string): Promise<Stored> {
  const { sections, decisions, items } = await ask(app, 'meetings.get', { id: meetingId })
  const section = sections.find((one) => one.itemId === itemId)
  return {
    text: section ? plainText(section.exchanges) : '',
    decisions: decisions.map(({ text }) => text),
    items: items.map(({ title }) => title),
  }
}

/** The stored text once all that was typed is, or after ten seconds. */
async function settled(
  app: Application,
  meetingId: string,
  itemId: string,
  before: Stored,
  keys: Keys,
): Promise<Stored> {
  const typed = [...before.decisions, ...keys.decisions.map(({ text }) => text)]
  for (let tries = 0; ; tries += 1) {
    const stored = await read(app, meetingId, itemId)
    const isThere =
      stored.text === before.text + keys.text && stored.decisions.join('\n') === typed.join('\n')
    if (isThere || tries === 50) return stored
    await wait(200)
  }
}

async function ask<M extends Method>(app: Application, method: M, input: Input<M>): Promise<Output<M>> {
  for (let tries = 0; ; tries += 1) {
    const envelope = await callBridge(app.page, method, input)
    if (envelope.ok) return envelope.value
    if (envelope.error.code !== 'core-restarting' || tries === 50)
      throw new Error(`${method}: ${envelope.error.code}`)
    await wait(100)
  }
}

/** SIGKILL to every process of the application at once. */
export async function killWhole(app: Application): Promise<void> {
  const main = app.electron.process()
  const gone = new Promise((resolve) => main.once('exit', resolve))
  for (const pid of [main.pid ?? 0, ...descendants(main.pid ?? 0)])
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Died with its parent.
    }
  await gone
}

/** SIGKILL to the core process alone, behind the window. */
export async function killCore(app: Application): Promise<void> {
  const pid = await app.electron.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'seances-core')?.pid,
  )
  if (pid === undefined) throw new Error('there is no core process')
  process.kill(pid, 'SIGKILL')
}

/** Processes started by a process, and by those, from the system's own list. */
function descendants(parent: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const [, after = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')
      parents.set(Number(name), Number(after.split(' ')[1]))
    } catch {
      // Ended meanwhile.
    }
  }
  const children = (of: number): number[] =>
    [...parents].filter(([, up]) => up === of).flatMap(([pid]) => [pid, ...children(pid)])
  return children(parent)
}
