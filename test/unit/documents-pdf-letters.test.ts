import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { printable } from '../../electron/documents/pdf/printable.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { coverageIn, resourcesFolder } from '../../electron/documents/pdf/resources.ts'
import { glyphCodes } from '../documents-check/glyph-codes.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { bullets, emptyFile, item, paragraph, rich, section, table, text } from './documents-builders.ts'

const covered = coverageIn(resourcesFolder())
const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')
const say = (words: string) =>
  renderPdf(
    minutesModel({
      ...emptyFile(),
      items: [item(1, { title: words })],
      sections: [
        section(1, {
          exchanges: rich(
            paragraph(words, text(words, 'bold'), text(words, 'italic'), text(words, 'bold', 'italic')),
            bullets(words),
            table([words, 'Nom'], ['Un', words]),
          ),
        }),
      ],
    }),
  )

describe('letters of other alphabets', () => {
  it.each([
    ['Greek', 'Ελληνική Δημοκρατία, ᾠδή'],
    ['Cyrillic', 'Українська мова, Москва'],
    ['other Latin', 'Łódź, Straße, Đorđe, İstanbul, ſ'],
  ])('%s are drawn in every face and read back as they are', async (_, words) => {
    const { bytes, undrawn } = await say(words)
    expect(undrawn).toEqual([])
    const read = bare((await structuredText(bytes)).join(''))
    expect(read.split(bare(words))).toHaveLength(1 + 1 + 1 + 4 + 1 + 2)
    expect(await glyphCodes(bytes)).not.toContain(0)
    expect(await pdfFaults(bytes)).toEqual([])
  })

  it.each([
    // A glyph that joins two letters is read back by each reader in its own order: none in these words.
    ['Arabic', 'جلسة تجريبية', ['جلسة', 'تجريبية']],
    ['Persian', 'گفتگو پیش', ['گفتگو', 'پیش']],
    ['Hebrew', 'פרוטוקול ישיבה', ['פרוטוקול', 'ישיבה']],
  ])('%s words are drawn from right to left, and each is read back as it is', async (_, words, each) => {
    const { bytes, undrawn } = await say(`Point « ${words} » 12`)
    expect(undrawn).toEqual([])
    const read = bare((await structuredText(bytes)).join(''))
    // A line is written as it is seen: the word that is read first stands at the right.
    expect(read.indexOf(each[1] ?? '')).toBeLessThan(read.indexOf(each[0] ?? ''))
    for (const word of each) expect(read.split(word).length).toBeGreaterThan(8)
    expect(await glyphCodes(bytes)).not.toContain(0)
    expect(await pdfFaults(bytes)).toEqual([])
  })
})

describe('signs that no font has', () => {
  it('are shown by □ each time, and said with how often', async () => {
    const model = minutesModel({
      ...emptyFile(),
      items: [item(1, { title: 'Bilan 😀 日 日 👩‍👩‍👧 \ud800 fin' })],
    })
    const { bytes, undrawn } = await renderPdf(model)
    // The title stands in the agenda and above its section.
    expect(undrawn).toEqual([
      '😀\u00a0×\u00a02',
      '日\u00a0×\u00a04',
      '👩‍👩‍👧\u00a0×\u00a02',
      '\ufffd\u00a0×\u00a02',
    ])
    const read = bare((await structuredText(bytes)).join(''))
    expect(read.split('Bilan□□□□□fin')).toHaveLength(3)
    expect(await glyphCodes(bytes)).not.toContain(0)
    expect(await pdfFaults(bytes)).toEqual([])
  })

  it('leave no empty box of a font, for any sign of any alphabet', async () => {
    const sign = fc.oneof(
      fc.integer({ min: 0x20, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x10000, max: 0x1ffff }).map((code) => String.fromCodePoint(code)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 60 }), async (signs) => {
        const { bytes } = await say(`a ${signs.join(' ')} b`)
        expect(await glyphCodes(bytes)).not.toContain(0)
        expect(await pdfFaults(bytes)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('are counted once where metadata repeat the page, and never looked for in addresses', () => {
    const { value, undrawn } = printable(
      { title: '日', metadata: { title: '日' }, href: 'https://exemple.invalid/日' },
      covered,
    )
    expect(value).toEqual({ title: '□', metadata: { title: '□' }, href: 'https://exemple.invalid/日' })
    expect(undrawn).toEqual([{ sign: '日', count: 1 }])
  })

  it('leave a word of capitals whole: only a title may cut it', () => {
    const words = ['L’INTERCOMMUNALISATION EXCEPTIONNELLE', 'W'.repeat(30)]
    expect(printable(words, covered).value).toEqual(words)
  })

  it('are told from those that are not drawn at all: controls, and marks that would turn a line round', () => {
    const { value, undrawn } = printable(['a\u0007b', 'x\u202ey\u2066z\u200e'], covered)
    expect(value).toEqual(['ab', 'xyz'])
    expect(undrawn).toEqual([])
  })
})
