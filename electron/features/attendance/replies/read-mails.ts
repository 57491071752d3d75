import { AppError } from '../../../contract/errors.ts'
import type { Input } from '../../../contract/index.ts'
import type { ReplyDraft } from '../../../contract/replies.ts'
import type { ReplyAnswer } from '../../../domain/attendance/reply.ts'
import type { Mail } from '../../../domain/dispatch/mail.ts'
import type { Meeting } from '../../../domain/meetings/meeting.ts'
import { addressesIn, addressKey } from '../../../domain/people/addresses.ts'
import { type KnownPersons, personFinder } from '../../../domain/people/same-person.ts'
import { calendarUid } from '../../../domain/time/calendar-file.ts'
import type { LongContext } from '../../context.ts'
import { directoryView } from '../../reads/directory.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { type Named, namedMeeting, namesAnother } from '../../reads/named-meeting.ts'
import { askedTo } from '../../reads/replies.ts'
import { type ReadReply, readReplyWords } from './reply-words.ts'

/** One mail after the other: a folder of them must not fill the memory at once. */
export async function readReplyMails(
  context: LongContext,
  { meetingId, files }: Input<'replies.readMails'>,
): Promise<ReplyDraft[]> {
  const { meeting, named, directory, asked } = await context.read(async ({ tx }) => {
    const found = await liveMeeting(tx, meetingId)
    return {
      meeting: found,
      named: await namedMeeting(tx, found),
      directory: await directoryView(tx),
      asked: (await askedTo(tx, meetingId)).map(({ personId }) => personId),
    }
  })
  const senderOf = finder(directory, asked)
  const drafts: ReplyDraft[] = []
  for (const { fileName, bytes } of files) {
    try {
      const mail = await context.runJob('readMail', { fileName, bytes })
      drafts.push(draftOf(fileName, mail, { ...meeting, ...named }, senderOf))
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      drafts.push({ ...unread, fileName, failure: thrown.code })
    }
  }
  return drafts
}

const unread: Omit<ReplyDraft, 'fileName'> = {
  from: '',
  sentAt: null,
  personId: null,
  answer: null,
  representedBy: '',
  excerpt: '',
  calendar: null,
  otherMeeting: false,
  failure: null,
}

function draftOf(
  fileName: string,
  mail: Mail,
  meeting: Meeting & Named,
  senderOf: (mail: Mail, answering: string, about: string) => string | null,
): ReplyDraft {
  const { attendee, uid, comment } = calendarFacts(mail.calendar)
  const words = readReplyWords(mail, meeting.mode)
  // Where a calendar answers, it says itself for which event.
  const otherMeeting = uid.endsWith(calendarUid(''))
    ? uid !== calendarUid(meeting.id).toLowerCase()
    : namesAnother(mail.subject, meeting)
  return {
    ...unread,
    fileName,
    from: mail.from.name === '' ? mail.from.email : `${mail.from.name} <${mail.from.email}>`,
    sentAt: mail.sentAt,
    personId: senderOf(mail, attendee, words.about),
    ...(otherMeeting ? {} : answerOf(mail.answer, words, meeting)),
    excerpt: words.excerpt || comment || (mail.answer === null ? '' : mail.subject),
    calendar: mail.answer,
    otherMeeting,
  }
}

/** The calendar says whether, the words say how; where they contradict each other, nothing is answered. */
function answerOf(
  calendar: Mail['answer'],
  words: ReadReply,
  { mode }: Pick<Meeting, 'mode'>,
): { answer: ReplyAnswer | null; representedBy: string } {
  const said = { answer: words.answer, representedBy: words.representedBy }
  const isPresent = words.answer === 'onSite' || words.answer === 'remote'
  if (calendar === null) return said
  if (calendar === 'accepted') {
    if (words.answer === null) return { ...said, answer: mode === 'visio' ? 'remote' : 'onSite' }
    return isPresent ? said : { answer: null, representedBy: '' }
  }
  if (calendar === 'declined' && !isPresent) return { ...said, answer: words.answer ?? 'excused' }
  return { answer: null, representedBy: '' }
}

/** Of a calendar's answer: who answers, for which event, with what words; long lines are folded (RFC 5545, 3.1). */
function calendarFacts(calendar: string | null): { attendee: string; uid: string; comment: string } {
  const lines = (calendar ?? '').replace(/\r?\n[ \t]/g, '')
  const value = (name: string) =>
    new RegExp(`^${name}(?:;[^\\r\\n:"]*(?:"[^"\\r\\n]*"[^\\r\\n:"]*)*)?:(.*)$`, 'im')
      .exec(lines)?.[1]
      ?.trim() ?? ''
  const comment = value('COMMENT')
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
  return {
    attendee: addressKey(value('ATTENDEE').replace(/^mailto:/i, '')),
    uid: value('UID').toLowerCase(),
    comment: comment.slice(0, 300),
  }
}

/**
 * Whose answer a mail is: the person named by its words; else the one whose calendar answered, whose address it has,
 * who has the writer as assistant, or whose name it bears. People asked to the meeting before all others.
 */
function finder(directory: KnownPersons, asked: readonly string[]) {
  const isAsked = new Set(asked)
  const persons = directory.persons.filter(({ id }) => isAsked.has(id))
  const [findAsked, findAnybody] = [personFinder({ ...directory, persons }), personFinder(directory)]
  const sure = (wanted: Parameters<typeof findAsked>[0]): string | null => {
    const found = findAsked(wanted) ?? findAnybody(wanted)
    return found === null || found.certainty === 'possible' ? null : found.personId
  }
  const only = (fits: (person: KnownPersons['persons'][number]) => boolean): string | null => {
    const found = persons.filter(fits)
    return found.length === 1 ? (found[0]?.id ?? null) : null
  }
  const holding = (email: string) =>
    email === '' ? null : only((person) => addressKey(person.email) === email)
  return (mail: Mail, answering: string, about: string): string | null => {
    if (about !== '') return named(about)
    return (
      holding(answering) ??
      holding(mail.from.email) ??
      only(({ copyEmails }) => addressesIn(copyEmails).map(addressKey).includes(mail.from.email)) ??
      sure({ name: mail.from.name, email: mail.from.email })
    )
  }
  /** "M. Exemple": a family name is enough when one person asked has it. */
  function named(about: string): string | null {
    const found = findAsked({ name: about })
    if (found !== null && found.others.length === 0) return found.personId
    return sure({ name: about })
  }
}
