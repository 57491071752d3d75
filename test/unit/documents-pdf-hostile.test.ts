import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaChangesModel } from '../../electron/documents/agenda/changes-model.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { DocumentModel } from '../../electron/documents/model.ts'
import { printable } from '../../electron/documents/pdf/printable.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { coverageIn, resourcesFolder } from '../../electron/documents/pdf/resources.ts'
import { nameCardsModel } from '../../electron/documents/room/name-cards.ts'
import { signInSheetModel } from '../../electron/documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../electron/documents/room/welcome-list.ts'
import type { Attendee } from '../../electron/domain/attendance/attendance.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'
import { measured } from '../campaigns/overprint.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import {
  attendee,
  bullets,
  decision,
  emptyFile,
  item,
  paragraph,
  rich,
  section,
  table,
  text,
} from './documents-builders.ts'
import { longMeeting, prose } from './documents-samples.ts'

const covered = coverageIn(resourcesFolder())
const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')
const attacks = [
  '#panic("injected") #eval("1") #read("/document.json")',
  ']#let x = 1[ *b* _i_ `code` ``` $x^2$ <label> @ref \\u{41} \\ // /* */',
  '<script>alert(1)</script> &amp; &#65; ]]> <!-- <pdfuaid:part>9</pdfuaid:part>',
  '</rdf:Bag></pdfaExtension:schemas> xmlns:pdfaid= <pdfaid:part>1',
  '%PDF-1.4 endstream endobj (a) \\(b\\) <</S /JavaScript>> {{x}} $y %s',
  'a\u0000b\u0007c\u001bd\u0085e \ud800 \udfff f 😀 👩‍👩‍👧 \u202etxt.exe\u202c \u2066x\u2069 \ufeff \ufffe \ufff9',
  "' OR 1=1 -- ; DROP TABLE items; = + - 1. / term: = == === ~ -- --- ...",
]

/** Words that programs read: everything else in a model is printed, or stands in the metadata. */
const codes = new Set(['kind', 'type', 'href', 'sha256', 'mediaType', 'role', 'dataFile', 'stance', 'mark'])

/** Words that the application makes, never longer than their place. */
const made = new Set([
  'number',
  'columns',
  'time',
  'duration',
  'count',
  'item',
  'due',
  'label',
  'subjectLabel',
  'page',
  'pageOf',
])

/** The model with an attack after each of its words, a different one each time. */
function attacked<T>(value: T, spared?: ReadonlySet<string>): T
function attacked(value: unknown, spared: ReadonlySet<string> = new Set()): unknown {
  let turn = 0
  const visit = (one: unknown, key = ''): unknown => {
    // Facts for readers of the file, beside their printed words.
    if (key === 'carries') return one
    if (typeof one === 'string') {
      // A decision has a dash for its owner, which is printed in other formats only.
      const isCode =
        codes.has(key) ||
        spared.has(key) ||
        /^#[0-9a-f]{6}$/.test(one) ||
        one === '' ||
        one === '–' ||
        one === '–'
      return isCode ? one : `${one} ${attacks[turn++ % attacks.length]}`
    }
    if (Array.isArray(one)) return one.map((each) => visit(each, key))
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, visit(each, name)]))
  }
  return visit(value)
}

const file = longMeeting()
const short: FileToPrint = { ...file, items: file.items.slice(0, 5), decisions: file.decisions.slice(0, 2) }
const models: Readonly<Record<string, DocumentModel>> = {
  minutes: minutesModel(short),
  agenda: agendaModel(short),
  convocation: convocationModel(short, { date: '2026-10-20', replyBy: null }),
  agendaChanges: agendaChangesModel(short, null),
  signInSheet: signInSheetModel(short, []),
  nameCards: {
    ...nameCardsModel(short, []),
    ...{ emptyHeading: '', empty: '' },
    cards: Array.from({ length: 3 }, () => ({
      given: 'Camille',
      family: 'Exemple',
      organisation: 'Organisme',
    })),
  },
  welcomeList: welcomeListModel(short, []),
}

const fourHundred = (change: Partial<Attendee>) =>
  Array.from({ length: 400 }, (_, n) =>
    attendee(n, {
      familyName: `Nom-${n}`,
      organisation: `Organisme ${n % 30}`,
      college: 'Services',
      ...(n % 4 === 0 ? change : {}),
    }),
  )

describe('markup in every word', () => {
  it.each(Object.entries(models))('of the %s is printed as it is, in its place', async (_, sound) => {
    const model = DocumentModel.parse(attacked(sound))
    const { bytes, undrawn } = await renderPdf(model)
    // Numbers, heads of columns and feet of pages are attacked as well, whose places are made for a few signs.
    const faults = (await checkPdf(bytes, model)).filter(
      ({ code }) => !['overprinted', 'outside-cell', 'outside-margins'].includes(code),
    )
    expect(faults).toEqual([])
    const typed = DocumentModel.parse(attacked(sound, made))
    expect(await checkPdf((await renderPdf(typed)).bytes, typed)).toEqual([])
    expect(undrawn.join(' ')).toMatch(/😀/)
    const read = bare((await structuredText(bytes)).join(''))
    for (const attack of attacks) {
      const expected = bare(printable(attack, covered).value)
      expect(read, attack).toContain(expected)
    }
  })
})

