import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { nameCardsModel } from '../../electron/documents/room/name-cards.ts'
import { signInSheetModel } from '../../electron/documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../electron/documents/room/welcome-list.ts'
import type { AskedPerson, ReplyAnswer } from '../../electron/domain/attendance/reply.ts'
import { drawnPieces } from '../documents-check/drawn-lines.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { emptyFile, id } from './documents-builders.ts'

const POINTS_PER_MM = 72 / 25.4
const file = emptyFile()
const papers = { signInSheetModel, nameCardsModel, welcomeListModel }
const made = (make: keyof typeof papers, asked: readonly AskedPerson[]): DocumentModel =>
  papers[make](file, asked)

function person(
  rank: number,
  fields: Partial<AskedPerson> & { answer?: ReplyAnswer; by?: string } = {},
): AskedPerson {
  const { answer, by, ...given } = fields
  const personId = id(7000 + rank)
  return {
    personId,
    familyName: `Exemple-${rank}`,
    givenName: 'Camille',
    civility: '',
    jobTitle: 'chargée de mission',
    organisation: `Organisme d’exemple ${rank % 7}`,
    acronym: '',
    college: rank % 2 === 0 ? 'Associations d’exemple' : 'Services d’exemple',
    email: 'camille@exemple.invalid',
    role: 'titulaire',
    items: [],
    beforeMove: false,
    isReached: true,
    ...given,
    reply:
      answer === undefined
        ? null
        : {
            id: personId,
            version: 1,
            meetingId: file.meeting.id,
            personId,
            answer,
            representedBy: by ?? '',
            comment: '',
            answeredAt: '2026-11-01T08:00:00.000Z',
          },
  }
}
const item = { itemId: id(9), number: '3', title: 'Annuaire', startsAt: '15:10' }
const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')

