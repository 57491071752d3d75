import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import FileClock from 'lucide-react/icons/file-clock'
import X from 'lucide-react/icons/x'
import { memo, useMemo } from 'react'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { attachmentsText, attachmentsText as text } from '../../../text/attachments.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox, type ComboChoice } from '../../../ui/ComboBox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { AwaitedBadge } from './AwaitedBadge.tsx'
import type { Acts } from './use-attachments.ts'
import { useDrop } from './use-drop.ts'

const fieldText = attachmentsText.field

function AwaitedFields({ awaited: stored }: { awaited: AwaitedDocument }) {
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: awaited,
  } = usePatch(
    'attachments.updateAwaited',
    { id, version },
    stored,
    (list) => list.find((one) => one.id === id)?.version,
  )
  const directory = useQuery('directory.list', {})
  const persons = useMemo(
    () =>
      (directory.data?.persons ?? []).map(
        (person): ComboChoice => ({
          id: person.id,
          label: fullName(person),
        }),
      ),
    [directory.data],
  )
  return (
    <div className="doc-details">
      <div className="doc-fields">
        <TextField
          label={fieldText.title}
          prose
          value={awaited.title}
          autoFocus
          needed
          onCommit={(title) => patch({ title })}
        />
        <ComboBox
          label={fieldText.from}
          value={awaited.fromName}
          choices={persons}
          onCommit={(fromName, fromId) => patch({ fromName, fromId })}
        />
        <DateField
          label={fieldText.due}
          keptAs={`awaited:${id}:due`}
          value={awaited.dueOn}
          onCommit={(dueOn) => patch({ dueOn })}
        />
      </div>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
    </div>
  )
}

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
  // Several wait for a document of the same name.
  const named = fromName === '' ? title : text.awaitedOf(title, fromName)
  const drop = useDrop((files) => void acts.addFiles(files, to))
  const remove = useWrite('attachments.removeAwaited', {
    onSuccess: () => showUndoToast(text.noLongerAwaited(title)),
  })
  return (
    <li className={drop.over ? 'doc over' : 'doc'} data-awaited="" {...drop.props}>
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
          <span className="visually-hidden">{text.receiveOf(named)}</span>
        </Button>
        <Button
          small
          look="ghost"
          icon={isOpen ? ChevronDown : ChevronRight}
          label={text.editAwaited(named)}
          expanded={isOpen}
          onPress={() => props.onToggle(id)}
        />
        <Button
          writes
          small
          look="ghost"
          icon={X}
          label={text.removeAwaited(named)}
          onPress={() => remove.mutate({ id, version })}
        />
      </div>
      {isOpen ? <AwaitedFields awaited={awaited} /> : null}
    </li>
  )
})
