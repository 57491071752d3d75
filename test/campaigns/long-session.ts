// Hours of a live meeting in the real window at a quick pace, killed now and then; what was entered a second before a
// kill is there after the restart, and memory at the end is what it was at the start.

import { setTimeout as wait } from 'node:timers/promises'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { paths } from '../../renderer/app/paths.ts'
import { sessionText } from '../../renderer/text/session.ts'
import {
  type Application,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from '../e2e/application.ts'
import { putInSession } from '../put-in-session.ts'
import { dice } from './dice.ts'

/** Lines entered within this time before a kill may be missing. */
const LAST_MS = 1000
const ITEMS = 12
const PEOPLE = 40

export type LongSessionReport = {
  lines: number
  attendanceChanges: number
  itemChanges: number
  suspensions: number
  kills: number
  /** Lines missing after a kill, all entered within the last second. */
  missing: number
  /** Memory of all processes, in megabytes, settled: after the first tenth, and at the end. */
  startMb: number
  endMb: number
  /** Everything that must not happen, in words. */
  faults: string[]
}

type Entered = { words: string; at: number }

/**
 * @param options.lines how many lines are typed; forty attendance changes, twelve item changes and two suspensions for 600.
 * @param options.paceMs between the beginnings of two lines: 600 is twenty times a line every twelve seconds.
 * @param options.forgets control: takes one line out behind the application's back, which must then be found missing.
 */
export async function longSession(options: {
  lines: number
  paceMs: number
  kills: number
  seed: number
  forgets?: boolean
  say?: (line: string) => void
}): Promise<LongSessionReport> {
  const thrown = dice(options.seed)
  const folder = freshFolder()
  const dataDir = `${folder}/data`
  const report: LongSessionReport = {
    lines: 0,
    attendanceChanges: 0,
    itemChanges: 0,
    suspensions: 0,
    kills: 0,
    missing: 0,
    startMb: 0,
    endMb: 0,
    faults: [],
  }
  const entered: Entered[] = []
  let app = await startApplication({ dataDir })
  try {
    const meetingId = await prepare(app)
    const killAt = new Set(
      Array.from({ length: options.kills }, (_, rank) =>
        Math.floor(((rank + 0.5 + thrown.next() * 0.4) * options.lines) / options.kills),
      ),
    )
    await openSession(app, meetingId)
    for (let rank = 0; rank < options.lines; rank += 1) {
      const begun = Date.now()
      await act(app, meetingId, { rank, lines: options.lines }, report)
      const words = `ligne ${rank} notée en séance, ${'mot '.repeat(1 + thrown.below(12)).trim()}`
      await app.page.keyboard.type(rank % 9 === 0 ? `D : ${words}` : rank % 11 === 0 ? `A : ${words}` : words)
      await app.page.keyboard.press('Enter')
      entered.push({ words, at: Date.now() })
      report.lines += 1
      if (rank === Math.floor(options.lines / 10)) report.startMb = await settledMemory(app)
      if (killAt.has(rank)) {
        await wait(thrown.below(700))
        const killedAt = Date.now()
        await app.kill()
        report.kills += 1
        app = await startApplication({ dataDir })
        await judge(app, meetingId, entered, killedAt, report)
        await openSession(app, meetingId)
      } else await wait(Math.max(0, options.paceMs - (Date.now() - begun)))
    }
    // The last line is on its way for a moment.
    await wait(LAST_MS)
    if (options.forgets === true) await forgetOne(app, meetingId)
    await judge(app, meetingId, entered, Number.POSITIVE_INFINITY, report)
    report.endMb = await settledMemory(app)
    await app.close()
  } catch (failure) {
    await app.kill().catch(() => undefined)
    throw failure
  }
  removeFolder(folder)
  options.say?.(JSON.stringify(report))
  return report
}

const ask = async <M extends Method>(app: Application, method: M, input: Input<M>): Promise<Output<M>> => {
  const answer = await callBridge(app.page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

async function prepare(app: Application): Promise<string> {
  const { id: meetingId } = await ask(app, 'meetings.create', {
    fields: { date: '2026-10-08', startTime: '14:00', endTime: '16:00' },
    fromTemplate: false,
  })
  for (let rank = 1; rank <= ITEMS; rank += 1)
    await ask(app, 'agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: `Point d’essai ${rank}`, durationMinutes: 10 },
    })
  await putInSession((method, input) => ask(app, method, input), meetingId)
  for (let rank = 1; rank <= PEOPLE; rank += 1)
    await ask(app, 'attendance.add', {
      id: newId(),
      meetingId,
      fields: { familyName: `Essai${rank}`, givenName: 'Camille', organisation: 'Organisme d’essai' },
    })
  return meetingId
}

async function openSession({ page }: Application, meetingId: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    paths.session.replace(':meetingId', meetingId),
  )
  const line = page.getByRole('textbox', { name: sessionText.line, exact: true })
  await line.waitFor({ timeout: 20_000 })
  // The line being typed when it was killed comes back: it is told apart from what follows.
  await wait(300)
  await line.fill('')
  await line.focus()
}

/** Between two lines, as the meeting goes: another item, somebody who leaves, a suspension. */
async function act(
  app: Application,
  meetingId: string,
  { rank, lines }: { rank: number; lines: number },
  report: LongSessionReport,
): Promise<void> {
  const every = (times: number) => rank > 0 && rank % Math.max(1, Math.floor(lines / (times + 1))) === 0
  if (every(ITEMS) && report.itemChanges < ITEMS) {
    await app.page.keyboard.press(report.itemChanges < ITEMS - 2 ? 'Control+ArrowDown' : 'Control+ArrowUp')
    report.itemChanges += 1
  }
  if (every(PEOPLE) && report.attendanceChanges < PEOPLE) {
    const attendees = await ask(app, 'attendance.list', { meetingId })
    const attendee = attendees[report.attendanceChanges % attendees.length]
    if (attendee !== undefined)
      await ask(app, 'attendance.update', {
        id: attendee.id,
        version: attendee.version,
        patch: { status: rank % 2 === 0 ? 'surPlace' : 'visio' },
      })
    report.attendanceChanges += 1
  }
  if (every(2) && report.suspensions < 2) {
    await app.page.keyboard.press('Control+m')
    await wait(200)
    await app.page.keyboard.press('Control+m')
    await wait(200)
    report.suspensions += 1
  }
}

/** Every line that was entered early enough is there, once. */
async function judge(
  app: Application,
  meetingId: string,
  entered: readonly Entered[],
  killedAt: number,
  report: LongSessionReport,
): Promise<void> {
  const { lines } = await ask(app, 'session.get', { meetingId })
  const { actions, decisions } = (await ask(app, 'minutes.get', { meetingId })) ?? {
    actions: [],
    decisions: [],
  }
  const stored = new Map<string, number>()
  for (const { text } of lines) {
    const rank = /ligne (\d+) /iu.exec(text)?.[1] ?? text
    stored.set(rank, (stored.get(rank) ?? 0) + 1)
  }
  for (const [rank, { at }] of entered.entries()) {
    const times = stored.get(String(rank)) ?? 0
    if (times > 1) report.faults.push(`line ${rank} is there ${times} times`)
    if (times > 0) continue
    if (killedAt - at > LAST_MS)
      report.faults.push(`line ${rank}, entered ${killedAt - at} ms before, is missing`)
    else report.missing += 1
  }
  const numbered = lines.filter(({ decisionId, actionId }) => decisionId !== null || actionId !== null)
  if (numbered.length !== actions.length + decisions.length)
    report.faults.push(`${numbered.length} numbered lines, ${actions.length + decisions.length} objects`)
}

async function forgetOne(app: Application, meetingId: string): Promise<void> {
  const { lines } = await ask(app, 'session.get', { meetingId })
  const [first] = lines
  if (first !== undefined) await ask(app, 'session.removeLine', { id: first.id, version: first.version })
}

/** Working sets of all processes once nothing moves any more, the window's garbage collected. */
async function settledMemory({ electron, page }: Application): Promise<number> {
  const session = await page.context().newCDPSession(page)
  for (let tries = 0; tries < 3; tries += 1) {
    await session.send('HeapProfiler.collectGarbage')
    await wait(500)
  }
  await session.detach()
  const kilobytes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  )
  return Math.round(kilobytes / 1024)
}
