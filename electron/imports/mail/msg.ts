// A message file of Outlook (MS-OXMSG) to our own shape; the compound file itself is msgreader's.
import msgReader, { type FieldsData } from '@kenjiuno/msgreader'
import { AppError } from '../../contract/errors.ts'
import type { Mail, MailAddress, MailAttachment } from '../../domain/dispatch/mail.ts'
import { plainMailText } from '../../domain/dispatch/mail-text.ts'
import { checkCompound } from './compound-check.ts'
import { readHeaders } from './eml.ts'
import { htmlToText } from './html-text.ts'
import { mailAddress, messageIds, safeAttachmentName, withDistinctNames } from './mail-parts.ts'

// A CommonJS module: its class is the default of what Node imports, and of what the bundler imports.
const MsgReader =
  'default' in msgReader ? (msgReader as unknown as { default: typeof msgReader }).default : msgReader

/** MAPI properties that the library leaves without a name (MS-OXPROPS), by number. */
const TAG = {
  representingName: '0042',
  representingEmail: '0065',
  inReplyTo: '1042',
  references: '1039',
} as const

/** Windows code pages by their MAPI number, for messages of the time before Unicode. */
const UTF8 = 65001

type Message = { fields: FieldsData; file(attachment: FieldsData): Uint8Array | null }

/**
 * @throws AppError `file-damaged` when the bytes are no message of Outlook
 */
export async function readMsg(bytes: Uint8Array): Promise<{ mail: Mail; html: string }> {
  const { fields, file } = open(bytes)
  const headers = words(fields.headers).trim() === '' ? null : await readHeaders(words(fields.headers))
  const html = htmlOf(fields)
  const plain = plainMailText(words(fields.body))
  const recipients = (fields.recipients ?? []).map((one) => ({
    field: one.recipType ?? 'to',
    address: mailAddress(words(one.name), internetAddress(one.smtpAddress, one.email)),
  }))
  const mail = {
    messageId: messageIds(words(fields.messageId))[0] ?? headers?.messageId ?? '',
    inReplyTo: messageIds(text(fields, TAG.inReplyTo))[0] ?? headers?.inReplyTo ?? '',
    references: [...new Set([...(headers?.references ?? []), ...messageIds(text(fields, TAG.references))])],
    subject: withoutMark(words(fields.subject))
      .replace(/\s+/gu, (spaces) => (spaces.length > 1 ? ' ' : spaces))
      .trim()
      .slice(0, 1000),
    from: sender(fields, headers?.from),
    to: recipients.filter(({ field }) => field === 'to').map(({ address }) => address),
    cc: recipients.filter(({ field }) => field === 'cc').map(({ address }) => address),
    sentAt: instant(fields.clientSubmitTime) ?? headers?.sentAt ?? instant(fields.messageDeliveryTime),
    text: plain === '' ? plainMailText(htmlToText(html)) : plain,
    attachments: withDistinctNames(
      (fields.attachments ?? []).flatMap((one) => {
        const content = file(one)
        return content === null ? [] : [attachment(one, content, html)]
      }),
    ),
    calendar: null,
    answer: answers[words(fields.messageClass).toLowerCase()] ?? null,
  }
  return { mail, html }
}

/** Kinds of message by which Outlook answers an invitation (MS-OXOCAL 2.2.8). */
const answers: Readonly<Record<string, NonNullable<Mail['answer']>>> = {
  'ipm.schedule.meeting.resp.pos': 'accepted',
  'ipm.schedule.meeting.resp.neg': 'declined',
  'ipm.schedule.meeting.resp.tent': 'tentative',
}

function open(bytes: Uint8Array): Message {
  checkCompound(bytes)
  try {
    const first = parse(bytes, 'windows1252')
    // Only after a first reading does the message say in which page its words are written.
    const page = first.fields.messageCodepage ?? first.fields.internetCodepage
    const encoding = page === undefined || page === 1252 ? null : page === UTF8 ? 'utf8' : `windows${page}`
    const message = encoding === null ? first : reparsed(bytes, encoding, first)
    const isMessage =
      message.fields.messageClass !== undefined ||
      message.fields.subject !== undefined ||
      message.fields.body !== undefined ||
      message.fields.senderName !== undefined ||
      message.fields.senderEmail !== undefined
    if (!isMessage) throw new AppError('file-damaged', { message: 'msg: another compound file' })
    return message
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('file-damaged', { cause })
  }
}

