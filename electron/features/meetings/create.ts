// Makes a meeting with what every meeting begins with; the one way in, for one date or for a whole year.
import { AppError } from '../../contract/errors.ts'
import { defined, getRow } from '../../db/rows.ts'
import type { Meeting, MeetingFields } from '../../domain/meetings/meeting.ts'
import { isPlausibleSpan } from '../../domain/meetings/meeting-span.ts'
import type { Series } from '../../domain/meetings/series.ts'
import { layTemplate } from '../agenda/index.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { isFreeNumber } from '../reads/meeting-numbers.ts'
import { layPlan } from './back-planning/lay.ts'

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

/** A meeting whose start nobody wrote down needs one, as every meeting has: the first that its end lets be. */
const UNKNOWN_STARTS = ['14:00', '09:00'] as const

/** What minutes tell of a meeting that was held: of what they do not say, no calendar of today answers for it. */
export function toldMeeting(told: Partial<MeetingFields>): Omit<MeetingFields, 'date'> {
  const { title = '', number = null, endTime = null, place = '', videoLink = '' } = told
  const isPossible = (startTime: string) => isPlausibleSpan({ startTime, endTime })
  const startTime = told.startTime ?? UNKNOWN_STARTS.find(isPossible) ?? UNKNOWN_STARTS[0]
  return {
    ...{
      title,
      number,
      startTime,
      place,
      videoLink,
      chair: told.chair ?? '',
      secretary: told.secretary ?? '',
    },
    endTime: isPossible(startTime) ? endTime : null,
    mode: told.mode ?? (videoLink === '' ? 'surPlace' : place === '' ? 'visio' : 'hybride'),
  }
}

type Given = { [K in keyof MeetingFields]?: MeetingFields[K] | undefined } & { date: string }

/** Fields that are not given are the series'; of its hours, the end only together with the start. */
export async function createMeeting(
  context: WriteContext,
  given: Given,
  options: {
    /** Given by the window, which may ask twice. */
    id?: string | undefined
    series: Series | null
    occurrenceDate: string | null
    /** Which items of the template begin the agenda; null for none. */
    template: { approvals: boolean } | null
    /** False for a meeting that was held elsewhere: nothing of its preparation is left to do. */
    isPlanned?: boolean
    /** True for a meeting that minutes tell: fields that are not given stay empty. */
    isTold?: boolean
  },
): Promise<Meeting> {
  const { tx, now, about } = context
  const { series, occurrenceDate, template, isPlanned = true, isTold = false } = options
  const id = options.id ?? newId(now)
  const usual = isTold
    ? toldMeeting(defined(given))
    : series === null
      ? blankMeeting
      : { ...blankMeeting, ...usualFields(series) }
  const fields = { ...usual, ...endOf(given, usual), ...defined(given), date: given.date }
  // An end that no start lets be was misread: nobody typed it, and it refuses nothing.
  if (isTold && given.startTime === undefined) fields.endTime = usual.endTime
  if (!isPlausibleSpan(fields)) throw new AppError('invalid-input', { field: 'endTime' })
  const place = { id, date: fields.date, seriesId: series?.id ?? null }
  if (fields.number !== null && !(await isFreeNumber(tx, { ...place, number: fields.number })))
    throw new AppError('invalid-input', { field: 'number' })
  const state = { state: 'planned' as const, cancelReason: '', deletedAt: null, takenOver: null }
  await tx
    .insertInto('meeting')
    .values({ ...fields, ...place, ...state, version: 1, occurrenceDate })
    .execute()
  about(id)
  if (template !== null) await layTemplate(context, id, template)
  if (isPlanned) await layPlan(context, id)
  return getRow(tx, 'meeting', id)
}

function usualFields(series: Series): Partial<MeetingFields> {
  const { startTime, endTime, mode, place, videoLink, chair, secretary } = series
  return { startTime, endTime, mode, place, videoLink, chair, secretary }
}

/** A start given alone keeps the usual end as long as both make a meeting. */
function endOf(given: Given, usual: Omit<MeetingFields, 'date'>): { endTime?: null } {
  if (given.startTime === undefined || given.endTime !== undefined) return {}
  return isPlausibleSpan({ startTime: given.startTime, endTime: usual.endTime }) ? {} : { endTime: null }
}
