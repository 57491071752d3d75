import Trash2 from 'lucide-react/icons/trash-2'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { addDays, civilDate } from '../../../electron/domain/time/civil-date.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText } from '../../text/directory.ts'
import { ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { useKept } from '../../ui/kept.ts'
import { TextField } from '../../ui/TextField.tsx'
import { versionOf } from './EntryInspector.tsx'

const text = directoryText.names

type Organisation = DirectoryView['organisations'][number]
type FormerName = DirectoryView['formerNames'][number]

export function FormerNames({ organisation, view }: { organisation: Organisation; view: DirectoryView }) {
  const headingId = useId()
  const [changing, setChanging] = useState(false)
  const names = view.formerNames.filter(({ organisationId }) => organisationId === organisation.id)
  return (
    <section className="directory-part" aria-labelledby={headingId}>
      <div className="directory-part-head">
        <h3 id={headingId}>{text.title}</h3>
        {changing ? null : (
          <Button small onPress={() => setChanging(true)}>
            {text.change}
          </Button>
        )}
      </div>
      {changing ? <ChangeName organisation={organisation} onDone={() => setChanging(false)} /> : null}
      {names.length === 0 && !changing ? <p className="mute small">{text.none}</p> : null}
      {names.map((name) => (
        <FormerNameFields key={name.id} name={name} />
      ))}
    </section>
  )
}

function ChangeName({ organisation, onDone }: { organisation: Organisation; onDone: () => void }) {
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [said, setSaid, forget] = useKept(
    `rename:${organisation.id}`,
    {
      name: '',
      acronym: organisation.acronym,
      // Names mostly change from today on.
      lastDay: addDays(civilDate(new Date()), -1) as string | null,
    },
    (typed) => (typed.acronym === organisation.acronym ? [typed.name] : [typed.name, typed.acronym]),
  )
  const { name, acronym, lastDay } = said
  const say = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const rename = useWrite('directory.renameOrganisation', {
    onSuccess: () => {
      forget()
      onDone()
      showUndoToast(text.changed(name.trim()))
    },
  })
  const isTooEarly = rename.error?.code === 'invalid-input' && rename.error.field === 'lastDay'
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || lastDay === null) return
    rename.mutate({
      id: organisation.id,
      version: organisation.version,
      name: name.trim(),
      acronym: acronym.trim(),
      lastDay,
    })
  }
  return (
    <form className="directory-mandate" onSubmit={apply}>
      {rename.error === null || isTooEarly ? null : <ErrorBanner error={rename.error} />}
      <Field label={text.name}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            ref={first}
            maxLength={LINE_LENGTH}
            value={name}
            onChange={(event) => say({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.acronym}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={40}
            value={acronym}
            onChange={(event) => say({ acronym: event.target.value })}
          />
        )}
      </Field>
      <DateField
        label={text.lastDay}
        keptAs={`rename:${organisation.id}:day`}
        value={lastDay}
        error={isTooEarly ? text.tooEarly : undefined}
        onCommit={(day) => say({ lastDay: day })}
      />
      <div className="row">
        <Button
          small
          onPress={() => {
            sayGivenUp(forget())
            onDone()
          }}
        >
          {text.cancel}
        </Button>
        <Button small look="primary" type="submit">
          {text.apply}
        </Button>
      </div>
    </form>
  )
}

function FormerNameFields({ name: stored }: { name: FormerName }) {
  const target = { id: stored.id, version: stored.version }
  const saver = usePatch('directory.updateFormerName', target, stored, (after) =>
    versionOf(after.formerNames, stored.id),
  )
  const name = saver.row
  const remove = useWrite('directory.removeFormerName', { onSuccess: () => showUndoToast(text.removed) })
  const { patch } = saver
  return (
    <fieldset className="directory-mandate" aria-label={name.name}>
      {saver.error === null ? null : (
        <ErrorBanner error={saver.error} onRetry={saver.retry} onGiveUp={saver.giveUp} />
      )}
      <div className="directory-act">
        <TextField
          label={text.former}
          value={name.name}
          needed
          onCommit={(changed) => patch({ name: changed })}
        />
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={text.remove(name.name)}
          onPress={() => remove.mutate(target)}
        />
      </div>
      <div className="directory-pair">
        <TextField
          label={text.formerAcronym}
          value={name.acronym}
          maxLength={40}
          onCommit={(acronym) => patch({ acronym })}
        />
        <DateField
          label={text.until}
          keptAs={`name:${name.organisationId}:${name.id}:until`}
          value={name.until}
          needed
          onCommit={(until) => {
            if (until !== null) patch({ until })
          }}
        />
      </div>
    </fieldset>
  )
}
