// Rows of an agenda through the contract: what keeps an item in place, and the ranks that its siblings have after it left.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { minutesOf, richWords } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
})
afterEach(() => opened.dispose())

const items = async () => (await opened.ok('agenda.list', { meetingId })).items
async function add(title: string, parentId: string | null = null): Promise<string> {
  const id = newId()
  const afterId = (await items()).filter((item) => item.parentId === parentId).at(-1)?.id ?? null
  await opened.ok('agenda.add', { id, meetingId, parentId, afterId, fields: { title } })
  return id
}
const ranks = async (parentId: string | null) =>
  (await items())
    .filter((item) => item.parentId === parentId)
    .sort((a, b) => a.position - b.position)
    .map(({ title, position }) => [position, title])

describe('an item of an agenda', () => {
  it('closes the gap among the siblings it leaves, whether it goes elsewhere or away', async () => {
    const parent = await add('Projets')
    const [first = '', second = ''] = [await add('Annuaire'), await add('Portail')]
    await add('Messagerie')
    const target = async (id: string) => ({
      id,
      version: (await items()).find((item) => item.id === id)?.version ?? 0,
    })
    await opened.ok('agenda.move', { ...(await target(first)), parentId: parent, index: 0 })
    expect(await ranks(null)).toEqual([
      [0, 'Projets'],
      [1, 'Portail'],
      [2, 'Messagerie'],
    ])
    expect(await ranks(parent)).toEqual([[0, 'Annuaire']])
    await opened.ok('agenda.remove', await target(second))
    expect(await ranks(null)).toEqual([
      [0, 'Projets'],
      [1, 'Messagerie'],
    ])
  })

  it('stays with what was written by hand under it or under one of its sub-items, until that is taken out', async () => {
    const parent = await add('Projets')
    const child = await add('Annuaire', parent)
    const version = async (id: string) => (await items()).find((item) => item.id === id)?.version ?? 0
    await opened.ok('minutes.start', { meetingId })
    const written = async (patch: object) => {
      const section = (await minutesOf(opened, meetingId)).sections.find(({ itemId }) => itemId === child)
      await opened.ok('minutes.updateSection', {
        id: section?.id ?? '',
        version: section?.version ?? 0,
        patch,
      })
    }
    const [words, none] = [
      richWords('Une page d’échanges.'),
      { type: 'doc', content: [{ type: 'paragraph' }] },
    ]
    for (const [patch, back] of [
      [{ exchanges: words }, { exchanges: none }],
      [{ presentation: words }, { presentation: none }],
      [{ outcome: 'reporte' }, { outcome: null, outcomeSentence: '' }],
      [{ outcomeSentence: 'Le point est pris en compte.' }, { outcomeSentence: ' ' }],
    ]) {
      await written(patch ?? {})
      for (const id of [child, parent])
        expect(
          await opened.refused('agenda.remove', { id, version: await version(id) }),
          JSON.stringify(patch),
        ).toBe('item-written')
      await written(back ?? {})
    }
    await opened.ok('agenda.remove', { id: parent, version: await version(parent) })
    expect(await items()).toEqual([])
  })

  it('with the position of an organisation stays until that is taken out', async () => {
    const itemId = await add('Annuaire')
    await opened.ok('minutes.start', { meetingId })
    const id = newId()
    const organisation = 'Association des communes de démonstration'
    const fields = { organisation, organisationId: null, stance: 'reserves' as const, words: 'Un délai.' }
    await opened.ok('session.addPosition', { id, meetingId, itemId, fields })
    const version = (await items()).find((item) => item.id === itemId)?.version ?? 0
    expect(await opened.refused('agenda.remove', { id: itemId, version })).toBe('item-written')
    await opened.ok('session.removePosition', { id, version: 1 })
    await opened.ok('agenda.remove', { id: itemId, version })
    expect(await items()).toEqual([])
  })
})
