import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeriesFields } from '../../electron/domain/meetings/series.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { dispatchWorld } from './dispatch-world.ts'
import { invite } from './invite.ts'
import { minutesOf, richWords } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const create = (date = '2026-12-10') => opened.ok('meetings.create', { fields: { date }, fromTemplate: true })

const plenary: SeriesFields = {
  name: 'Séance plénière',
  rule: { ordinal: 2, weekday: 4, months: [11, 12] },
  startTime: '14:00',
  endTime: '16:30',
  mode: 'hybride',
  place: 'salle des Tilleuls',
  videoLink: '',
  chair: '',
  secretary: '',
}

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
    for (const { id } of [first, second]) await invite(opened, id)
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
    await invite(opened, nextYear.id)
    const numbered = await opened.ok('meetings.setState', { id: nextYear.id, version: 1, state: 'convened' })
    expect(numbered.number).toBe(1)
  })

  it('are convened for somebody, by whatever way they come to it', async () => {
    const meeting = await create()
    const at = async () => (await opened.ok('meetings.get', { id: meeting.id })).meeting
    const convene = async () => ({ id: meeting.id, version: (await at()).version, state: 'convened' })
    expect(await opened.refused('meetings.setState', await convene())).toBe('nobody-convened')
    await opened.ok('meetings.cancel', { id: meeting.id, version: meeting.version, reason: 'Grève' })
    expect(await opened.refused('meetings.setState', await convene())).toBe('nobody-convened')
    await opened.ok('history.undo', {})
    await putInSession(opened.ok, meeting.id)
    expect(await opened.refused('meetings.setState', await convene())).toBe('nobody-convened')
    expect((await at()).state).toBe('inSession')
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

  it('are made once, however often they are asked for under one id', async () => {
    const input = { id: newId(), fields: { date: '2026-12-10' }, fromTemplate: true }
    const made = await opened.ok('meetings.create', input)
    expect(await opened.ok('meetings.create', input)).toEqual(made)
    expect(made.id).toBe(input.id)
    expect(await opened.ok('meetings.list', { year: 2026 })).toHaveLength(1)
  })

  it('are not moved to where they are, nor out of their own session', async () => {
    const { id, version, date, startTime, endTime } = await create()
    const move = { id, version, date, startTime, endTime, reason: 'Report' }
    const refused = async (change: object) => opened.core.call('meetings.move', { ...move, ...change })
    expect(await refused({})).toEqual({ ok: false, error: { code: 'invalid-input', field: 'date' } })
    expect(await opened.ok('meetings.moves', { id })).toEqual([])
    await putInSession(opened.ok, id)
    const { meeting } = await opened.ok('meetings.get', { id })
    expect(await refused({ version: meeting.version, date: '2026-12-17' })).toEqual({
      ok: false,
      error: { code: 'state-refuses' },
    })
  })

  it('stay once their convocation left or their minutes say something, although they are planned again', async () => {
    const planned = async (id: string) => {
      const { meeting } = await opened.ok('meetings.get', { id })
      return opened.ok('meetings.setState', { id, version: meeting.version, state: 'planned' })
    }
    const convoked = await dispatchWorld()
    try {
      await convoked.send('convocation')
      const { meeting } = await convoked.opened.ok('meetings.get', { id: convoked.meetingId })
      const back = { id: meeting.id, version: meeting.version, state: 'planned' as const }
      const { id, version } = await convoked.opened.ok('meetings.setState', back)
      expect(await convoked.opened.refused('meetings.remove', { id, version })).toBe('meeting-begun')
      await convoked.opened.ok('meetings.cancel', { id, version, reason: 'Grève' })
      expect(await convoked.prepare('cancellation')).not.toEqual([])
    } finally {
      await convoked.opened.dispose()
    }
    const { id } = await create()
    await invite(opened, id)
    await putInSession(opened.ok, id)
    const { version } = (await opened.ok('meetings.get', { id })).meeting
    await opened.ok('meetings.setState', { id, version, state: 'convened' })
    const again = await planned(id)
    const { minutes } = await minutesOf(opened, id)
    const opening = richWords('La séance s’ouvre sans quorum.')
    const written = { id: minutes.id, version: minutes.version, patch: { opening } }
    await opened.ok('minutes.update', written)
    expect(await opened.refused('meetings.remove', { id, version: again.version })).toBe('meeting-begun')
    expect(await opened.ok('meetings.bin', {})).toEqual([])
  })

  it('go to the bin with a session opened by mistake and minutes that say nothing', async () => {
    const { id } = await create()
    await invite(opened, id)
    const itemId = newId()
    const fields = { title: 'Annuaire' }
    await opened.ok('agenda.add', { id: itemId, meetingId: id, parentId: null, afterId: null, fields })
    await putInSession(opened.ok, id)
    for (const state of ['convened', 'planned'] as const) {
      const { version } = (await opened.ok('meetings.get', { id })).meeting
      await opened.ok('meetings.setState', { id, version, state })
    }
    const { version } = (await opened.ok('meetings.get', { id })).meeting
    const lineId = newId()
    const nobody = { speaker: '', organisation: '', personId: null, organisationId: null }
    const said = { itemId, kind: 'note' as const, raw: 'Un mot.', text: 'Un mot.' }
    const lineFields = { ...said, ...nobody, dueDate: null, dueWords: '', watchItemId: null }
    const at = '2026-12-10T10:00:00.000Z'
    await opened.ok('session.addLine', { id: lineId, meetingId: id, at, fields: lineFields })
    expect(await opened.refused('meetings.remove', { id, version })).toBe('meeting-begun')
    await opened.ok('session.removeLine', { id: lineId, version: 1 })
    await opened.ok('meetings.remove', { id, version })
    expect((await opened.ok('meetings.bin', {})).map((gone) => gone.id)).toEqual([id])
  })

  it('go to the bin only before convocation, and come back', async () => {
    const meeting = await create()
    await invite(opened, meeting.id)
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
    const { id } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-31', startTime: '22:00', endTime: '01:00' },
      fromTemplate: false,
    })
    const { meeting } = await opened.ok('meetings.get', { id })
    expect(meeting).toMatchObject({ date: '2026-12-31', startTime: '22:00', endTime: '01:00' })
  })

  it('show a conflict instead of overwriting', async () => {
    const meeting = await create()
    await opened.ok('meetings.update', { id: meeting.id, version: 1, patch: { place: 'Salle A' } })
    expect(
      await opened.refused('meetings.update', { id: meeting.id, version: 1, patch: { place: 'Salle B' } }),
    ).toBe('conflict')
    expect((await opened.ok('meetings.get', { id: meeting.id })).meeting.place).toBe('Salle A')
  })

  it('keep their number on another date, and in another year unless it is given there', async () => {
    const convened = async (date: string) => {
      const { id } = await create(date)
      await invite(opened, id)
      return opened.ok('meetings.setState', { id, version: 1, state: 'convened' })
    }
    const moved = ({ id, version }: { id: string; version: number }, date: string) =>
      opened.ok('meetings.move', { id, version, date, startTime: '14:00', endTime: null, reason: 'Report' })
    const first = await convened('2026-11-12')
    const second = await convened('2026-12-10')
    const third = await convened('2026-12-17')
    expect((await moved(second, '2026-12-11')).number).toBe(2)
    const away = await moved(third, '2027-01-07')
    expect(away.number).toBe(3)
    // The new year counts from one all the same; the old year does not give a number twice.
    expect((await convened('2027-02-11')).number).toBe(1)
    expect((await convened('2026-12-18')).number).toBe(4)
    expect((await convened('2027-03-11')).number).toBe(2)
    expect((await convened('2027-04-08')).number).toBe(4)
    // Number 1 of 2027 is given: the meeting gets the next one there.
    expect((await moved(first, '2027-01-14')).number).toBe(5)
  })

  it('are joined to a series and taken out of it, never with a number that it gave already', async () => {
    const seriesId = newId()
    await opened.ok('series.add', { id: seriesId, fields: plenary })
    const inSeries = await opened.ok('meetings.create', {
      fields: { date: '2026-11-12', startTime: '10:00' },
      fromTemplate: false,
      seriesId,
    })
    expect(inSeries).toMatchObject({
      place: 'salle des Tilleuls',
      occurrenceDate: '2026-11-12',
      endTime: '16:30',
    })
    const { id } = await create('2026-12-17')
    for (const one of [inSeries.id, id]) await invite(opened, one)
    await opened.ok('meetings.setState', { id: inSeries.id, version: 1, state: 'convened' })
    const joined = await opened.ok('meetings.update', { id, version: 1, patch: { seriesId } })
    expect(joined).toMatchObject({ seriesId, occurrenceDate: '2026-12-10' })
    const left = await opened.ok('meetings.update', { id, version: 2, patch: { seriesId: null } })
    expect(left).toMatchObject({ seriesId: null, occurrenceDate: null })
    const numbered = await opened.ok('meetings.setState', { id, version: 3, state: 'convened' })
    expect(numbered.number).toBe(1)
    const refused = await opened.core.call('meetings.update', { id, version: 4, patch: { seriesId } })
    expect(refused).toEqual({ ok: false, error: { code: 'invalid-input', field: 'number' } })
  })

  it('on the days when the clocks change last what their hours say', async () => {
    for (const date of ['2026-03-29', '2026-10-25']) {
      const meeting = await opened.ok('meetings.create', {
        fields: { date, startTime: '00:30', endTime: '04:00' },
        fromTemplate: true,
      })
      expect(meeting).toMatchObject({ date, startTime: '00:30', endTime: '04:00' })
      const tasks = await opened.ok('backPlanning.tasks', { meetingId: meeting.id })
      expect(tasks.map(({ due }) => due)).toEqual([...tasks.map(({ due }) => due)].sort())
      const moved = await opened.ok('meetings.move', {
        id: meeting.id,
        version: 1,
        date: addDays(date, 1),
        startTime: '23:30',
        endTime: '02:30',
        reason: '',
      })
      expect(moved.date).toBe(addDays(date, 1))
    }
  })
})
