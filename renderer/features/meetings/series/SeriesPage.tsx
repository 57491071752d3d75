import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import type { Series, SeriesFields } from '../../../../electron/domain/meetings/series.ts'
import { ruleSentence } from '../../../../electron/domain/meetings/series-words.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { newId } from '../../../api/new-id.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { PlaceTabs } from '../../../parts/PlaceTabs.tsx'
import { seriesText as text } from '../../../text/series.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { YearPreview } from './YearPreview.tsx'

/** From this month on one prepares the next year. */
const NEXT_YEAR_FROM = '10'

export function SeriesPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('series.list', {})
  const [picked, setPicked] = useState<string | null>(focusId)
  const [year, setYear] = useState(() => startYear(civilDate(new Date())))
  /** The series is edited beside its dates. */
  const [editing, setEditing] = useState(false)
  const { addSeries, error } = useSeriesAdd((id) => {
    setPicked(id)
    setEditing(true)
  })
  const all = list.data ?? []
  const series = all.find(({ id }) => id === picked) ?? all[0]
  const failure = list.error ?? error
  if (series !== undefined)
    return (
      <YearPreview
        key={`${series.id} ${year}`}
        series={series}
        year={year}
        editing={editing}
        onEdit={setEditing}
        beside={
          <>
            <Button
              small
              icon={ArrowLeft}
              steps
              label={text.previousYear}
              onPress={() => setYear(year - 1)}
            />
            <Button small icon={ArrowRight} steps label={text.nextYear} onPress={() => setYear(year + 1)} />
          </>
        }
        choice={
          <SeriesChoice all={all} chosen={series} onChoose={setPicked} onAdd={() => addSeries(false)} />
        }
        failure={failure}
      />
    )
  return (
    <>
      <Head title={text.title(year)} tabs={<PlaceTabs of="meetings" current="series" />} />
      <div className="scroll">
        {failure === null ? null : (
          <div className="pad">
            <ErrorBanner error={failure} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data === undefined ? failure === null ? <Skeleton /> : null : <NoSeries onAdd={addSeries} />}
      </div>
    </>
  )
}

function NoSeries({ onAdd }: { onAdd: (isFirst: boolean) => void }) {
  useStatusLine([text.empty])
  return (
    <EmptyState
      icon={CalendarDays}
      title={text.empty}
      act={
        <Button look="primary" icon={Plus} onPress={() => onAdd(true)}>
          {text.add}
        </Button>
      }
    >
      {text.emptyHint}
    </EmptyState>
  )
}

function SeriesChoice(props: {
  all: readonly Series[]
  chosen: Series
  onChoose: (id: string) => void
  onAdd: () => void
}) {
  return (
    <>
      {props.all.length < 2 ? (
        <span className="strong">{props.chosen.name}</span>
      ) : (
        <Segments
          label={text.list}
          value={props.chosen.id}
          choices={props.all.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={props.onChoose}
        />
      )}
      <span className="mute cut">{ruleSentence(props.chosen)}</span>
      <Button small look="ghost" icon={Plus} onPress={props.onAdd}>
        {text.add}
      </Button>
    </>
  )
}

function startYear(today: string): number {
  return Number(today.slice(0, 4)) + (today.slice(5, 7) >= NEXT_YEAR_FROM ? 1 : 0)
}

type Next = Output<'home.get'>['next']

/** @param onAdded called with the id of the series that was added. */
function useSeriesAdd(onAdded: (id: string) => void) {
  const home = useQuery('home.get', {})
  const add = useWrite('series.add', { onSuccess: (_, { id }) => onAdded(id) })
  return {
    error: add.error,
    addSeries: (isFirst: boolean) =>
      add.mutate({ id: newId(), fields: fresh(home.data?.next ?? null, isFirst) }),
  }
}

/** The second Thursday of every month but August, which a secretary changes or keeps. */
function fresh(next: Next, isFirst: boolean): SeriesFields {
  return {
    name: isFirst ? text.firstName : text.otherName,
    rule: { ordinal: 2, weekday: 4, months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] },
    startTime: next?.startTime ?? '14:00',
    endTime: next === null ? '16:30' : next.endTime,
    mode: next?.mode ?? 'hybride',
    place: next?.place ?? '',
    videoLink: next?.videoLink ?? '',
    chair: next?.chair ?? '',
    secretary: next?.secretary ?? '',
  }
}