describe('the sign-in sheet', () => {
  it('lists by college whoever may sign, and says who is away', () => {
    const model = signInSheetModel(file, [
      person(0, { answer: 'remote' }),
      person(2, { answer: 'represented', by: 'Paul Exemple' }),
      person(1, { answer: 'excused' }),
      person(3, { role: 'suppleant', organisation: 'Organisme d’exemple 1' }),
      person(4, { role: 'suppleant', organisation: 'Organisme d’exemple 0' }),
      person(5, { role: 'guest', items: [item] }),
      person(6, { role: 'guest', answer: 'excused' }),
      person(8, { college: '' }),
    ])
    expect(
      model.colleges.map(({ name, rows }) => [name, rows.map((row) => [row.name, row.note, row.mark])]),
    ).toEqual([
      [
        'Présidence et secrétariat de séance',
        [
          ['Claire Vasseur', '', ''],
          ['Mathieu Orsel', '', ''],
        ],
      ],
      [
        'Associations d’exemple',
        [
          ['Camille Exemple-0', '', 'À distance'],
          ['Camille Exemple-2', 'Représentation par Paul Exemple', ''],
        ],
      ],
      [
        'Services d’exemple',
        [
          ['Camille Exemple-1', '', 'Absence excusée'],
          // The titulaire of their organisation is excused: they may come.
          ['Camille Exemple-3', 'Suppléance', ''],
        ],
      ],
      ['Autres membres', [['Camille Exemple-8', '', '']]],
      ['Invités et présentateurs', [['Camille Exemple-5', '', '']]],
    ])
    expect(model.proxies).toEqual(['Camille Exemple-2, par Paul Exemple'])
    expect(model.blankLines).toBeGreaterThanOrEqual(4)
  })

  it('has chair and secretary sign first and once, unless they do not come', () => {
    const groups = (chair: string, secretary: string, ...asked: AskedPerson[]) =>
      signInSheetModel({ ...file, meeting: { ...file.meeting, chair, secretary } }, asked).colleges.map(
        ({ name, rows }) => [name, ...rows.map((row) => `${row.name}, ${row.job}`)],
      )
    const member = person(0, { givenName: 'Claire', familyName: 'Vasseur', jobTitle: 'directrice' })
    expect(groups('Mme Claire Vasseur, présidente', '', member)).toEqual([
      ['Présidence et secrétariat de séance', 'Claire Vasseur, Présidence, directrice'],
    ])
    expect(groups('Odile Exemple', 'Claire Vasseur', member)).toEqual([
      [
        'Présidence et secrétariat de séance',
        'Odile Exemple, Présidence',
        'Claire Vasseur, Secrétariat, directrice',
      ],
    ])
    const [[place] = []] = groups('Claire Vasseur', '', person(0, { ...member, answer: 'excused' }))
    expect(place).toBe('Associations d’exemple')
    expect(groups('Claire Vasseur, présidente', 'Mme Claire Vasseur')).toEqual([
      ['Présidence et secrétariat de séance', 'Claire Vasseur, présidente, Présidence, Secrétariat'],
    ])
    const away = person(0, { givenName: 'Claire', familyName: 'Vasseur', role: 'guest', answer: 'excused' })
    expect(groups('Claire Vasseur', '', away)).toEqual([])
    expect(groups('', '')).toEqual([])
  })

  it('begins no group at the foot of a page, and names it again where it goes on', async () => {
    const names = ['Associations d’exemple', 'Services d’exemple', 'Opérateurs d’exemple']
    const groups = [...names, 'Présidence et secrétariat de séance', 'Autres personnes présentes']
    let continued = 0
    for (let first = 4; first < 16; first += 1) {
      const counts = [first, 13, 5]
      const asked = names.flatMap((college, at) =>
        Array.from({ length: counts[at] ?? 0 }, (_, rank) => person(at * 40 + rank, { college })),
      )
      for (const page of await drawnPieces((await renderPdf(signInSheetModel(file, asked))).bytes)) {
        const lines = page
          .toSorted((a, b) => b.y - a.y)
          .map(({ text }) => text.trim())
          .filter((text) => /^(?:Nom$|Camille)/.test(text) || groups.includes(text.replace(' (suite)', '')))
        continued += lines.filter((text) => text.endsWith(' (suite)')).length
        for (const [at, text] of lines.entries()) {
          // No table without the name of its group, and no name without two who sign.
          if (text === 'Nom') expect(groups).toContain(lines[at - 1]?.replace(' (suite)', ''))
          if (names.includes(text))
            expect(lines.slice(at + 1, at + 4).map((line) => line.slice(0, 3))).toEqual(['Nom', 'Cam', 'Cam'])
        }
      }
    }
    expect(continued).toBeGreaterThan(5)
  })

  it('leaves at least 11 mm to sign, repeats its head and numbers its pages', async () => {
    const asked = Array.from({ length: 60 }, (_, rank) =>
      person(rank, { college: 'Associations d’exemple', jobTitle: '' }),
    )
    const { bytes, pageCount } = await renderPdf(signInSheetModel(file, asked))
    const pages = await drawnPieces(bytes)
    for (const [index, page] of pages.slice(0, -1).entries()) {
      expect(page.map(({ text }) => text)).toContain('Signature')
      const all = page
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
      expect(all).toContain(`Page ${index + 1} sur ${pageCount}`)
      const feet = page.filter(({ text }) => /^Camille/.test(text)).map(({ y }) => y)
      expect(feet.length).toBeGreaterThan(5)
      for (let row = 1; row < feet.length; row += 1)
        expect(((feet[row - 1] ?? 0) - (feet[row] ?? 0)) / POINTS_PER_MM).toBeGreaterThanOrEqual(11)
    }
  })
})

