import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { AttendanceStatus, isPresent } from '../../electron/domain/attendance/attendance.ts'
import { presentStatus } from '../../electron/domain/attendance/reply.ts'
import { quorumOf, tooManyProxies } from '../../electron/domain/attendance/rules.ts'
import type { Sitting } from '../../electron/domain/attendance/seats.ts'
import { attendee, emptyFile } from './documents-builders.ts'

const counted = fc.record<Sitting>({
  seat: fc.constant(null),
  organisation: fc.constant(''),
  status: fc.option(fc.constantFrom(...AttendanceStatus.options)),
  college: fc.constantFrom('', 'A', 'B'),
  givenName: fc.constant('Prénom'),
  familyName: fc.constant('Nom'),
  representedBy: fc.constantFrom('', 'Éva Sarte', 'EVA  SARTE', 'Paul Invité'),
})

describe('the quorum', () => {
  it('is not spoken of without a rule', () => {
    fc.assert(fc.property(fc.array(counted), (list) => quorumOf(list, { quorumPercent: null }) === null))
  })

  it('counts members, present or represented, and is reached from its share on', () => {
    fc.assert(
      fc.property(
        fc.array(counted, { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (list, quorumPercent) => {
          const quorum = quorumOf(list, { quorumPercent })
          const seated = list.filter(({ college }) => college !== '')
          const members = seated.length === 0 ? list : seated
          const there = members.filter(({ status }) => isPresent(status) || status === 'represente').length
          expect(quorum).toMatchObject({ members: members.length, present: there })
          const [share, whole] =
            quorumPercent === 33 ? [1, 3] : quorumPercent === 67 ? [2, 3] : [quorumPercent, 100]
          expect(quorum?.isReached).toBe(there * whole >= members.length * share)
        },
      ),
    )
  })
})

it.each([
  [33, 30, 10],
  [33, 31, 11],
  [67, 30, 20],
  [67, 3, 2],
  [50, 31, 16],
])('a quorum of %i % of %i members is %i of them, thirds exactly', (quorumPercent, members, needed) => {
  const list = Array.from({ length: members }, () => attendee(0, { seat: null, college: 'A', status: null }))
  expect(quorumOf(list, { quorumPercent })?.needed).toBe(needed)
})

describe('proxies', () => {
  it('of one person are counted under every spelling of the name', () => {
    const of = (representedBy: string) => ({
      status: 'represente' as const,
      representedBy,
    })
    const list = [
      of('Éva Sarte'),
      of('EVA  SARTE'),
      of('Paul Invité'),
      { ...of('Paul Invité'), status: 'excuse' as const },
    ]
    expect(tooManyProxies(list, { maxProxies: 1 })).toEqual([{ name: 'Éva Sarte', count: 2 }])
    expect(tooManyProxies(list, { maxProxies: 2 })).toEqual([])
    expect(tooManyProxies(list, { maxProxies: null })).toEqual([])
  })
})

it('somebody who is there is marked as they had answered, else as the meeting is held', () => {
  expect(presentStatus('remote', 'surPlace')).toBe('visio')
  expect(presentStatus('onSite', 'hybride')).toBe('surPlace')
  expect(presentStatus('excused', 'hybride')).toBe('surPlace')
  expect(presentStatus(null, 'visio')).toBe('visio')
})

describe('on paper', () => {
  const attendees = [
    attendee(0, { college: 'A', organisation: 'X', status: 'surPlace', arrivedAt: '14:40', leftAt: '16:00' }),
    attendee(1, { college: 'A', organisation: 'Y', status: 'represente', representedBy: 'Eva Sarte' }),
    attendee(2, { college: 'A', organisation: 'Z', status: null }),
  ]
  const printed = (quorumPercent: number | null, attendanceList: 'names' | 'organisations' = 'names') => {
    const file = emptyFile()
    const { body, look } = file
    return minutesModel({
      ...file,
      attendees,
      body: { ...body, quorumPercent },
      look: { ...look, style: { ...look.style, attendanceList } },
    }).attendance
  }

  it('hours of arrival and departure stand beside how they were there', () => {
    expect(printed(null)?.colleges[0]?.rows.map((row) => row[2])).toEqual([
      'Sur place, arrivée à 14\u00a0h\u00a040, départ à 16\u00a0h',
      'Représentation par Eva Sarte',
      'Non renseignée',
    ])
  })

  it('the quorum is printed where the rule is on, and only there', () => {
    expect(printed(50)?.summary).toMatch(/ Quorum\u00a0: 2 sur 3\.$/)
    expect(printed(50, 'organisations')?.summary).toMatch(/ Quorum\u00a0: 2 sur 3\.$/)
    expect(printed(null)?.summary).not.toMatch(/Quorum/)
  })
})
