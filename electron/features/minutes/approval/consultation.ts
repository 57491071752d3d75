import type { Consultation } from '../../../contract/approval.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import type { DispatchKind } from '../../../domain/dispatch/dispatch.ts'
import { createdOn } from '../../../domain/ids.ts'
import {
  type ApprovalAnswer,
  isSooner,
  saysSilenceApproves,
  speaksOfApproval,
} from '../../../domain/minutes/approval-reply.ts'
import { addressKey } from '../../../domain/people/addresses.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { shortName } from '../../../domain/people/short-name.ts'
import { fold } from '../../../domain/text/fold.ts'
import type { WriteContext } from '../../context.ts'
import { mandatesOn } from '../../reads/directory.ts'
import { reachedBy } from '../../reads/dispatches.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { minutesView, openMinutes } from '../../reads/minutes.ts'
import { validatedText } from '../../reads/minutes-content.ts'
import { observationsOf } from '../../reads/observations.ts'
import { toldDay } from '../told-day.ts'

/** Who is asked, what each answered, and how many did what in each college. */
export async function consultation(tx: Reader, meetingId: string): Promise<Consultation> {
  const meeting = await liveMeeting(tx, meetingId)
  const [isOfThis, rows, asked, mandates, view] = await Promise.all([
    ofThisText(tx, meetingId),
    tx.selectFrom('approvalReply').selectAll().where('meetingId', '=', meetingId).execute(),
    sentOf(tx, meetingId, ['writtenApproval']),
    mandatesOn(tx, meeting),
    minutesView(tx, meetingId),
  ])
  const answers = new Map(rows.map((row) => [row.personId, row]))
  const sent = asked.filter(({ sentAt }) => isOfThis(sentAt ?? ''))
  const isReached = await reachedBy(tx, sent)
  const held = new Set(mandates.filter(isTitulaire).map(({ organisationId }) => organisationId))
  const deputies = new Map<string | null, string>()
  for (const { organisationId, mandateId } of mandates)
    if (!held.has(organisationId) && !deputies.has(organisationId)) deputies.set(organisationId, mandateId)
  // Whoever sits for two answers for both; a seat that nobody holds is the first deputy's.
  const seats = mandates
    .filter((one) => isTitulaire(one) || deputies.get(one.organisationId) === one.mandateId)
    .map(({ person, organisation, acronym, organisationId, college }) => {
      const reply = answers.get(person.id)
      const isOfThisText = reply !== undefined && isOfThis(reply.answeredAt)
      const name = fullName(person)
      return {
        personId: person.id,
        name,
        organisation: shortName({ name: organisation, acronym }),
        organisationId,
        college,
        answer: isOfThisText ? reply.answer : null,
        earlierAnswer: reply === undefined || isOfThisText ? null : reply.answer,
        words: reply?.words ?? '',
        observed: null,
        isReached: isReached(person.id, name),
      }
    })
  const members = await withObserved(tx, meetingId, seats, rows)
  const colleges = [...new Set(members.map(({ college }) => college))].map((college) => {
    const own = members.filter((member) => member.college === college)
    return { college, ...countsOf(own) }
  })
  return {
    closesOn: view?.minutes.consultationDeadline ?? null,
    sentAt: sent[0]?.sentAt ?? null,
    isOutdated: asked.length > 0 && sent.length === 0,
    isSilenceTold: await isSilenceTold(
      tx,
      sent.length > 0 ? sent : await sentOf(tx, meetingId, ['draftMinutes', 'reviewReminder']),
      members,
    ),
    members,
    colleges,
  }
}

/**
 * What was put among the observations since they answered, under the name of the member or of an organisation of theirs. An
 * answer noted by hand is dated when it is noted: there it is what was put since the text was validated.
 */
