import { AppError } from '../../../contract/errors.ts'
import type { ReplyAnswer, ReplyFields } from '../../../domain/attendance/reply.ts'
import type { Handlers, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { askedTo, forOtherDay } from '../../reads/replies.ts'
import { readReplyMails } from './read-mails.ts'

export const handlers: Handlers<'replies'> = {
  'replies.list': async ({ tx }, { meetingId }) => ({ meetingId, asked: await askedTo(tx, meetingId) }),
  async 'replies.set'(context, { meetingId, ...reply }) {
    await liveMeeting(context.tx, meetingId)
    context.about(meetingId)
    // A name typed in « représenté par » is one with the key that asked for it.
    context.mergeAs(`${meetingId} ${reply.personId}`)
    await keepReplies(context, meetingId, [reply])
    return { meetingId, asked: await askedTo(context.tx, meetingId) }
  },
  async 'replies.clear'({ tx, about }, { meetingId, personIds }) {
    await liveMeeting(tx, meetingId)
    about(meetingId)
    await tx
      .deleteFrom('reply')
      .where('meetingId', '=', meetingId)
      .where('personId', 'in', personIds)
      .execute()
    return { meetingId, asked: await askedTo(tx, meetingId) }
  },
  async 'replies.setAll'(context, { meetingId, replies }) {
    await liveMeeting(context.tx, meetingId)
    context.about(meetingId)
    await keepReplies(context, meetingId, replies)
    return { meetingId, asked: await askedTo(context.tx, meetingId) }
  },
  'replies.readMails': readReplyMails,
}

/** A reply as it comes in; zod's optional keys may be present and undefined. */
type Given = {
  personId: string
  fields: { answer: ReplyAnswer } & { [K in 'representedBy' | 'comment']?: string | undefined }
  answeredAt?: string | undefined
}

async function keepReplies(
  { tx, now }: WriteContext,
  meetingId: string,
  given: readonly Given[],
): Promise<void> {
  const isBefore = await forOtherDay(tx, await liveMeeting(tx, meetingId))
  const present = now.toISOString()
  for (const { personId, fields, answeredAt } of given) {
    const known = await tx
      .selectFrom('reply')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .where('personId', '=', personId)
      .executeTakeFirst()
    const said = saidBy(fields, known)
    const at = answeredAt === undefined || answeredAt > present ? present : answeredAt
    if (known === undefined) {
      const person = await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
      if (!person) throw new AppError('not-found', { field: 'personId' })
      await tx
        .insertInto('reply')
        .values({ ...said, id: newId(now), version: 1, meetingId, personId, answeredAt: at })
        .execute()
      continue
    }
    // Said again, it changes nothing, unless the meeting was moved in between: then it is confirmed.
    const confirms = isBefore(known.answeredAt) && !isBefore(at)
    if (isSame(known, said) && !confirms) continue
    await tx
      .updateTable('reply')
      .set({ ...said, answeredAt: at, version: known.version + 1 })
      .where('id', '=', known.id)
      .execute()
  }
}

function saidBy(fields: Given['fields'], known: ReplyFields | undefined): ReplyFields {
  const { answer, representedBy, comment } = fields
  return {
    answer,
    // A name only means something beside « représenté ».
    representedBy: answer === 'represented' ? (representedBy ?? known?.representedBy ?? '') : '',
    comment: comment ?? known?.comment ?? '',
  }
}

function isSame(a: ReplyFields, b: ReplyFields): boolean {
  return a.answer === b.answer && a.representedBy === b.representedBy && a.comment === b.comment
}
