import type { Input } from '../../../electron/contract/index.ts'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import { CivilDate, type ClockTime, type Id } from '../../../electron/domain/ids.ts'
import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'

export type MeetingForm = {
  /** The meeting that the items join, or null for a new one. */
  meetingId: Id | null
  title: string
  number: number | null
  date: CivilDate | null
  startTime: ClockTime | null
  endTime: ClockTime | null
  place: string
  videoLink: string
}

export type Target = Input<'imports.apply'>['target']

/** A date without its year is not taken over: the year is asked for, never invented. */
export function formOf({ meeting }: Draft, meetingId: Id | null): MeetingForm {
  return {
    meetingId,
    title: meeting.title ?? '',
    number: meeting.number,
    date: meeting.date === null || meeting.date.startsWith('--') ? null : meeting.date,
    startTime: meeting.startTime,
    endTime: meeting.endTime,
    place: meeting.place ?? '',
    videoLink: meeting.videoLink ?? '',
  }
}

/** What nobody wrote by hand is as the file reads now. */
export function formBy(
  draft: Draft,
  byHand: Partial<MeetingForm>,
  meetingId: Id | null,
  meetings: readonly Pick<MeetingRow, 'id' | 'date' | 'state' | 'minutesState'>[],
): MeetingForm {
  const form = { ...formOf(draft, meetingId), ...byHand }
  if (form.meetingId !== null || byHand.meetingId !== undefined) return form
  // A meeting of that very day most likely is the one; the choice stays open.
  const sameDay = meetings.filter(({ date, state }) => date === form.date && state !== 'cancelled')
  const meant = sameDay.find((one) => !isSealed(one)) ?? sameDay[0]
  return { ...form, meetingId: meant?.id ?? null }
}

/** Nothing that is read changes a meeting whose minutes are approved. */
export const isSealed = ({ minutesState }: Pick<MeetingRow, 'minutesState'>): boolean =>
  minutesState === 'approved'

/** Where the items go, or null while a new meeting has no date. */
export function targetOf(form: MeetingForm): Target | null {
  if (form.meetingId !== null) return { type: 'existing', meetingId: form.meetingId }
  if (form.date === null) return null
  const { date, title, number, startTime, endTime, place, videoLink } = form
  return {
    type: 'new',
    fields: {
      date,
      // Fields that the file does not give are left to the meeting's own defaults.
      ...(title === '' ? {} : { title }),
      ...(number === null ? {} : { number }),
      ...(startTime === null ? {} : { startTime }),
      ...(endTime === null ? {} : { endTime }),
      ...(place === '' ? {} : { place }),
      ...(videoLink === '' ? {} : { videoLink }),
    },
  }
}

/**
 * Dates that `--MM-DD` may mean around today: last year, this year, the next; only those on the weekday that the words
 * of the file name, when they name one that fits.
 */
export function datesMeant(partial: string, words: string, today: CivilDate): CivilDate[] {
  const monthDay = partial.slice(2)
  const thisYear = Number(today.slice(0, 4))
  const real = [thisYear - 1, thisYear, thisYear + 1]
    .map((year) => `${year}-${monthDay}`)
    .filter((date) => CivilDate.safeParse(date).success)
  const folded = words.toLowerCase()
  const fitting = real.filter((date) => folded.includes(formatDate(date).split(' ')[0] ?? '-'))
  return fitting.length > 0 ? fitting : real
}
