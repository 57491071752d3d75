import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { publicFile } from '../../electron/documents/minutes/public-file.ts'
import type { FileToPrint, PrintedPosition } from '../../electron/domain/meetings/meeting-file.ts'
import { minutesFromNotes } from '../../electron/domain/minutes/from-notes.ts'
import { positionSentence } from '../../electron/domain/minutes/position-sentence.ts'
import {
  articleOf,
  articlesOf,
  ofWhom,
  withArticle,
} from '../../electron/domain/people/organisation-article.ts'
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

const nbsp = '\u00a0'

describe('an organisation in a sentence', () => {
  it.each([
    ['AMF', 'Association des communes', 'l’AMF'],
    ['direction du numérique', 'direction du numérique', 'la direction du numérique'],
    ['Direction du numérique', 'Direction du numérique', 'la Direction du numérique'],
    ['DINUM', 'Direction interministérielle', 'la DINUM'],
    ['SGX', 'Secrétariat général exemple', 'le SGX'],
    ['Ministère exemple', 'Ministère exemple', 'le Ministère exemple'],
    ['Départements exemple', 'Départements exemple', 'les Départements exemple'],
    ['Villes de France exemple', 'Villes de France exemple', 'Villes de France exemple'],
    ['Archives de France', 'Archives de France', 'les Archives de France'],
    ['État', 'État', 'l’État'],
    ['Parlement', 'Parlement', 'le Parlement'],
    ['AMX', 'AMX', 'l’AMX'],
    ['UX', 'Union exemple', 'l’UX'],
  ])('%s, called %s, is %s', (printed, name, words) => {
    expect(withArticle(printed, articleOf(name))).toBe(words)
  })

  it('has the article that the directory keeps, by its name and by its acronym', () => {
    const kept = articlesOf([
      { name: 'Centre national exemple', acronym: 'CNX', article: null },
      { name: 'Direction exemple', acronym: 'DIX', article: null },
      { name: 'HX', acronym: '', article: 'l’' },
      { name: 'Régions', acronym: '', article: '' },
    ])
    expect(
      ['CNX', 'dix', 'HX', 'Régions', 'Centre national exemple'].map((name) => ofWhom(name, kept)),
    ).toEqual(['du CNX', 'de la dix', 'de l’HX', 'de Régions', 'du Centre national exemple'])
    expect(['CNX', 'HX', 'Régions'].map((name) => ofWhom(name))).toEqual(['de CNX', 'de HX', 'des Régions'])
    expect(articleOf('CNX', kept)).toBe('le')
  })

  it('has its own where its acronym does not take that of the name', () => {
    const kept = articlesOf([
      { name: 'Départements de France', acronym: 'ADX', article: null },
      { name: 'Usagers du rail exemple', acronym: 'URX', article: null },
      { name: 'Archives exemple', acronym: 'ANX', article: null },
      { name: 'Villes exemple', acronym: 'VX', article: null },
      { name: 'Énergie exemple', acronym: 'ENX', article: '' },
    ])
    expect(['ADX', 'URX', 'ANX', 'VX', 'ENX', 'Archives exemple'].map((name) => ofWhom(name, kept))).toEqual([
      'de l’ADX',
      'de l’URX',
      'de l’ANX',
      'de VX',
      'd’ENX',
      'des Archives exemple',
    ])
  })

  it('has the same article in whatever order the directory comes', () => {
    const bodies = [
      { name: 'Centre national exemple', acronym: 'CNX', article: null },
      { name: 'Confédération nationale exemple', acronym: 'CNX', article: null },
      { name: 'Conseil exemple', acronym: 'CX', article: null },
      { name: 'Comité exemple', acronym: 'CX', article: null },
      { name: 'DX', acronym: '', article: 'le' as const },
      { name: 'Direction exemple', acronym: 'DX', article: null },
    ]
    for (const rows of [bodies, bodies.toReversed()])
      expect(['CNX', 'CX', 'DX'].map((name) => ofWhom(name, articlesOf(rows)))).toEqual([
        'de CNX',
        'du CX',
        'du DX',
      ])
  })

  it('has the article that a person chose', () => {
    expect(withArticle('HX', 'l’')).toBe('l’HX')
    expect(withArticle('Régions', 'les')).toBe('les Régions')
    expect(withArticle('Intercommunalités exemple', '')).toBe('Intercommunalités exemple')
  })
})

