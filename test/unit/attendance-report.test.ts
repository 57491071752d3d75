import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { MAX_REPORT_BYTES, ReadReport } from '../../electron/domain/attendance/report.ts'
import { readReport } from '../../electron/imports/attendance-report/read-report.ts'
import { clockIn, secondsIn } from '../../electron/imports/attendance-report/values.ts'

const folder = new URL('../fixtures/attendance-reports/', import.meta.url)
const files = readdirSync(folder).filter((name) => !/\.expected\.json$|\.md$/.test(name))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const refusal = (bytes: Uint8Array) => {
  try {
    readReport({ bytes })
    return null
  } catch (error) {
    return error instanceof AppError ? error.code : 'another error'
  }
}

describe('a report of attendance', () => {
  it('keeps no part of an address that is too long to be one', () => {
    const of = (email: string) =>
      readReport({ bytes: bytesOf(`Nom,Email\nNoé Ardouin,${email}\n`) }).people[0]?.email
    expect(of('noe@exemple.invalid')).toBe('noe@exemple.invalid')
    expect(of(`noe@${'a'.repeat(240)}.exemple.invalid`)).toBe('')
  })

  it.each(files)('%s', (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(/\.[^.]+$/, '.expected.json'), folder), 'utf8'),
    )
    expect(readReport({ bytes: readFileSync(new URL(name, folder)) })).toEqual(expected)
  })

  it.each([
    ['nothing', new Uint8Array(0), 'file-empty'],
    ['blank lines', bytesOf('\n \n'), 'file-empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2), 'report-unknown'],
    ['heads and nobody', bytesOf('Name,User Email,Join Time\n'), 'report-unknown'],
    [
      'a letter',
      bytesOf('Madame, Monsieur,\nVous trouverez ci-joint le rapport demandé.\nCordialement.'),
      'report-unknown',
    ],
    ['a page', bytesOf('<html><body><p>Participants</p></body></html>'), 'report-unknown'],
    ['another json', bytesOf('{"a": [1, 2]}'), 'report-unknown'],
    ['too many lines', bytesOf('Hélène Marchetti\n'.repeat(5_001)), 'report-too-large'],
    ['too many bytes', new Uint8Array(MAX_REPORT_BYTES + 1).fill(65), 'report-too-large'],
  ])('%s is refused', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code)
  })

  it('puts connections together in whatever order they are written', () => {
    const rows = ['14:00;14:30;30', '14:35;15:00;25', '15:10;16:00;50']
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (shuffled) => {
        const text = [
          'Nom;Arrivée;Départ;Durée (minutes)',
          ...shuffled.map((row) => `Hélène Marchetti;${row}`),
        ]
        expect(readReport({ bytes: bytesOf(text.join('\n')) }).people).toMatchObject([
          { arrivedAt: '14:00', leftAt: '16:00', minutes: 105, connections: 3 },
        ])
      }),
    )
  })

  it('answers or refuses, whatever it is given', () => {
    const words = fc.constantFrom(
      'Name',
      'Nom',
      '\t',
      ',',
      ';',
      '\n',
      '"',
      'Join Time',
      '2. Participants',
      '(',
      ')',
      '14:00',
      'é',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.array(words).map((all) => bytesOf(all.join(''))),
        ),
        (bytes) => {
          const code = refusal(bytes)
          if (code === null) ReadReport.parse(readReport({ bytes }))
          else expect(code).not.toBe('another error')
        },
      ),
    )
  })
})

describe('values of a report', () => {
  it.each([
    ['12/11/2026, 14:03:11', '14:03'],
    ['11/12/26, 2:03:11\u202fPM', '14:03'],
    ['11/12/26, 12:05:00 AM', '00:05'],
    ['12/11/2026 9 h 05', '09:05'],
    ['-', null],
    ['12/11/2026', null],
  ])('%s is %s o’clock', (text, clock) => expect(clockIn(text)).toBe(clock))

  it.each([
    ['1 h 2 min 3 s', 3723],
    ['1h 2m 3s', 3723],
    ['01:02:03', 3723],
    ['45 s', 45],
    ['1 hr 12 min', 4320],
    ['62', 3720],
    ['', null],
    ['-', null],
    ['12/11/2026', null],
  ])('%s lasts %s s', (text, seconds) => expect(secondsIn(text)).toBe(seconds))
})
