// The line that is being typed. In a team everybody has one; on a desk's own data there is one, whoever typed it.
import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Handlers, LongContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { liveMeeting } from '../reads/meetings.ts'

/** The author where only one person types at a time. */
const NOBODY = ''

/** Whose lines count: null for anybody's. */
const authorOf = ({ team, who }: LongContext) => (team === null ? null : who)

export const typedLine: Pick<Handlers<'session'>, 'session.draft' | 'session.keepDraft'> = {
  async 'session.draft'(context, { meetingId }) {
    const author = authorOf(context)
    const own = await typedBy(context, meetingId, author)
    if (author === null || own !== '' || (await typedBy(context, meetingId, NOBODY)) === '')
      return { text: own }
    // A desk brought it with it to the team. Given to two, both would enter it.
    await context.fill(async (tx) => {
      const found = await tx.selectFrom('sessionDraft').select('id').where(isOf(meetingId, NOBODY)).execute()
      if (found.length === 0) return
      await tx.deleteFrom('sessionDraft').where(isOf(meetingId, author)).execute()
      await tx.updateTable('sessionDraft').set({ author }).where(isOf(meetingId, NOBODY)).execute()
    })
    return { text: await typedBy(context, meetingId, author) }
  },
  async 'session.keepDraft'(context, { meetingId, text }) {
    const author = authorOf(context)
    await context.fill(async (tx) => {
      await liveMeeting(tx, meetingId)
      await tx.deleteFrom('sessionDraft').where(isOf(meetingId, author)).execute()
      await tx
        .insertInto('sessionDraft')
        .values({ id: newId(context.now), meetingId, author: author ?? NOBODY, text })
        .execute()
    })
    return {}
  },
}

function typedBy(context: LongContext, meetingId: string, author: string | null): Promise<string> {
  return context.read(async ({ tx }) => {
    const rows = await tx
      .selectFrom('sessionDraft')
      .select('text')
      .where(isOf(meetingId, author))
      .where('text', '!=', '')
      .orderBy('id')
      .execute()
    return rows.map(({ text }) => text).join(' ')
  })
}

const isOf = (meetingId: string, author: string | null) => (eb: ExpressionBuilder<Tables, 'sessionDraft'>) =>
  eb.and({ meetingId, ...(author === null ? {} : { author }) })
