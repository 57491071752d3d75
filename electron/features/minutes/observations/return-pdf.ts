import type { Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { agendaModel } from '../../../documents/agenda/model.ts'
import { placesText } from '../../../documents/text/places.ts'
import type { AgendaDifference } from '../../../domain/agenda/review.ts'
import { pdfDifferences } from '../../../domain/minutes/pdf-differences.ts'
import type { PdfReview } from '../../../domain/minutes/pdf-review.ts'
import type { Difference } from '../../../domain/minutes/review-differences.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { agendaDrafts, minutesDrafts } from './drafts.ts'
import { agendaWords, sentAgenda } from './sent-agenda.ts'
import { type Compared, olderThanSent, sentVersions, strangerOf, titleOf } from './sent-versions.ts'

/** What was written on the pages, at the paragraphs of what was sent. */
export async function comparePdf(
  tx: Reader,
  { meetingId, paper }: Omit<Parsed<'observations.readFiles'>, 'files'>,
  review: PdfReview,
  now: Date,
): Promise<Compared> {
  const file = await fileToPrint(tx, meetingId)
  const front = asRead(review.lines)
  if (paper === 'agenda') {
    const sent = sentAgenda(file)
    const { differences, share } = pdfDifferences(agendaWords(sent), review, placesText.remarks)
    const stranger = strangerOf(front, share, [agendaModel(file).head.title])
    if (stranger !== null) return stranger
    return {
      drafts: agendaDrafts(differences.map(ofRow), sent, now),
      ignored: [...review.ignored],
      isTracked: true,
    }
  }
  const versions = await sentVersions(tx, file)
  const [best] = versions
    .map((version) => ({ version, ...pdfDifferences(version.places, review, placesText.remarks) }))
    .sort((a, b) => b.share - a.share)
  if (best === undefined) return { refusal: 'not-ours', otherTitle: '' }
  const { version, share, differences } = best
  const stranger = strangerOf(front, share, titleOf(version))
  if (stranger !== null) return stranger
  return {
    drafts: minutesDrafts(differences, version.places, now),
    minutesVersionId: version.id,
    olderVersion: olderThanSent(versions, version),
    ignored: [...review.ignored],
    isTracked: true,
  }
}

/** Pages without a line are pictures. */
const asRead = (lines: readonly string[]): Parameters<typeof strangerOf>[0] => ({
  paragraphs: lines.map((line) => ({ before: line, after: line })),
  pictures: lines.length === 0 ? 1 : 0,
})

/** A row is known by its title. */
const ofRow = (difference: Difference): AgendaDifference => ({
  ...difference,
  cell: difference.kind === 'change' ? 'title' : null,
  others: [],
  standsAfter: null,
  isBeside: difference.at === null,
})

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
  const versions = file.minutes === null ? [] : await sentVersions(tx, file)
  const minutes = versions.map((version) =>
    ours(pdfDifferences(version.places, review, placesText.remarks).share, titleOf(version)),
  )
  const { share } = pdfDifferences(agendaWords(sentAgenda(file)), review, placesText.remarks)
  return { minutes: Math.max(0, ...minutes), agenda: ours(share, [agendaModel(file).head.title]) }
}
