import CircleCheck from 'lucide-react/icons/circle-check'
import Inbox from 'lucide-react/icons/inbox'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { DeliveryLine } from '../../../../electron/contract/deliveries.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import { civilDate, daysBetween } from '../../../../electron/domain/time/civil-date.ts'
import { deliveriesText as text } from '../../../text/deliveries.ts'
import { whenWords } from '../../../text/instant-words.ts'
import { count } from '../../../text/plural.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Banner } from '../../../ui/Banner.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Table, type TableColumn } from '../../../ui/Table.tsx'
import { dayWords as shortDay } from '../life-stops.ts'
import { changedCount, dayWords } from './delivery-words.ts'

/** The JO comes out every day but some; a week without one looked at is a watch that stands still. */
const LATE_DAYS = 7
const MAX_GAPS = 8

type Journal = Output<'deliveries.list'>

export function JournalPane(props: {
  journal: Journal
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const { rows } = props.journal
  return (
    <section className="pane grow delivery-journal" aria-label={text.journal}>
      <div className="scroll">
        <div className="pad stack">
          <p className="mute">{text.lead}</p>
          <Silence journal={props.journal} />
        </div>
        {rows.length === 0 ? (
          <EmptyState icon={Inbox} title={text.empty}>
            {text.emptyHint}
          </EmptyState>
        ) : (
          <Table
            label={text.journal}
            columns={columns}
            rows={rows}
            chosen={props.chosen}
            onChoose={props.onChoose}
            textOf={(row) => row.name}
          />
        )}
      </div>
    </section>
  )
}

/** Easily overlooked: issues between two that were looked at, and none for days. */
function Silence({ journal: { newest, gaps } }: { journal: Journal }) {
  const days = newest === null ? 0 : daysBetween(newest.publishedOn, civilDate(new Date()))
  return (
    <>
      {newest === null || days <= LATE_DAYS ? null : (
        <Banner tone="warn">{text.late(days, dayWords(newest.publishedOn))}</Banner>
      )}
      {gaps.length === 0 ? null : (
        <Banner tone="warn">
          <h2 className="h3">{text.gapsTitle}</h2>
          <ul className="delivery-gaps">
            {gaps.slice(0, MAX_GAPS).map(({ from, to, before, after }) => (
              <li key={`${before} ${from}`}>
                {text.gap(from, to, dayWords(before), after === null ? null : dayWords(after))}
              </li>
            ))}
          </ul>
          {gaps.length <= MAX_GAPS
            ? null
            : text.moreIssues(gaps.slice(MAX_GAPS).reduce((sum, gap) => sum + gap.count, 0))}
        </Banner>
      )}
    </>
  )
}

const columns: readonly TableColumn<DeliveryLine>[] = [
  { id: 'name', label: text.columns.name, rowHeader: true, cell: (row) => row.name },
  { id: 'at', label: text.columns.at, cell: (row) => whenWords(row.at) },
  { id: 'period', label: text.columns.period, cell: (row) => shortPeriod(row.reading) },
  { id: 'read', label: text.columns.read, numeric: true, cell: (row) => count(row.reading.texts) },
  { id: 'kept', label: text.columns.kept, numeric: true, cell: (row) => count(row.reading.kept) },
  { id: 'changed', label: text.columns.changed, numeric: true, cell: (row) => count(changedCount(row.acts)) },
  {
    id: 'refused',
    label: text.columns.refused,
    numeric: true,
    cell: (row) => (row.reading.refusedCount === 0 ? '' : count(row.reading.refusedCount)),
  },
  { id: 'state', label: text.columns.state, cell: (row) => <State row={row} /> },
]

/** Each of its days on one line, whatever the width. */
function shortPeriod({ from, to }: DeliveryLine['reading']): string {
  const day = (date: string) => shortDay(date).replaceAll(' ', '\u00a0')
  return from === null || to === null ? '' : text.period(day(from), day(to))
}

function State({ row }: { row: DeliveryLine }) {
  if (row.state !== 'whole')
    return (
      <Badge icon={TriangleAlert} tone="warn">
        {text.states[row.state]}
      </Badge>
    )
  const isCut = row.reading.cut.length > 0
  return (
    <Badge icon={isCut ? TriangleAlert : CircleCheck} tone={isCut ? 'warn' : 'ok'}>
      {isCut ? text.isCut : text.states.whole}
    </Badge>
  )
}
