import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../electron/domain/people/directory.ts'
import { changesFrom, mergedWith } from '../../electron/domain/people/directory-changes.ts'

const person = (fields: Partial<Person>): Person => ({
  id: '01900000-0000-7000-8000-000000000001',
  version: 1,
  civility: '',
  givenName: '',
  familyName: 'Marchetti',
  jobTitle: '',
  organisationId: null,
  email: '',
  phone: '',
  copyEmails: '',
  otherNames: '',
  protocolOrder: 0,
  ...fields,
})
const helene = person({ givenName: 'Hélène', phone: '01 02 03 04 05', jobTitle: 'Directrice' })

describe('a row about a known person', () => {
  it.each<[string, Person, Partial<Person>, Partial<Person>]>([
    [
      'the same without accents, in capitals, with a dotted telephone',
      helene,
      { givenName: 'HELENE', phone: '+33 1.02.03.04.05', jobTitle: 'directrice' },
      {},
    ],
    [
      'the accents that were lost',
      person({ givenName: 'Helene' }),
      { givenName: 'Hélène' },
      { givenName: 'Hélène' },
    ],
    [
      'the given name behind an initial',
      person({ givenName: 'H.' }),
      { givenName: 'Hélène' },
      { givenName: 'Hélène' },
    ],
    ['only an initial', helene, { givenName: 'H.' }, {}],
    ['no given name', helene, { givenName: '' }, {}],
    ['names exchanged', helene, { givenName: 'Marchetti', familyName: 'Hélène' }, {}],
    [
      'another family name',
      helene,
      { givenName: 'Hélène', familyName: 'Durand' },
      { otherNames: 'Hélène Durand' },
    ],
    [
      'a known other name',
      person({ givenName: 'Hélène', otherNames: 'Hélène Durand' }),
      { givenName: 'HELENE', familyName: 'DURAND' },
      {},
    ],
    [
      'a newer function and address',
      helene,
      { givenName: 'Hélène', jobTitle: 'Préfète', email: 'h@exemple.invalid' },
      { jobTitle: 'Préfète', email: 'h@exemple.invalid' },
    ],
    ['a civility that was missing', helene, { givenName: 'Hélène', civility: 'Mme' }, { civility: 'Mme' }],
    [
      'one more copy',
      person({ copyEmails: 'a@exemple.invalid' }),
      { copyEmails: 'A@exemple.invalid, b@exemple.invalid' },
      { copyEmails: 'a@exemple.invalid, b@exemple.invalid' },
    ],
  ])('saying %s', (_, known, row, expected) => {
    expect(changesFrom(known, { ...person({}), ...row })).toEqual(expected)
  })
})

const names = fc.constantFrom('Hélène', 'H.', 'Durand', 'Marchetti', '', 'Anne-Lise', 'de La Tourette')
const entry = fc
  .record({
    givenName: names,
    familyName: names.filter((name) => name !== ''),
    jobTitle: names,
    email: fc.constantFrom('', 'a@exemple.invalid', 'b@exemple.invalid'),
    phone: fc.constantFrom('', '01 02 03 04 05', '06 07 08 09 10'),
    copyEmails: fc.constantFrom('', 'c@exemple.invalid', 'c@exemple.invalid, d@exemple.invalid'),
    otherNames: fc.constantFrom('', 'Durand', 'Hélène Durand, Osterman'),
  })
  .map(person)

describe('two entries of one person', () => {
  it('lose no name, no copy, and nothing that the kept one says', () => {
    fc.assert(
      fc.property(entry, entry, (kept, other) => {
        const merged = { ...kept, ...mergedWith(kept, other) }
        for (const field of ['jobTitle', 'email', 'phone'] as const)
          expect(merged[field]).toBe(kept[field] || other[field])
        const copies = merged.copyEmails.split(', ')
        for (const one of `${kept.copyEmails}, ${other.copyEmails}`.split(', '))
          expect([...copies, '']).toContain(one)
        const known = [merged.familyName, merged.givenName, merged.otherNames].join(' ')
        for (const word of [kept.familyName, other.familyName]) expect(known).toContain(word)
      }),
    )
  })

  it('merged twice change nothing more', () => {
    fc.assert(
      fc.property(entry, entry, (kept, other) => {
        const once = { ...kept, ...mergedWith(kept, other) }
        expect({ ...once, ...mergedWith(once, other) }).toEqual(once)
      }),
    )
  })
})
