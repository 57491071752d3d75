import type { ComposedMessage, DispatchView } from '../../contract/dispatch.ts'
import { AppError } from '../../contract/errors.ts'
import { keptBytes } from '../../db/files/store.ts'
import { safeFileName } from '../../documents/file-name.ts'
import {
  encodedSize,
  type MailFile,
  type MailForm,
  type MailMessage,
  mailMessage,
  type ReplyLinks,
} from '../../documents/mail/eml.ts'
import { dispatchText } from '../../documents/text/dispatch.ts'
import { asksToCome, type Dispatch } from '../../domain/dispatch/dispatch.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import { headersOf, isAddress } from '../../domain/people/addresses.ts'
import { formatDate } from '../../domain/text/french.ts'
import { calendarMethod } from '../../domain/time/calendar-file.ts'
import type { LongContext } from '../context.ts'
import { asItLeaves } from '../minutes/index.ts'
import { fileToPrint } from '../reads/file-to-print.ts'
import { numbered } from '../reads/meeting-numbers.ts'
import { getBody } from '../reads/settings.ts'
import { type Calendar, calendarFor, senderOf } from './calendar.ts'
import {
  bytesOf,
  makePaper,
  type Paper,
  type Planned,
  planPapers,
  type Reading,
  type SentPaper,
} from './papers.ts'
import { dispatchView } from './queries.ts'
import { limitOf } from './warnings.ts'

const text = dispatchText.replies

/** One click opens a message that the reading of replies understands; none without an address to answer to. */
function replyLinks({ email, meetingWord }: Body, meeting: Meeting): ReplyLinks | null {
  const to = email.trim()
  if (!isAddress(to)) return null
  const subject = text.subject(meetingName(meeting.number, formatDate(meeting.date), meetingWord))
  const offered = [
    ...(meeting.mode === 'visio' ? [] : [text.onSite]),
    ...(meeting.mode === 'surPlace' ? [] : [text.remote]),
    text.represented,
    text.excused,
  ]
  return {
    lead: text.lead,
    links: offered.map(({ label, body }) => ({
      label,
      href: `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`,
    })),
  }
}

/** No server takes a larger message, and building it would only use the desk's memory up. */
const MAX_MESSAGE_BYTES = 100 * 1024 * 1024
/** Headers, text and boundaries of a message without its documents. */
const ENVELOPE_BYTES = 4_000

/** Everything that a message is made of, read in one transaction. */
export type Composition = {
  view: DispatchView
  body: Body
  file: MeetingFile
  calendar: Calendar | null
  agendaVersionNumber: number | null
  planned: Planned[]
}

export async function readComposition(context: LongContext, id: string): Promise<Composition> {
  return context.read((reading) => compositionIn(reading, id))
}

/** The same inside a transaction, to see whether something changed meanwhile. */
export async function compositionIn(reading: Reading, id: string): Promise<Composition> {
  const { tx } = reading
  const view = await dispatchView(reading, id)
  const { dispatch, recipients, documents } = view
  if (dispatch.state === 'sent') throw new AppError('state-refuses')
  const found = await fileToPrint(tx, dispatch.meetingId)
  const meetingThen = await numbered(tx, found.meeting, dispatch.kind)
  const file = asItLeaves({ ...found, meeting: meetingThen }, dispatch.kind, reading.today)
  const { body, meeting } = file
  const calendar = documents.some(({ kind }) => kind === 'calendar')
    ? await calendarFor(tx, { body, meeting, dispatch, recipients })
    : null
  const published = await tx
    .selectFrom('agendaVersion')
    .select(['number', 'fileName', 'sha256', 'sizeBytes'])
    .where('meetingId', '=', dispatch.meetingId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const planned = await planPapers(reading, {
    documents,
    file,
    calendar,
    sentDraft: dispatch.kind === 'reviewReminder' ? await sentDraft(tx, dispatch.meetingId) : [],
    // What is read over is what would be published next.
    published: dispatch.kind === 'agendaDraft' ? null : (published ?? null),
  })
  const carriesAgenda =
    dispatch.kind !== 'agendaDraft' && planned.some(({ document }) => document.kind === 'agenda')
  const agendaVersionNumber = carriesAgenda ? (published?.number ?? null) : null
  return { view, body, file, calendar, agendaVersionNumber, planned }
}

/** The draft that the members were last sent to read over; empty when it reached them otherwise. */
async function sentDraft(tx: Reading['tx'], meetingId: string): Promise<SentPaper[]> {
  const last = await tx
    .selectFrom('dispatch')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('kind', '=', 'draftMinutes')
    .where('state', '=', 'sent')
    .orderBy('sentAt', 'desc')
    .executeTakeFirst()
  if (last === undefined) return []
  const rows = await tx
    .selectFrom('dispatchDocument')
    .select(['kind', 'fileName', 'sha256', 'sizeBytes'])
    .where('dispatchId', '=', last.id)
    .where('kind', 'in', ['minutes', 'minutesWord'])
    .execute()
  return rows.flatMap(({ kind, fileName, sha256, sizeBytes }) =>
    sha256 === null ? [] : [{ kind, fileName, sha256, sizeBytes: sizeBytes ?? 0 }],
  )
}

/** The papers of a composition, each at its place. */
export async function makePapers(context: LongContext, { planned }: Composition): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const plan of planned) papers.push(await makePaper(context, plan))
  return papers
}

