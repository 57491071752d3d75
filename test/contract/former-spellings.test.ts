// A name corrected in the directory, and what still says it as it was.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type FollowUpWorld, followUpWorld } from './follow-up-world.ts'
import { meetingOn, minutesOf } from './minutes-world.ts'

let world: FollowUpWorld
beforeEach(async () => {
  world = await followUpWorld()
})
afterEach(() => world.opened.dispose())

const named = { owner: 'Hélène Marchetti', organisation: 'ACD' }
const said = () => world.opened.ok('directory.formerSpellings', { id: world.ownerId })
const call = async (familyName: string) => {
  const { persons } = await world.opened.ok('directory.list', {})
  const version = persons.find(({ id }) => id === world.ownerId)?.version ?? 0
  await world.opened.ok('directory.updatePerson', { id: world.ownerId, version, patch: { familyName } })
}
const chairOf = async (id: string) => (await world.opened.ok('meetings.get', { id })).meeting.chair

it('is corrected at once in all that is neither sealed nor sent, and taken back as one', async () => {
  const { opened, ownerId, november, december } = world
  const sealed = await world.action('Fournir le guide', { ...named, ownerId })
  const open = await world.action('Rédiger la note', { ...named, ownerId }, december)
  const someone = await world.action('Relire', { owner: 'Mme Marchetti' }, december)
  const past = await opened.ok('attendance.addMembers', { meetingId: november })
  await opened.ok('attendance.addMembers', { meetingId: december })
  await world.approve(november)
  const january = await meetingOn(opened, '2027-02-11')
  const { meeting } = await opened.ok('meetings.get', { id: january })
  await opened.ok('meetings.update', {
    id: january,
    version: meeting.version,
    patch: { chair: 'Hélène Marchetti' },
  })
  const [draft] = await opened.ok('dispatch.prepare', {
    meetingId: january,
    kind: 'convocation',
    itemId: null,
  })
  const names = async () => {
    const attendees = async (meetingId: string) =>
      (await opened.ok('attendance.list', { meetingId })).map(({ familyName }) => familyName)
    return {
      register: [(await world.row(sealed.id)).now.owner, (await world.row(open.id)).now.owner],
      minutes: (await minutesOf(opened, december)).actions.map(({ owner }) => owner),
      attendees: [await attendees(november), await attendees(december)],
      chair: await chairOf(january),
      letter: (await opened.ok('dispatch.get', { id: draft?.dispatch.id ?? '' })).recipients.map(
        ({ name }) => name,
      ),
    }
  }
  const before = await names()
  expect(past.map(({ familyName }) => familyName)).toEqual(['Marchetti'])
  expect((await said()).places).toEqual([])

  await call('Marchéti')
  expect(await names()).toEqual(before)
  expect(await said()).toEqual({
    names: ['Hélène Marchetti'],
    places: [
      { place: 'action', many: 2 },
      { place: 'attendee', many: 1 },
      { place: 'recipient', many: 1 },
      { place: 'meeting', many: 1 },
    ],
  })
  await opened.ok('directory.correctSpellings', { id: ownerId })
  expect(await names()).toEqual({
    register: ['Hélène Marchéti', 'Hélène Marchéti'],
    minutes: ['Hélène Marchéti', 'Mme Marchetti'],
    // Sealed minutes keep the name of their day.
    attendees: [['Marchetti'], ['Marchéti']],
    chair: 'Hélène Marchéti',
    letter: ['Hélène Marchéti'],
  })
  expect((await world.row(sealed.id)).action.owner).toBe('Hélène Marchetti')
  expect((await world.row(someone.id)).now.owner).toBe('Mme Marchetti')
  expect((await said()).places).toEqual([])

  await opened.ok('history.undo', {})
  expect(await names()).toEqual(before)
  await opened.ok('history.undo', {})
  expect((await said()).places).toEqual([])
})

it('is left alone without a link where somebody else bears the former name', async () => {
  const { opened, december } = world
  const { meeting } = await opened.ok('meetings.get', { id: december })
  await opened.ok('meetings.update', {
    id: december,
    version: meeting.version,
    patch: { chair: 'Hélène Marchetti' },
  })
  await call('Marchéti')
  expect((await said()).places.map(({ place }) => place)).toEqual(['attendee', 'meeting'])
  const fields = { givenName: 'Hélène', familyName: 'Marchetti' }
  await opened.ok('directory.addPerson', { id: newId(), fields })
  expect((await said()).places.map(({ place }) => place)).toEqual(['attendee'])
})
