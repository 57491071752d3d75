import { numbered } from '../meetings/meeting-name.ts'
import { formatNarrowDate } from '../text/french.ts'
import { calendarYear } from '../time/report-period.ts'
import type { Named } from './names.ts'
import { definitions, FigureId, reportWords as words } from './words.ts'
import { isWithoutMeeting, type YearlyReport } from './yearly-report.ts'

/** A share keeps its two numbers; null: nothing to say. */
export type ReportCell =
  | string
  | number
  | { readonly part: number; readonly whole: number }
  | { readonly date: string }
  | null

export type ReportTable = {
  readonly id: keyof typeof words.tables
  readonly title: string
  readonly columns: readonly { readonly label: string; readonly numeric: boolean; readonly weight: number }[]
  readonly rows: readonly (readonly ReportCell[])[]
}

type Value = number | { readonly part: number; readonly whole: number }

/** Of texts, which have lives of their own. */
const ofTexts: ReadonlySet<FigureId> = new Set(['followed', 'published', 'deadlines'])

/** Each figure; without a meeting those of meetings are void, and no zero. */
function figuresTold(report: YearlyReport): (id: FigureId) => Value | null {
  const figures = figuresOf(report)
  const isTold = (id: FigureId) => !isWithoutMeeting(report) || (ofTexts.has(id) && figures[id] !== 0)
  return (id) => (isTold(id) ? figures[id] : null)
}

/** The value of each figure. */
export function figuresOf(report: YearlyReport): Readonly<Record<FigureId, Value>> {
  const { hearings, texts, participation, decisions, actions } = report
  const { before, within, after } = actions.delays
  return {
    held: report.held,
    cancelled: report.cancelled,
    moved: report.moved,
    hearings: hearings.total,
    regulatory: hearings.regulatory,
    projects: hearings.projects,
    followed: texts.followed,
    presented: texts.presented,
    published: texts.published,
    deadlines: texts.deadlines,
    participation: { part: participation.present, whole: participation.members },
    decisions: decisions.total,
    consensus: { part: decisions.consensus, whole: decisions.total },
    opposed: decisions.opposed,
    unsaid: decisions.unsaid,
    actions: actions.total,
    done: { part: actions.done, whole: actions.total },
    late: actions.late,
    inTime: { part: before, whole: before + within + after },
  }
}

const text = (label: string, weight: number) => ({ label, numeric: false, weight })
const number = (label: string, weight = 1.6) => ({ label, numeric: true, weight })
const presence = ({ present, members }: { present: number; members: number }) => [
  present,
  members,
  { part: present, whole: members },
]

/** The name, with the others of the same thing; `unnamed` for one that has none. */
const called = ({ name, formerly, since }: Named, unnamed: string) =>
  words.called(name || unnamed, formerly, since)

/** Tables without a row are left out. */
export function reportTables(report: YearlyReport, previous: YearlyReport): ReportTable[] {
  const { columns } = words
  const [now, before] = [figuresTold(report), figuresTold(previous)]
  const { delays, dropped, open } = report.actions
  const table = (
    id: ReportTable['id'],
    heads: ReportTable['columns'],
    rows: ReportTable['rows'],
  ): ReportTable => ({ id, title: words.tables[id], columns: heads, rows })
  return [
    table(
      'figures',
      [
        text(columns.figure, 4),
        number(calendarYear(report) ?? columns.now, 2),
        number(calendarYear(previous) ?? columns.before, 2),
      ],
      FigureId.options.map((id) => [definitions[id].name, now(id), before(id)]),
    ),
    table(
      'meetings',
      [
        text(columns.meeting, 2),
        { label: columns.date, numeric: false, weight: 2 },
        number(columns.decisions),
        number(columns.actions),
        number(columns.rate, 2),
      ],
      report.meetings.map((meeting) => [
        meeting.number === null ? '' : numbered(meeting.number),
        { date: meeting.date },
        ...(meeting.decisions === null
          ? [words.cancelled, null, null]
          : [meeting.decisions, meeting.actions, presentIn(meeting)]),
      ]),
    ),
    table(
      'axes',
      [text(columns.axis, 5), number(columns.hearings), number(columns.projects)],
      report.hearings.total === 0
        ? []
        : report.hearings.axes.map(({ name, count, projects }) => [name || words.noAxis, count, projects]),
    ),
    table(
      'owners',
      [text(columns.owner, 5), number(columns.hearings), number(columns.projects)],
      report.hearings.owners.map((one) => [called(one, words.noOwner), one.count, one.projects]),
    ),
    table(
      'natures',
      [
        text(columns.nature, 4),
        number(columns.followed),
        number(columns.presented),
        number(columns.published),
        number(columns.deadlines),
      ],
      report.texts.natures.map((row) => [
        words.natures[row.nature],
        row.followed,
        row.presented,
        row.published,
        row.deadlines,
      ]),
    ),
    table(
      'colleges',
      [text(columns.college, 4), number(columns.present), number(columns.members), number(columns.rate)],
      report.participation.colleges.map((one) => [called(one, words.everybody), ...presence(one)]),
    ),
    table(
      'organisations',
      [
        text(columns.organisation, 4),
        text(columns.college, 3),
        number(columns.present),
        number(columns.members),
        number(columns.rate),
      ],
      report.participation.organisations.map((one) => [
        called(one, words.noOrganisation),
        one.college || words.everybody,
        ...presence(one),
      ]),
    ),
    table(
      'outcomes',
      [text(columns.outcome, 5), number(columns.decisions)],
      report.decisions.outcomes.map(({ outcome, count }) => [
        outcome === null ? words.noOutcome : words.outcomes[outcome],
        count,
      ]),
    ),
    table(
      'delays',
      [text(columns.delay, 5), number(columns.actions)],
      report.actions.total === 0
        ? []
        : (
            [
              ['before', delays.before],
              ['within', delays.within],
              ['after', delays.after],
              ['unknown', delays.unknown],
              ['dropped', dropped],
              ['open', open],
            ] as const
          ).map(([delay, count]) => [words.delays[delay], count]),
    ),
  ].filter(({ rows }) => rows.length > 0)
}

function presentIn({ colleges }: YearlyReport['meetings'][number]): ReportCell {
  const known = colleges.filter((college) => college !== null)
  if (known.length === 0) return null
  return {
    part: known.reduce((sum, { present }) => sum + present, 0),
    whole: known.reduce((sum, { members }) => sum + members, 0),
  }
}

/** A cell as it is read; a share alone in its figure keeps its two numbers. */
export function cellWords(cell: ReportCell, isAlone: boolean): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return words.count(cell)
  if ('date' in cell) return formatNarrowDate(cell.date)
  return isAlone ? words.shareOf(cell.part, cell.whole) : words.share(cell.part, cell.whole)
}
