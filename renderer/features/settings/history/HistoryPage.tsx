import { useState } from 'react'
import { HistoryTopic } from '../../../../electron/contract/history.ts'
import { addDays, civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { historyText as text } from '../../../text/history.ts'
import { quotedName } from '../../../text/history-words.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { HistoryList, type Narrowed, PAGE } from './HistoryList.tsx'

type Period = keyof typeof text.periods
const periods: readonly Period[] = ['today', 'yesterday', 'week', 'month']

/** @param props.focusId the row whose past is shown, of all that has been written */
export function HistoryPage({ focusId }: { focusId: string | null }) {
  return focusId === null ? <WholeHistory /> : <RowHistory key={focusId} rowId={focusId} />
}

function RowHistory({ rowId }: { rowId: string }) {
  const narrowed: Narrowed = { meetingId: null, rowId }
  const first = useQuery('history.list', { ...narrowed, limit: PAGE }).data?.flatMap(({ rows }) => rows)
  const name = first?.find(({ id, name }) => id === rowId && name !== '')?.name
  return (
    <>
      <SectionHead
        title={name === undefined ? text.title : text.ofThing(quotedName(name))}
        acts={<a href={href('history')}>{text.whole}</a>}
      />
      <HistoryList narrowed={narrowed} />
    </>
  )
}

function WholeHistory() {
  const authors = useQuery('history.authors', {}).data ?? []
  const [topic, setTopic] = useState<HistoryTopic | null>(null)
  const [who, setWho] = useState<string | null>(null)
  const [period, setPeriod] = useState<Period | null>(null)
  const narrowed: Narrowed = {
    meetingId: null,
    ...(topic === null ? {} : { topic }),
    ...(who === null ? {} : { who }),
    ...(period === null ? {} : { within: daysOf(period) }),
  }
  return (
    <>
      <SectionHead
        title={text.title}
        acts={
          <>
            <FilterSelect
              label={text.filters.topic}
              all={text.filters.allTopics}
              value={topic}
              choices={HistoryTopic.options.map((value) => ({ value, label: text.topics[value] }))}
              onChange={(value) => setTopic(HistoryTopic.options.find((one) => one === value) ?? null)}
            />
            <FilterSelect
              label={text.filters.who}
              all={text.filters.everybody}
              value={who}
              choices={authors.map((value) => ({ value, label: value }))}
              onChange={setWho}
            />
            <FilterSelect
              label={text.filters.day}
              all={text.filters.always}
              value={period}
              choices={periods.map((value) => ({ value, label: text.periods[value] }))}
              onChange={(value) => setPeriod(periods.find((one) => one === value) ?? null)}
            />
          </>
        }
      />
      <HistoryList key={JSON.stringify(narrowed)} narrowed={narrowed} />
    </>
  )
}

/** First day and last day, counted back from today. */
const days: Readonly<Record<Period, readonly [first: number, last: number]>> = {
  today: [0, 0],
  yesterday: [1, 1],
  week: [6, 0],
  month: [29, 0],
}

function daysOf(period: Period): NonNullable<Narrowed['within']> {
  const today = civilDate(new Date())
  const [first, last] = days[period]
  return { from: startOf(addDays(today, -first)), to: startOf(addDays(today, 1 - last)) }
}

/** The instant at which a day begins on this desk. */
function startOf(day: string): string {
  return new Date(`${day}T00:00`).toISOString()
}