/** The message's bytes; `limit-reached` when it is out of all proportion. */
export async function buildMessage(
  context: LongContext,
  { view, body, file, calendar }: Composition,
  papers: readonly Paper[],
  { form, date }: { form: MailForm; date?: Date } = { form: 'unsent' },
): Promise<Uint8Array> {
  if (sizeOf(papers) > MAX_MESSAGE_BYTES)
    throw new AppError('limit-reached', { limit: { of: 'messageBytes', most: MAX_MESSAGE_BYTES } })
  const { dispatch, recipients } = view
  const attachments: MailFile[] = []
  let invitation: MailMessage['calendar'] = null
  for (const paper of carried(papers)) {
    const file = { fileName: paper.fileName, bytes: await bytesOf(context, paper) }
    if (paper.document.kind !== 'calendar') attachments.push(file)
    else if (calendar !== null) invitation = { ...file, method: calendarMethod(calendar.file) }
  }
  return mailMessage({
    id: dispatch.id,
    form,
    date: date ?? new Date(dispatch.createdAt),
    from: senderOf(body),
    ...headersOf(recipients),
    subject: dispatch.subject,
    body: dispatch.body,
    replies: asksToCome.has(dispatch.kind) ? replyLinks(body, file.meeting) : null,
    calendar: invitation,
    attachments,
  })
}

const carried = (papers: readonly Paper[]) =>
  papers.filter(({ document }) => document.placement === 'message')

const sizeOf = (papers: readonly Paper[]) =>
  carried(papers).reduce((sum, { sizeBytes }) => sum + encodedSize(sizeBytes), ENVELOPE_BYTES)

export async function composedMessage(context: LongContext, id: string): Promise<ComposedMessage> {
  const sent = await readSent(context, id)
  if (sent !== null) return sent
  const composition = await readComposition(context, id)
  const papers = await makePapers(context, composition)
  const isBuildable = sizeOf(papers) <= MAX_MESSAGE_BYTES
  return {
    fileName: messageName(composition.view.dispatch),
    sizeBytes: isBuildable ? (await buildMessage(context, composition, papers)).length : sizeOf(papers),
    limitBytes: limitOf(composition.body),
    documents: papers.map(({ document, fileName, sizeBytes, sha256 }) => ({
      fileName,
      sizeBytes,
      sha256,
      placement: document.placement,
    })),
  }
}

async function readSent(context: LongContext, id: string): Promise<ComposedMessage | null> {
  return context.read(async ({ tx, today }) => {
    const { dispatch, documents } = await dispatchView({ tx, today }, id)
    if (dispatch.state !== 'sent') return null
    return {
      fileName: messageName(dispatch),
      sizeBytes: dispatch.messageBytes ?? 0,
      limitBytes: limitOf(await getBody(tx)),
      documents: documents.map(({ fileName, sizeBytes, sha256, placement }) => ({
        fileName,
        sizeBytes: sizeBytes ?? 0,
        sha256: sha256 ?? '',
        placement,
      })),
    }
  })
}

/** The message: as it was sent, or as it would be sent now. */
export async function messageOf(context: LongContext, id: string): Promise<Uint8Array> {
  const { dispatch } = await context.read((reading) => dispatchView(reading, id))
  if (dispatch.state === 'sent') return keptBytes(context.dataFolder, dispatch.messageSha256 ?? '')
  const composition = await readComposition(context, id)
  return buildMessage(context, composition, await makePapers(context, composition))
}

/** All documents of a dispatch, in the message and beside it; of a sent one, as they went out. */
export async function documentsFor(
  context: LongContext,
  id: string,
): Promise<Pick<Paper, 'fileName' | 'sha256' | 'bytes'>[]> {
  const { dispatch, documents } = await context.read((reading) => dispatchView(reading, id))
  if (dispatch.state === 'draft') return makePapers(context, await readComposition(context, id))
  return documents.flatMap(({ fileName, sha256 }) =>
    sha256 === null ? [] : [{ fileName, sha256, bytes: null }],
  )
}

/** The name proposed for the message's file. */
export function messageName({ subject }: Pick<Dispatch, 'subject'>): string {
  return safeFileName(subject, 'eml')
}
