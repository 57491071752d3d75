import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../electron/domain/time/civil-date.ts'
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
