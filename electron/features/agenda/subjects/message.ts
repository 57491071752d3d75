import type { Transaction } from '../../../db/driver.ts'
import { subjectText } from '../../../documents/text/subject.ts'
import { askedIn } from '../../../domain/agenda/request.ts'
import type { Subject } from '../../../domain/agenda/subject.ts'
import type { Mail } from '../../../domain/dispatch/mail.ts'
import { mailTitle, threadTopic } from '../../../domain/dispatch/mail-thread.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { getBody } from '../../reads/settings.ts'
import { requesterFinder } from './requester.ts'
import { findThread, type NewMessage } from './threads.ts'

/** Needed of a mail to take it in; its files come beside. */
export type TakenIn = Omit<Mail, 'attachments' | 'calendar' | 'answer'>

/** A blank subject. */
export function blankSubject(id: string, today: string): Subject {
  return {
    id,
    version: 1,
    title: '',
    text: '',
    receivedOn: today,
    requester: '',
    requesterId: null,
    organisation: '',
    organisationId: null,
    nature: null,
    durationMinutes: null,
    wishedOn: null,
    note: '',
    state: 'received',
    reason: '',
    meetingId: null,
    itemId: null,
    projectId: null,
  }
}

/** Takes mails in one after the other, in one transaction; the directory is prepared once. */
export async function mailTaker({
  tx,
  now,
  today,
}: WriteContext): Promise<
  (mail: TakenIn, id: string) => Promise<{ subjectId: string; outcome: 'added' | 'joined' | 'known' }>
> {
  const find = await requesterFinder(tx)
  const { email } = await getBody(tx)
  return async (mail, id) => {
    const message = messageOf(mail)
    const thread = await findThread(tx, message, { email, today })
    if (thread?.known === true) return { subjectId: thread.subjectId, outcome: 'known' }
    if (thread === null) {
      const receivedOn = mail.sentAt === null ? today : civilDate(new Date(mail.sentAt))
      await tx
        .insertInto('subject')
        .values({
          ...blankSubject(id, receivedOn),
          ...(await find(mail.from, receivedOn)),
          title: mailTitle(mail.subject).slice(0, LINE_LENGTH) || subjectText.untitled,
          text: mail.text.slice(0, TEXT_LENGTH),
          ...askedIn(`${mailTitle(mail.subject)}.\n${mail.text}`),
        })
        .execute()
    }
    const subjectId = thread?.subjectId ?? id
    await insertMessage(tx, subjectId, message, now)
    return { subjectId, outcome: thread === null ? 'added' : 'joined' }
  }
}

function messageOf(mail: TakenIn): NewMessage {
  const refersTo = new Set(
    [...mail.references, mail.inReplyTo].filter((id) => id !== '' && !id.includes(' ')),
  )
  const people = [mail.from, ...mail.to, ...mail.cc].map(({ email }) => email).filter((email) => email !== '')
  return {
    messageId: mail.messageId,
    refersTo: [...refersTo].join(' '),
    threadTopic: threadTopic(mail.subject),
    participants: [...new Set(people)].join(' '),
    fromName: mail.from.name,
    fromEmail: mail.from.email,
    sentAt: mail.sentAt,
    subjectLine: mail.subject,
    text: mail.text,
  }
}

async function insertMessage(
  tx: Transaction,
  subjectId: string,
  message: NewMessage,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('subjectMessage')
    .values({ ...message, id: newId(now), subjectId })
    .execute()
}
