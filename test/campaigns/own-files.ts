// Meetings of a demo exported in every format and read back by the import, compared with the database fact by fact.

import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { unzipSync, zipSync } from 'fflate'
import { type Session, withSession } from '../../electron/command-line/session.ts'
import { type AgendaItem, depths, itemNumbers } from '../../electron/domain/agenda/agenda.ts'
import type { Draft, DraftItem } from '../../electron/domain/agenda/draft.ts'
import type { Attendee } from '../../electron/domain/attendance/attendance.ts'
import { isPresent } from '../../electron/domain/attendance/attendance.ts'
import type { Action } from '../../electron/domain/minutes/action.ts'
import type { Decision } from '../../electron/domain/minutes/decision.ts'
import { printedNumber } from '../../electron/domain/minutes/minutes.ts'
import { fold } from '../../electron/domain/text/fold.ts'
import { comparisonOf, countsOf } from '../../renderer/features/imports/comparison.ts'
import { meetingDifferences } from '../../renderer/features/imports/meeting-differences.ts'
import { reviewOf } from '../../renderer/features/imports/review.ts'
import { handOver, putDemo } from './command-line.ts'

const formats = ['docx', 'odt', 'html', 'pdf'] as const
type Format = (typeof formats)[number]
const kinds = { agenda: formats, minutes: formats, decisionRecord: ['pdf'] } as const
type Kind = keyof typeof kinds

/** What is compared. Minutes and records print no hours and no durations. */
const facts = [
  'items',
  'depth',
  'numbers',
  'hours',
  'durations',
  'presenters',
  'requesters',
  'people',
  'decisions',
  'actions',
] as const
type Fact = (typeof facts)[number]
const printed: Readonly<Record<Kind, readonly Fact[]>> = {
  agenda: ['items', 'depth', 'numbers', 'hours', 'durations', 'presenters', 'requesters'],
  minutes: ['items', 'depth', 'numbers', 'presenters', 'requesters', 'people', 'decisions', 'actions'],
  decisionRecord: ['decisions', 'actions'],
}

/** How many of the facts of the database came back, of how many. */
export type Tally = Partial<Record<Fact, { same: number; all: number }>>
export type OwnFiles = {
  meetings: number
  files: number
  /** By kind and format, "agenda docx". */
  tallies: Map<string, Tally>
  /** What the review of a file taken in again would change, all files together. */
  differences: number
  /** The first few, in words. */
  faults: string[]
}

type Meeting = {
  id: string
  date: string
  number: number | null
  items: AgendaItem[]
  attendees: Attendee[]
  decisions: Decision[]
  actions: Action[]
}

/**
 * @param options.stripped what the files carry is taken out first, and the structure of the PDF files: their pages alone are read.
 * @param options.planted a title is changed in the database between the export and the comparison: the control.
 */
export async function ownFiles(
  folder: string,
  options: { years: number; meetings: number; stripped?: boolean; planted?: boolean; only?: readonly Kind[] },
): Promise<OwnFiles> {
  const data = join(folder, 'data')
  chmodSync(folder, 0o755)
  handOver(folder)
  putDemo(data, options.years)
  return withSession(data, async (session) => {
    const report: OwnFiles = { meetings: 0, files: 0, tallies: new Map(), differences: 0, faults: [] }
    const held = (await session.call('meetings.list', { year: null })).filter(
      ({ minutesState }) => minutesState !== null,
    )
    const step = Math.max(1, Math.floor(held.length / options.meetings))
    for (const { id } of held.filter((_, rank) => rank % step === 0).slice(0, options.meetings)) {
      await enrich(session, id)
      report.meetings += 1
      for (const kind of options.only ?? (['agenda', 'minutes', 'decisionRecord'] as const))
        for (const format of kinds[kind]) {
          const whole = await exported(session, folder, { kind, meetingId: id, format })
          const bytes = options.stripped === true ? await stripped(whole, format) : whole
          if (options.planted === true) await plant(session, id)
          await readAgain(session, report, {
            kind,
            format,
            bytes,
            meeting: await meetingOf(session, id),
            bare: options.stripped === true,
          })
        }
    }
    return report
  })
}

/** What the demo has little of: hours of their own, who asked, parents that say how long they last, somebody late. */
async function enrich({ call }: Session, meetingId: string): Promise<void> {
  const { items } = await call('agenda.list', { meetingId })
  const points = items.filter(({ kind }) => kind === 'item')
  for (const [rank, { id, version }] of points.entries()) {
    const patch = {
      ...(rank % 4 === 1
        ? { requester: rank % 8 === 1 ? 'Association des régions d’exemple' : 'Mme Odile Marchal' }
        : {}),
      ...(rank === 3 ? { fixedStart: '16:20' } : {}),
      ...(rank === 2
        ? { presenter: 'Lætitia Œuvrard, cheffe de bureau', organisation: 'Cellule droit, ANX' }
        : {}),
    }
    if (Object.keys(patch).length > 0) await call('agenda.update', { id, version, patch })
  }
  const late = (await call('attendance.list', { meetingId })).find(({ status }) => isPresent(status))
  const written = await call('minutes.get', { meetingId })
  if (late !== undefined && written?.minutes.state === 'drafting')
    await call('attendance.update', { id: late.id, version: late.version, patch: { arrivedAt: '15:10' } })
}

