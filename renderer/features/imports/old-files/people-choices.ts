import type { Input, Output } from '../../../../electron/contract/index.ts'
import {
  isAsked,
  type MetOrganisation,
  type MetPerson,
  mayStandFor,
} from '../../../../electron/domain/old-files/people.ts'

export type People = Output<'oldFiles.people'>
/**
 * `written`: left as the files write it; `one`: an entry of its own; `each`: one for each body; `same`: as another name of
 * the list; else that entry.
 */
export type Answer = 'written' | 'one' | 'each' | `same:${string}` | `is:${string}`
/** By `personKey` and `bodyKey`. */
export type Answers = ReadonlyMap<string, Answer>

const is = (id: string | null): Answer => (id === null ? 'written' : `is:${id}`)
const entryOf = (answer: Answer) => (answer.startsWith('is:') ? answer.slice(3) : null)

/** Stands until somebody answers: never a choice between several. */
export function answerOf(person: MetPerson, answers: Answers): Answer {
  const { match } = person
  const proposed = isAsked(person) ? 'written' : match.standing === 'matched' ? is(match.personId) : 'one'
  return answers.get(personKey(person)) ?? proposed
}

export function bodyAnswer(body: MetOrganisation, answers: Answers): Answer {
  const { match } = body
  const proposed =
    match.standing === 'matched' ? is(match.organisationId) : match.standing === 'like' ? 'written' : 'one'
  return answers.get(bodyKey(body)) ?? proposed
}

/**
 * The key of an answer is the question as it was put. Once the directory offers others for that name the old answer no
 * longer stands ("one for each body" would add them again); it does again after an undo, which brings the same question back.
 */
export const personKey = ({ key, parts, match }: MetPerson) => `${key} ${parts.length} ${match.candidates}`
/** Bodies and persons may be written alike. */
export const bodyKey = ({ key, match }: MetOrganisation) => `body ${key} ${match.candidates}`

/** Whole names of the list that a short one may stand for: those that get an entry, each one. */
export const namesakes = (person: MetPerson, { persons }: People, answers: Answers): MetPerson[] =>
  persons.filter((one) => {
    const answer = answerOf(one, answers)
    const isOne = answer === 'one' || entryOf(answer) !== null
    return one.match.standing !== 'matched' && isOne && mayStandFor(person.key, one.key)
  })

/** What is sent: a name of the list that gets no entry any more is none to be the same as. */
export function standingAnswer(person: MetPerson, people: People, answers: Answers): Answer {
  const answer = answerOf(person, answers)
  const isSame = answer.startsWith('same:')
  return !isSame || namesakes(person, people, answers).some(({ key }) => answer === `same:${key}`)
    ? answer
    : 'written'
}

/** The bodies that the persons to be added work for, and that are not known for sure. */
export function neededBodies({ persons, organisations }: People, answers: Answers): MetOrganisation[] {
  const needed = new Set(
    persons.flatMap((person) => {
      const answer = answerOf(person, answers)
      const parts = answer === 'each' ? person.parts : answer === 'one' ? person.parts.slice(0, 1) : []
      return parts.flatMap(({ organisationKey }) => organisationKey ?? [])
    }),
  )
  return organisations.filter(({ key, match }) => needed.has(key) && match.standing !== 'matched')
}

/** @param idOf the identity that somebody or something new gets, the same each time it is asked for */
export function sentPeople(
  people: People,
  answers: Answers,
  idOf: (key: string) => string,
): Input<'oldFiles.takePeople'> {
  const organisations = neededBodies(people, answers).filter((body) => bodyAnswer(body, answers) === 'one')
  const added = new Set(organisations.map(({ key }) => key))
  const bodies = new Map(people.organisations.map((body) => [body.key, body]))
  const organisationId = (key: string | null): string | null => {
    const body = key === null ? undefined : bodies.get(key)
    if (body === undefined) return null
    return added.has(body.key) ? idOf(bodyKey(body)) : entryOf(bodyAnswer(body, answers))
  }
  return {
    organisations: organisations.map((body) => ({ id: idOf(bodyKey(body)), name: body.name, acronym: '' })),
    people: people.persons.flatMap((person): Input<'oldFiles.takePeople'>['people'] => {
      const answer = standingAnswer(person, people, answers)
      const known = entryOf(answer)
      if (known !== null) return [{ key: person.key, entry: { type: 'known', id: known } }]
      const namesake = namesakes(person, people, answers).find(({ key }) => answer === `same:${key}`)
      if (namesake !== undefined) {
        const other = answerOf(namesake, answers)
        const id = other === 'one' ? idOf(namesake.key) : entryOf(other)
        return id === null ? [] : [{ key: person.key, entry: { type: 'known', id } }]
      }
      if (answer === 'written') return []
      const { familyName, givenName, role } = person
      const entry = (key: string, body: string | null) => ({
        key,
        entry: {
          type: 'new' as const,
          person: {
            ...{ id: idOf(key), familyName, givenName, jobTitle: role },
            organisationId: organisationId(body),
          },
        },
      })
      return answer === 'each'
        ? person.parts.map(({ key, organisationKey }) => entry(key, organisationKey))
        : [entry(person.key, person.parts[0]?.organisationKey ?? null)]
    }),
  }
}
