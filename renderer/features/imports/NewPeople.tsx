import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckBox, Select } from '../../ui/Select.tsx'
import type { Mandate } from './minutes-rows.ts'
import { newOrganisations, newPeople } from './taken-rows.ts'
import type { MinutesReview } from './use-minutes-review.ts'

const text = importMinutesText.newPeople
const mandates = [
  { value: 'none', label: text.mandates.none },
  { value: 'titulaire', label: text.mandates.titulaire },
  { value: 'suppleant', label: text.mandates.suppleant },
] as const

export function NewPeople({ review: { rows, matches, act } }: { review: MinutesReview }) {
  if (matches === undefined) return null
  const people = newPeople(rows, matches)
  if (people.length === 0) return null
  const organisations = newOrganisations(rows, matches)
  const keys = people.map(({ key }) => key)
  const isAll = keys.every((key) => rows.newPersons.has(key))
  return (
    <section className="import-new" aria-label={text.title}>
      <div className="row wrap">
        <h3>{text.title}</h3>
        <Button small onPress={() => act({ type: 'newPerson', keys, isNew: !isAll })}>
          {isAll ? text.none : text.all}
        </Button>
      </div>
      <p className="mute">{text.hint}</p>
      <ul>
        {people.map(({ key, fields }) => {
          const name = fullName(fields)
          const added = rows.newPersons.get(key)
          return (
            <li key={key}>
              <CheckBox
                label={text.add(name)}
                checked={added !== undefined}
                onCommit={(isNew) => act({ type: 'newPerson', keys: [key], isNew })}
              />
              {added === undefined ? null : (
                <Select
                  label={text.mandateOf(name)}
                  value={added.mandate ?? 'none'}
                  choices={mandates}
                  onCommit={(value) =>
                    act({
                      type: 'mandate',
                      key,
                      mandate: (value === 'none' ? null : value) satisfies Mandate,
                    })
                  }
                />
              )}
            </li>
          )
        })}
      </ul>
      {organisations.length === 0 ? null : (
        <>
          <h4>{text.organisations}</h4>
          <ul>
            {organisations.map((name) => (
              <li key={name}>
                <CheckBox
                  label={text.addOrganisation(name)}
                  checked={rows.newOrganisations.has(fold(name))}
                  onCommit={(isNew) => act({ type: 'newOrganisation', name, isNew })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
