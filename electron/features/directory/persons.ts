import { AppError } from '../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { mergedWith } from '../../domain/people/directory-changes.ts'
import type { Handlers } from '../context.ts'
import { newId } from '../new-id.ts'
import { directoryView } from '../reads/directory.ts'
import { writtenBefore } from './former-spellings.ts'
import { nextOrder } from './order.ts'
import { dropLinks, moveLinks } from './person-links.ts'

type Name =
  `directory.${'addPerson' | 'updatePerson' | 'removePerson' | 'correctSpellings' | 'mergePersons' | 'setDistinct'}`

export const personWrites: Pick<Handlers<'directory'>, Name> = {
  async 'directory.addPerson'({ tx }, { id, fields }) {
    const protocolOrder = await nextOrder(tx, 'person')
    await tx
      .insertInto('person')
      .values({
        civility: '',
        givenName: '',
        jobTitle: '',
        organisationId: null,
        email: '',
        phone: '',
        copyEmails: '',
        otherNames: '',
        protocolOrder,
        ...defined(fields),
        familyName: fields.familyName,
        id,
        version: 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
  async 'directory.updatePerson'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'person', target, defined(patch))
    return directoryView(tx)
  },
  async 'directory.correctSpellings'(context, { id }) {
    for (const { correct } of await writtenBefore(context.tx, id)) await correct(context)
    return directoryView(context.tx)
  },
  async 'directory.removePerson'({ tx }, target) {
    await dropLinks(tx, target.id)
    await deleteRow(tx, 'person', target)
    return directoryView(tx)
  },
  async 'directory.mergePersons'({ tx }, { id, otherId }) {
    if (id === otherId) throw new AppError('invalid-input', { field: 'otherId' })
    const kept = await getRow(tx, 'person', id)
    const other = await getRow(tx, 'person', otherId)
    await moveLinks(tx, otherId, id)
    await updateRow(tx, 'person', kept, mergedWith(kept, other))
    await deleteRow(tx, 'person', other)
    return directoryView(tx)
  },
  async 'directory.setDistinct'({ tx, now }, { personId, otherId }) {
    if (personId === otherId) throw new AppError('invalid-input', { field: 'otherId' })
    await getRow(tx, 'person', personId)
    await getRow(tx, 'person', otherId)
    const [first, second] = personId < otherId ? [personId, otherId] : [otherId, personId]
    await tx
      .insertInto('distinctPerson')
      .values({ id: newId(now), personId: first, otherId: second })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
}
