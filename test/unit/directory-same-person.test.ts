import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Organisation, Person } from '../../electron/domain/people/directory.ts'
import {
  duplicatePairs,
  findPerson,
  listedBefore,
  type PersonTraits,
  personFinder,
  samePerson,
} from '../../electron/domain/people/same-person.ts'
import { growth } from '../growth.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

const ACD = ['Association des communes de démonstration', 'ACD']
const DGX = ['Direction générale exemple', 'DGX']
const helene: PersonTraits = { givenName: 'Hélène', familyName: 'Marchetti-Durand', organisations: ACD }

function person(n: number, traits: Partial<Person>): Person {
  return {
    id: id(n),
    version: 1,
    civility: '',
    givenName: '',
    familyName: '',
    jobTitle: '',
    organisationId: null,
    email: '',
    phone: '',
    copyEmails: '',
    otherNames: '',
    protocolOrder: n,
    ...traits,
  }
}
const organisation = (n: number, name: string, acronym: string): Organisation => ({
  id: id(n),
  version: 1,
  name,
  acronym,
  article: null,
  collegeId: null,
  protocolOrder: n,
})
const organisations = [organisation(901, ACD[0] ?? '', 'ACD'), organisation(902, DGX[0] ?? '', 'DGX')]
const directoryOf = (...persons: Person[]) => ({ persons, organisations, formerNames: [] })

describe('one person written differently', () => {
  it.each<[string, PersonTraits, PersonTraits, string | null]>([
    ['accents', helene, { ...helene, givenName: 'HELENE', familyName: 'MARCHETTI DURAND' }, 'sure'],
    ['swapped', helene, { ...helene, givenName: 'Marchetti-Durand', familyName: 'Hélène' }, 'likely'],
    ['one half of a double name', helene, { ...helene, familyName: 'Durand' }, 'likely'],
    [
      'married name',
      { ...helene, familyName: 'Durand' },
      { ...helene, familyName: 'Osterman', otherNames: 'Durand' },
      'sure',
    ],
    ['née', { ...helene, familyName: 'Durand' }, { name: 'Mme Hélène Osterman née Durand (ACD)' }, 'sure'],
    ['initial', helene, { ...helene, givenName: 'H.' }, 'likely'],
    [
      'initials of a double given name',
      { ...helene, givenName: 'Anne-Lise' },
      { ...helene, givenName: 'A.-L.' },
      'likely',
    ],
    [
      'only the family name',
      helene,
      { civility: 'Mme', familyName: 'Marchetti-Durand', organisations: ['DGX', 'ACD'] },
      'likely',
    ],
    ['civility in the name', helene, { name: 'Madame Hélène MARCHETTI-DURAND', organisations: ACD }, 'sure'],
    [
      'particle',
      { ...helene, familyName: 'de La Tourette' },
      { ...helene, familyName: 'LA TOURETTE' },
      'likely',
    ],
    [
      'particle joined',
      { ...helene, familyName: 'd’Estrelle' },
      { ...helene, familyName: "D'ESTRELLE" },
      'sure',
    ],
    ['a letter', helene, { ...helene, familyName: 'Marcheti-Durand' }, 'possible'],
    ['as mail programs write it', helene, { name: 'MARCHETTI-DURAND Hélène (ACD, cabinet)' }, 'sure'],
    [
      'with her function',
      helene,
      { name: 'Hélène Marchetti-Durand, directrice', organisations: ACD },
      'sure',
    ],
    ['organisation unknown', helene, { name: 'Hélène Marchetti-Durand' }, 'likely'],
    ['an address that spells the name', helene, { email: 'helene.marchetti-durand@exemple.invalid' }, null],
    [
      'an address that spells it plainly',
      { ...helene, familyName: 'Durand' },
      { email: 'helene.durand@exemple.invalid' },
      'possible',
    ],
    ['given name of another', helene, { ...helene, givenName: 'Agathe' }, null],
    [
      'Jean and Jean-Pierre',
      { ...helene, givenName: 'Jean' },
      { ...helene, givenName: 'Jean-Pierre' },
      'possible',
    ],
    ['initials that do not fit', { ...helene, givenName: 'Jean' }, { ...helene, givenName: 'J.-P.' }, null],
    [
      'a switchboard',
      { ...helene, phone: '01 02 03 04 05' },
      { givenName: 'Hélène', familyName: 'Quercy', phone: '+33 102030405' },
      null,
    ],
    [
      'a telephone in place of the organisation',
      { ...helene, phone: '01 02 03 04 05' },
      { givenName: 'H.', familyName: 'Marchetti-Durand', phone: '+33 102030405' },
      'likely',
    ],
    ['nothing', {}, {}, null],
  ])('%s', (_, a, b, expected) => {
    expect(samePerson(a, b)).toBe(expected)
    expect(samePerson(b, a)).toBe(expected)
  })

  it('takes an equal address as sure, unless it is an office that several persons share', () => {
    const email = 'helene.durand@exemple.invalid'
    expect(samePerson({ ...helene, email }, { name: 'Hélène Osterman', email: email.toUpperCase() })).toBe(
      'sure',
    )
    expect(samePerson({ ...helene, email }, { email })).toBe('sure')
    expect(samePerson({ ...helene, email }, { name: 'Bastien Quercy', email })).toBe('possible')
  })

  it('never takes two persons of one name for one', () => {
    const a = { ...helene, email: 'h.marchetti@acd.invalid' }
    const b = { ...helene, email: 'h.marchetti@dgx.invalid', organisations: DGX }
    expect(samePerson(a, b)).toBe('possible')
    expect(samePerson({ ...helene, civility: 'Mme' }, { ...helene, civility: 'M.' })).toBe('possible')
  })
})

