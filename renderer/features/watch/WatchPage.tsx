import ScrollText from 'lucide-react/icons/scroll-text'
import { useState } from 'react'
import type { WatchListPreview } from '../../../electron/contract/watch-list.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { pagerText } from '../../text/pager.ts'
import { watchText as text } from '../../text/watch.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { PAGE, Pager } from '../../ui/Pager.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { Table } from '../../ui/Table.tsx'
import { SaveDocument } from '../documents/index.ts'
import { BulletinPane } from './BulletinPane.tsx'
import { FillAgenda } from './FillAgenda.tsx'
import { ListActs } from './ListActs.tsx'
import { ListPreview } from './ListPreview.tsx'
import { PastedPane } from './PastedPane.tsx'
import { useBulletin } from './use-bulletin.ts'
import { usePastedWords } from './use-pasted-words.ts'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import { WatchInspector } from './WatchInspector.tsx'
import { WatchTabs } from './WatchTabs.tsx'
import { watchActs } from './watch-acts.ts'
import { watchColumns } from './watch-columns.tsx'

const { previous, next: below, open } = listActs.acts
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
  const paste = (next: string) => {
    setIsReading(false)
    setPasted(next)
  }
  usePastedWords(paste)
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
        title={text.title}
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
                <Table
                  label={text.title}
                  columns={watchColumns}
                  rows={rows}
                  chosen={chosen}
                  onChoose={choose}
                  onOpen={(id) => navigate(href('watchText', {}, id))}
                  isVoid={(row) => row.status === 'repealed'}
                  textOf={(row) => row.title}
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
