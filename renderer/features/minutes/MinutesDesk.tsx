import type { Editor } from '@tiptap/core'
import Eye from 'lucide-react/icons/eye'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import { type AgendaItem, timetable } from '../../../electron/domain/agenda/agenda.ts'
import type { LeavingCheck } from '../../../electron/domain/meetings/leaving.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { Minutes, MinutesFields } from '../../../electron/domain/minutes/minutes.ts'
import { circleOf } from '../../../electron/domain/minutes/observation.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { ApiError } from '../../api/api-error.ts'
import { useArrived, useWaitingFiles } from '../../api/arrivals.ts'
import { useSavedRow } from '../../api/outbox/saved-row.ts'
import { outbox, useSaveState } from '../../api/outbox/window.ts'
import { useQuery } from '../../api/use-query.ts'
import { showPassage } from '../../app/shown-passage.ts'
import { ConflictBanner } from '../../parts/ConflictBanner.tsx'
import { useFaceFocus } from '../../parts/FacesPane.tsx'
import { FoldButton, useLeftList } from '../../parts/LeftList.tsx'
import { minutesText } from '../../text/minutes.ts'
import { lifeText as text } from '../../text/minutes-life.ts'
import { observationsText } from '../../text/observations.ts'
import { pictureText } from '../../text/picture.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { HeadActs, HeadBadge } from '../../ui/HeadActs.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { AttendanceList } from '../attendance/index.ts'
import { usePrintedDocument } from '../documents/index.ts'
import { useArrivedNotebooks } from '../session/index.ts'
import { ActiveEditorContext } from './active-editor.ts'
import { LifeActs } from './approval/LifeActs.tsx'
import { stateWords } from './approval/life-state.ts'
import { EditorToolbar } from './EditorToolbar.tsx'
import { FieldHistoryContext, type OpenHistory } from './field-history.ts'
import { ItemSection } from './ItemSection.tsx'
import { LinkForm } from './LinkForm.tsx'
import { type MinutesPaper, MinutesPapers } from './MinutesPapers.tsx'
import { MinutesPlan } from './MinutesPlan.tsx'
import { deskActs } from './minutes-acts.ts'
import { NotesPane } from './NotesPane.tsx'
import { ObservationsSection } from './observations/ObservationsSection.tsx'
import { useOpenObservations } from './observations/use-observations.ts'
import { useReturned } from './observations/use-returned.ts'
import { insertPictures } from './picture-intake.ts'
import { RichField } from './RichField.tsx'
import { richSource } from './rich-source.ts'
import { useMinutesStores } from './row-stores.ts'
import { SavePaper } from './SavePaper.tsx'
import { SidePane } from './SidePane.tsx'
import { headingOf, isWritten, planOf, undescribedPictures } from './sections.ts'
import { TailSection } from './TailSection.tsx'
import { SectionTitle, TextSection, useWordsSeen } from './TextSection.tsx'
import { useBlocks } from './use-blocks.ts'
import { useCursor } from './use-cursor.ts'
import { useFromNotes } from './use-from-notes.ts'
import { sideAt, useMend } from './use-mend.ts'
import { useMinutesStatus } from './use-minutes-status.ts'
import { type Side, useSide } from './use-side.ts'

