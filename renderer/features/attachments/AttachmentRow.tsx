// Attachment row: a file's name, which opens it, its size, its warning, and its removal.
import FileText from 'lucide-react/icons/file-text'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { type Attachment, carriesMacros } from '../../../electron/domain/attachment.ts'
import { attachmentsText, fileSize } from '../../text/attachments.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'

export function AttachmentRow(props: { attachment: Attachment; onOpen: () => void; onRemove: () => void }) {
  const { fileName, sizeBytes } = props.attachment
  return (
    <li className="att-row">
      <Icon of={FileText} size={16} />
      <button
        type="button"
        className="att-name cut"
        title={fileName}
        aria-label={attachmentsText.open(fileName)}
        onClick={props.onOpen}
      >
        {fileName}
      </button>
      {carriesMacros(fileName) ? (
        <span title={attachmentsText.macrosHelp}>
          <Badge icon={TriangleAlert} tone="warn">
            {attachmentsText.macros}
          </Badge>
        </span>
      ) : null}
      <span className="mute nowrap">{fileSize(sizeBytes)}</span>
      <Button small look="ghost" icon={X} label={attachmentsText.remove(fileName)} onPress={props.onRemove} />
    </li>
  )
}
