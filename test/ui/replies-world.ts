// A meeting with two members, a deputy and a guest of its item, none of whom answered yet; a person who was not asked.
import { newId } from '../../renderer/api/new-id.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const members = [
  ['Olivier', 'Delcambre', 'titulaire'],
  ['Solène', 'Kermadec', 'titulaire'],
  ['Nadège', 'Coulomb', 'suppleant'],
] as const

/** `ids`: of the members, by their family names. */
export async function openReplies(): Promise<{
  core: RealCore
  meetingId: string
  ids: Map<string, string>
}> {
  const core = await openRealCore()
  const ids = new Map<string, string>()
  const meeting = await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })
  const meetingId = meeting.id
  const [collegeId, organisationId] = [newId(), newId()]
  await core.ok('directory.addCollege', { id: collegeId, fields: { name: 'Associations' } })
  await core.ok('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Association des communes de démonstration', acronym: 'ACD', collegeId },
  })
  for (const [givenName, familyName, role] of members) {
    const id = newId()
    ids.set(familyName, id)
    await core.ok('directory.addPerson', { id, fields: { givenName, familyName, organisationId } })
    await core.ok('directory.addMandate', { id: newId(), personId: id, fields: { role, organisationId } })
  }
  const guest = newId()
  await core.ok('directory.addPerson', { id: guest, fields: { givenName: 'Paul', familyName: 'Tessier' } })
  await core.ok('directory.addPerson', { id: newId(), fields: { givenName: 'Ida', familyName: 'Vauquelin' } })
  await core.ok('agenda.add', {
    id: newId(),
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Annuaire', durationMinutes: 20, presenterId: guest },
  })
  return { core, meetingId, ids }
}
