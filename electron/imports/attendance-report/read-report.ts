import { z } from 'zod'
import { AppError } from '../../contract/errors.ts'
import {
  MAX_REPORT_BYTES,
  MAX_REPORT_LINES,
  type ReadReport,
  type ReportTool,
} from '../../domain/attendance/report.ts'
import { ADDRESS_LENGTH } from '../../domain/limits.ts'
import { decodeText } from '../decode.ts'
import { plainLine } from '../understanding/plain-line.ts'
import { type Connection, keysOf, merged } from './connections.ts'
import { type Column, type ReportTable, reportTables } from './tables.ts'
import { clockIn, daysIn, secondsIn } from './values.ts'
import { writtenName } from './written-name.ts'

/** Lines of such a pane that name nobody, folded. */
const HEADING =
  /^(?:participants?|presents?|liste des presents|personnes presentes|name|nom|organisat(?:eur|rice)s?|organi[sz]ers?|presentat(?:eur|rice)s?|presenters?|(?:co-?)?(?:host|hote)s?|invites?|guests?|en reunion|in this meeting|dans cette reunion|muet|muted|autres invites)\s*(?:\(?\d{0,4}\)?)?\s*:?$/
const BULLET = /^\s*(?:[-–—•*·▪]\s+|\d{1,3}[.)]\s+)/
const MOST_CHARACTERS = 120
const MOST_WORDS = 14

/** Null when most lines cannot be names. */
function namedLines(text: string): Connection[] | null {
  const lines = text
    .split('\n')
    // Of columns without heads, the first.
    .map((line) => (line.split('\t').find((cell) => cell.trim() !== '') ?? '').replace(BULLET, '').trim())
    .filter((line) => line !== '' && !HEADING.test(plainLine(line)))
  const names = lines.filter(canBeName)
  if (names.length === 0 || names.length < lines.length * 0.6) return null
  return names.flatMap((line): Connection[] => {
    const written = writtenName(line, 'organisation', 'organisation')
    return written.name === ''
      ? []
      : [{ ...written, email: '', arrivedAt: null, leftAt: null, seconds: null }]
  })
}

function canBeName(line: string): boolean {
  if (line.length > MOST_CHARACTERS || line.split(/\s+/).length > MOST_WORDS) return false
  // Code, sums, addresses of pages and whole sentences name nobody; a hidden telephone number has its stars.
  return (
    /[\p{L}\d]/u.test(line) && !/[{}<>=;|\\]|:\/\/|[.!?…]$/u.test(line.replace(/(?<!\p{L})\p{L}\.$/u, ''))
  )
}

const Stretch = z.looseObject({ registeredOn: z.number(), leftOn: z.number() })
const Entry = z.union([z.looseObject({ sessions: z.array(Stretch) }), Stretch])
const Dashboard = z.looseObject({
  users: z.record(z.string(), z.looseObject({ name: z.string(), intIds: z.record(z.string(), Entry) })),
})

/** Null when the text is not such a file. */
function dashboardConnections(text: string): { connections: Connection[]; dates: string[] } | null {
  if (!/^\s*\{/.test(text)) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = Dashboard.safeParse(json)
  if (!parsed.success) return null
  const dates = new Set<string>()
  const connections = Object.values(parsed.data.users).flatMap((user) =>
    Object.values(user.intIds)
      .flatMap((entry) => ('sessions' in entry && Array.isArray(entry.sessions) ? entry.sessions : [entry]))
      .flatMap((stretch): Connection[] => {
        const { registeredOn, leftOn } = Stretch.parse(stretch)
        const arrived = inParis(registeredOn)
        if (arrived === null) return []
        dates.add(arrived.date)
        return [
          {
            ...writtenName(user.name, 'organisation', 'either'),
            email: '',
            arrivedAt: arrived.time,
            leftAt: leftOn > 0 ? (inParis(leftOn)?.time ?? null) : null,
            seconds: leftOn > registeredOn ? Math.round((leftOn - registeredOn) / 1000) : null,
          },
        ]
      }),
  )
  return { connections, dates: [...dates].sort() }
}

/** Milliseconds since 1970 on the secretariat's clock; null outside what a date can be. */
function inParis(instant: number): { date: string; time: string } | null {
  if (instant <= 0 || instant > 8.64e15) return null
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant)
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

const MAX_DATES = 60

/** @throws AppError `file-empty`, `report-too-large`, `report-unknown` */
export function readReport({ bytes }: { bytes: Uint8Array }): ReadReport {
  if (bytes.length === 0) throw new AppError('file-empty')
  if (bytes.length > MAX_REPORT_BYTES) throw new AppError('report-too-large')
  const text = textOf(bytes)
  if (text.trim() === '') throw new AppError('file-empty')
  if (text.split('\n', MAX_REPORT_LINES + 1).length > MAX_REPORT_LINES) throw new AppError('report-too-large')
  const report = fromDashboard(text) ?? fromTables(reportTables(text)) ?? fromNames(text)
  if (report === null || report.people.length === 0) throw new AppError('report-unknown')
  return report
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes)
  } catch (error) {
    throw new AppError('report-unknown', { cause: error })
  }
}

