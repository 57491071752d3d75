import type { Editor } from '@tiptap/core'
import Check from 'lucide-react/icons/check'
import Eye from 'lucide-react/icons/eye'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import { type AgendaItem, timetable, toClockTime } from '../../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { Minutes, MinutesFields } from '../../../electron/domain/minutes/minutes.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { ApiError } from '../../api/api-error.ts'
import { useArrived, useWaitingFiles } from '../../api/arrivals.ts'
import { outbox, useSavedRow, useSaveState } from '../../api/outbox/window.ts'
import { useQuery } from '../../api/use-query.ts'
import { minutesText } from '../../text/minutes.ts'
import { lifeText as text } from '../../text/minutes-life.ts'
import { observationsText } from '../../text/observations.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { HeadActs, HeadBadge } from '../../ui/HeadActs.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { AttendanceList } from '../attendance/index.ts'
import { SaveDocument } from '../documents/index.ts'
import { useArrivedNotebooks } from '../session/index.ts'
import { ActiveEditorContext } from './active-editor.ts'
import { LifeActs } from './approval/LifeActs.tsx'
import { stateWords } from './approval/life-state.ts'
import { ConflictBanner } from './ConflictBanner.tsx'
import { EditorToolbar } from './EditorToolbar.tsx'
import { FieldHistoryContext, type OpenHistory } from './field-history.ts'
import { ItemSection } from './ItemSection.tsx'
import { LinkForm } from './LinkForm.tsx'
import type { MinutesPaper } from './MinutesPapers.tsx'
import { deskActs } from './minutes-acts.ts'
import { ObservationsSection } from './observations/ObservationsSection.tsx'
import { useOpenObservations } from './observations/use-observations.ts'
import { useReturned } from './observations/use-returned.ts'
import { insertPictures } from './picture-intake.ts'
import { RichField } from './RichField.tsx'
import { richSource } from './rich-source.ts'
import { useMinutesStores } from './row-stores.ts'
import { SidePane } from './SidePane.tsx'
import { isWritten, type PlanEntry, planOf, undescribedPictures } from './sections.ts'
import { TailSection } from './TailSection.tsx'
import { UndescribedPictures } from './UndescribedPictures.tsx'
import { useBlocks } from './use-blocks.ts'
import { useFromNotes } from './use-from-notes.ts'
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
  const [chosenId, setChosenId] = useState(props.focusId ?? 'head')
  const [editor, setActive] = useState<Editor | null>(null)
  const [linking, setLinking] = useState(false)
  const [side, setSide] = useSide(props.focusId === 'approval' ? { type: 'life' } : null)
  const [shown, setShown] = useState<MinutesPaper>('minutes')
  // The paper in front of one's eyes is the one saved.
  const paper = side?.type === 'preview' ? shown : 'minutes'
  const fromNotes = useFromNotes(meeting.id, view)
  const openObservations = useOpenObservations(meeting.id)
  const desk = useRef<HTMLElement>(null)
  const current = entries.find((entry) => entry.id === chosenId) ?? entries[0]
  const written = useMemo(() => {
    const all = [...blocks.decisions, ...blocks.actions]
    return new Set(
      entries.filter((entry) => entry.kind === 'item' && isWritten(entry.section, all)).map((e) => e.id),
    )
  }, [entries, blocks])

  const choose = (id: string) => {
    void outbox.flush()
    setLinking(false)
    setChosenId(id)
    const pane = desk.current?.querySelector('.scroll')
    if (pane != null) pane.scrollTop = 0
  }
  const move = (step: 1 | -1) => {
    const next = entries[entries.findIndex((entry) => entry.id === current?.id) + step]
    if (next === undefined) return
    choose(next.id)
    focusNext.current = '[contenteditable="true"], input, select, textarea'
  }
  /** Set when a section was chosen for what is in it: that takes the cursor once it is shown. */
  const focusNext = useRef<string | null>(null)
  useEffect(() => {
    if (focusNext.current === null) return
    desk.current?.querySelector<HTMLElement>(focusNext.current)?.focus()
    focusNext.current = null
  })
  const bare = useMemo(() => undescribedPictures(entries, view.minutes), [entries, view.minutes])
  const describe = () => {
    // Here first: nobody is led away from what is in front of them.
    const entry = bare.find(({ id }) => id === current?.id) ?? bare[0]
    if (entry === undefined) return
    const field = 'figure.undescribed input'
    if (entry.id === current?.id) return desk.current?.querySelector<HTMLElement>(field)?.focus()
    choose(entry.id)
    focusNext.current = field
  }
  const itemId = current?.kind === 'item' ? current.id : null
  /** The item that was read last: an observation that is added is most likely about it. */
  const lastItem = useRef(itemId)
  if (itemId !== null) lastItem.current = itemId
  const returned = useReturned(meeting.id, 'minutes')
  useArrived('returnedMinutes', meeting.id, (files) => {
    choose('observations')
    returned.read(files)
  })
  useArrivedNotebooks(meeting.id)
  useArrived('picture', null, editor === null ? null : (files) => insertPictures(editor.view, files))
  const reports = useWaitingFiles('attendanceReport', meeting.id)
  // The list of those present takes it, in its section.
  useEffect(() => {
    if (reports.length > 0) setChosenId('head')
  }, [reports])
  const link = () => setLinking(editor !== null)
  const toggle = (type: 'preview' | 'notes' | 'versions') => setSide(side?.type === type ? null : { type })
  const acts = useActs(deskActs, { itemId, blocks, move, toggle })
  useMoreActs([acts.versions])
  useMinutesStatus(view.sections, blocks)
  const active = useMemo(() => ({ editor, setActive }), [editor])
  const openHistory = useCallback<OpenHistory>(
    (of, name) => setSide({ type: 'history', of, name }),
    [setSide],
  )

  return (
    <ActiveEditorContext value={active}>
      <MinutesHead meeting={meeting} view={view} paper={paper} side={side} onSide={setSide} />
      <div className="toolbar">
        <EditorToolbar onLink={link} />
        <span className="separator" />
        <ActButton act={acts.addDecision} small withKey />
        <ActButton act={acts.addAction} small withKey />
        <span className="grow" />
        {isProvisional(view) ? (
          <span className="mute small cut" title={text.provisionalHint}>
            {text.provisional}
          </span>
        ) : null}
        <ActButton act={acts.notes} small pressed={side?.type === 'notes'} />
        <ActButton act={acts.preview} small pressed={side?.type === 'preview'} />
      </div>
      {linking && editor !== null ? <LinkForm editor={editor} onClose={() => setLinking(false)} /> : null}
      <SaveFailure />
      <UndescribedPictures count={bare.length} onDescribe={describe} />
      <div className="cols">
        <MinutesPlan
          entries={entries}
          currentId={current?.id ?? ''}
          written={written}
          openObservations={openObservations}
          onChoose={choose}
        />
        <FieldHistoryContext value={openHistory}>
          <section ref={desk} className="pane grow" aria-label={minutesText.text}>
            <div className="scroll">
              <article
                className="editor-block"
                aria-label={current === undefined ? undefined : titleOf(current)}
              >
                {current === undefined ? null : (
                  <Section
                    key={current.id}
                    entry={current}
                    view={view}
                    observations={() => (
                      <ObservationsSection
                        meetingId={meeting.id}
                        items={items}
                        itemId={lastItem.current}
                        returned={returned}
                      />
                    )}
                    item={(entry) => (
                      <ItemSection
                        entry={entry}
                        meeting={meeting}
                        blocks={blocks}
                        directory={directory.data}
                        times={clockTimes(slots.get(entry.id))}
                        fromNotes={fromNotes}
                      />
                    )}
                  />
                )}
              </article>
            </div>
          </section>
        </FieldHistoryContext>
        <SidePane
          side={side}
          meeting={meeting}
          view={view}
          entries={entries}
          itemId={itemId}
          fromNotes={fromNotes}
          paper={shown}
          onPaper={setShown}
          openObservations={openObservations}
          undescribed={bare.length}
          onObservations={() => choose('observations')}
          onClose={() => setSide(null)}
        />
      </div>
    </ActiveEditorContext>
  )
}

