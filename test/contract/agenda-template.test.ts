import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2027-01-20T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const create = async (date: string, fromTemplate = true) =>
  (await opened.ok('meetings.create', { fields: { date }, fromTemplate })).id
const titles = async (meetingId: string) =>
  (await opened.ok('agenda.list', { meetingId })).items.map(({ title }) => title)
const template = () => opened.ok('agenda.template', {})
const line = async (role: string) => {
  const found = (await template()).find((one) => one.role === role)
  if (found === undefined) throw new Error(`no line ${role}`)
  return found
}

describe('the template', () => {
  it('is laid with one approval per minutes that await it, oldest first', async () => {
    for (const date of ['2026-11-12', '2026-10-08'])
      await opened.ok('minutes.start', { meetingId: await create(date, false) })
    expect(await titles(await create('2026-12-10'))).toEqual([
      'Approbation du compte rendu de la séance n°\u00a02 du 8\u00a0octobre 2026',
      'Approbation du compte rendu de la séance n°\u00a01 du 12\u00a0novembre 2026',
      'Suivi des décisions et actions',
      'Questions diverses',
    ])
  })

  it('is edited, reordered and added to, any other business staying last', async () => {
    const { id, version } = await line('followUp')
    await opened.ok('agenda.updateTemplateLine', {
      id,
      version,
      patch: { title: 'Suites', durationMinutes: 15 },
    })
    const fields = {
      role: 'item',
      title: 'Actualités',
      kind: 'item',
      nature: null,
      durationMinutes: null,
    } as const
    const added = newId()
    await opened.ok('agenda.addTemplateLine', { id: added, fields })
    await opened.ok('agenda.addTemplateLine', { id: added, fields })
    expect(await titles(await create('2026-12-10'))).toEqual(['Suites', 'Actualités', 'Questions diverses'])
    const moved = await opened.ok('agenda.moveTemplateLine', { id: added, version: 1, index: 0 })
    expect(moved.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    expect(moved[0]?.title).toBe('Actualités')
    expect(await opened.refused('agenda.moveTemplateLine', { id: added, version: 1, index: 2 })).toBe(
      'conflict',
    )
    const closing = await line('otherBusiness')
    await opened.ok('agenda.removeTemplateLine', { id: closing.id, version: closing.version })
    expect(await titles(await create('2027-01-14'))).toEqual(['Actualités', 'Suites'])
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await template()).toHaveLength(4)
  })

  it('gives later what an agenda lacks: approvals alone once something is on it, after a welcome', async () => {
    const meetingId = await create('2026-12-10', false)
    const earlier = await create('2026-11-12', false)
    await opened.ok('minutes.start', { meetingId: earlier })
    const [first] = (await opened.ok('agenda.status', { meetingId })).missingApprovals
    expect(first).toMatch(/12\u00a0novembre 2026$/)
    const fields = { title: 'Accueil', kind: 'welcome' } as const
    await opened.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields })
    for (let again = 0; again < 2; again += 1) {
      await opened.ok('agenda.applyTemplate', { meetingId })
      expect(await titles(meetingId)).toEqual(['Accueil', first])
    }
    expect((await opened.ok('agenda.status', { meetingId })).missingApprovals).toEqual([])
    const whole = await create('2027-01-14', false)
    await opened.ok('agenda.applyTemplate', { meetingId: whole })
    expect(await titles(whole)).toHaveLength(3)
    await opened.ok('meetings.setState', { id: meetingId, version: 1, state: 'held' })
    expect(await opened.ok('agenda.status', { meetingId })).toMatchObject({ missingApprovals: [] })
  })

  it('puts one approval per minutes even when all bear one title, and says « réunion » where the body does', async () => {
    const { version } = await opened.ok('settings.body', {})
    await opened.ok('settings.updateBody', { version, patch: { meetingWord: 'réunion' } })
    for (const date of ['2026-10-08', '2026-11-12'])
      await opened.ok('minutes.start', { meetingId: await create(date, false) })
    const { id } = await line('approval')
    expect(await titles(await create('2026-12-10'))).toContain(
      'Approbation du compte rendu de la réunion n°\u00a01 du 8\u00a0octobre 2026',
    )
    await opened.ok('agenda.updateTemplateLine', { id, version: 1, patch: { title: 'Approbations' } })
    const meetingId = await create('2027-01-14')
    expect((await titles(meetingId)).slice(0, 2)).toEqual(['Approbations', 'Approbations'])
    expect((await opened.ok('agenda.status', { meetingId })).missingApprovals).toEqual([])
  })

  it('asks no approval of another series', async () => {
    const id = newId()
    const dates = ['2026-11-12', '2026-12-10']
    await opened.ok('series.add', {
      id,
      fields: {
        ...{ name: 'Groupe de travail', rule: { ordinal: 2, weekday: 4, months: [11, 12] } },
        ...{ startTime: '14:00', endTime: '16:30', mode: 'hybride', place: '', videoLink: '' },
        ...{ chair: '', secretary: '' },
      },
    })
    const occurrences = dates.map((date) => ({ date, on: null }))
    const made = await opened.ok('series.createMeetings', { id, year: 2026, occurrences })
    const [earlier, later] = dates.map((date) => made.find((one) => one.date === date)?.meetingId ?? '')
    await opened.ok('minutes.start', { meetingId: await create('2026-11-19', false) })
    await opened.ok('minutes.start', { meetingId: earlier ?? '' })
    const { missingApprovals } = await opened.ok('agenda.status', { meetingId: later ?? '' })
    expect(missingApprovals).toHaveLength(1)
    expect(missingApprovals[0]).toMatch(/12\u00a0novembre 2026$/)
  })
})

describe('guests of one item', () => {
  it('are invited once, listed in the order of the items, and not any more when taken off', async () => {
    const meetingId = await create('2026-12-10')
    const { items } = await opened.ok('agenda.list', { meetingId })
    const [first, last] = [items[0]?.id ?? '', items[1]?.id ?? '']
    const [anne, paul] = [newId(), newId()]
    const anneFields = { givenName: 'Anne', familyName: 'Modèle', email: 'anne@exemple.test' }
    await opened.ok('directory.addPerson', { id: anne, fields: anneFields })
    await opened.ok('directory.addPerson', { id: paul, fields: { givenName: 'Paul', familyName: 'Exemple' } })
    await opened.ok('agenda.addGuest', { itemId: last, personId: anne })
    await opened.ok('agenda.addGuest', { itemId: last, personId: anne })
    const { guests } = await opened.ok('agenda.addGuest', { itemId: first, personId: paul })
    expect(guests).toEqual([
      { itemId: first, personId: paul, name: 'Paul Exemple', email: '' },
      { itemId: last, personId: anne, name: 'Anne Modèle', email: 'anne@exemple.test' },
    ])
    expect(await opened.refused('agenda.addGuest', { itemId: first, personId: newId() })).toBe('not-found')
    await opened.ok('agenda.removeGuest', { itemId: last, personId: anne })
    expect((await opened.ok('agenda.list', { meetingId })).guests).toHaveLength(1)
    await opened.ok('history.undo', {})
    expect((await opened.ok('agenda.list', { meetingId })).guests).toHaveLength(2)
  })
})
