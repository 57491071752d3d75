import X from 'lucide-react/icons/x'
import { useMemo, useState } from 'react'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { isNamedBy } from '../../../electron/domain/text/fold.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { Button } from '../../ui/Button.tsx'
import { Picker, type PickerChoice } from '../../ui/Picker.tsx'
import { useWorkspace } from './workspace.ts'

const text = agendaText.inspector
/** Most persons proposed at once. */
const MOST = 12

type Choice = PickerChoice & { email: string }

export function ItemGuests({ item }: { item: AgendaItem }) {
  const { agenda, link } = useWorkspace()
  const guests = agenda.guests.filter((guest) => guest.itemId === item.id)
  return (
    <section className="field" aria-label={text.guests}>
      <span className="label">{text.guests}</span>
      {guests.length === 0 ? null : (
        <ul className="attendance-list">
          {guests.map(({ personId, name, email }) => (
            <li key={personId} className="attendance-row">
              <div className="grow">
                <div className="cut" title={name}>
                  {name}
                </div>
                <div className="mute small cut" title={email}>
                  {email === '' ? text.withoutAddress : email}
                </div>
              </div>
              <Button
                small
                look="ghost"
                icon={X}
                label={text.dismiss(name)}
                onPress={() => link({ type: 'dismiss', id: item.id, personId, name, email })}
              />
            </li>
          ))}
        </ul>
      )}
      <GuestPicker
        known={guests.map(({ personId }) => personId)}
        onPick={({ id: personId, label: name, email }) =>
          link({ type: 'invite', id: item.id, personId, name, email })
        }
      />
    </section>
  )
}

function GuestPicker(props: { known: readonly string[]; onPick: (choice: Choice) => void }) {
  const [words, setWords] = useState('')
  const directory = useQuery('directory.list', {})
  const people = useMemo(() => {
    const names = new Map((directory.data?.organisations ?? []).map((one) => [one.id, shortName(one)]))
    return (directory.data?.persons ?? []).map(
      ({ id, givenName, familyName, organisationId, email }): Choice => ({
        id,
        label: fullName({ givenName, familyName }),
        email,
        detail: (organisationId === null ? undefined : names.get(organisationId)) ?? '',
      }),
    )
  }, [directory.data])
  const proposals = people
    .filter(({ id, label }) => isNamedBy(label, words.trim()) && !props.known.includes(id))
    .slice(0, MOST)
  return (
    <Picker
      label={text.addGuest}
      words={words}
      proposals={proposals}
      onWords={setWords}
      onPick={props.onPick}
    />
  )
}
