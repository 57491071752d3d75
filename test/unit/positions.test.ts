import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { publicFile } from '../../electron/documents/minutes/public-file.ts'
import type { FileToPrint, PrintedPosition } from '../../electron/domain/meetings/meeting-file.ts'
import { minutesFromNotes } from '../../electron/domain/minutes/from-notes.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import {
  action,
  attendee,
  decision,
  emptyFile,
  id,
  item,
  paragraph,
  rich,
  section,
} from './documents-builders.ts'
import { watchItem } from './documents-outside-meetings.ts'

const position = (fields: Partial<PrintedPosition>): PrintedPosition => ({
  itemId: id(101),
  organisation: 'AMX',
  organisationId: null,
  stance: 'favorable',
  words: '',
  article: 'la',
  isPerson: false,
  ...fields,
})

function meeting(style: Partial<FileToPrint['look']['style']> = {}): FileToPrint {
  const file = emptyFile()
  return {
    ...file,
    look: { ...file.look, style: { ...file.look.style, ...style } },
    items: [
      item(1, { title: 'Annuaire' }),
      item(2, { title: 'Budget réservé' }),
      item(3, { title: 'Suites' }),
    ],
    sections: [
      section(1),
      section(2, { circulation: 'members', exchanges: rich(paragraph('Propos réservés.')) }),
      section(3),
    ],
    decisions: [decision(1, 1, 'avis favorable au modèle'), decision(2, 2, 'Décision réservée.')],
    actions: [action(1, 1, { text: 'Relire.', owner: 'Hélène Marchetti' })],
    attendees: [
      attendee(0, { givenName: 'Hélène', familyName: 'Marchetti', role: 'Directrice', status: 'surPlace' }),
    ],
    positions: [position({}), position({ itemId: id(102), words: 'mot réservé' })],
  }
}
const partsOf = (style: Partial<FileToPrint['look']['style']>) =>
  minutesModel(meeting(style)).sections[0]?.parts ?? []

describe('minutes', () => {
  it('say positions in the text, in a table, or not at all', () => {
    const [text] = partsOf({ positions: 'text' })
    expect(text?.heading).toBe('Positions exprimées')
    expect(JSON.stringify(text?.blocks)).toContain('L’AMX est favorable.')
    const [table] = partsOf({ positions: 'table' })
    expect(table?.blocks[0]?.type).toBe('table')
    expect(JSON.stringify(table?.blocks)).toContain('favorable')
    expect(partsOf({ positions: 'none' })).toEqual([])
  })

  it('write decisions as sentences, in their place and in the table', () => {
    const model = minutesModel(meeting())
    expect(model.sections[0]?.decisions[0]?.lines).toEqual(['Avis favorable au modèle.'])
    expect(model.record?.rows[0]?.lines).toEqual(['Avis favorable au modèle.'])
  })

  it('say that nothing was written only where that is wanted', () => {
    const emptyOf = (emptyItems: 'silent' | 'said') =>
      minutesModel(meeting({ emptyItems })).sections[2]?.empty
    expect(emptyOf('silent')).toBe('')
    expect(emptyOf('said')).toBe('Rien n’est consigné pour ce point.')
  })

  it('word an intervention of an organisation with its article', () => {
    const line = { kind: 'intervention' as const, speaker: 'AMX', organisation: 'AMX', personId: null }
    const { exchanges } = minutesFromNotes([{ ...line, text: 'demande un délai' }], {}, () => 'la')
    expect(plainText(exchanges)).toBe('L’AMX demande un délai.')
    const person = { ...line, speaker: 'AM', organisation: '', text: 'demande un délai' }
    expect(plainText(minutesFromNotes([person], {}).exchanges)).toBe('AM demande un délai.')
    const named = { ...person, speaker: 'ANNE', organisation: 'AMX' }
    expect(plainText(minutesFromNotes([named], {}).exchanges)).toBe('ANNE (AMX) demande un délai.')
  })
})

