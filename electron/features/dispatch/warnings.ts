import type { DispatchWarning } from '../../contract/dispatch.ts'
import type { Reader } from '../../db/driver.ts'
import { encodedSize } from '../../documents/mail/eml.ts'
import { sameContent } from '../../domain/agenda/changes.ts'
import { agendaContent } from '../../domain/agenda/version.ts'
import {
  type Dispatch,
  type DispatchDocument,
  MANY_RECIPIENTS,
  type Recipient,
} from '../../domain/dispatch/dispatch.ts'
import { convocationDeadline } from '../../domain/meetings/back-planning.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { addressFault, headersOf } from '../../domain/people/addresses.ts'
import { formatDate } from '../../domain/text/french.ts'
import { agendaItems } from '../reads/agenda.ts'
import { standingOf } from '../reads/agenda-status.ts'
import { numbered } from '../reads/meeting-numbers.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { getBody } from '../reads/settings.ts'
import { agendaLines } from './agenda-lines.ts'
import { templateOf } from './templates.ts'

type Parts = { dispatch: Dispatch; recipients: readonly Recipient[]; documents: readonly DispatchDocument[] }

/** Size taken for a paper of ours before it is made: one page of text with its fonts. */
const PAPER_BYTES = 100_000

export async function warningsOf(
  { tx, today }: { tx: Reader; today: string },
  { dispatch, recipients, documents }: Parts,
): Promise<DispatchWarning[]> {
  if (dispatch.state === 'sent') return []
  const body = await getBody(tx)
  const meeting = await liveMeeting(tx, dispatch.meetingId)
  const faults = recipients.map(({ email }) => addressFault(email))
  const { to, cc, bcc } = headersOf(recipients)
  const reached = to.length + cc.length + bcc.length
  const agenda = await agendaWarnings(tx, dispatch, documents)
  const found: Readonly<Record<DispatchWarning, boolean>> = {
    'no-recipient': reached === 0,
    'without-address': faults.includes('none'),
    'invalid-address': faults.includes('invalid'),
    'too-heavy': estimatedSize(documents) > limitOf(body),
    'agenda-not-validated': agenda.notValidated,
    'agenda-not-published': agenda.notPublished,
    'too-late-to-convene':
      dispatch.kind === 'convocation' && meeting.state === 'planned' && isLate(today, body, meeting),
    'many-recipients': reached > MANY_RECIPIENTS && bcc.length < reached,
    'text-out-of-date': await isOutOfDate(tx, dispatch, meeting),
    'reserved-to-guests': await isReserved(tx, dispatch, { recipients, documents }),
    'documents-missing': await isMissingDocuments(tx, dispatch, documents),
  }
  return (Object.keys(found) as DispatchWarning[]).filter((warning) => found[warning])
}

/** The body's limit in bytes. */
export function limitOf(body: Body): number {
  return body.messageLimitMb * 1024 * 1024
}

/** Of a message before it is built: attachments as they will be encoded, papers as they usually are. */
export function estimatedSize(documents: readonly DispatchDocument[]): number {
  return documents
    .filter(({ placement }) => placement === 'message')
    .reduce((sum, { sizeBytes, kind }) => sum + encodedSize(sizeBytes ?? usualSize(kind)), 0)
}

/** A calendar file is short. */
const usualSize = (kind: DispatchDocument['kind']) => (kind === 'calendar' ? 4_000 : PAPER_BYTES)

function isLate(today: string, body: Body, { date }: Meeting): boolean {
  return today > convocationDeadline(date, body.convocationDays, body.convocationCounting)
}

/** Prepared for another day, under another number or with another agenda than the meeting has since. */
async function isOutOfDate(tx: Reader, dispatch: Dispatch, found: Meeting): Promise<boolean> {
  const template = await templateOf(tx, dispatch.kind)
  const says = (fields: string) =>
    new RegExp(`\\{\\s*(?:${fields})\\s*\\}`, 'i').test(`${template.subject}\n${template.body}`)
  if (says('ordre du jour') && (await listsOtherItems(tx, dispatch, found))) return true
  if (!says('date|séance')) return false
  const { date, number } = await numbered(tx, found, dispatch.kind)
  // Typed again by hand, a date may have lost its no-break spaces.
  const said = `${dispatch.subject}\n${dispatch.body}`.replace(/\s+/g, ' ')
  const day = formatDate(date).replace(/\s+/g, ' ')
  if (!said.includes(day)) return true
  const numbers = [...said.matchAll(new RegExp(`n° ?(\\d+) du ${day}`, 'g'))].map(([, written]) => written)
  return numbers.some((written) => written !== String(number))
}

