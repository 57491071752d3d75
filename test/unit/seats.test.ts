import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AttendanceStatus, isPresent, SeatRole } from '../../electron/domain/attendance/attendance.ts'
import { hereAt, type Sitting, seatsOf, takenAmong } from '../../electron/domain/attendance/seats.ts'

const one = (change: Partial<Sitting>): Sitting => ({
  seat: 'titulaire',
  status: null,
  college: 'État',
  organisation: 'Direction A',
  givenName: 'Ada',
  familyName: 'Un',
  representedBy: '',
  ...change,
})
const deputy = (change: Partial<Sitting> = {}) =>
  one({ seat: 'suppleant', status: 'surPlace', givenName: 'Zoé', familyName: 'Deux', ...change })
const told = (list: readonly Sitting[]) => {
  const seats = seatsOf(list)
  return `${takenAmong(seats)} of ${seats.length}`
}

const listed = fc.array(
  fc.record<Sitting>({
    seat: fc.option(fc.constantFrom(...SeatRole.options)),
    status: fc.option(fc.constantFrom(...AttendanceStatus.options)),
    college: fc.constantFrom('', 'État', 'Associations'),
    organisation: fc.constantFrom('', 'A', 'a', 'B', 'C'),
    givenName: fc.constantFrom('Ada', 'Zoé'),
    familyName: fc.constantFrom('Un', 'Deux'),
    representedBy: fc.constantFrom('', 'Ada Un', 'ZOÉ DEUX', 'Ailleurs'),
  }),
  { maxLength: 30 },
)

describe('who is there at an hour', () => {
  const hours = (change: Parameters<typeof one>[0] & { arrivedAt?: string; leftAt?: string }) => ({
    arrivedAt: null,
    leftAt: null,
    ...one({ status: 'surPlace', ...change }),
    ...change,
  })
  const there = (list: Parameters<typeof hereAt>[0], now: string) => told(hereAt(list, now))

  it('has come, and has not left', () => {
    const list = [
      hours({ organisation: 'A', leftAt: '14:47' }),
      hours({ organisation: 'B', arrivedAt: '14:40' }),
      hours({ organisation: 'C' }),
    ]
    expect(['14:00', '14:40', '14:47'].map((now) => there(list, now))).toEqual(['2 of 3', '3 of 3', '2 of 3'])
    const deputy = hours({ organisation: 'A', seat: 'suppleant', familyName: 'Deux' })
    expect(there([...list, deputy], '14:47')).toBe('3 of 3')
  })

  it('is represented by somebody of the list only while that one is there', () => {
    const absent = hours({ organisation: 'A', status: 'represente', representedBy: 'Zoé Deux' })
    const zoe = { organisation: 'B', givenName: 'Zoé', familyName: 'Deux' }
    expect(there([absent, hours({ ...zoe, status: null })], '15:00')).toBe('0 of 2')
    expect(there([absent, hours(zoe)], '15:00')).toBe('2 of 2')
    expect(there([absent, hours({ ...zoe, leftAt: '14:30' })], '15:00')).toBe('0 of 2')
    expect(there([absent], '15:00')).toBe('1 of 1')
  })
})

describe('seats', () => {
  it('are taken once each, by whoever is there or represented, and by one person each', () => {
    fc.assert(
      fc.property(listed, (list) => {
        const seats = seatsOf(list)
        const sitters = seats.flatMap(({ by }) => by ?? [])
        expect(new Set(sitters).size).toBe(sitters.length)
        expect(new Set(seats.map(({ of }) => of)).size).toBe(seats.length)
        expect(sitters.every(({ status }) => isPresent(status) || status === 'represente')).toBe(true)
        for (const { of, by } of seats) if (by !== null && by !== of) expect(isPresent(of.status)).toBe(false)
      }),
    )
  })

  // One college has them all, as in a body where every organisation is in one.
  it('do not grow by a deputy of somebody listed, nor by a guest, and are never emptied by them', () => {
    fc.assert(
      fc.property(listed, fc.boolean(), (some, isGuest) => {
        const list = some.map((other) => ({ ...other, college: 'État' }))
        const titulaire = list.find(({ seat, organisation }) => seat === 'titulaire' && organisation !== '')
        if (titulaire === undefined) return
        const comer = deputy({ organisation: titulaire.organisation, ...(isGuest ? { seat: 'guest' } : {}) })
        const [before, after] = [seatsOf(list), seatsOf([...list, comer])]
        expect(after.length).toBe(before.length)
        expect(takenAmong(after)).toBeGreaterThanOrEqual(takenAmong(before))
        expect(takenAmong(after)).toBeLessThanOrEqual(takenAmong(before) + (isGuest ? 0 : 1))
      }),
    )
  })

  it('are counted alike in whatever order people are listed', () => {
    fc.assert(
      fc.property(
        listed.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(told(shuffled)).toBe(told(list))
        },
      ),
    )
  })

  it('of a titulaire who comes are not taken twice, of one who is away by the deputy', () => {
    expect(told([one({ status: 'surPlace' }), deputy()])).toBe('1 of 1')
    for (const status of ['excuse', 'absent', null] as const)
      expect(told([one({ status }), deputy()])).toBe('1 of 1')
    expect(told([one({ status: 'excuse' }), deputy({ status: 'excuse' })])).toBe('0 of 1')
    expect(told([one({ status: 'represente', representedBy: 'Zoé Deux' }), deputy()])).toBe('1 of 1')
    // Two seats, one deputy who has been named for the first.
    const second = one({ familyName: 'Trois', status: 'absent' })
    expect(told([one({ status: 'represente', representedBy: 'Zoé Deux' }), second, deputy()])).toBe('1 of 2')
    expect(told([deputy(), deputy({ familyName: 'Trois' })])).toBe('1 of 1')
  })

  it('of lists of which no mandate is known are those of the colleges, else everybody’s', () => {
    const bare = (change: Partial<Sitting>) => one({ seat: null, status: 'surPlace', ...change })
    const cabinet = bare({ college: '', organisation: 'Cabinet' })
    expect(told([bare({}), bare({ familyName: 'Deux' }), cabinet])).toBe('2 of 2')
    expect(told([bare({ college: '' }), bare({ college: '', status: 'excuse' })])).toBe('1 of 2')
  })
})