describe('what is published', () => {
  it('has nothing of an item kept for the members but its number', () => {
    const model = minutesModel(publicFile(meeting()), 'publicMinutes')
    const words = JSON.stringify(model)
    expect(words).not.toMatch(/réservée|Propos réservés|Budget|mot réservé/)
    expect(model.head.title).toMatch(/^Compte rendu public/)
    expect(model.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Annuaire',
      '2 Point réservé aux membres',
      '3 Suites',
    ])
    expect(model.followUp).toBeNull()
    expect(words).toContain('Marchetti')
  })

  it('does not say of what is kept for the members that nothing was written', () => {
    const { sections } = minutesModel(publicFile(meeting({ emptyItems: 'said' })), 'publicMinutes')
    expect(sections.map(({ empty }) => empty !== '')).toEqual([false, false, true])
  })

  it('does not say what the secretariat has still to do about a text', () => {
    const watched = (['toPresent', 'presented', 'toFollow', 'closed'] as const).map((followUp, rank) => ({
      ...{ itemId: id(101), watchItem: watchItem(rank + 1, { followUp }), deadlines: [] },
    }))
    const file = { ...meeting(), watchLinks: watched }
    const printed = (model: ReturnType<typeof minutesModel>) => JSON.stringify(model.sections[0]?.watch)
    expect(printed(minutesModel(file))).toMatch(/Suites.*À présenter.*Présenté.*À suivre.*Clos/)
    const published = printed(minutesModel(publicFile(file), 'publicMinutes'))
    expect(published).toContain(watched[0]?.watchItem.title)
    expect(published).not.toMatch(/Suites|À présenter|Présenté|À suivre|Clos/)
  })

  it('counts the seats of each college as the minutes do, and calls no guest a member', () => {
    const one = (position: number, fields: Parameters<typeof attendee>[1]) =>
      attendee(position, { organisation: 'AMX', college: 'Collectivités', ...fields })
    const file = {
      ...meeting({ publicNames: 'functions' }),
      attendees: [
        one(0, { familyName: 'Un', seat: 'titulaire', status: 'represente', representedBy: 'Léa Trois' }),
        one(1, { familyName: 'Deux', seat: 'titulaire', status: 'excuse' }),
        one(2, { givenName: 'Léa', familyName: 'Trois', seat: 'suppleant', status: 'surPlace' }),
        one(3, { familyName: 'Quatre', seat: 'guest', status: 'surPlace' }),
      ],
    }
    const countsOf = ({ attendance }: ReturnType<typeof minutesModel>) => [
      attendance?.summary,
      attendance?.groups[0]?.label,
    ]
    const published = minutesModel(publicFile(file), 'publicMinutes')
    expect(countsOf(published)).toEqual(countsOf(minutesModel(file)))
    expect(published.attendance?.groups[0]?.people).toContain('Personne invitée')
    expect(JSON.stringify(published)).not.toMatch(/Léa|Trois|Quatre/)
  })

  it('counts a titular who stands in for another titular in the seat of both', () => {
    const one = (position: number, fields: Parameters<typeof attendee>[1]) =>
      attendee(position, { organisation: 'Union exemple', college: 'Associations', role: 'Élu', ...fields })
    const file: FileToPrint = {
      ...meeting({ publicNames: 'functions' }),
      attendees: [
        one(0, { familyName: 'Un', seat: 'titulaire', status: 'represente', representedBy: 'Léa Trois' }),
        one(1, { givenName: 'Léa', familyName: 'Trois', seat: 'titulaire', status: 'surPlace' }),
      ],
    }
    const published = minutesModel(publicFile(file), 'publicMinutes')
    expect(published.attendance?.summary).toBe(minutesModel(file).attendance?.summary)
  })

  it('names nobody who takes a position for themselves, and every body', () => {
    const file = meeting({ publicNames: 'functions', positions: 'text' })
    const asked: FileToPrint = {
      ...file,
      meeting: { ...file.meeting, chair: 'Zoé Aubrac' },
      attendees: [
        ...file.attendees,
        attendee(1, { givenName: 'Luc', familyName: 'Sarlat', organisation: 'Conseil exemple' }),
      ],
      positions: ['Hélène Marchetti', 'Luc Sarlat', 'Zoé Aubrac', 'AMX', 'Union exemple'].map(
        (organisation) => position({ organisation, article: organisation === 'AMX' ? 'l’' : '' }),
      ),
    }
    const words = JSON.stringify(minutesModel(publicFile(asked), 'publicMinutes'))
    expect(words).not.toMatch(/Marchetti|Sarlat|Aubrac/)
    for (const told of ['Une personne est', 'L’AMX est', 'Union exemple est'])
      expect(words).toContain(`${told} favorable.`)
    // What somebody says for themselves is no position of their body.
    expect(words).not.toMatch(/conseil exemple est/i)
  })

  it.each([
    ['Mme Marchetti', false],
    ['Marchetti', false],
    ['H. Marchetti', false],
    ['MARCHETTI Hélène', false],
    // Somebody of the directory who is not on the list.
    ['Ève Tournon', true],
  ])('names nobody who is not written in full: %s', (organisation, isPerson) => {
    const file = meeting({ publicNames: 'functions', positions: 'text' })
    const asked = { ...file, positions: [position({ organisation, article: '', isPerson })] }
    const words = JSON.stringify(minutesModel(publicFile(asked), 'publicMinutes'))
    expect(words).not.toMatch(/Marchetti|Tournon/i)
    // A function alone is no subject of a sentence; in a table it says who.
    expect(words).toContain('Une personne est favorable.')
    const { look } = meeting({ publicNames: 'functions', positions: 'table' })
    const [listed] = publicFile({ ...asked, look }).positions ?? []
    expect(listed?.organisation).toBe(isPerson ? 'Une personne' : 'Directrice')
  })

  it('says functions in place of names where that is wanted', () => {
    const model = minutesModel(publicFile(meeting({ publicNames: 'functions' })), 'publicMinutes')
    const words = JSON.stringify(model)
    expect(words).not.toContain('Marchetti')
    expect(words).toContain('Directrice')
  })

  it('names no function where a sentence wants a name, and keeps an organisation that asked', () => {
    const { minutes, meeting: own, ...file } = meeting({ publicNames: 'functions' })
    const chair = { givenName: 'Ève', familyName: 'Lormel', role: 'maire', organisation: 'AMX' }
    const published = publicFile({
      ...file,
      minutes: minutes === null ? null : { ...minutes, openedAt: '14:05' },
      meeting: { ...own, chair: 'Ève Lormel' },
      attendees: [attendee(0, { ...chair, status: 'surPlace' })],
      items: file.items.map((one) => ({ ...one, requester: 'AMX' })),
    })
    const model = minutesModel(published, 'publicMinutes')
    expect(model.opening?.sentence).toBe('La séance est ouverte à 14\u00a0h\u00a005.')
    expect(JSON.stringify(model.sections)).toContain('À la demande de l’AMX')
  })
})
