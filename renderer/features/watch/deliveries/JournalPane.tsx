import CircleCheck from 'lucide-react/icons/circle-check'
import Inbox from 'lucide-react/icons/inbox'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { DeliveryLine } from '../../../../electron/contract/deliveries.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import { count } from '../../../../electron/domain/text/plural.ts'
import { civilDate, daysBetween } from '../../../../electron/domain/time/civil-date.ts'
import type { GridColumn } from '../../../parts/grid/columns.ts'
import { Grid } from '../../../parts/grid/Grid.tsx'
import { chooseOne } from '../../../parts/grid/selection.ts'
import { deliveriesText as text } from '../../../text/deliveries.ts'
import { whenWords } from '../../../text/instant-words.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Banner } from '../../../ui/Banner.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
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
          <Grid
            list="deliveries"
            label={text.journal}
            columns={columns}
            rows={rows}
            isSingle
            selection={chooseOne(props.chosen)}
            onSelect={({ at }) => {
              if (at !== null) props.onChoose(at)
            }}
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

const columns: readonly GridColumn<DeliveryLine>[] = [
  { id: 'name', label: text.columns.name, rowHeader: true, text: (row) => row.name },
  { id: 'at', label: text.columns.at, text: (row) => whenWords(row.at), rank: (row) => row.at },
  {
    id: 'period',
    label: text.columns.period,
    text: (row) => shortPeriod(row.reading),
    rank: (row) => row.reading.from,
  },
  {
    id: 'read',
    label: text.columns.read,
    numeric: true,
    text: (row) => count(row.reading.texts),
    rank: (row) => row.reading.texts,
  },
  {
    id: 'kept',
    label: text.columns.kept,
    numeric: true,
    text: (row) => count(row.reading.kept),
    rank: (row) => row.reading.kept,
  },
  {
    id: 'changed',
    label: text.columns.changed,
    numeric: true,
    text: (row) => count(changedCount(row.acts)),
    rank: (row) => changedCount(row.acts),
  },
  {
    id: 'refused',
    label: text.columns.refused,
    numeric: true,
    rank: (row) => row.reading.refusedCount,
    text: (row) => (row.reading.refusedCount === 0 ? '' : count(row.reading.refusedCount)),
  },
  { id: 'state', label: text.columns.state, text: stateWords, cell: (row) => <State row={row} /> },
]

/** Each of its days on one line, whatever the width. */
function shortPeriod({ from, to }: DeliveryLine['reading']): string {
  const day = (date: string) => shortDay(date).replaceAll(' ', '\u00a0')
  return from === null || to === null ? '' : text.period(day(from), day(to))
}

function stateWords({ state, reading }: DeliveryLine): string {
  return state === 'whole' && reading.cut.length > 0 ? text.isCut : text.states[state]
}

function State({ row }: { row: DeliveryLine }) {
  const isGood = row.state === 'whole' && row.reading.cut.length === 0
  return (
    <Badge icon={isGood ? CircleCheck : TriangleAlert} tone={isGood ? 'ok' : 'warn'}>
      {stateWords(row)}
    </Badge>
  )
}