function Section(props: {
  entry: PlanEntry
  view: MinutesView
  observations: () => React.ReactNode
  item: (entry: Extract<PlanEntry, { kind: 'item' }>) => React.ReactNode
}) {
  const { entry, view } = props
  if (entry.kind === 'item') return props.item(entry)
  if (entry.kind === 'observations') return props.observations()
  return entry.kind === 'head' ? (
    <HeadSection minutes={view.minutes} />
  ) : (
    <TailSection minutes={view.minutes} />
  )
}

function clockTimes(slot: { start: number; end: number } | undefined): { start: string; end: string } | null {
  if (slot === undefined || slot.end === slot.start) return null
  return { start: toClockTime(slot.start), end: toClockTime(slot.end) }
}

function HeadSection({ minutes }: { minutes: Minutes }) {
  const stores = useMinutesStores(minutes.meetingId)
  const saved = useSavedRow<MinutesFields>(`minutes:${minutes.id}`, minutes, stores.minutes(minutes.id))
  const opening = useMemo(() => richSource(saved, 'opening'), [saved])
  const [openedAt, setOpenedAt] = useState(() => saved.row.value('openedAt'))
  useEffect(() => saved.row.onAdopt(() => setOpenedAt(saved.row.value('openedAt'))), [saved.row])
  return (
    <>
      <h2>{minutesText.head}</h2>
      <ConflictBanner saved={saved} />
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
      <AttendanceList meetingId={minutes.meetingId} />
      <RichField
        meetingId={minutes.meetingId}
        label={minutesText.openingText}
        source={opening}
        history={{ kind: 'minutes', id: minutes.id, field: 'opening' }}
      />
    </>
  )
}

