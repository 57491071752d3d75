import FileDown from 'lucide-react/icons/file-down'
import FileInput from 'lucide-react/icons/file-input'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { NotebooksView } from '../../../../electron/contract/notebooks.ts'
import type { SessionVocabulary } from '../../../../electron/contract/session.ts'
import { type AgendaItem, itemNumbers } from '../../../../electron/domain/agenda/agenda.ts'
import type { NotebookItem } from '../../../../electron/domain/session/notebook.ts'
import { bindActs, keyHints, pressKey } from '../../../acts/act.ts'
import { useRowKeys } from '../../../acts/use-acts.ts'
import { useFocusKept } from '../../../acts/use-focus-kept.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useUnseen } from '../../../app/team.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { EditingOff } from '../../../ui/editing.ts'
import { HeadActs } from '../../../ui/HeadActs.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { scrolls } from '../../../ui/scrolls.ts'
import { useStatusLine } from '../../../ui/status.ts'
import { isTyping } from '../../../ui/typing.ts'
import { ArrivalArea } from '../../documents/index.ts'
import { groupsOf } from './groups.ts'
import { MergeGroup } from './MergeGroup.tsx'
import { MergePane } from './MergePane.tsx'
import { mergeActs } from './merge-acts.ts'
import { chooseLine, lineAt } from './merge-focus.ts'
import { NotebookInput, useSaveNotebook } from './NotebookDoor.tsx'
import { useMerge } from './use-merge.ts'
import { useReadNotebooks } from './use-read-notebooks.ts'

export function NotebooksPage({ meetingId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const view = useQuery('notebooks.list', { meetingId })
  const vocabulary = useQuery('session.vocabulary', { meetingId })
  const intake = useReadNotebooks(meetingId, false)
  const blank = useSaveNotebook(meetingId)
  const input = useRef<HTMLInputElement>(null)
  useArrived('notebook', meetingId, intake.takeFiles)
  useArrived('transcript', meetingId, intake.takeFiles)
  usePaste(intake.takeText)
  const items = useMemo(() => itemsOf(file.data?.items ?? []), [file.data])
  const error = file.error ?? view.error
  if (view.data === undefined || file.data === undefined)
    return error === null ? (
      <Skeleton lines={6} />
    ) : (
      <ErrorBanner error={error} onRetry={() => void view.refetch()} />
    )
  const theirs = view.data.lines.filter(({ notebookId }) => notebookId !== null)
  const open = theirs.filter(({ state }) => state === 'proposed').length
  const isEmpty = view.data.notebooks.length === 0
  const choose = (
    <Button
      look="primary"
      icon={FileInput}
      busy={intake.isReading ? text.reading : undefined}
      onPress={() => input.current?.click()}
    >
      {text.read}
    </Button>
  )
  return (
    <>
      <HeadActs>{isEmpty ? null : choose}</HeadActs>
      <div className="toolbar">
        <h2 className="h2">{text.title}</h2>
        {isEmpty ? null : (
          <span className="mute" role="status">
            {text.progress(open, theirs.length)}
          </span>
        )}
        <span className="grow" />
        <Button small icon={FileDown} busy={blank.isSaving ? text.saving : undefined} onPress={blank.save}>
          {text.save}
        </Button>
      </div>
      <NotebookInput ref={input} onFiles={intake.takeFiles} />
      {blank.toast}
      <ArrivalArea label={text.drop} className="cols" takes={['notebook', 'transcript']}>
        {isEmpty ? (
          <NoNotebook act={choose} />
        ) : (
          <MergeDesk view={view.data} items={items} speakers={vocabulary.data?.speakers ?? none} />
        )}
      </ArrivalArea>
    </>
  )
}

function NoNotebook({ act }: { act: ReactNode }) {
  useStatusLine([])
  const unseen = useUnseen()
  return (
    <div className="scroll grow">
      <EmptyState icon={NotebookPen} title={unseen ?? text.empty} act={act}>
        {unseen === null ? text.emptyLead : null}
      </EmptyState>
    </div>
  )
}

const { next, take, instead, leave, takeAll } = mergeActs.acts
const hints = keyHints([next, take, instead, leave, takeAll])

const none: SessionVocabulary['speakers'] = []

function MergeDesk(props: {
  view: NotebooksView
  items: readonly NotebookItem[]
  speakers: SessionVocabulary['speakers']
}) {
  const { view, items } = props
  const [shown, setShown] = useState<'open' | 'all'>('open')
  const merge = useMerge()
  const groups = useMemo(() => groupsOf(view, items), [view, items])
  const off = useContext(EditingOff)
  useRowKeys(mergeActs)
  // A line is an element with `data-line`, and `data-open` while it is to be decided.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = lineAt(event.target)?.dataset.line
    if (id !== undefined) pressKey(event, Object.values(bindActs(mergeActs, { groups, merge, id }, off)))
  }
  const desk = useRef<HTMLDivElement>(null)
  useFocusKept(desk)
  useStatusLine([], hints)
  const open = groups.reduce((sum, group) => sum + group.open.length, 0)
  const [only] = view.notebooks
  const isOnly = view.notebooks.length === 1 && only !== undefined
  const listed = shown === 'all' ? groups : groups.filter((group) => group.open.length > 0)
  return (
    <>
      <MergePane
        view={view}
        groups={groups}
        speakers={props.speakers}
        onGo={(group) => {
          if (group.open.length === 0) setShown('all')
          // Drawn first when it was not shown.
          requestAnimationFrame(() => {
            const section = desk.current?.querySelector(`[data-group="${group.key}"]`)
            section?.scrollIntoView({ block: 'start' })
            section?.querySelector<HTMLElement>('[data-line] button')?.focus({ preventScroll: true })
          })
        }}
      />
      <section className="pane grow" aria-label={text.title}>
        <div className="pane-head merge-columns">
          <h2>{text.mine}</h2>
          <div className="row">
            <h2 className="grow cut">{isOnly ? text.theirs(only.author) : text.several}</h2>
            <Segments
              label={text.shown}
              value={shown}
              choices={[
                { value: 'open', label: text.show.open, count: open },
                { value: 'all', label: text.show.all },
              ]}
              onChange={setShown}
            />
          </div>
        </div>
        <div ref={desk} className="scroll merge-scroll" {...scrolls}>
          {listed.length === 0 ? <p className="mute pad">{text.nothingOpen}</p> : null}
          {listed.map((group) => (
            <MergeGroup
              key={group.key}
              group={group}
              items={items}
              merge={merge}
              onlyOpen={shown === 'open'}
              authors={!isOnly}
              onKeyDown={onKeyDown}
              onClick={chooseLine}
            />
          ))}
        </div>
      </section>
    </>
  )
}

function itemsOf(all: readonly AgendaItem[]): NotebookItem[] {
  const numbers = itemNumbers(all)
  return all.map(({ id, title }) => ({ id, number: numbers.get(id) ?? '', title }))
}

/** A notebook's text pasted on the screen, outside of any field. */
function usePaste(take: (words: string) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(document.activeElement)) return
      const words = event.clipboardData?.getData('text/plain') ?? ''
      if (words.trim() === '') return
      event.preventDefault()
      latest.current(words)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