function fromDashboard(text: string): ReadReport | null {
  const read = dashboardConnections(text)
  if (read === null) return null
  return { tool: 'bigbluebutton', dates: read.dates.slice(0, MAX_DATES), people: merged(read.connections) }
}

function fromNames(text: string): ReadReport | null {
  const connections = namedLines(text)
  return connections === null ? null : { tool: 'names', dates: [], people: merged(connections) }
}

/** The first table names the participants; a second one, of connections, says how often each came. */
function fromTables([table, ...others]: readonly ReportTable[]): ReadReport | null {
  if (table === undefined) return null
  const tool = toolOf(table.heads)
  const people = merged(connectionsOf(table, tool))
  const further = others.map((other) => connectionsOf(other, tool))
  const often = (person: (typeof people)[number]) => {
    const keys = new Set(keysOf(person))
    return Math.max(
      person.connections,
      ...further.map((list) => list.filter((one) => keysOf(one).some((key) => keys.has(key))).length),
    )
  }
  return {
    tool,
    dates: [...new Set([table, ...others].flatMap(datesOf))].sort().slice(0, MAX_DATES),
    people: people.map((person) => ({ ...person, connections: often(person) })),
  }
}

function toolOf(heads: readonly string[]): ReportTool {
  const says = (words: RegExp) => heads.some((head) => words.test(head))
  if (says(/\bupn\b/) || says(/^(?:first join|user action|action de l'utilisateur)/)) return 'teams'
  if (says(/talk time|webcam|moderat/)) return 'bigbluebutton'
  if (says(/original name|nom (?:d'origine|original)|^user email$|recording consent/)) return 'zoom'
  return 'other'
}

function connectionsOf(table: ReportTable, tool: ReportTool): Connection[] {
  return table.rows.flatMap((row): Connection[] => {
    const cell = (column: Column) => row[table.columns.get(column) ?? -1]?.trim() ?? ''
    const whole = [cell('given'), cell('name')].filter((part) => part !== '').join(' ')
    const [join, leave] = [cell('join'), cell('leave')]
    if (whole === '' || isAnonymousAnswers(whole, join)) return []
    // Teams' older list: one line per entry and per exit.
    const isExit = /^left|^(?:a )?quitte|^sort/.test(plainLine(cell('action')))
    return [
      {
        ...writtenName(whole, tool === 'zoom' ? 'otherName' : 'organisation', 'either'),
        email: emailIn(cell('email')),
        arrivedAt: isExit ? null : clockIn(join),
        leftAt: isExit ? clockIn(join) : clockIn(leave),
        seconds: secondsIn(cell('duration')),
      },
    ]
  })
}

/** One that nothing can be sent to is no key to a person, and a part of it would be another address. */
function emailIn(written: string): string {
  return /^\S+@\S+$/.test(written) && written.length <= ADDRESS_LENGTH ? written.toLowerCase() : ''
}

/** BigBlueButton's line of the answers that nobody signed. */
function isAnonymousAnswers(name: string, join: string): boolean {
  return join === '' && /^anonym/.test(plainLine(name))
}

function datesOf({ rows, columns }: ReportTable): string[] {
  const places = [columns.get('join'), columns.get('leave')]
  return rows.flatMap((row) => places.flatMap((place) => daysIn(row[place ?? -1] ?? '')))
}
