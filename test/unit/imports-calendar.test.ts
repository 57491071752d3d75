import { describe, expect, it } from 'vitest'
import { read } from './said.ts'

function readEvents(...events: string[][]) {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0']
  for (const [index, event] of events.entries()) {
    lines.push('BEGIN:VEVENT', `UID:${index}`, ...event, 'END:VEVENT')
  }
  const text = [...lines, 'END:VCALENDAR', ''].join('\r\n')
  return read(text, 'seance.ics')
}

describe('the reader of calendar events', () => {
  it.each([
    ['DTSTART:20260702T120000Z', '2026-07-02', '14:00'],
    ['DTSTART:20261231T233000Z', '2027-01-01', '00:30'],
    ['DTSTART;TZID=Europe/Paris:20260702T143000', '2026-07-02', '14:30'],
    ['DTSTART:20260702T143000', '2026-07-02', '14:30'],
    // The United States change their clocks three weeks before Europe.
    ['DTSTART;TZID=America/New_York:20260310T090000', '2026-03-10', '14:00'],
    ['DTSTART;TZID=America/New_York:20260410T090000', '2026-04-10', '15:00'],
    ['DTSTART;VALUE=DATE:20260702', '2026-07-02', null],
  ])('says %s in Paris', async (start, date, startTime) => {
    expect((await readEvents([start, 'SUMMARY:Comité d’essai'])).meeting).toMatchObject({
      title: 'Comité d’essai',
      date,
      startTime,
    })
  })

  it('uses the zone that the file describes, whatever its name', async () => {
    const zone = [
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:-0300',
      'TZOFFSETTO:-0300',
      'END:STANDARD',
    ]
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'TZID:Heure de Cayenne',
      ...zone,
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;TZID="Heure de Cayenne":20260115T090000',
      'DURATION:PT1H30M',
      'SUMMARY:Comité',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    expect((await read(text, 'a.ics')).meeting).toMatchObject({
      date: '2026-01-15',
      startTime: '13:00',
      endTime: '14:30',
    })
  })

  it('says what a calendar of many days is', async () => {
    const draft = await readEvents(
      ['DTSTART;VALUE=DATE:20260501', 'SUMMARY:Un'],
      ['DTSTART;VALUE=DATE:20260508', 'SUMMARY:Deux'],
    )
    expect(draft).toMatchObject({ kind: 'unknown', items: [], warnings: [{ code: 'no-items' }] })
    expect(draft.warnings[0]?.message).toContain('2 événements')
  })
})
