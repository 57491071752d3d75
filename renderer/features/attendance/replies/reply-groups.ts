import type { DirectoryView } from '../../../../electron/contract/directory.ts'
import type { AskedPerson } from '../../../../electron/domain/attendance/reply.ts'
import { fold, foldedName, foldedWords, typedWords } from '../../../../electron/domain/text/fold.ts'

export type ReplyGroup = {
  readonly key: string
  readonly label: string
  readonly people: readonly AskedPerson[]
}

/** Colleges in protocol order, members without one, then guests. */
export function replyGroups(
  asked: readonly AskedPerson[],
  labels: { noCollege: string; guests: string },
): ReplyGroup[] {
  const groups = new Map<string, { label: string; people: AskedPerson[] }>()
  const put = (key: string, label: string, person: AskedPerson) => {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { label, people: [person] })
    else group.people.push(person)
  }
  const members = asked.filter(({ role }) => role !== 'guest')
  for (const person of members)
    if (person.college !== '') put(`college ${person.college}`, person.college, person)
  for (const person of members) if (person.college === '') put('none', labels.noCollege, person)
  for (const person of asked) if (person.role === 'guest') put('guests', labels.guests, person)
  return [...groups].map(([key, group]) => ({ key, ...group }))
}

/** How well somebody fits what is typed: 0 by the family name, 1 by the given name, 2 by the organisation; null not at all. */
function closeness(person: AskedPerson, wanted: readonly string[]): number | null {
  const places = [person.familyName, person.givenName, `${person.organisation} ${person.acronym}`].map(
    (words) => foldedWords(foldedName(words)),
  )
  let worst = 0
  for (const typed of wanted) {
    const place = places.findIndex((words) => words.some((word) => word.startsWith(typed)))
    if (place < 0) return null
    worst = Math.max(worst, place)
  }
  return worst
}

/** Those whom the typed words mean, in the order given, and the one meant first. Nothing typed means everybody. */
export function meant<T extends AskedPerson>(
  people: readonly T[],
  typed: string,
): { people: readonly T[]; best: T | null } {
  const forms = typedWords(typed)
  if (forms.every(({ length }) => length === 0)) return { people, best: people[0] ?? null }
  const fits = people.flatMap((person) => {
    const ranks = forms.flatMap((wanted) => closeness(person, wanted) ?? [])
    return ranks.length === 0 ? [] : [{ person, rank: Math.min(...ranks) }]
  })
  const [best] = [...fits].sort((a, b) => a.rank - b.rank)
  return { people: fits.map(({ person }) => person), best: best?.person ?? null }
}

/** Persons of the directory who were not asked, as they would be if they answered; few, for a list below the others. */
export function outsiders(
  directory: DirectoryView | undefined,
  asked: readonly AskedPerson[],
  typed: string,
): readonly AskedPerson[] {
  if (directory === undefined || fold(typed).trim().length < 2) return []
  const known = new Set(asked.map(({ personId }) => personId))
  const organisations = new Map(directory.organisations.map((one) => [one.id, one]))
  const colleges = new Map(directory.colleges.map((one) => [one.id, one.name]))
  const others = directory.persons
    .filter(({ id }) => !known.has(id))
    .map((person): AskedPerson => {
      const organisation = organisations.get(person.organisationId ?? '')
      return {
        personId: person.id,
        familyName: person.familyName,
        givenName: person.givenName,
        civility: person.civility,
        jobTitle: person.jobTitle,
        organisation: organisation?.name ?? '',
        acronym: organisation?.acronym ?? '',
        college: colleges.get(organisation?.collegeId ?? '') ?? '',
        email: person.email,
        role: 'guest',
        items: [],
        reply: null,
        beforeMove: false,
        isReached: false,
      }
    })
  return meant(others, typed).people.slice(0, 8)
}
