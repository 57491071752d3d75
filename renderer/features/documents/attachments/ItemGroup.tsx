import FileClock from 'lucide-react/icons/file-clock'
import Paperclip from 'lucide-react/icons/paperclip'
import type { AgendaItem } from '../../../../electron/domain/agenda/agenda.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Button } from '../../../ui/Button.tsx'
import { AwaitedRow } from './AwaitedRow.tsx'
import { DocumentRow } from './DocumentRow.tsx'
import { DropArea } from './DropArea.tsx'
import type { Group } from './groups.ts'
import { Question } from './Question.tsx'
import { choicesFor } from './questions.ts'
import type { Attachments } from './use-attachments.ts'

export function ItemGroup(props: {
  group: Group
  attachments: Attachments
  /** Attachments asked about; the first one's question takes the focus. */
  asked: readonly string[]
  /** The row that is open, of an awaited or a received document. */
  openId: string | null
  onToggle: (id: string) => void
  onAwait: (item: AgendaItem) => void
}) {
  const { group, attachments, asked, openId, onToggle } = props
  const { item, label } = group
  const { acts, all, awaited } = attachments
  const itemId = item?.id ?? null
  const isEmpty = group.awaited.length + group.files.length === 0
  return (
    <DropArea
      label={label}
      id={`documents-${itemId ?? 'meeting'}`}
      className={`attendance-group depth-${group.depth}`}
      onFiles={(files) => void acts.addFiles(files, { itemId })}
    >
      <div className="attendance-head">
        <h2 className="h3 cut-two-lines" title={label}>
          {label}
        </h2>
        {item === null || item.presenter === '' ? null : <span className="mute cut">{item.presenter}</span>}
        <span className="attendance-acts">
          {item === null ? null : (
            <Button
              small
              look="ghost"
              icon={FileClock}
              label={text.await + text.awaitFor(label)}
              onPress={() => props.onAwait(item)}
            />
          )}
          <Button
            small
            look="ghost"
            icon={Paperclip}
            label={text.attach + (item === null ? '' : text.attachTo(label))}
            onPress={() => acts.choose({ itemId })}
          />
        </span>
      </div>
      {isEmpty ? null : (
        <ul className="doc-list">
          {group.awaited.map((one) => (
            <AwaitedRow
              key={one.id}
              awaited={one}
              isOpen={openId === one.id}
              onToggle={onToggle}
              acts={acts}
            />
          ))}
          {group.files.map((one) => (
            <DocumentRow
              key={one.id}
              attachment={one}
              promise={awaited.find(({ attachmentId }) => attachmentId === one.id)}
              isOpen={openId === one.id}
              onToggle={onToggle}
              acts={acts}
            />
          ))}
        </ul>
      )}
      {group.files
        .filter((one) => asked.includes(one.id))
        .map((one) => (
          <Question
            key={one.id}
            attachment={one}
            choices={choicesFor(one, all, awaited)}
            takesFocus={asked[0] === one.id}
            onAnswer={(choice) => acts.answer(one, choice)}
          />
        ))}
    </DropArea>
  )
}
