// Days on which texts become due as a calendar file (RFC 5545), one all-day event each; the same data, the same bytes.

import ICAL from 'ical.js'
import { withoutBreaks } from '../../domain/text/without-breaks.ts'
import { addDays } from '../../domain/time/civil-date.ts'

/** One day to keep in mind; `uid` stays the same for as long as what it is about does. */
export type DueDay = {
  readonly uid: string
  readonly date: string
  readonly summary: string
  readonly description: string
  /** Leads back to what it is about, on the desk that wrote the file. */
  readonly link: string
}

/** @param stampedAt instant written in each event. */
export function dueCalendar(days: readonly DueDay[], stampedAt: string): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Seances INP//Veille//FR')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  for (const day of days) calendar.addSubcomponent(eventOf(day, stampedAt))
  return `${calendar.toString()}\r\n`
}

/** A whole day, which takes nobody's time (RFC 5545, 3.6.1: DTEND of a day is the next one). */
function eventOf({ uid, date, summary, description, link }: DueDay, stampedAt: string): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', uid)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(stampedAt), true))
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(date))
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(date, 1)))
  event.addPropertyWithValue('summary', withoutBreaks(summary))
  if (description !== '')
    event.addPropertyWithValue(
      'description',
      description
        .split(/\r\n?|\n/)
        .map(withoutBreaks)
        .join('\n'),
    )
  event.addPropertyWithValue('url', link)
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  return event
}
