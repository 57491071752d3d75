import { type Consultation, MOST_SHOWN } from '../../../contract/approval.ts'
import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { newestPart } from '../../../domain/dispatch/newest-part.ts'
import { TEXT_LENGTH } from '../../../domain/limits.ts'
import { type ApprovalAnswer, readApproval } from '../../../domain/minutes/approval-reply.ts'
import { personFinder } from '../../../domain/people/same-person.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import { isAutomaticMail } from '../../attendance/index.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { directoryView, mandatesOn } from '../../reads/directory.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { openMinutes } from '../../reads/minutes.ts'
import { namedMeeting, namesAnother } from '../../reads/named-meeting.ts'
import { consultation, ofThisText } from './consultation.ts'

export async function setReply(
  writing: WriteContext,
  { meetingId, personId, answer }: Parsed<'approval.setReply'>,
): Promise<Consultation> {
  await openMinutes(writing.tx, meetingId)
  writing.about(meetingId)
  await expectMember(writing.tx, meetingId, personId)
  await keepReply(writing, { meetingId, personId, answer, words: '', answeredAt: writing.now.toISOString() })
  return consultation(writing.tx, meetingId)
}

/** What can be told of each mail is noted at once; the others are named, for a person to read. */
export async function readReplies(
  context: LongContext,
  { meetingId, files }: Parsed<'approval.readReplies'>,
): Promise<Output<'approval.readReplies'>> {
  const { directory, mandates, members, closesOn, named } = await context.read(async ({ tx }) => {
    await openMinutes(tx, meetingId)
    const meeting = await liveMeeting(tx, meetingId)
    return {
      directory: await directoryView(tx),
      mandates: await mandatesOn(tx, meeting),
      named: await namedMeeting(tx, meeting),
      ...(await consultation(tx, meetingId)),
    }
  })
  /** Whoever answers for an organisation answers for its seat, by a mandate of theirs or as one of its people. */
  const seatOf = (person: { id: string; organisationId: string | null }) => {
    const own = members.find(({ personId }) => personId === person.id)
    if (own !== undefined) return own
    const mandated = mandates.filter((one) => one.person.id === person.id).map((one) => one.organisationId)
    const among = (ids: readonly (string | null)[]) => {
      const seats = members.filter(
        ({ organisationId }) => organisationId !== null && ids.includes(organisationId),
      )
      return seats.length === 1 ? seats[0] : undefined
    }
    return among(mandated) ?? among([person.organisationId])
  }
  const find = personFinder(directory)
  const said: Said[] = []
  const unread: Output<'approval.readReplies'>['unread'] = []
  for (const { fileName, bytes } of files) {
    try {
      const mail = await context.runJob('readMail', { fileName, bytes })
      const words = newestPart(mail.text).join('\n').trim()
      // Only looked into: words of the request itself, below a head that may be their own, are no answer.
      const own = newestPart(mail.text, { isLikely: true }).join('\n')
      const answer = isAutomaticMail(mail) ? null : readApproval(own, mail.from.name)
      const found = find({ name: mail.from.name, email: mail.from.email })
      const person = directory.persons.find(
        ({ id }) => found !== null && found.certainty !== 'possible' && id === found.personId,
      )
      const member = person === undefined ? undefined : seatOf(person)
      const { sentAt } = mail
      const isLate = sentAt !== null && closesOn !== null && civilDate(new Date(sentAt)) > closesOn
      const excerpt = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN - 1)}…` : words
      const shown = { fileName, from: mail.from.name || mail.from.email, words: excerpt }
      if (namesAnother(mail.subject, named)) unread.push({ ...shown, why: 'other-meeting' })
      else if (member === undefined) unread.push({ ...shown, why: 'nobody' })
      else if (answer === null) unread.push({ ...shown, why: 'unclear' })
      else if (isLate) unread.push({ ...shown, why: 'late' })
      else {
        const isOwn = member.personId === person?.id
        said.push({
          shown,
          personId: member.personId,
          isOwn,
          answer,
          words: words.slice(0, TEXT_LENGTH),
          sentAt,
        })
      }
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      unread.push({ fileName, from: '', words: '', why: thrown.code satisfies ErrorCode })
    }
  }
  return context.write('approval.readReplies', async (writing) => {
    await openMinutes(writing.tx, meetingId)
    writing.about(meetingId)
    const older: typeof unread = []
    const isOfThis = await ofThisText(writing.tx, meetingId)
    const present = writing.now.toISOString()
    for (const { shown, sentAt, isOwn, ...reply } of said.sort(ownFirst)) {
      // A clock that is ahead dates nobody's answer after a text they have not seen.
      const at = sentAt === null || sentAt > present ? present : sentAt
      const known = await answeredAt(writing.tx, meetingId, reply.personId)
      if (!isOwn && known !== '' && isOfThis(known)) older.push({ ...shown, why: 'answered' })
      else if (known > at) older.push({ ...shown, why: 'older' })
      else await keepReply(writing, { ...reply, meetingId, answeredAt: at })
    }
    return {
      taken: said.length - older.length,
      unread: [...unread, ...older],
      consultation: await consultation(writing.tx, meetingId),
    }
  })
}

type Said = {
  shown: Omit<Output<'approval.readReplies'>['unread'][number], 'why'>
  /** Whose seat it is, and whether they say it themselves. */
  personId: string
  isOwn: boolean
  answer: ApprovalAnswer
  words: string
  sentAt: string | null
}

/** Nobody answers over whoever holds the seat. A mail without a date is taken for one of now. */
const ownFirst = (a: Said, b: Said) =>
  Number(b.isOwn) - Number(a.isOwn) || (a.sentAt ?? '9').localeCompare(b.sentAt ?? '9')

/** Empty while nobody answered. */
async function answeredAt(tx: Reader, meetingId: string, personId: string): Promise<string> {
  const known = await tx
    .selectFrom('approvalReply')
    .select('answeredAt')
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return known?.answeredAt ?? ''
}

async function expectMember(tx: Reader, meetingId: string, personId: string): Promise<void> {
  const { members } = await consultation(tx, meetingId)
  if (!members.some((member) => member.personId === personId))
    throw new AppError('invalid-input', { field: 'personId' })
}

/** The last word wins; none is silence again. */
async function keepReply(
  { tx, now }: WriteContext,
  reply: {
    meetingId: string
    personId: string
    answer: ApprovalAnswer | null
    words: string
    answeredAt: string
  },
): Promise<void> {
  const { meetingId, personId, answer, words, answeredAt } = reply
  await tx
    .deleteFrom('approvalReply')
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .execute()
  if (answer === null) return
  await tx
    .insertInto('approvalReply')
    .values({
      id: newId(now),
      version: 1,
      meetingId,
      personId,
      answer,
      words,
      answeredAt,
    })
    .execute()
}

/** Who remarked on the text as it is, or refused it, and was answered nothing among the observations; each person once. */
export async function unansweredReplies(
  tx: Reader,
  meetingId: string,
): Promise<Pick<Consultation['members'][number], 'name' | 'words'>[]> {
  const { members } = await consultation(tx, meetingId)
  const left = members.filter(({ answer, observed }) => answer === 'observations' && observed !== 'answered')
  return [...new Map(left.map((member) => [member.personId, member])).values()]
}