async function plant({ call }: Session, meetingId: string): Promise<void> {
  const { items } = await call('agenda.list', { meetingId })
  const one = items.find(({ kind }) => kind === 'item')
  if (one === undefined) throw new Error('no item to plant a change in')
  const patch = { title: `${one.title}, seconde lecture` }
  await call('agenda.update', { id: one.id, version: one.version, patch })
}

async function exported(
  { call, internal }: Session,
  folder: string,
  { kind, meetingId, format }: { kind: Kind; meetingId: string; format: Format },
): Promise<Uint8Array> {
  const subject = { kind: kind === 'agenda' ? ('timedAgenda' as const) : kind, meetingId }
  if (format === 'pdf') return (await call('documents.render', subject)).bytes
  const path = join(folder, `export.${format}`)
  await internal('writeDocument', { subject, format, path })
  return readFileSync(path)
}

/** The file as another program leaves it, that keeps words and nothing else of ours. */
async function stripped(bytes: Uint8Array, format: Format): Promise<Uint8Array> {
  if (format === 'html')
    return Buffer.from(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/<meta name="urn:[^>]*>\n/, ''),
    )
  if (format === 'pdf') {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const key of ['AF', 'Names', 'StructTreeRoot', 'MarkInfo', 'Metadata', 'Outlines'])
      document.catalog.delete(PDFName.of(key))
    return document.save()
  }
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !/^(?:customXml|Donnees)\//.test(name))
  return zipSync(Object.fromEntries(parts))
}

async function meetingOf({ call }: Session, id: string): Promise<Meeting> {
  const view = await call('minutes.get', { meetingId: id })
  const { items } = await call('agenda.list', { meetingId: id })
  const found = (await call('meetings.list', { year: null })).find((one) => one.id === id)
  if (found === undefined) throw new Error('no such meeting')
  return {
    id,
    date: found.date,
    number: found.number,
    items,
    attendees: await call('attendance.list', { meetingId: id }),
    decisions: view?.decisions ?? [],
    actions: view?.actions ?? [],
  }
}

async function readAgain(
  session: Session,
  report: OwnFiles,
  {
    kind,
    format,
    bytes,
    meeting,
    bare,
  }: { kind: Kind; format: Format; bytes: Uint8Array; meeting: Meeting; bare: boolean },
): Promise<void> {
  const { call } = session
  const { draft } = await call('imports.read', { fileName: `export.${format}`, bytes })
  report.files += 1
  const key = `${kind} ${format}`
  const tally = report.tallies.get(key) ?? {}
  report.tallies.set(key, tally)
  const say = (words: string) => {
    if (report.faults.length < 20) report.faults.push(`${meeting.date} ${key}: ${words}`)
  }
  for (const fact of printed[kind]) {
    const told = bare ? { ...meeting, items: meeting.items.map(namedOnce) } : meeting
    const [wanted, found] = [wantedOf(fact, told, kind), foundOf(fact, draft)]
    const count = tally[fact] ?? { same: 0, all: 0 }
    tally[fact] = count
    count.all += wanted.length
    const left = [...found]
    for (const one of wanted) {
      const at = left.indexOf(one)
      if (at >= 0) {
        left.splice(at, 1)
        count.same += 1
      } else say(`${fact}, gone: ${one}`)
    }
    // What was never there counts against as well.
    count.all += left.length
    for (const one of left) say(`${fact}, invented: ${one}`)
  }
  const changes = await changesOf(session, draft, meeting)
  report.differences += changes.length
  for (const change of changes) say(`difference: ${change}`)
}

/** What the review would change, as the window counts it. */
async function changesOf({ call }: Session, draft: Draft, meeting: Meeting): Promise<string[]> {
  const compared = await call('imports.compare', { meetingId: meeting.id, items: draft.items })
  const review = reviewOf(draft)
  const comparison = comparisonOf(review, compared, 'update')
  const { participants, decisions, actions } = draft
  const matches = await call('imports.match', {
    meetingId: meeting.id,
    draft: { participants, decisions, actions },
  })
  const own = compared.meeting === null ? null : meetingDifferences(draft, compared.meeting)
  const lines = review.lines.filter(({ key }) =>
    ['new', 'changed'].includes(comparison.standings.get(key)?.type ?? ''),
  )
  if (countsOf(review, comparison).differences !== lines.length) throw new Error('counted otherwise')
  return [
    ...lines.map(({ key, fields }) => `${comparison.standings.get(key)?.type} ${fields.title}`),
    ...comparison.gone.map(({ title }) => `gone ${title}`),
    ...(own === null || own.date === null ? [] : [`date ${own.date}`]),
    ...Object.entries(own?.patch ?? {}).map(([field, value]) => `${field} ${value}`),
    ...matches.participants.flatMap(({ listed }, at) =>
      listed !== null && listed.status === participants[at]?.attendance
        ? []
        : [`person ${participants[at]?.familyName}`],
    ),
    ...matches.knownDecisions.flatMap((isKnown, at) => (isKnown ? [] : [`decision ${decisions[at]?.text}`])),
    ...matches.knownActions.flatMap((isKnown, at) => (isKnown ? [] : [`action ${actions[at]?.text}`])),
    ...draft.warnings.filter(({ code }) => code.startsWith('own-')).map(({ message }) => message),
  ]
}

