import Inbox from 'lucide-react/icons/inbox'
import MailPlus from 'lucide-react/icons/mail-plus'
import X from 'lucide-react/icons/x'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { SheetDraft, SubjectRow, TakenMail } from '../../../../electron/contract/subjects.ts'
import { threadTopic } from '../../../../electron/domain/dispatch/mail-thread.ts'
import { PASTED_LENGTH } from '../../../../electron/domain/limits.ts'
import { keyHints } from '../../../acts/act.ts'
import { listActs } from '../../../acts/list-acts.ts'
import { useActs } from '../../../acts/use-acts.ts'
import { useFocusKept } from '../../../acts/use-focus-kept.ts'
import { newId } from '../../../api/new-id.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useUnseen } from '../../../app/team.ts'
import { windowActs } from '../../../app/window-acts.ts'
import { useFirstChosen, useListedOnly } from '../../../parts/grid/beside.ts'
import { nextSort, sorted } from '../../../parts/grid/columns.ts'
import { useDeskColumns } from '../../../parts/grid/desk-columns.ts'
import { Grid } from '../../../parts/grid/Grid.tsx'
import { choose, chooseThese, nothingChosen, type Selection, theOne } from '../../../parts/grid/selection.ts'
import { ListAndPane } from '../../../parts/ListAndPane.tsx'
import { PlaceTabs } from '../../../parts/PlaceTabs.tsx'
import { useUpcoming } from '../../../parts/use-upcoming.ts'
import { sidebarText } from '../../../text/place.ts'
import { mailFailureText, takingText, subjectText as text } from '../../../text/subjects.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterField } from '../../../ui/FilterField.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useKept } from '../../../ui/kept.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { TextArea } from '../../../ui/TextField.tsx'
import { ArrivalArea } from '../../documents/index.ts'
import { SheetReview } from './SheetReview.tsx'
import { SubjectInspector } from './SubjectInspector.tsx'
import { SubjectsHeadActs } from './SubjectsHeadActs.tsx'
import { subjectActs } from './subject-acts.ts'
import { subjectColumns } from './subject-columns.tsx'
import { type Segment, segmentOf, segments, shownRows } from './subject-rows.ts'
import { chooseMails, closeOutcome, stopTaking, useTaking, welcomeArrived } from './taking.ts'
import { usePasted } from './use-pasted.ts'
import { useSubjectActs } from './use-subject-acts.ts'
import { useSubjectIntake } from './use-subject-intake.ts'

const { previous, next } = listActs.acts
const { retain, wait, remove } = subjectActs.acts
const hints = keyHints([previous, next, retain, wait, remove, windowActs.acts.find])

/** Before the chosen subject, as long as an act wants it there. */
type Beside = { type: 'paste' } | { type: 'sheet'; draft: SheetDraft } | null

/** Words on their way to become a subject. */
const PASTED = 'subject-paste'

/** Under which the order of the list is kept on this desk. */
const LIST = 'subjects'

