import FileText from 'lucide-react/icons/file-text'
import X from 'lucide-react/icons/x'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import { fileSize, attachmentsText as text } from '../../../text/attachments.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { MacroWarning } from './MacroWarning.tsx'
import { type Acts, nameOf } from './use-attachments.ts'
import { useDrop } from './use-drop.ts'

export function AttachmentRow({ attachment, acts }: { attachment: ListedAttachment; acts: Acts }) {
  const name = nameOf(attachment)
  const { id, itemId, versionNumber, sizeBytes } = attachment
  const drop = useDrop((files) => void acts.addFiles(files, { itemId, replaces: attachment }))
  return (
    <li className={drop.over ? 'att-row over' : 'att-row'} {...drop.props}>
      <Icon of={FileText} size={16} />
      <button
        type="button"
        className="att-name cut"
        title={name}
        aria-label={text.open(name)}
        onClick={() => acts.open(id)}
      >
        {name}
      </button>
      <MacroWarning fileName={attachment.fileName} />
      {versionNumber > 1 ? <span className="ref">{text.version(versionNumber)}</span> : null}
      <span className="mute nowrap">{fileSize(sizeBytes)}</span>
      <Button small look="ghost" icon={X} label={text.remove(name)} onPress={() => acts.remove(attachment)} />
    </li>
  )
}
