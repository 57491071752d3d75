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
  sentAgenda,
} from '../../electron/features/minutes/observations/sent-agenda.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { agendaMeeting } from '../fixtures/returned/source/meetings.ts'
import { shortMeeting } from './documents-samples.ts'
import { editDocument, paragraphsIn } from './word-edits.ts'

type Found = { differences: readonly unknown[]; ignored: readonly Ignored[] }
type Paper = { bytes: Uint8Array; compare: (review: WordReview) => Found }

async function minutesPaper(): Promise<Paper> {
  const model = minutesModel(shortMeeting())
  const sent = sentMinutes(shortMeeting(), model)
  return { bytes: await renderFlowing(model, 'docx'), compare: (review) => reviewDifferences(sent, review) }
}

async function agendaPaper(): Promise<Paper> {
  const file = agendaMeeting()
  const known = { columnsOf: agendaColumns, beside: besideAgenda(file) }
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

const count = ({ differences, ignored }: Found) =>
  differences.length + ignored.reduce((sum, one) => sum + one.count, 0)

describe.each([
  ['the minutes', minutesPaper],
  ['the agenda', agendaPaper],
] as const)('every paragraph of %s', async (_, paperOf) => {
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
})
