import { sql } from 'kysely'
import type { Reader } from '../../../db/driver.ts'
import type { SubjectMessage } from '../../../domain/agenda/subject.ts'
import { THREAD_DAYS } from '../../../domain/dispatch/mail-thread.ts'
import { addDays } from '../../../domain/time/civil-date.ts'

export type NewMessage = Omit<SubjectMessage, 'id' | 'subjectId'>

/** `known`: this very mail is there. Null: it begins a thread. A mail of two subjects is of the one that it made first. */
export async function findThread(
  tx: Reader,
  mail: NewMessage,
  own: { email: string; today: string },
): Promise<{ subjectId: string; known: boolean } | null> {
  const same = await sameMail(tx, mail)
  if (same !== undefined) return { subjectId: same, known: true }
  const subjectId = (await byReference(tx, mail)) ?? (await byTopic(tx, mail, own))
  return subjectId === undefined ? null : { subjectId, known: false }
}

async function sameMail(tx: Reader, mail: NewMessage): Promise<string | undefined> {
  const query = tx.selectFrom('subjectMessage').select('subjectId')
  const found =
    mail.messageId === ''
      ? // Without an identifier: the same words from the same person at the same moment.
        query
          .where('threadTopic', '=', mail.threadTopic)
          .where('fromEmail', '=', mail.fromEmail)
          .where('fromName', '=', mail.fromName)
          .where('sentAt', 'is', mail.sentAt)
          .where('text', '=', mail.text)
      : query.where('messageId', '=', mail.messageId)
  return (await found.orderBy('id').executeTakeFirst())?.subjectId
}

/** A mail that it names, or one that names it: answers are often dropped before what they answer. */
async function byReference(tx: Reader, { messageId, refersTo }: NewMessage): Promise<string | undefined> {
  const query = tx.selectFrom('subjectMessage').select('subjectId').orderBy('sentAt', 'desc').orderBy('id')
  const named =
    refersTo === '' ? undefined : await query.where('messageId', 'in', refersTo.split(' ')).executeTakeFirst()
  if (named !== undefined || messageId === '') return named?.subjectId
  const naming = sql<boolean>`instr(' ' || refers_to || ' ', ${` ${messageId} `}) > 0`
  return (await query.where(naming).executeTakeFirst())?.subjectId
}

/** Same topic, and one of both wrote to, or was written to by, the other: most people in common first, then newest. */
async function byTopic(
  tx: Reader,
  mail: NewMessage,
  { email, today }: { email: string; today: string },
): Promise<string | undefined> {
  if (mail.threadTopic === '') return undefined
  const day = mail.sentAt?.slice(0, 10) ?? today
  const rows = await tx
    .selectFrom('subjectMessage')
    .select(['subjectId', 'fromEmail', 'participants', 'sentAt'])
    .where('threadTopic', '=', mail.threadTopic)
    .where((eb) =>
      eb.or([
        eb('sentAt', 'is', null),
        eb.and([
          eb('sentAt', '>=', addDays(day, -THREAD_DAYS)),
          eb('sentAt', '<', addDays(day, THREAD_DAYS + 1)),
        ]),
      ]),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id')
    .execute()
  const mine = peopleOf(mail.participants, email)
  let best: { subjectId: string; inCommon: number } | undefined
  for (const row of rows) {
    const theirs = peopleOf(row.participants, email)
    if (!theirs.has(mail.fromEmail) && !mine.has(row.fromEmail)) continue
    const inCommon = [...theirs].filter((one) => mine.has(one)).length
    if (inCommon > (best?.inCommon ?? 0)) best = { subjectId: row.subjectId, inCommon }
  }
  return best?.subjectId
}

/** The secretariat is in every mail: its own address says nothing. */
function peopleOf(participants: string, own: string): Set<string> {
  return new Set(participants.split(' ').filter((one) => one !== '' && one !== own.toLowerCase()))
}