async function withObserved(
  tx: Reader,
  meetingId: string,
  seats: Consultation['members'],
  replies: readonly { personId: string; words: string; answeredAt: string }[],
): Promise<Consultation['members']> {
  if (seats.every(({ answer }) => answer !== 'observations')) return seats
  const observations = (await observationsOf(tx, meetingId)).filter(({ paper }) => paper === 'minutes')
  const since = (await validatedText(tx, meetingId))?.since ?? ''
  return seats.map((seat) => {
    const reply = replies.find(({ personId }) => personId === seat.personId)
    if (reply === undefined || seat.answer !== 'observations') return seat
    const from = (reply.words === '' ? since : reply.answeredAt).slice(0, 10)
    const bodies = new Set(
      seats.filter(({ personId }) => personId === seat.personId).map(({ organisationId }) => organisationId),
    )
    const own = observations.filter(
      (one) =>
        createdOn(one.id) >= from &&
        (fold(one.author) === fold(seat.name) ||
          (one.organisationId !== null && bodies.has(one.organisationId))),
    )
    const isAnswered = own.some(({ state }) => state !== 'open')
    return { ...seat, observed: isAnswered ? 'answered' : own.length > 0 ? 'open' : null }
  })
}

type Sent = { id: string; sentAt: string | null; messageSha256: string | null; body: string }

function sentOf(tx: Reader, meetingId: string, kinds: readonly DispatchKind[]): Promise<Sent[]> {
  return tx
    .selectFrom('dispatch')
    .select(['id', 'sentAt', 'messageSha256', 'body'])
    .where('meetingId', '=', meetingId)
    .where('kind', 'in', kinds)
    .where('state', '=', 'sent')
    .orderBy('sentAt')
    .execute()
}

/**
 * Whether some member was told that silence approves, and nobody who was reached, and has not answered, was told otherwise by
 * the last message of theirs that speaks of it. What messages said counts by itself: the rule of the body may be another one
 * since, and counts where none left from here.
 */
async function isSilenceTold(
  tx: Reader,
  sent: readonly Sent[],
  members: readonly Pick<Consultation['members'][number], 'personId' | 'name' | 'answer'>[],
): Promise<boolean> {
  if (sent.length === 0) {
    const { approvalMode } = await tx.selectFrom('body').select('approvalMode').executeTakeFirstOrThrow()
    return approvalMode === 'tacit'
  }
  const messages = await Promise.all(
    sent.map(async (one) => ({
      isSaid: saysSilenceApproves(one.body),
      speaks: speaksOfApproval(one.body),
      isReached: await reachedBy(tx, [one]),
    })),
  )
  const reached = members.flatMap(({ personId, name, answer }) => {
    const had = messages.filter(({ isReached }) => isReached(personId, name))
    const last = had.findLast(({ speaks }) => speaks) ?? had.at(-1)
    return last === undefined ? [] : [{ answer, isTold: last.isSaid }]
  })
  return (
    reached.some(({ isTold }) => isTold) && reached.every(({ answer, isTold }) => answer !== null || isTold)
  )
}

const isTitulaire = ({ role }: { role: string }) => role === 'titulaire'

/** Whether what was sent or answered then is about the text as it is: it stands as it was validated last. */
export async function ofThisText(tx: Reader, meetingId: string): Promise<(at: string) => boolean> {
  const text = await validatedText(tx, meetingId)
  if (text === null) return () => true
  return (at) => !text.isChanged && at >= text.since
}

/** Whether a message that asks to approve went to this address, and the answer still counts. */
export async function isConsulted(tx: Reader, meetingId: string, key: string): Promise<boolean> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (key === '' || minutes?.state !== 'validated') return false
  const recipients = await tx
    .selectFrom('dispatchRecipient')
    .innerJoin('dispatch', 'dispatch.id', 'dispatchRecipient.dispatchId')
    .select('dispatchRecipient.email')
    .where('dispatch.meetingId', '=', meetingId)
    .where('dispatch.kind', '=', 'writtenApproval')
    .where('dispatch.state', '=', 'sent')
    .execute()
  return recipients.some(({ email }) => addressKey(email) === key)
}

/** To say nothing is an answer of those alone who were asked. */
export function countsOf(members: Consultation['members']) {
  const count = (answer: ApprovalAnswer) => members.filter((member) => member.answer === answer).length
  const left = members.filter(({ answer }) => answer === null)
  const silent = left.filter(({ isReached }) => isReached).length
  return {
    approves: count('approves'),
    observations: count('observations'),
    silent,
    unreached: left.length - silent,
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
  const { sentAt } = await consultation(tx, meetingId)
  const told = { meetingId, kinds: ['writtenApproval'] as const, noted: minutes.consultationDeadline }
  if (sentAt !== null && isSooner(closesOn, await toldDay(tx, told))) throw new AppError('day-told')
  await updateRow(tx, 'minutes', minutes, { consultationDeadline: closesOn })
  return consultation(tx, meetingId)
}
