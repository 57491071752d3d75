import type { ReplyLinks } from '../../documents/mail/eml.ts'
import { dispatchText } from '../../documents/text/dispatch.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { isAddress } from '../../domain/people/addresses.ts'
import { formatDate } from '../../domain/text/french.ts'

const text = dispatchText.replies

/** One click opens a message that the reading of replies understands; none without an address to answer to. */
export function replyLinks({ email, meetingWord }: Body, meeting: Meeting): ReplyLinks | null {
  const to = email.trim()
  if (!isAddress(to)) return null
  const subject = text.subject(dispatchText.meeting(meetingWord, meeting.number, formatDate(meeting.date)))
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
