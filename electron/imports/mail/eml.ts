// A mail of the Internet (RFC 5322, MIME) to our own shape; the parsing itself is postal-mime's.

import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { AppError } from '../../contract/errors.ts'
import type { Mail, MailAddress, MailAttachment } from '../../domain/dispatch/mail.ts'
import { plainMailText } from '../../domain/dispatch/mail-text.ts'
import { withoutBreaks } from '../../domain/text/without-breaks.ts'
import { htmlToText } from './html-text.ts'
import { answerOf, mailAddress, messageIds, safeAttachmentName, withDistinctNames } from './mail-parts.ts'

/** Headers that a mail may begin with: without one of them a file is no mail, whatever its name. */
const KNOWN = new Set(
  'from to cc subject date sender reply-to message-id received return-path mime-version content-type delivered-to x-sender x-mailer x-unsent dkim-signature arc-seal authentication-results'.split(
    ' ',
  ),
)

/**
 * @throws AppError `file-damaged` when no header of a mail is found, or when its parts cannot be taken apart
 */
export async function readEml(bytes: Uint8Array): Promise<{ mail: Mail; html: string }> {
  const email = await parse(withoutPreamble(bytes))
  if (!email.headers.some(({ key }) => KNOWN.has(key)))
    throw new AppError('file-damaged', { message: 'eml: no header of a mail' })
  const calendar = calendarOf(email)
  const html = email.html ?? ''
  const plain = plainMailText(email.text ?? '')
  const mail = {
    ...threadOf(email),
    subject: withoutBreaks(email.subject ?? '').slice(0, 1000),
    from: addresses(email.from === undefined ? [] : [email.from])[0] ?? mailAddress('', ''),
    to: addresses(email.to ?? []),
    cc: addresses(email.cc ?? []),
    sentAt: instant(email.date),
    text: plain === '' ? plainMailText(htmlToText(html)) : plain,
    attachments: withDistinctNames(
      email.attachments.filter((part) => isDocument(part)).map((part) => attachment(part, html)),
    ),
    calendar,
    answer: answerOf(calendar),
  }
  return { mail, html }
}

/** Identifiers of a mail and of those before it, from headers alone too (Outlook keeps them as one text). */
export async function readHeaders(
  headers: string,
): Promise<Pick<Mail, 'messageId' | 'inReplyTo' | 'references' | 'from' | 'sentAt'>> {
  const email = await parse(new TextEncoder().encode(`${headers.trim()}\r\n\r\n`))
  return {
    ...threadOf(email),
    from: addresses(email.from === undefined ? [] : [email.from])[0] ?? mailAddress('', ''),
    sentAt: instant(email.date),
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    // A mail in the mail stays whole: it is a document of its own.
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 })
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}

/** Mail folders and some programs put a mark, empty lines or a "From …" line before the headers. */
function withoutPreamble(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1
  const line = new TextDecoder('latin1').decode(bytes.subarray(at, at + 500))
  if (/^From [^\r\n]*\r?\n/.test(line)) at += (/^[^\r\n]*\r?\n/.exec(line) ?? [''])[0].length
  return bytes.subarray(at)
}

function threadOf(email: Email): Pick<Mail, 'messageId' | 'inReplyTo' | 'references'> {
  return {
    messageId: messageIds(email.messageId ?? '')[0] ?? '',
    inReplyTo: messageIds(email.inReplyTo ?? '')[0] ?? '',
    references: messageIds(email.references ?? '').slice(-200),
  }
}

function addresses(list: readonly Address[]): MailAddress[] {
  return list
    .flatMap((one) => (one.group === undefined ? [one] : one.group))
    .map((one) => mailAddress(one.name, one.address))
    .filter(({ name, email }) => name !== '' || email !== '')
}

function instant(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function calendarOf(email: Email): string | null {
  const part = email.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  return part === undefined ? null : new TextDecoder().decode(bytesOf(part))
}

/** A calendar's answer is no document, nor is the signature of a signed mail. */
function isDocument({ mimeType, disposition, filename }: Attachment): boolean {
  if (mimeType === 'text/calendar') return disposition === 'attachment' && filename !== null
  return mimeType !== 'application/pkcs7-signature' && mimeType !== 'application/pgp-signature'
}

function attachment(part: Attachment, html: string): MailAttachment {
  const contentId = messageIds(part.contentId ?? '')[0] ?? ''
  const isPicture = part.mimeType.startsWith('image/')
  const isShown = contentId !== '' && html.includes(`cid:${contentId}`)
  return {
    fileName: safeAttachmentName(part.filename ?? '', part.mimeType),
    bytes: bytesOf(part),
    isInline: isPicture && part.disposition !== 'attachment' ? isShown || part.filename === null : isShown,
  }
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}