describe('the name cards', () => {
  it('are made for the chair and whoever said to come, one page each, the name read once', async () => {
    const model = nameCardsModel(file, [
      person(0, { answer: 'onSite' }),
      person(1, { answer: 'remote' }),
      person(2),
      person(3, { answer: 'onSite', role: 'guest', items: [item] }),
    ])
    expect(model.cards).toMatchObject([
      { given: 'Claire', family: 'Vasseur', organisation: 'Présidence' },
      { family: 'Exemple-0' },
      { family: 'Exemple-3' },
    ])
    const { bytes, pageCount } = await renderPdf(model)
    expect(pageCount).toBe(3)
    expect(bare((await structuredText(bytes))[1] ?? '')).toBe(bare('Camille Exemple-0 Organisme d’exemple 0'))
    // Drawn twice, once for each face.
    const faces = (await drawnPieces(bytes))[1]?.filter(({ text }) => text.includes('Camille')) ?? []
    expect(faces).toHaveLength(2)
    for (const { size } of faces) expect(size).toBeGreaterThanOrEqual(60)
  })

  it('are those of the list for the reception, of whoever stands in for somebody too', () => {
    const asked = [
      person(1, { answer: 'represented', by: 'Paul de Montfort-Exemple' }),
      person(2, { givenName: 'Claire', familyName: 'Vasseur', answer: 'onSite' }),
      // A member who comes for themselves has one card, as the chair has.
      person(3, { answer: 'represented', by: 'claire vasseur' }),
    ]
    expect(nameCardsModel(file, asked).cards).toEqual([
      { given: 'Paul', family: 'de Montfort-Exemple', organisation: 'Organisme d’exemple 1' },
      { given: 'Claire', family: 'Vasseur', organisation: 'Organisme d’exemple 2' },
    ])
    expect(welcomeListModel(file, asked).rows.map(({ name }) => name)).toEqual([
      'de Montfort-Exemple Paul',
      'Vasseur Claire',
    ])
  })

  it('have one of the chair, however the chair is written, and none where the chair does not come', () => {
    const called = (chair: string, ...asked: AskedPerson[]) =>
      nameCardsModel({ ...file, meeting: { ...file.meeting, chair } }, asked).cards.map(
        ({ given, family }) => `${given} ${family}`,
      )
    const other = person(0, { answer: 'onSite' })
    const chair = (answer: ReplyAnswer) =>
      person(1, { givenName: 'Claire', familyName: 'Vasseur', answer, by: 'Paul Exemple' })
    for (const written of ['Claire Vasseur', 'Mme Claire Vasseur', 'Claire Vasseur, présidente']) {
      expect(called(written, other, chair('onSite'))).toEqual(['Camille Exemple-0', 'Claire Vasseur'])
      expect(called(written, other, chair('excused'))).toEqual(['Camille Exemple-0'])
      expect(called(written, other, chair('remote'))).toEqual(['Camille Exemple-0'])
      expect(called(written, other, chair('represented'))).toEqual(['Camille Exemple-0', 'Paul Exemple'])
    }
    expect(called('Claire Vasseur, présidente', other)).toEqual(['Claire Vasseur', 'Camille Exemple-0'])
    expect(called('Claire Vasseur, présidente', person(0))).toEqual(['Claire Vasseur'])
  })

  it('keep a long name large, cut only where it may be', async () => {
    const { bytes } = await renderPdf(
      nameCardsModel(file, [
        person(1, {
          answer: 'onSite',
          givenName: 'Anne-Charlotte Marie-Bénédicte',
          familyName: 'de La Démonstration-Imaginaire d’Exemple',
          organisation:
            'Direction générale de l’exemple, sous-direction des échanges, bureau des passerelles',
        }),
        person(2, {
          answer: 'onSite',
          givenName: 'Éva',
          familyName: 'Exempledémonstrationimaginaireinventée',
        }),
        person(3, { answer: 'onSite', givenName: '', familyName: 'Exemple' }),
      ]),
    )
    const [, long = [], whole = [], short = []] = await drawnPieces(bytes)
    const names = (page: typeof long) => page.filter(({ size }) => size > 30).map(({ text }) => text.trim())
    expect(names(long).slice(-3)).toEqual([
      'Anne-Charlotte Marie-Bénédicte',
      'de La Démonstration-',
      'Imaginaire d’Exemple',
    ])
    expect(names(whole)).toContain('Exempledémonstrationimaginaireinventée')
    expect(names(short)).toEqual(['Exemple', 'Exemple'])
  })
})

