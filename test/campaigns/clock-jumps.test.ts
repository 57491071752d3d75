import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { richWords } from '../contract/minutes-world.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'

const NOW = '2026-11-26T09:00:00.000Z'
const clock = { now: NOW }
let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  clock.now = NOW
  opened = await openTestCore(clock)
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })).id
  await opened.ok('minutes.start', { meetingId })
})
afterEach(() => opened.dispose())

const section = async () => {
  const [first] = (await opened.ok('minutes.get', { meetingId }))?.sections ?? []
  if (first === undefined) throw new Error('no section')
  return first
}
const type = async (words: string) => {
  const { id, version } = await section()
  await opened.ok('minutes.updateSection', { id, version, patch: { exchanges: richWords(words) } })
}
const read = async () => plainText((await section()).exchanges)

const jumps = [
  ['back a year', '2025-11-26T09:00:05.000Z'],
  ['forward a year', '2027-11-26T09:00:05.000Z'],
] as const

describe.each(jumps)('a clock set %s in the middle of work', (_name, to) => {
  it('loses nothing, and undo takes back what was typed since only', async () => {
    await type('avant')
    clock.now = to
    await type('après')
    expect(await read()).toBe('après')
    await opened.ok('history.undo', {})
    expect(await read()).toBe('avant')
    await opened.ok('history.redo', {})
    await opened.restart()
    expect(await read()).toBe('après')
  })

  it('keeps the order of items, and files of before and after apart', async () => {
    const titles = async () => (await opened.ok('agenda.list', { meetingId })).items.map(({ title }) => title)
    const add = async (title: string) => {
      const { items } = await opened.ok('agenda.list', { meetingId })
      const afterId = items.filter(({ parentId }) => parentId === null).at(-1)?.id ?? null
      await opened.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId, fields: { title } })
    }
    await add('Avant')
    clock.now = to
    await add('Après')
    expect((await titles()).slice(-2)).toEqual(['Avant', 'Après'])
    const files = ['avant.txt', 'apres.txt'].map((fileName) => ({
      fileName,
      bytes: new TextEncoder().encode(fileName),
    }))
    for (const file of files) await opened.ok('attachments.add', { meetingId, itemId: null, file })
    const listed = await opened.ok('attachments.list', { meetingId })
    expect(listed.map(({ fileName }) => fileName).toSorted()).toEqual(['apres.txt', 'avant.txt'])
    expect(new Set(listed.map(({ id }) => id)).size).toBe(2)
  })

  it('has a backup to go back to, whichever way the clock goes, and back again', async () => {
    await type('gardé')
    await opened.ok('backups.make', {})
    clock.now = to
    await type('ensuite')
    const newest = await opened.ok('backups.make', {})
    clock.now = NOW
    await opened.ok('backups.make', {})
    const tokens = (await opened.ok('backups.list', {})).files.map(({ token }) => token)
    expect(tokens).toContain(newest.token)
    expect(tokens.length).toBeGreaterThanOrEqual(2)
    await opened.ok('backups.restore', { place: 'desk', token: newest.token })
    expect(await read()).toBe('ensuite')
  })
})

describe.each([
  ['the end of summer time', '2026-10-25T00:59:59.000Z', '2026-10-25T01:00:01.000Z'],
  ['its beginning', '2026-03-29T00:59:59.000Z', '2026-03-29T01:00:01.000Z'],
])('a burst of typing across %s', (_name, before, after) => {
  it('is one step, since two seconds went by', async () => {
    clock.now = before
    await type('une lettre')
    clock.now = after
    await type('une lettre de plus')
    await opened.ok('history.undo', {})
    expect(await read()).toBe('')
  })
})
