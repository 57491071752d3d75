import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const misspelt = async (...words: string[]) => (await opened.ok('spelling.check', { words })).misspelt
const add = (word: string, id = newId()) => opened.ok('spelling.add', { id, word })

describe('a check', () => {
  it('tells the misspelt words in the order asked', async () => {
    expect(await misspelt('Asociation', 'association', 'l’acceuil', '12e', 'ADF', 'élu·e·s')).toEqual([
      'Asociation',
      'l’acceuil',
    ])
    expect(await misspelt()).toEqual([])
  })

  it('knows the names and acronyms of the directory from the moment they are written', async () => {
    const words = ['Zbrowska', 'd’Zbrowska', 'Kerloc', 'Fédébidule', 'zbrowska']
    expect(await misspelt(...words)).toEqual(words)
    const organisationId = newId()
    await opened.ok('directory.addOrganisation', {
      id: organisationId,
      fields: { name: 'Fédébidule des communes d’essai', acronym: 'Fcde' },
    })
    const person = { familyName: 'Zbrowska-Kerloc', givenName: 'Ada', organisationId }
    await opened.ok('directory.addPerson', { id: newId(), fields: person })
    expect(await misspelt(...words)).toEqual(['zbrowska'])
  })

  it('tells nothing once it is switched off on this desk, also after a restart', async () => {
    expect(await opened.ok('spelling.state', {})).toEqual({ isOn: true })
    expect(await opened.ok('spelling.switch', { isOn: false })).toEqual({ isOn: false })
    const named = [readKey('spelling.state', {})]
    expect(opened.events).toContainEqual(
      expect.objectContaining({ topic: 'changed', reads: expect.arrayContaining(named) }),
    )
    await opened.restart()
    expect(await misspelt('asociation')).toEqual([])
    await opened.ok('spelling.switch', { isOn: true })
    expect(await misspelt('asociation')).toEqual(['asociation'])
  })

  it('refuses what is no list of words', async () => {
    expect(await opened.refused('spelling.check', { words: ['x'.repeat(61)] })).toBe('invalid-input')
    expect(await opened.refused('spelling.check', { words: Array(501).fill('mot') })).toBe('invalid-input')
    expect(await opened.refused('spelling.suggest', { word: '' })).toBe('invalid-input')
  })
})

describe('suggestions', () => {
  it('are at most five, the likely one among the first', async () => {
    const { suggestions } = await opened.ok('spelling.suggest', { word: 'l’asociation' })
    expect(suggestions[0]).toBe('l’association')
    expect(
      (await opened.ok('spelling.suggest', { word: 'travails' })).suggestions.length,
    ).toBeLessThanOrEqual(5)
  })
})

describe('words that people add', () => {
  it('are known at once, without their elision, once, listed in French order, and forgotten when removed', async () => {
    expect(await misspelt('zonolab', 'l’Écolobus')).toEqual(['zonolab', 'l’Écolobus'])
    const zonolab = await add('zonolab')
    const bus = await add('l’Écolobus')
    expect(bus.word).toBe('Écolobus')
    expect(await add('d’Écolobus')).toEqual(bus)
    expect(await misspelt('zonolab', 'Zonolab', 'l’Écolobus', 'écolobus')).toEqual(['écolobus'])
    expect((await opened.ok('spelling.words', {})).map(({ word }) => word)).toEqual(['Écolobus', 'zonolab'])
    await opened.ok('spelling.remove', { id: zonolab.id, version: zonolab.version })
    expect(await misspelt('zonolab', 'Écolobus')).toEqual(['zonolab'])
  })

  it('come back by « Annuler » and go by it', async () => {
    await add('zonolab')
    await opened.ok('history.undo', {})
    expect(await misspelt('zonolab')).toEqual(['zonolab'])
    await opened.ok('history.redo', {})
    expect(await misspelt('zonolab')).toEqual([])
  })

  it('are single words', async () => {
    for (const word of ['deux mots', ' ', '·', '’'])
      expect(await opened.refused('spelling.add', { id: newId(), word })).toBe('invalid-input')
  })
})
