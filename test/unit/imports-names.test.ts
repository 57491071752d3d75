import { describe, expect, it } from 'vitest'
import type { WrittenName } from '../../electron/contract/imports.ts'
import type { Draft, DraftItem } from '../../electron/domain/agenda/draft.ts'
import { notLinked } from '../../electron/domain/agenda/reimport.ts'
import {
  participantHeads,
  participantRow,
} from '../../electron/imports/understanding/minutes/participants-table.ts'
import { personLine } from '../../electron/imports/understanding/minutes/person-line.ts'
import { personsNamed } from '../../electron/imports/understanding/persons-named.ts'
import {
  entriesOf,
  newNamesOf,
  organisationKey,
  tickedEntries,
} from '../../renderer/features/imports/new-names.ts'
import { reviewOf } from '../../renderer/features/imports/review.ts'

describe('the persons in the words of a presenter', () => {
  it.each([
    ['Mme Ségolène Vaxelaire', ['Ségolène Vaxelaire']],
    ['A. Gallais, B. Gervais', ['A. Gallais', 'B. Gervais']],
    ['H. Marchetti et Mme Roy', ['H. Marchetti', ' Roy']],
    ['Anaïs ROY, directrice adjointe (DGX)', ['Anaïs ROY']],
    ['DGX', []],
    ['Direction générale exemple', []],
    ['Secrétariat', []],
    ['Tous', []],
    ['', []],
  ])('%s', (words, names) => {
    expect(personsNamed(words).map(({ givenName, familyName }) => `${givenName} ${familyName}`)).toEqual(
      names,
    )
  })
})

describe('where somebody works', () => {
  it.each([
    ['Paul Petit, Parti communiste', 'Parti communiste'],
    ['Paul Petit, Parti socialiste', 'Parti socialiste'],
    ['Paul Petit, Sortie Nord', 'Sortie Nord'],
    ['Anne Roy, Voix du Sud', 'Voix du Sud'],
    ['Anne Roy, Partage et quais', 'Partage et quais'],
    ['Anne Roy, des 2 rives', 'des 2 rives'],
    ['Paul Petit, parti à 11 h', null],
    ['Paul Petit, sortie avant le vote', null],
    ['Anne Roy, arrivée en cours de séance', null],
    ['Anne Roy, départ 10h30', null],
    ['Anne Roy, dès 9h', null],
    ['Anne Roy, jusqu’au point 3', null],
    ['Anne Roy, voix délibérative', null],
    ['Anne Roy (retard)', null],
  ])('%s', (line, organisation) => {
    expect(personLine(line)).toMatchObject({ organisation })
  })

  it.each(['Paul Roy -paul.roy@x.example', 'Paul Roy (-paul.roy@x.example)', 'Paul Roy +paul@x.example'])(
    'is not in the address of %s',
    (line) => {
      expect(personLine(line)).toMatchObject({ givenName: 'Paul', familyName: 'Roy', organisation: null })
    },
  )
})

describe('who represents whom', () => {
  it.each([
    ['M. Petit (DGX), représenté par Mme Roy', 'Mme Roy'],
    ['M. Jean Petit – DGX – pouvoir à Anaïs ROY', 'Anaïs ROY'],
    ['M. Petit (DGX), a donné pouvoir', undefined],
    ['M. Petit, DGX, représenté par le bureau des usages numériques de la direction', undefined],
  ])('%s', (line, by) => {
    const read = personLine(line)
    expect(read?.attendance).toBe('represente')
    expect(read?.representedBy).toBe(by)
  })

  it('is read in a column of its own, and in that of the presence', () => {
    const columns = participantHeads(['Nom Prénom', 'Organisme', 'Représenté par'])
    if (columns === null) throw new Error('no heads')
    expect(participantRow(['PETIT Jean', 'DGX', 'Mme Anaïs ROY'], columns, null)[0]).toMatchObject({
      attendance: 'represente',
      representedBy: 'Mme Anaïs ROY',
    })
    expect(participantRow(['PETIT Jean', 'DGX', 'x'], columns, null)[0]?.representedBy).toBeUndefined()
    const presence = participantHeads(['Nom Prénom', 'Organisme', 'Présence'])
    if (presence === null) throw new Error('no heads')
    expect(participantRow(['PETIT Jean', 'DGX', 'Représenté par Mme Roy'], presence, null)[0]).toMatchObject({
      attendance: 'represente',
      representedBy: 'Mme Roy',
    })
  })
})

