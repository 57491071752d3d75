import type { DirectoryView } from '../../../electron/contract/directory.ts'
import {
  type Attendee,
  type AttendeeFields,
  isPresent,
} from '../../../electron/domain/attendance/attendance.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold, foldedWords } from '../../../electron/domain/text/fold.ts'
import { parseTime } from '../../ui/parse-french.ts'
import { guestFrom } from './attendance-groups.ts'

type NewAttendee = Partial<AttendeeFields> & { familyName: string }

export type QuickLine =
  | { is: 'nothing' }
  /** Nobody, and nothing to make of it. */
  | { is: 'unknown' }
  | { is: 'person'; attendee: Attendee }
  | { is: 'hour'; attendee: Attendee; field: 'arrivedAt' | 'leftAt'; time: string }
  /** `several`: those whom one name means alike. */
  | { is: 'allBut'; except: readonly Attendee[]; unknown: readonly string[]; several: readonly Attendee[] }
  /** `isKnown`: of the directory. */
  | { is: 'add'; fields: NewAttendee; isKnown: boolean }

/** Of a longer text nobody means one person, nor everybody but some. */
const MOST_TYPED = 2000

/** @param now the hour that an arrival or a departure without one takes. */
export function readQuickLine(
  typed: string,
  attendees: readonly Attendee[],
  directory: DirectoryView | undefined,
  now: string,
): QuickLine {
  if (typed.length > MOST_TYPED) return { is: 'unknown' }
  const words = typed.trim().replace(civility, '')
  // "Mme Orvault" is a guest by one word, "Mme x" is not.
  const isPolite = civility.test(typed.trim()) && /^\p{Lu}/u.test(words)
  if (words === '') return { is: 'nothing' }
  const named = /^(?:tous|toutes|tout le monde)\s*,?(?:\s*sauf\b\s*(.*))?$/i.exec(words)
  const [whole] = meantBy(attendees, words)
  if (named !== null && whole === undefined) return allBut(named[1] ?? '', attendees)
  if (whole !== undefined) return { is: 'person', attendee: whole }
  const hour = hourOf(words, attendees, now)
  if (hour !== null) return hour
  const listed = attendees.find((one) => fold(fullName(one)) === fold(beforeComma(words)))
  if (listed !== undefined) return { is: 'person', attendee: listed }
  const known = directory === undefined ? undefined : ofDirectory(words, attendees, directory)
  if (known !== undefined) return { is: 'add', fields: known, isKnown: true }
  const guest = isPolite || isName(words) ? guestFrom(words) : null
  return guest === null ? { is: 'unknown' } : { is: 'add', fields: guest, isKnown: false }
}

/** Those whom a few letters mean, best first: still to be marked before the others, by family name before the rest. */
export const meantBy = (attendees: readonly Attendee[], typed: string): Attendee[] =>
  ranked(attendees, typedName(typed)).map(({ attendee }) => attendee)

function ranked(attendees: readonly Attendee[], typed: TypedName) {
  return attendees
    .flatMap((attendee) => {
      const rank = closeness(attendee, typed)
      return rank === null ? [] : [{ attendee, rank: rank + (isPresent(attendee.status) ? 10 : 0) }]
    })
    .sort((a, b) => a.rank - b.rank || a.attendee.position - b.attendee.position)
}

/** `isWhole`: written out, so that its words are no beginnings of others. */
type TypedName = { words: readonly string[]; isWhole: boolean }

const civility =
  /^(?:m\.|pr\.|(?:(?:mr|mmes?|mlles?|dr)\.?|monsieur|madame|mademoiselle|docteure?|professeure?)(?=\s))\s*(?=\S)/i

/** @param least how many words with a capital make a name written out. */
function typedName(typed: string, least = 2): TypedName {
  const name = typed.trim().replace(civility, '')
  const long = (name.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 3 || /^\p{Lu}..$/u.test(word),
  )
  return {
    words: foldedWords(name),
    isWhole: long.length >= least && long.every((word) => /^\p{Lu}/u.test(word)),
  }
}

