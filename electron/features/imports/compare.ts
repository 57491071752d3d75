// Compare: a draft beside the agenda it may be about, and who of the directory its names are.
import type { WrittenName } from '../../contract/imports.ts'
import type { Output } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { linesOf, matchesOf, type SaidLine } from '../../domain/agenda-reimport.ts'
import type { Person } from '../../domain/directory.ts'
import type { DraftItem } from '../../domain/draft.ts'
import { declaredForms, isInitialAndSlip, writtenForms } from '../../domain/person-names.ts'
import { findOrganisation } from '../../domain/same-organisation.ts'
import { type FoundPerson, personFinder } from '../../domain/same-person.ts'
import { agendaItems } from '../agenda/queries.ts'
import { directoryView } from '../directory/queries.ts'
import { liveMeeting } from '../meetings/queries.ts'

export async function compareDraft(
  tx: Reader,
  meetingId: string | null,
  items: readonly DraftItem[],
): Promise<Output<'imports.compare'>> {
  const lines = linesOf(items)
  const meeting = meetingId === null ? null : await liveMeeting(tx, meetingId)
  const agenda = meeting === null ? [] : await agendaItems(tx, meeting.id)
  return {
    meeting,
    agenda,
    matches: [...matchesOf(lines, agenda)].map(([at, match]) => ({ at, ...match })),
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
  const byOrganisation = new Map(directory.organisations.map((one) => [one.id, one]))
  return [...pairs.values()].map(({ presenter, organisation }) => {
    const organisations = organisation === '' ? [] : [organisation]
    const found =
      presenter === ''
        ? null
        : (find({ name: presenter, organisations }) ?? withSlip(directory.persons, presenter))
    const person = directory.persons.find(({ id }) => id === found?.personId)
    const entry = organisation === '' ? null : findOrganisation(directory, { name: organisation })
    const own = byOrganisation.get(person?.organisationId ?? '')
    return {
      presenter,
      organisation,
      person:
        person === undefined || found === null
          ? null
          : {
              id: person.id,
              name: `${person.givenName} ${person.familyName}`.trim(),
              detail: own === undefined ? '' : own.acronym || own.name,
              certainty: found.certainty,
            },
      organisationEntry:
        entry === null ? null : { id: entry.id, name: entry.acronym || entry.name, detail: entry.name },
    }
  })
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
