import type { Reader } from '../../../db/driver.ts'
import type { Subject } from '../../../domain/agenda/subject.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { findOrganisation } from '../../../domain/people/same-organisation.ts'
import { personFinder } from '../../../domain/people/same-person.ts'
import { directoryView, namesOn } from '../../reads/directory.ts'

export type Requester = Pick<Subject, 'requester' | 'requesterId' | 'organisation' | 'organisationId'>

/**
 * Prepares the directory of a day once for many look-ups. Somebody who may only be the person of the directory stays
 * unlinked: the secretariat links them.
 */
export async function requesterFinder(
  tx: Reader,
): Promise<
  (written: { name: string; email: string; organisation?: string }, date: string) => Promise<Requester>
> {
  const directory = await directoryView(tx)
  const find = personFinder(directory)
  const organisationOf = async (id: string, date: string) =>
    (await namesOn(tx, date)).get(id)?.name ??
    directory.organisations.find((one) => one.id === id)?.name ??
    ''
  return async ({ name, email, organisation = '' }, date) => {
    const found = find({ name, email, organisations: organisation === '' ? [] : [organisation] })
    const person =
      found === null || found.certainty === 'possible'
        ? undefined
        : directory.persons.find(({ id }) => id === found.personId)
    // "Odile Exemple (Association des communes)", as mail programs write somebody's organisation.
    const bracket = /^(.*\S)\s*\(([^()]+)\)$/.exec(name)
    const written = organisation || (bracket?.[2]?.trim() ?? '')
    const known =
      person?.organisationId ??
      (written === '' ? null : (findOrganisation(directory, { name: written })?.id ?? null))
    return {
      requester:
        person === undefined ? (bracket?.[1] ?? (name || email)).slice(0, LINE_LENGTH) : fullName(person),
      requesterId: person?.id ?? null,
      organisation: known === null ? written.slice(0, LINE_LENGTH) : await organisationOf(known, date),
      organisationId: known,
    }
  }
}
