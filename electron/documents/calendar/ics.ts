// A meeting as a calendar file (RFC 5545, RFC 5546), written by ical.js; the same data always give the same bytes.

import ICAL from 'ical.js'
import { isAddress, type Mailbox } from '../../domain/people/addresses.ts'
import { withoutBreaks } from '../../domain/text/without-breaks.ts'
import { type CalendarFile, type CalendarMoment, calendarMethod } from '../../domain/time/calendar-file.ts'

/** The library counts a continuation line without the space it begins with; RFC 5545 counts it. */
ICAL.foldLength = 74

const ZONE = 'Europe/Paris'

/** The file's text; the same data always give the same. */
export function calendarFile(file: CalendarFile): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Seances INP//Convocations//FR')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', calendarMethod(file))
  calendar.addSubcomponent(parisZone())
  calendar.addSubcomponent(eventOf(file))
  return `${calendar.toString()}\r\n`
}

function eventOf({ uid, sequence, stampedAt, content, organizer, attendees }: CalendarFile): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', uid)
  event.addPropertyWithValue('sequence', sequence)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(stampedAt), true))
  event.addProperty(momentOf('dtstart', content.start))
  if (content.end !== null) event.addProperty(momentOf('dtend', content.end))
  const texts = {
    summary: withoutBreaks(content.summary),
    location: withoutBreaks(content.location),
    description: content.description
      .split(/\r\n?|\n/)
      .map(withoutBreaks)
      .join('\n'),
    url: withoutBreaks(content.link),
  }
  for (const [name, value] of Object.entries(texts)) if (value !== '') event.addPropertyWithValue(name, value)
  event.addPropertyWithValue('status', content.cancelled ? 'CANCELLED' : 'CONFIRMED')
  event.addPropertyWithValue('transp', content.cancelled ? 'TRANSPARENT' : 'OPAQUE')
  if (organizer !== null) {
    event.addProperty(personOf('organizer', organizer))
    for (const attendee of attendees) {
      const property = personOf('attendee', attendee)
      property.setParameter('role', attendee.required ? 'REQ-PARTICIPANT' : 'OPT-PARTICIPANT')
      property.setParameter('partstat', 'NEEDS-ACTION')
      property.setParameter('rsvp', content.cancelled ? 'FALSE' : 'TRUE')
      event.addProperty(property)
    }
  }
  return event
}

function momentOf(name: 'dtstart' | 'dtend', { date, time }: CalendarMoment): ICAL.Property {
  const property = new ICAL.Property(name)
  property.setParameter('tzid', ZONE)
  property.setValue(ICAL.Time.fromDateTimeString(`${date}T${time}:00`, property))
  return property
}

function personOf(name: 'organizer' | 'attendee', { name: words, address }: Mailbox): ICAL.Property {
  if (!isAddress(address)) throw new Error('an address that is not one reached a calendar file')
  const property = new ICAL.Property(name)
  const commonName = withoutBreaks(words)
  if (commonName !== '') property.setParameter('cn', commonName)
  property.setValue(`mailto:${address}`)
  return property
}

/** The clock changes of metropolitan France since 1996 (directive 2000/84/EC and those before it). */
function parisZone(): ICAL.Component {
  const zone = new ICAL.Component('vtimezone')
  zone.addPropertyWithValue('tzid', ZONE)
  zone.addSubcomponent(
    offsetPeriod('daylight', {
      from: '+01:00',
      to: '+02:00',
      name: 'CEST',
      start: '1996-03-31T02:00:00',
      rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    }),
  )
  zone.addSubcomponent(
    offsetPeriod('standard', {
      from: '+02:00',
      to: '+01:00',
      name: 'CET',
      start: '1996-10-27T03:00:00',
      rule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    }),
  )
  return zone
}

function offsetPeriod(
  kind: 'daylight' | 'standard',
  period: { from: string; to: string; name: string; start: string; rule: string },
): ICAL.Component {
  const part = new ICAL.Component(kind)
  part.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(period.from))
  part.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(period.to))
  part.addPropertyWithValue('tzname', period.name)
  const start = new ICAL.Property('dtstart')
  start.setValue(ICAL.Time.fromDateTimeString(period.start, start))
  part.addProperty(start)
  part.addPropertyWithValue('rrule', ICAL.Recur.fromString(period.rule))
  return part
}
