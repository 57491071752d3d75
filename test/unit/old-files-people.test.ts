import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAsked, type MetAttendee, metPeople } from '../../electron/domain/old-files/people.ts'
import type { Organisation, Person } from '../../electron/domain/people/directory.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
let next = 1
const line = (
  meeting: number,
  givenName: string,
  familyName: string,
  organisation = '',
  role = '',
): MetAttendee => ({
  id: id(next++),
  meetingId: id(1000 + meeting),
  date: `2024-${String(meeting).padStart(2, '0')}-10`,
  givenName,
  familyName,
  organisation,
  role,
})
const person = (n: number, givenName: string, familyName: string, organisationId: string | null): Person => ({
  ...{ id: id(n), version: 1, civility: '', givenName, familyName, jobTitle: '', organisationId },
  ...{ email: '', phone: '', copyEmails: '', otherNames: '', protocolOrder: n },
})
const body = (n: number, name: string, acronym = ''): Organisation => ({
  ...{ id: id(n), version: 1, name, acronym, article: null, collegeId: null, protocolOrder: n },
})
const empty = { persons: [], organisations: [], formerNames: [] }

describe('the people of old meetings', () => {
  it('are each met once, with how often, where and when', () => {
    const { persons, organisations } = metPeople(
      [
        line(1, 'Nadège', 'Malaval', 'OPN', 'cheffe de projet'),
        line(3, 'NADEGE', 'MALAVAL', 'OPN, bureau des ponts', 'directrice'),
        line(5, 'N.', 'Malaval', 'OPN'),
        line(5, 'Odon', 'Quercy'),
      ],
      empty,
    )
    expect(persons).toMatchObject([
      {
        ...{ givenName: 'Nadège', familyName: 'Malaval', also: ['N. Malaval'], role: 'directrice' },
        ...{ meetings: 3, first: '2024-01-10', last: '2024-05-10', match: { standing: 'new' } },
        parts: [{ organisation: 'OPN', meetings: 3 }],
      },
      { givenName: 'Odon', familyName: 'Quercy', parts: [{ organisation: '', organisationKey: null }] },
    ])
    expect(persons.map(isAsked)).toEqual([false, false])
    expect(organisations).toMatchObject([{ name: 'OPN', also: ['OPN, bureau des ponts'], people: 1 }])
  })

  it('are asked about when several bear the name, in the files or in the directory', () => {
    const directory = {
      ...empty,
      organisations: [body(501, 'Fédération des communes exemple', 'FCE')],
      persons: [person(601, 'Odon', 'Quercy', null), person(602, 'Odon', 'Quercy', id(501))],
    }
    const { persons } = metPeople(
      [
        line(1, 'Odon', 'Quercy'),
        line(1, 'Nadège', 'Malaval', 'OPN'),
        line(2, 'Nadège', 'Malaval', 'Syndicat des eaux fictif'),
        line(2, '', 'Lescoublac', 'OPN'),
      ],
      directory,
    )
    expect(persons.every(isAsked)).toBe(true)
    const find = (name: string) => persons.find(({ familyName }) => familyName === name)
    expect(find('Quercy')?.match).toMatchObject({ standing: 'like', personId: null })
    expect(find('Quercy')?.match.candidates.toSorted()).toEqual([id(601), id(602)])
    expect(find('Malaval')?.parts.map(({ organisation }) => organisation)).toEqual([
      'Syndicat des eaux fictif',
      'OPN',
    ])
  })

  it('a bare family name is that of the only whole name, where no body says otherwise and no list has both', () => {
    const met = (...lines: readonly MetAttendee[]) =>
      metPeople(lines, empty).persons.map(({ givenName, also }) => [givenName, also])
    const whole = line(2, 'Ombeline', 'Fourcroy', 'Union des départements')
    expect(met(line(1, '', 'Fourcroy'), whole, line(3, '', 'FOURCROY'))).toEqual([
      ['Ombeline', ['Fourcroy', 'FOURCROY']],
    ])
    expect(met(line(1, '', 'Fourcroy'), line(2, 'Ombeline', 'Fourcroy'))).toEqual([
      ['Ombeline', ['Fourcroy']],
    ])
    const apart = [
      ['', []],
      ['Ombeline', []],
    ]
    expect(met(line(1, '', 'Fourcroy', 'Syndicat des eaux'), whole)).toEqual(apart)
    expect(met(line(2, '', 'Fourcroy'), whole)).toEqual(apart)
  })

  it('an initial that two whole names have is nobody’s', () => {
    const { persons } = metPeople(
      [
        line(1, 'Nadège', 'Malaval', 'OPN'),
        line(1, 'Norbert', 'Malaval', 'OPN'),
        line(2, 'N.', 'Malaval', 'OPN'),
      ],
      empty,
    )
    expect(persons.map(({ givenName, also }) => [givenName, also])).toEqual([
      ['N.', []],
      ['Nadège', []],
      ['Norbert', []],
    ])
    expect(persons.map(isAsked)).toEqual([true, false, false])
  })

  it('whom somebody said once is not asked again', () => {
    const attendees = [line(1, 'Odon', 'Quercy', 'OPN'), line(2, 'Odon', 'Quercy', 'FCE')]
    const said = new Map([[metPeople(attendees, empty).persons[0]?.key ?? '', id(601)]])
    const [only] = metPeople(attendees, empty, said).persons
    expect(only?.match).toMatchObject({ standing: 'matched', personId: id(601) })
  })

  it('every line is of one person, and of one part of them, whatever is written', () => {
    const names = fc.constantFrom('Malaval', 'MALAVAL', 'Quercy', 'de Brassac', 'Échiré')
    const given = fc.constantFrom('Nadège', 'N.', 'Norbert', '', 'Odon', 'O')
    const bodies = fc.constantFrom('', 'OPN', 'OPN, bureau des ponts', 'Fédération (FCE)', 'FCE')
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), given, names, bodies), { maxLength: 30 })
    fc.assert(
      fc.property(lines, (all) => {
        const attendees = all.map((one) => line(...one))
        const { persons, attendeesOf } = metPeople(attendees, empty)
        const whole = persons.flatMap(({ key }) => attendeesOf.get(key) ?? [])
        const parts = persons.flatMap((one) => one.parts.flatMap(({ key }) => attendeesOf.get(key) ?? []))
        const ids = attendees.map((one) => one.id).sort()
        expect([...whole].sort()).toEqual(ids)
        expect([...parts].sort()).toEqual(ids)
        for (const { also, givenName } of persons) if (givenName.length < 3) expect(also).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
