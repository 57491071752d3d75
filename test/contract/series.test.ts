import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import type { SeriesFields } from '../../electron/domain/meetings/series.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { invite } from './invite.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2025-11-24T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const plenary: SeriesFields = {
  name: 'Séance plénière',
  rule: { ordinal: 2, weekday: 4, months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] },
  startTime: '14:00',
  endTime: '16:30',
  mode: 'hybride',
  place: 'salle des Tilleuls',
  videoLink: 'https://visio.exemple.invalid/seance',
  chair: 'Camille Ferréol',
  secretary: 'Noé Garnerin',
}

async function add(change: Partial<SeriesFields> = {}): Promise<string> {
  const id = newId()
  await opened.ok('series.add', { id, fields: { ...plenary, ...change } })
  return id
}
const preview = (id: string, year = 2026) => opened.ok('series.occurrences', { id, year })
const createAll = async (id: string, year = 2026) =>
  opened.ok('series.createMeetings', {
    id,
    year,
    occurrences: (await preview(id, year))
      .filter(({ byRule }) => byRule)
      .map(({ date }) => ({ date, on: null })),
  })
const states = (list: Output<'series.occurrences'>) =>
  Object.fromEntries(list.map(({ date, state }) => [date.slice(5), state]))
const meetingOf = async (list: Output<'series.occurrences'>, date: string) => {
  const id = list.find((one) => one.date === date)?.meetingId ?? ''
  return (await opened.ok('meetings.get', { id })).meeting
}
const move = async (list: Output<'series.occurrences'>, date: string, to: string) => {
  const { id, version } = await meetingOf(list, date)
  const hours = { startTime: '14:00', endTime: '16:30' }
  return opened.ok('meetings.move', { id, version, date: to, ...hours, reason: 'Salle indisponible' })
}
const convene = async (id: string) => {
  const { version } = (await opened.ok('meetings.get', { id })).meeting
  await invite(opened, id)
  return opened.ok('meetings.setState', { id, version, state: 'convened' })
}

describe('a year', () => {
  it('is previewed with its public holidays before anything is created', async () => {
    const list = await preview(await add())
    expect(list).toHaveLength(11)
    expect(list.every(({ state, byRule }) => state === 'free' && byRule)).toBe(true)
    expect(list.filter(({ holiday }) => holiday !== null)).toMatchObject([
      { date: '2026-05-14', holiday: 'ascension' },
    ])
    expect(await opened.ok('meetings.years', {})).toEqual([])
  })

  it('is created in one act with the series’ fields, agenda and back-planning, and undone in one', async () => {
    const id = await add()
    const made = await createAll(id)
    expect(new Set(Object.values(states(made)))).toEqual(new Set(['created']))
    const first = await meetingOf(made, '2026-01-08')
    const { name: _, rule: _rule, ...usual } = plenary
    expect(first).toMatchObject({ ...usual, seriesId: id, occurrenceDate: '2026-01-08', number: null })
    const { items } = await opened.ok('agenda.list', { meetingId: first.id })
    expect(items.map(({ title }) => title)).toContain('Questions diverses')
    expect(await opened.ok('backPlanning.tasks', { meetingId: first.id })).toHaveLength(12)
    for (const date of ['2026-01-08', '2026-12-10']) {
      const { id: meetingId } = await meetingOf(made, date)
      const history = await opened.ok('history.list', { meetingId, limit: 10 })
      expect(history.map(({ method }) => method)).toEqual(['series.createMeetings'])
    }
    await opened.ok('history.undo', {})
    expect(new Set(Object.values(states(await preview(id))))).toEqual(new Set(['free']))
    expect(await opened.ok('meetings.years', {})).toEqual([])
    await opened.ok('history.redo', {})
    expect(await opened.ok('meetings.list', { year: 2026 })).toHaveLength(11)
  })

  it('asked for again makes nothing twice; a date that the rule does not give is refused, whole', async () => {
    const id = await add()
    await createAll(id)
    await createAll(id)
    expect(await opened.ok('meetings.list', { year: 2026 })).toHaveLength(11)
    const occurrences = [
      { date: '2027-01-14', on: null },
      { date: '2027-01-15', on: null },
    ]
    expect(await opened.refused('series.createMeetings', { id, year: 2027, occurrences })).toBe(
      'invalid-input',
    )
    expect(await opened.ok('meetings.list', { year: 2027 })).toEqual([])
  })

  it('holds a date on another day when its own does not suit, as that date all the same', async () => {
    const id = await add()
    const occurrences = [{ date: '2026-05-14', on: '2026-05-21' }]
    const made = await opened.ok('series.createMeetings', { id, year: 2026, occurrences })
    const may = made.find(({ date }) => date === '2026-05-14')
    expect(may).toMatchObject({ state: 'moved', meetingDate: '2026-05-21', holiday: 'ascension' })
    expect(await opened.ok('meetings.moves', { id: may?.meetingId ?? '' })).toEqual([])
  })

  it('gives what awaits approval to the nearest meeting alone', async () => {
    const id = await add()
    const november = await opened.ok('meetings.create', {
      fields: { date: '2025-11-13' },
      fromTemplate: true,
      seriesId: id,
    })
    await opened.ok('minutes.start', { meetingId: november.id })
    const made = await createAll(id)
    const approvals = await Promise.all(
      made.map(async ({ meetingId }) => {
        const { items } = await opened.ok('agenda.list', { meetingId: meetingId ?? '' })
        return items.filter(({ nature }) => nature === 'approbation').length
      }),
    )
    expect(approvals).toEqual([1, ...Array.from({ length: 10 }, () => 0)])
  })
})

