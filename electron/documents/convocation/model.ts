import { z } from 'zod'
import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../domain/agenda/agenda.ts'
import type { FileToPrint, MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { type Articles, asOne, ofWhom } from '../../domain/people/organisation-article.ts'
import { formatDate, formatDateWithoutWeekday, formatTimeRange } from '../../domain/text/french.ts'
import { sentence } from '../../domain/text/standard-sentences.ts'
import { plainLines } from '../blocks.ts'
import { peopleWords, videoFact } from '../facts/meeting.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { agendaText } from '../text/agenda.ts'
import { convocationText as text } from '../text/convocation.ts'
import { meetingText } from '../text/meeting.ts'

export type ConvocationPoint = { number: string; title: string; detail: string; points: ConvocationPoint[] }
const ConvocationPoint: z.ZodType<ConvocationPoint> = z.lazy(() =>
  z.strictObject({
    number: z.string(),
    title: z.string(),
    detail: z.string(),
    points: z.array(ConvocationPoint),
  }),
)

export const ConvocationModel = z.strictObject({
  kind: z.literal('convocation'),
  head: DocumentHead,
  /** Who follows the matter, under the issuer; empty when nobody is named. */
  contact: z.string(),
  dated: z.string(),
  reference: z.string(),
  addressee: z.string(),
  subjectLabel: z.string(),
  salutation: z.string(),
  /** The sentence before the facts. */
  opening: z.string(),
  facts: z.array(Row),
  agendaHeading: z.string(),
  points: z.array(ConvocationPoint),
  /** Said instead of the points when there is none; empty otherwise. */
  empty: z.string(),
  /** Paragraphs after the agenda: the reply that is awaited, the complimentary close. */
  closing: z.array(z.string()),
  /** Quality and name, one line each; empty when nobody is known to sign. */
  signature: z.array(z.string()),
})
export type ConvocationModel = z.infer<typeof ConvocationModel>

/**
 * The convocation of a meeting. The items' notes and disagreements, which are the secretariat's own, never enter it.
 * @param options.date day of the letter.
 * @param options.replyBy last day for an answer; left out when there is none, or when it is over or that of the letter.
 */
export function convocationModel(
  file: FileToPrint,
  { date, replyBy }: { date: string; replyBy: string | null },
): ConvocationModel {
  const { body, look, meeting } = file
  const word = body.meetingWord
  const place = typed(look.letterhead?.place ?? '')
  const head = letterHead(file)
  const points = pointsOf(file)
  const by = replyBy === null || replyBy <= date ? '' : formatDate(replyBy)
  const when = joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)])
  const ofBody = ofWhom(head.bodyName, asOne(head.bodyName, file.articles))
  const opening = sentence(
    look.sentences,
    'convocation.invitation',
    {
      séance: word,
      numéro: meeting.number === null ? '' : String(meeting.number),
      instance: head.bodyName,
      date: when,
    },
    { instance: ofBody },
  )
  return {
    kind: 'convocation',
    head,
    contact: body.contact.trim() === '' ? '' : text.contact(typed(body.contact)),
    dated: text.dated(place, formatDateWithoutWeekday(date)),
    reference: text.reference(head.reference),
    addressee: text.addressee(ofBody),
    subjectLabel: text.subject,
    salutation: sentence(look.sentences, 'convocation.salutation'),
    opening,
    facts: [
      ...fact(text.topic, typed(meeting.title)),
      // A sentence of the secretariat's own may leave it out.
      ...(opening.includes(when) ? [] : fact(meetingText.date, when)),
      ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
      ...fact(meetingText.place, typed(meeting.place)),
      ...videoFact(meeting.videoLink.trim()),
    ],
    agendaHeading: text.agenda,
    points,
    empty: points.length === 0 ? agendaText.empty : '',
    closing: [
      text.reply(text.answer[meeting.mode], by, body.email.trim()),
      sentence(look.sentences, 'convocation.closing'),
    ],
    signature: signatureOf(file),
  }
}

/** A letter is headed "Convocation à la séance", not "de la séance" as the other papers are. */
function letterHead(file: MeetingFile): DocumentHead {
  const { body, meeting } = file
  const mention = meeting.state === 'cancelled' ? text.cancelled(body.meetingWord) : ''
  const head = documentHead(file, 'convocation', mention, '')
  const title = text.title(body.meetingWord, meeting.number)
  const day = formatDate(meeting.date)
  return {
    ...head,
    title,
    runningTitle: `${title} du ${formatDateWithoutWeekday(meeting.date)}`,
    metadata: {
      ...head.metadata,
      title: `${title} du ${day}, ${head.bodyName}`,
      description: `${title} du ${day}${mention === '' ? '' : ` (${mention.toLowerCase()})`}`,
    },
  }
}

/** The numbered items as a tree; breaks and welcomes are of the timetable, not of the letter. */
function pointsOf({ items, articles }: FileToPrint): ConvocationPoint[] {
  const ordered = inAgendaOrder(items)
  const numbers = itemNumbers(ordered)
  const roots: ConvocationPoint[] = []
  const byId = new Map<string, ConvocationPoint>()
  for (const item of ordered) {
    const number = numbers.get(item.id)
    if (number === undefined) continue
    const point = { number, title: typed(item.title), detail: detailOf(item, articles), points: [] }
    byId.set(item.id, point)
    const parent = item.parentId === null ? undefined : byId.get(item.parentId)
    ;(parent?.points ?? roots).push(point)
  }
  return roots
}

function detailOf(item: AgendaItem, articles: Articles): string {
  return joined([
    item.nature === null ? '' : text.forNature(meetingText.natures[item.nature]),
    peopleWords(item, articles),
  ])
}

/** The letterhead's signatory signs; failing that the chair, the secretary, the secretariat's own last lines. */
export function signatureOf({ body, look, meeting }: MeetingFile): string[] {
  if (look.style.hiddenSections.includes('signature')) return []
  const { signatoryName = '', signatoryTitle = '', issuer = '' } = look.letterhead ?? {}
  const quality = plainLines(signatoryTitle).join(' ')
  if (typed(signatoryName) !== '') return [quality || typed(issuer), typed(signatoryName)].filter(Boolean)
  if (quality !== '') return [quality]
  const chair = typed(meeting.chair)
  if (chair !== '') return [meetingText.byChair(body.meetingWord), chair]
  const secretary = typed(meeting.secretary)
  if (secretary !== '') return [meetingText.bySecretary(body.meetingWord), secretary]
  return plainLines(body.signature)
}
