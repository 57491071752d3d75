// Handlers of meetings: create, edit, move, cancel, life cycle, bin.
import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, getRow, updateRow } from '../../db/rows.ts'
import { plannedEnd, toMinutes } from '../../domain/agenda.ts'
import { addDays } from '../../domain/civil-date.ts'
import { BIN_DAYS, canBecome, canBeDeleted, type Meeting, type MeetingFields } from '../../domain/meeting.ts'
import { layTemplate } from '../agenda/template.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { newId } from '../new-id.ts'
import { expectMeeting, isFreeNumber, meetingFile, meetingRows, meetingYears, nextNumber } from './queries.ts'

export const reads: Pick<ReadHandlers, Extract<MethodsOf<'read'>, `meetings.${string}`>> = {
  'meetings.list': ({ tx }, { year }) => meetingRows(tx, { year }),
  'meetings.years': ({ tx }) => meetingYears(tx),
  'meetings.get': ({ tx }, { id }) => meetingFile(tx, id),
  'meetings.moves': ({ tx }, { id }) =>
    tx.selectFrom('meetingMove').selectAll().where('meetingId', '=', id).orderBy('at').execute(),
  'meetings.bin': ({ tx, now }) =>
    tx
      .selectFrom('meeting')
      .selectAll()
      .where('deletedAt', '>=', `${addDays(now.toISOString().slice(0, 10), -BIN_DAYS)}T00:00:00.000Z`)
      .orderBy('deletedAt', 'desc')
      .execute(),
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `meetings.${string}`>> = {
  async 'meetings.create'(context, { fields, fromTemplate }) {
    const { tx, now, about } = context
    const id = newId(now)
    const complete = { ...blankMeeting, ...defined(fields), date: fields.date }
    refuseEmptySpan(complete)
    await refuseTakenNumber(tx, { ...complete, id })
    await tx
      .insertInto('meeting')
      .values({ ...complete, id, version: 1, state: 'planned', cancelReason: '', deletedAt: null })
      .execute()
    about(id)
    if (fromTemplate) await layTemplate(context, id)
    return getRow(tx, 'meeting', id)
  },
  async 'meetings.update'({ tx, about, mergeAs }, { id, version, patch }) {
    const meeting = await expectMeeting(tx, { id, version })
    refuseEmptySpan({ ...meeting, ...defined(patch) })
    await refuseTakenNumber(tx, { ...meeting, ...defined(patch) })
    about(id)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return updateRow(tx, 'meeting', { id, version }, defined(patch))
  },
  async 'meetings.move'({ tx, now, about }, { id, version, date, startTime, endTime, reason }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (meeting.state === 'held' || meeting.state === 'cancelled') throw new AppError('state-refuses')
    refuseEmptySpan({ startTime, endTime })
    about(id)
    await tx
      .insertInto('meetingMove')
      .values({
        id: newId(now),
        meetingId: id,
        fromDate: meeting.date,
        fromStartTime: meeting.startTime,
        toDate: date,
        toStartTime: startTime,
        reason,
        at: now.toISOString(),
      })
      .execute()
    return updateRow(
      tx,
      'meeting',
      { id, version },
      { date, startTime, endTime, number: await numberOn(tx, meeting, date) },
    )
  },
  async 'meetings.cancel'({ tx, about }, { id, version, reason }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (!canBecome(meeting.state, 'cancelled')) throw new AppError('state-refuses')
    about(id)
    return updateRow(tx, 'meeting', { id, version }, { state: 'cancelled', cancelReason: reason })
  },
  async 'meetings.setState'({ tx, about }, { id, version, state }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (!canBecome(meeting.state, state)) throw new AppError('state-refuses')
    about(id)
    // The yearly number is given at convocation, and kept for good.
    const number = meeting.number ?? (state === 'planned' ? null : await nextNumber(tx, meeting.date))
    return updateRow(tx, 'meeting', { id, version }, { state, number, cancelReason: '' })
  },
  async 'meetings.remove'({ tx, now, about }, { id, version }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (!canBeDeleted(meeting.state)) throw new AppError('state-refuses')
    about(id)
    await updateRow(tx, 'meeting', { id, version }, { deletedAt: now.toISOString() })
    return { id }
  },
  async 'meetings.restore'({ tx, about }, { id, version }) {
    about(id)
    return updateRow(tx, 'meeting', { id, version }, { deletedAt: null })
  },
}

/** A meeting keeps its number when it moves; in another year, where another meeting has it, it gets the next one. */
async function numberOn(tx: Reader, { id, number }: Meeting, date: string): Promise<number | null> {
  if (number === null || (await isFreeNumber(tx, { id, date, number }))) return number
  return nextNumber(tx, date)
}

async function refuseTakenNumber(
  tx: Reader,
  { id, date, number }: { id: string; date: string; number: number | null },
): Promise<void> {
  if (number !== null && !(await isFreeNumber(tx, { id, date, number })))
    throw new AppError('invalid-input', { field: 'number' })
}

const blankMeeting: Omit<MeetingFields, 'date'> = {
  title: '',
  number: null,
  startTime: '14:00',
  endTime: '16:30',
  mode: 'hybride',
  place: '',
  videoLink: '',
  chair: '',
  secretary: '',
}

/** An end equal to the start is a slip; an end before it is taken as the next day only for an evening meeting. */
function refuseEmptySpan(span: { startTime: string; endTime: string | null }): void {
  const end = plannedEnd(span)
  if (end === null) return
  const length = end - toMinutes(span.startTime)
  if (length <= 0 || length > 12 * 60) throw new AppError('invalid-input', { field: 'endTime' })
}