describe('a position', () => {
  const said = (organisation: string, stance: PrintedPosition['stance'], words = '', name = organisation) =>
    positionSentence({ organisation, stance, words }, articleOf(name))

  it.each([
    [said('AMF', 'favorable', '', 'Association exemple'), 'L’AMF est favorable.'],
    [
      said('direction du numérique', 'reservee', 'sur les délais.'),
      'La direction du numérique réserve sa position sur les délais.',
    ],
    [
      said('AMF', 'defavorable', 'demande le retrait du texte', 'Association exemple'),
      'L’AMF est défavorable et demande le retrait du texte.',
    ],
    [
      said('Villes de France exemple', 'reserves', 'calendrier trop court..'),
      `Villes de France exemple est favorable avec réserves${nbsp}: calendrier trop court.`,
    ],
    [
      said('AMF', 'reserves', 'sous réserve du budget', 'Association exemple'),
      'L’AMF est favorable sous réserve du budget.',
    ],
    [said('Conseil exemple', 'sansAvis'), 'Le Conseil exemple ne se prononce pas.'],
    [said('Les Départements', 'reserves'), 'Les Départements sont favorables avec réserves.'],
    [said('le Conseil exemple', 'favorable'), 'Le Conseil exemple est favorable.'],
    [said('Hôpitaux publics', 'reservee'), 'Les Hôpitaux publics réservent leur position.'],
    [said('Haute Autorité exemple', 'favorable'), 'La Haute Autorité exemple est favorable.'],
    [said('Hôpital exemple', 'favorable'), 'L’Hôpital exemple est favorable.'],
    [said('Éditeurs', 'favorable', '.'), 'Les Éditeurs sont favorables.'],
    [
      said('Conseil exemple', 'favorable', 'Favorable sous conditions'),
      'Le Conseil exemple est favorable sous conditions.',
    ],
    [said('Conseil exemple', 'defavorable', 'Défavorable.'), 'Le Conseil exemple est défavorable.'],
    // As people type them: with a capital, and with a verb of one for several.
    [
      said('AMF', 'reserves', 'Sur le calendrier.', 'Association exemple'),
      'L’AMF est favorable avec réserves sur le calendrier.',
    ],
    [
      said('Les Villes exemple', 'favorable', 'Sous réserve du budget'),
      'Les Villes exemple sont favorables sous réserve du budget.',
    ],
    [
      said('AMF', 'favorable', 'Mais demande un délai', 'Association exemple'),
      'L’AMF est favorable, mais demande un délai.',
    ],
    [
      said('Régions exemple', 'favorable', 'propose une expérimentation'),
      'Les Régions exemple sont favorables. Propose une expérimentation.',
    ],
    [
      said('Régions exemple', 'favorable', 'demandent une expérimentation'),
      'Les Régions exemple sont favorables et demandent une expérimentation.',
    ],
    [
      said('AMF', 'reserves', 'La compensation est insuffisante. Le délai aussi', 'Association exemple'),
      'L’AMF est favorable avec réserves. La compensation est insuffisante. Le délai aussi.',
    ],
    [
      said('Association des communes exemple', 'reservee'),
      'L’Association des communes exemple réserve sa position.',
    ],
  ])('reads %s', (words, expected) => {
    expect(words).toBe(expected)
  })

  it('agrees with a plural name', () => {
    expect(positionSentence({ organisation: 'Régions', stance: 'favorable', words: '' }, 'les')).toBe(
      'Les Régions sont favorables.',
    )
  })
})

const position = (fields: Partial<PrintedPosition>): PrintedPosition => ({
  itemId: id(101),
  organisation: 'AMX',
  organisationId: null,
  stance: 'favorable',
  words: '',
  article: 'la',
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
      positions: ['Hélène Marchetti', 'Luc Sarlat', 'Zoé Aubrac', 'AMX'].map((organisation) =>
        position({ organisation, article: organisation === 'AMX' ? 'l’' : '' }),
      ),
    }
    const words = JSON.stringify(minutesModel(publicFile(asked), 'publicMinutes'))
    expect(words).not.toMatch(/Marchetti|Sarlat|Aubrac/)
    for (const told of ['Directrice est', 'Le Conseil exemple est', 'Une personne est', 'L’AMX est'])
      expect(words).toContain(`${told} favorable.`)
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