export function SubjectsPage({ focusId }: { focusId: string | null }) {
  const unseen = useUnseen()
  const list = useQuery('subjects.list', {})
  const all = list.data
  const meetings = useUpcoming()
  const [segment, setSegment] = useState<Segment>('toDo')
  const [words, setWords] = useState('')
  const [beside, setBeside] = useState<Beside>(null)
  const [selection, setSelection] = useState(nothingChosen)
  const page = useRef<HTMLDivElement>(null)
  const show = useShow(all, focusId, (row) => {
    setSegment(segmentOf(row))
    setWords('')
    select(choose(row.id))
  })
  const select = (next: Selection) => {
    setSelection(next)
    setBeside(null)
  }
  const close = () => select(nothingChosen)
  const now = useRef(selection)
  now.current = selection
  const acts = useSubjectActs({
    // Who was removed from the list by a key has made room for the next one already.
    removed: (id) => {
      if (theOne(now.current) === id) close()
    },
    added: (id) => show(id),
    // Its sentence stands beside it.
    refused: (id) => select(choose(id)),
  })
  const [, setPasted] = useKept(PASTED, '')
  const intake = useSubjectIntake({
    sheet: (draft) => setBeside({ type: 'sheet', draft }),
    words: (words) => {
      // What was pasted there before and not taken stays above it.
      setPasted((before) => (before === '' ? words : `${before}\n\n${words}`))
      setBeside({ type: 'paste' })
    },
  })
  const [{ sort }, setDesk] = useDeskColumns(LIST)
  const rows = useMemo(
    () => sorted(shownRows(all ?? [], segment, words), subjectColumns, sort).flatMap((row) => row ?? []),
    [all, segment, words, sort],
  )
  useFirstChosen(rows[0]?.id, focusId !== null, (id) => setSelection(choose(id)))
  useListedOnly(rows, words.trim() === '' ? null : words, selection.ids, (ids) =>
    setSelection(chooseThese(ids)),
  )
  const counts = useMemo(() => countsOf(all ?? []), [all])
  const chosen = rows.find(({ id }) => id === theOne(selection))
  const lines = useRef<HTMLDivElement>(null)
  useFocusKept(page, lines)
  // Fields take longer to draw than a line: an arrow held down does not wait for them.
  const shown = useDeferredValue(theOne(selection))
  useStatusLine([text.facts(counts.toDo, counts.retained)], hints)

  const [nextMeeting] = meetings
  /** Acts on the chosen line and goes on to the next one: a list is worked off with one key. */
  const andNext = (act: (row: SubjectRow) => void) => {
    if (chosen === undefined) return null
    const rank = rows.indexOf(chosen)
    const after = rows[rank + 1] ?? rows[rank - 1]
    return () => {
      select(after === undefined ? nothingChosen : choose(after.id))
      act(chosen)
    }
  }
  const own = useActs(subjectActs, {
    retain: nextMeeting === undefined ? null : andNext((row) => acts.retain(row, nextMeeting)),
    double: chosen === undefined ? null : () => acts.double(chosen),
    wait: andNext((row) => acts.setState(row, 'waiting', '')),
    remove: chosen?.itemId != null ? null : andNext((row) => acts.remove(row)),
  })
  return (
    <div className="subject-page" ref={page}>
      <Head
        title={sidebarText.subjects}
        tabs={<PlaceTabs of="subjects" current="subjects" />}
        acts={
          <SubjectsHeadActs intake={intake} onAdded={show} onPaste={() => setBeside({ type: 'paste' })} />
        }
      />
      <ArrivalArea label={text.drop} className="drop-page" takes={['mail', 'sheet']}>
        <ListAndPane className="subject-cols">
          <section className="pane grow" aria-label={text.title}>
            <div className="toolbar">
              <Segments
                label={text.which}
                value={segment}
                choices={segments.map((value) => ({
                  value,
                  label: text.segments[value],
                  count: counts[value],
                }))}
                onChange={(next) => {
                  setSegment(next)
                  close()
                }}
              />
              <FilterField label={text.filter} value={words} onChange={setWords} />
            </div>
            <TakingReport />
            <div className="scroll" key={segment} ref={lines} tabIndex={-1}>
              {list.error === null ? null : (
                <div className="pad">
                  <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
                </div>
              )}
              {all === undefined ? (
                list.error === null ? (
                  <Skeleton lines={8} />
                ) : null
              ) : all.length === 0 ? (
                <EmptyState
                  icon={Inbox}
                  title={unseen ?? text.empty}
                  act={
                    <Button icon={MailPlus} writes onPress={() => void chooseMails()}>
                      {text.choose}
                    </Button>
                  }
                >
                  {unseen === null ? text.emptyHint : null}
                </EmptyState>
              ) : rows.length === 0 ? (
                <p className="pad mute" role="status">
                  {words.trim() === '' ? text.none[segment] : text.noMatch}
                </p>
              ) : (
                <Grid
                  list={LIST}
                  order={{ sort, onSort: (by) => setDesk({ sort: nextSort(sort, by) }) }}
                  label={text.segments[segment]}
                  isTwoLines
                  // Each act is one entry that is undone by itself.
                  isSingle
                  columns={subjectColumns}
                  rows={rows}
                  selection={selection}
                  onSelect={select}
                  onOpen={() => page.current?.querySelector<HTMLElement>('.inspector-body textarea')?.focus()}
                  acts={Object.values(own)}
                />
              )}
            </div>
          </section>
          {beside?.type === 'paste' ? (
            <PasteInspector onTaken={show} onClose={close} />
          ) : beside?.type === 'sheet' ? (
            <SheetReview
              key={beside.draft.sha256}
              draft={beside.draft}
              into={sameSubject(all ?? [], beside.draft)}
              onTaken={show}
              onClose={close}
            />
          ) : (
            (all ?? [])
              .filter(({ id }) => id === shown)
              .map((row) => (
                <SubjectInspector
                  key={row.id}
                  row={row}
                  acts={acts}
                  meetings={meetings}
                  onClose={close}
                  onSplit={show}
                />
              ))
          )}
        </ListAndPane>
      </ArrivalArea>
    </div>
  )
}

