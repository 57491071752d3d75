import type { AttendanceStatus } from '../../electron/domain/attendance/attendance.ts'
import type { ReplyAnswer } from '../../electron/domain/attendance/reply.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { AttendanceList } from '../../renderer/features/attendance/AttendanceList.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

export type Member = readonly [givenName: string, familyName: string, answer: ReplyAnswer | null]

export type AttendanceWorld = {
  core: RealCore
  meetingId: string
  /** How each is marked, by family name. */
  statuses(): Promise<Record<string, AttendanceStatus | null>>
}

/** `others` are in the directory without being members. */
export async function attendanceWorld(
  members: readonly Member[],
  options: { others?: readonly Member[]; runJob?: Parameters<typeof openRealCore>[0] } = {},
): Promise<AttendanceWorld> {
  const core = await openRealCore(options.runJob ?? {})
  const { id: meetingId } = await core.ok('meetings.create', {
    fields: { date: '2026-11-12', startTime: '14:00', endTime: '16:00', mode: 'hybride' },
    fromTemplate: false,
  })
  const organisations: string[] = []
  for (const [name, organisation, acronym] of [
    ['Associations', 'Association des communes de démonstration', 'ACD'],
    ['État', 'Direction générale exemple', 'DGX'],
  ] as const) {
    const [collegeId, id] = [newId(), newId()]
    await core.ok('directory.addCollege', { id: collegeId, fields: { name } })
    await core.ok('directory.addOrganisation', { id, fields: { name: organisation, acronym, collegeId } })
    organisations.push(id)
  }
  const all = [...members, ...(options.others ?? [])]
  for (const [index, [givenName, familyName, answer]] of all.entries()) {
    const personId = newId()
    const organisationId = organisations[index < all.length / 2 ? 0 : 1] ?? null
    await core.ok('directory.addPerson', {
      id: personId,
      fields: { givenName, familyName, organisationId, protocolOrder: index },
    })
    if (index >= members.length) continue
    const fields = { role: 'titulaire' as const, organisationId }
    await core.ok('directory.addMandate', { id: newId(), personId, fields })
    if (answer !== null) await core.ok('replies.set', { meetingId, personId, fields: { answer } })
  }
  return {
    core,
    meetingId,
    statuses: async () =>
      Object.fromEntries(
        (await core.ok('attendance.list', { meetingId })).map(({ familyName, status }) => [
          familyName,
          status,
        ]),
      ),
  }
}

export function showAttendance({ core, meetingId }: AttendanceWorld, openedAt: string | null = null): void {
  core.show(<AttendanceList meetingId={meetingId} openedAt={openedAt} />)
}
