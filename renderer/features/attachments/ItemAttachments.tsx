// Item attachments: the files of one agenda item, in its inspector.
import Paperclip from 'lucide-react/icons/paperclip'
import type { Id } from '../../../electron/domain/ids.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { AttachmentRow } from './AttachmentRow.tsx'
import { DropArea } from './DropArea.tsx'
import { useAttachments } from './use-attachments.ts'

export function ItemAttachments({ meetingId, itemId }: { meetingId: Id; itemId: Id }) {
  const attachments = useAttachments(meetingId)
  const own = attachments.all.filter((one) => one.itemId === itemId)
  return (
    <DropArea className="field" onFiles={(files) => void attachments.addFiles(files, itemId)}>
      <span className="lab">{attachmentsText.list}</span>
      {attachments.failures.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {own.length === 0 ? null : (
        <ul className="att-list">
          {own.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              attachment={attachment}
              onOpen={() => attachments.open(attachment.id)}
              onRemove={() => attachments.remove(attachment)}
            />
          ))}
        </ul>
      )}
      <div className="row wrap">
        <Button
          small
          look="ghost"
          icon={Paperclip}
          busy={attachments.isAdding ? attachmentsText.attaching : undefined}
          onPress={() => attachments.choose(itemId)}
        >
          {attachmentsText.attachHere}
        </Button>
        <span className="mute att-hint">{attachmentsText.dropHere}</span>
      </div>
    </DropArea>
  )
}
