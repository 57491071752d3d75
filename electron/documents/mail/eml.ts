// A message ready to be sent by the desk's own mail program (RFC 5322, X-Unsent), or handed to a server as it is, written by
// nodemailer's composer; identifier, date and boundaries come from the data, so that the same message always has the same bytes.

import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Mailbox } from '../../domain/people/addresses.ts'
import { withoutBreaks } from '../../domain/text/without-breaks.ts'
import type { CalendarMethod } from '../../domain/time/calendar-file.ts'

export type MailFile = { readonly fileName: string; readonly bytes: Uint8Array }

/**
 * `unsent`: a file that the mail program opens and sends; `draft`: it lies in the mailbox and is sent from there; `sent`:
 * it goes to its recipients as it is.
 */
export type MailForm = 'unsent' | 'draft' | 'sent'

/** Names a message for good, with the brackets that it has in a header. */
export const messageIdOf = (id: string): string => `<${id}@seances-inp>`

export type ReplyLinks = { readonly lead: string; readonly links: readonly { label: string; href: string }[] }

export type MailMessage = {
  form: MailForm
  /** Of the dispatch: names the message for good. */
  id: string
  /** When it was prepared. */
  date: Date
  /** Null leaves the sender to the mail program. */
  from: Mailbox | null
  to: readonly Mailbox[]
  cc: readonly Mailbox[]
  bcc: readonly Mailbox[]
  subject: string
  body: string
  /** Ready answers, each a link that opens a message to the secretariat; they follow the text. */
  replies: ReplyLinks | null
  /** Shown as an invitation by the programs that know how, and as a file by the others. */
  calendar: { readonly method: CalendarMethod; readonly fileName: string; readonly bytes: Uint8Array } | null
  attachments: readonly MailFile[]
}

/** The whole message; lines end with CRLF, nothing is read from disk or network. */
export async function mailMessage(message: MailMessage): Promise<Uint8Array> {
  const { id, form, calendar } = message
  const subject = withoutBreaks(message.subject)
  // Loaded for the first message: the core starts without it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    headers: form === 'unsent' ? { 'X-Unsent': '1' } : {},
    ...(message.from === null ? {} : { from: message.from }),
    to: [...message.to],
    cc: [...message.cc],
    bcc: [...message.bcc],
    subject,
    messageId: messageIdOf(id),
    date: message.date,
    text: message.replies === null ? message.body : withReplies(message.body, message.replies),
    // Only a page can hide an address behind a word.
    ...(message.replies === null ? {} : { html: pageOf(message.body, message.replies) }),
    // One line of the text is one paragraph: the reader's program wraps it, and no mark says otherwise.
    encoding: 'quoted-printable',
    alternatives:
      calendar === null
        ? []
        : [
            {
              contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
              content: Buffer.from(calendar.bytes),
              contentTransferEncoding: 'base64',
            },
          ],
    attachments: [
      ...message.attachments.map(attached),
      ...(calendar === null
        ? []
        : [
            {
              ...attached(calendar),
              contentType: 'application/ics',
            },
          ]),
    ],
    // '=_' stands in no quoted-printable or base64 line: the boundary cannot occur in a part.
    boundaryPrefix: '=_seances',
    baseBoundary: createHash('sha256')
      .update(`${id}\n${subject}\n${message.body}`)
      .digest('hex')
      .slice(0, 24),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const root = composer.compile()
  // Read back by the program that sends it, and taken out by it then; nothing else takes it out.
  root.keepBcc = form !== 'sent'
  return root.build()
}

/** The ends of the lines of a message are those of its text, whose last line may have none. */
function withReplies(body: string, { lead, links }: ReplyLinks): string {
  return `${body.trimEnd()}\n\n${lead}\n${links.map(({ label, href }) => `– ${label} : ${href}`).join('\n')}\n`
}

function pageOf(body: string, { lead, links }: ReplyLinks): string {
  const lines = body
    .trimEnd()
    .split('\n')
    .map((line) => escaped(line))
  const items = links.map(({ label, href }) => `<li><a href="${escaped(href)}">${escaped(label)}</a></li>`)
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><body><p>${lines.join('<br>\n')}</p>\n<p>${escaped(lead)}</p>\n<ul>${items.join('\n')}</ul></body></html>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** Always base64, under its own name: a text or a message attached arrives with the bytes it had. */
function attached({ fileName, bytes }: MailFile) {
  return {
    filename: withoutBreaks(fileName),
    content: Readable.from(slices(bytes)),
    contentTransferEncoding: 'base64' as const,
    contentDisposition: 'attachment' as const,
    ...(/\.(eml|msg)$/i.test(fileName) ? { contentType: 'application/octet-stream' } : {}),
  }
}

/** In pieces: encoding a large document in one go would keep every other call waiting. */
function* slices(bytes: Uint8Array): Generator<Buffer> {
  const size = 256 * 1024
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size))
}

/** Size of bytes once in a message: base64 (four characters for three bytes) in lines of 76 ended by CRLF. */
export function encodedSize(bytes: number): number {
  const characters = 4 * Math.ceil(bytes / 3)
  return characters + 2 * Math.ceil(characters / 76)
}