/** Shows a subject once the list has it: the one of the address, one just added, the first of a drop. */
function useShow(
  rows: readonly SubjectRow[] | undefined,
  focusId: string | null,
  onShow: (row: SubjectRow) => void,
): (id: string) => void {
  const [wanted, setWanted] = useState(focusId)
  const { arrived } = useTaking()
  useEffect(() => setWanted(focusId), [focusId])
  useEffect(() => {
    if (arrived === null) return
    setWanted(arrived)
    welcomeArrived()
  }, [arrived])
  const row = rows?.find(({ id }) => id === wanted)
  const latest = useRef(onShow)
  latest.current = onShow
  useEffect(() => {
    if (row === undefined) return
    setWanted(null)
    latest.current(row)
  }, [row])
  return setWanted
}

function countsOf(rows: readonly SubjectRow[]): Record<Segment, number> {
  const counts = { toDo: 0, retained: 0, waiting: 0, dismissed: 0 }
  for (const row of rows) counts[segmentOf(row)] += 1
  return counts
}

/** The subject that a sheet speaks of, when one has its title. */
function sameSubject(rows: readonly SubjectRow[], { subject, project }: SheetDraft): SubjectRow | null {
  const topics = [subject.title, project.title].map(threadTopic).filter((topic) => topic !== '')
  return rows.find(({ title }) => topics.includes(threadTopic(title))) ?? null
}

function PasteInspector(props: { onTaken: (id: string) => void; onClose: () => void }) {
  const [words, setWords, forget] = useKept(PASTED, '')
  const [id] = useState(newId)
  const taken = (subjectId: string) => {
    forget()
    props.onTaken(subjectId)
  }
  const take = useWrite('subjects.takeText', usePasted(taken))
  const reason =
    words.trim() === '' ? text.pasteEmpty : words.length > PASTED_LENGTH ? text.pasteTooLong : undefined
  return (
    <Inspector title={text.pasteTitle} onClose={props.onClose}>
      <TextArea
        label={text.pasteLabel}
        help={text.pasteHelp}
        prose={false}
        rows={14}
        maxLength={null}
        value={words}
        autoFocus
        onCommit={setWords}
      />
      {take.error === null ? null : <ErrorBanner error={take.error} />}
      <div>
        <Button look="primary" unavailable={reason} onPress={() => take.mutate({ id, text: words })}>
          {text.pasteAct}
        </Button>
      </div>
    </Inspector>
  )
}

function TakingReport() {
  const { progress, outcome } = useTaking()
  const notes = (outcome ?? []).flatMap(notesOf)
  return (
    <>
      {progress === null ? null : (
        <div className="subject-progress" role="status">
          <span>{takingText.progress}</span>
          <progress aria-label={takingText.progress} max={progress.total} value={progress.done} />
          <span className="nowrap">{takingText.reading(progress.done, progress.total)}</span>
          <Button small onPress={stopTaking}>
            {takingText.stop}
          </Button>
        </div>
      )}
      {notes.length === 0 ? null : (
        <div className="subject-report">
          <Banner
            tone="warn"
            acts={<Button small look="ghost" icon={X} label={takingText.close} onPress={closeOutcome} />}
          >
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
    </>
  )
}

function notesOf({ fileName, failure, refusedFiles }: TakenMail): string[] {
  if (failure !== null)
    return [mailFailureText[failure]?.(fileName) ?? `${fileName}\u00a0: ${errorSentences[failure]}`]
  return refusedFiles.length === 0 ? [] : [takingText.leftOut(fileName, refusedFiles)]
}
