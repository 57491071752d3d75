import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { Authority, Opinion, type TextConsultation } from '../../../electron/domain/watch/text-life.ts'
import { answerDue } from '../../../electron/domain/watch/text-stages.ts'
import { authorityWords } from '../../../electron/domain/watch/watch-words.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { lifeText, opinionText } from '../../text/text-life.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { OpenedLines } from '../../ui/OpenedLines.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { authorityName, dayWords } from './life-stops.ts'

const text = lifeText.consultations
const authorities = Authority.options.map((value) => ({ value, label: authorityWords[value] }))
const opinions = Opinion.options.map((value) => ({ value, label: opinionText[value] }))

export function Consultations({ life }: { life: Output<'watch.life'> }) {
  const [opened, setOpened] = useState<string | null>(null)
  const add = useWrite('watch.addConsultation', { onSuccess: (_, { id }) => setOpened(id) })
  return (
    <OpenedLines
      title={text.title}
      lines={life.consultations}
      empty={text.none}
      error={add.error}
      add={text.add}
      onAdd={() =>
        add.mutate({
          id: newId(),
          watchItemId: life.item.id,
          fields: {
            authority: 'cnen',
            name: '',
            askedOn: null,
            answeredOn: null,
            opinion: '',
            reference: '',
          },
        })
      }
      opened={opened}
      onOpen={setOpened}
    >
      {(consultation, state) => (
        <ConsultationLine key={consultation.id} consultation={consultation} {...state} />
      )}
    </OpenedLines>
  )
}

function ConsultationLine(props: { consultation: TextConsultation; isOpen: boolean; onToggle: () => void }) {
  const { consultation: stored, isOpen, onToggle } = props
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: consultation,
  } = usePatch(
    'watch.updateConsultation',
    { id, version },
    stored,
    (life) => life.consultations.find((one) => one.id === id)?.version,
  )
  const remove = useWrite('watch.removeConsultation', { onSuccess: () => showUndoToast(text.removed) })
  const { authority, name, askedOn, answeredOn, opinion, reference } = consultation
  const who = authorityName(authority, name)
  const isPublic = authority === 'public'
  const due = answerDue(consultation)
  const failure = error ?? remove.error
  const facts = [
    askedOn === null ? '' : (isPublic ? text.opened : text.asked)(dayWords(askedOn)),
    answeredOn === null ? '' : (isPublic ? text.closed : text.answered)(dayWords(answeredOn)),
    opinion === '' ? '' : opinionText[opinion],
    reference,
  ].filter((words) => words !== '')
  return (
    <li className="text-line">
      <div className="grow">
        <b>{who}</b>
        {facts.length === 0 ? null : <div className="mute small">{facts.join(' · ')}</div>}
        {due === null ? null : <div className="mute small">{text.due(formatDateWithoutWeekday(due))}</div>}
      </div>
      <Button
        small
        look="ghost"
        icon={Pencil}
        label={isOpen ? commonText.close : text.edit(who)}
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
                <Select
                  label={text.authority}
                  value={authority}
                  choices={authorities}
                  onCommit={(next) => patch({ authority: next })}
                />
                <TextField label={text.name} prose value={name} onCommit={(next) => patch({ name: next })} />
                <DateField
                  label={isPublic ? text.opensOn : text.askedOn}
                  keptAs={`consultation:${consultation.watchItemId}:${id}:askedOn`}
                  value={askedOn}
                  onCommit={(next) => patch({ askedOn: next })}
                />
                <DateField
                  label={isPublic ? text.closesOn : text.answeredOn}
                  keptAs={`consultation:${consultation.watchItemId}:${id}:answeredOn`}
                  value={answeredOn}
                  onCommit={(next) => patch({ answeredOn: next })}
                />
                <Select
                  label={text.opinion}
                  value={opinion}
                  choices={opinions}
                  onCommit={(next) => patch({ opinion: next })}
                />
                <TextField
                  label={text.reference}
                  value={reference}
                  onCommit={(next) => patch({ reference: next })}
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
