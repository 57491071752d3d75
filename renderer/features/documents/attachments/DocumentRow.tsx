import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import FileText from 'lucide-react/icons/file-text'
import X from 'lucide-react/icons/x'
import { memo } from 'react'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { dragOut } from '../../../api/drag-out.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { SelectBox } from '../../../ui/Select.tsx'
import { DocumentDetails } from './DocumentDetails.tsx'
import { FileName } from './FileName.tsx'
import { MacroWarning } from './MacroWarning.tsx'
import { type Acts, nameOf } from './use-attachments.ts'
import { useDrop } from './use-drop.ts'

const circulations = ['secretariat', 'members', 'public'] as const

export const DocumentRow = memo(function DocumentRow(props: {
  attachment: ListedAttachment
  promise: AwaitedDocument | undefined
  isOpen: boolean
  /** The same function from one drawing to the next. */
  onToggle: (id: string) => void
  acts: Acts
}) {
  const { attachment, promise, isOpen, acts } = props
  const { id, itemId, projectId, tabled, circulation } = attachment
  const name = nameOf(attachment)
  const drop = useDrop((files) => void acts.addFiles(files, { itemId, replaces: attachment }))
  return (
    <li id={`document-${id}`} className={drop.over ? 'doc over' : 'doc'} {...drop.props}>
      <div className="doc-line" {...dragOut(() => acts.drag(id))}>
        <Icon of={FileText} size={18} />
        <div className="doc-words">
          <FileName
            name={name}
            fileName={attachment.fileName}
            onOpen={() => acts.open(id)}
            onExport={() => acts.exportCopy(id)}
          />
          <span className="doc-facts">{facts(attachment, promise)}</span>
        </div>
        <MacroWarning fileName={attachment.fileName} />
        <SelectBox>
          <select
            className="input doc-circulation"
            aria-label={text.circulation(name)}
            value={circulation}
            onChange={(event) => {
              const chosen = circulations.find((one) => one === event.target.value)
              if (chosen !== undefined) acts.update(attachment, { circulation: chosen })
            }}
          >
            {circulations.map((one) => (
              <option key={one} value={one}>
                {text.circulations[one]}
              </option>
            ))}
          </select>
        </SelectBox>
        {/* Nothing is handed out in a room where there is no meeting. */}
        {projectId === null ? (
          <button
            type="button"
            className={tabled ? 'button compact doc-tabled on' : 'button compact doc-tabled'}
            aria-pressed={tabled}
            aria-label={text.tabledOf(name)}
            onClick={() => acts.update(attachment, { tabled: !tabled })}
          >
            {tabled ? <Icon of={Check} size={16} /> : null}
            {text.tabled}
          </button>
        ) : null}
        <Button
          small
          look="ghost"
          icon={isOpen ? ChevronDown : ChevronRight}
          label={text.details(name)}
          expanded={isOpen}
          onPress={() => props.onToggle(id)}
        />
        <Button
          small
          look="ghost"
          icon={X}
          label={text.remove(name)}
          onPress={() => acts.remove(attachment)}
        />
      </div>
      {isOpen ? <DocumentDetails attachment={attachment} acts={acts} /> : null}
    </li>
  )
})

function facts(attachment: ListedAttachment, promise: AwaitedDocument | undefined): string {
  const { title, fileName, versionNumber, addedAt, sizeBytes } = attachment
  return [
    versionNumber > 1 ? text.version(versionNumber) : '',
    text.received(civilDate(new Date(addedAt))),
    formatSize(sizeBytes),
    title === '' ? '' : fileName,
    promise === undefined ? '' : text.keeps(promise.title, promise.fromName),
  ]
    .filter((words) => words !== '')
    .join(' · ')
}