/** Decisions and actions are numbered, and may be again until the draft is first sent. */
function isProvisional({ minutes, decisions, actions }: MinutesView): boolean {
  return minutes.frozenAt === null && decisions.length + actions.length > 0
}

function MinutesHead(props: {
  meeting: Meeting
  view: MinutesView
  paper: MinutesPaper
  side: Side | null
  onSide: (side: Side | null) => void
}) {
  const { meeting, view, paper, side, onSide } = props
  const { minutes } = view
  const words = stateWords(minutes)
  const isReviewed = minutes.state === 'review'
  return (
    <>
      <HeadBadge>
        <button
          type="button"
          className="badge-button"
          aria-label={text.openLife(words)}
          aria-expanded={side?.type === 'life'}
          onClick={() => onSide(side?.type === 'life' ? null : { type: 'life' })}
        >
          <Badge icon={isReviewed ? Eye : FilePenLine} tone={isReviewed ? 'warn' : 'mute'}>
            {words}
          </Badge>
        </button>
      </HeadBadge>
      <HeadActs>
        <SaveDocument key={paper} look="plain" subject={{ kind: paper, meetingId: meeting.id }} />
        <LifeActs minutes={minutes} onApprove={() => onSide({ type: 'life' })} />
      </HeadActs>
    </>
  )
}

function MinutesPlan(props: {
  entries: readonly PlanEntry[]
  currentId: string
  written: ReadonlySet<string>
  /** How many observations wait for an answer; null while it is not known. */
  openObservations: number | null
  onChoose: (id: string) => void
}) {
  return (
    <nav className="pane outline minutes-plan" aria-label={minutesText.plan}>
      <div className="pane-head">
        <h2>{minutesText.plan}</h2>
      </div>
      <ul className="scroll plan">
        {props.entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              aria-current={entry.id === props.currentId ? 'true' : undefined}
              onClick={() => props.onChoose(entry.id)}
            >
              <span className="number">{entry.kind === 'item' ? entry.number : ''}</span>
              <span className="cut-two-lines" title={titleOf(entry)}>
                {titleOf(entry)}
              </span>
              {entry.kind === 'observations' && (props.openObservations ?? 0) > 0 ? (
                <span className="mute" title={observationsText.openCount(props.openObservations ?? 0)}>
                  <span aria-hidden="true">{props.openObservations}</span>
                  <span className="visually-hidden">
                    {observationsText.openCount(props.openObservations ?? 0)}
                  </span>
                </span>
              ) : null}
              {props.written.has(entry.id) ? (
                <span className="ok" title={minutesText.written}>
                  <Icon of={Check} size={16} />
                  <span className="visually-hidden">{minutesText.written}</span>
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function titleOf(entry: PlanEntry): string {
  if (entry.kind === 'item') return entry.item.title
  if (entry.kind === 'observations') return observationsText.title
  return entry.kind === 'head' ? minutesText.head : minutesText.tail
}

function SaveFailure() {
  const { phase, failure } = useSaveState()
  // The frame already says that the core restarts.
  if (phase !== 'failed' || failure === null || failure.code === 'core-restarting') return null
  const error = new ApiError(failure.code, failure.field, failure.ref)
  return (
    <div className="save-failure">
      <ErrorBanner error={error} onRetry={() => void outbox.flush()} />
    </div>
  )
}
