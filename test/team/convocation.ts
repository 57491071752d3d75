import { newId } from '../../renderer/api/new-id.ts'
import type { Desk } from './desk.ts'

/** A message to one person that a desk has prepared, and its meeting. */
export async function prepareConvocation(desk: Desk): Promise<{ meetingId: string; id: string }> {
  const body = await desk.ok('settings.body', {})
  await desk.ok('settings.updateBody', { version: body.version, patch: { email: 'secretariat@ind.example' } })
  const organisationId = newId()
  await desk.ok('directory.addOrganisation', { id: organisationId, fields: { name: 'Association exemple' } })
  const personId = newId()
  await desk.ok('directory.addPerson', {
    id: personId,
    fields: { givenName: 'Ana', familyName: 'Exemple', email: 'ana@acd.example', organisationId },
  })
  await desk.ok('directory.addMandate', {
    id: newId(),
    personId,
    fields: { role: 'titulaire', organisationId },
  })
  const { id: meetingId } = await desk.ok('meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: false,
  })
  await desk.ok('agenda.add', {
    id: newId(),
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Annuaire partagé' },
  })
  const [prepared] = await desk.ok('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
  return { meetingId, id: prepared?.dispatch.id ?? '' }
}
