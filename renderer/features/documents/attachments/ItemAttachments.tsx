import FileText from 'lucide-react/icons/file-text'
import Paperclip from 'lucide-react/icons/paperclip'
import X from 'lucide-react/icons/x'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { dragOut } from '../../../api/drag-out.ts'
import { href } from '../../../app/paths.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { AwaitedBadge } from './AwaitedBadge.tsx'
import { DropArea } from './DropArea.tsx'
import { FileName } from './FileName.tsx'
import { MacroWarning } from './MacroWarning.tsx'
import { Question } from './Question.tsx'
import { choicesFor, useAsked } from './questions.ts'
import { type Acts, nameOf, useAttachments } from './use-attachments.ts'
import { useDrop } from './use-drop.ts'

export function ItemAttachments({ meetingId, itemId }: { meetingId: Id; itemId: Id }) {
  const { all, awaited, acts, failures, isAdding } = useAttachments({ meetingId })
  const asked = useAsked()
  const own = all.filter((one) => one.itemId === itemId)
  const open = awaited.filter((one) => one.itemId === itemId && one.attachmentId === null)
  const questions = own
    .filter((one) => asked.includes(one.id))
    .map((one) => ({ one, choices: choicesFor(one, all, awaited) }))
    .filter(({ choices }) => choices.length > 0)
  return (
    <DropArea label={text.list} className="field" onFiles={(files) => void acts.addFiles(files, { itemId })}>
      <span className="label">{text.list}</span>
      {failures.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {own.length + open.length === 0 ? null : (
        <ul className="attendance-list">
          {open.map((one) => (
            <li key={one.id} className="attendance-row">
              <span className="grow cut" title={one.title}>
                {one.title}
                <span className="mute">{` · ${text.awaitedFrom(one.fromName, one.dueOn)}`}</span>
              </span>
              <AwaitedBadge awaited={one} />
            </li>
          ))}
          {own.map((attachment) => (
            <AttachmentRow key={attachment.id} attachment={attachment} acts={acts} />
          ))}
        </ul>
      )}
      {questions.map(({ one, choices }, rank) => (
        <Question
          key={one.id}
          attachment={one}
          choices={choices}
          takesFocus={rank === 0}
          onAnswer={(choice) => acts.answer(one, choice)}
        />
      ))}
      <div className="row wrap">
        <Button
          small
          look="ghost"
          icon={Paperclip}
          busy={isAdding ? text.attaching : undefined}
          onPress={() => acts.choose({ itemId })}
        >
          {text.attachHere}
        </Button>
        <span className="mute attendance-hint">{text.dropHere}</span>
        <a className="attendance-hint" href={href('attachments', { meetingId }, itemId)}>
          {text.toDocuments}
        </a>
      </div>
    </DropArea>
  )
}

function AttachmentRow({ attachment, acts }: { attachment: ListedAttachment; acts: Acts }) {
  const name = nameOf(attachment)
  const { id, itemId, versionNumber, sizeBytes } = attachment
  const drop = useDrop((files) => void acts.addFiles(files, { itemId, replaces: attachment }))
  return (
    <li
      className={drop.over ? 'attendance-row over' : 'attendance-row'}
      {...drop.props}
      {...dragOut(() => acts.drag(id))}
    >
      <Icon of={FileText} size={16} />
      <FileName
        name={name}
        fileName={attachment.fileName}
        onOpen={() => acts.open(id)}
        onExport={() => acts.exportCopy(id)}
      />
      <MacroWarning fileName={attachment.fileName} />
      {versionNumber > 1 ? <span className="ref">{text.version(versionNumber)}</span> : null}
      <span className="mute nowrap">{formatSize(sizeBytes)}</span>
      <Button small look="ghost" icon={X} label={text.remove(name)} onPress={() => acts.remove(attachment)} />
    </li>
  )
}
