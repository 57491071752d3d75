import type { Parsed } from '../../../contract/index.ts'
import type { ObservationDraft, ReturnedFile } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import { agendaModel } from '../../../documents/agenda/model.ts'
import { placesText } from '../../../documents/text/places.ts'
import type { AgendaDifference } from '../../../domain/agenda/review.ts'
import type { Difference, SentParagraph } from '../../../domain/minutes/difference.ts'
import { pdfDifferences, shareIn } from '../../../domain/minutes/pdf-differences.ts'
import type { PdfReview } from '../../../domain/minutes/pdf-review.ts'
import type { LongContext } from '../../context.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { agendaDrafts, minutesDrafts } from './drafts.ts'
import { agendaWords, type SentItem, sentAgenda } from './sent-agenda.ts'
import { bestOf, sentAgendas } from './sent-agendas.ts'
import {
  type Compared,
  olderThanSent,
  type Stranger,
  sentVersions,
  strangerOf,
  titleOf,
} from './sent-versions.ts'

type Asked = Omit<Parsed<'observations.readFiles'>, 'files'>

/**
 * What was written on the pages, at the paragraphs of what was sent. A file may hold thousands of marks: their places are
 * looked for beside the process that writes.
 */
export async function comparePdf(context: LongContext, asked: Asked, review: PdfReview): Promise<Compared> {
  const paper = await context.read(({ tx }) => sentPaper(tx, asked, review))
  if ('refusal' in paper) return paper
  const { sent, rest, draftsOf } = paper
  const texts = sent.map(({ text }) => text)
  const places = await context.runJob('placeRemarks', { texts, remarks: review.remarks })
  return {
    ...rest,
    drafts: draftsOf(pdfDifferences(sent, review, { places, say: placesText.remarks }), context.now),
    ignored: [...review.ignored],
    isTracked: true,
  }
}

type SentPaper = {
  sent: readonly SentParagraph[]
  rest: Partial<ReturnedFile>
  draftsOf: (differences: readonly Difference[], now: Date) => ObservationDraft[]
}

/** Which of what was sent the pages are of. */
async function sentPaper(
  tx: Reader,
  { meetingId, paper }: Asked,
  review: PdfReview,
): Promise<SentPaper | Stranger> {
  const file = await fileToPrint(tx, meetingId)
  const front = asRead(review.lines)
  const share = shareIn(review.lines)
  const title = agendaModel(file).head.title
  if (paper === 'agenda') {
    const all = (await sentAgendas(tx, file)).map(sentAgenda)
    const rows = bestOf(all, (one) => share(agendaWords(one), title))
    const sent = agendaWords(rows)
    const draftsOf: SentPaper['draftsOf'] = (differences, now) =>
      agendaDrafts(
        differences.map((difference) => ofRow(difference, rows)),
        rows,
        now,
      )
    return strangerOf(front, share(sent, title), [title]) ?? { sent, rest: {}, draftsOf }
  }
  const versions = await sentVersions(tx, file)
  const [best] = versions
    .map((version) => ({ version, held: share(version.places, title) }))
    .sort((a, b) => b.held - a.held)
  if (best === undefined) return { refusal: 'not-ours', otherTitle: '' }
  const { version, held } = best
  const rest = { minutesVersionId: version.id, olderVersion: olderThanSent(versions, version) }
  const draftsOf: SentPaper['draftsOf'] = (differences, now) =>
    minutesDrafts(differences, version.places, now)
  return strangerOf(front, held, titleOf(version)) ?? { sent: version.places, rest, draftsOf }
}

/** Pages without a line are pictures. */
const asRead = (lines: readonly string[]): Parameters<typeof strangerOf>[0] => ({
  paragraphs: lines.map((line) => ({ before: line, after: line })),
  pictures: lines.length === 0 ? 1 : 0,
})

/** A row is known by its title; one of which the number alone is left is wanted gone. */
function ofRow(difference: Difference, rows: readonly SentItem[]): AgendaDifference {
  const number = rows[difference.at ?? -1]?.number ?? ''
  const isGone = difference.kind === 'change' && [number, ''].includes(difference.after)
  return {
    ...difference,
    after: isGone ? '' : difference.after,
    cell: difference.kind === 'change' && !isGone ? 'title' : null,
    others: [],
    standsAfter: null,
    isBeside: difference.at === null,
    paragraph: null,
  }
}

/** How much of each paper of a meeting a PDF holds, from 0 to 1. */
export async function sharePdf(
  tx: Reader,
  meetingId: string,
  review: PdfReview,
): Promise<{ minutes: number; agenda: number }> {
  const file = await fileToPrint(tx, meetingId)
  const front = asRead(review.lines)
  const ours = (share: number, title: readonly string[]) =>
    strangerOf(front, share, title) === null ? share : 0
  const title = agendaModel(file).head.title
  const share = shareIn(review.lines)
  const versions = file.minutes === null ? [] : await sentVersions(tx, file)
  const minutes = versions.map((version) => ours(share(version.places, title), titleOf(version)))
  const agendas = (await sentAgendas(tx, file)).map((one) => share(agendaWords(sentAgenda(one)), title))
  return { minutes: Math.max(0, ...minutes), agenda: ours(Math.max(...agendas), [title]) }
}
