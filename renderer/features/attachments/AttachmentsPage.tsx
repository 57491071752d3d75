// Attachments page: every file of a meeting, under the meeting or under its item; added by dialog or by drop.
import Paperclip from 'lucide-react/icons/paperclip'
import { useMemo, useState } from 'react'
import { inAgendaOrder, itemNumbers } from '../../../electron/domain/agenda.ts'
import type { Attachment } from '../../../electron/domain/attachment.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { commonKeys, useStatusLine } from '../../ui/status.ts'
import { AttachmentRow } from './AttachmentRow.tsx'
import { DropArea } from './DropArea.tsx'
import { useAttachments } from './use-attachments.ts'

/** The choice that means the meeting itself. */
const MEETING = 'meeting'

type Group = { id: string; label: string; files: Attachment[] }

export function AttachmentsPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const agenda = useQuery('agenda.list', { meetingId })
  const attachments = useAttachments(meetingId)
  const [place, setPlace] = useState(focusId ?? MEETING)
  const groups = useMemo(() => {
    const items = agenda.data?.items ?? []
    const numbers = itemNumbers(items)
    const all: Group[] = [
      { id: MEETING, label: attachmentsText.ofMeeting, files: [] },
      ...inAgendaOrder(items).map((item) => ({
        id: item.id,
        label: `${numbers.get(item.id) ?? ''} ${item.title || agendaText.untitled}`.trim(),
        files: [],
      })),
    ]
    for (const file of attachments.all) {
      const group = all.find((one) => one.id === (file.itemId ?? MEETING))
      group?.files.push(file)
    }
    return all
  }, [agenda.data, attachments.all])
  useStatusLine(
    [
      attachmentsText.total(
        attachments.all.length,
        attachments.all.reduce((sum, one) => sum + one.sizeBytes, 0),
      ),
    ],
    commonKeys,
  )

  if (agenda.error !== null) return <ErrorBanner error={agenda.error} onRetry={() => void agenda.refetch()} />
  if (attachments.error !== null) return <ErrorBanner error={attachments.error} />
  if (agenda.isPending || attachments.isLoading) return <Skeleton />
  const itemId = place === MEETING ? null : place
  const filled = groups.filter((group) => group.files.length > 0)
  return (
    <DropArea className="att-page scroll" onFiles={(files) => void attachments.addFiles(files, itemId)}>
      <div className="toolbar att-toolbar">
        <Select
          label={attachmentsText.place}
          value={place}
          choices={groups.map((group) => ({
            value: group.id,
            label: group.id === MEETING ? attachmentsText.wholeMeeting : group.label,
          }))}
          onCommit={setPlace}
        />
        <Button
          icon={Paperclip}
          busy={attachments.isAdding ? attachmentsText.attaching : undefined}
          onPress={() => attachments.choose(itemId)}
        >
          {attachmentsText.attach}
        </Button>
        <span className="mute">{attachmentsText.dropHere}</span>
      </div>
      {attachments.failures.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {filled.length === 0 ? (
        <EmptyState icon={Paperclip} title={attachmentsText.emptyTitle}>
          {attachmentsText.emptyWords}
        </EmptyState>
      ) : (
        filled.map((group) => (
          <section key={group.id} className="att-group" aria-label={group.label}>
            <h2 className="sec-h h3">{group.label}</h2>
            <ul className="att-list">
              {group.files.map((attachment) => (
                <AttachmentRow
                  key={attachment.id}
                  attachment={attachment}
                  onOpen={() => attachments.open(attachment.id)}
                  onRemove={() => attachments.remove(attachment)}
                />
              ))}
            </ul>
          </section>
        ))
      )}
    </DropArea>
  )
}
