import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/index.ts'
import { everyText } from '../../electron/contract/watch.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import type { WatchStatus } from '../../electron/domain/watch/watch.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const PUBLISHED = 560
const PAGE = 60
let opened: OpenedCore
const drafts: string[] = []
const others: string[] = []
beforeAll(async () => {
  opened = await openTestCore({ now: '2026-11-20T08:00:00.000Z' })
  const add = async (title: string, publishedOn: string | null) => {
    const id = newId()
    const status = publishedOn === null ? 'draft' : 'published'
    await opened.ok('watch.add', { id, fields: { title, nature: 'decret', status, publishedOn } })
    return id
  }
  drafts.push(await add('Projet de décret relatif aux boussoles', null))
  for (let rank = 0; rank < PUBLISHED; rank += 1)
    await add(`Décret n° ${rank} relatif aux boussoles d’essai`, addDays('2024-01-01', rank % 300))
  drafts.push(await add('Autre projet de décret relatif aux boussoles', null))
  others.push(await add('Arrêté relatif aux ponts', '2026-01-01'))
}, 120_000)
afterAll(() => opened.dispose())

async function pages(words: string) {
  const ids: string[] = []
  for (;;) {
    const { rows, total } = await opened.ok('watch.list', { words, offset: ids.length, limit: PAGE })
    ids.push(...rows.map(({ id }) => id))
    if (rows.length === 0) return { ids, total }
  }
}

it('the pages hold every text of the words once, beyond five hundred too, and drafts first', async () => {
  const { ids, total } = await pages('décret boussoles')
  expect(total).toBe(PUBLISHED + drafts.length)
  expect(new Set(ids).size).toBe(total)
  expect(ids.slice(0, 2).sort()).toEqual([...drafts].sort())
})

it('the pages are in the order of the whole list', async () => {
  const whole = await pages('')
  expect(whole.total).toBe(PUBLISHED + drafts.length + others.length)
  const { ids } = await pages('boussoles')
  expect(ids).toEqual(whole.ids.filter((id) => !others.includes(id)))
})

it('the pages are none for words that no text holds', async () => {
  expect(await opened.ok('watch.list', { words: 'girouette', offset: 0, limit: PAGE })).toEqual({
    rows: [],
    total: 0,
  })
})

