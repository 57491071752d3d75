import type { Mail, MailAddress } from '../../domain/dispatch/mail.ts'
import { datesIn } from '../understanding/dates.ts'
import { mailAddress, plainMailText } from './mail-parts.ts'

export type PastedMail = Omit<Mail, 'attachments' | 'calendar' | 'answer'>

type Field = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other'
const LABELS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:de|from|exp[ée]diteur|von)$/i, 'from'],
  [/^(?:envoy[ée](?:\s+le)?|re[çc]u(?:\s+le)?|date|sent|gesendet)$/i, 'sent'],
  [/^(?:[àa]|to|pour|destinataires?|an)$/i, 'to'],
  [/^(?:cc|cci|bcc|copie(?:\s+[àa])?)$/i, 'cc'],
  [/^(?:objet|sujet|subject|betreff)$/i, 'subject'],
  [
    /^(?:importance|pi[èe]ces?\s+jointes?|attachments?|r[ée]pondre\s+[àa]|reply-to|cat[ée]gories|priorit[ée])$/i,
    'other',
  ],
]
/** Lines that mail programs put above what they forward. */
const RULE =
  /^[-_*=\s>]*(?:(?:(?:d[ée]but du )?message (?:d[’']origine|transf[ée]r[ée]|original)|(?:begin )?forwarded message|original message|:)[-_*=\s:]*)?$/i

/** Lines looked at for headers: further down they are those of a quoted mail. */
const MAX_HEADER_LINES = 40

/** Null when the text has no headers of a mail at its top: then it is a note. */
export function readPastedMail(text: string): PastedMail | null {
  const lines = plainMailText(text).split('\n')
  let at = 0
  while (at < lines.length && at < 6 && RULE.test(lines[at] ?? '')) at += 1
  const headers = new Map<Field, string>()
  let last: Field | null = null
  for (; at < Math.min(lines.length, MAX_HEADER_LINES); at += 1) {
    const line = (lines[at] ?? '').replace(/^[>*\s]+/, '').trim()
    const header = headerOf(line)
    if (header !== null) {
      if (!headers.has(header.field)) headers.set(header.field, header.value)
      last = header.field
    } else if (line === '' || last === null || !goesOn(headers.get(last) ?? '', last)) break
    else headers.set(last, `${headers.get(last) ?? ''} ${line}`)
  }
  const subject = headers.get('subject')
  const from = headers.get('from')
  if (subject === undefined && from === undefined) return null
  if (headers.size < 2) return null
  return {
    messageId: '',
    inReplyTo: '',
    references: [],
    subject: (subject ?? '').slice(0, 1000),
    from: oneAddress(from ?? ''),
    to: addressesIn(headers.get('to') ?? ''),
    cc: addressesIn(headers.get('cc') ?? ''),
    sentAt: momentIn(headers.get('sent') ?? ''),
    text: plainMailText(lines.slice(at).join('\n')),
  }
}

/** The first line of a note is its title; long ones are cut between two words. */
export function noteTitle(text: string): string {
  const first =
    plainMailText(text)
      .split('\n')[0]
      ?.replace(/^[#*•\-–\s]+/, '')
      .trim() ?? ''
  if (first.length <= 150) return first
  const cut = first.slice(0, 150)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).trimEnd()}…`
}

function headerOf(line: string): { field: Field; value: string } | null {
  const colon = line.search(/[:：]/)
  if (colon < 1 || colon > 24) return null
  const label = line
    .slice(0, colon)
    .replace(/(?<![\s\u00a0\u202f*])[\s\u00a0\u202f*]+$/u, '')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
  const field = LABELS.find(([pattern]) => pattern.test(label))?.[1]
  return field === undefined
    ? null
    : {
        field,
        value: line
          .slice(colon + 1)
          .replace(/^[\s\u00a0\u202f*]+/u, '')
          .trim(),
      }
}

/** A list of people that ends with a separator, or has not begun, goes on in the next line. */
function goesOn(value: string, field: Field): boolean {
  return value === '' || ((field === 'to' || field === 'cc') && /[;,]$/.test(value))
}

const ADDRESS = /[^\s<>()[\]:;,"'@]{1,64}@[^\s<>()[\]:;,"'@.]+(?:\.[^\s<>()[\]:;,"'@.]+)+/g

function oneAddress(text: string): MailAddress {
  const email = text.match(ADDRESS)?.[0] ?? ''
  const name = text
    .replace(/<[^>]*>|\[mailto:[^\]]*\]/gi, ' ')
    .replace(ADDRESS, ' ')
    .replace(/\(\s*\)/g, ' ')
  return mailAddress(name.replace(/(?<![;,\s])[;,\s]+$/, ''), email)
}

function addressesIn(text: string): MailAddress[] {
  return [...new Set(text.match(ADDRESS) ?? [])].slice(0, 500).map((email) => mailAddress('', email))
}

/** The moment as this desk's clock showed it; without an hour, noon, so that the day is right. */
function momentIn(text: string): string | null {
  const date = datesIn(text).find((one) => one.date !== null && !one.date.startsWith('--'))
  if (date?.date == null) {
    const english = Date.parse(text)
    return Number.isNaN(english) ? null : new Date(english).toISOString()
  }
  const [year = 0, month = 1, day = 1] = date.date.split('-').map(Number)
  const time = /(\d{1,2})\s*[h:]\s*(\d{2})(?::\d{2})?\s*(am|pm)?/i.exec(text.slice(date.index + date.length))
  let hour = time === null ? 12 : Number(time[1])
  if (/pm/i.test(time?.[3] ?? '') && hour < 12) hour += 12
  const moment = new Date(year, month - 1, day, hour, Number(time?.[2] ?? 0))
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
