// Each paragraph of the minutes and of the agenda, cells, headings and typed numbers included, is edited in turn: a change
// is told, or counted with its reason. Nothing of it is lost in silence.
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { agendaDifferences } from '../../electron/domain/agenda/review.ts'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import type { Ignored, WordReview } from '../../electron/domain/minutes/word-review.ts'
import {
  agendaColumns,
  besideAgenda,
  betweenItems,
  sentAgenda,
} from '../../electron/features/minutes/observations/sent-agenda.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { agendaMeeting, sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { shortMeeting } from './documents-samples.ts'
import { editDocument, paragraphsIn } from './word-edits.ts'

type Found = { differences: readonly unknown[]; ignored: readonly Ignored[]; share: number }
type Paper = { bytes: Uint8Array; compare: (review: WordReview) => Found }

async function minutesPaper(file = shortMeeting()): Promise<Paper> {
  const model = minutesModel(file)
  const sent = sentMinutes(file, model)
  return { bytes: await renderFlowing(model, 'docx'), compare: (review) => reviewDifferences(sent, review) }
}

async function agendaPaper(): Promise<Paper> {
  const file = agendaMeeting()
  const known = { columnsOf: agendaColumns, beside: besideAgenda(file), between: betweenItems }
  return {
    bytes: await renderFlowing(agendaModel(file), 'docx'),
    compare: (review) => agendaDifferences(sentAgenda(file), review, known),
  }
}

const BY = 'w:id="901" w:author="Ève Martin" w:date="2026-11-20T10:00:00Z"'
const FIRST_RUN = /<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*[\p{L}\p{N}][^<]*)<\/w:t><\/w:r>/su
const run = (words: string, kind = 't') => `<w:r><w:${kind} xml:space="preserve">${words}</w:${kind}></w:r>`

/** The first words of a paragraph that have letters, edited. */
const edits: Readonly<Record<string, (paragraph: string) => string>> = {
  'a word put in, tracked': (paragraph) =>
    paragraph.replace(FIRST_RUN, (found) => `${found}<w:ins ${BY}>${run(' ajouté')}</w:ins>`),
  'a word put in': (paragraph) => paragraph.replace(FIRST_RUN, (found) => `${found}${run(' ajouté')}`),
  'words taken out, tracked': (paragraph) =>
    paragraph.replace(FIRST_RUN, (_, words) => `<w:del ${BY}>${run(words, 'delText')}</w:del>`),
  'words taken out': (paragraph) => paragraph.replace(FIRST_RUN, ''),
  'words struck by hand': (paragraph) =>
    paragraph.replace(FIRST_RUN, (_, words) => `<w:r><w:rPr><w:strike/></w:rPr><w:t>${words}</w:t></w:r>`),
  'a look, tracked': (paragraph) =>
    paragraph.replace(
      FIRST_RUN,
      (_, words) =>
        `<w:r><w:rPr><w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`,
    ),
  'an empty line after it, tracked': (paragraph) =>
    `${paragraph}<w:p><w:pPr><w:rPr><w:ins ${BY}/></w:rPr></w:pPr></w:p>`,
}

const TABLE = /<w:tbl>.*?<\/w:tbl>/gsu
const ROW = /<w:tr>.*?<\/w:tr>/gsu
/** Items one after the other. */
const LIST = /(?:<w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:numPr>(?:(?!<\/w:p>).)*<\/w:p>)+/gsu
const all = (xml: string, pattern: RegExp) => xml.match(pattern) ?? []
const isWorded = (paragraph: string) => FIRST_RUN.test(paragraph)
const eachParagraph = (xml: string, edit: (paragraph: string) => string) =>
  xml.replace(/<w:p>.*?<\/w:p>/gsu, edit)
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('')

/** As Word writes a paragraph whose words and mark are taken out. */
function gone(paragraph: string): string {
  const marked = paragraph.includes('</w:pPr>')
    ? paragraph.replace('</w:pPr>', `<w:rPr><w:del ${BY}/></w:rPr></w:pPr>`)
    : paragraph.replace('<w:p>', `<w:p><w:pPr><w:rPr><w:del ${BY}/></w:rPr></w:pPr>`)
  return marked.replace(
    /<w:r>.*?<\/w:r>/gsu,
    (found) => `<w:del ${BY}>${found.replace(/<(\/?)w:t(?=[ >])/gu, '<$1w:delText')}</w:del>`,
  )
}
const rowMarked = (row: string, mark: string) =>
  row.includes('<w:trPr>')
    ? row.replace('</w:trPr>', `${mark}</w:trPr>`)
    : row.replace('<w:tr>', `<w:tr><w:trPr>${mark}</w:trPr>`)
