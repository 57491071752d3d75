import type { Mail, MailAddress } from '../../domain/dispatch/mail.ts'
import { copiedMail, plainMailText } from '../../domain/dispatch/mail-text.ts'
import { datesIn } from '../understanding/dates.ts'
import { mailAddress } from './mail-parts.ts'

export type PastedMail = Omit<Mail, 'attachments' | 'calendar' | 'answer'>

/** Null when the text has no headers of a mail at its top: then it is a note. */
export function readPastedMail(text: string): PastedMail | null {
  const copied = copiedMail(text)
  if (copied === null) return null
  const { headers, body } = copied
  const day = headers.get('date') ?? ''
  const sentAt = momentIn(headers.get('sent') ?? day)
  return {
    messageId: '',
    inReplyTo: '',
    references: [],
    subject: (headers.get('subject') ?? '').slice(0, 1000),
    from: oneAddress(headers.get('from') ?? ''),
    to: addressesIn(headers.get('to') ?? ''),
    cc: addressesIn(headers.get('cc') ?? ''),
    sentAt,
    // A day that is none of a calendar is what somebody said.
    text: sentAt === null ? plainMailText(`${day}\n\n${body}`) : body,
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
