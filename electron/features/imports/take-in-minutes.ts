import { AppError } from '../../contract/errors.ts'
import { updateRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import { canBecome } from '../../domain/meetings/meeting.ts'
import type { TakenMinutes } from '../../domain/old-files/taken-minutes.ts'
import { takenMinutesText } from '../../domain/old-files/taken-words.ts'
import { plainText, type RichText } from '../../domain/text/rich-text.ts'
import type { WriteContext } from '../context.ts'
import { layMinutes } from '../minutes/index.ts'
import { goTo } from '../reads/meeting-state.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { refuseApproved, toMinutes } from '../reads/minutes.ts'
import { takeInDirectory } from './take-in-directory.ts'
import { takeInParticipants } from './take-in-participants.ts'
import { takeInActions, takeInDecisions } from './take-in-statements.ts'
import { takeInTexts } from './take-in-texts.ts'

/**
 * Part of one write: one undo takes all of it back; a second time, nothing is doubled.
 * @param itemIds of the items that came with the minutes, parents before children; null for one that was left out
 */
export async function takeInMinutes(
  context: WriteContext,
  meetingId: string,
  taken: TakenMinutes,
  itemIds: readonly (string | null)[],
): Promise<void> {
  const { tx, today } = context
  let meeting = await liveMeeting(tx, meetingId)
  if (meeting.state === 'cancelled') throw new AppError('state-refuses')
  const started = await minutesRow(context, meetingId)
  // Approved minutes and their attendance stay as they were approved.
  if (started != null) refuseApproved(started)
  await takeInDirectory(context, taken.newOrganisations, taken.newPersons)
  if (meeting.date <= today && canBecome(meeting.state, 'held') && meeting.state !== 'inSession')
    meeting = await goTo(context, meeting, 'held')
  await takeInParticipants(context, meeting, taken.participants)
  if (!saysSomething(taken)) return
  const { openedAt, closedAt } = taken
  // What came next is what the file says, or nothing: no calendar of today answers for it.
  if (started === undefined) await layMinutes(context, meeting, { openedAt, closedAt, next: null })
  const where = { meetingId, itemIds }
  const decisions = await takeInDecisions(context, where, taken.decisions)
  const actions = await takeInActions(context, where, taken.actions)
  await takeInTexts(context, where, taken.texts)
  const minutes = await minutesRow(context, meetingId)
  if (minutes === undefined) throw new AppError('not-found')
  const patch = {
    ...additions(minutes, taken),
    // Printed numbers are known to others: they stand still.
    ...((decisions || actions) && minutes.frozenAt === null ? { frozenAt: context.now.toISOString() } : {}),
  }
  if (Object.keys(patch).length > 0) await updateRow(tx, 'minutes', minutes, patch)
}

/** The same, into a meeting that was made for them: it has no number but the one that they say. */
export async function takeInOwnMinutes(...args: Parameters<typeof takeInMinutes>): Promise<void> {
  const [{ tx }, meetingId] = args
  const { number } = await liveMeeting(tx, meetingId)
  await takeInMinutes(...args)
  // Minutes that begin, and a meeting that was held, get the next one.
  if (number === null) await tx.updateTable('meeting').set({ number }).where('id', '=', meetingId).execute()
}

function minutesRow({ tx }: WriteContext, meetingId: string): Promise<Row<'minutes'> | undefined> {
  return tx.selectFrom('minutes').selectAll().where('meetingId', '=', meetingId).executeTakeFirst()
}

/** An attendance sheet has participants and nothing else: it begins no minutes. */
function saysSomething({ decisions, actions, texts, nextMeeting, history }: TakenMinutes): boolean {
  return decisions.length + actions.length + texts.length + history.length > 0 || nextMeeting !== null
}

/** The next meeting and the life of the received document, where the minutes say nothing of them yet. */
function additions(minutes: Row<'minutes'>, { nextMeeting, history }: TakenMinutes): Partial<Row<'minutes'>> {
  const isNextSaid = minutes.nextMeetingDate !== null || minutes.nextMeetingPlace !== ''
  return {
    ...(nextMeeting === null || isNextSaid
      ? {}
      : {
          nextMeetingDate: nextMeeting.date,
          nextMeetingTime: nextMeeting.time,
          nextMeetingPlace: nextMeeting.place,
        }),
    ...(history.length === 0 || plainText(toMinutes(minutes).closing).trim() !== ''
      ? {}
      : { closing: JSON.stringify(historyText(history)) }),
  }
}

function historyText(history: TakenMinutes['history']): RichText {
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: takenMinutesText.history }] },
      {
        type: 'bulletList',
        content: history.map((step) => ({
          type: 'listItem' as const,
          content: [
            {
              type: 'paragraph' as const,
              content: [{ type: 'text' as const, text: takenMinutesText.step(step) }],
            },
          ],
        })),
      },
    ],
  }
}