const goneRow = (row: string) => rowMarked(eachParagraph(row, gone), `<w:del ${BY}/>`)
const bareRow = (row: string) => row.replace(/<w:bookmark(?:Start|End) [^>]*>/gu, '')
/** Its cells say other words. */
const otherRow = (row: string) =>
  bareRow(row).replace(/(<w:t(?: [^>]*)?>)[^<]*(<\/w:t>)/gu, '$1Cellule ajoutée$2')
const putRow = (row: string) =>
  rowMarked(
    otherRow(row).replace(/<w:r>.*?<\/w:r>/gsu, (found) => `<w:ins ${BY}>${found}</w:ins>`),
    `<w:ins ${BY}/>`,
  )
/** A cell keeps an empty paragraph. */
const emptied = (xml: string, paragraph: string) =>
  xml[xml.indexOf(paragraph) - 1] === '>' && /<\/w:tcPr>$/u.test(xml.slice(0, xml.indexOf(paragraph)))
    ? '<w:p/>'
    : ''

/** With less of its words in it, the file is said to be none of ours. */
const OURS = 0.2
const count = ({ differences, ignored, share }: Found) =>
  share < OURS ? 1 : differences.length + ignored.reduce((sum, one) => sum + one.count, 0)

describe.each([
  ['the minutes', minutesPaper, []],
  ['minutes with a list and a table', () => minutesPaper(sentMeeting()), [TABLE, LIST]],
  ['the agenda', agendaPaper, [TABLE]],
] as const)('every paragraph of %s', async (_, paperOf, holds) => {
  const { bytes, compare } = await paperOf()
  const changed = (edit: (xml: string) => string) =>
    compare(readReview({ fileName: 'retour.docx', bytes: editDocument(bytes, edit) }))

  it('says nothing while nobody touches it', () => {
    expect(changed((xml) => xml)).toMatchObject({ differences: [], ignored: [] })
  })

  it.each(Object.entries(edits))('is told or counted: %s', (__, edit) => {
    let lost: string[] = []
    let edited = 0
    changed((xml) => {
      const paragraphs = paragraphsIn(xml).filter((paragraph) => FIRST_RUN.test(paragraph))
      edited = paragraphs.length
      lost = paragraphs.filter(
        (paragraph) => count(changed((own) => own.replace(paragraph, () => edit(paragraph)))) === 0,
      )
      return xml
    })
    expect(edited).toBeGreaterThan(10)
    expect(lost).toEqual([])
  })

  it.each(holds)('has something that is %s', (pattern) => {
    changed((xml) => {
      expect(all(xml, pattern).length).toBeGreaterThan(0)
      return xml
    })
  })

  const wholes: Readonly<Record<string, (xml: string) => { found: string; by: string }[]>> = {
    'a table taken out': (xml) => all(xml, TABLE).map((found) => ({ found, by: '' })),
    'a row taken out': (xml) => all(xml, ROW).map((found) => ({ found, by: '' })),
    'a row taken out, tracked': (xml) => all(xml, ROW).map((found) => ({ found, by: goneRow(found) })),
    'a row put in': (xml) => all(xml, ROW).map((found) => ({ found, by: found + otherRow(found) })),
    'a row put in, tracked': (xml) => all(xml, ROW).map((found) => ({ found, by: found + putRow(found) })),
    'a list taken out': (xml) => all(xml, LIST).map((found) => ({ found, by: '' })),
    'a list taken out, tracked': (xml) =>
      all(xml, LIST).map((found) => ({ found, by: eachParagraph(found, gone) })),
    'a paragraph taken out': (xml) =>
      paragraphsIn(xml)
        .filter(isWorded)
        .map((found) => ({ found, by: emptied(xml, found) })),
    'two paragraphs in each other’s place': (xml) =>
      paragraphsIn(xml)
        .filter(isWorded)
        .flatMap((one, at, list) => {
          const next = list[at + 1]
          const found = next === undefined ? '' : one + next
          return next === undefined || one === next || !xml.includes(found) ? [] : [{ found, by: next + one }]
        }),
  }

  it.each(Object.entries(wholes))('is told or counted: %s', (__, placesOf) => {
    let lost: string[] = []
    changed((xml) => {
      lost = placesOf(xml)
        .filter(({ found, by }) => count(changed((own) => own.replace(found, () => by))) === 0)
        .map(({ found }) => wordsOf(found).slice(0, 120))
      return xml
    })
    expect(lost).toEqual([])
  })
})
