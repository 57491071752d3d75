import { afterEach, expect, it } from 'vitest'
import { putInSession } from '../put-in-session.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
afterEach(() => opened.dispose())

it('a meeting is held on its day or after, unless it was opened before', async () => {
  const time = { now: '2026-11-24T09:00:00.000Z' }
  opened = await openTestCore(time)
  const create = async (date: string) =>
    (await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })).id
  const [later, opens] = [await create('2027-03-11'), await create('2027-03-12')]
  const held = { id: later, version: 1, state: 'held' as const }
  expect(await opened.refused('meetings.setState', held)).toBe('meeting-to-come')
  expect((await opened.ok('meetings.get', { id: later })).meeting).toMatchObject({
    state: 'planned',
    version: 1,
  })
  await putInSession(opened.ok, opens)
  await opened.ok('session.close', { meetingId: opens })
  expect((await opened.ok('meetings.get', { id: opens })).meeting.state).toBe('held')
  time.now = '2027-03-11T17:00:00.000Z'
  expect((await opened.ok('meetings.setState', held)).state).toBe('held')
})

it('a meeting noted after its day keeps the hours that its minutes say', async () => {
  opened = await openTestCore({ now: '2026-11-24T03:22:00.000Z' })
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-11-19', startTime: '14:00', endTime: '16:30' },
    fromTemplate: false,
  })
  await opened.ok('minutes.start', { meetingId })
  await putInSession(opened.ok, meetingId)
  await opened.ok('session.close', { meetingId })
  const { minutes } = (await opened.ok('minutes.get', { meetingId })) ?? {}
  expect(minutes).toMatchObject({ openedAt: '14:00', closedAt: '16:30' })
})
