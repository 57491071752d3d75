import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import FileClock from 'lucide-react/icons/file-clock'
import X from 'lucide-react/icons/x'
import { memo } from 'react'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { useWrite } from '../../../api/use-write.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { showUndoToast } from '../../../ui/toasts.ts'
import { AwaitedBadge } from './AwaitedBadge.tsx'
import { AwaitedFields } from './AwaitedFields.tsx'
import type { Acts } from './use-attachments.ts'
import { useDrop } from './use-drop.ts'

export const AwaitedRow = memo(function AwaitedRow(props: {
  awaited: AwaitedDocument
  isOpen: boolean
  /** The same function from one drawing to the next. */
  onToggle: (id: string) => void
  acts: Acts
}) {
  const { awaited, isOpen, acts } = props
  const { id, version, itemId, title, fromName, dueOn } = awaited
  const to = { itemId, awaited }
  const drop = useDrop((files) => void acts.addFiles(files, to))
  const remove = useWrite('attachments.removeAwaited', {
    onSuccess: () => void showUndoToast(text.noLongerAwaited(title)),
  })
  return (
    <li className={drop.over ? 'doc over' : 'doc'} {...drop.props}>
      <div className="doc-line">
        <Icon of={FileClock} size={18} />
        <div className="doc-words">
          <span className="doc-name cut" title={title}>
            {title}
          </span>
          <span className="doc-facts">{text.awaitedFrom(fromName, dueOn)}</span>
        </div>
        <AwaitedBadge awaited={awaited} />
        <Button small onPress={() => acts.choose(to)}>
          {text.receive}
          <span className="sr">{text.receiveOf(title)}</span>
        </Button>
        <Button
          small
          look="ghost"
          icon={isOpen ? ChevronDown : ChevronRight}
          label={text.editAwaited(title)}
          expanded={isOpen}
          onPress={() => props.onToggle(id)}
        />
        <Button
          small
          look="ghost"
          icon={X}
          label={text.removeAwaited(title)}
          onPress={() => remove.mutate({ id, version })}
        />
      </div>
      {isOpen ? <AwaitedFields awaited={awaited} /> : null}
    </li>
  )
})
