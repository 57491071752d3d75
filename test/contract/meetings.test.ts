// Meetings through the contract: create, life cycle, move, cancel, bin, numbers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const create = (date = '2026-12-10') => opened.ok('meetings.create', { fields: { date }, fromTemplate: true })

describe('meetings', () => {
  it('are created from a date alone, with the standing items', async () => {
    const meeting = await create()
    const { items } = await opened.ok('agenda.list', { meetingId: meeting.id })
    expect(items.map((item) => item.title)).toEqual(['Suivi des décisions et actions', 'Questions diverses'])
    expect(meeting).toMatchObject({ state: 'planned', number: null, startTime: '14:00' })
  })

  it('begin with the approval of every earlier minutes that await it', async () => {
    const earlier = await create('2026-11-12')
    await opened.ok('minutes.start', { meetingId: earlier.id })
    const { items } = await opened.ok('agenda.list', { meetingId: (await create()).id })
    expect(items[0]?.title).toBe(
      'Approbation du compte rendu de la séance n°\u00a01 du 12\u00a0novembre 2026',
    )
    expect(items[0]?.nature).toBe('approbation')
  })

  it('get the next number of their year at convocation and keep it', async () => {
    const first = await create('2026-01-08')
    const second = await create('2026-02-12')
    const convened = await opened.ok('meetings.setState', {
      id: first.id,
      version: first.version,
      state: 'convened',
    })
    expect(convened.number).toBe(1)
    const cancelled = await opened.ok('meetings.cancel', {
      id: first.id,
      version: convened.version,
      reason: 'Grève',
    })
    expect(cancelled).toMatchObject({ number: 1, state: 'cancelled', cancelReason: 'Grève' })
    const other = await opened.ok('meetings.setState', {
      id: second.id,
      version: second.version,
      state: 'convened',
    })
    expect(other.number).toBe(2)
    const nextYear = await create('2027-01-14')
    const numbered = await opened.ok('meetings.setState', { id: nextYear.id, version: 1, state: 'convened' })
    expect(numbered.number).toBe(1)
  })

  it('keep each change of date as an event', async () => {
    const meeting = await create()
    const moved = await opened.ok('meetings.move', {
      id: meeting.id,
      version: meeting.version,
      date: '2026-12-17',
      startTime: '09:30',
      endTime: '12:00',
      reason: 'Salle indisponible',
    })
    expect(moved).toMatchObject({ id: meeting.id, date: '2026-12-17', startTime: '09:30' })
    const moves = await opened.ok('meetings.moves', { id: meeting.id })
    expect(moves).toMatchObject([
      { fromDate: '2026-12-10', toDate: '2026-12-17', reason: 'Salle indisponible' },
    ])
  })

  it('go to the bin only before convocation, and come back', async () => {
    const meeting = await create()
    const convened = await opened.ok('meetings.setState', { id: meeting.id, version: 1, state: 'convened' })
    expect(await opened.refused('meetings.remove', { id: meeting.id, version: convened.version })).toBe(
      'state-refuses',
    )
    const other = await create('2027-01-14')
    await opened.ok('meetings.remove', { id: other.id, version: 1 })
    expect(await opened.ok('meetings.list', { year: 2027 })).toEqual([])
    const [binned] = await opened.ok('meetings.bin', {})
    expect(binned?.id).toBe(other.id)
    await opened.ok('meetings.restore', { id: other.id, version: binned?.version ?? 0 })
    expect(await opened.ok('meetings.list', { year: 2027 })).toHaveLength(1)
    expect(await opened.ok('meetings.years', {})).toEqual([2027, 2026])
  })

  it('refuse an end before the start, by its field', async () => {
    const envelope = await opened.core.call('meetings.create', {
      fields: { date: '2026-12-10', startTime: '14:00', endTime: '13:00' },
      fromTemplate: false,
    })
    expect(envelope).toEqual({ ok: false, error: { code: 'invalid-input', field: 'endTime' } })
  })

  it('may cross midnight', async () => {
    await opened.ok('meetings.create', {
      fields: { date: '2026-12-31', startTime: '22:00', endTime: '01:00' },
      fromTemplate: false,
    })
  })

  it('show a conflict instead of overwriting', async () => {
    const meeting = await create()
    await opened.ok('meetings.update', { id: meeting.id, version: 1, patch: { place: 'Salle A' } })
    expect(
      await opened.refused('meetings.update', { id: meeting.id, version: 1, patch: { place: 'Salle B' } }),
    ).toBe('conflict')
    expect((await opened.ok('meetings.get', { id: meeting.id })).meeting.place).toBe('Salle A')
  })
})
