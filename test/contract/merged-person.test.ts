// A person erased: under every name that was merged into theirs, and in what the search copied from elsewhere.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { bytesHold, placesOf } from './planted-name.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

async function add(familyName: string): Promise<string> {
  const id = newId()
  const email = `${familyName.toLowerCase()}@exemple.example`
  await opened.ok('directory.addPerson', { id, fields: { familyName, givenName: 'Zqxhélène', email } })
  return id
}
async function erase(personId: string): Promise<void> {
  const { persons } = await opened.ok('directory.list', {})
  const version = persons.find((person) => person.id === personId)?.version ?? 0
  await opened.ok('personalData.anonymise', { personId, version, alsoFamilyName: false })
}

describe('a person who is erased', () => {
  it('is forgotten under the name and the address of the entry that was merged into theirs', async () => {
    const [kept, merged] = [await add('Zqxmarchenoir'), await add('Zqxdurandeau')]
    await opened.ok('subjects.add', {
      id: newId(),
      fields: { title: 'Sujet de Zqxhélène Zqxdurandeau', text: 'À zqxdurandeau@exemple.example.' },
    })
    await opened.ok('directory.mergePersons', { id: kept, otherId: merged })
    await erase(kept)
    expect(placesOf(opened.folder, 'zqxdurandeau')).toEqual([])
    expect(bytesHold(opened.folder, 'zqxdurandeau')).toBe(false)
  }, 60_000)

  it('is not found by the title that a section of the minutes took from its item', async () => {
    const person = await add('Zqxmarchenoir')
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    const title = 'Exposé de Zqxhélène Zqxmarchenoir'
    await opened.ok('agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title },
    })
    await opened.ok('minutes.start', { meetingId })
    const { sections } = await opened.ok('minutes.start', { meetingId })
    const [section] = sections
    const words = { type: 'text' as const, text: 'Une présentation du raccordement.' }
    const exchanges = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [words] }] }
    await opened.ok('minutes.updateSection', {
      id: section?.id ?? '',
      version: section?.version ?? 0,
      patch: { exchanges },
    })
    expect((await opened.ok('search.query', { words: 'zqxmarchenoir', only: null })).hits).not.toEqual([])
    await erase(person)
    expect((await opened.ok('search.query', { words: 'zqxmarchenoir', only: null })).hits).toEqual([])
    const { hits: found } = await opened.ok('search.query', { words: 'raccordement', only: null })
    expect(found.map((one) => one.title).join()).not.toMatch(/zqx/i)
    expect(placesOf(opened.folder, 'zqxmarchenoir')).toEqual([])
  }, 60_000)
})
