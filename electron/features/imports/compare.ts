import type { DirectoryView } from '../../contract/directory.ts'
import type { WrittenName } from '../../contract/imports.ts'
import type { Output } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import type { DraftItem } from '../../domain/agenda/draft.ts'
import { linesOf, matchesOf, type SaidLine } from '../../domain/agenda/reimport.ts'
import type { Person } from '../../domain/people/directory.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { declaredForms, isInitialAndSlip, writtenForms } from '../../domain/people/person-names.ts'
import { findOrganisations } from '../../domain/people/same-organisation.ts'
import { type FoundPerson, personFinder } from '../../domain/people/same-person.ts'
import { shortName } from '../../domain/people/short-name.ts'
import { isOrganisationName } from '../../imports/understanding/people.ts'
import { personsNamed } from '../../imports/understanding/persons-named.ts'
import { agendaItems } from '../reads/agenda.ts'
import { directoryView } from '../reads/directory.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { handEdits } from './hand-edits.ts'

export async function compareDraft(
  tx: Reader,
  meetingId: string | null,
  items: readonly DraftItem[],
): Promise<Output<'imports.compare'>> {
  const lines = linesOf(items)
  const meeting = meetingId === null ? null : await liveMeeting(tx, meetingId)
  const agenda = meeting === null ? [] : await agendaItems(tx, meeting.id)
  const byHand = meeting === null ? new Map<string, never[]>() : await handEdits(tx, meeting.id, agenda)
  return {
    meeting,
    agenda,
    matches: [...matchesOf(lines, agenda)].map(([at, match]) => ({
      at,
      ...match,
      byHand: byHand.get(match.itemId) ?? [],
    })),
    names: await writtenNames(tx, lines),
  }
}

/** Each pair of names once, in the order of the file. */
async function writtenNames(tx: Reader, lines: readonly SaidLine[]): Promise<WrittenName[]> {
  const pairs = new Map<string, { presenter: string; organisation: string }>()
  for (const { said } of lines) {
    const pair = { presenter: said.presenter ?? '', organisation: said.organisation ?? '' }
    if (pair.presenter !== '' || pair.organisation !== '') pairs.set(JSON.stringify(pair), pair)
  }
  if (pairs.size === 0) return []
  const directory = await directoryView(tx)
  const find = personFinder(directory)
  const findBody = findOrganisations(directory)
  const byOrganisation = new Map(directory.organisations.map((one) => [one.id, one]))
  return [...pairs.values()].map(({ presenter, organisation }) => {
    const organisations = organisation === '' ? [] : [organisation]
    const found =
      presenter === ''
        ? null
        : (find({ name: presenter, organisations }) ?? withSlip(directory.persons, presenter))
    const person = directory.persons.find(({ id }) => id === found?.personId)
    const [entry = null] = organisation === '' ? [] : findBody(organisation).organisations
    const own = byOrganisation.get(person?.organisationId ?? '')
    return {
      presenter,
      organisation,
      person:
        person === undefined || found === null
          ? null
          : {
              id: person.id,
              name: fullName(person),
              detail: shortName(own),
              certainty: found.certainty,
            },
      organisationEntry: entry === null ? null : { id: entry.id, name: shortName(entry), detail: entry.name },
      ...unknownOf(directory, find, findBody, { presenter, organisation }),
    }
  })
}

/** Who of them the directory does not know: whoever reads as a person, and the body they are said to be of. */
function unknownOf(
  directory: DirectoryView,
  find: ReturnType<typeof personFinder>,
  findBody: ReturnType<typeof findOrganisations>,
  { presenter, organisation }: Pick<WrittenName, 'presenter' | 'organisation'>,
): Pick<WrittenName, 'newPersons' | 'newOrganisation'> {
  const organisations = organisation === '' ? [] : [organisation]
  const newPersons = personsNamed(presenter).filter(
    ({ written }) =>
      find({ name: written, organisations }) === null && withSlip(directory.persons, written) === null,
  )
  // "DGX" where a presenter is expected.
  const body = organisation || (isOrganisationName(presenter) ? presenter : '')
  const isKnown = body === '' || findBody(body).organisations.length > 0
  return { newPersons, newOrganisation: isKnown ? null : body }
}

/** The only person whom an initial and a misspelt family name can stand for. */
function withSlip(persons: readonly Person[], presenter: string): FoundPerson | null {
  const written = writtenForms(presenter)
  const [only, ...others] = persons.filter(({ givenName, familyName, otherNames }) =>
    isInitialAndSlip(written, declaredForms(givenName, familyName, otherNames)),
  )
  return only === undefined || others.length > 0
    ? null
    : { personId: only.id, certainty: 'possible', others: [] }
}
