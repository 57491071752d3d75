import type { Consultation } from '../../../contract/approval.ts'
import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import { type ApprovalAnswer, readApproval } from '../../../domain/minutes/approval-reply.ts'
import { personFinder } from '../../../domain/people/same-person.ts'
import { newestPart } from '../../attendance/index.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { directoryView, membersOn } from '../../reads/directory.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { minutesView, openMinutes } from '../../reads/minutes.ts'

/** Who is asked, what each answered, and how many did what in each college. */
export async function consultation(tx: Reader, meetingId: string): Promise<Consultation> {
  const meeting = await liveMeeting(tx, meetingId)
  const rows = await tx.selectFrom('approvalReply').selectAll().where('meetingId', '=', meetingId).execute()
  const answers = new Map(rows.map((row) => [row.personId, row]))
  const sent = await tx
    .selectFrom('dispatch')
    .select((eb) => eb.fn.min('sentAt').as('at'))
    .where('meetingId', '=', meetingId)
    .where('kind', '=', 'writtenApproval')
    .where('state', '=', 'sent')
    .executeTakeFirst()
  const members = (await membersOn(tx, meeting))
    .filter(({ role }) => role === 'titulaire')
    .map(({ person, organisation, acronym, organisationId, college }) => ({
      personId: person.id,
      name: `${person.givenName} ${person.familyName}`.trim(),
      organisation: acronym || organisation,
      organisationId,
      college,
      answer: answers.get(person.id)?.answer ?? null,
      words: answers.get(person.id)?.words ?? '',
    }))
  const colleges = [...new Set(members.map(({ college }) => college))].map((college) => {
    const own = members.filter((member) => member.college === college)
    const count = (answer: ApprovalAnswer | null) => own.filter((member) => member.answer === answer).length
    return {
      college,
      approves: count('approves'),
      observations: count('observations'),
      silent: count(null),
    }
  })
  const view = await minutesView(tx, meetingId)
  return {
    closesOn: view?.minutes.consultationDeadline ?? null,
    sentAt: sent?.at ?? null,
    members,
    colleges,
  }
}

export async function setClosing(
  { tx, about }: WriteContext,
  { meetingId, closesOn }: Parsed<'approval.setClosing'>,
): Promise<Consultation> {
  const minutes = await openMinutes(tx, meetingId)
  about(meetingId)
  if (closesOn !== null && closesOn < (await liveMeeting(tx, meetingId)).date)
    throw new AppError('invalid-input', { field: 'closesOn' })
  await updateRow(tx, 'minutes', minutes, { consultationDeadline: closesOn })
  return consultation(tx, meetingId)
}

export async function setReply(
  writing: WriteContext,
  { meetingId, personId, answer }: Parsed<'approval.setReply'>,
): Promise<Consultation> {
  await openMinutes(writing.tx, meetingId)
  writing.about(meetingId)
  await expectMember(writing.tx, meetingId, personId)
  await keepReply(writing, { meetingId, personId, answer, words: '' })
  return consultation(writing.tx, meetingId)
}

/** What can be told of each mail is noted at once; the others are named, for a person to read. */
export async function readReplies(
  context: LongContext,
  { meetingId, files }: Parsed<'approval.readReplies'>,
): Promise<Output<'approval.readReplies'>> {
  const { directory, asked } = await context.read(async ({ tx }) => {
    await openMinutes(tx, meetingId)
    return { directory: await directoryView(tx), asked: (await consultation(tx, meetingId)).members }
  })
  const find = personFinder(directory)
  const said: { personId: string; answer: ApprovalAnswer; words: string }[] = []
  const unread: Output<'approval.readReplies'>['unread'] = []
  for (const { fileName, bytes } of files) {
    try {
      const mail = await context.runJob('readMail', { fileName, bytes })
      const words = newestPart(mail.text).join('\n').trim()
      const answer = readApproval(words)
      const found = find({ name: mail.from.name, email: mail.from.email })
      const person = directory.persons.find(({ id }) => id === found?.personId)
      // Whoever answers for an organisation answers for its seat.
      const seats = asked.filter(({ organisationId }) => organisationId === (person?.organisationId ?? ''))
      const member =
        asked.find(({ personId }) => personId === person?.id) ?? (seats.length === 1 ? seats[0] : undefined)
      if (member === undefined) unread.push({ fileName, why: 'nobody' })
      else if (answer === null) unread.push({ fileName, why: 'unclear' })
      else said.push({ personId: member.personId, answer, words: words.slice(0, 20_000) })
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      unread.push({ fileName, why: thrown.code satisfies ErrorCode })
    }
  }
  return context.write('approval.readReplies', async (writing) => {
    await openMinutes(writing.tx, meetingId)
    writing.about(meetingId)
    for (const reply of said) await keepReply(writing, { ...reply, meetingId })
    return { taken: said.length, unread, consultation: await consultation(writing.tx, meetingId) }
  })
}

async function expectMember(tx: Reader, meetingId: string, personId: string): Promise<void> {
  const { members } = await consultation(tx, meetingId)
  if (!members.some((member) => member.personId === personId))
    throw new AppError('invalid-input', { field: 'personId' })
}

/** The last word wins; none is silence again. */
async function keepReply(
  { tx, now }: WriteContext,
  reply: { meetingId: string; personId: string; answer: ApprovalAnswer | null; words: string },
): Promise<void> {
  const { meetingId, personId, answer, words } = reply
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
      answeredAt: now.toISOString(),
    })
    .execute()
}
