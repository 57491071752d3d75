import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, getRow, updateRow } from '../../db/rows.ts'
import { BIN_DAYS, canBecome, canBeDeleted, isSameTime, type Meeting } from '../../domain/meetings/meeting.ts'
import { isPlausibleSpan } from '../../domain/meetings/meeting-span.ts'
import { isAhead } from '../../domain/meetings/opened.ts'
import { isBlank, storedRichText } from '../../domain/text/rich-text.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import { isMinuted } from '../agenda/index.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { leavingChecks } from '../minutes/index.ts'
import { newId } from '../new-id.ts'
import { isFreeNumber, numberIn } from '../reads/meeting-numbers.ts'
import { goTo } from '../reads/meeting-state.ts'
import { expectMeeting, liveMeeting, meetingFile, meetingRows, meetingYears } from '../reads/meetings.ts'
import { minutesState } from '../reads/minutes.ts'
import { askedTo } from '../reads/replies.ts'
import { getSeries, occurrenceFor } from '../reads/series.ts'
import { closeSession, endSpan, openSession } from '../session/index.ts'
import { createMeeting } from './create.ts'

export const handlers: Handlers<'meetings'> = {
  'meetings.list': ({ tx }, { year }) => meetingRows(tx, { year }),
  'meetings.years': ({ tx }) => meetingYears(tx),
  'meetings.get': ({ tx }, { id }) => meetingFile(tx, id),
  'meetings.moves': ({ tx }, { id }) =>
    tx.selectFrom('meetingMove').selectAll().where('meetingId', '=', id).orderBy('at').execute(),
  'meetings.leavingChecks': ({ tx, today }, { id, departure }) => leavingChecks({ tx, today }, id, departure),
  'meetings.bin': ({ tx, now }) =>
    tx
      .selectFrom('meeting')
      .selectAll()
      .where('deletedAt', '>=', `${addDays(now.toISOString().slice(0, 10), -BIN_DAYS)}T00:00:00.000Z`)
      .orderBy('deletedAt', 'desc')
      .execute(),
  async 'meetings.create'(context, { id, fields, fromTemplate, seriesId = null }) {
    const { tx } = context
    if (id !== undefined && (await isThere(tx, id))) return getRow(tx, 'meeting', id)
    const series = seriesId === null ? null : await getSeries(tx, seriesId)
    const occurrenceDate =
      series === null ? null : await occurrenceFor(tx, series, { id: null, date: fields.date })
    const template = fromTemplate ? { approvals: true } : null
    return createMeeting(context, fields, { id, series, occurrenceDate, template })
  },
  async 'meetings.update'({ tx, now, about, mergeAs }, { id, version, patch }) {
    const meeting = await expectMeeting(tx, { id, version })
    const change = defined(patch)
    const after = { ...meeting, ...change }
    if (!isPlausibleSpan(after)) throw new AppError('invalid-input', { field: 'endTime' })
    if (after.number !== null && !(await isFreeNumber(tx, { ...after, number: after.number })))
      throw new AppError('invalid-input', { field: 'number' })
    about(id)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    // To who is convened another hour is a move, within the day: they are told of it.
    if (meeting.state === 'convened' && after.startTime !== meeting.startTime)
      await recordMove({ tx, now }, meeting, after, '')
    const place = after.seriesId === meeting.seriesId ? {} : await placeIn(tx, after)
    return updateRow(tx, 'meeting', { id, version }, { ...change, ...place })
  },
  async 'meetings.move'({ tx, now, today, about }, { id, version, date, startTime, endTime, reason }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (!isAhead(meeting)) throw new AppError('state-refuses')
    if (!isPlausibleSpan({ startTime, endTime })) throw new AppError('invalid-input', { field: 'endTime' })
    if (isSameTime(meeting, { date, startTime, endTime }))
      throw new AppError('invalid-input', { field: 'date' })
    // Minutes that were read over, validated or sent say that it took place.
    const written = await minutesState(tx, id)
    if (date > today && written !== null && written !== 'drafting') throw new AppError('minutes-out')
    about(id)
    const number = await numberIn(tx, meeting, { seriesId: meeting.seriesId, date })
    await recordMove({ tx, now }, meeting, { date, startTime }, reason)
    return updateRow(tx, 'meeting', { id, version }, { date, startTime, endTime, number })
  },
  async 'meetings.cancel'({ tx, about }, { id, version, reason }) {
    const stored = await liveMeeting(tx, id)
    if (stored.state === 'cancelled' && stored.cancelReason === reason) return stored
    const meeting = await expectMeeting(tx, { id, version })
    if (!canBecome(meeting.state, 'cancelled')) throw new AppError('state-refuses')
    about(id)
    return updateRow(tx, 'meeting', { id, version }, { state: 'cancelled', cancelReason: reason })
  },
  async 'meetings.setState'(context, { id, version, state }) {
    // Asked twice it is done once, whatever the version was when it was asked the second time.
    const stored = await liveMeeting(context.tx, id)
    if (stored.state === state) return stored
    const meeting = await expectMeeting(context.tx, { id, version })
    // Opening and closing do more than name a state, from whichever screen they are asked.
    if (state === 'inSession') await openSession(context, meeting)
    else if (state === 'held' && meeting.state === 'inSession') await closeSession(context, meeting)
    else {
      if (state === 'convened') await refuseNobody(context.tx, id)
      // Whoever meets before the day opens it, or moves it there.
      if (state === 'held' && meeting.date > context.today) throw new AppError('meeting-to-come')
      // Opened too early, say: what is on ends with it, and is no part of the session to come.
      if (meeting.state === 'inSession') await endSpan(context, id)
      return goTo(context, meeting, state)
    }
    return liveMeeting(context.tx, id)
  },
  async 'meetings.remove'({ tx, now, about }, { id, version }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (!canBeDeleted(meeting.state)) throw new AppError('state-refuses')
    if (await isBegun(tx, id)) throw new AppError('meeting-begun')
    about(id)
    await updateRow(tx, 'meeting', { id, version }, { deletedAt: now.toISOString() })
    return { id }
  },
  async 'meetings.restore'({ tx, about }, { id, version }) {
    about(id)
    return updateRow(tx, 'meeting', { id, version }, { deletedAt: null })
  },
}