const lost = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ')
const word = fc.stringMatching(/^[A-ZÉÈÀÇŒ][a-zéèêëàâçîïôûü]{2,9}$/)
const namePart = fc.oneof(
  word,
  fc.tuple(word, word).map((both) => both.join('-')),
)
const traits = fc.record({
  givenName: fc.oneof(namePart, fc.constant('')),
  familyName: namePart,
  otherNames: fc.oneof(namePart, fc.constant('')),
  email: fc.oneof(fc.emailAddress(), fc.constant('')),
  organisations: fc.oneof(fc.constant(ACD), fc.constant(DGX), fc.constant<string[]>([])),
})

/** Few words, so that many agree: in part, with a slip, without the given name, the other way round. */
const alike = fc.record({
  givenName: fc.constantFrom(
    '',
    'Hélène',
    'H.',
    'Helenne',
    'Jean-Pierre',
    'JP',
    'J.-P.',
    'Jean',
    'Marchetti',
  ),
  familyName: fc.constantFrom(
    'Marchetti',
    'Marcheti',
    'Marhcetti',
    'Marchetti-Durand',
    'Durand Marchetti',
    'Durand',
    'de Marchetti',
    'Marchetti née Osterman',
    'Osterman Durand Marchetti',
    'Hélène',
  ),
  otherNames: fc.constantFrom('', '', 'Osterman', 'Hélène Durand'),
  email: fc.constantFrom('', '', 'helene.marchetti@exemple.invalid', 'jean.durand@exemple.invalid'),
  civility: fc.constantFrom('', '', 'Mme', 'M.'),
  organisationId: fc.constantFrom(null, id(901), id(902)),
})

