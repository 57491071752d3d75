import { z } from 'zod'
import type { Dispatch, DispatchDocument, Recipient } from '../../domain/dispatch/dispatch.ts'
import { type Sending, serverAttempt } from '../../domain/dispatch/sending.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { addressFault, addressKey } from '../../domain/people/addresses.ts'
import { formatDate, formatTime } from '../../domain/text/french.ts'
import { civilDate, clockTime, daysBetween } from '../../domain/time/civil-date.ts'
import { DocumentHead, documentHead, fact, joined, PlainTable, Row, typed } from '../head.ts'
import { convocationProofText as text } from '../text/convocation-proof.ts'
import { meetingText } from '../text/meeting.ts'

export const ConvocationProofModel = z.strictObject({
  kind: z.literal('convocationProof'),
  head: DocumentHead,
  facts: z.array(Row),
  messages: z.array(
    z.strictObject({
      heading: z.string(),
      facts: z.array(Row),
      recipients: PlainTable,
      documents: PlainTable,
    }),
  ),
  /** Said when nothing was sent; empty otherwise. */
  empty: z.string(),
  emptyHeading: z.string(),
})
export type ConvocationProofModel = z.infer<typeof ConvocationProofModel>

/** A convocation that was sent, and what a server answered if one was spoken to from here. */
export type SentConvocation = {
  readonly dispatch: Dispatch
  /** The day that the meeting had when it left. */
  readonly convenedFor: string
  readonly recipients: readonly Recipient[]
  readonly documents: readonly DispatchDocument[]
  readonly sendings: readonly Sending[]
}

/** Who was convened, when, and with which bytes. @param sent oldest first. */
export function convocationProofModel(
  file: MeetingFile,
  sent: readonly SentConvocation[],
): ConvocationProofModel {
  const { meeting } = file
  return {
    kind: 'convocationProof',
    head: documentHead(file, 'convocationProof', text.mention, text.notice),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(meetingText.date, `${formatDate(meeting.date)}, ${formatTime(meeting.startTime)}`),
    ],
    messages: sent.map((one, at) => messageOf(one, text.message(at + 1, sent.length))),
    empty: sent.length === 0 ? text.empty : '',
    emptyHeading: text.emptyHeading,
  }
}

function messageOf(
  { dispatch, convenedFor, recipients, documents, sendings }: SentConvocation,
  heading: string,
): ConvocationProofModel['messages'][number] {
  const own = serverAttempt(sendings, dispatch.messageSha256)
  const accepted = own.find(({ state }) => state === 'confirmed')
  const at = accepted?.changedAt ?? dispatch.sentAt ?? dispatch.createdAt
  const byAddress = new Map(own.map((one) => [addressKey(one.recipient), one]))
  return {
    heading,
    facts: [
      ...fact(text.subject, typed(dispatch.subject)),
      ...fact(text.sentAt, text.sentAtBy(momentWords(at), typed(dispatch.sentBy))),
      ...fact(
        text.delay,
        text.days(daysBetween(civilDate(new Date(at)), convenedFor), formatDate(convenedFor)),
      ),
      ...fact(
        text.by,
        accepted === undefined
          ? text.byHand
          : accepted.answer === ''
            ? text.bySomebody(accepted.host)
            : text.byServer(accepted.host),
      ),
      ...fact(
        text.messageId,
        sendings.findLast(({ sha256 }) => sha256 === dispatch.messageSha256)?.messageId ?? '',
      ),
      ...fact(text.hash, dispatch.messageSha256 ?? ''),
      ...fact(text.size, dispatch.messageBytes === null ? '' : text.bytes(dispatch.messageBytes)),
    ],
    recipients: {
      columns: [...text.recipients],
      rows: recipients.map(({ name, organisation, email }) => {
        const fate = fateOf(email, byAddress.get(addressKey(email)))
        return [joined([typed(name), typed(organisation)]) || email.trim(), email.trim(), fate]
      }),
    },
    documents: {
      columns: [...text.documents],
      rows: documents.map(({ fileName, sha256 }) => [fileName, sha256 ?? '']),
    },
  }
}

/** What is known of one recipient, and no more. */
function fateOf(email: string, handed: Sending | undefined): string {
  const fault = addressFault(email)
  if (fault !== null) return text.faults[fault]
  if (handed?.state === 'refused') return text.refused(typed(handed.answer))
  if (handed?.state !== 'confirmed') return text.noted
  return handed.answer === '' ? text.seen : text.delivered
}

/** "lundi 2 novembre 2026 à 10 h 30", by the clock of the desk. */
function momentWords(instant: string): string {
  const when = new Date(instant)
  return `${formatDate(civilDate(when))} à ${formatTime(clockTime(when))}`
}
