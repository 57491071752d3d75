import { AppError } from '../../../contract/errors.ts'
import type { Transaction } from '../../../db/driver.ts'
import { getRow } from '../../../db/rows.ts'
import type { Row } from '../../../db/tables.ts'
import { askedPresenter } from '../../../domain/agenda/request.ts'
import type { Subject } from '../../../domain/agenda/subject.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import { personFinder } from '../../../domain/people/same-person.ts'
import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { directoryView } from '../../reads/directory.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { insertItem, removeItem } from '../items.ts'
import { lastPlace } from '../template.ts'

/** Adds the item before any other business; returns its id. `state-refuses` when the meeting is over. */
export async function putOnAgenda(
  { tx, now }: WriteContext,
  subject: Subject,
  meetingId: string,
): Promise<string> {
  const { state } = await liveMeeting(tx, meetingId)
  if (state === 'held' || state === 'cancelled') throw new AppError('state-refuses')
  const itemId = newId(now)
  const owner =
    subject.projectId === null ? '' : (await getRow(tx, 'project', subject.projectId)).projectOwner
  const presenter = owner || askedPresenter(subject.text).slice(0, LINE_LENGTH)
  const find = personFinder(await directoryView(tx))
  const found = owner !== '' || presenter === '' ? null : find({ name: presenter, organisations: [] })
  const place = { id: itemId, meetingId, ...(await lastPlace(tx, meetingId)) }
  await insertItem({ tx, now }, place, {
    title: subject.title,
    nature: subject.nature,
    durationMinutes: subject.durationMinutes,
    requester: subject.requester,
    presenter,
    presenterId: found === null || found.certainty === 'possible' ? null : found.personId,
    organisation: subject.organisation,
    organisationId: subject.organisationId,
    note: subject.note,
  })
  if (subject.projectId !== null)
    await tx
      .insertInto('itemProject')
      .values({ id: newId(now), itemId, projectId: subject.projectId })
      .execute()
  await copyFiles(tx, subject.id, { meetingId, itemId }, now)
  return itemId
}

async function copyFiles(
  tx: Transaction,
  subjectId: string,
  place: { meetingId: string; itemId: string },
  now: Date,
): Promise<void> {
  const files = await tx
    .selectFrom('subjectFile')
    .select(['fileName', 'sizeBytes', 'sha256'])
    .where('subjectId', '=', subjectId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  for (const [rank, file] of files.entries()) {
    const row: Row<'attachment'> = {
      projectId: null,
      ...file,
      ...place,
      id: newId(now),
      version: 1,
      mediaType: '',
      // One after the other: the list is in the order of arrival.
      addedAt: new Date(now.getTime() + rank).toISOString(),
      title: '',
      tabled: 0,
      circulation: 'members',
      replacedBy: null,
    }
    await tx.insertInto('attachment').values(row).execute()
  }
}

/** Takes the item off with what hangs on it; `state-refuses` once the meeting is over, `item-written` once its minutes say something. */
export async function takeOffAgenda(
  { tx, about }: WriteContext,
  { itemId, meetingId }: Subject,
): Promise<void> {
  if (itemId === null || meetingId === null) return
  const { state } = await getRow(tx, 'meeting', meetingId)
  if (state === 'held') throw new AppError('state-refuses')
  about(meetingId)
  await removeItem(tx, await getRow(tx, 'agendaItem', itemId))
}
