import fc from 'fast-check'
import ical from 'node-ical'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../electron/documents/calendar/ics.ts'
import {
  type CalendarContent,
  type CalendarFile,
  calendarMethod,
  calendarSequence,
  calendarSpan,
  calendarText,
  calendarUid,
} from '../../electron/domain/time/calendar-file.ts'

const content = (change: Partial<CalendarContent> = {}): CalendarContent => ({
  start: { date: '2026-12-10', time: '14:00' },
  end: { date: '2026-12-10', time: '16:30' },
  summary: 'IND – séance n°\u00a011',
  location: 'Salle 4, Paris',
  description: '',
  link: '',
  cancelled: false,
  ...change,
})
const file = (change: Partial<CalendarFile> = {}): CalendarFile => ({
  uid: calendarUid('01990000-0000-7000-8000-000000000001'),
  sequence: 0,
  stampedAt: '2026-11-02T09:00:00.000Z',
  content: content(),
  organizer: { name: 'Secrétariat IND', address: 'secretariat@ind.example' },
  attendees: [
    { name: 'Hélène "Léa" Marchetti; ACD, bureau', address: 'h@asso.example', required: true },
    { name: '', address: 's@asso.example', required: false },
  ],
  ...change,
})
/** The only event, as node-ical reads it. */
const read = (text: string) => {
  const events = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')
  const [event] = events
  if (event?.type !== 'VEVENT' || events.length !== 1) throw new Error('one event was expected')
  return event
}
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '')

describe('a calendar file', () => {
  it('is read back as it was meant', () => {
    const text = calendarFile(
      file({ sequence: 3, content: content({ link: 'https://visio.example/x?a=1;b=2,3' }) }),
    )
    const event = read(text)
    expect(event.uid).toBe('01990000-0000-7000-8000-000000000001@seances-inp')
    expect(event.start.toISOString()).toBe('2026-12-10T13:00:00.000Z')
    expect(event.end?.toISOString()).toBe('2026-12-10T15:30:00.000Z')
    expect(event.summary).toBe('IND – séance n°\u00a011')
    expect(event.location).toBe('Salle 4, Paris')
    expect(Number(event.sequence)).toBe(3)
    expect(event.status).toBe('CONFIRMED')
    expect(text).toContain('\r\nMETHOD:REQUEST\r\n')
    const attendees = [event.attendee].flat()
    expect(attendees).toMatchObject([
      { val: 'mailto:h@asso.example', params: { RSVP: true, ROLE: 'REQ-PARTICIPANT' } },
      { val: 'mailto:s@asso.example', params: { ROLE: 'OPT-PARTICIPANT' } },
    ])
    expect(calendarFile(file())).toBe(calendarFile(file()))
  })

  it.each([
    ['in winter', '2027-01-14', '14:00', '2027-01-14T13:00:00.000Z'],
    ['in summer', '2026-07-09', '14:00', '2026-07-09T12:00:00.000Z'],
    ['before the clocks go forward', '2027-03-28', '01:30', '2027-03-28T00:30:00.000Z'],
    ['after the clocks went forward', '2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
    ['before the clocks go back', '2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
    ['after the clocks went back', '2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
    ['long ago', '1996-11-14', '14:00', '1996-11-14T13:00:00.000Z'],
  ])('says the hour of Paris %s', (_, date, time, instant) => {
    const event = read(calendarFile(file({ content: content({ start: { date, time }, end: null }) })))
    expect(event.start.toISOString()).toBe(instant)
  })

  it('ends the day after when the meeting passes midnight, clock change or not', () => {
    const span = calendarSpan({ date: '2026-10-24', startTime: '22:00', endTime: '04:00' }, null)
    expect(span.end).toEqual({ date: '2026-10-25', time: '04:00' })
    const event = read(calendarFile(file({ content: content(span) })))
    expect(event.start.toISOString()).toBe('2026-10-24T20:00:00.000Z')
    expect(event.end?.toISOString()).toBe('2026-10-25T03:00:00.000Z')
  })

  it('ends with its agenda when nobody said when, and says no end without one', () => {
    const meeting = { date: '2026-12-10', startTime: '23:00', endTime: null }
    expect(calendarSpan(meeting, 23 * 60 + 90).end).toEqual({ date: '2026-12-11', time: '00:30' })
    expect(calendarSpan(meeting, null).end).toBeNull()
    expect(calendarFile(file({ content: content({ end: null }) }))).not.toContain('DTEND')
  })

  it('takes a cancelled meeting out of the calendars under the same identifier', () => {
    const cancelled = file({ sequence: 2, content: content({ cancelled: true }) })
    const event = read(calendarFile(cancelled))
    expect(calendarMethod(cancelled)).toBe('CANCEL')
    expect(event.status).toBe('CANCELLED')
    expect(event.uid).toBe(read(calendarFile(file())).uid)
    expect(calendarFile(cancelled)).toContain('\r\nMETHOD:CANCEL\r\n')
  })

  it('is published, not asked, while the secretariat has no address', () => {
    const text = calendarFile(file({ organizer: null }))
    expect(text).toContain('\r\nMETHOD:PUBLISH\r\n')
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE/)
  })

  it('gives every text back, folded at 75 bytes, with no line of its own making', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(words, words, words, (summary, location, description) => {
        const text = calendarFile(
          file({
            content: content({ summary, location, description: `a\n${description}` }),
            organizer: { name: summary, address: 's@ind.example' },
          }),
        )
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const names = unfolded(text)
          .trim()
          .split('\r\n')
          .map((line) => /^[A-Z-]+(?=[;:])/.exec(line)?.[0])
        expect(names.every((name) => name !== undefined)).toBe(true)
        expect(names.filter((name) => name === 'BEGIN')).toHaveLength(5)
        expect(names.filter((name) => name === 'ATTENDEE')).toHaveLength(2)
      }),
    )
  })

  it('keeps punctuation and line breaks of its texts', () => {
    const description = '1. Approbation ; suite, fin\n2. Chemin C:\\dossier "cité"'
    expect(read(calendarFile(file({ content: content({ description }) }))).description).toBe(description)
  })
})

describe('the sequence', () => {
  const said = calendarText(content())
  it('is 0 first, the same for the same content, one more for another', () => {
    expect(calendarSequence(null, said)).toBe(0)
    expect(calendarSequence({ sequence: 4, text: said }, said)).toBe(4)
    for (const change of [
      { start: { date: '2026-12-17', time: '14:00' } },
      { end: null },
      { location: 'Salle 5' },
      { description: 'x' },
      { link: 'https://x.example' },
      { cancelled: true },
    ])
      expect(calendarSequence({ sequence: 4, text: said }, calendarText(content(change)))).toBe(5)
  })
})
