import { AppError } from '../../contract/errors.ts'
import {
  MAX_REPORT_BYTES,
  MAX_REPORT_LINES,
  type ReadReport,
  type ReportTool,
} from '../../domain/attendance/report.ts'
import { decodeText } from '../decode.ts'
import { fold } from '../understanding/fold.ts'
import { type Connection, keysOf, merged } from './connections.ts'
import { dashboardConnections } from './dashboard.ts'
import { namedLines } from './pasted-names.ts'
import { type Column, type ReportTable, reportTables } from './tables.ts'
import { clockIn, daysIn, secondsIn } from './values.ts'
import { writtenName } from './written-name.ts'

const MAX_EMAIL = 320
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
    const isExit = /^left|^(?:a )?quitte|^sort/.test(fold(cell('action')))
    return [
      {
        ...writtenName(whole, tool === 'zoom' ? 'otherName' : 'organisation', 'either'),
        email: /^\S+@\S+$/.test(cell('email')) ? cell('email').toLowerCase().slice(0, MAX_EMAIL) : '',
        arrivedAt: isExit ? null : clockIn(join),
        leftAt: isExit ? clockIn(join) : clockIn(leave),
        seconds: secondsIn(cell('duration')),
      },
    ]
  })
}

/** BigBlueButton's line of the answers that nobody signed. */
function isAnonymousAnswers(name: string, join: string): boolean {
  return join === '' && /^anonym/.test(fold(name))
}

function datesOf({ rows, columns }: ReportTable): string[] {
  const places = [columns.get('join'), columns.get('leave')]
  return rows.flatMap((row) => places.flatMap((place) => daysIn(row[place ?? -1] ?? '')))
}
