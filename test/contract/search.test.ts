// The search through the contract: what is found by which words, and what no longer is.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/index.ts'
import { months } from '../../electron/domain/text/french.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { isOfTeam } from '../team/engine.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

type SaidInput = Omit<Input<'search.said'>, 'words'>

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  const fields = { date: '2026-12-10', title: 'Séance des passerelles' }
  meetingId = (await opened.ok('meetings.create', { fields, fromTemplate: true })).id
})
afterEach(() => opened.dispose())

const kinds = async (words: string) =>
  (await opened.ok('search.query', { words, only: null })).hits.map(({ kind }) => kind)

describe('the search', () => {
  it('leaves out what hangs on a meeting in the bin, and finds it again once it is taken out', async () => {
    const itemId = newId()
    const fields = { title: 'Passerelles du raccordement' }
    await opened.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
    expect((await kinds('passerelles')).sort()).toEqual(['item', 'meeting'])
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.remove', { id: meetingId, version })
    expect(await kinds('passerelles')).toEqual([])
    await opened.ok('history.undo', {})
    expect((await kinds('passerelles')).sort()).toEqual(['item', 'meeting'])
  })

  it('shows texts under the date and the title that meeting and item have now', async () => {
    await opened.ok('minutes.start', { meetingId })
    const [item] = (await opened.ok('agenda.list', { meetingId })).items
    const { id = '', version = 0 } = item ?? {}
    await opened.ok('agenda.update', { id, version, patch: { title: 'Quais du canal' } })
    const meeting = (await opened.ok('meetings.get', { id: meetingId })).meeting
    const moved = { date: '2026-12-17', startTime: '14:00', endTime: '16:00', reason: '' }
    await opened.ok('meetings.move', { id: meetingId, version: meeting.version, ...moved })
    const found = async () => (await opened.ok('search.query', { words: 'quais canal', only: null })).hits
    // A point of which there are minutes is found in them.
    expect((await found()).map(({ kind, date }) => `${kind} ${date}`)).toEqual(['section 2026-12-17'])
    await opened.ok('history.undo', {})
    expect(new Set((await found()).map(({ date }) => date))).toEqual(new Set(['2026-12-10']))
  })

  it('finds an action by its owner and by the organisation that it waits for', async () => {
    await opened.ok('minutes.start', { meetingId })
    const itemId = (await opened.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
    const fields = { text: 'Publier le guide.', owner: 'Hélène Marchetti', organisation: 'Régie d’exemple' }
    await opened.ok('minutes.addAction', { id: newId(), itemId, fields })
    expect(await kinds('marchetti')).toEqual(['action'])
    expect(await kinds('régie exemple')).toEqual(['action'])
  })
})

describe('the search by kinds', () => {
  const query = (words: string, only: 'persons' | null = null) => opened.ok('search.query', { words, only })
  const person = async (givenName: string, familyName: string, organisationId: string | null = null) => {
    const id = newId()
    const fields = { givenName, familyName, organisationId }
    await opened.ok('directory.addPerson', { id, fields })
    return id
  }
  const organisation = async (name: string, acronym: string) => {
    const id = newId()
    await opened.ok('directory.addOrganisation', { id, fields: { name, acronym } })
    return id
  }

  it('crowds nobody out: a person is found among hundreds of points of the same words', async () => {
    for (let n = 0; n < 40; n += 1) {
      const fields = { title: `Marchés publics, étape ${n}` }
      await opened.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields })
    }
    await person('Hélène', 'Marchetti')
    const { hits } = await query('march')
    expect(hits[0]).toMatchObject({ kind: 'person', title: 'Hélène Marchetti' })
    expect(hits.filter(({ kind }) => kind === 'item')).toHaveLength(5)
    expect((await query('march', 'persons')).hits.map(({ kind }) => kind)).toEqual(['person'])
  })

  it('finds persons by their organisation, under the name that it has now, and by the names that it had', async () => {
    const id = await organisation('Comité d’archivage', 'CAX')
    await person('Loïc', 'Le Goarnic', id)
    const kindsOf = async (words: string) => (await query(words)).hits.map(({ kind }) => kind).sort()
    expect(await kindsOf('cax')).toEqual(['organisation', 'person'])
    const { organisations } = await opened.ok('directory.list', {})
    const { version = 0 } = organisations.find((one) => one.id === id) ?? {}
    await opened.ok('directory.updateOrganisation', { id, version, patch: { acronym: 'CAZ' } })
    expect(await kindsOf('caz')).toEqual(['organisation', 'person'])
    expect(await kindsOf('goarnic')).toEqual(['person'])
  })

  // No server knows the words that its index holds by their letters.
  if (!isOfTeam)
    it('understands one letter in five typed wrong, and says what it was taken for', async () => {
      await person('Hélène', 'Marchetti')
      const { hits, readAs } = await query('marcheti')
      expect(hits[0]).toMatchObject({ kind: 'person', title: 'Hélène Marchetti' })
      expect(readAs).toEqual([{ typed: 'marcheti', word: 'marchetti' }])
      // What is added later is understood too.
      await person('Ismaël', 'Delattre')
      expect((await query('delatre')).hits[0]).toMatchObject({ title: 'Ismaël Delattre' })
    })

  it('says what comes nearest when nothing holds every word', async () => {
    const { hits, nearest } = await query('passerelles introuvables')
    expect(hits).toEqual([])
    expect(nearest).toMatchObject([{ kind: 'meeting', title: 'Séance des passerelles' }])
  })

  it('knows meetings by number, date and month, and the minutes of a month', async () => {
    const numbers = (found: Awaited<ReturnType<typeof query>>) =>
      found.hits.filter(({ meetingId: id }) => id === meetingId).map(({ kind }) => kind)
    expect(numbers(await query('seance du 10 decembre'))).toEqual(['meeting'])
    expect(numbers(await query('10/12'))).toEqual(['meeting'])
    expect(numbers(await query('odj décembre 2026'))).toEqual(['agenda'])
    expect(numbers(await query('compte rendu décembre'))).toEqual([])
    await opened.ok('minutes.start', { meetingId })
    expect(numbers(await query('compte rendu décembre'))).toEqual(['minutes'])
    expect(numbers(await query('décembre 2025'))).toEqual([])
  })

  it('knows a decision by its printed number, however it is typed', async () => {
    await opened.ok('minutes.start', { meetingId })
    const itemId = (await opened.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
    await opened.ok('minutes.addDecision', {
      id: newId(),
      itemId,
      fields: { text: 'Retenir le calendrier.' },
    })
    const { number } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    const two = String(number).padStart(2, '0')
    for (const typed of [`D-2026-${two}-01`, `d2026${two}01`, `d 26 ${two} 1`]) {
      const [hit] = (await query(typed)).hits
      expect(hit).toMatchObject({ kind: 'decision', number: `D-2026-${two}-01` })
    }
    // Or by its kind, its place and its meeting.
    const { date } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    const month = months[Number(date.slice(5, 7)) - 1] ?? ''
    for (const typed of [`décisions de ${month} 2026`, `décision n° 1 de la séance ${number}`]) {
      const [hit] = (await query(typed)).hits
      expect(hit).toMatchObject({ kind: 'decision', number: `D-2026-${two}-01` })
    }
    expect((await query(`décision n° 2 de la séance ${number}`)).hits[0]?.kind).toBe('meeting')
  })
})