describe('the names of the items that the directory does not know', () => {
  const item = (title: string, presenter: string, organisation: string): DraftItem => ({
    number: null,
    title,
    kind: 'item',
    nature: null,
    fixedStart: null,
    durationMinutes: null,
    presenter,
    organisation,
    requester: null,
    note: null,
    children: [],
    source: { block: 0, excerpt: title, confidence: 1 },
  })
  const review = reviewOf({
    items: [
      item('Un', 'Anaïs Roy', 'ZZX'),
      item('Deux', 'Anaïs Roy', 'ZZX'),
      item('Trois', 'H. Petit', 'DGX'),
    ],
  } as Draft)
  const name = (more: Partial<WrittenName>): WrittenName => ({
    presenter: 'Anaïs Roy',
    organisation: 'ZZX',
    person: null,
    organisationEntry: null,
    newPersons: [{ written: 'Anaïs Roy', givenName: 'Anaïs', familyName: 'Roy' }],
    newOrganisation: 'ZZX',
    ...more,
  })
  const sure = name({
    presenter: 'H. Petit',
    organisation: 'DGX',
    person: { id: 'petit', name: 'Hugo Petit', detail: 'DGX', certainty: 'sure' },
    organisationEntry: { id: 'dgx', name: 'DGX', detail: 'Direction générale exemple' },
    newPersons: [],
    newOrganisation: null,
  })
  const names = new Map([
    [0, name({})],
    [1, name({})],
    [2, sure],
  ])

  it('are proposed once each, with their organisation', () => {
    const found = newNamesOf(review, names, [])
    expect(found.organisations).toEqual(['ZZX'])
    expect(
      found.persons.map(({ givenName, familyName, organisation }) => [givenName, familyName, organisation]),
    ).toEqual([['Anaïs', 'Roy', 'ZZX']])
  })

  it('are not proposed here when they are among the participants, nor when the line is left', () => {
    const participants = [{ familyName: 'ROY' }] as Draft['participants']
    expect(newNamesOf(review, names, participants).persons).toEqual([])
    const left = { ...review, lines: review.lines.map((line) => ({ ...line, taken: false })) }
    expect(newNamesOf(left, names, [])).toEqual({ persons: [], organisations: [] })
  })

  it('enter the directory and are linked only when ticked; who surely is there is linked', () => {
    const [first, , third] = review.lines
    if (first === undefined || third === undefined) throw new Error('no lines')
    expect(entriesOf(first, names.get(0), new Map())).toBe(notLinked)
    expect(entriesOf(third, names.get(2), new Map())).toEqual({ presenterId: 'petit', organisationId: 'dgx' })
    expect(entriesOf({ ...third, namesKept: true }, names.get(2), new Map()).presenterId).toBeNull()
    const found = newNamesOf(review, names, [])
    expect(tickedEntries(found, new Map())).toBeUndefined()
    const ticked = new Map([
      [found.persons[0]?.key ?? '', 'roy'],
      [organisationKey('ZZX'), 'zzx'],
    ])
    expect(tickedEntries(found, ticked)).toEqual({
      newOrganisations: [{ id: 'zzx', name: 'ZZX', acronym: '' }],
      newPersons: [
        {
          id: 'roy',
          givenName: 'Anaïs',
          familyName: 'Roy',
          jobTitle: '',
          organisationId: 'zzx',
          mandate: null,
        },
      ],
    })
    expect(entriesOf(first, names.get(0), ticked)).toEqual({ presenterId: 'roy', organisationId: 'zzx' })
  })
})