describe('whatever the names', () => {
  it('finds in a directory every pair that is one person when the two are compared', () => {
    fc.assert(
      fc.property(fc.array(alike, { minLength: 2, maxLength: 8 }), (all) => {
        const persons = all.map((one, n) => person(n, one as Partial<Person>))
        const traitsOf = ({ organisationId, ...one }: Person): PersonTraits => ({
          ...one,
          organisations: organisationId === id(901) ? ACD : organisationId === id(902) ? DGX : [],
        })
        const expected = persons.flatMap((a, n) =>
          persons.slice(n + 1).flatMap((b) => {
            const certainty = samePerson(traitsOf(a), traitsOf(b))
            return certainty === null ? [] : [`${a.id} ${b.id} ${certainty}`]
          }),
        )
        const found = duplicatePairs(directoryOf(...persons)).map(
          ({ a, b, certainty }) => `${a} ${b} ${certainty}`,
        )
        expect(found.sort()).toEqual(expected.sort())
      }),
      { numRuns: 2000 },
    )
  })

  it('says the same of a and b as of b and a', () => {
    fc.assert(fc.property(traits, traits, (a, b) => samePerson(a, b) === samePerson(b, a)))
  })

  it('is sure of a person without accents, hyphens and small letters', () => {
    fc.assert(
      fc.property(traits, namePart, (a, givenName) => {
        const one = { ...a, givenName, organisations: ACD }
        const other = {
          ...one,
          givenName: lost(givenName).toUpperCase(),
          familyName: lost(a.familyName).toUpperCase(),
          email: '',
        }
        expect(samePerson(one, other)).toBe('sure')
      }),
    )
  })

  it('knows a person by either order of the names', () => {
    fc.assert(
      fc.property(traits, namePart, (a, givenName) => {
        // "Née" in a written name announces another family name: nobody can tell that it is a given name here.
        fc.pre(!/\b(nee|epouse|veuve|dite?)\b/i.test(lost(`${a.familyName} ${givenName}`)))
        const one = { ...a, givenName, organisations: ACD }
        expect(samePerson(one, { name: `${a.familyName} ${givenName}`, organisations: ACD })).toBe('sure')
        expect(samePerson(one, { name: `${givenName} ${a.familyName}`, organisations: ACD })).toBe('sure')
      }),
    )
  })

  it('is never sure, nor finds it likely, across two organisations with two addresses', () => {
    fc.assert(
      fc.property(traits, traits, fc.boolean(), (a, b, named) => {
        const one = { ...a, email: 'un@acd.invalid', organisations: ACD }
        const other = { ...b, ...(named ? a : {}), email: 'deux@dgx.invalid', organisations: DGX }
        expect(samePerson(one, other) ?? 'possible').toBe('possible')
      }),
    )
  })

  it('is sure of an equal address when one side has no name', () => {
    fc.assert(
      fc.property(traits, fc.emailAddress(), (a, email) => samePerson({ ...a, email }, { email }) === 'sure'),
    )
  })

  it('finds every person of a directory again, and no pair that comparing all would not find', () => {
    fc.assert(
      fc.property(fc.array(traits, { maxLength: 12 }), (list) => {
        const persons = list.map(({ organisations: names, ...one }, n) =>
          person(n, { ...one, organisationId: names === ACD ? id(901) : names === DGX ? id(902) : null }),
        )
        const directory = directoryOf(...persons)
        const find = personFinder(directory)
        const whole = list.map((one) => ({
          ...one,
          ...(one.organisations.length > 0 ? {} : { organisations: [] }),
        }))
        for (const [n, one] of whole.entries()) {
          const found = find(one)
          expect([found?.personId, ...(found?.others ?? [])]).toContain(id(n))
        }
        const pairs = duplicatePairs(directory).map(({ a, b, certainty }) =>
          [...[a, b].sort(), certainty].join(),
        )
        const all = whole.flatMap((one, n) =>
          whole.slice(n + 1).flatMap((other, m) => {
            const certainty = samePerson(one, other)
            return certainty === null ? [] : [[...[id(n), id(n + 1 + m)].sort(), certainty].join()]
          }),
        )
        expect(pairs.sort()).toEqual(all.sort())
      }),
    )
  })
})

