import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import type { TextDeadline } from '../../../electron/domain/watch/text-life.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { lifeText } from '../../text/text-life.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { OpenedLines } from '../../ui/OpenedLines.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { dayWords, publicWords } from './life-stops.ts'

const text = lifeText.effects

export function Deadlines({ life }: { life: Output<'watch.life'> }) {
  const [opened, setOpened] = useState<string | null>(null)
  const add = useWrite('watch.addDeadline', { onSuccess: (_, { id }) => setOpened(id) })
  return (
    <OpenedLines
      title={text.deadlines}
      isSmall
      lines={life.deadlines}
      empty={text.none}
      error={add.error}
      add={text.add}
      onAdd={() =>
        add.mutate({
          id: newId(),
          watchItemId: life.item.id,
          fields: { date: null, audience: '', threshold: '', label: '' },
        })
      }
      opened={opened}
      onOpen={setOpened}
    >
      {(deadline, state) => <DeadlineLine key={deadline.id} deadline={deadline} {...state} />}
    </OpenedLines>
  )
}

function DeadlineLine(props: { deadline: TextDeadline; isOpen: boolean; onToggle: () => void }) {
  const { deadline: stored, isOpen, onToggle } = props
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: deadline,
  } = usePatch(
    'watch.updateDeadline',
    { id, version },
    stored,
    (life) => life.deadlines.find((one) => one.id === id)?.version,
  )
  const remove = useWrite('watch.removeDeadline', { onSuccess: () => showUndoToast(text.removed) })
  const { date, audience, threshold, label } = deadline
  const day = date === null ? text.noDate : dayWords(date)
  const words = publicWords(deadline)
  const failure = error ?? remove.error
  return (
    <li className="text-line">
      <span className="when">{day}</span>
      <div className="grow">
        <b>{label || words || text.fresh}</b>
        {label === '' || words === '' ? null : <div className="mute small">{words}</div>}
      </div>
      <Button
        small
        look="ghost"
        icon={Pencil}
        label={isOpen ? commonText.close : text.edit(`${day}, ${label || words}`)}
        expanded={isOpen}
        onPress={onToggle}
      />
      {failure === null && !isOpen ? null : (
        <div className="text-line-edit">
          {failure === null ? null : (
            <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
          )}
          {isOpen ? (
            <>
              <div className="text-line-fields">
                <DateField
                  label={text.date}
                  keptAs={`deadline:${deadline.watchItemId}:${id}:date`}
                  value={date}
                  autoFocus
                  onCommit={(next) => patch({ date: next })}
                />
                <TextField
                  label={text.audience}
                  help={text.audienceHelp}
                  prose
                  value={audience}
                  onCommit={(next) => patch({ audience: next })}
                />
                <TextField
                  label={text.threshold}
                  help={text.thresholdHelp}
                  prose
                  value={threshold}
                  onCommit={(next) => patch({ threshold: next })}
                />
                <TextField
                  label={text.label}
                  prose
                  value={label}
                  onCommit={(next) => patch({ label: next })}
                />
              </div>
              <div className="row">
                <Button small look="danger" icon={Trash2} onPress={() => remove.mutate({ id, version })}>
                  {text.remove}
                </Button>
                <Button small onPress={onToggle}>
                  {commonText.close}
                </Button>
              </div>
            </>
          ) : null}
        </div>
      )}
    </li>
  )
}
