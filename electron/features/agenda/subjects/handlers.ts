import { AppError } from '../../../contract/errors.ts'
import type { SubjectView } from '../../../contract/subjects.ts'
import type { Reader } from '../../../db/driver.ts'
import { defined, deleteRow, getRow, type Target, updateRow } from '../../../db/rows.ts'
import { subjectText } from '../../../documents/text/subject.ts'
import { askedIn, requestTitle, secondRequest } from '../../../domain/agenda/request.ts'
import type { Subject } from '../../../domain/agenda/subject.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import { noteTitle, readPastedMail } from '../../../imports/mail/pasted.ts'
import type { Handlers, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { addFile } from './files.ts'
import { blankSubject, mailTaker } from './message.ts'
import { bringTo, putBack, takeOff } from './on-other-agenda.ts'
import { subjectRows, subjectView } from './queries.ts'
import { readSheet, takeSheet } from './sheets.ts'
import { stopTaking, takeMails } from './take-mails.ts'

export const handlers: Handlers<'subjects'> = {
  'subjects.list': ({ tx }) => subjectRows(tx),
  'subjects.get': ({ tx }, { id }) => subjectView(tx, id),
  async 'subjects.add'({ tx, today }, { id, fields }) {
    await tx
      .insertInto('subject')
      .values({ ...blankSubject(id, today), ...defined(fields) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return subjectView(tx, id)
  },
  async 'subjects.update'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'subject', target, defined(patch))
    return subjectView(tx, target.id)
  },
  async 'subjects.remove'({ tx }, target) {
    const { itemId } = await expectSubject(tx, target)
    if (itemId !== null) throw new AppError('state-refuses')
    // The bytes stay in the store: undo must find them again.
    await tx.deleteFrom('subjectMessage').where('subjectId', '=', target.id).execute()
    await tx.deleteFrom('subjectFile').where('subjectId', '=', target.id).execute()
    await deleteRow(tx, 'subject', target)
    return subjectRows(tx)
  },
  async 'subjects.retain'(context, { meetingId, ...target }) {
    const { tx, about } = context
    const subject = await expectSubject(tx, target)
    if (subject.meetingId !== meetingId || subject.itemId === null) {
      about(meetingId)
      const itemId = await bringTo(context, subject, meetingId)
      await updateRow(tx, 'subject', target, { state: 'retained', reason: '', meetingId, itemId })
    }
    return subjectView(tx, target.id)
  },
  async 'subjects.setState'(context, { state, reason, ...target }) {
    const { tx } = context
    const subject = await expectSubject(tx, target)
    if (state === 'dismissed' && reason.trim() === '')
      throw new AppError('invalid-input', { field: 'reason' })
    if (state !== 'received') await takeOff(context, subject, reason.trim())
    else if (await putBack(context, subject)) return subjectView(tx, target.id)
    await updateRow(tx, 'subject', target, { state, reason: reason.trim(), meetingId: null, itemId: null })
    return subjectView(tx, target.id)
  },
  'subjects.takeText': takeText,
  'subjects.split': split,
  async 'subjects.removeFile'({ tx }, target) {
    const { subjectId } = await deleteRow(tx, 'subjectFile', target)
    return subjectView(tx, subjectId)
  },
  'subjects.takeSheet': takeSheet,
  'subjects.takeMails': (context, { files }) => takeMails(context, files),
  async 'subjects.stopTaking'() {
    stopTaking()
    return {}
  },
  'subjects.addFile': addFile,
  'subjects.readSheet': readSheet,
}

/** A subject at the version the caller saw. */
async function expectSubject(tx: Reader, { id, version }: Target): Promise<Subject> {
  const subject = await getRow(tx, 'subject', id)
  if (subject.version !== version) throw new AppError('conflict')
  return subject
}

/** Who asks for the other thing is who asks for the first, in the same mail. */
async function split(
  { tx, today, now }: WriteContext,
  { id, from, text }: { id: string; from: string; text: string | null },
): Promise<SubjectView> {
  const { subject, messages, files } = await subjectView(tx, from)
  const isThere = await tx.selectFrom('subject').select('id').where('id', '=', id).executeTakeFirst()
  if (isThere !== undefined) return subjectView(tx, id)
  const asked = text ?? messages.map((one) => secondRequest(one.text)).findLast((one) => one !== null) ?? null
  const words = asked?.trim() ?? subject.text
  const { receivedOn, requester, requesterId, organisation, organisationId } = subject
  await tx
    .insertInto('subject')
    .values({
      ...blankSubject(id, today),
      ...{ receivedOn, requester, requesterId, organisation, organisationId, text: words },
      title:
        asked === null
          ? subjectText.copyOf(subject.title).slice(0, LINE_LENGTH)
          : requestTitle(words) || subjectText.untitled,
      ...askedIn(words),
    })
    .execute()
  for (const message of messages)
    await tx
      .insertInto('subjectMessage')
      .values({ ...message, id: newId(now), subjectId: id })
      .execute()
  for (const file of files)
    await tx
      .insertInto('subjectFile')
      .values({ ...file, id: newId(now), version: 1, subjectId: id })
      .execute()
  return subjectView(tx, id)
}

async function takeText(
  context: WriteContext,
  { id, text }: { id: string; text: string },
): Promise<SubjectView> {
  const { tx, today } = context
  const mail = readPastedMail(text)
  if (mail !== null) {
    const take = await mailTaker(context)
    return subjectView(tx, (await take(mail, id)).subjectId)
  }
  const words = text.trim()
  const title = noteTitle(words)
  await tx
    .insertInto('subject')
    .values({
      ...blankSubject(id, today),
      title: title || subjectText.untitled,
      // A note of one line says everything in its title.
      text: words === title ? '' : words.slice(0, TEXT_LENGTH),
      ...askedIn(words),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return subjectView(tx, id)
}
