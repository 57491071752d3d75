import { useMemo } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import {
  membersOfOrganisation,
  organisationCalled,
} from '../../../electron/domain/people/organisation-members.ts'
import { personFinder } from '../../../electron/domain/people/same-person.ts'
import { fold, foldedWords } from '../../../electron/domain/text/fold.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { substituteText as text } from '../../text/attendance.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName, guestFrom } from './attendance-groups.ts'

/** Who is represented. */
export type Represented = { personId: string | null; organisation: string }

export type Substitutes = {
  /** Deputies of the organisation first, then everybody of the directory. */
  readonly names: readonly string[]
  readonly isKnown: (name: string) => boolean
  /** Whom an unknown name most probably means; empty when nobody. */
  readonly proposed: (name: string) => string
  readonly organisationId: string | null
}

/** Undefined until the directory is read. */
export function useSubstitutes({ personId, organisation }: Represented): Substitutes | undefined {
  const directory = useQuery('directory.list', {}).data
  return useMemo(
    () => (directory === undefined ? undefined : substitutesFor(directory, { personId, organisation })),
    [directory, personId, organisation],
  )
}

function substitutesFor(directory: DirectoryView, { personId, organisation }: Represented): Substitutes {
  const organisationId = organisationCalled(directory, organisation)
  const members =
    organisationId === null
      ? []
      : membersOfOrganisation(directory, organisationId, { date: civilDate(new Date()) }).toReversed()
  const people = [...new Set([...members, ...directory.persons])].filter(({ id }) => id !== personId)
  const deputies = people.filter((person) => members.includes(person))
  const find = personFinder(directory)
  const begins = (name: string) => (person: (typeof people)[number]) => {
    const words = foldedWords(fullName(person))
    return foldedWords(name).every((typed) => words.some((word) => word.startsWith(typed)))
  }
  return {
    names: people.map(fullName),
    isKnown: (name) =>
      people.some((person) => fold(fullName(person)) === fold(name).trim()) ||
      (find({ name, organisations: [] })?.certainty ?? 'possible') !== 'possible',
    proposed(name) {
      const meant = people.find(begins(name)) ?? deputies[0]
      return meant === undefined ? '' : fullName(meant)
    },
    organisationId,
  }
}

/** Nobody knows this name: it is asked once whether it stays. */
export function SubstituteQuestion(props: {
  name: string
  substitutes: Substitutes
  onTake: (name: string) => void
  onKeep: () => void
}) {
  const { name, substitutes } = props
  const proposed = substitutes.proposed(name)
  const add = useWrite('directory.addPerson', { onSuccess: props.onKeep })
  return (
    <div className="substitute-question" role="status">
      <span className="warn">{text.unknown(name)}</span>
      <div className="row wrap">
        {proposed === '' ? null : (
          <Button small writes onPress={() => props.onTake(proposed)}>
            {text.take(proposed)}
          </Button>
        )}
        <Button
          small
          writes
          onPress={() => {
            const { organisationId } = substitutes
            const { familyName, givenName } = guestFrom(name) ?? { familyName: name, givenName: '' }
            add.mutate({ id: newId(), fields: { familyName, givenName, organisationId } })
          }}
        >
          {text.add}
        </Button>
        <Button small writes onPress={props.onKeep}>
          {text.keep}
        </Button>
      </div>
    </div>
  )
}
