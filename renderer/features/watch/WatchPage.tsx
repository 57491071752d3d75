import ScrollText from 'lucide-react/icons/scroll-text'
import Table2 from 'lucide-react/icons/table-2'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { DocumentSubject, SavedDocument } from '../../../electron/contract/documents.ts'
import type { WatchListPreview } from '../../../electron/contract/watch-list.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { ActButton, ActMenu } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { listActs, openActs } from '../../acts/list-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useArrived } from '../../api/arrivals.ts'
import { newId } from '../../api/new-id.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { chooseOne } from '../../parts/grid/selection.ts'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { pagerText } from '../../text/pager.ts'
import { sidebarText } from '../../text/place.ts'
import { type Preset, watchText as text, watchText } from '../../text/watch.ts'
import { watchListText } from '../../text/watch-list.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { PAGE, Pager } from '../../ui/Pager.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { isTyping } from '../../ui/typing.ts'
import { DocumentPreview, SaveDocument, SavedToast } from '../documents/index.ts'
import { clipboardWords } from './clipboard-words.ts'
import { FillAgenda } from './FillAgenda.tsx'
import { ListPreview } from './ListPreview.tsx'
import { PastedPane } from './PastedPane.tsx'
import { type ChosenPeriod, lastMeetingDay, periodOf } from './periods.ts'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import { WatchInspector } from './WatchInspector.tsx'
import { WatchTabs } from './WatchTabs.tsx'
import { tableActs, watchActs } from './watch-acts.ts'
import { watchColumns } from './watch-columns.tsx'

const bulletinText = watchText.bulletin

function BulletinPane({ bulletin, onClose }: { bulletin: Bulletin; onClose: () => void }) {
  const { period, subject } = bulletin
  const { from, to } = period
  const missing = (date: string | null) => (date === null ? bulletinText.missing : undefined)
  const reversed = from !== null && to !== null && from > to ? bulletinText.reversed : undefined
  return (
    <Inspector title={bulletinText.title} onClose={onClose}>
      <div className="bulletin-period">
        <Select
          label={bulletinText.period}
          value={bulletin.preset}
          choices={bulletin.presets.map((value) => ({ value, label: bulletinText.periods[value] }))}
          onCommit={bulletin.choose}
        />
        <DateField
          label={bulletinText.from}
          value={from}
          error={missing(from)}
          onCommit={(date) => bulletin.setDates({ from: date })}
        />
        <DateField
          label={bulletinText.to}
          value={to}
          error={missing(to) ?? reversed}
          onCommit={(date) => bulletin.setDates({ to: date })}
        />
      </div>
      {subject === undefined ? (
        <Skeleton lines={8} />
      ) : subject === null ? (
        <p className="pad mute">{bulletinText.waiting}</p>
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <DocumentPreview subject={subject} />
        </Suspense>
      )}
    </Inspector>
  )
}

const { previous, next: below } = listActs.acts
const { open } = openActs.acts
const hints = keyHints([
  { label: watchPasteText.pasteKey, keys: ['CmdOrCtrl+V'] },
  ...[previous, below, open, watchActs.acts.put, frameActs.acts.filter],
])

