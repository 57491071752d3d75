import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alreadyThere } from '../../electron/domain/agenda/already-there.ts'
import { type FlatItem, placesOf, printedRank, ranksFor } from '../../electron/domain/agenda/draft-places.ts'
import type { Organisation, Person } from '../../electron/domain/people/directory.ts'
import { matchPeople, organisationMatcher, ownerMatcher } from '../../electron/domain/people/match-people.ts'
import { listedAs } from '../../electron/features/imports/take-in-participants.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const organisation = (n: number, name: string, acronym: string): Organisation => ({
  id: id(n),
  version: 1,
  name,
  acronym,
  article: null,
  collegeId: null,
  protocolOrder: n,
})
const person = (n: number, givenName: string, familyName: string, organisationId: string | null): Person => ({
  id: id(n),
  version: 1,
  civility: '',
  givenName,
  familyName,
  jobTitle: '',
  organisationId,
  email: '',
  phone: '',
  copyEmails: '',
  otherNames: '',
  protocolOrder: n,
})
const organisations = [
  organisation(1, 'Direction générale exemple', 'DGX'),
  organisation(2, 'Agence numérique exemple', 'ANX'),
]
const directory = (persons: readonly Person[]) => ({ persons, organisations, formerNames: [] })
const written = (familyName: string, givenName = '', body = '') => ({
  familyName,
  givenName,
  organisation: body,
})

