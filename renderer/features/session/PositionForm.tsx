import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { ItemPosition, ItemPositionFields, Stance } from '../../../electron/domain/session/session.ts'
import { stanceWords } from '../../../electron/domain/session/stance-words.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Field } from '../../ui/Field.tsx'
import { noWords, useKept } from '../../ui/kept.ts'
import { Select } from '../../ui/Select.tsx'
import type { Session } from './use-session.ts'

export type PositionFields = ItemPositionFields

const stances = (Object.keys(stanceWords) as Stance[]).map((value) => ({ value, label: stanceWords[value] }))

export function PositionForm(props: {
  session: Session
  position: ItemPosition | null
  onKeep: (fields: PositionFields, forget: () => void) => void
  onClose: () => void
}) {
  const { position } = props
  const form = `position:${props.session.current?.item.id ?? ''}:${position?.id ?? ''}`
  const [organisation, setOrganisation, forgetOrganisation] = useKept(form, position?.organisation ?? '')
  const [stance, setStance, forgetStance] = useKept<Stance>(
    `${form}:stance`,
    position?.stance ?? 'favorable',
    noWords,
  )
  const [words, setWords, forgetWords] = useKept(`${form}:words`, position?.words ?? '')
  const { speakers } = props.session.vocabulary
  const known = useMemo(
    () => speakers.filter(({ personId, organisationId }) => personId === null && organisationId !== null),
    [speakers],
  )
  const choices = useMemo(
    () => known.map(({ label, organisationId }) => ({ id: organisationId ?? label, label })),
    [known],
  )
  const element = useRef<HTMLFormElement>(null)
  // Positions stand at the head of the notes, which are read from their end.
  useEffect(() => {
    const box = element.current?.closest('.scroll')
    if (box != null) box.scrollTop = 0
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const name = organisation.trim()
    if (name === '') return
    const found = known.find(({ label, keys }) => label === name || keys.includes(fold(name)))
    const fields = {
      organisation: found?.organisation ?? name,
      organisationId: found?.organisationId ?? null,
      stance,
      words: words.trim(),
    }
    props.onKeep(fields, () => {
      forgetOrganisation()
      forgetStance()
      forgetWords()
    })
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    props.onClose()
  }
  return (
    <form
      ref={element}
      className="position-form"
      onSubmit={submit}
      onKeyDown={leave}
      aria-label={text.addPosition}
    >
      <ComboBox
        label={text.organisation}
        value={organisation}
        choices={choices}
        // Opened by an act: the field takes the keys that follow.
        autoFocus
        onCommit={setOrganisation}
      />
      <Select label={text.stance} value={stance} choices={stances} onCommit={setStance} />
      <Field label={text.positionWords}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            value={words}
            maxLength={5_000}
            spellCheck
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button type="submit" look="primary">
          {text.keepPosition}
        </Button>
        <Button look="ghost" onPress={props.onClose}>
          {text.closeForm}
        </Button>
      </div>
    </form>
  )
}
