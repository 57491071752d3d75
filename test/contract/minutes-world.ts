import { askedOf } from '../asked.ts'
import { putInSession } from '../put-in-session.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

/** A rich text of one paragraph. */
export const richWords = (words: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
})

/** Two months after the meetings of these tests. */
export const openMinutesCore = () => openTestCore({ now: '2027-01-20T09:00:00.000Z' })

export async function meetingOn({ ok }: OpenedCore, date: string): Promise<string> {
  return (await ok('meetings.create', { fields: { date }, fromTemplate: true })).id
}

export async function minutesOf({ ok }: OpenedCore, meetingId: string) {
  const view = await ok('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}

/** Into the exchanges of the first section. */
export async function writeExchanges(opened: OpenedCore, meetingId: string, words: string): Promise<void> {
  const [section] = (await minutesOf(opened, meetingId)).sections
  if (section === undefined) throw new Error('no section')
  const { id, version } = section
  await opened.ok('minutes.updateSection', { id, version, patch: { exchanges: richWords(words) } })
}

/** From the chair to the members, then validated. */
export async function validate(opened: OpenedCore, meetingId: string): Promise<void> {
  for (const state of ['internalReview', 'review', 'validated'] as const) {
    const { minutes } = await minutesOf(opened, meetingId)
    await opened.ok('minutes.setState', { id: minutes.id, version: minutes.version, state })
  }
}

/** What was changed since it was validated. */
export async function validateAnew(opened: OpenedCore, meetingId: string): Promise<void> {
  const { id, version } = (await minutesOf(opened, meetingId)).minutes
  await opened.ok('minutes.setState', { id, version, state: 'validated' })
}

/** Opened, a first wording written, closed. */
export async function hold(opened: OpenedCore, meetingId: string): Promise<void> {
  await putInSession(opened.ok, meetingId)
  await writeExchanges(opened, meetingId, 'Une première rédaction.')
  await opened.ok('session.close', { meetingId })
}

/** Held, written and validated: ready to be approved. */
export async function holdAndValidate(opened: OpenedCore, meetingId: string): Promise<void> {
  await hold(opened, meetingId)
  await validate(opened, meetingId)
}

/** A member answers by writing, and approves; none where the body has none. */
export async function oneApproves({ ok }: OpenedCore, meetingId: string): Promise<void> {
  const [member] = (await ok('approval.consultation', { meetingId })).members
  if (member === undefined) return
  await ok('approval.setReply', { meetingId, personId: member.personId, answer: 'approves' })
}

/** An approval by writing, with what was asked before the seal. */
export const approvalInWriting = async ({ ok }: OpenedCore, meetingId: string) => ({
  ...{ meetingId, mode: 'written' as const, approvingMeetingId: null, itemId: null },
  ...{ approvedOn: '2026-12-10', corrections: '', asked: await askedOf(ok, meetingId) },
})