describe('the list narrowed and in order', () => {
  let desk: OpenedCore
  const asked = { words: '', offset: 0, limit: PAGE }
  const titles = async (more: Partial<Input<'watch.list'>>) =>
    (await desk.ok('watch.list', { ...asked, ...more })).rows.map(({ title }) => title)
  beforeAll(async () => {
    desk = await openTestCore({ now: '2026-11-20T08:00:00.000Z' })
    const add = async (fields: Input<'watch.add'>['fields']) => {
      const id = newId()
      await desk.ok('watch.add', { id, fields })
      return id
    }
    await add({
      title: 'Échanges de données',
      status: 'draft',
      ministry: 'Ministère A',
      appliesOn: '2027-07-01',
    })
    const own = await add({
      title: 'Annuaire partagé',
      status: 'consultation',
      audience: 'Départements et régions',
    })
    await desk.ok('watch.addDeadline', {
      id: newId(),
      watchItemId: own,
      fields: { date: '2026-12-01', audience: 'Communes, intercommunalités', threshold: '', label: '' },
    })
    await add({
      title: 'Zones blanches',
      status: 'published',
      publishedOn: '2026-01-05',
      inForceOn: '2026-01-06',
      followUp: 'closed',
      ministry: 'Ministère A',
    })
  })
  afterAll(() => desk.dispose())

  it('says the next date to come of each, its deadlines among them', async () => {
    const { rows } = await desk.ok('watch.list', { ...asked, sort: { by: 'due', descending: false } })
    expect(rows.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ['Annuaire partagé', '2026-12-01'],
      ['Échanges de données', '2027-07-01'],
      ['Zones blanches', null],
    ])
  })

  it('is in the order of the alphabet accents aside, and of the life of a text', async () => {
    expect(await titles({ sort: { by: 'title', descending: false } })).toEqual([
      'Annuaire partagé',
      'Échanges de données',
      'Zones blanches',
    ])
    const first = (await desk.ok('watch.list', { ...asked, sort: { by: 'title', descending: false } }))
      .rows[0]
    const target = { id: first?.id ?? '', version: first?.version ?? 0 }
    await desk.ok('watch.update', { ...target, patch: { shortTitle: 'Zz annuaire' } })
    expect((await titles({ sort: { by: 'title', descending: false } })).at(-1)).toBe(first?.title)
    await desk.ok('history.undo', {})
    expect(await titles({ sort: { by: 'status', descending: true } })).toEqual([
      'Zones blanches',
      'Annuaire partagé',
      'Échanges de données',
    ])
  })

  it.each([
    ['state', { status: 'consultation' }, ['Annuaire partagé']],
    ['what is open', { followUp: 'open' }, ['Annuaire partagé', 'Échanges de données']],
    ['follow-up', { followUp: 'closed' }, ['Zones blanches']],
    ['a public of the text', { audience: 'régions' }, ['Annuaire partagé']],
    ['a public of a deadline', { audience: 'intercommunalités' }, ['Annuaire partagé']],
    ['ministry', { ministry: 'Ministère A' }, ['Échanges de données', 'Zones blanches']],
    ['period', { dueWithin: '30' }, ['Annuaire partagé']],
    ['period and ministry', { dueWithin: '365', ministry: 'Ministère A' }, ['Échanges de données']],
  ] as const)('is narrowed by %s', async (_, filter, expected) => {
    const { rows, total } = await desk.ok('watch.list', {
      ...asked,
      filter: { ...everyText, ...filter },
      sort: { by: 'title', descending: false },
    })
    expect(rows.map(({ title }) => title)).toEqual(expected)
    expect(total).toBe(expected.length)
  })

  it('is narrowed to what came out on a day that nobody has written down', async () => {
    const own = await openTestCore({ now: '2026-11-20T08:00:00.000Z' })
    const add = (title: string, status: WatchStatus, publishedOn: string | null) =>
      own.ok('watch.add', { id: newId(), fields: { title, status, publishedOn } })
    for (let rank = 0; rank < 25; rank += 1) await add(`Daté ${rank}`, 'inForce', '2026-03-02')
    await add('Projet', 'draft', null)
    await add('Abrogé', 'repealed', null)
    await add('Paru', 'published', null)
    await add('En vigueur', 'inForce', null)
    const { rows, total } = await own.ok('watch.list', {
      ...{ offset: 0, limit: 1, words: '', filter: { ...everyText, undated: true } },
    })
    expect(total).toBe(2)
    expect(rows).toHaveLength(1)
    await own.dispose()
  })

  it('is narrowed by words beside a filter, and offers what it can be narrowed to', async () => {
    expect(await titles({ words: 'donnees', filter: { ...everyText, followUp: 'open' } })).toEqual([
      'Échanges de données',
    ])
    expect(await titles({ words: 'donnees', filter: { ...everyText, followUp: 'closed' } })).toEqual([])
    expect(await desk.ok('watch.choices', {})).toEqual({
      audiences: ['Communes', 'Départements', 'intercommunalités', 'régions'],
      ministries: ['Ministère A'],
    })
  })

  it('is narrowed by whole publics, however they are spelled, each offered once', async () => {
    const own = await openTestCore({ now: '2026-11-20T08:00:00.000Z' })
    const add = (title: string, audience: string, ministry: string) =>
      own.ok('watch.add', { id: newId(), fields: { title, audience, ministry } })
    await add('A', 'agents publics', 'Ministère B')
    await add('B', 'Non-agents', 'ministère B')
    await add('C', 'Communes et Agents', 'Ministère C')
    await add('D', 'communes', '')
    const titles = async (filter: Partial<typeof everyText>) =>
      (
        await own.ok('watch.list', {
          ...{ offset: 0, limit: 60, words: '', filter: { ...everyText, ...filter } },
          sort: { by: 'title', descending: false },
        })
      ).rows.map(({ title }) => title)
    expect(await titles({ audience: 'agents' })).toEqual(['C'])
    expect(await titles({ audience: 'Communes' })).toEqual(['C', 'D'])
    expect(await titles({ ministry: 'Ministère B' })).toEqual(['A', 'B'])
    expect(await own.ok('watch.choices', {})).toEqual({
      audiences: ['Agents', 'agents publics', 'Communes', 'Non-agents'],
      ministries: ['Ministère B', 'Ministère C'],
    })
    await own.dispose()
  })
})
