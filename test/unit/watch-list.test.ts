import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchListSheet } from '../../electron/documents/spreadsheet/watch-list.ts'
import { writeSpreadsheet } from '../../electron/documents/spreadsheet/write.ts'
import { listChange, ReadList, type WholeText } from '../../electron/domain/watch/list.ts'
import { Authority, LinkKind, Opinion } from '../../electron/domain/watch/text-life.ts'
import {
  blankText,
  InForceRule,
  WatchFollowUp,
  WatchNature,
  WatchStatus,
} from '../../electron/domain/watch/watch.ts'
import { readList } from '../../electron/imports/watch-list/read-list.ts'

const folder = new URL('../fixtures/watch-list/', import.meta.url)
const expected: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
)
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))

describe('tables of followed texts', () => {
  it.each(Object.keys(expected))('understands %s', (fileName) => {
    const read = readList({ fileName, bytes: bytesOf(fileName) })
    expect(ReadList.parse(read)).toEqual(read)
    expect(read).toEqual(expected[fileName])
  })

  it('knows a text again by its title, whatever its spaces and signs', () => {
    const rows = [
      'Titre;Nature',
      'Décret relatif à l’eau potable;Décret',
      "Décret relatif  à l'eau potable ;Décret",
    ]
    const { refused, texts } = readList({
      fileName: 'veille.csv',
      bytes: new TextEncoder().encode(rows.join('\n')),
    })
    expect(texts).toHaveLength(1)
    expect(refused).toMatchObject([{ line: 3, why: 'twice', other: 2 }])
  })
})

/** Words as people type them, those that a spreadsheet would work out among them; without white space around. */
const words = (longest: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: longest }),
      fc.string({ unit: fc.constantFrom(...'=+-@\'"|\\;,\n\t nà7'), maxLength: longest }),
      fc.constantFrom("'=1", "''", "'", '=1', '\\n', '| |', '31/12/2099', 'à fixer', 'Abrogé'),
    )
    // Signs that cannot be seen are left out wherever text files are read, and control signs wherever files are written.
    .map((text) =>
      text
        .replace(/[\u00ad\u200b\u2060\ufeff]|[^\P{C}\n\t\u200c\u200d]/gu, '')
        .slice(0, longest)
        .trim(),
    )
    .filter((text) => text.isWellFormed())
const line = words(120)
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2222-02-21'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const mayBe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const oneOf = <T extends string>(values: readonly T[]) => fc.constantFrom(...values)
const id = fc.uuid({ version: 7 })

const wholeText: fc.Arbitrary<WholeText> = fc.record({
  item: fc.record({
    id,
    version: fc.constant(1),
    title: line.filter((text) => text !== ''),
    nature: oneOf(WatchNature.options),
    number: words(60),
    nor: fc.constantFrom('', 'ZZZA9900012D', 'ZZZB9900021A'),
    ministry: line,
    status: oneOf(WatchStatus.options),
    followUp: oneOf(WatchFollowUp.options),
    publishedOn: mayBe(day),
    inForceOn: mayBe(day),
    appliesOn: mayBe(day),
    audience: line,
    consequences: words(400),
    sourceUrl: fc.constantFrom('', 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000099000012'),
    jorfText: fc.constantFrom('', 'JORFTEXT000099000013'),
    eli: fc.constantFrom('', 'https://www.legifrance.gouv.fr/eli/decret/2099/3/3/ZZZA9900012D/jo/texte'),
    celex: fc.constantFrom('', '32099R0012'),
    signedOn: mayBe(day),
    joNumber: fc.constantFrom('', '0054'),
    joTextNumber: mayBe(fc.integer({ min: 1, max: 999 })),
    shortTitle: line,
    draftTitle: line,
    theme: line,
    announcedOn: mayBe(day),
    draftedOn: mayBe(day),
    repealedOn: mayBe(day),
    inForceRule: oneOf(InForceRule.options),
    purpose: words(400),
    inForceWords: line,
    notice: line,
    legalReferences: line,
    checkedOn: mayBe(day),
  }),
  deadlines: fc.array(fc.record({ date: mayBe(day), audience: line, threshold: line, label: line }), {
    maxLength: 4,
  }),
  consultations: fc.array(
    fc.record({
      authority: oneOf(Authority.options),
      name: line,
      askedOn: mayBe(day),
      answeredOn: mayBe(day),
      opinion: oneOf(Opinion.options),
      reference: line,
    }),
    { maxLength: 3 },
  ),
  links: fc.array(
    fc
      .record({ kind: oneOf(LinkKind.options), citation: line, targetId: mayBe(id) })
      .filter(({ citation, targetId }) => citation !== '' || targetId !== null),
    { maxLength: 3 },
  ),
})

describe('what is written', () => {
  it.each(['csv', 'xlsx'] as const)('is read back as it was: %s', (format) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(wholeText, { minLength: 1, maxLength: 4, selector: ({ item }) => item.id }),
        (texts) => {
          const bytes = writeSpreadsheet([watchListSheet(texts)], format)
          const read = readList({ fileName: `veille.${format}`, bytes })
          expect(read.refused).toEqual([])
          expect(read.unknownColumns).toEqual([])
          for (const [rank, { item, ...details }] of texts.entries()) {
            const {
              id,
              fields,
              line: _,
              warnings: __,
              ...said
            } = read.texts[rank] ?? { id: null, fields: {}, line: 0, warnings: [] }
            expect({ ...blankText, nature: '', ...fields, id, version: 1 }).toEqual({
              ...item,
              followUp: item.followUp,
            })
            expect(said).toEqual(details)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('changes nothing of the text that it was written of', () => {
    fc.assert(
      fc.property(wholeText, (whole) => {
        const bytes = writeSpreadsheet([watchListSheet([whole])], 'csv')
        const [text] = readList({ fileName: 'veille.csv', bytes }).texts
        expect(text === undefined ? null : listChange(text, whole)).toEqual({
          patch: {},
          moved: [],
          answered: [],
          deadlines: [],
          consultations: [],
          links: [],
        })
      }),
      { numRuns: 60 },
    )
  })
})