describe('one date', () => {
  it('is skipped with its reason, moved or cancelled without disturbing the others', async () => {
    const id = await add()
    await opened.ok('series.skip', { id, date: '2026-07-09', reason: 'Congés' })
    await opened.ok('series.skip', { id, date: '2026-07-09', reason: 'Congés d’été' })
    const made = await createAll(id)
    await move(made, '2026-03-12', '2026-03-19')
    const june = await meetingOf(made, '2026-06-11')
    await opened.ok('meetings.cancel', { id: june.id, version: june.version, reason: 'Grève' })
    const list = await preview(id)
    expect(list.find(({ date }) => date === '2026-07-09')).toMatchObject({
      state: 'skipped',
      reason: 'Congés d’été',
      meetingId: null,
    })
    expect(list.find(({ date }) => date === '2026-03-12')).toMatchObject({
      state: 'moved',
      meetingDate: '2026-03-19',
      reason: 'Salle indisponible',
    })
    expect(list.find(({ date }) => date === '2026-06-11')).toMatchObject({
      state: 'cancelled',
      reason: 'Grève',
    })
    expect(Object.values(states(list)).filter((state) => state === 'created')).toHaveLength(8)
    await opened.ok('series.unskip', { id, date: '2026-07-09' })
    expect(states(await preview(id))['07-09']).toBe('free')
  })

  it('with a meeting is not skipped but cancelled; a date that the rule does not give cannot be skipped', async () => {
    const id = await add()
    await createAll(id)
    const skip = (date: string) => opened.refused('series.skip', { id, date, reason: '' })
    expect(await skip('2026-03-12')).toBe('state-refuses')
    expect(await skip('2026-03-13')).toBe('invalid-input')
  })

  it('is free again when its meeting goes to the bin, and made again beside it', async () => {
    const id = await add()
    const made = await createAll(id)
    const march = await meetingOf(made, '2026-03-12')
    await opened.ok('meetings.remove', { id: march.id, version: march.version })
    expect(states(await preview(id))['03-12']).toBe('free')
    await createAll(id)
    await opened.ok('meetings.restore', { id: march.id, version: march.version + 1 })
    const twice = (await preview(id)).filter(({ date }) => date === '2026-03-12')
    expect(twice.map(({ byRule }) => byRule)).toEqual([true, false])
  })

  it('moved over the new year is seen in both years', async () => {
    const id = await add()
    await move(await createAll(id), '2026-12-10', '2027-01-07')
    expect((await preview(id)).at(-1)).toMatchObject({ date: '2026-12-10', state: 'moved' })
    expect((await preview(id, 2027))[0]).toMatchObject({ meetingDate: '2027-01-07', byRule: false })
  })

  it('stays where it was made when the rule changes', async () => {
    const id = await add()
    await createAll(id)
    const rule = { ordinal: 1, weekday: 4, months: [3] } as const
    await opened.ok('series.update', { id, version: 1, patch: { rule: { ...rule, months: [3] } } })
    const list = await preview(id)
    expect(list.filter(({ byRule }) => byRule)).toMatchObject([{ date: '2026-03-05', state: 'free' }])
    expect(list.filter(({ byRule }) => !byRule)).toHaveLength(11)
  })
})

