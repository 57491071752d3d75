import FileSearch from 'lucide-react/icons/file-search'
import FolderSearch from 'lucide-react/icons/folder-search'
import ListFilter from 'lucide-react/icons/list-filter'
import { useEffect, useRef, useState } from 'react'
import type { DeliveryPreview } from '../../../../electron/contract/deliveries.ts'
import { errorCode } from '../../../api/api-error.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { ListAndPane } from '../../../parts/ListAndPane.tsx'
import { deliveriesText as text } from '../../../text/deliveries.ts'
import { sidebarText } from '../../../text/place.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Head } from '../../../ui/Head.tsx'
import { useOutcome } from '../../../ui/kept.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { WatchTabs } from '../WatchTabs.tsx'
import { CriteriaPane } from './CriteriaPane.tsx'
import { DeliveryPane } from './DeliveryPane.tsx'
import { DeliveryProgress } from './DeliveryProgress.tsx'
import { changedCount, dayWords } from './delivery-words.ts'
import { JournalPane } from './JournalPane.tsx'
import { PreviewPane } from './PreviewPane.tsx'

const PAGE = 100

export function DeliveriesPage({ focusId }: { focusId: string | null }) {
  const [chosen, setChosen] = useState(focusId)
  const [isCriteria, setIsCriteria] = useState(false)
  const isReading = useUnderWay('deliveries.choose', 'deliveries.read')
  const isTaking = useUnderWay('deliveries.take')
  /** Kept while it is taken in: where that fails, it is taken in again with what was chosen. */
  const [preview, setPreview] = useOutcome<DeliveryPreview>('delivery-preview', isTaking)
  const journal = useQuery('deliveries.list', { offset: 0, limit: PAGE })
  const choose = useAct('deliveries.choose', {
    onSuccess: (looked) => {
      if (looked === null) return
      setChosen(null)
      setPreview(looked)
    },
  })
  const read = useAct('deliveries.read', {
    onSuccess: (looked) => {
      setChosen(null)
      setPreview(looked)
    },
  })
  useArrived('delivery', null, isTaking ? null : ([file]) => void readDropped(file))
  const readDropped = async (file: File | undefined) => {
    if (file === undefined) return
    setPreview(null)
    choose.reset()
    read.mutate({ fileName: file.name.slice(-255), bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const error = choose.error ?? read.error
  useGivenUp(preview, isReading, isTaking)
  const look = (form: 'file' | 'folder') => {
    setPreview(null)
    read.reset()
    choose.mutate({ form })
  }
  const newest = journal.data?.newest ?? null
  const facts = [
    text.facts(journal.data?.total ?? 0),
    ...(newest === null ? [] : [text.newest(newest.number, dayWords(newest.publishedOn))]),
  ].join(' · ')
  useStatusLine([facts])
  const unavailable = isReading ? text.reading : isTaking ? text.taking : undefined
  return (
    <>
      <Head
        title={sidebarText.watch}
        facts={<span>{facts}</span>}
        tabs={<WatchTabs current="deliveries" />}
        acts={
          <>
            <Button icon={ListFilter} pressed={isCriteria} onPress={() => setIsCriteria(!isCriteria)}>
              {text.criteria}
            </Button>
            <Button icon={FolderSearch} unavailable={unavailable} onPress={() => look('folder')}>
              {text.chooseFolder}
            </Button>
            <Button look="primary" icon={FileSearch} unavailable={unavailable} onPress={() => look('file')}>
              {text.chooseFile}
            </Button>
          </>
        }
      />
      {error === null || errorCode(error) === 'cancelled' ? null : errorCode(error) ===
        'file-format-unknown' ? (
        <Banner tone="bad">{text.notADelivery}</Banner>
      ) : (
        <ErrorBanner error={error} />
      )}
      {isReading ? <DeliveryProgress method="deliveries.choose" words={text.reading} /> : null}
      {isTaking && preview === null ? (
        <DeliveryProgress method="deliveries.take" words={text.taking} />
      ) : null}
      {journal.error === null ? null : (
        <ErrorBanner error={journal.error} onRetry={() => void journal.refetch()} />
      )}
      <ListAndPane>
        {preview !== null ? (
          <PreviewPane
            key={preview.token}
            preview={preview}
            isTaking={isTaking}
            onDrop={() => setPreview(null)}
            onTaken={(delivery) => {
              setPreview(null)
              setChosen(delivery.id)
              const many = changedCount(delivery.acts)
              if (delivery.state === 'stopped') showToast(text.stopped(many))
              else showUndoToast(text.taken(many))
            }}
          />
        ) : journal.data === undefined ? (
          <section className="pane grow" aria-label={text.journal}>
            {journal.error === null ? <Skeleton lines={8} /> : null}
          </section>
        ) : (
          <JournalPane
            journal={journal.data}
            chosen={chosen}
            onChoose={(id) => {
              setIsCriteria(false)
              setChosen(id)
            }}
          />
        )}
        {isCriteria ? (
          <CriteriaPane isLooking={preview !== null} onClose={() => setIsCriteria(false)} />
        ) : chosen === null || preview !== null ? null : (
          <DeliveryPane key={chosen} id={chosen} onClose={() => setChosen(null)} />
        )}
      </ListAndPane>
    </>
  )
}

/** Leaving the screen gives a delivery up that is only looked at; one that is being taken in goes on. */
function useGivenUp(preview: DeliveryPreview | null, isReading: boolean, isTaking: boolean): void {
  const drop = useAct('deliveries.drop')
  const stop = useAct('deliveries.stop')
  const latest = useRef({ preview, isReading, isTaking, drop, stop })
  latest.current = { preview, isReading, isTaking, drop, stop }
  useEffect(
    () => () => {
      const { preview, isReading, isTaking, drop, stop } = latest.current
      if (isTaking) return
      if (isReading) stop.mutate({})
      if (preview !== null) drop.mutate({ token: preview.token })
    },
    [],
  )
}
