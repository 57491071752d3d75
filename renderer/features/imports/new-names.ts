import type { WrittenName } from '../../../electron/contract/imports.ts'
import type { Input } from '../../../electron/contract/index.ts'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import { type Linked, notLinked } from '../../../electron/domain/agenda/reimport.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import type { Review } from './review.ts'
import type { Line } from './review-line.ts'

type Names = ReadonlyMap<number, WrittenName>
export type NewPerson = {
  readonly key: string
  readonly givenName: string
  readonly familyName: string
  readonly organisation: string
  /** Their organisation, when the directory knows it. */
  readonly organisationId: string | null
}
export type NewNames = { readonly persons: readonly NewPerson[]; readonly organisations: readonly string[] }

/** Ids of what was ticked, by the keys below. */
export type Ticked = ReadonlyMap<string, string>
export const organisationKey = (name: string) => `o ${fold(name)}`
const personKey = (person: { givenName: string; familyName: string }) => `p ${fold(fullName(person))}`

/** Those of the lines that are taken; whoever took part is proposed among the participants. */
export function newNamesOf(review: Review, names: Names, participants: Draft['participants']): NewNames {
  const there = new Set(participants.map(({ familyName }) => fold(familyName)))
  const persons = new Map<string, NewPerson>()
  const organisations = new Map<string, string>()
  for (const { key, taken } of review.lines) {
    const name = names.get(key)
    if (!taken || name === undefined) continue
    const { newOrganisation, organisationEntry } = name
    if (newOrganisation !== null && !organisations.has(fold(newOrganisation)))
      organisations.set(fold(newOrganisation), newOrganisation)
    for (const { givenName, familyName } of name.newPersons) {
      const person = { key: personKey({ givenName, familyName }), givenName, familyName }
      if (persons.has(person.key) || there.has(fold(familyName))) continue
      persons.set(person.key, {
        ...person,
        organisation: name.organisation,
        organisationId: organisationEntry?.id ?? null,
      })
    }
  }
  return { persons: [...persons.values()], organisations: [...organisations.values()] }
}

/** The entries of a line's names: as somebody answered, else the one that surely bears the name, else the one that is added. */
export function entriesOf(line: Line, name: WrittenName | undefined, ticked: Ticked): Linked {
  if (line.linked !== notLinked || name === undefined) return line.linked
  const { person, organisationEntry, newPersons, newOrganisation } = name
  const [only, ...others] = newPersons
  const sure = person?.certainty === 'sure' && !line.namesKept ? person.id : null
  const added =
    person === null && only !== undefined && others.length === 0 ? ticked.get(personKey(only)) : undefined
  const isNamed =
    organisationEntry !== null &&
    [organisationEntry.name, organisationEntry.detail].some((one) => fold(one) === fold(name.organisation))
  const body = newOrganisation === null ? undefined : ticked.get(organisationKey(newOrganisation))
  const linked = {
    presenterId: sure ?? added ?? null,
    organisationId: (isNamed ? organisationEntry.id : body) ?? null,
  }
  return linked.presenterId === null && linked.organisationId === null ? notLinked : linked
}

/** Ticked names that enter the directory; undefined when none does. */
export function tickedEntries(
  { persons, organisations }: NewNames,
  ticked: Ticked,
): Input<'imports.apply'>['directory'] {
  const newOrganisations = organisations.flatMap((name) => {
    const id = ticked.get(organisationKey(name))
    return id === undefined ? [] : [{ id, name, acronym: '' }]
  })
  const newPersons = persons.flatMap(({ key, givenName, familyName, organisation, organisationId }) => {
    const id = ticked.get(key)
    if (id === undefined) return []
    const added = ticked.get(organisationKey(organisation)) ?? null
    return [
      { id, givenName, familyName, jobTitle: '', organisationId: organisationId ?? added, mandate: null },
    ]
  })
  return newOrganisations.length + newPersons.length === 0 ? undefined : { newOrganisations, newPersons }
}
