import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { ReadFile } from '../../electron/domain/agenda/draft.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { corpusFiles } from '../fixtures/corpus/files.ts'
import { fixtures } from '../fixtures/imports/expected.ts'
import { growth } from '../growth.ts'

const CODES = [
  'file-empty',
  'file-damaged',
  'file-format-unknown',
  'file-format-rich-text',
  'file-format-old-word',
  'file-protected',
  'file-inflates',
  'file-scanned',
]

/** Reads; true when it gave a well-formed draft, false when it was refused by a known code. Anything else throws. */
async function survives(fileName: string, bytes: Uint8Array): Promise<boolean> {
  try {
    ReadFile.parse(await readFile({ fileName, bytes, today: '2026-01-10' }))
    return true
  } catch (error) {
    if (error instanceof AppError && CODES.includes(error.code)) return false
    throw error
  }
}

/** One name for what a clipboard holds, as the application gives it. */
const corpus = corpusFiles()
  .filter(({ expected }) => expected.kind !== 'refused')
  .map(({ name, bytes }) => ({ name: name.replace(/\.pasted-\w+\.htm$/, '.html'), bytes }))
const files = [...fixtures().map(({ name, bytes }) => ({ name, bytes })), ...corpus]
const anyFile = fc.constantFrom(...files)

describe('the reader of damaged files', () => {
  it('survives flipped bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(anyFile, flips, async ({ name, bytes }, changes) => {
        const damaged = bytes.slice()
        for (const [at, mask] of changes)
          damaged[at % damaged.length] = (damaged[at % damaged.length] ?? 0) ^ mask
        await survives(name, damaged)
      }),
      { numRuns: 400 },
    )
  })

  it('survives being cut short', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ({ name, bytes }, share) => {
          await survives(name, bytes.slice(0, Math.floor(bytes.length * share)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('survives damaged parts inside a sound archive', async () => {
    const offices = files.filter(({ name }) => /\.(docx|xlsx|odt|ods)$/.test(name))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...offices),
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 12 }),
        async ({ name, bytes }, which, at, words) => {
          const parts = unzipSync(bytes)
          const names = Object.keys(parts)
          const part = names[which % names.length] ?? ''
          const text = parts[part] ?? new Uint8Array()
          const cut = at % (text.length + 1)
          parts[part] = new Uint8Array([
            ...text.slice(0, cut),
            ...strToU8(words),
            ...text.slice(cut + words.length),
          ])
          await survives(name, zipSync(parts))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('survives any text under any text name', async () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.csv', 'a.ics', 'a.html', 'a.eml', 'a.pdf', 'a.msg', 'a')
    const words = fc.constantFrom(
      'Ordre du jour\n',
      '1. ',
      '- ',
      'Sujet',
      ' (',
      ')',
      ' – ',
      'DGX',
      '9h30',
      ' à ',
      '12/13/2026',
      'jeudi 31 février',
      '25 à 30 mn',
      ' ; ',
      '|',
      '---|---\n',
      '# ',
      '\t',
      '\n',
      '\n\n',
      'https://',
      ' : ',
      'Date',
      'Pause',
      'BEGIN:VCALENDAR\n',
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'DTSTART:20269999T999999Z\n',
      'END:VCALENDAR\n',
      'présenté par ',
      '<table><tr><td>',
      '<td rowspan=3>',
      '<ul><li>',
      '<p style="mso-list:l0 level1 lfo1">',
      'Subject: Séance\n',
      '%PDF-1.7\n',
      '"',
      '½ h',
      '99h99',
    )
    const text = fc.array(words, { maxLength: 40 }).map((pieces) => strToU8(pieces.join('')))
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(text, fc.uint8Array({ maxLength: 400 })), async (name, bytes) => {
        await survives(name, bytes)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the archive door', () => {
  const sound = files.find(({ name }) => name === 'liste-automatique.docx')
  const parts = unzipSync(sound?.bytes ?? new Uint8Array())
  const refusal = async (changed: Record<string, Uint8Array>) => {
    try {
      await readFile({ fileName: 'a.docx', bytes: zipSync({ ...parts, ...changed }), today: '2026-01-10' })
      return null
    } catch (error) {
      return error instanceof AppError ? error.code : 'not an AppError'
    }
  }

  it('refuses more than 10,000 parts', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`word/media/${index}`, strToU8('')]),
    )
    expect(await refusal(many)).toBe('file-inflates')
  })

  it('refuses a part that inflates too much, and leaves alone the ones it does not need', async () => {
    const blank = strToU8(' '.repeat(3_000_000))
    expect(await refusal({ 'word/styles.xml': blank })).toBe('file-inflates')
    expect(await refusal({ 'word/media/image1.bmp': blank })).toBeNull()
  })

  it('refuses elements without end', async () => {
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${'<w:body>'.repeat(300)}`
    expect(await refusal({ 'word/document.xml': strToU8(deep) })).toBe('file-damaged')
  })

  it('reads only the beginning of an endless text, and says so', async () => {
    const text = `Ordre du jour\n1. Sujet\n${'mot\n\n'.repeat(25_000)}`
    const read = await readFile({ fileName: 'a.txt', bytes: strToU8(text), today: '2026-01-10' })
    expect(read.blocks.length).toBeLessThanOrEqual(20_000)
    expect(read.draft.warnings.map((warning) => warning.code)).toContain('truncated')
  })

  it('turns forty pages of Word into a draft in a time that grows with them', async () => {
    const run =
      '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">Le comité examine la mise en œuvre. </w:t></w:r>'
    const paragraph = `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${run.repeat(14)}</w:p>`
    const xml = new TextDecoder().decode(parts['word/document.xml'])
    const at = xml.indexOf('<w:sectPr')
    const drafted = async (paragraphs: number) => {
      const long = xml.slice(0, at) + paragraph.repeat(paragraphs) + xml.slice(at)
      const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(long) })
      expect(await survives('a.docx', bytes)).toBe(true)
    }
    expect(await growth(drafted, { size: 50, times: 8 })).toBeLessThan(4)
  })
})
