import ICAL from 'ical.js'
import { AppError } from '../../contract/errors.ts'
import { decodeText } from '../decode.ts'
import { readHtmlText } from './html.ts'
import { inParis, type LocalMoment } from './paris-time.ts'
import { emptyReading, MAX_BLOCKS, type Reading } from './reading.ts'
import { blocksOfLines } from './text-lines.ts'

/** Properties in which calendar programs put the link of a video meeting. */
const VIDEO_PROPERTIES = ['conference', 'x-google-conference', 'x-microsoft-skypeteamsmeetingurl', 'url']

/**
 * One event makes the blocks of an agenda; several make a plain list, with their number.
 * @throws AppError `file-empty`, `file-format-unknown` (not text), `file-damaged` (not a calendar)
 */
export function readIcs(bytes: Uint8Array): Reading {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new AppError('file-empty')
  try {
    const calendars = ICAL.parse(text)
    const roots = (Array.isArray(calendars[0]) ? calendars : [calendars]).map(
      (calendar: unknown[]) => new ICAL.Component(calendar),
    )
    return readEvents(roots)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-damaged', { cause: error })
  }
}

function readEvents(roots: readonly ICAL.Component[]): Reading {
  const events = roots.flatMap((root) => root.getAllSubcomponents('vevent'))
  const first = events[0]
  const reading = emptyReading()
  if (first === undefined) return { ...reading, eventCount: 0 }
  // Changed occurrences of a series share the identifier of their first event.
  const uids = new Set(events.map((event) => event.getFirstPropertyValue('uid') ?? event))
  const request = roots.some((root) => words(root, 'method').toUpperCase() === 'REQUEST')
  if (uids.size > 1) {
    reading.eventCount = uids.size
    for (const event of events.slice(0, MAX_BLOCKS)) {
      const start = moment(event, 'dtstart')
      const date = start === null ? '' : `${start.date} : `
      reading.blocks.push({
        type: 'listItem',
        level: 0,
        marker: null,
        text: `${date}${words(event, 'summary')}`,
      })
    }
    reading.truncated = events.length > MAX_BLOCKS
    return reading
  }
  if (request) reading.blocks.push({ type: 'paragraph', text: 'Invitation' })
  describe(first, reading)
  return reading
}

function describe(event: ICAL.Component, reading: Reading): void {
  const summary = words(event, 'summary')
  if (summary !== '') reading.blocks.push({ type: 'heading', level: 1, text: summary })
  const when = sayWhen(moment(event, 'dtstart'), endOf(event))
  if (when !== null) reading.blocks.push({ type: 'paragraph', text: `Date : ${when}` })
  const location = words(event, 'location')
  if (location !== '') reading.blocks.push({ type: 'paragraph', text: `Lieu : ${location}` })
  for (const name of VIDEO_PROPERTIES) {
    const link = words(event, name)
    if (!/^https?:\/\//i.test(link)) continue
    reading.blocks.push({ type: 'paragraph', text: `Visioconférence : ${link}` })
    break
  }
  const described = describedBlocks(words(event, 'description').replace(/\r\n?/g, '\n'))
  reading.blocks.push(...described.slice(0, MAX_BLOCKS))
  reading.truncated = described.length > MAX_BLOCKS
}

/** Some calendars write the description as a page. */
function describedBlocks(text: string): Reading['blocks'] {
  const isPage =
    /<(?:br|p|div|li|b|strong|html)\b[^<>]*>/i.test(text) && /<\/?(?:br|p|div|li|html)\b[^<>]*>/i.test(text)
  return isPage ? readHtmlText(text).blocks : blocksOfLines(text)
}

function words(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').trim() : ''
}

function moment(event: ICAL.Component, name: string): LocalMoment | null {
  const property = event.getFirstProperty(name)
  const value = property?.getFirstValue()
  if (!(value instanceof ICAL.Time)) return null
  const tzid = property?.getParameter('tzid')
  return inParis(value, typeof tzid === 'string' ? tzid : null)
}

/** DTEND, or DTSTART and DURATION. */
function endOf(event: ICAL.Component): LocalMoment | null {
  const end = moment(event, 'dtend')
  if (end !== null) return end
  const duration = event.getFirstPropertyValue('duration')
  const start = event.getFirstProperty('dtstart')
  const value = start?.getFirstValue()
  if (!(duration instanceof ICAL.Duration) || !(value instanceof ICAL.Time)) return null
  const later = value.clone()
  later.addDuration(duration)
  const tzid = start?.getParameter('tzid')
  return inParis(later, typeof tzid === 'string' ? tzid : null)
}

function sayWhen(start: LocalMoment | null, end: LocalMoment | null): string | null {
  if (start === null) return null
  const [year = '', month = '', day = ''] = start.date.split('-')
  const date = `${day}/${month}/${year}`
  if (start.time === null) return date
  return end?.time === null || end === null
    ? `${date} à ${start.time}`
    : `${date} de ${start.time} à ${end.time}`
}
