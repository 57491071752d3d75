import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { useState } from 'react'
import type { ListedLetterhead } from '../../../../electron/contract/document-style.ts'
import { letterheadOn } from '../../../../electron/domain/documents/letterhead.ts'
import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { addDays, civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { newId } from '../../../api/new-id.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { LetterheadForm } from './LetterheadForm.tsx'
import { LogosSection } from './LogosSection.tsx'

/** @param previewedOn day of the meeting whose document is shown beside. */
export function LetterheadSection({ previewedOn }: { previewedOn: string | null }) {
  const letterheads = useQuery('documentStyle.letterheads', {})
  return (
    <>
      {letterheads.error === null ? null : (
        <ErrorBanner error={letterheads.error} onRetry={() => void letterheads.refetch()} />
      )}
      {letterheads.data === undefined ? (
        letterheads.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <Letterheads all={letterheads.data} previewedOn={previewedOn} />
      )}
    </>
  )
}

function Letterheads(props: { all: readonly ListedLetterhead[]; previewedOn: string | null }) {
  const { all, previewedOn } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const add = useWrite('documentStyle.addLetterhead', { onSuccess: (_, { id }) => setChosen(id) })
  const today = civilDate(new Date())
  const shownBeside = letterheadOn(all, previewedOn ?? today)
  const letterhead = all.find(({ id }) => id === chosen) ?? shownBeside ?? all[0]
  if (letterhead === undefined) return null
  return (
    <>
      <section className="stack" aria-label={text.letterhead}>
        <h2 className="h2">{text.letterhead}</h2>
        <p className="mute">{text.letterheadLead}</p>
        {add.error === null ? null : <ErrorBanner error={add.error} />}
        <div className="row row-3 wrap style-period">
          {all.length < 2 ? null : (
            <Select
              label={text.period}
              value={letterhead.id}
              choices={all.map(({ id, validFrom }) => ({ value: id, label: periodWords(validFrom) }))}
              onCommit={setChosen}
            />
          )}
          <Button
            writes
            icon={CalendarPlus}
            onPress={() => add.mutate({ id: newId(), validFrom: firstFreeDay(all, today) })}
          >
            {text.addPeriod}
          </Button>
        </div>
        {previewedOn === null || letterhead.id === shownBeside?.id ? null : (
          <Banner>{text.otherThanPreview(formatDateWithoutWeekday(previewedOn))}</Banner>
        )}
        <LetterheadForm key={letterhead.id} letterhead={letterhead} onRemoved={() => setChosen(null)} />
      </section>
      <LogosSection letterhead={letterhead} />
    </>
  )
}

function periodWords(validFrom: string | null): string {
  return validFrom === null ? text.first : text.from(formatDateWithoutWeekday(validFrom))
}

function firstFreeDay(all: readonly ListedLetterhead[], today: string): string {
  let day = today
  while (all.some(({ validFrom }) => validFrom === day)) day = addDays(day, 1)
  return day
}