const LISTED = String.raw`\d+(?:\.\d+)*\.? `
const listed = new RegExp(`^${LISTED}`, 'm')
const goesOn = new RegExp(`^\\n${LISTED}`)

/** Whoever reads the message reads the agenda joined to it: what it lists, if it does, is all of it and nothing more. */
async function listsOtherItems(tx: Reader, { body }: Dispatch, meeting: Meeting): Promise<boolean> {
  const spaced = (words: string) => words.replace(/[^\S\n]+/g, ' ').replace(/^ | $/gm, '')
  const said = spaced(body)
  if (!listed.test(said)) return false
  const items = spaced(agendaLines(agendaContent(meeting, await agendaItems(tx, meeting.id))))
  const at = said.indexOf(items)
  return at < 0 || goesOn.test(said.slice(at + items.length))
}

async function agendaWarnings(
  tx: Reader,
  { meetingId, kind }: Dispatch,
  documents: readonly DispatchDocument[],
): Promise<{ notValidated: boolean; notPublished: boolean }> {
  const carried = documents.some(
    (document) => document.kind === 'agenda' || document.kind === 'agendaChanges',
  )
  if (kind === 'agendaDraft' || (!carried && kind !== 'convocation' && kind !== 'agendaChanged'))
    return { notValidated: false, notPublished: false }
  const { present, row, isPublished } = await standingOf(tx, meetingId)
  const isValidated =
    row.state === 'validated' && row.validatedContent !== null && sameContent(row.validatedContent, present)
  return { notValidated: !isPublished && !isValidated, notPublished: !isPublished }
}

/** Minutes go whole to everybody who was there: that some of it is the members' own is said before. */
async function isReserved(
  tx: Reader,
  { meetingId }: Dispatch,
  { recipients, documents }: Pick<Parts, 'recipients' | 'documents'>,
): Promise<boolean> {
  const carries = documents.some(({ kind }) => kind === 'minutes' || kind === 'minutesWord')
  if (!carries || !recipients.some(({ reason }) => reason === 'guest')) return false
  const row = await tx
    .selectFrom('minutesSection')
    .innerJoin('minutes', 'minutes.id', 'minutesSection.minutesId')
    .select('minutesSection.id')
    .where('minutes.meetingId', '=', meetingId)
    .where('minutesSection.circulation', '=', 'members')
    .executeTakeFirst()
  return row !== undefined
}

/** An attachment was replaced, or is the secretariat's own now; minutes or changes have nothing to print. */
async function isMissingDocuments(
  tx: Reader,
  { meetingId }: Dispatch,
  documents: readonly DispatchDocument[],
): Promise<boolean> {
  for (const { kind, attachmentId } of documents) {
    if (kind === 'attachment') {
      const row = await tx
        .selectFrom('attachment')
        .select(['replacedBy', 'circulation'])
        .where('id', '=', attachmentId ?? '')
        .executeTakeFirst()
      if (row === undefined || row.replacedBy !== null || row.circulation === 'secretariat') return true
    }
    if (kind === 'minutes' || kind === 'minutesWord') {
      const row = await tx
        .selectFrom('minutes')
        .select('id')
        .where('meetingId', '=', meetingId)
        .executeTakeFirst()
      if (row === undefined) return true
    }
    if (kind === 'agendaChanges' || kind === 'agenda' || kind === 'agendaWord') {
      const table = kind === 'agendaChanges' ? ('agendaVersion' as const) : ('agendaItem' as const)
      const row = await tx
        .selectFrom(table)
        .select('id')
        .where('meetingId', '=', meetingId)
        .executeTakeFirst()
      if (row === undefined) return true
    }
  }
  return false
}
