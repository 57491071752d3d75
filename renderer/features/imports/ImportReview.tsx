import FileText from 'lucide-react/icons/file-text'
import type { ReactNode } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { meetingName } from '../../../electron/domain/meetings/meeting-name.ts'
import { formatDate, formatSize } from '../../../electron/domain/text/french.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { reviewActs, reviewRowActs, reviewUndoActs } from '../../acts/review-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { href } from '../../app/paths.ts'
import { importsText } from '../../text/imports.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { CheckBox, SelectBox } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import type { Received } from './file-states.ts'
import { useUndo } from './file-states.ts'
import { LinesLeft } from './LinesLeft.tsx'
import { MeetingCompared } from './MeetingCompared.tsx'
import { MeetingLine } from './MeetingLine.tsx'
import { targetOf } from './meeting-form.ts'
import { ReviewGrid } from './ReviewGrid.tsx'
import { GoneItems, LinesCounted, NoLines, OtherReading, ToCheck, Warnings } from './ReviewNotes.tsx'
import { nextDoubtful } from './review.ts'
import type { Policy } from './review-line.ts'
import { SourceLines } from './SourceLines.tsx'
import { useApply } from './use-apply.ts'
import { type FileReview, useReview } from './use-review.ts'

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
  const of = useReview(props)
  const { said, draft, chosen, setChosen, doubtful, sections, lines, beside } = of
  const { comparison, counts, compared } = beside
  const { apply, whyNot, isBusy, error, isKept, setKept } = useApply(of, props.received, props.onDone)
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
    whyNot,
    apply,
    next: () => {
      if (sections.goToNext(doubtful)) return
      const next = nextDoubtful(of.review, chosen, beside.isToCheck)
      if (next !== null) setChosen(next)
    },
  })
  useActs(reviewUndoActs, { undo: useUndo().undo })
  const isExisting = targetOf(of.form)?.type === 'existing'
  return (
    <>
      <Head
        title={importsText.title}
        facts={<FileFacts of={of} />}
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
        <ShownChoice of={of} />
        <span className="separator" />
        <LinesCounted lines={lines} />
        {comparison.isBeside ? <PolicyChoice value={beside.all} onChange={beside.setAll} /> : null}
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
        <section className="pane grow import-understood" aria-label={importsText.understoodPane}>
          <div className="pane-head">
            <h2>{importsText.understoodPane}</h2>
            <span className="mute">{importsText.howTo}</span>
          </div>
          <div className="scroll">
            {of.meeting === null || !of.isSealed ? null : <SealedMeeting meetingId={of.meeting.id} />}
            {error === null ? null : <ErrorBanner error={error} />}
            {said.error === null ? null : <ErrorBanner error={said.error} />}
            <LinesLeft lines={lines} said={said} />
            <OtherReading said={said} />
            {compared.error === null ? null : <ErrorBanner error={compared.error} />}
            {isExisting &&
            !of.isSealed &&
            compared.data !== undefined &&
            !beside.changesAnything &&
            counts.taken > 0 ? (
              <Banner tone="info">{text.nothingNew}</Banner>
            ) : null}
            <Warnings draft={draft} isExisting={isExisting} />
            <MeetingUnderstood of={of} />
            {sections.body(of.shown === 'doubtful') ?? <ItemsUnderstood of={of} />}
            <div className="import-keep">
              <CheckBox label={importsText.keepFile} checked={isKept} onCommit={setKept} />
            </div>
          </div>
        </section>
      </div>
    </>
  )
}

function FileFacts({ of: { said, meeting } }: { of: FileReview }) {
  const { fileName, sizeBytes } = said.file
  return (
    <>
      <span>
        <Icon of={FileText} size={16} />
        {fileName}
      </span>
      <span>{formatSize(sizeBytes)}</span>
      <span>
        {meeting === null
          ? importsText.towardsNew
          : importsText.towards(meetingName(meeting.number, formatDate(meeting.date)))}
      </span>
    </>
  )
}

function ShownChoice({ of: { sections, review, doubtful, beside, shown, setShown } }: { of: FileReview }) {
  return (
    <Segments
      label={importsText.shown}
      value={shown}
      choices={[
        { value: 'all', label: importsText.all(sections.counts?.all ?? review.lines.length) },
        { value: 'doubtful', label: importsText.doubtful(sections.counts?.doubtful ?? doubtful) },
        ...(beside.comparison.isBeside
          ? [{ value: 'differing' as const, label: importsText.differing(beside.counts.differences) }]
          : []),
      ]}
      onChange={setShown}
    />
  )
}

/** Said before the lines are read, with what can be done instead. */
function SealedMeeting({ meetingId }: { meetingId: string }) {
  return (
    <Banner
      tone="warn"
      acts={
        <a className="button plain compact" href={href('minutes', { meetingId })}>
          {importsText.meeting.sealedGo}
        </a>
      }
    >
      {importsText.meeting.sealed} {importsText.meeting.sealedInstead}
    </Banner>
  )
}

function MeetingUnderstood({ of }: { of: FileReview }) {
  const { form, draft, meetings, setByHand, beside } = of
  return (
    <>
      <MeetingLine
        form={form}
        draft={draft}
        meetings={meetings}
        onChange={(patch) => setByHand((now) => ({ ...now, ...patch }))}
      />
      {of.isSealed || beside.meeting === null || beside.differences === null ? null : (
        <MeetingCompared
          draft={draft}
          meeting={beside.meeting}
          differences={beside.differences}
          choice={beside.choice}
          onChoose={beside.setChoice}
        />
      )}
    </>
  )
}

function ItemsUnderstood({ of }: { of: FileReview }) {
  const { review, beside, shown, setChosen } = of
  return (
    <>
      {shown === 'doubtful' ? null : (
        <ToCheck
          lines={beside.doubts}
          numbers={of.numbers}
          onChoose={setChosen}
          onAll={() => of.setShown('doubtful')}
        />
      )}
      {of.shownRows.length === 0 ? (
        <NoLines isFile={review.lines.length === 0} />
      ) : (
        <ReviewGrid
          review={review}
          comparison={beside.comparison}
          all={beside.all}
          lines={of.shownRows}
          chosen={of.chosen}
          onChoose={setChosen}
          correcting={of.correcting}
          onCorrect={of.setCorrecting}
          act={of.act}
        />
      )}
      <GoneItems
        items={beside.comparison.gone}
        withdrawn={new Set(beside.withdrawn.map(({ id }) => id))}
        onWithdraw={beside.withdraw}
      />
      {of.fresh.body}
    </>
  )
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
