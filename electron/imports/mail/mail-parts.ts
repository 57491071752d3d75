import type { MailAddress, MailAttachment } from '../../domain/dispatch/mail.ts'
import { ADDRESS_LENGTH, LINE_LENGTH } from '../../domain/limits.ts'

/** Largest number of documents kept of one mail. */
export const MAX_ATTACHMENTS = 200

/** File extensions of what mail programs leave without a name. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
}

/**
 * A name that every system accepts: the last part of a path, without what Windows refuses; "pièce" when nothing is left.
 * The extension stays, whatever the length: it says whether the file is a program.
 */
export function safeAttachmentName(name: string, mediaType = ''): string {
  // A character that turns the direction of writing hides the real extension: "notefdp.exe".
  const bare = name.normalize('NFC').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
  const last = (/(?<![^/\\])[^/\\]*$/.exec(bare.replace(/(?<![/\\])[/\\]+$/, '')) ?? [''])[0]
  const clean = last
    .replace(/[\p{C}<>:"|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const dot = clean.lastIndexOf('.')
  const named = dot > 0 && clean.length - dot <= 12
  const known = EXTENSIONS[mediaType.toLowerCase()]
  const extension = named ? clean.slice(dot) : known === undefined ? '' : `.${known}`
  const stem = (named ? clean.slice(0, dot) : clean).slice(0, 120).trim()
  const safe = stem === '' ? 'pièce' : stem
  // Windows reserves these whatever follows the first dot.
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)
  return `${reserved ? '_' : ''}${safe}${extension}`
}

/** `<a@b>` → `a@b`; several are all kept, in order. */
export function messageIds(text: string): string[] {
  const found = [...text.matchAll(/<([^<>\s]{1,1000})>/g)].map((match) => match[1] ?? '')
  if (found.length > 0) return [...new Set(found)]
  const bare = text.trim()
  return bare === '' || /\s/.test(bare) ? [] : [bare.slice(0, 1000)]
}

/** An address as people write it; a name that only repeats the address says nothing. */
export function mailAddress(name: string, email: string): MailAddress {
  const address = email
    .trim()
    .toLowerCase()
    .replace(/[<>\s]/g, '')
  const shown = name
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()
    .slice(0, LINE_LENGTH)
  return {
    name: shown.toLowerCase() === address ? '' : shown,
    email: address.length > ADDRESS_LENGTH ? '' : address,
  }
}

/** Names made different from each other, as a folder would want them. */
export function withDistinctNames(attachments: readonly MailAttachment[]): MailAttachment[] {
  const taken = new Set<string>()
  return attachments.slice(0, MAX_ATTACHMENTS).map((attachment) => {
    const dot = attachment.fileName.lastIndexOf('.')
    const [stem, extension] =
      dot > 0
        ? [attachment.fileName.slice(0, dot), attachment.fileName.slice(dot)]
        : [attachment.fileName, '']
    let name = attachment.fileName
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${extension}`
    taken.add(name.toLowerCase())
    return { ...attachment, fileName: name }
  })
}

/** ACCEPTED, DECLINED or TENTATIVE of a calendar's answer. */
export function answerOf(calendar: string | null): 'accepted' | 'declined' | 'tentative' | null {
  if (calendar === null || !/^METHOD:REPLY/im.test(calendar)) return null
  const unfolded = calendar.replace(/\r?\n[ \t]/g, '')
  const said = /PARTSTAT=(ACCEPTED|DECLINED|TENTATIVE)/i.exec(unfolded)?.[1]?.toLowerCase()
  return said === 'accepted' || said === 'declined' || said === 'tentative' ? said : null
}
