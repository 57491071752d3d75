import BookOpenText from 'lucide-react/icons/book-open-text'
import FileClock from 'lucide-react/icons/file-clock'
import ListOrdered from 'lucide-react/icons/list-ordered'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useArrived } from '../../../api/arrivals.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { bookText } from '../../../text/meeting-book.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { ProducedList } from '../ProducedList.tsx'
import { isLate } from './AwaitedBadge.tsx'
import { ArrivalArea } from './DropArea.tsx'
import { groupsOf } from './groups.ts'
import { ItemGroup } from './ItemGroup.tsx'
import { MeetingBook } from './MeetingBook.tsx'
import { ProjectionBar } from './ProjectionBar.tsx'
import { choicesFor, useAsked } from './questions.ts'
import { useAttachments } from './use-attachments.ts'
import { useAwait } from './use-await.ts'

export function AttachmentsPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const agenda = useQuery('agenda.list', { meetingId })
  const isTakenOver = useQuery('meetings.get', { id: meetingId }).data?.meeting.takenOver != null
  const attachments = useAttachments({ meetingId })
  const { all, awaited, acts } = attachments
  const [filter, setFilter] = useState<'all' | 'awaited'>('all')
  const [composing, setComposing] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const toggle = useCallback((id: string) => setOpenId((open) => (open === id ? null : id)), [])
  const { awaitFor, error: awaitError } = useAwait(meetingId, setOpenId)
  const groups = useMemo(() => groupsOf(agenda.data?.items ?? [], all, awaited), [agenda.data, all, awaited])
  const askedIds = useAsked()
  const asked = useMemo(
    () =>
      askedIds.filter((id) => {
        const one = all.find((listed) => listed.id === id)
        return one !== undefined && choicesFor(one, all, awaited).length > 0
      }),
    [askedIds, all, awaited],
  )
  const open = awaited.filter(({ attachmentId }) => attachmentId === null)
  const bytes = all.reduce((sum, one) => sum + one.sizeBytes, 0)
  useStatusLine([
    text.total(all.length, bytes),
    ...(open.length === 0 ? [] : [text.awaitedCount(open.length, open.filter(isLate).length)]),
  ])
  const isReady = !agenda.isPending && !attachments.isLoading
  useEffect(() => {
    if (!isReady || focusId === null) return
    const row = document.getElementById(`document-${focusId}`)
    if (row !== null) setOpenId(focusId)
    const place = row ?? document.getElementById(`documents-${focusId}`)
    place?.scrollIntoView({ block: row === null ? 'start' : 'center' })
  }, [isReady, focusId])

  useArrived('attachment', meetingId, (files) => void acts.addFiles(files, { itemId: null }))
  if (agenda.error !== null) return <ErrorBanner error={agenda.error} onRetry={() => void agenda.refetch()} />
  if (attachments.error !== null) return <ErrorBanner error={attachments.error} />
  if (!isReady) return <Skeleton />
  if (composing) return <MeetingBook meetingId={meetingId} onClose={() => setComposing(false)} />
  const shown = groups.filter((group) =>
    filter === 'awaited'
      ? group.awaited.length > 0
      : group.item === null || group.item.kind === 'item' || group.files.length + group.awaited.length > 0,
  )
  return (
    <ArrivalArea label={text.region} className="attendance-page scroll" takes={['attachment']}>
      <div className="toolbar">
        <Segments
          label={text.shown}
          value={filter}
          choices={[
            { value: 'all', label: text.all },
            { value: 'awaited', label: text.awaitedOnly, count: open.length },
          ]}
          onChange={setFilter}
        />
        <span className="mute" role="status">
          {attachments.isAdding ? text.attaching : text.dropHint}
        </span>
      </div>
      {attachments.failures.map((sentence) => (
        <div className="attendance-banner" key={sentence}>
          <Banner tone="bad">{sentence}</Banner>
        </div>
      ))}
      {awaitError === null ? null : (
        <div className="attendance-banner">
          <ErrorBanner error={awaitError} />
        </div>
      )}
      {shown.map((group) => (
        <ItemGroup
          key={group.item?.id ?? 'meeting'}
          group={group}
          attachments={attachments}
          asked={asked}
          openId={openId}
          onToggle={toggle}
          onAwait={awaitFor}
        />
      ))}
      {filter === 'awaited' && shown.length === 0 ? (
        <EmptyState icon={FileClock} title={text.noneAwaited}>
          {text.noneAwaitedWords}
        </EmptyState>
      ) : null}
      <ProducedList meetingId={meetingId} />
      {isTakenOver ? null : (
        <ProjectionBar
          meetingId={meetingId}
          canProject={all.some(({ circulation }) => circulation !== 'secretariat')}
        />
      )}
      <section className="toolbar projection" aria-label={bookText.region}>
        <span className="grow projection-state">{bookText.bar}</span>
        <Button small icon={BookOpenText} onPress={() => setComposing(true)}>
          {bookText.open}
        </Button>
      </section>
      {groups.length === 1 && all.length === 0 ? (
        <EmptyState
          icon={ListOrdered}
          title={text.emptyTitle}
          act={
            <a className="button" href={href('agenda', { meetingId })}>
              {text.emptyAct}
            </a>
          }
        >
          {text.emptyWords}
        </EmptyState>
      ) : null}
    </ArrivalArea>
  )
}