export function WatchPage({ focusId }: { focusId: string | null }) {
  const [words, setWords] = useState('')
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState(focusId)
  const [isReading, setIsReading] = useState(false)
  /** The pasted words; null while there are none. */
  const [pasted, setPasted] = useState<string | null>(null)
  /** A table that is looked at; it takes the place of the list. */
  const [table, setTable] = useState<WatchListPreview | null>(null)
  const bulletin = useBulletin(isReading)
  const list = useQuery('watch.list', { words, offset, limit: PAGE }, { keepPrevious: true })
  const add = useWrite('watch.add', { onSuccess: (row) => choose(row.id) })
  const rows = list.data?.rows ?? []
  const total = list.data?.total ?? 0
  const last = offset + rows.length
  useStatusLine(total === 0 ? [text.facts(0)] : [pagerText.shown(offset + 1, last, total)], hints)
  const follow = () => add.mutate({ id: newId(), fields: { title: text.fresh } })
  // A text that is chosen is to be read or corrected: its fields take the place of the bulletin.
  const choose = (id: string | null) => {
    setChosen(id)
    setIsReading(false)
    setPasted(null)
  }
  const readTable = useAct('watchList.read')
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
  const acts = useActs(watchActs, {
    follow,
    paste: () => paste(''),
    toggleBulletin: () => {
      setPasted(null)
      setIsReading(!isReading)
    },
    put: chosen === null || next === undefined ? null : () => putOnAgenda.put(chosen, next),
    isInList: () => document.activeElement?.closest('.table') != null,
  })
  return (
    <>
      <Head
        title={sidebarText.watch}
        facts={<span>{text.facts(total)}</span>}
        tabs={<WatchTabs current="texts" />}
        acts={
          isReading && bulletin.subject ? (
            <>
              <FillAgenda subject={bulletin.subject} />
              <SaveDocument subject={bulletin.subject} />
            </>
          ) : (
            <>
              <ListActs
                words={words}
                onLooked={(looked) => {
                  choose(null)
                  setTable(looked)
                }}
              />
              <ActButton act={acts.paste} />
              <ActButton act={acts.bulletin} pressed={isReading} />
              <ActButton act={acts.follow} look="primary" />
            </>
          )
        }
      />
      <div className={isReading ? 'cols previewing' : 'cols'}>
        {table !== null ? (
          <ListPreview key={table.token} preview={table} onClose={() => setTable(null)} />
        ) : (
          <section className="pane grow" aria-label={text.title}>
            <div className="toolbar">
              <FilterField
                label={text.filter}
                value={words}
                onChange={(next) => {
                  setWords(next)
                  setOffset(0)
                }}
              />
              <Pager offset={offset} shown={last - offset} total={total} onMove={setOffset} />
            </div>
            <div className="scroll">
              {list.error !== null || add.error !== null || putOnAgenda.error !== null ? (
                <div className="pad">
                  <ErrorBanner
                    error={list.error ?? add.error ?? putOnAgenda.error}
                    onRetry={() => void list.refetch()}
                  />
                </div>
              ) : null}
              {list.data === undefined ? (
                list.error === null ? (
                  <Skeleton lines={8} />
                ) : null
              ) : rows.length > 0 ? (
                <Grid
                  list="watch"
                  label={text.title}
                  columns={watchColumns}
                  rows={rows}
                  selection={chooseOne(chosen)}
                  onSelect={({ at }) => choose(at)}
                  onOpen={(row) => navigate(href('watchText', {}, row.id))}
                  isVoid={(row) => row.status === 'repealed'}
                />
              ) : words !== '' ? (
                <p className="pad mute">{text.noMatch}</p>
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
            onFollowed={choose}
            onClose={() => setPasted(null)}
          />
        ) : isReading ? (
          <BulletinPane bulletin={bulletin} onClose={() => setIsReading(false)} />
        ) : chosen === null ? null : (
          <ChosenText
            key={chosen}
            id={chosen}
            known={rows.find((row) => row.id === chosen)}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </>
  )
}

/** The chosen text may be on another page than the one shown: then it is read by itself. */
function ChosenText(props: {
  id: string
  known: Parameters<typeof WatchInspector>[0]['row'] | undefined
  onClose: () => void
}) {
  const read = useQuery('watch.get', { id: props.id }, { enabled: props.known === undefined })
  const row = props.known ?? read.data
  return row === undefined ? null : <WatchInspector row={row} onClose={props.onClose} />
}

function ListActs(props: { words: string; onLooked: (preview: WatchListPreview) => void }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const onError = (error: unknown) => showToast(errorSentence(error))
  const save = useAct('documents.save', { onSuccess: setSaved, onError })
  const choose = useAct('watchList.choose', {
    onSuccess: (preview) => {
      if (preview !== null) props.onLooked(preview)
    },
    onError,
  })
  const busy = save.isPending ? watchListText.exporting : choose.isPending ? watchListText.reading : null
  const acts = useActs(tableActs, {
    save: () => save.mutate({ kind: 'watchList', words: props.words }),
    choose: () => choose.mutate({}),
  })
  return (
    <>
      {busy !== null ? (
        <Button icon={Table2} busy={busy}>
          {watchListText.menu}
        </Button>
      ) : (
        <ActMenu words icon={Table2} label={watchListText.menu} acts={Object.values(acts)} />
      )}
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {watchListText.exported(saved.fileName)}
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
      if (words.trim() !== '') latest.current(words)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}

type Bulletin = {
  readonly preset: Preset
  /** Those that have dates: without a past meeting, none is the last. */
  readonly presets: readonly Preset[]
  readonly period: ChosenPeriod
  /** Null while a date misses or the period ends before it begins; undefined while the meetings are being read. */
  readonly subject: Extract<DocumentSubject, { kind: 'watchBulletin' }> | null | undefined
  choose(preset: Preset): void
  setDates(dates: Partial<ChosenPeriod>): void
}

/** @param isOpen nothing is read while the bulletin is not looked at. */
function useBulletin(isOpen: boolean): Bulletin {
  const [chosen, setChosen] = useState<Preset>('sinceLast')
  const [free, setFree] = useState<ChosenPeriod>({ from: null, to: null })
  const meetings = useQuery('meetings.list', { year: null }, { enabled: isOpen })
  const today = civilDate(new Date())
  const last = lastMeetingDay(meetings.data ?? [], today)
  const preset = chosen === 'sinceLast' && last === null ? 'month' : chosen
  const period = preset === 'free' ? free : periodOf(preset, today, last ?? today)
  const { from, to } = period
  const isGood = from !== null && to !== null && from <= to
  return {
    preset,
    presets: [...(last === null ? [] : (['sinceLast'] as const)), 'month', 'lastMonth', 'quarter', 'free'],
    period,
    subject:
      meetings.data === undefined && meetings.error === null
        ? undefined
        : isGood
          ? { kind: 'watchBulletin', from, to }
          : null,
    choose: (next) => {
      if (next === 'free') setFree(period)
      setChosen(next)
    },
    setDates: (dates) => {
      setFree({ ...period, ...dates })
      setChosen('free')
    },
  }
}
