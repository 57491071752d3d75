import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../electron/contract/documents.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { paperOf } from '../../electron/documents/paper/paper-of.ts'
import { numberedTexts, paperTexts } from '../../electron/documents/paper/texts.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import { meetingFiles } from './documents-arbitrary.ts'
import { dressedMeeting, images } from './documents-dressed.ts'
import { shortMeeting } from './documents-samples.ts'
import { JSDOM } from './page-in-memory.ts'

const letter = (file: FileToPrint) => convocationModel(file, { date: '2026-11-02', replyBy: '2026-11-06' })
const models = (file: FileToPrint): DocumentModel[] => [minutesModel(file), agendaModel(file), letter(file)]
const sign = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Words of each block that the model prints, spaces aside; office programs count the numbers of items themselves. */
function wanted(model: DocumentModel, format: 'docx' | 'odt' | 'html' | 'pdf'): string[] {
  const paper = paperOf(model)
  if (paper === null) throw new Error('this document does not flow')
  const isCounted = format === 'docx' || format === 'odt'
  return (isCounted ? numberedTexts(paper).map(({ words }) => words) : paperTexts(paper))
    .map(sign)
    .filter((text) => text !== '')
}

/** Words of the paragraphs of an XML part: `blocks` hold them, `breaks` stand for white space. */
function paragraphs(
  xml: string,
  blocks: ReadonlySet<string>,
  breaks: ReadonlySet<string>,
  only?: string,
): string[] {
  const found: string[] = []
  const open: string[] = []
  let reads = only === undefined
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name }) => {
    if (blocks.has(name)) open.push('')
    if (name === only) reads = true
    if (breaks.has(name) && open.length > 0) open.push(`${open.pop()} `)
  })
  parser.on('text', (text) => {
    if (reads && open.length > 0) open.push(`${open.pop()}${text}`)
  })
  parser.on('closetag', ({ name }) => {
    if (blocks.has(name)) found.push(open.pop() ?? '')
    if (name === only) reads = false
  })
  parser.write(xml).close()
  return found.map(sign).filter((text) => text !== '')
}

const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** Words of each format between the head and the foot of its pages. */
const readers = {
  docx: (bytes: Uint8Array) =>
    paragraphs(part(bytes, 'word/document.xml'), new Set(['w:p']), new Set(['w:br', 'w:tab']), 'w:t'),
  odt: (bytes: Uint8Array) =>
    paragraphs(
      // The words that describe a picture or name a table are not on the page.
      part(bytes, 'content.xml').replace(/<(svg|table):title>[^<]*<\/\1:title>/g, ''),
      new Set(['text:p', 'text:h']),
      new Set(['text:line-break', 'text:tab', 'text:s']),
    ),
  html: (bytes: Uint8Array) => {
    const { document } = new JSDOM(Buffer.from(bytes).toString('utf8')).window
    for (const one of document.querySelectorAll('br')) one.replaceWith(' ')
    return [...document.querySelectorAll(':is(header, main) :is(h1, h2, h3, h4, h5, p)')]
      .map((one) => sign(one.textContent))
      .filter((text) => text !== '')
  },
} as const
type Format = keyof typeof readers
const formats = Object.keys(readers) as Format[]

describe.each(formats)('%s', (format) => {
  it('says the words of the model in its order and no others, whatever the meeting', async () => {
    await fc.assert(
      fc.asyncProperty(meetingFiles, async (file) => {
        for (const model of models(file))
          expect(readers[format](await renderFlowing(model, format))).toEqual(wanted(model, format))
      }),
      { numRuns: 40 },
    )
  })

  it('is the same bytes each time, pictures included', async () => {
    for (const model of models(dressedMeeting()))
      expect(await renderFlowing(model, format, images)).toEqual(await renderFlowing(model, format, images))
  })

  it('never holds the notes of the secretariat', async () => {
    const file = shortMeeting()
    const secret = 'NOTE-INTERNE-SECRETE'
    const told: FileToPrint = {
      ...file,
      items: file.items.map((one) => ({
        ...one,
        note: secret,
        disagreement: secret,
        disagreementBy: secret,
      })),
    }
    for (const model of models(told)) {
      const bytes = await renderFlowing(model, format)
      const inside = format === 'html' ? [bytes] : Object.values(unzipSync(bytes))
      for (const one of inside) expect(Buffer.from(one).includes(secret)).toBe(false)
    }
  })

  it('takes markup in a title for words', async () => {
    const file = shortMeeting()
    const title = `<script>alert("1")</script> ]]> # * & \u0000 \ud800 fin`
    const [first, ...others] = file.items
    if (first === undefined) throw new Error('the sample has no item')
    const model = minutesModel({ ...file, items: [{ ...first, title }, ...others] })
    const said = readers[format](await renderFlowing(model, format)).join('\n')
    expect(said).toContain('<script>')
    expect(said).toContain('\uFFFD fin')
  })

  it('refuses a picture whose bytes are missing', async () => {
    await expect(renderFlowing(minutesModel(dressedMeeting()), format, [])).rejects.toMatchObject({
      code: 'file-damaged',
    })
  })
})

describe('the PDF', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

  const all = models(dressedMeeting())
  const untimed = agendaModel(dressedMeeting(), { hours: false })
  it.each(
    [...all, untimed].map(
      (model) => [`${model.kind}${model === untimed ? ' without hours' : ''}`, model] as const,
    ),
  )('says the same blocks in the same order: %s', async (_, model) => {
    const said = letters((await structuredText((await renderPdf(model, { images })).bytes)).join(''))
    let at = 0
    // Nature and presenter stand below the title, without columns of their own.
    const heads: readonly string[] =
      model.kind === 'agenda' ? [model.columns.nature, model.columns.presenter] : []
    for (const block of wanted(model, 'pdf').filter((one) => !heads.includes(one))) {
      const found = said.indexOf(letters(block), at)
      expect(found, block).toBeGreaterThanOrEqual(0)
      at = found + letters(block).length
    }
  })
})

describe('the formats of each document', () => {
  it('are those that it flows in', () => {
    expect(formatsOf('minutes')).toEqual(['pdf', 'docx', 'odt', 'html'])
    expect(formatsOf('timedAgenda')).toEqual(['pdf', 'docx', 'odt', 'html'])
    expect(formatsOf('convocation')).toEqual(['pdf', 'docx'])
    expect(formatsOf('signInSheet')).toEqual(['pdf'])
  })
})