describe('huge texts', () => {
  const render = (fields: Partial<FileToPrint>) => minutesModel({ ...emptyFile(), ...fields })
  const nested = (depth: number): RichBlock[] =>
    depth === 0
      ? [paragraph('Au plus profond')]
      : [bullets([paragraph(`Niveau ${depth}`), ...nested(depth - 1)], 'voisin')]
  const address = `https://exemple.invalid/${'chemin/'.repeat(40)}?a=${'x'.repeat(300)}`
  const cases: readonly (readonly [string, () => DocumentModel, number])[] = [
    [
      'an item of forty pages',
      () =>
        render({
          items: [item(1)],
          sections: [
            section(1, { exchanges: rich(...Array.from({ length: 150 }, (_, n) => paragraph(prose(n, 7)))) }),
          ],
        }),
      40,
    ],
    ['four hundred attendees', () => render({ attendees: fourHundred({}) }), 2],
    [
      'four hundred attendees, some of whom left before the end',
      () => render({ attendees: fourHundred({ leftAt: '15:30' }) }),
      9,
    ],
    [
      'a table of two hundred rows whose cells are long',
      () =>
        render({
          items: [item(1)],
          sections: [
            section(1, {
              exchanges: rich(
                table(
                  ['Nom', 'Texte', 'Suite'],
                  ...Array.from({ length: 200 }, (_, n) => [
                    `N ${n}`,
                    prose(n, 2),
                    prose(n + 1, n === 50 ? 60 : 1),
                  ]),
                ),
              ),
            }),
          ],
        }),
      25,
    ],
    [
      'a title of 600 characters, lists in lists, marks inside words, long addresses',
      () =>
        render({
          meeting: { ...emptyFile().meeting, title: 'Titre de séance '.repeat(38) },
          items: [
            item(1, { title: 'Un titre qui n’en finit pas '.repeat(22).slice(0, 600) }),
            item(2, { title: 'x'.repeat(600) }),
          ],
          decisions: [decision(1, 1, `Voir ${address}`)],
          sections: [
            section(1, {
              exchanges: rich(
                ...nested(4),
                paragraph(
                  'in',
                  text('té', 'bold'),
                  text('rieu', 'italic'),
                  text('re', 'bold', 'italic'),
                  'ment',
                ),
                paragraph({
                  type: 'text',
                  text: address,
                  marks: [{ type: 'link', attrs: { href: address } }],
                }),
              ),
            }),
          ],
        }),
      2,
    ],
  ]
  it.each(cases)(
    '%s',
    async (_, make, fewest) => {
      const model = make()
      const { bytes, pageCount, undrawn } = await renderPdf(model)
      expect(await checkPdf(bytes, model)).toEqual([])
      expect(pageCount).toBeGreaterThanOrEqual(fewest)
      expect(undrawn).toEqual([])
      expect(bare((await structuredText(bytes)).join('')).includes('Auplusprofond')).toBe(_.includes('lists'))
    },
    60_000,
  )
})

