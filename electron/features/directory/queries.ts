// Queries of the directory, everywhere in protocol order, then by name.
import type { DirectoryView } from '../../contract/directory.ts'
import type { Reader } from '../../db/driver.ts'
import type { AttendeeFields } from '../../domain/attendance.ts'

export async function directoryView(tx: Reader): Promise<DirectoryView> {
  const byName = new Intl.Collator('fr')
  const colleges = await tx.selectFrom('college').selectAll().orderBy('protocolOrder').execute()
  const organisations = await tx.selectFrom('organisation').selectAll().orderBy('protocolOrder').execute()
  const persons = await tx.selectFrom('person').selectAll().orderBy('protocolOrder').execute()
  return {
    colleges: colleges.sort((a, b) => a.protocolOrder - b.protocolOrder || byName.compare(a.name, b.name)),
    organisations: organisations.sort(
      (a, b) => a.protocolOrder - b.protocolOrder || byName.compare(a.name, b.name),
    ),
    persons: persons
      .map((person) => ({ ...person, isMember: person.isMember === 1 }))
      .sort((a, b) => a.protocolOrder - b.protocolOrder || byName.compare(a.familyName, b.familyName)),
  }
}

/** Standing members as attendees, by college, organisation, then person. */
export async function standingMembers(
  tx: Reader,
): Promise<
  Pick<AttendeeFields, 'personId' | 'familyName' | 'givenName' | 'organisation' | 'college' | 'role'>[]
> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .leftJoin('college', 'college.id', 'organisation.collegeId')
    .select([
      'person.id as personId',
      'person.familyName',
      'person.givenName',
      'person.jobTitle as role',
      'organisation.name as organisation',
      'college.name as college',
    ])
    .where('person.isMember', '=', 1)
    .orderBy((eb) => eb.fn.coalesce('college.protocolOrder', eb.val(9999)))
    .orderBy((eb) => eb.fn.coalesce('organisation.protocolOrder', eb.val(9999)))
    .orderBy('person.protocolOrder')
    .orderBy('person.familyName')
    .execute()
  return rows.map((row) => ({ ...row, organisation: row.organisation ?? '', college: row.college ?? '' }))
}
