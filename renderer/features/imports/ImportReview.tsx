import FileText from 'lucide-react/icons/file-text'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { reviewActs, reviewRowActs, reviewUndoActs } from '../../acts/review-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { fileSize } from '../../text/attachments.ts'
import { importsText } from '../../text/imports.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { CheckBox, SelectBox } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { differingCount, sentItems } from './comparison.ts'
import type { Received } from './file-states.ts'
import { useActsOfFile, useOfFile, useUndo, useUndoable } from './file-states.ts'
import { LinesLeft } from './LinesLeft.tsx'
import { MeetingCompared } from './MeetingCompared.tsx'
import { MeetingLine } from './MeetingLine.tsx'
import { formBy, type MeetingForm, targetOf } from './meeting-form.ts'
import type { RowList } from './minutes-rows.ts'
import { ReviewGrid } from './ReviewGrid.tsx'
import { GoneItems, LinesCounted, NoLines, OtherReading, ToCheck, Warnings } from './ReviewNotes.tsx'
import { futureNumbers, keysAfter, nextDoubtful, reviewAfter, reviewOf } from './review.ts'
import { differs, type Policy } from './review-line.ts'
import { SourceLines } from './SourceLines.tsx'
import { shownLines } from './source-roles.ts'
import { useApply, useLearnt } from './use-apply.ts'
import { useCompared } from './use-compared.ts'
import { useMinutesReview } from './use-minutes-review.ts'
import { useNewNames } from './use-new-names.tsx'
import { useSaid } from './use-said.ts'
import { useSections } from './use-sections.tsx'

const { compared: text } = importsText
const policies = ['update', 'add', 'skip'] as const satisfies Policy[]
const hints = keyHints([
  listActs.acts.previous,
  listActs.acts.next,
  reviewRowActs.acts.toggle,
  reviewRowActs.acts.correct,
  reviewActs.acts.next,
  reviewActs.acts.apply,
])

