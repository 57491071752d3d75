import { type ReactNode, useState } from 'react'
import type { Series } from '../../../../electron/domain/meetings/series.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../../acts/act.ts'
import { listActs, openActs } from '../../../acts/list-acts.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { frameActs } from '../../../app/frame-acts.ts'
import { PlaceTabs } from '../../../parts/PlaceTabs.tsx'
import { seriesText as text } from '../../../text/series.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { type Choice, type Choices, chosenDates, heldOn, isTaken, occurrenceKey } from './choices.ts'
import { OccurrenceInspector } from './OccurrenceInspector.tsx'
import { SeriesInspector } from './SeriesInspector.tsx'
import { SeriesThread } from './SeriesThread.tsx'
import { YearTable } from './YearTable.tsx'

const { previous, next } = listActs.acts
const hints = keyHints([previous, next, openActs.acts.open, frameActs.acts.help])

export function YearPreview(props: {
  series: Series
  year: number
  editing: boolean
  onEdit: (editing: boolean) => void
  /** The year's arrows, the choice among the series, what failed around this preview. */
  beside: ReactNode
  choice: ReactNode
  failure: unknown
}) {
  const { series, year, editing, onEdit } = props
  const { id } = series
  const today = civilDate(new Date())
  const occurrences = useQuery('series.occurrences', { id, year })
  const [choices, setChoices] = useState<Choices>(new Map())
  const [opened, setOpened] = useState<string | null>(null)
  const create = useWrite('series.createMeetings', {
    onSuccess: (_, input) => showUndoToast(text.created(input.occurrences.length)),
  })
  const list = occurrences.data ?? []
  const chosen = chosenDates(list, choices, today)
  const occurrence = list.find((one) => occurrenceKey(one) === opened)
  const choose = (date: string, choice: Choice) =>
    setChoices(new Map(choices).set(date, { ...choices.get(date), ...choice }))
  useStatusLine([text.dates(list.length), text.toCreate(chosen.length)], hints)
  const failure = props.failure ?? occurrences.error ?? create.error
  return (
    <>
      <Head
        title={text.title(year)}
        beside={props.beside}
        facts={text.dates(list.length)}
        tabs={<PlaceTabs of="meetings" current="series" />}
        acts={
          <>
            <Button pressed={editing} onPress={() => onEdit(!editing)}>
              {text.edit}
            </Button>
            {list.some(({ state }) => state === 'free') ? (
              <Button
                look="primary"
                busy={create.isPending ? text.creating : undefined}
                unavailable={chosen.length === 0 ? text.nothingToCreate : undefined}
                onPress={() => create.mutate({ id, year, occurrences: chosen })}
              >
                {text.create(chosen.length)}
              </Button>
            ) : null}
          </>
        }
      />
      <SeriesThread label={text.year(year)} occurrences={list} choices={choices} today={today} />
      <div className="cols">
        <section className="pane grow" aria-label={text.title(year)}>
          <div className="toolbar">{props.choice}</div>
          <div className="scroll">
            {failure === null ? null : (
              <div className="pad">
                <ErrorBanner error={failure} onRetry={() => void occurrences.refetch()} />
              </div>
            )}
            <Strays series={series} year={year} />
            {occurrences.data === undefined ? (
              occurrences.error === null ? (
                <Skeleton lines={8} />
              ) : null
            ) : (
              <YearTable
                label={text.title(year)}
                occurrences={list}
                choices={choices}
                today={today}
                opened={editing ? null : opened}
                onOpen={(key) => {
                  onEdit(false)
                  setOpened(opened === key && !editing ? null : key)
                }}
                onTake={(date, take) => choose(date, { take })}
              />
            )}
          </div>
        </section>
        {editing ? (
          <SeriesInspector key={id} series={series} onClose={() => onEdit(false)} />
        ) : occurrence === undefined ? null : (
          <OccurrenceInspector
            key={opened}
            seriesId={id}
            occurrence={occurrence}
            day={heldOn(occurrence, choices)}
            isTaken={isTaken(occurrence, choices, today)}
            onChoose={(choice) => choose(occurrence.date, choice)}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
    </>
  )
}

function Strays({ series, year }: { series: Series; year: number }) {
  const meetings = useQuery('meetings.list', { year })
  const adopt = useWrite('series.adoptMeetings', { onSuccess: () => showUndoToast(text.adopted) })
  const strays = (meetings.data ?? []).filter(({ seriesId }) => seriesId === null).length
  if (strays === 0 && adopt.error === null) return null
  return (
    <div className="pad">
      {adopt.error === null ? null : <ErrorBanner error={adopt.error} />}
      {strays === 0 ? null : (
        <Banner
          acts={
            <Button writes small onPress={() => adopt.mutate({ id: series.id, year })}>
              {text.adopt(series.name)}
            </Button>
          }
        >
          {text.strays(strays, year)}
        </Banner>
      )}
    </div>
  )
}
