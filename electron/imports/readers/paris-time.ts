import ICAL from 'ical.js'

/** `date` is `YYYY-MM-DD`, `time` is `HH:MM` or null for a whole day. */
export type LocalMoment = { date: string; time: string | null }

/**
 * A moment without zone, or in a zone nobody described, keeps its own hour; the others are turned to Europe/Paris.
 * @param tzid zone named by the property, whether or not the file describes it
 */
export function inParis(moment: ICAL.Time, tzid: string | null): LocalMoment {
  const own = {
    date: `${four(moment.year)}-${two(moment.month)}-${two(moment.day)}`,
    time: moment.isDate ? null : `${two(moment.hour)}:${two(moment.minute)}`,
  }
  if (moment.isDate) return own
  const zone = moment.zone
  if (zone === ICAL.Timezone.utcTimezone) return paris(moment.toUnixTime() * 1000)
  if (zone !== null && zone !== ICAL.Timezone.localTimezone) return paris(moment.toUnixTime() * 1000)
  if (tzid === null || !isKnownZone(tzid)) return own
  const naive = Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour, moment.minute)
  // Twice: the offset at the naive instant may be that of the other side of a clock change.
  const guess = naive - offset(naive, tzid)
  return paris(naive - offset(guess, tzid))
}

function paris(instant: number): LocalMoment {
  const { year, month, day, hour, minute } = fields(instant, 'Europe/Paris')
  return { date: `${four(year)}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` }
}

/** Milliseconds by which a zone's clock is ahead of UTC at an instant. */
function offset(instant: number, zone: string): number {
  const { year, month, day, hour, minute } = fields(instant, zone)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / 60_000) * 60_000
}

function fields(instant: number, zone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return {
    year: value('year'),
    month: value('month'),
    day: value('day'),
    hour: value('hour'),
    minute: value('minute'),
  }
}

function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function four(value: number): string {
  return String(value).padStart(4, '0')
}