export function ImportReview(props: {
  read: ReadFile
  received: Received
  meetingId: string | null
  /** Which sheet of a workbook this is; null where the file is one whole. */
  sheet: number | null
  sheets: ReactNode
  onGiveUp: () => void
  onDone: () => void
}) {
  const said = useSaid(props.read, props.received, props.sheet)
  const { fileName, sizeBytes, draft } = said.file
  const [review, act] = useActsOfFile(
    'items',
    reviewAfter,
    () => reviewOf(draft),
    ({ type }) => type !== 'reread',
  )
  const [lastRead, setLastRead] = useOfFile('read', () => draft, 'trace')
  const [chosen, setChosen] = useOfFile<number | null>('chosen', () => review.lines[0]?.key ?? null, 'look')
  const [correcting, setCorrecting] = useState<number | null>(null)
  const keyNow = lastRead === draft ? null : keysAfter(review, reviewAfter(review, { type: 'reread', draft }))
  if (keyNow !== null) {
    setLastRead(draft)
    act({ type: 'reread', draft })
    setChosen(chosen === null ? null : keyNow(chosen))
    setCorrecting(correcting === null ? null : keyNow(correcting))
  }
  const meetings = useQuery('meetings.list', { year: null })
  const [byHand, setByHand] = useUndoable<Partial<MeetingForm>>('meeting', () => ({}))
  const form = formBy(draft, byHand, props.meetingId, meetings.data ?? [])
  const beside = useCompared(draft, review, form.meetingId)
  const { comparison, isToCheck, counts, all } = beside
  const [shown, setShown] = useState<'all' | 'doubtful' | 'differing'>('all')

  const numbers = useMemo(() => futureNumbers(review), [review])
  const placeLines = useMemo(
    () =>
      review.lines
        .filter(({ taken }) => taken)
        .map(({ key, fields: { title } }) => ({ key, title, number: numbers.get(key) ?? null })),
    [review, numbers],
  )
  const fresh = useNewNames(draft, review, comparison)
  const minutes = useMinutesReview(draft, form.meetingId, placeLines, keyNow)
  const sections = useSections(minutes, review.lines.length)
  const lines = useMemo(() => {
    const rows = (list: RowList) =>
      (minutes?.rows[list] ?? []).map((row) => ({
        ...row,
        isToCheck: minutes?.isDoubtful(list, row.key) === true,
      }))
    return shownLines(
      said.file,
      said.said,
      {
        items: review.lines.map((line) => ({ ...line, isToCheck: isToCheck(line) })),
        participants: rows('participants'),
        decisions: rows('decisions'),
        actions: rows('actions'),
      },
      numbers,
    )
  }, [said.file, said.said, review, minutes, isToCheck, numbers])
  const learn = useLearnt(said, lines)
  const isShown = useIsShown()
  const { keep, isBusy, error, isKept, setKept } = useApply(props.received)
  // Pressed again, also after the screen was left meanwhile, it is the same act.
  const [applyId] = useOfFile('act', newId, 'look')
  const target = targetOf(form)
  const { compared } = beside
  const isExisting = target?.type === 'existing'
  const unread = said.isBusy
    ? importsText.lines.reading
    : said.error === null
      ? undefined
      : importsText.lines.notReadAgain
  const notNow =
    counts.taken === 0 && minutes?.isSomething !== true && !(isExisting && beside.changesAnything)
      ? importsText.nothingTaken
      : target === null
        ? importsText.dateNeeded
        : isExisting && compared.data === undefined
          ? text.comparing
          : sections.isWaiting
            ? importMinutesText.matching
            : !beside.changesAnything && minutes?.isSomething !== true
              ? text.nothingNew
              : beside.isMoveUnexplained
                ? importsText.meeting.reasonNeeded
                : undefined
  const unavailable = unread ?? notNow
  const doubtful = review.lines.filter(isToCheck).length
  const importNow = () => {
    if (target === null || unavailable !== undefined || isBusy) return
    const { items, keys: sentKeys, joined, linked } = sentItems(review, comparison, all, fresh.linkedOf)
    const { withdrawn, edits } = beside
    const into =
      target.type === 'new' ? target : { ...target, joined, withdrawn, ...(edits === null ? {} : { edits }) }
    const said = minutes?.taken(sentKeys) ?? null
    const directory = fresh.sent()
    keep(
      {
        act: applyId,
        fileName,
        items,
        target: into,
        linked,
        ...(said === null ? {} : { minutes: said }),
        ...(directory === undefined ? {} : { directory }),
      },
      {
        onSuccess: ({ meetingId }) => {
          learn()
          props.onDone()
          if (isShown.current) navigate(href(sections.leadsTo, { meetingId }))
          void showUndoToast(
            sections.imported ??
              (comparison.isBeside
                ? text.updated(
                    differingCount(review, comparison) + withdrawn.length + (edits === null ? 0 : 1),
                  )
                : importsText.imported(counts.taken)),
          )
        },
        // Changes made meanwhile are compared anew.
        onError: () => void compared.refetch(),
      },
    )
  }
  const toCheck = doubtful + sections.toCheck
  useStatusLine(
    [
      toCheck === 0 ? importsText.allSure : importsText.toCheck(toCheck),
      ...(comparison.isBeside ? [text.differences(counts.differences)] : []),
    ],
    hints,
  )
  const acts = useActs(reviewActs, {
    words: sections.importWords ?? importsText.import(counts.taken),
    whyNot: unavailable ?? null,
    apply: importNow,
    next: () => {
      if (sections.goToNext(doubtful)) return
      const next = nextDoubtful(review, chosen, isToCheck)
      if (next !== null) setChosen(next)
    },
  })
  useActs(reviewUndoActs, { undo: useUndo().undo })
  const meeting = meetings.data?.find((one) => one.id === form.meetingId)
  const shownRows = review.lines.filter((line) => {
    if (shown === 'all' || line.key === chosen) return true
    const standing = comparison.standings.get(line.key)
    return shown === 'doubtful' ? isToCheck(line) : standing !== undefined && differs(standing)
  })

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
            <ActButton
              act={acts.apply}
              look="primary"
              withKey
              busy={isBusy ? importsText.importing : undefined}
            />
          </>
        }
      />
      <div className="toolbar">
        {props.sheets}
        {sections.choice}
        <Segments
          label={importsText.shown}
          value={shown}
          choices={[
            { value: 'all', label: importsText.all(sections.counts?.all ?? review.lines.length) },
            { value: 'doubtful', label: importsText.doubtful(sections.counts?.doubtful ?? doubtful) },
            ...(comparison.isBeside
              ? [{ value: 'differing' as const, label: importsText.differing(counts.differences) }]
              : []),
          ]}
          onChange={setShown}
        />
        <span className="separator" />
        <LinesCounted lines={lines} />
        {comparison.isBeside ? <PolicyChoice value={all} onChange={beside.setAll} /> : null}
      </div>
      <div className="cols">
        <section className="pane source" aria-label={importsText.sourcePane}>
          <SourceLines
            lines={lines}
            said={said}
            chosen={sections.chosen ?? (chosen === null ? null : { list: 'items', key: chosen })}
            onChoose={({ list, key }) => {
              sections.goTo(list, key)
              if (list === 'items') setChosen(key)
            }}
          />
        </section>
        <section className="pane grow" aria-label={importsText.understoodPane}>
          <div className="pane-head">
            <h2>{importsText.understoodPane}</h2>
            <span className="mute">{importsText.howTo}</span>
          </div>
          <div className="scroll">
            {error === null ? null : <ErrorBanner error={error} />}
            {said.error === null ? null : <ErrorBanner error={said.error} />}
            <LinesLeft lines={lines} said={said} />
            <OtherReading said={said} />
            {compared.error === null ? null : <ErrorBanner error={compared.error} />}
            {isExisting && compared.data !== undefined && !beside.changesAnything && counts.taken > 0 ? (
              <Banner tone="info">{text.nothingNew}</Banner>
            ) : null}
            <Warnings draft={draft} isExisting={isExisting} />
            <MeetingLine
              form={form}
              draft={draft}
              meetings={meetings.data ?? []}
              onChange={(patch) => setByHand((now) => ({ ...now, ...patch }))}
            />
            {beside.meeting === null || beside.differences === null ? null : (
              <MeetingCompared
                draft={draft}
                meeting={beside.meeting}
                differences={beside.differences}
                choice={beside.choice}
                onChoose={beside.setChoice}
              />
            )}
            {sections.body(shown === 'doubtful') ?? (
              <>
                {shown === 'doubtful' ? null : (
                  <ToCheck
                    lines={beside.doubts}
                    numbers={numbers}
                    onChoose={setChosen}
                    onAll={() => setShown('doubtful')}
                  />
                )}
                {shownRows.length === 0 ? (
                  <NoLines isFile={review.lines.length === 0} />
                ) : (
                  <ReviewGrid
                    review={review}
                    comparison={comparison}
                    all={all}
                    lines={shownRows}
                    chosen={chosen}
                    onChoose={setChosen}
                    correcting={correcting}
                    onCorrect={setCorrecting}
                    act={act}
                  />
                )}
                <GoneItems
                  items={comparison.gone}
                  withdrawn={new Set(beside.withdrawn.map(({ id }) => id))}
                  onWithdraw={beside.withdraw}
                />
                {fresh.body}
              </>
            )}
            <div className="import-keep">
              <CheckBox label={importsText.keepFile} checked={isKept} onCommit={setKept} />
            </div>
          </div>
        </section>
      </div>
    </>
  )
}

/** False once the screen was left. */
function useIsShown(): { readonly current: boolean } {
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return isShown
}

/** The act on points that are on the agenda already, unless a line says otherwise. */
function PolicyChoice(props: { value: Policy; onChange: (policy: Policy) => void }) {
  return (
    <label className="import-policy">
      <span className="mute">{text.policy}</span>
      <SelectBox>
        <select
          className="input"
          value={props.value}
          onChange={(event) => {
            const chosen = policies.find((policy) => policy === event.target.value)
            if (chosen !== undefined) props.onChange(chosen)
          }}
        >
          {policies.map((policy) => (
            <option key={policy} value={policy}>
              {text.policies[policy]}
            </option>
          ))}
        </select>
      </SelectBox>
    </label>
  )
}
