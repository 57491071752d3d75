// Where no consultation was written, and what the messages of the review said of silence; and until when they gave.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { approvalWorld, silenceApproves } from './approval-mails.ts'
import { type DispatchWorld, first } from './dispatch-world.ts'
import { minutesOf, validate } from './minutes-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await approvalWorld()
})
afterEach(() => world.opened.dispose())

const seal = async (approvedOn: string) => ({
  ...({ meetingId: world.meetingId, mode: 'tacit', approvingMeetingId: null, itemId: null } as const),
  ...{ approvedOn, corrections: '', asked: await askedOf(world.opened.ok, world.meetingId) },
})
const consultation = () => world.opened.ok('approval.consultation', { meetingId: world.meetingId })

async function toReview(): Promise<void> {
  const { opened, meetingId } = world
  for (const state of ['internalReview', 'review'] as const) {
    const { id, version } = (await minutesOf(opened, meetingId)).minutes
    await opened.ok('minutes.setState', { id, version, state })
  }
}

/** Validated, and the last day to write on it goes by. */
async function closeReview(): Promise<void> {
  const { opened, meetingId } = world
  const { id, version } = (await minutesOf(opened, meetingId)).minutes
  await opened.ok('minutes.setState', { id, version, state: 'validated' })
  world.setNow('2027-03-20T09:00:00.000Z')
}

/** To the members, who may write on it. */
async function reviewed(): Promise<string> {
  await toReview()
  const sent = await world.send('draftMinutes')
  await closeReview()
  return sent.dispatch.body
}

/** To those alone whose names hold one of these, and to an address of no member. */
async function sendTo(names: readonly string[]): Promise<void> {
  const { ok } = world.opened
  const { dispatch, recipients } = first(await world.prepare('draftMinutes'))
  for (const { id, name, version } of recipients)
    if (!names.some((one) => name.includes(one))) await ok('dispatch.removeRecipient', { id, version })
  const elsewhere = { personId: null, name: '', organisation: '', email: 'courrier@prefecture.example' }
  const fields = { ...elsewhere, field: 'to' } as const
  await ok('dispatch.addRecipient', { id: newId(), dispatchId: dispatch.id, fields })
  const { version } = (await ok('dispatch.get', { id: dispatch.id })).dispatch
  await ok('dispatch.markSent', { id: dispatch.id, version })
}

describe('a review without a consultation', () => {
  it('is no silence that approves where its message left under another rule', async () => {
    expect(await reviewed()).toContain('sera ensuite soumis à l’approbation des membres')
    await silenceApproves(world.opened)
    expect((await consultation()).isSilenceTold).toBe(false)
    expect(await world.opened.refused('approval.approve', await seal('2027-03-20'))).toBe('invalid-input')
  })

  it('is one where its message said so, whatever the rule is since', async () => {
    await silenceApproves(world.opened)
    const body = await reviewed()
    expect(body).toContain('sera tenu pour approuvé')
    expect(body).not.toContain('soumis à l’approbation')
    await silenceApproves(world.opened, 'meeting')
    const { approval } = await world.opened.ok('approval.approve', await seal('2027-03-20'))
    expect(approval?.mode).toBe('tacit')
  })

  it.each([
    [[], false],
    [['Okonjo'], true],
  ])('is the silence of those whom it reached: %s', async (names, isTold) => {
    await silenceApproves(world.opened)
    await toReview()
    await sendTo(names)
    await closeReview()
    expect((await consultation()).isSilenceTold).toBe(isTold)
    const asked = await seal('2027-03-20')
    if (isTold) expect((await world.opened.ok('approval.approve', asked)).approval?.mode).toBe('tacit')
    else expect(await world.opened.refused('approval.approve', asked)).toBe('invalid-input')
  })

  it('is none that approves where the last message took it back, and is where it says it at last', async () => {
    const { opened } = world
    await silenceApproves(opened)
    await toReview()
    await world.send('draftMinutes')
    await silenceApproves(opened, 'meeting')
    world.setNow('2027-01-21T09:00:00.000Z')
    await world.send('reviewReminder')
    expect((await consultation()).isSilenceTold).toBe(false)
    await silenceApproves(opened)
    world.setNow('2027-01-22T09:00:00.000Z')
    await world.send('reviewReminder')
    expect((await consultation()).isSilenceTold).toBe(true)
    await silenceApproves(opened, 'meeting')
    world.setNow('2027-01-23T09:00:00.000Z')
    await world.send('reviewReminder')
    await closeReview()
    expect(await opened.refused('approval.approve', await seal('2027-03-20'))).toBe('invalid-input')
  })

  it('is one that approves where a reminder only does not say it again', async () => {
    const { ok } = world.opened
    await silenceApproves(world.opened)
    await toReview()
    await world.send('draftMinutes')
    world.setNow('2027-01-21T09:00:00.000Z')
    const { id, version } = first(await world.prepare('reviewReminder')).dispatch
    const patch = { body: 'Merci de répondre avant vendredi.' }
    const { dispatch } = await ok('dispatch.update', { id, version, patch })
    await ok('dispatch.markSent', { id, version: dispatch.version })
    await closeReview()
    expect((await ok('approval.approve', await seal('2027-03-20'))).approval?.mode).toBe('tacit')
  })
})

it('who was not reached makes no silence of others, where no message said what it is', async () => {
  const { opened, meetingId, persons } = world
  await validate(opened, meetingId)
  const { persons: known } = await opened.ok('directory.list', {})
  const { version = 0 } = known.find(({ id }) => id === persons.Marchetti) ?? {}
  const patch = { email: 'marchetti@', copyEmails: '' }
  await opened.ok('directory.updatePerson', { id: persons.Marchetti ?? '', version, patch })
  await world.send('writtenApproval')
  await opened.ok('approval.setReply', { meetingId, personId: persons.Okonjo ?? '', answer: 'approves' })
  world.setNow('2027-03-20T09:00:00.000Z')
  expect((await consultation()).isSilenceTold).toBe(false)
  expect(await opened.refused('approval.approve', await seal('2027-03-20'))).toBe('invalid-input')
})

it.each([
  'Merci de répondre jusqu’au 1er mars.',
  'Merci de répondre avant le 1er mars 2027, pour la séance du 15 mars 2027.',
  'Le retour est attendu le lundi 1er mars au plus tard ; la séance se tient le 15 mars.',
])('a last day is the one that the message announces, with or without its year: %s', async (body) => {
  const { opened, meetingId } = world
  await validate(opened, meetingId)
  const [view] = await world.prepare('writtenApproval')
  const { id = '', version = 0 } = view?.dispatch ?? {}
  const { dispatch } = await opened.ok('dispatch.update', { id, version, patch: { body } })
  await opened.ok('dispatch.markSent', { id, version: dispatch.version })
  await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-03-20' })
  expect(await opened.refused('approval.setClosing', { meetingId, closesOn: '2027-02-28' })).toBe('day-told')
  expect((await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-03-01' })).closesOn).toBe(
    '2027-03-01',
  )
})
