import { z } from 'zod'
import { CivilDate, Line } from '../ids.ts'
import type { Organisation, OrganisationName, Person } from '../people/directory.ts'
import { fullName } from '../people/full-name.ts'
import { matchPeople, OrganisationMatch, organisationMatcher, PersonMatch } from '../people/match-people.ts'
import {
  compareOrganisations,
  type OrganisationForm,
  organisationForms,
} from '../people/same-organisation.ts'
import { foldedWords } from '../text/fold.ts'
import type { Civilities } from './civilities.ts'

/** A body as the old files write it, once for all of them. */
export const MetOrganisation = z.strictObject({
  key: z.string(),
  name: Line,
  /** Other ways of writing it. */
  also: z.array(z.string()),
  people: z.int(),
  match: OrganisationMatch,
})
export type MetOrganisation = z.infer<typeof MetOrganisation>

const Part = z.strictObject({
  key: z.string(),
  /** Of a body that they are met in; null where none is written. */
  organisationKey: z.string().nullable(),
  organisation: z.string(),
  meetings: z.int(),
})

/** Somebody whom no entry of the directory stands for yet in the meetings that were taken over. */
export const MetPerson = z.strictObject({
  key: z.string(),
  familyName: Line,
  givenName: Line,
  /** Shorter ways of writing them that can only be theirs: "N. Malaval". */
  also: z.array(z.string()),
  /** As last written. */
  role: Line,
  /** The bodies they are met in, the last one first; several: one person who moved, or several of one name. */
  parts: z.array(Part),
  meetings: z.int(),
  first: CivilDate,
  last: CivilDate,
  match: PersonMatch,
})
export type MetPerson = z.infer<typeof MetPerson>

export type MetPeople = { persons: MetPerson[]; organisations: MetOrganisation[] }

/** Somebody on the list of a meeting that was taken over. */
export type MetAttendee = {
  readonly id: string
  readonly meetingId: string
  readonly date: string
  readonly familyName: string
  readonly givenName: string
  readonly organisation: string
  readonly role: string
}

type Directory = {
  readonly persons: readonly Person[]
  readonly organisations: readonly Organisation[]
  readonly formerNames: readonly OrganisationName[]
}

const words = (text: string) => foldedWords(text).join(' ')
const isShort = (givenName: string) => words(givenName).replaceAll(' ', '').length < 3

export const nameKey = ({ familyName, givenName }: Pick<MetAttendee, 'familyName' | 'givenName'>) =>
  `${words(familyName)}|${words(givenName)}`

/**
 * Each person and body once; `attendeesOf` names the lines that a key stands for.
 * @param said who somebody of that name was said to be in other meetings that were taken over
 * @param civilitiesOf how the words of its meeting call somebody of a line
 */
export function metPeople(
  attendees: readonly MetAttendee[],
  directory: Directory,
  said: ReadonlyMap<string, string> = new Map(),
  civilitiesOf: (line: MetAttendee) => Civilities = () => new Set(),
): MetPeople & { attendeesOf: ReadonlyMap<string, readonly string[]> } {
  const bodies = new Bodies(attendees)
  const groups = groupedByName(attendees, civilitiesOf)
  const attendeesOf = new Map<string, string[]>()
  const note = (key: string, lines: readonly MetAttendee[]) =>
    attendeesOf.set(
      key,
      lines.map(({ id }) => id),
    )
  const unmatched = groups.map(({ key, own, shorter }) => {
    const lines = [...own, ...shorter].sort((a, b) => (a.date < b.date ? 1 : -1))
    note(key, lines)
    const parts = bodies.partsOf(lines).map(({ body, lines: its }, at) => {
      note(`${key}#${at}`, its)
      return {
        key: `${key}#${at}`,
        organisationKey: body?.key ?? null,
        organisation: body?.name ?? '',
        meetings: meetingsIn(its),
      }
    })
    // Capitals alone do not say how a name is written.
    const isCapitals = ({ familyName }: MetAttendee) => familyName === familyName.toUpperCase()
    const named = own.findLast((one) => !isCapitals(one)) ?? own.at(-1)
    return {
      key,
      familyName: named?.familyName ?? '',
      givenName: named?.givenName ?? '',
      also: [...new Set(shorter.map(fullName))],
      role: lines.find(({ role }) => role !== '')?.role ?? '',
      parts,
      meetings: meetingsIn(lines),
      first: lines.at(-1)?.date ?? '',
      last: lines[0]?.date ?? '',
    }
  })
  const matches = matchPeople(
    directory,
    unmatched.map(({ familyName, givenName, parts }) => ({
      familyName,
      givenName,
      organisation: parts.length === 1 ? (parts[0]?.organisation ?? '') : '',
    })),
  )
  const persons = unmatched.map((person, at) => ({
    ...person,
    match: matchSaid(said.get(person.key), matches[at]),
  }))
  const organisationOf = organisationMatcher(directory)
  const organisations = bodies.all().map(({ key, name, also }) => ({
    key,
    name,
    also,
    people: unmatched.filter(({ parts }) => parts.some(({ organisationKey }) => organisationKey === key))
      .length,
    match: organisationOf(name),
  }))
  return {
    persons: persons.sort(
      (a, b) =>
        Number(isAsked(b)) - Number(isAsked(a)) ||
        b.meetings - a.meetings ||
        (a.familyName < b.familyName ? -1 : 1),
    ),
    organisations: organisations.sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1)),
    attendeesOf,
  }
}

/** An answer given once is not asked again. */
function matchSaid(personId: string | undefined, match: PersonMatch | undefined): PersonMatch {
  if (personId !== undefined) return { standing: 'matched', personId, isSure: true, candidates: [personId] }
  return match ?? { standing: 'new', personId: null, isSure: false, candidates: [] }
}

