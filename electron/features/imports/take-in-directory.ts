import { AppError } from '../../contract/errors.ts'
import type { NewOrganisation, NewPerson } from '../../domain/old-files/taken-minutes.ts'
import type { WriteContext } from '../context.ts'
import { nextOrder } from '../directory/index.ts'
import { newId } from '../new-id.ts'

export async function takeInDirectory(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  organisations: readonly NewOrganisation[],
  persons: readonly NewPerson[],
): Promise<void> {
  const known = async (table: 'organisation' | 'person') =>
    new Set((await tx.selectFrom(table).select('id').execute()).map(({ id }) => id))
  const organisationIds = await known('organisation')
  let order = await nextOrder(tx, 'organisation')
  for (const { id, name, acronym } of organisations) {
    if (organisationIds.has(id)) continue
    await tx
      .insertInto('organisation')
      .values({ id, version: 1, name, acronym, article: null, collegeId: null, protocolOrder: order })
      .execute()
    organisationIds.add(id)
    order += 1
  }
  const personIds = await known('person')
  order = await nextOrder(tx, 'person')
  for (const { mandate, ...person } of persons) {
    if (personIds.has(person.id)) continue
    const { organisationId } = person
    if (organisationId !== null && !organisationIds.has(organisationId))
      throw new AppError('not-found', { field: 'organisationId' })
    await tx
      .insertInto('person')
      .values({ ...blankPerson, ...person, version: 1, protocolOrder: order })
      .execute()
    personIds.add(person.id)
    order += 1
    if (mandate !== null)
      await tx
        .insertInto('mandate')
        .values({
          id: newId(now),
          version: 1,
          personId: person.id,
          organisationId,
          role: mandate,
          seriesId: null,
          startsOn: null,
          endsOn: null,
        })
        .execute()
  }
}

const blankPerson = {
  civility: '',
  email: '',
  phone: '',
  copyEmails: '',
  otherNames: '',
} as const