describe('a table as people paste it', () => {
  const minutesOf = (...tables: RichBlock[]) =>
    minutesModel({
      ...emptyFile(),
      items: [item(1)],
      sections: [section(1, { exchanges: rich(...tables) })],
    })
  const words = fc.constantFrom(
    'Intercommunalités',
    'Dématérialisation',
    'expérimentation',
    'anticonstitutionnellement',
    'AMÉNAGEMENT',
    'prenom.nom-compose@tres-longue-collectivite.exemple.invalid',
    'https://exemple.invalid/une/adresse/qui/ne/finit/pas?et=la&suite=aussi',
    '12 345 678,90',
    'oui',
    'et',
    'à l’échéance',
    '',
  )
  const cell = fc.array(words, { maxLength: 5 }).map((some) => some.join(' '))
  const grids = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 12 }))
    .chain(([columns, rows]) => {
      const row = fc.array(cell, { minLength: columns, maxLength: columns })
      // Now and then taller than a page.
      const title = fc.array(words, { maxLength: 60, size: 'max' }).map((some) => some.join(' '))
      const head = fc.array(fc.oneof({ weight: 12, arbitrary: cell }, { weight: 1, arbitrary: title }), {
        minLength: columns,
        maxLength: columns,
      })
      const body = fc.array(row, { minLength: rows, maxLength: rows })
      return fc.tuple(head, body).map(([first, others]) => [first, ...others])
    })

  it('is printed word beside word, whatever its heads and columns hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(grids, { minLength: 1, maxLength: 4 }), async (all) => {
        const tables = all.map(([head = [], ...rows]) => table(head, ...rows))
        const model = minutesOf(...tables)
        const { bytes } = await renderPdf(model)
        expect(await checkPdf(bytes, model)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    [2, 4_000],
    [7, 600],
    [14, 300],
    [14, 1_000],
  ])('of %i columns is printed word beside word under a head of %i signs', async (columns, signs) => {
    const long = 'AMÉNAGEMENT Intercommunalités https://exemple.invalid/une/adresse?et=la '.repeat(60)
    const head = Array.from({ length: columns }, (_, x) => long.slice(0, x === 1 ? signs : 60))
    const row = head.map(() => 'anticonstitutionnellement')
    const model = minutesOf(table(head, row, row))
    expect(await checkPdf((await renderPdf(model)).bytes, model)).toEqual([])
  })

  const heads = [
    'Intercommunalités',
    'Dématérialisation',
    'Expérimentation',
    'Population',
    'Échéance',
    'Montant',
    'Observations',
    'Interlocuteur',
    'Téléprocédure',
    'Cofinancement',
    'Région',
    'Immatriculation',
    'Adresse électronique',
    'Avancement',
  ]
  const line = [
    'Communauté de communes du Val d’Exemple',
    'Oui',
    'En cours d’expérimentation',
    '1234567,50',
    '31/12/2026',
    '7654321,25',
    'Sous réserve de l’avis du comité',
    'Mme Aubépin',
    'https://demarches.exemple.invalid/teleprocedure',
    '50',
    'Bourgogne-Franche-Comté',
    '12345678900012',
    'contact.numerique@collectivite-exemple.invalid',
    'ZZZX1234567D',
  ]

  it.each([6, 8, 10, 12, 14])('of %i columns cuts no figure, and has room between two', async (columns) => {
    const own = line.slice(0, columns)
    const { bytes } = await renderPdf(minutesOf(table(heads.slice(0, columns), own, own, own)))
    const { boxes } = await measured(bytes)
    const figures = own.filter((words) => /^[^\p{Ll}]*\d[^\p{Ll}]*$/u.test(words))
    for (const figure of figures) expect(boxes.filter(({ words }) => words === figure)).toHaveLength(3)
    const [amount, due] = [line[3], line[4]].map((words) => boxes.filter((box) => box.words === words))
    for (const [at, { right }] of (amount ?? []).entries())
      expect((due?.[at]?.left ?? 0) - right).toBeGreaterThan(5.5)
    // Nor a word, as long as a column can be wide enough.
    for (const head of heads.slice(0, columns).filter((words) => !words.includes(' ')))
      expect(boxes.some(({ words }) => words === head)).toBe(true)
  })

  it('gives the room that short columns do not need to those whose texts have many lines', async () => {
    const text = 'Il est rappelé que les données ne peuvent être conservées au-delà de cinq ans.'
    const row = ['Commune de Saint-Martin-sur-Exemple', '1 274', 'T1 2027', text]
    const head = ['Collectivité', 'Population', 'Calendrier', 'Observations']
    const { boxes } = await measured((await renderPdf(minutesOf(table(head, row, row)))).bytes)
    const at = (name: string) => boxes.find(({ words }) => words === name)
    expect((at('Observations')?.left ?? 0) - (at('Calendrier')?.right ?? 0)).toBeLessThan(12)
  })

  it('lies alone: the words before and after it stand on upright pages, a heading right above it goes along', async () => {
    const row = Array.from({ length: 10 }, () => 'Intercommunalités')
    const around = async (...before: readonly RichBlock[]) => {
      const model = minutesOf(...before, table(row, row, row), paragraph('Après.'))
      const { bytes } = await renderPdf(model)
      expect(await checkPdf(bytes, model)).toEqual([])
      const pages = (await drawnPages(bytes)).map(({ text }) => text)
      const lying = pages.find((text) => text.includes('Intercommunalités')) ?? ''
      return ['Point 1', 'Avant.', 'Après.'].filter((words) => lying.includes(words))
    }
    expect(await around(paragraph('Avant.'))).toEqual([])
    expect(await around()).toEqual(['Point 1'])
  })

  it('lies across its page when it has many columns, and stands when it has few', async () => {
    const made = async (columns: number, word: string, rows: number) => {
      const row = Array.from({ length: columns }, () => word)
      return renderPdf(minutesOf(table(row, ...Array.from({ length: rows - 1 }, () => row))))
    }
    const isFlat = async (columns: number, word = 'Intercommunalités', rows = 3) =>
      (await PDFDocument.load((await made(columns, word, rows)).bytes, { updateMetadata: false }))
        .getPages()
        .some((page) => page.getWidth() > page.getHeight())
    expect([await isFlat(4), await isFlat(7), await isFlat(10)]).toEqual([false, false, true])
    // A page of its own would be nearly empty, and so would the one before it.
    expect([await isFlat(14, 'Intitulé', 4), await isFlat(14, 'Intitulé', 30)]).toEqual([false, true])
  })
})
