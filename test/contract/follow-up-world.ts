import type { ActionFilter, ActionRow } from '../../electron/contract/follow-up.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { hold, meetingOn, minutesOf, oneApproves, validate } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

export const everything: ActionFilter = {
  words: '',
  states: [],
  owner: null,
  organisation: null,
  meetingId: null,
  seriesId: null,
  lateOnly: false,
  check: null,
}
export const byDue = { by: 'due', descending: false } as const

export type FollowUpWorld = Awaited<ReturnType<typeof followUpWorld>>

/** Noon of 20 January 2027 on the desk; meetings of 12 November and 10 December 2026 were held. */
export async function followUpWorld() {
  const clock = { now: '2027-01-20T11:00:00.000Z' }
  const opened: OpenedCore = await openTestCore(clock)
  const organisationId = newId()
  await opened.ok('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Association des communes de démonstration', acronym: 'ACD' },
  })
  const ownerId = newId()
  await opened.ok('directory.addPerson', {
    id: ownerId,
    fields: { familyName: 'Marchetti', givenName: 'Hélène', organisationId, email: 'helene@acd.example' },
  })
  const mandateId = newId()
  await opened.ok('directory.addMandate', {
    id: mandateId,
    personId: ownerId,
    fields: { role: 'titulaire', organisationId },
  })
  const november = await meetingOn(opened, '2026-11-12')
  const december = await meetingOn(opened, '2026-12-10')
  for (const meetingId of [november, december]) await hold(opened, meetingId)
  const itemOf = async (meetingId: string) => (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''

  const list = async (filter: Partial<ActionFilter> = {}) =>
    (
      await opened.ok('followUp.actions', {
        filter: { ...everything, ...filter },
        sort: byDue,
        offset: 0,
        limit: 100,
      })
    ).rows
  return {
    opened,
    ownerId,
    mandateId,
    organisationId,
    november,
    december,
    list,
    setNow: (now: string) => {
      clock.now = now
    },
    action: async (
      text: string,
      fields: { owner?: string; ownerId?: string; organisation?: string; dueDate?: string } = {},
      meetingId = november,
    ) =>
      opened.ok('minutes.addAction', {
        id: newId(),
        itemId: await itemOf(meetingId),
        fields: { text, ...fields },
      }),
    decision: async (text: string, meetingId = november) =>
      opened.ok('minutes.addDecision', { id: newId(), itemId: await itemOf(meetingId), fields: { text } }),
    row: async (id: string): Promise<ActionRow> => (await opened.ok('followUp.action', { id })).row,
    target: async (id: string) => {
      const { action } = (await opened.ok('followUp.action', { id })).row
      return { id, version: action.version }
    },
    approve: async (meetingId: string) => {
      await validate(opened, meetingId)
      await oneApproves(opened, meetingId)
      return opened.ok('approval.approve', {
        meetingId,
        mode: 'written',
        approvingMeetingId: null,
        approvedOn: '2027-01-15',
        corrections: '',
        asked: await askedOf(opened.ok, meetingId),
        itemId: null,
      })
    },
  }
}
