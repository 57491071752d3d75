import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import Ellipsis from 'lucide-react/icons/ellipsis'
import ScrollText from 'lucide-react/icons/scroll-text'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { SavedDocument } from '../../../electron/contract/documents.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { type AskedTexts, everyText, newestTexts, WatchSort } from '../../../electron/contract/watch.ts'
import type { WatchListPreview } from '../../../electron/contract/watch-list.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { type BoundAct, keyHints } from '../../acts/act.ts'
import { listActs, openActs } from '../../acts/list-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useArrived } from '../../api/arrivals.ts'
import { newId } from '../../api/new-id.ts'
import { showToast } from '../../api/toasts.ts'
import { useUnderWay } from '../../api/under-way.ts'
import { usePages } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWhenGone } from '../../api/use-when-gone.ts'
import { saidByCaller, useAct, useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { windowActs } from '../../app/window-acts.ts'
import { useFirstChosen, useListedOnly } from '../../parts/grid/beside.ts'
import { useDeskSort } from '../../parts/grid/desk-columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { chooseOne, chooseThese, type Selection, theOne } from '../../parts/grid/selection.ts'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { sidebarText } from '../../text/place.ts'
import { watchText as text } from '../../text/watch.ts'
import { dueText } from '../../text/watch-due.ts'
import { watchListText } from '../../text/watch-list.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { useOutcome } from '../../ui/kept.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { isTyping } from '../../ui/typing.ts'
import { SaveDocument, SavedToast } from '../documents/index.ts'
import { BulletinPane, useBulletin } from './BulletinPane.tsx'
import { clipboardWords } from './clipboard-words.ts'
import { FillAgenda } from './FillAgenda.tsx'
import { LifePane } from './LifePane.tsx'
import { ListPreview } from './ListPreview.tsx'
import { PastedPane } from './PastedPane.tsx'
import { PasteField } from './PasteField.tsx'
import { referenceOf, useLegifrance } from './use-legifrance.ts'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import { WatchFilters } from './WatchFilters.tsx'
import { WatchInspector } from './WatchInspector.tsx'
import { WatchTabs } from './WatchTabs.tsx'
import { tableActs, watchActs } from './watch-acts.ts'
import { sortedBy, type WatchRow, watchColumns } from './watch-columns.tsx'

const { previous, next: below } = listActs.acts
const { open } = openActs.acts
const { edit, put } = watchActs.acts
const hints = keyHints([
  { label: watchPasteText.pasteKey, keys: ['CmdOrCtrl+V'] },
  ...[previous, below, open, edit, put, windowActs.acts.find],
])

type Look = { narrowed: Omit<AskedTexts, 'sort'>; chosen: string | null }

/** The last look, until the window closes: coming back from a sheet finds it again. */
const remembered = new WeakMap<QueryClient, Look>()
const firstLook: Look = { narrowed: { words: '', filter: everyText }, chosen: null }

const pageOf = (page: Output<'watch.list'>) => page

export function WatchPage({ focusId }: { focusId: string | null }) {
  const client = useQueryClient()
  const [before] = useState(remembered.get(client) ?? firstLook)
  const [narrowed, setNarrowed] = useState(before.narrowed)
  const [sort, setSort] = useDeskSort('watch', newestTexts, WatchSort)
  const asked = { ...narrowed, sort }
  const [selection, setSelection] = useState<Selection>(() => chooseOne(focusId ?? before.chosen))
  /** Its fields take the place of its life. */
  const [isEditing, setIsEditing] = useState(false)
  const [isReading, setIsReading] = useState(false)
  /** The pasted words; null while there are none. */
  const [pasted, setPasted] = useState<string | null>(null)
  /** A table that is looked at; it takes the place of the list. */
  const isTakingTable = useUnderWay('watchList.take')
  const [table, setTable] = useOutcome<WatchListPreview>('watch-list-preview', isTakingTable)
  const bulletin = useBulletin(isReading)
  const list = usePages('watch.list', (page) => ({ ...asked, ...page }), pageOf)
  const total = list.rows.length
  const chosen = theOne(selection)
  useEffect(() => {
    remembered.set(client, { narrowed, chosen })
  }, [client, narrowed, chosen])
  // Reading a life takes longer than drawing a row: an arrow held down does not wait for it.
  const shown = useDeferredValue(chosen)
  useFirstChosen(list.rows[0]?.id, focusId !== null || remembered.has(client), (id) =>
    setSelection(chooseOne(id)),
  )
  // A text that is chosen is to be read or corrected: it takes the place of the bulletin.
  const select = (next: Selection) => {
    setSelection(next)
    setIsReading(false)
    setPasted(null)
    if (theOne(next) !== chosen) setIsEditing(false)
  }
  const choose = (id: string | null) => select(chooseOne(id))
  // Led to another text while the list is on the screen.
  useEffect(() => {
    if (focusId === null) return
    setSelection(chooseOne(focusId))
    setIsEditing(false)
    setIsReading(false)
    setPasted(null)
    setTable(null)
  }, [focusId, setTable])
  const isNarrowed = asked.words !== '' || Object.values(asked.filter).some((value) => value !== null)
  useListedOnly(list.rows, isNarrowed ? narrowed : null, selection.ids, (ids) => {
    setSelection(chooseThese(ids))
    setIsEditing(false)
  })
  const add = useWrite('watch.add', {
    onSuccess: (row) => {
      choose(row.id)
      setIsEditing(true)
    },
  })
  useStatusLine(
    [
      total === 0 ? text.facts(0) : text.shown(total),
      ...(selection.ids.size > 1 ? [text.chosen(selection.ids.size)] : []),
    ],
    hints,
  )
  const follow = () => add.mutate({ id: newId(), fields: { title: text.fresh } })
  const readTable = useAct('watchList.read', saidByCaller)
  const look = async (file: File | undefined) => {
    if (file === undefined) return
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const looked = await readTable.mutateAsync({ fileName: file.name.slice(-255), bytes })
      choose(null)
      setTable(looked)
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  const paste = (next: string) => {
    setIsReading(false)
    setPasted(next)
  }
  usePastedWords(paste)
  useArrived('watchList', null, ([file]) => void look(file))
  const [next] = useUpcoming()
  const putOnAgenda = usePutOnAgenda()
  const legifrance = useLegifrance((words) => paste(pasted === null ? words : `${words}\n\n${pasted}`))
  const reference = referenceOf(list.rows.find((row) => row?.id === chosen))
  const acts = useActs(watchActs, {
    follow,
    paste: () => paste(''),
    toggleBulletin: () => {
      setPasted(null)
      setIsReading(!isReading)
    },
    edit: chosen === null ? null : () => setIsEditing(true),
    complete: legifrance === null || reference === null ? null : () => legifrance.ask(reference),
    meeting: next?.words ?? null,
    put: chosen === null || next === undefined ? null : () => putOnAgenda.put(chosen, next),
    isInList: () => document.activeElement?.closest('.grid') != null,
  })
  const unread = pasted === null ? legifrance?.error : null
  const failure = list.error ?? add.error ?? putOnAgenda.error ?? unread ?? null
  return (
    <>
      <Head
        title={sidebarText.watch}
        tabs={<WatchTabs current="texts" />}
        acts={
          isReading && bulletin.subject ? (
            <>
              <FillAgenda subject={bulletin.subject} />
              <SaveDocument subject={bulletin.subject} />
            </>
          ) : (
            <>
              <PasteField onWords={paste} />
              <ListActs
                asked={asked}
                onLooked={(looked) => {
                  choose(null)
                  setTable(looked)
                }}
              />
              <ActButton act={acts.bulletin} iconOnly pressed={isReading} />
              <ActButton act={acts.follow} look="primary" />
            </>
          )
        }
      />
      {table === null ? (
        <WatchFilters
          words={asked.words}
          filter={asked.filter}
          onWords={(words) => setNarrowed((now) => ({ ...now, words }))}
          onFilter={(filter) => setNarrowed((now) => ({ ...now, filter }))}
        />
      ) : null}
      <ListAndPane className={isReading ? 'previewing' : 'watch-cols'}>
        {table !== null ? (
          <ListPreview
            key={table.token}
            preview={table}
            isTaking={isTakingTable}
            onClose={() => setTable(null)}
          />
        ) : (
          <section className="pane watch-list" aria-label={text.title}>
            <div className="scroll">
              {failure === null ? null : (
                <div className="pad">
                  <ErrorBanner error={failure} onRetry={list.refetch} />
                </div>
              )}
              {list.first === undefined ? (
                list.error === null ? (
                  <Skeleton lines={8} />
                ) : null
              ) : total > 0 ? (
                <Grid
                  list="watch"
                  label={text.title}
                  isTwoLines
                  columns={watchColumns}
                  rows={list.rows}
                  onNear={list.near}
                  order={{
                    sort,
                    onSort: (column) => setSort(sortedBy(column, sort)),
                  }}
                  selection={selection}
                  onSelect={select}
                  onOpen={(row) => navigate(href('watchText', {}, row.id))}
                  isVoid={(row) => row.status === 'repealed'}
                  acts={[acts.put, acts.edit, acts.complete]}
                />
              ) : isNarrowed ? (
                <p className="pad mute" role="status">
                  {text.noMatch}
                </p>
              ) : (
                <EmptyState
                  icon={ScrollText}
                  title={text.empty}
                  act={<Button onPress={follow}>{text.add}</Button>}
                >
                  {text.emptyHint}
                </EmptyState>
              )}
            </div>
          </section>
        )}
        {pasted !== null ? (
          <PastedPane
            words={pasted}
            onWords={setPasted}
            legifrance={legifrance}
            onFollowed={choose}
            onClose={() => setPasted(null)}
          />
        ) : isReading ? (
          <BulletinPane bulletin={bulletin} onClose={() => setIsReading(false)} />
        ) : shown === null || table !== null ? null : (
          <ChosenText
            key={shown}
            id={shown}
            known={list.rows.find((row) => row?.id === shown)}
            isEditing={isEditing}
            acts={acts}
            onRead={() => setIsEditing(false)}
            onGone={() => choose(null)}
          />
        )}
      </ListAndPane>
    </>
  )
}

/** The chosen text may be on another page than the one shown: then it is read by itself. */
function ChosenText(props: {
  id: string
  known: WatchRow | undefined
  isEditing: boolean
  acts: { put: BoundAct; edit: BoundAct; complete: BoundAct }
  onRead: () => void
  onGone: () => void
}) {
  const { known } = props
  const read = useQuery('watch.get', { id: props.id }, { enabled: known === undefined })
  useWhenGone(read.error, props.onGone)
  const row = known ?? read.data
  if (row === undefined) return null
  return props.isEditing ? (
    <WatchInspector row={row} onClose={props.onRead} onGone={props.onGone} />
  ) : (
    <LifePane id={row.id} title={row.shortTitle || row.title} {...props.acts} onGone={props.onGone} />
  )
}

function ListActs(props: { asked: AskedTexts; onLooked: (preview: WatchListPreview) => void }) {
  const [saved, setSaved] = useState<{ document: SavedDocument; words: string } | null>(null)
  const onError = (error: unknown) => showToast(errorSentence(error))
  const save = useAct('documents.save', {
    onSuccess: (document, { kind }) =>
      setSaved(
        document && {
          document,
          words: (kind === 'dueCalendar' ? dueText : watchListText).exported(document.fileName),
        },
      ),
    onError,
  })
  const choose = useAct('watchList.choose', {
    onSuccess: (preview) => {
      if (preview !== null) props.onLooked(preview)
    },
    onError,
  })
  const busy = save.isPending ? watchListText.exporting : choose.isPending ? watchListText.reading : null
  const acts = useActs(tableActs, {
    save: () => save.mutate({ kind: 'watchList', ...props.asked }),
    choose: () => choose.mutate({}),
    due: () => navigate(href('watchDue')),
    saveDue: () => save.mutate({ kind: 'dueCalendar', span: props.asked.filter.dueWithin ?? '365' }),
  })
  return (
    <>
      {busy !== null ? (
        <Button icon={Ellipsis} busy={busy} label={watchListText.menu} />
      ) : (
        <ActMenu acts={Object.values(acts)} />
      )}
      {saved === null ? null : (
        <SavedToast saved={saved.document} onClose={() => setSaved(null)}>
          {saved.words}
        </SavedToast>
      )}
    </>
  )
}

/** Calls `onWords` with what is pasted while nobody types; files are left to whoever takes them. */
function usePastedWords(onWords: (words: string) => void): void {
  const latest = useRef(onWords)
  latest.current = onWords
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(document.activeElement)) return
      const data = event.clipboardData
      const words = clipboardWords(data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '')
      if (words.trim() === '') return
      event.preventDefault()
      latest.current(words)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}
