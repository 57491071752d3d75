// A message ready to be sent by the desk's own mail program (RFC 5322, X-Unsent), written by nodemailer's composer;
// identifier, date and boundaries come from the data, so that the same message always has the same bytes.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Mailbox, oneLine } from '../../domain/people/addresses.ts'
import type { CalendarMethod } from '../../domain/time/calendar-file.ts'

export type MailFile = { readonly fileName: string; readonly bytes: Uint8Array }

export type MailMessage = {
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
  /** Shown as an invitation by the programs that know how, and as a file by the others. */
  calendar: { readonly method: CalendarMethod; readonly fileName: string; readonly bytes: Uint8Array } | null
  attachments: readonly MailFile[]
}

/** The whole message; lines end with CRLF, nothing is read from disk or network. */
export async function mailMessage(message: MailMessage): Promise<Uint8Array> {
  const { id, calendar } = message
  const subject = oneLine(message.subject)
  // Loaded for the first message: the core starts without it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    headers: { 'X-Unsent': '1' },
    ...(message.from === null ? {} : { from: message.from }),
    to: [...message.to],
    cc: [...message.cc],
    bcc: [...message.bcc],
    subject,
    messageId: `<${id}@seances-inp>`,
    date: message.date,
    text: message.body,
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
  // Read back by the program that sends it, and taken out by it then.
  root.keepBcc = true
  return root.build()
}

/** Always base64, under its own name: a text or a message attached arrives with the bytes it had. */
function attached({ fileName, bytes }: MailFile) {
  return {
    filename: oneLine(fileName),
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