describe('whom a written name stands for', () => {
  const known = directory([
    person(10, 'Hélène', 'Marchetti', id(1)),
    person(11, 'Jean', 'Petit', id(1)),
    person(12, 'Jean', 'Petit', id(2)),
    person(13, 'Solène', 'Kermadec', null),
  ])

  it.each([
    ['a whole name in its organisation', written('MARCHETTI', 'Hélène', 'DGX'), id(10), true],
    ['the same with an office', written('Marchetti', 'Helene', 'DGX, bureau des usages'), id(10), true],
    ['one of two homonyms, by the organisation', written('Petit', 'Jean', 'ANX'), id(12), true],
    ['an initial in the organisation: not for sure', written('Marchetti', 'H.', 'DGX'), id(10), false],
    ['a whole name without organisation: not for sure', written('Kermadec', 'Solène'), id(13), false],
  ])('%s', (_, wanted, personId, isSure) => {
    expect(matchPeople(known, [wanted])).toEqual([
      { standing: 'matched', personId, isSure, candidates: [personId] },
    ])
  })

  it('asks between homonyms, about another organisation, and knows who is new', () => {
    const [two, elsewhere, nobody] = matchPeople(known, [
      written('Petit', 'Jean'),
      written('Marchetti', 'Hélène', 'ANX'),
      written('Ostermann', 'Fanny', 'DGX'),
    ])
    expect(two).toMatchObject({ standing: 'like', personId: null, candidates: [id(11), id(12)] })
    expect(elsewhere).toMatchObject({ standing: 'like', personId: null, candidates: [id(10)] })
    expect(nobody).toEqual({ standing: 'new', personId: null, isSure: false, candidates: [] })
  })

  it('gives one entry to one of two: the surer keeps it, two equal ones are both asked about', () => {
    const pair = matchPeople(known, [
      written('Marchetti', 'Hélène', 'DGX'),
      written('Marchetti', 'H.', 'DGX'),
    ])
    expect(pair.map(({ standing }) => standing)).toEqual(['matched', 'like'])
    const equal = matchPeople(known, [written('Kermadec', 'Solène'), written('Kermadec', 'S.')])
    expect(equal.map(({ personId }) => personId)).not.toContain(undefined)
    const twins = matchPeople(known, [
      written('Marchetti', 'Hélène', 'DGX'),
      written('MARCHETTI', 'Hélène', 'DGX'),
    ])
    expect(twins.map(({ standing }) => standing)).toEqual(['like', 'like'])
  })

  const names = fc.constantFrom('Marchetti', 'Petit', 'Kermadec', 'Ostermann', 'Le Goff', 'Roy-Blanc')
  const givens = fc.constantFrom('Hélène', 'Jean', 'Jeanne', 'Solène', 'H.', '')
  const bodies = fc.constantFrom('DGX', 'ANX', 'Inconnu', '')
  const people = fc.array(fc.record({ familyName: names, givenName: givens, organisation: bodies }), {
    maxLength: 8,
  })
  const entries = fc.array(fc.tuple(givens, names, fc.constantFrom(id(1), id(2), null)), { maxLength: 8 })

  /** Must hold of any answer. */
  const holds = (
    persons: readonly Person[],
    asked: readonly ReturnType<typeof written>[],
    match: typeof matchPeople,
  ) => {
    const answers = match(directory(persons), asked)
    const given = answers.flatMap(({ personId }) => personId ?? [])
    const isOnce = new Set(given).size === given.length
    const neverHomonyms = answers.every(({ standing, personId }, at) => {
      if (standing !== 'matched') return personId === null
      const own = persons.find((one) => one.id === personId)
      // Nobody else bears the same names in the same place.
      return !persons.some(
        (other) =>
          other.id !== personId &&
          other.familyName === own?.familyName &&
          other.givenName === own.givenName &&
          (asked[at]?.organisation === '' || other.organisationId === own.organisationId),
      )
    })
    return answers.length === asked.length && isOnce && neverHomonyms
  }

  it('never chooses between two who bear the same names, nor gives one entry to two', () => {
    fc.assert(
      fc.property(entries, people, (rows, asked) => {
        const persons = rows.map(([givenName, familyName, at], n) =>
          person(20 + n, givenName, familyName, at),
        )
        expect(holds(persons, asked, matchPeople)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('control: a matcher that takes the first who fits is found out', () => {
    const guessing: typeof matchPeople = ({ persons }, asked) =>
      asked.map(({ familyName }) => {
        const first = persons.find((one) => one.familyName === familyName)
        return first === undefined
          ? { standing: 'new', personId: null, isSure: false, candidates: [] }
          : { standing: 'matched', personId: first.id, isSure: true, candidates: [first.id] }
      })
    const twins = [person(20, 'Jean', 'Petit', id(1)), person(21, 'Jean', 'Petit', id(1))]
    expect(holds(twins, [written('Petit', 'Jean', 'DGX')], guessing)).toBe(false)
    expect(holds(twins, [written('Petit', 'Jean', 'DGX')], matchPeople)).toBe(true)
  })

  it('owners: a family name is enough among those who were there; organisations by their words, not by their initials', () => {
    const owner = ownerMatcher(known, new Set([id(10), id(11)]))
    expect(owner('Mme Marchetti')).toMatchObject({ standing: 'matched', personId: id(10) })
    expect(owner('J. Petit')).toMatchObject({ standing: 'matched', personId: id(11) })
    expect(ownerMatcher(known, new Set())('J. Petit')).toMatchObject({ standing: 'like', personId: null })
    expect(owner('DGX')).toMatchObject({ standing: 'new' })
    const body = organisationMatcher(known)
    expect(body('DGX')).toMatchObject({ standing: 'matched', organisationId: id(1) })
    expect(body('Autre direction')).toMatchObject({ standing: 'new' })
    const bare = organisationMatcher({
      ...known,
      organisations: [organisation(3, 'Fédération régionale exemple', '')],
    })
    expect(bare('FRE')).toMatchObject({ standing: 'like', candidates: [id(3)] })
  })

  it('on the list of a meeting: by the entry, else by the only equal names', () => {
    const listed = [
      { personId: id(10), familyName: 'Marchetti', givenName: 'Hélène', organisation: 'DGX' },
      { personId: null, familyName: 'Roy', givenName: 'Anne', organisation: 'MDD' },
      { personId: null, familyName: 'Roy', givenName: 'Anne', organisation: 'UPVF' },
    ]
    const at = (familyName: string, givenName: string, body: string, personId: string | null = null) =>
      listedAs(listed, { familyName, givenName, organisation: body, personId })
    expect(at('X', 'Y', '', id(10))).toBe(0)
    expect(at('MARCHETTI', 'Helene', 'DGX')).toBe(0)
    expect(at('Roy', 'Anne', 'UPVF')).toBe(2)
    expect(at('Roy', 'Anne', '')).toBe(-1)
    expect(at('Marchetti', 'Hélène', 'DGX', id(11))).toBe(-1)
  })
})

describe('where a statement stands', () => {
  const item = (block: number, title: string, number: string | null = null): FlatItem => ({
    number,
    title,
    source: { block, excerpt: title, confidence: 1 },
  })
  const said = (block: number, excerpt: string, itemNumber: string | null = null) => ({
    number: null,
    itemNumber,
    text: excerpt,
    outcome: null,
    source: { block, excerpt, confidence: 1 },
  })
  const places = (items: readonly FlatItem[], ...decisions: ReturnType<typeof said>[]) =>
    placesOf(items, { decisions, actions: [] }).decisions

  it('by the title in its row, by its number, by what it is printed under', () => {
    const items = [
      item(2, 'Revue des chantiers', '2'),
      item(3, 'Cadrage des besoins', '2.1'),
      item(9, 'Guichet des associations : ouverture', '3'),
    ]
    expect(places(items, said(20, '1 – Cadrage des besoins | Mobiliser | Diffuser', '1'))).toEqual([1])
    expect(places(items, said(20, 'Guichet des associations | Reporté'))).toEqual([2])
    expect(places(items, said(20, 'Décision : oui', '3.'))).toEqual([2])
    expect(places(items, said(4, 'Décision : oui'))).toEqual([1])
  })

  it('nowhere when the agenda is printed before the body and nothing says it', () => {
    const items = [item(2, 'Annuaire'), item(3, 'Archives')]
    expect(places(items, said(20, 'Décision : oui'), said(30, 'Décision : non'))).toEqual([null, null])
  })
})

describe('numbers', () => {
  it.each([
    ['D', 'D-2026-18-03', 3],
    ['D', 'd3', 3],
    ['A', 'A-2026-09-12', 12],
    ['A', 'n° 7', 7],
    ['A', '7', 7],
    ['A', 'D3', null],
    ['D', '2.3', null],
    ['D', '0', null],
    ['D', null, null],
  ] as const)('%s of %j', (letter, number, rank) => {
    expect(printedRank(letter, number)).toBe(rank)
  })

  it('are unique, those printed kept where free, and never those that the meeting has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }), { maxLength: 12 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
        (printed, taken) => {
          const ranks = ranksFor(printed, taken)
          expect(new Set([...ranks, ...taken]).size).toBe(ranks.length + taken.length)
          for (const [at, rank] of printed.entries())
            if (rank !== null && !taken.includes(rank) && printed.indexOf(rank) === at)
              expect(ranks[at]).toBe(rank)
        },
      ),
    )
  })
})

describe('what a meeting has already', () => {
  it('is found by its words, as many times as it is there, under the same item first', () => {
    const existing = [
      { text: 'Le point est approuvé.', itemId: 'a' },
      { text: 'Diffuser la note', itemId: 'b' },
    ]
    const one = (text: string, itemId: string | null = null) => ({ text, itemId })
    expect(
      alreadyThere([one('le point est approuvé', 'c'), one('Le point est APPROUVÉ.', 'a')], existing),
    ).toEqual([false, true])
    expect(alreadyThere([one('Diffuser la note', 'z')], existing)).toEqual([true])
    expect(alreadyThere([one('Diffuser une note')], existing)).toEqual([false])
  })

  it('taken in twice, nothing is new', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            text: fc.constantFrom('Oui', 'Non', 'Avis favorable'),
            itemId: fc.constantFrom('a', 'b'),
          }),
        ),
        (statements) => {
          expect(alreadyThere(statements, statements)).toEqual(statements.map(() => true))
        },
      ),
    )
  })
})