describe('the list for the reception', () => {
  it('is in alphabetical order, with the hour of guests and whoever stands in for somebody', () => {
    const model = welcomeListModel(file, [
      person(1, { familyName: 'Zélie-Exemple', answer: 'onSite' }),
      person(2, { familyName: 'Éluard-Exemple' }),
      person(3, { familyName: 'de La Forge-Exemple', answer: 'represented', by: 'Paul de Montfort-Exemple' }),
      person(4, { familyName: 'Abel-Exemple', answer: 'remote' }),
      person(5, {
        familyName: 'd’Orsel-Exemple',
        role: 'guest',
        items: [item, { ...item, number: '', startsAt: null }],
      }),
      // The one who stands in is a member who comes: once is enough.
      person(6, { familyName: 'Bardin-Exemple', answer: 'represented', by: 'camille zelie-exemple' }),
    ])
    expect(model.rows.map(({ name, detail }) => [name, detail.replaceAll('\u00a0', ' ')])).toEqual([
      ['Éluard-Exemple Camille', 'Réponse non reçue'],
      ['de Montfort-Exemple Paul', 'Pour Camille de La Forge-Exemple'],
      ['d’Orsel-Exemple Camille', 'Point 3 à 15 h 10, Un point'],
      ['Zélie-Exemple Camille', 'Sur place'],
    ])
    expect(model.facts.at(-1)?.value.replaceAll('\u00a0', ' ')).toBe('4 personnes, dont 1 pour un point')
    expect(model.head.mention).toBe('Usage interne')
  })
})

describe('every paper of the room', () => {
  const answers: readonly (ReplyAnswer | undefined)[] = [
    'onSite',
    'remote',
    undefined,
    'excused',
    'represented',
  ]
  const sets = [0, 1, 40, 120].map((count) =>
    Array.from({ length: count }, (_, rank) => {
      const answer = count === 1 ? 'onSite' : answers[rank % 5]
      return person(rank, {
        role: rank % 9 === 8 ? 'guest' : rank % 4 === 3 ? 'suppleant' : 'titulaire',
        ...(answer === undefined ? {} : { answer, by: 'Paul Exemple' }),
      })
    }),
  )

  it.each(
    sets.flatMap((asked) =>
      (Object.keys(papers) as (keyof typeof papers)[]).map((make) => [make, asked.length, asked] as const),
    ),
  )(
    '%s is sound for %i people, marked as sample, and keeps the addresses to itself',
    async (make, _, asked) => {
      const model = made(make, asked)
      const { bytes } = await renderPdf(model)
      expect(await pdfFaults(bytes, model.kind)).toEqual([])
      const pages = await drawnPieces(bytes)
      for (const page of pages) expect(page.map(({ text }) => text).join('')).toContain('Données d’exemple')
      expect(JSON.stringify(model)).not.toContain('@')
    },
  )

  it('says nothing but a sentence when nobody is asked', async () => {
    for (const make of Object.keys(papers) as (keyof typeof papers)[]) {
      const model = made(make, [])
      expect('empty' in model && model.empty).toMatch(/^Personne /)
      const [first = ''] = await structuredText((await renderPdf(model)).bytes)
      expect(bare(first)).toContain(bare('empty' in model ? model.empty : ''))
    }
  })

  it('holds any name', async () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(name, name, name, async (givenName, familyName, organisation) => {
        const asked = [
          person(1, { givenName, familyName: familyName || 'Exemple', organisation, answer: 'onSite' }),
        ]
        for (const make of Object.keys(papers) as (keyof typeof papers)[])
          expect(await pdfFaults((await renderPdf(made(make, asked))).bytes, made(make, asked).kind)).toEqual(
            [],
          )
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})