/** Pages do not say that somebody asked who presents. */
function namedOnce(item: AgendaItem): AgendaItem {
  const isNamed = fold(`${item.presenter}, ${item.organisation}`).includes(fold(item.requester))
  return isNamed ? { ...item, requester: '' } : item
}

/** Minutes leave out welcomes and breaks of which nothing is written. */
const isPrinted = (kind: Kind) => (item: AgendaItem) => kind === 'agenda' || item.kind === 'item'
const joined = (...words: readonly (string | number | null)[]) =>
  words.map((one) => typographed(String(one ?? ''))).join(' | ')
/** Words apart from their typography, which documents correct. */
const typographed = (words: string) => words.replace(/\s+/gu, ' ').replaceAll("'", '’').trim()

function wantedOf(fact: Fact, meeting: Meeting, kind: Kind): string[] {
  const items = meeting.items.filter(isPrinted(kind))
  const numbers = itemNumbers(meeting.items)
  const depthOf = depths(items)
  const number = (letter: 'D' | 'A', rank: number) => printedNumber(letter, meeting, rank)
  switch (fact) {
    case 'items':
      return items.map(({ title }) => joined(title))
    case 'depth':
      return items.map(({ id, title }) => joined(title, depthOf.get(id) ?? 0))
    case 'numbers':
      return items.map(({ id, title }) => joined(title, numbers.get(id) ?? ''))
    case 'hours':
      return items.map(({ title, fixedStart }) => joined(title, fixedStart))
    case 'durations':
      return items.map(({ title, durationMinutes }) => joined(title, durationMinutes))
    case 'presenters':
      return items.map(({ title, presenter, organisation }) => joined(title, presenter, organisation))
    case 'requesters':
      return items.map(({ title, requester }) => joined(title, requester))
    case 'people':
      return meeting.attendees.map(({ givenName, familyName, organisation, status, representedBy }) =>
        joined(givenName, familyName, organisation, status, representedBy),
      )
    case 'decisions':
      return meeting.decisions.map(({ rank, text }) => joined(number('D', rank), text))
    case 'actions':
      return meeting.actions.map(({ rank, text, owner, organisation, dueDate }) =>
        joined(number('A', rank), text, owner, organisation, dueDate),
      )
  }
}

function foundOf(fact: Fact, draft: Draft): string[] {
  const flat = (items: readonly DraftItem[], depth = 1): { depth: number; item: DraftItem }[] =>
    items.flatMap((item) => [{ depth, item }, ...flat(item.children, depth + 1)])
  const items = flat(draft.items)
  switch (fact) {
    case 'items':
      return items.map(({ item }) => joined(item.title))
    case 'depth':
      return items.map(({ item, depth }) => joined(item.title, depth))
    case 'numbers':
      return items.map(({ item }) => joined(item.title, item.number))
    case 'hours':
      return items.map(({ item }) => joined(item.title, item.fixedStart))
    case 'durations':
      return items.map(({ item }) => joined(item.title, item.durationMinutes))
    case 'presenters':
      return items.map(({ item }) => joined(item.title, item.presenter, item.organisation))
    case 'requesters':
      return items.map(({ item }) => joined(item.title, item.requester))
    case 'people':
      return draft.participants.map(({ givenName, familyName, organisation, attendance, representedBy }) =>
        joined(givenName, familyName, organisation, attendance, representedBy ?? ''),
      )
    case 'decisions':
      return draft.decisions.map(({ number, text }) => joined(number, text))
    case 'actions':
      return draft.actions.map(({ number, text, owner, organisation, dueDate }) =>
        joined(number, text, owner, organisation, dueDate),
      )
  }
}

/** Lines for people: "agenda docx: items 26/26, hours 26/26". */
export function tallyLines({ tallies }: OwnFiles): string[] {
  return [...tallies].map(([key, tally]) => {
    const counts = facts.flatMap((fact) => {
      const count = tally[fact]
      return count === undefined ? [] : [`${fact} ${count.same}/${count.all}`]
    })
    return `${key}: ${counts.join(', ')}`
  })
}