async function recordMove(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  from: Meeting,
  to: Pick<Meeting, 'date' | 'startTime'>,
  reason: string,
): Promise<void> {
  await tx
    .insertInto('meetingMove')
    .values({
      id: newId(now),
      meetingId: from.id,
      fromDate: from.date,
      fromStartTime: from.startTime,
      toDate: to.date,
      toStartTime: to.startTime,
      reason,
      at: now.toISOString(),
    })
    .execute()
}

/** The date that a meeting stands for in the series it now belongs to. */
async function placeIn(tx: Reader, meeting: Meeting): Promise<Pick<Meeting, 'occurrenceDate'>> {
  if (meeting.seriesId === null) return { occurrenceDate: null }
  return { occurrenceDate: await occurrenceFor(tx, await getSeries(tx, meeting.seriesId), meeting) }
}

/** Nobody is no one to convene: neither a member of that day, nor a guest. A message that was sent has its own recipients. */
async function refuseNobody(tx: Reader, meetingId: string): Promise<void> {
  const anybody = await tx
    .selectFrom('attendee')
    .select('id')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (anybody === undefined && (await askedTo(tx, meetingId)).length === 0)
    throw new AppError('nobody-convened')
}

/** Taken back to planned, it was announced or held all the same. */
async function isBegun(tx: Reader, meetingId: string): Promise<boolean> {
  const convoked = await tx
    .selectFrom('dispatch')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'sent')
    .where('kind', 'in', ['convocation', 'guestInvitation', 'dateChange'])
    .executeTakeFirst()
  return convoked !== undefined || saysSomething(tx, meetingId)
}

/** Whether the minutes hold more than what starting them, or opening the session, lays down. */
async function saysSomething(tx: Reader, meetingId: string): Promise<boolean> {
  const minutes = await tx
    .selectFrom('minutes')
    .select(['state', 'opening', 'closing'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes === undefined) return false
  if (minutes.state !== 'drafting') return true
  if ([minutes.opening, minutes.closing].some((text) => !isBlank(storedRichText(text)))) return true
  const kept = await tx
    .selectFrom('minutesVersion')
    .select('id')
    .where('meetingId', '=', meetingId)
    .union(tx.selectFrom('sessionLine').select('id').where('meetingId', '=', meetingId))
    .union(tx.selectFrom('notebook').select('id').where('meetingId', '=', meetingId))
    .union(
      tx
        .selectFrom('attendee')
        .select('id')
        .where('meetingId', '=', meetingId)
        .where('status', 'is not', null)
        // What a reply announced was noted by nobody.
        .where('source', 'is', null),
    )
    .executeTakeFirst()
  if (kept !== undefined) return true
  const items = await tx.selectFrom('agendaItem').select('id').where('meetingId', '=', meetingId).execute()
  return isMinuted(
    tx,
    items.map(({ id }) => id),
  )
}

async function isThere(tx: Reader, id: string): Promise<boolean> {
  const row = await tx.selectFrom('meeting').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}