export function MinutesDesk(props: {
  meeting: Meeting
  items: readonly AgendaItem[]
  view: MinutesView
  focusId: string | null
}) {
  const { meeting, items, view } = props
  const directory = useQuery('directory.list', {})
  const blocks = useBlocks(meeting.id, view)
  const entries = useMemo(() => planOf(items, view.sections), [items, view.sections])
  const slots = useMemo(() => timetable(items, meeting).slots, [items, meeting])
  const list = useLeftList()
  const [editor, setActive] = useState<Editor | null>(null)
  const [linking, setLinking] = useState(false)
  const side = useSide(sideAt(props.focusId))
  const [paper, setPaper] = useState<MinutesPaper>('minutes')
  usePrintedDocument({ kind: paper, meetingId: meeting.id })
  const fromNotes = useFromNotes(meeting.id, view)
  const open = useOpenObservations(meeting.id)
  const areWordsSeen = useWordsSeen()
  const { scroller, current, words, setWords, reach, goTo } = useCursor(meeting.id, entries, props.focusId)
  const written = useMemo(() => {
    const all = [...blocks.decisions, ...blocks.actions]
    return new Set(
      entries.filter((entry) => entry.kind === 'item' && isWritten(entry.section, all)).map((e) => e.id),
    )
  }, [entries, blocks])
  const heading = current === undefined ? '' : headingOf(current)
  const follows = useMemo(() => ({ heading, words }), [heading, words])
  const choose = (id: string, into: string | null) => {
    void outbox.flush()
    setLinking(false)
    goTo(id, into)
  }
  const move = (step: 1 | -1) => {
    const next = entries[entries.findIndex((entry) => entry.id === current?.id) + step]
    if (next !== undefined) choose(next.id, '[contenteditable="true"], input, select, textarea')
  }
  const bare = useMemo(() => undescribedPictures(entries, view.minutes), [entries, view.minutes])
  const describe = () => {
    // Here first: nobody is led away from what is in front of them.
    const entry = bare.find(({ id }) => id === current?.id) ?? bare[0]
    if (entry !== undefined) choose(entry.id, 'figure.undescribed input')
  }
  const show = useCallback(
    (id: string | null, passage: string) => {
      goTo(id ?? 'head', null)
      showPassage(passage, scroller.current)
    },
    [goTo, scroller],
  )
  const itemId = current?.kind === 'item' ? current.id : null
  const returned = useReturned(meeting.id, 'minutes')
  useArrived('returnedMinutes', meeting.id, (files) => {
    side.showFace('observations')
    returned.read(files)
  })
  useArrivedNotebooks(meeting.id)
  useArrived('picture', null, editor === null ? null : (files) => insertPictures(editor.view, files))
  const reports = useWaitingFiles('attendanceReport', meeting.id)
  // The list of those present takes it, in its section.
  useEffect(() => {
    if (reports.length > 0) goTo('head', null)
  }, [reports, goTo])
  const { showFace, showCover } = side
  const answers = useWaitingFiles('approvalReply', meeting.id)
  useEffect(() => {
    if (answers.length > 0) showCover({ type: 'life' })
  }, [answers, showCover])
  const pane = useRef<HTMLDivElement>(null)
  const { mend, seek, sought, onFound } = useMend({ focusId: props.focusId, side, pane, choose })
  const focusPane = useFaceFocus(pane)
  const acts = useActs(deskActs, {
    itemId,
    blocks,
    move,
    show(face) {
      showFace(face)
      if (list.isOneColumn) focusPane()
    },
    toggleVersions: () => showCover(side.cover?.type === 'versions' ? null : { type: 'versions' }),
  })
  useMoreActs([acts.versions, acts.preview, acts.notes, acts.observations])
  useMinutesStatus(view, blocks)
  const active = useMemo(() => ({ editor, setActive, setWords }), [editor, setWords])
  const openHistory = useCallback<OpenHistory>(
    (of, name) => showCover({ type: 'history', of, name }),
    [showCover],
  )
  const write = useRef(fromNotes)
  write.current = fromNotes
  const onWrite = useCallback((id: string) => write.current.start(id, false), [])

  return (
    <ActiveEditorContext value={active}>
      <MinutesHead view={view} meeting={meeting} side={side} go={mend} />
      <div className="cols">
        <MinutesPlan
          list={list}
          entries={entries}
          currentId={current?.id ?? ''}
          written={written}
          observations={open.byItem}
          onChoose={(id) => choose(id, 'h2')}
        />
        <FieldHistoryContext value={openHistory}>
          <section className="pane grow minutes-text" aria-label={minutesText.text}>
            <div className="toolbar">
              <EditorToolbar
                onLink={() => setLinking(editor !== null)}
                first={list.isFolded ? <FoldButton list={list} /> : null}
              >
                <span className="separator" />
                <ActButton act={acts.addDecision} small withKey skipped={editor === null} />
                <ActButton act={acts.addAction} small withKey skipped={editor === null} />
              </EditorToolbar>
            </div>
            {linking && editor !== null ? (
              <LinkForm
                of={current?.id ?? view.minutes.id}
                editor={editor}
                onClose={() => setLinking(false)}
              />
            ) : null}
            <SaveFailure />
            <UndescribedPictures count={bare.length} onDescribe={describe} />
            <div className="scroll" ref={scroller}>
              <div className="editor-block">
                {entries.map((entry) => (
                  <TextSection
                    key={entry.id}
                    entry={entry}
                    minutes={view.minutes}
                    blocks={blocks}
                    isCurrent={areWordsSeen && entry === current}
                    onReach={reach}
                  >
                    {entry.kind === 'item' ? (
                      <ItemSection
                        item={entry.item}
                        number={entry.number}
                        section={entry.section}
                        meeting={meeting}
                        blocks={blocks}
                        directory={directory.data}
                        slot={slots.get(entry.id)}
                        isWriting={fromNotes.isPending}
                        onWrite={onWrite}
                      />
                    ) : entry.kind === 'head' ? (
                      <HeadSection minutes={view.minutes} />
                    ) : (
                      <TailSection minutes={view.minutes} />
                    )}
                  </TextSection>
                ))}
              </div>
            </div>
          </section>
        </FieldHistoryContext>
        <SidePane
          box={pane}
          side={side}
          meeting={meeting}
          view={view}
          items={items}
          openObservations={open.count}
          undescribed={bare.length}
          onObservations={() => seek('open')}
          go={mend}
        >
          {side.face === 'page' ? (
            <MinutesPapers
              meetingId={meeting.id}
              paper={paper}
              onPaper={setPaper}
              acts={
                // The paper in front of one's eyes is the one saved.
                <SavePaper key={paper} look="plain" paper={paper} meetingId={meeting.id} go={mend} />
              }
              follows={follows}
            />
          ) : side.face === 'notes' ? (
            <NotesPane
              meetingId={meeting.id}
              entries={entries}
              itemId={itemId}
              fromNotes={fromNotes}
              onUnplaced={() => choose('head', 'h2')}
            />
          ) : (
            <Inspector title={observationsText.title}>
              <ObservationsSection
                meetingId={meeting.id}
                items={items}
                itemId={itemId}
                circle={circleOf('minutes', view.minutes.state)}
                returned={returned}
                sought={sought}
                onFound={onFound}
                onGo={(id) => choose(id ?? 'head', 'h2')}
                onShow={show}
              />
            </Inspector>
          )}
        </SidePane>
      </div>
    </ActiveEditorContext>
  )
}