/** 0 by the family name, 1 by both initials, 2 by the given name, 3 by the organisation; null not at all. */
function closeness(
  person: Pick<Attendee, 'familyName' | 'givenName' | 'organisation'>,
  { words: wanted, isWhole }: TypedName,
): number | null {
  if (wanted.length === 0) return null
  const [family, given] = [foldedWords(person.familyName), foldedWords(person.givenName)]
  const places = [
    family,
    [`${given[0]?.[0] ?? ''}${family[0]?.[0] ?? ''}`],
    given,
    foldedWords(person.organisation),
  ]
  let worst = 0
  for (const typed of wanted) {
    const place = places.findIndex((words, index) =>
      words.some((word) => (index === 1 || isWhole ? word === typed : word.startsWith(typed))),
    )
    if (place < 0) return null
    worst = Math.max(worst, place)
  }
  return worst
}

function allBut(names: string, attendees: readonly Attendee[]): QuickLine {
  const awaited = attendees.filter(({ status }) => status === null || isPresent(status))
  const except: Attendee[] = []
  const unknown: string[] = []
  const several: Attendee[] = []
  for (const name of names.split(/[,;]|\set\s/)) {
    if (name.trim() === '') continue
    const [best, ...others] = ranked(
      awaited.filter((one) => !except.includes(one)),
      typedName(name, 1),
    )
    const alike =
      best === undefined ? [] : [best, ...others.filter(({ rank }) => rank % 10 === best.rank % 10)]
    if (best === undefined) unknown.push(name.trim())
    else if (alike.length > 1) several.push(...alike.map(({ attendee }) => attendee))
    else except.push(best.attendee)
  }
  return { is: 'allBut', except, unknown, several }
}

/** "marchetti arrivée 14 h 40", "ma dép 16h", "ma dép". */
function hourOf(words: string, attendees: readonly Attendee[], now: string): QuickLine | null {
  const said = /^(.+?)\s+(arr|dep)(?:ivee?|iv|art)?\.?(?:\s+a)?(?:\s+(\d.*))?$/.exec(fold(words).trim())
  if (said === null) return null
  const [, name = '', way, hour = ''] = said
  const time = parseTime(hour)
  const people = meantBy(attendees, name)
  // Whoever leaves was there.
  const attendee = people.find(({ status }) => isPresent(status)) ?? people[0]
  if (!time.ok || attendee === undefined) return null
  return { is: 'hour', attendee, field: way === 'arr' ? 'arrivedAt' : 'leftAt', time: time.value ?? now }
}

const beforeComma = (words: string) => words.split(',')[0]?.trim() ?? ''

/** A name is two words or has its organisation beside it: two letters that mean nobody add nobody. */
function isName(words: string): boolean {
  return /,\s*\S/.test(words) || words.split(/\s+/).filter((word) => word.length > 1).length > 1
}

/** Somebody of the directory who is not on the list; for whom they come is known there. */
function ofDirectory(
  words: string,
  attendees: readonly Attendee[],
  { persons, organisations }: DirectoryView,
): NewAttendee | undefined {
  const [name, after] = [beforeComma(words), fold(words.slice(words.indexOf(',') + 1)).trim()]
  const hasComma = words.includes(',')
  const listed = new Set(attendees.map(({ personId }) => personId))
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  const fits = persons.flatMap((person) => {
    if (listed.has(person.id)) return []
    const organisation = byId.get(person.organisationId ?? '')
    const own = `${organisation?.name ?? ''} ${organisation?.acronym ?? ''}`
    if (hasComma && (fold(fullName(person)) !== fold(name) || !fold(own).includes(after))) return []
    const rank = closeness({ ...person, organisation: own }, typedName(name))
    return rank === null || rank > 2 ? [] : [{ person, rank }]
  })
  const [best] = fits.sort((a, b) => a.rank - b.rank)
  if (best === undefined) return undefined
  const { person } = best
  return {
    personId: person.id,
    familyName: person.familyName,
    givenName: person.givenName,
  }
}