describe('a list', () => {
  const told = (...persons: PersonTraits[]) => persons.map(listedBefore())

  it('tells who was in it before, under another form of the name too', () => {
    const jean = { givenName: 'Jean', familyName: 'Delcambre', organisations: ACD }
    expect(told(helene, jean, { ...helene, givenName: 'helene' }, jean)).toEqual([false, false, true, true])
  })

  it('tells a line that stands in it a thousand times, and nobody of whom one only shares the name', () => {
    const many = Array.from({ length: 3000 }, () => ({ familyName: 'Divers', jobTitle: '15h00' }))
    expect(told(...many).filter((isBefore) => isBefore)).toHaveLength(2999)
    const namesakes = ['a', 'b'].map((office) => ({
      givenName: 'Jean',
      familyName: 'Delcambre',
      email: `${office}@exemple.invalid`,
      organisations: [office],
    }))
    expect(told(...namesakes)).toEqual([false, false])
  })

  it('tells what comparing each with all before would tell', () => {
    const word = fc.constantFrom('Marchetti', 'Delcambre', 'marchetti', 'Hélène', 'Jean', 'J.', '')
    const traits = fc.record({
      givenName: word,
      familyName: word,
      email: fc.constantFrom('', 'h.marchetti@exemple.invalid', 'jean@exemple.invalid'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(traits, { maxLength: 12, selector: JSON.stringify }), (persons) => {
        const each = persons.map((one, at) =>
          persons.slice(0, at).some((other) => ['sure', 'likely'].includes(samePerson(other, one) ?? '')),
        )
        const found = told(...persons)
        // A word in common is what brings two together: initials alone do not.
        found.forEach((isBefore, at) => {
          if (isBefore) expect(each[at]).toBe(true)
        })
      }),
    )
  })
})

describe('finding somebody who writes', () => {
  const directory = directoryOf(
    person(1, {
      givenName: 'Jean',
      familyName: 'Dupont',
      organisationId: id(902),
      email: 'contact@dgx.invalid',
    }),
    person(2, {
      givenName: 'Julie',
      familyName: 'Dupont',
      organisationId: id(902),
      email: 'julie@dgx.invalid',
    }),
    person(3, {
      givenName: 'Zélie',
      familyName: 'Garnerin',
      organisationId: id(901),
      email: 'zg@acd.invalid',
    }),
  )

  it('nobody is found who is called otherwise than the name that is written', () => {
    const hugues = person(1, { civility: 'M.', givenName: 'Hugues', familyName: 'Fourcroy' })
    const directory = { persons: [hugues], organisations: [], formerNames: [] }
    expect(findPerson(directory, { name: 'Mme Fourcroy' })).toBeNull()
    expect(findPerson(directory, { name: 'M. Fourcroy' })).toMatchObject({ personId: hugues.id })
    expect(findPerson(directory, { name: 'Fourcroy' })).toMatchObject({ personId: hugues.id })
  })

  it('by address first', () => {
    expect(findPerson(directory, { name: '', email: 'ZG@acd.invalid' })).toEqual({
      personId: id(3),
      certainty: 'sure',
      others: [],
    })
    expect(findPerson(directory, { name: 'Secrétariat', email: 'contact@dgx.invalid' })).toEqual({
      personId: id(1),
      certainty: 'likely',
      others: [],
    })
  })

  it('by name and organisation, saying when two fit', () => {
    expect(findPerson(directory, { name: 'GARNERIN Zelie (ACD)' })?.certainty).toBe('sure')
    expect(findPerson(directory, { name: 'J. Dupont', organisation: 'DGX' })).toEqual({
      personId: id(1),
      certainty: 'possible',
      others: [id(2)],
    })
    expect(findPerson(directory, { name: 'Personne Inconnue', email: 'inconnue@exemple.invalid' })).toBeNull()
  })
})

it('the comparison of persons takes a time that grows less than their pairs', async () => {
  const given = [
    'Hélène',
    'Marie',
    'Jean',
    'Jean-Pierre',
    'Anne',
    'Pierre',
    'Zélie',
    'Octave',
    'Flore',
    'Gabin',
  ]
  const persons = (length: number) =>
    Array.from({ length }, (_, n) =>
      person(n, {
        givenName: given[n % given.length] ?? '',
        familyName: `Exemple-${String.fromCharCode(65 + (n % 26))}${'aeiou'.charAt(n % 5)}${n % 97 === 0 ? 'x' : n}`,
        email: `p${n}@exemple.invalid`,
        organisationId: id(901 + (n % 2)),
      }),
    )
  const compare = (length: number) => duplicatePairs(directoryOf(...persons(length)))
  expect(await growth(compare, { size: 300, times: 4 })).toBeLessThan(3)
})