/** As a section of an item: drawn again when something of its own changed. */
const HeadSection = memo(function HeadSection({ minutes }: { minutes: Minutes }) {
  const stores = useMinutesStores(minutes.meetingId)
  const saved = useSavedRow<MinutesFields>(`minutes:${minutes.id}`, minutes, stores.minutes(minutes.id))
  const opening = useMemo(() => richSource(saved, 'opening'), [saved])
  const [openedAt, setOpenedAt] = useState(() => saved.row.value('openedAt'))
  useEffect(() => saved.row.onAdopt(() => setOpenedAt(saved.row.value('openedAt'))), [saved.row])
  return (
    <>
      <SectionTitle entry={{ kind: 'head', id: 'head' }} />
      <ConflictBanner saved={saved} />
      <RichField
        meetingId={minutes.meetingId}
        label={minutesText.openingText}
        source={opening}
        history={{ kind: 'minutes', id: minutes.id, field: 'opening' }}
      />
      <div className="minutes-facts">
        <TimeField
          label={minutesText.openingTime}
          value={openedAt}
          onCommit={(time) => {
            saved.edit('openedAt', () => time)
            setOpenedAt(time)
          }}
        />
      </div>
      <AttendanceList meetingId={minutes.meetingId} openedAt={openedAt} />
    </>
  )
})

function MinutesHead({
  view,
  meeting,
  side,
  go,
}: {
  view: MinutesView
  meeting: Meeting
  side: Side
  go: (check: LeavingCheck) => boolean
}) {
  const { minutes } = view
  const words = stateWords(minutes)
  const isReviewed = minutes.state === 'review'
  const isOpen = side.cover?.type === 'life'
  return (
    <>
      <HeadBadge>
        <button
          type="button"
          className="badge-button"
          aria-label={text.openLife(words)}
          aria-expanded={isOpen}
          onClick={() => side.showCover(isOpen ? null : { type: 'life' })}
        >
          <Badge icon={isReviewed ? Eye : FilePenLine} tone={isReviewed ? 'warn' : 'mute'}>
            {words}
          </Badge>
        </button>
      </HeadBadge>
      <HeadActs>
        {meeting.takenOver === null ? (
          <LifeActs
            minutes={minutes}
            meeting={meeting}
            go={go}
            onApprove={() => side.showCover({ type: 'life' })}
          />
        ) : null}
      </HeadActs>
    </>
  )
}

function SaveFailure() {
  const { phase, failure } = useSaveState()
  // The frame already says that the core restarts.
  if (phase !== 'failed' || failure === null || failure.code === 'core-restarting') return null
  const error = ApiError.of(failure)
  return (
    <div className="save-failure">
      <ErrorBanner error={error} onRetry={() => void outbox.flush()} />
    </div>
  )
}

/** Nothing when all are described. They do not keep a document from being saved. */
function UndescribedPictures({ count, onDescribe }: { count: number; onDescribe: () => void }) {
  if (count === 0) return null
  return (
    <Banner
      tone="warn"
      acts={
        <Button small onPress={onDescribe}>
          {pictureText.describe}
        </Button>
      }
    >
      {pictureText.undescribed(count)}
    </Banner>
  )
}