describe('who said what', () => {
  const text = (words: string) => ({
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
  })
  const none = {
    organisationId: null,
    personId: null,
    from: null,
    to: null,
    kinds: [],
    limit: 20,
  } satisfies SaidInput
  let organisationId: string
  beforeEach(async () => {
    organisationId = newId()
    const fields = { name: 'Association des communes', acronym: 'ACD' }
    await opened.ok('directory.addOrganisation', { id: organisationId, fields })
    const { sections } = await opened.ok('minutes.start', { meetingId })
    const { id = '', version = 0 } = sections[0] ?? {}
    const exchanges = text(
      'La DGX rappelle l’objet du projet. L’ACD demande que le raccordement reste facultatif. Elle souhaite un délai d’un an pour les petites communes. La DGX prend note du délai.',
    )
    await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
  })
  const said = async (words: string, filter: Partial<SaidInput> = {}) =>
    (await opened.ok('search.said', { ...none, ...filter, words })).sentences

  it('gives the very sentence that holds the words, marked, with what stands around it', async () => {
    const [first, ...others] = await said('facultatif raccordement')
    expect(others).toEqual([])
    expect(first).toMatchObject({
      kind: 'minutes',
      meetingId,
      who: 'ACD',
      sentence: 'L’ACD demande que le raccordement reste facultatif.',
      before: 'La DGX rappelle l’objet du projet.',
      after: 'Elle souhaite un délai d’un an pour les petites communes.',
    })
    expect(first?.ranges.map(([start, end]) => first.sentence.slice(start, end))).toEqual([
      'raccordement',
      'facultatif',
    ])
  })

  it('keeps to what an organisation said, what it goes on saying included', async () => {
    expect((await said('délai')).map(({ sentence }) => sentence)).toHaveLength(2)
    const own = await said('délai', { organisationId: organisationId })
    expect(own.map(({ sentence }) => sentence)).toEqual([
      'Elle souhaite un délai d’un an pour les petites communes.',
    ])
  })

  it('has nothing of somebody who is not there, or whose name has no word in it', async () => {
    for (const words of ['', 'délai']) {
      expect(await said(words, { organisationId: newId() })).toEqual([])
      expect(await said(words, { personId: newId() })).toEqual([])
    }
  })

  it('keeps to years and kinds, and reads a year among the words', async () => {
    expect(await said('raccordement 2026')).toHaveLength(1)
    expect(await said('raccordement 2024')).toEqual([])
    expect(await said('raccordement', { to: 2025 })).toEqual([])
    expect(await said('raccordement', { kinds: ['position'] })).toEqual([])
  })

  it('finds a stance that was noted without words', async () => {
    const itemId = (await opened.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
    const noted = { organisation: 'ACD', organisationId, stance: 'favorable', words: '' } as const
    await opened.ok('session.addPosition', { id: newId(), meetingId, itemId, fields: noted })
    const found = await said('', { organisationId, kinds: ['position'] })
    expect(found).toMatchObject([{ who: 'ACD', stance: 'favorable', sentence: '' }])
    const kinds = async (words: string) =>
      (await opened.ok('search.query', { words, only: null })).hits.map(({ kind }) => kind)
    expect(await kinds('acd favorable')).toContain('position')
    expect(await kinds('acd contre')).not.toContain('position')
  })

  it('takes no common word for somebody whose name has the same letters', async () => {
    const personId = newId()
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Claude', familyName: 'Petites' },
    })
    expect(await said('délai', { personId })).toEqual([])
    const { sections = [] } = (await opened.ok('minutes.get', { meetingId })) ?? {}
    const { id = '', version = 0 } = sections[0] ?? {}
    const exchanges = text('Mme Petites demande un délai. Un délai est donné aux petites communes.')
    await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
    expect((await said('délai', { personId })).map(({ sentence }) => sentence)).toContain(
      'Mme Petites demande un délai.',
    )
  })

  it('knows a name by the word of it that is no particle', async () => {
    const personId = newId()
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Anne', familyName: 'de Montval' },
    })
    const { sections = [] } = (await opened.ok('minutes.get', { meetingId })) ?? {}
    const { id = '', version = 0 } = sections[0] ?? {}
    const exchanges = text('Mme de Montval demande un délai.')
    await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
    expect((await said('délai', { personId })).map(({ sentence }) => sentence)).toEqual([
      'Mme de Montval demande un délai.',
    ])
  })

  it('says from when on it read, where there was more than it reads', async () => {
    const { readSince } = await opened.ok('search.said', { ...none, words: 'délai' })
    expect(readSince).toBe(null)
  })
})
