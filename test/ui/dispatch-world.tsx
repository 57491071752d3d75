import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { entryOf } from '../entry.ts'
import { openRealCore, type RealCore, type ShellAnswers } from './minutes-real-core.tsx'

// Kept warm from one core to the next; they end with this process, whose channel they lose.
const jobs = forkRunner(entryOf('job'))

export type World = {
  core: RealCore
  meetingId: string
  itemIds: string[]
  personIds: string[]
  dispose(): Promise<void>
}

/** Given name, family name, address, assistants' addresses. */
export const people: readonly (readonly [string, string, string, string])[] = [
  ['Hélène', 'Marchetti', 'helene.marchetti@exemple.invalid', 'secretariat.hm@exemple.invalid'],
  ['Yanis', 'Belkacem', 'yanis.belkacem@exemple.invalid', ''],
  ['Noémie', 'Castelain', '', ''],
]

/** A meeting in 25 days, convened by nobody yet; its agenda holds two items, the second presented by a guest. */
export async function openWorld(shell: ShellAnswers = {}): Promise<World> {
  const core = await openRealCore({ runJob: jobs.run, shell })
  // Even when the days before fall on a weekend, subjects were to be called for and the agenda is not to be built yet.
  const date = new Date(Date.now() + 25 * 86_400_000).toISOString().slice(0, 10)
  const collegeId = newId()
  await core.ok('directory.addCollege', { id: collegeId, fields: { name: 'État', protocolOrder: 1 } })
  const organisationId = newId()
  await core.ok('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Direction générale de l’exemple', acronym: 'DGX', collegeId, protocolOrder: 1 },
  })
  const personIds: string[] = []
  for (const [protocolOrder, [givenName, familyName, email, copyEmails]] of people.entries()) {
    const id = newId()
    personIds.push(id)
    await core.ok('directory.addPerson', {
      id,
      fields: { givenName, familyName, email, copyEmails, organisationId, protocolOrder },
    })
    await core.ok('directory.addMandate', {
      id: newId(),
      personId: id,
      fields: { role: 'titulaire', organisationId },
    })
  }
  const meeting = await core.ok('meetings.create', {
    fields: { date, startTime: '14:00', endTime: '16:00', place: 'salle des Tilleuls' },
    fromTemplate: false,
  })
  const itemIds: string[] = []
  let afterId: string | null = null
  for (const title of ['Passerelle d’échange', 'Questions diverses']) {
    const id = newId()
    const fields = { title, durationMinutes: 30 }
    await core.ok('agenda.add', { id, meetingId: meeting.id, parentId: null, afterId, fields })
    itemIds.push(id)
    afterId = id
  }
  return {
    core,
    meetingId: meeting.id,
    itemIds,
    personIds,
    dispose: () => core.dispose(),
  }
}