function parse(bytes: Uint8Array, encoding: string): Message {
  const reader = new MsgReader(bytes.slice().buffer)
  reader.parserConfig = { ansiEncoding: encoding, includeRawProps: true }
  const fields = reader.getFileData()
  if (fields.error !== undefined || fields.dataType === null)
    throw new AppError('file-damaged', { message: 'msg: not a compound file' })
  return {
    fields,
    file(one) {
      // A link to a shared drive has no bytes of its own.
      if (one.dataId === undefined && one.innerMsgContent !== true) return null
      return reader.getAttachment(one).content
    },
  }
}

/** Pages that the library does not know are rare: the message is then read as it was. */
function reparsed(bytes: Uint8Array, encoding: string, otherwise: Message): Message {
  try {
    return parse(bytes, encoding)
  } catch {
    return otherwise
  }
}

/** The person on whose behalf it was sent, when there is one: a secretary sends for a director. */
function sender(fields: FieldsData, fromHeaders: MailAddress | undefined): MailAddress {
  const represented = internetAddress(fields.sentRepresentingSmtpAddress, text(fields, TAG.representingEmail))
  const own =
    internetAddress(fields.senderSmtpAddress, fields.senderEmail) ||
    internetAddress(fields.creatorSMTPAddress, '')
  const name = text(fields, TAG.representingName) || words(fields.senderName)
  return mailAddress(name || (fromHeaders?.name ?? ''), represented || fromHeaders?.email || own)
}

/** The address of the Internet; that of Exchange's own directory ("/o=…") is none. */
function internetAddress(smtp: unknown, other: unknown): string {
  return [smtp, other].map(words).find((one) => /^[^\s/@]+@[^\s@]+$/.test(one.trim())) ?? ''
}

function text(fields: FieldsData, tag: string): string {
  return words(
    fields.rawProps?.find(
      ({ propertyTag, value }) => propertyTag?.slice(0, 4).toLowerCase() === tag && typeof value === 'string',
    )?.value,
  )
}

/** Before a subject, a sign of its own and the length of the "RE: " may stand (MS-OXCMSG 2.2.1.9). */
function withoutMark(subject: string): string {
  return subject.charCodeAt(0) === 1 ? subject.slice(2) : subject
}

/** A damaged message may hold a number or bytes where the library promises words. */
function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function htmlOf({ html, bodyHtml, internetCodepage: page }: FieldsData): string {
  if (!(html instanceof Uint8Array)) return words(bodyHtml)
  const start = new TextDecoder('latin1').decode(html.subarray(0, 2000))
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  const label = declared ?? (page === undefined || page === UTF8 ? 'utf-8' : `windows-${page}`)
  try {
    return new TextDecoder(label).decode(html)
  } catch {
    return new TextDecoder('windows-1252').decode(html)
  }
}

function attachment(one: FieldsData, content: Uint8Array, html: string): MailAttachment {
  const contentId = words(one.pidContentId)
  const mediaType = words(one.attachMimeTag)
  const own = words(one.fileName) || words(one.fileNameShort)
  const name =
    one.innerMsgContent === true ? `${words(one.name)}.msg` : own || words(one.name) + words(one.extension)
  const isShown = contentId !== '' && (html === '' || html.includes(`cid:${contentId}`))
  const isPicture = /^image\//i.test(mediaType) || /\.(?:png|jpe?g|gif|bmp)$/i.test(own)
  return {
    // A title with a stroke in it is no path.
    fileName: safeAttachmentName(name.replace(/[/\\]/g, ' '), mediaType),
    bytes: content,
    isInline: one.attachmentHidden === true || (isPicture && isShown),
  }
}

function instant(date: unknown): string | null {
  const time = Date.parse(words(date))
  return Number.isNaN(time) || time <= 0 ? null : new Date(time).toISOString()
}
