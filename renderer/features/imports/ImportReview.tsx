// Import review: the file at left, what was understood at right; nothing enters before "Importer".
import FileText from 'lucide-react/icons/file-text'
import { useEffect, useMemo, useReducer, useState } from 'react'
import type { DraftItem, ReadFile } from '../../../electron/domain/draft.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { fileSize } from '../../text/attachments.ts'
import { importsText } from '../../text/imports.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { showUndoToast } from '../../ui/toasts.ts'
import { MeetingLine } from './MeetingLine.tsx'
import { formOf, targetOf } from './meeting-form.ts'
import { ReviewGrid } from './ReviewGrid.tsx'
import { futureNumbers, isDoubtful, nextDoubtful, reviewAfter, reviewOf, takenItems } from './review.ts'
import { Shown } from './Shown.tsx'
import { SourcePage } from './SourcePage.tsx'
import { useMinutesReview } from './use-minutes-review.ts'
import { useSections } from './use-sections.tsx'

const { keys } = importsText
const hints = [
  { keys: ['↑', '↓'], label: keys.line },
  { keys: [keys.space], label: keys.toggle },
  { keys: [keys.enter], label: keys.correct },
  { keys: ['F8'], label: keys.next },
  { keys: [keys.ctrl, keys.enter], label: keys.import },
]

export function ImportReview(props: { read: ReadFile; meetingId: string | null; onGiveUp: () => void }) {
  const { fileName, sizeBytes, blocks, draft } = props.read
  const [review, act] = useReducer(reviewAfter, draft, reviewOf)
  const [form, setForm] = useState(() => formOf(draft, props.meetingId))
  const [chosen, setChosen] = useState<number | null>(review.lines[0]?.key ?? null)
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const meetings = useQuery('meetings.list', { year: null })
  const sameDay = meetings.data?.find((one) => one.date === form.date && one.state !== 'cancelled')
  const sameDayId = sameDay?.id
  useEffect(() => {
    // A meeting of that very day most likely is the one; the choice stays open.
    if (sameDayId !== undefined)
      setForm((now) => (now.meetingId === null ? { ...now, meetingId: sameDayId } : now))
  }, [sameDayId])

  const placeLines = useMemo(() => {
    const numbers = futureNumbers(review)
    return review.lines
      .filter(({ taken }) => taken)
      .map(({ key, fields: { title } }) => ({ key, title, number: numbers.get(key) ?? null }))
  }, [review])
  const minutes = useMinutesReview(draft, form.meetingId, placeLines)
  const sections = useSections(minutes, review.lines.length)
  const apply = useWrite('imports.apply')
  const taken = useMemo(() => takenItems(review), [review])
  const many = countItems(taken)
  const target = targetOf(form)
  const unavailable =
    many === 0 && minutes?.isSomething !== true
      ? importsText.nothingTaken
      : target === null
        ? importsText.dateNeeded
        : sections.isWaiting
          ? importMinutesText.matching
          : undefined
  const doubtful = review.lines.filter(isDoubtful).length
  const importNow = () => {
    if (target === null || unavailable !== undefined || apply.isPending) return
    const said = minutes?.taken(placeLines.map(({ key }) => key)) ?? null
    apply.mutate(
      { fileName, items: taken, target, ...(said === null ? {} : { minutes: said }) },
      {
        onSuccess: ({ meetingId }) => {
          navigate(href(sections.leadsTo, { meetingId }))
          void showUndoToast(sections.imported ?? importsText.imported(many))
        },
      },
    )
  }
  const toCheck = doubtful + sections.toCheck
  useStatusLine([toCheck === 0 ? importsText.allSure : importsText.toCheck(toCheck)], hints)
  useReviewKeys(importNow, () => {
    if (sections.goToNext(doubtful)) return
    const next = nextDoubtful(review, chosen)
    if (next !== null) setChosen(next)
  })
  const meeting = meetings.data?.find((one) => one.id === form.meetingId)
  const lines = onlyDoubtful
    ? review.lines.filter((line) => isDoubtful(line) || line.key === chosen)
    : review.lines

  return (
    <>
      <Head
        title={importsText.title}
        facts={
          <>
            <span>
              <Icon of={FileText} size={16} />
              {fileName}
            </span>
            <span>{fileSize(sizeBytes)}</span>
            <span>
              {meeting === undefined
                ? importsText.towardsNew
                : importsText.towards(importsText.meeting.existing(meeting.number, meeting.date))}
            </span>
          </>
        }
        acts={
          <>
            <Button onPress={props.onGiveUp}>{importsText.giveUp}</Button>
            <Button
              look="primary"
              unavailable={unavailable}
              busy={apply.isPending ? importsText.importing : undefined}
              onPress={importNow}
            >
              {sections.importWords ?? importsText.import(many)} <Keys keys={[keys.ctrl, '↵']} />
            </Button>
          </>
        }
      />
      <div className="toolbar">
        {sections.choice}
        <Shown
          all={sections.counts?.all ?? review.lines.length}
          doubtful={sections.counts?.doubtful ?? doubtful}
          onlyDoubtful={onlyDoubtful}
          onChange={setOnlyDoubtful}
        />
        <span className="sep" />
        <span className="mute">
          {importsText.counts(
            blocks.length,
            review.lines.length,
            review.lines.filter((one) => !one.taken).length,
          )}
        </span>
      </div>
      <div className="cols">
        <section className="pane src" aria-label={importsText.sourcePane}>
          <div className="pane-h">
            <h2>{importsText.sourcePane}</h2>
          </div>
          {sections.source === null ? (
            <SourcePage
              blocks={blocks}
              lines={review.lines}
              isToCheck={isDoubtful}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : (
            <SourcePage blocks={blocks} {...sections.source} />
          )}
        </section>
        <section className="pane grow" aria-label={importsText.understoodPane}>
          <div className="pane-h">
            <h2>{importsText.understoodPane}</h2>
            <span className="mute">{importsText.howTo}</span>
          </div>
          <div className="scroll">
            {apply.error === null ? null : <ErrorBanner error={apply.error} />}
            <Warnings read={props.read} />
            <MeetingLine
              form={form}
              draft={draft}
              meetings={meetings.data ?? []}
              onChange={(patch) => setForm((now) => ({ ...now, ...patch }))}
            />
            {sections.body(onlyDoubtful) ?? (
              <ReviewGrid review={review} lines={lines} chosen={chosen} onChoose={setChosen} act={act} />
            )}
          </div>
        </section>
      </div>
    </>
  )
}

function countItems(items: readonly DraftItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countItems(item.children), 0)
}

function Warnings({ read }: { read: ReadFile }) {
  const { warnings } = read.draft
  if (warnings.length === 0) return null
  return (
    <Banner tone="warn">
      <ul aria-label={importsText.warnings}>
        {warnings.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** Ctrl Enter imports and F8 goes to the next line to check, wherever the focus is on this screen. */
function useReviewKeys(onImport: () => void, onNext: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isImport = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
      if (!isImport && event.key !== 'F8') return
      event.preventDefault()
      if (isImport) onImport()
      else onNext()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [onImport, onNext])
}