/** Nobody but the user can say who it is: several may be meant, or the name is not whole. */
export function isAsked({ match, parts, givenName }: MetPerson): boolean {
  if (match.standing === 'matched') return !match.isSure
  return match.standing === 'like' || parts.length > 1 || isShort(givenName)
}

const meetingsIn = (lines: readonly MetAttendee[]) => new Set(lines.map(({ meetingId }) => meetingId)).size

type Group = { key: string; own: MetAttendee[]; shorter: MetAttendee[] }

/**
 * By whole name; an initial or a bare family name goes to the only whole name that it can stand for, and of "M. Fourcroy" and
 * "Mme Fourcroy" the one who is called like it.
 */
function groupedByName(
  attendees: readonly MetAttendee[],
  civilitiesOf: (line: MetAttendee) => Civilities,
): Group[] {
  const groups = new Map<string, Group>()
  const sorted = [...attendees].sort((a, b) => (a.date < b.date ? -1 : 1))
  for (const line of sorted) {
    const key = nameKey(line)
    const group = groups.get(key) ?? { key, own: [], shorter: [] }
    group.own.push(line)
    groups.set(key, group)
  }
  const whole = [...groups.values()].filter(({ own }) => !isShort(own[0]?.givenName ?? ''))
  const allOf = (lines: readonly MetAttendee[]) => new Set(lines.flatMap((line) => [...civilitiesOf(line)]))
  for (const group of [...groups.values()]) {
    const [line] = group.own
    if (line === undefined || !isShort(line.givenName)) continue
    const fits = whole.filter(({ key }) => mayStandFor(group.key, key))
    const [only] = fits
    if (only === undefined || fits.length > 1) continue
    const [called, ...otherwise] = allOf(only.own)
    const isTheirs = (line: MetAttendee) => {
      const own = civilitiesOf(line)
      return called !== undefined && otherwise.length === 0 && own.size === 1 && own.has(called)
    }
    // Where two are called by the name, a line without a civility is anybody's.
    const areTwo = allOf([...group.own, ...only.own]).size > 1
    const those = areTwo ? group.own.filter(isTheirs) : group.own
    if (those.length === 0 || !areOne(those, only.own)) continue
    only.shorter.push(...those)
    group.own = group.own.filter((one) => !those.includes(one))
    if (group.own.length === 0) groups.delete(group.key)
  }
  return [...groups.values()]
}

/** Meetings whose words are asked how they call those of a name that is not written whole. */
export function meetingsToAsk(attendees: readonly MetAttendee[]): string[] {
  const asked = new Set(
    attendees.flatMap(({ familyName, givenName }) => (isShort(givenName) ? [words(familyName)] : [])),
  )
  const those = attendees.filter(({ familyName }) => asked.has(words(familyName)))
  return [...new Set(those.map(({ meetingId }) => meetingId))]
}

/** Whether an initial or a bare family name can be short for another name. */
export function mayStandFor(short: string, whole: string): boolean {
  const [family, initial = ''] = short.split('|')
  const [otherFamily, given = ''] = whole.split('|')
  return otherFamily === family && initial.length < 3 && given.length > 2 && given.startsWith(initial)
}

/** Met in one body; or, where a list writes none, never on the same list. */
function areOne(a: readonly MetAttendee[], b: readonly MetAttendee[]): boolean {
  const forms = (lines: readonly MetAttendee[]) =>
    organisationForms([...new Set(lines.map(({ organisation }) => organisation))])
  const bodies = compareOrganisations(forms(a), forms(b))
  if (bodies !== 'unknown') return bodies === 'same'
  return !a.some(({ meetingId }) => b.some((line) => line.meetingId === meetingId))
}

type Body = { key: string; name: string; also: string[]; forms: Set<string> }

/** The bodies that are written, each once however it is written ("DGX, bureau des usages" is met in "DGX"). */
class Bodies {
  readonly #byWritten = new Map<string, Body>()
  readonly #bodies: Body[] = []

  constructor(attendees: readonly MetAttendee[]) {
    const counts = new Map<string, number>()
    for (const { organisation } of attendees)
      if (words(organisation) !== '') counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
    // The usual way of writing it, the shortest of equals, names the body.
    const written = [...counts].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1))
    for (const [name] of written) this.#add(name)
  }

  #add(name: string): void {
    const forms = organisationForms([name]).map((form: OrganisationForm) => form.words)
    const known = this.#bodies.find((body) => forms.some((form) => body.forms.has(form)))
    if (known === undefined) {
      const body = { key: words(name), name, also: [], forms: new Set(forms) }
      this.#bodies.push(body)
      this.#byWritten.set(name, body)
      return
    }
    for (const form of forms) known.forms.add(form)
    if (words(name) !== known.key && !known.also.includes(name)) known.also.push(name)
    this.#byWritten.set(name, known)
  }

  all(): readonly Body[] {
    return this.#bodies
  }

  /** The lines by body, the last met first; those without a body go with the only one, else stand alone. */
  partsOf(lines: readonly MetAttendee[]): { body: Body | null; lines: MetAttendee[] }[] {
    const parts = new Map<Body | null, MetAttendee[]>()
    for (const line of lines) {
      const body = this.#byWritten.get(line.organisation) ?? null
      parts.set(body, [...(parts.get(body) ?? []), line])
    }
    const bare = parts.get(null)
    const [only, ...others] = [...parts.keys()].filter((body) => body !== null)
    if (bare !== undefined && only !== undefined && others.length === 0) {
      parts.set(only, [...(parts.get(only) ?? []), ...bare])
      parts.delete(null)
    }
    return [...parts].map(([body, its]) => ({ body, lines: its }))
  }
}