describe('several series', () => {
  it('give their numbers each for itself, meetings without a series together', async () => {
    const one = await createAll(await add())
    const group = await add({ name: 'Groupe de travail', rule: { ordinal: -1, weekday: 2, months: [2, 4] } })
    const other = await createAll(group)
    const stray = await opened.ok('meetings.create', { fields: { date: '2026-02-02' }, fromTemplate: false })
    const number = async (list: Output<'series.occurrences'>, date: string) =>
      (await convene((await meetingOf(list, date)).id)).number
    expect(await number(one, '2026-01-08')).toBe(1)
    expect(await number(one, '2026-02-12')).toBe(2)
    expect(await number(other, '2026-02-24')).toBe(1)
    expect((await convene(stray.id)).number).toBe(1)
    expect(await number(one, '2026-03-12')).toBe(3)
  })

  it('go only when nothing belongs to them', async () => {
    const id = await add()
    await opened.ok('series.skip', { id, date: '2026-07-09', reason: '' })
    await createAll(id)
    const target = { id, version: 1 }
    expect(await opened.refused('series.remove', target)).toBe('state-refuses')
    await opened.ok('history.undo', {})
    expect(await opened.ok('series.remove', target)).toEqual([])
    await opened.ok('history.undo', {})
    expect(states(await preview(id))['07-09']).toBe('skipped')
  })

  it('take in the meetings of a year that belong to none, each at the date it stands for', async () => {
    const create = (date: string) => opened.ok('meetings.create', { fields: { date }, fromTemplate: false })
    const [january, may, extra] = [
      await create('2026-01-08'),
      await create('2026-05-21'),
      await create('2026-08-20'),
    ]
    await convene(january.id)
    const id = await add()
    const list = await opened.ok('series.adoptMeetings', { id, year: 2026 })
    expect(list.find(({ date }) => date === '2026-01-08')).toMatchObject({
      meetingId: january.id,
      state: 'created',
    })
    expect(list.find(({ date }) => date === '2026-05-14')).toMatchObject({
      meetingId: may.id,
      state: 'moved',
    })
    expect(list.find(({ date }) => date === '2026-08-20')).toMatchObject({
      meetingId: extra.id,
      byRule: false,
    })
    const made = await createAll(id)
    expect((await convene((await meetingOf(made, '2026-02-12')).id)).number).toBe(2)
  })

  it('take in an imported meeting when there is only one', async () => {
    const id = await add()
    const importOn = async (date: string) => {
      const target = { type: 'new' as const, fields: { date, place: 'salle des Cèdres' } }
      const { meetingId } = await opened.ok('imports.apply', {
        fileName: 'ordre-du-jour.docx',
        target,
        items: [],
      })
      return (await opened.ok('meetings.get', { id: meetingId })).meeting
    }
    expect(await importOn('2026-02-12')).toMatchObject({
      ...{ seriesId: id, occurrenceDate: '2026-02-12' },
      ...{ place: 'salle des Cèdres', chair: 'Camille Ferréol' },
    })
    await add({ name: 'Groupe de travail' })
    expect(await importOn('2026-03-12')).toMatchObject({ seriesId: null, chair: '' })
  })

  it('refuse hours that are no meeting’s, and take those over midnight', async () => {
    const fields = { ...plenary, startTime: '22:00', endTime: '21:00' }
    expect(await opened.refused('series.add', { id: newId(), fields })).toBe('invalid-input')
    const id = await add({ startTime: '22:00', endTime: '01:00' })
    const patch = { endTime: '22:00' }
    expect(await opened.refused('series.update', { id, version: 1, patch })).toBe('invalid-input')
  })
})
