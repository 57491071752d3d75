import type { DirectoryView } from '../../../electron/contract/directory.ts'
import {
  AttendanceStatus,
  type Attendee,
  type AttendeeFields,
  isAnnounced,
  isPresent,
} from '../../../electron/domain/attendance/attendance.ts'
import { isReversed } from '../../../electron/domain/meetings/meeting-span.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold, foldedName, foldedWords, typedWords } from '../../../electron/domain/text/fold.ts'
import { parseTime } from '../../ui/parse-french.ts'
import { guestFrom } from './attendance-groups.ts'

type NewAttendee = Partial<AttendeeFields> & { familyName: string }

/** What a line says of somebody. */
type Said = Partial<Pick<AttendeeFields, 'status' | 'representedBy' | 'arrivedAt' | 'leftAt'>>

export type QuickLine =
  | { is: 'nothing' }
  /** Nobody, and nothing to make of it. */
  | { is: 'unknown' }
  | { is: 'person'; attendee: Attendee }
  /** What is typed means each of them alike; those who are listed, or others of the directory. */
  | { is: 'several'; attendees: readonly Attendee[]; names: readonly string[] }
  | { is: 'said'; attendee: Attendee; said: Said }
  /** Of somebody, at an hour that there is not. */
  | { is: 'noHour' }
  /** Gone before the meeting was opened. */
  | { is: 'leftBefore'; openedAt: string }
  /** Represented, by nobody yet. */
  | { is: 'byWhom' }
  /** Nobody who is awaited has this name. */
  | { is: 'nobody'; name: string }
  /** Nobody of this name can stand in for somebody. */
  | { is: 'noSubstitute'; of: string; name: string }
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
  const deed = deedIn(words.replaceAll(/\s+/g, ' '))
  if (deed !== null) return saidOf(deed, attendees, directory)
  const named =
    /^(?:tous|toutes|tout le monde)(?: (?:sont )?pr[ée]sente?s?)?\s*,?(?:\s*sauf\b\s*(.*))?$/iu.exec(words)
  const [whole, ...alike] = alikeBy(attendees, words)
  if (named !== null && whole === undefined) return allBut(named[1] ?? '', attendees)
  if (whole !== undefined)
    return alike.length === 0 ? { is: 'person', attendee: whole } : severalOf([whole, ...alike])
  const hour = hourOf(words, attendees, now)
  if (hour !== null) return hour
  const listed = attendees.find((one) => fold(fullName(one)) === fold(beforeComma(words)))
  if (listed !== undefined) return { is: 'person', attendee: listed }
  const [known, ...others] = directory === undefined ? [] : ofDirectory(words, attendees, directory)
  if (known !== undefined && others.length > 0)
    return { is: 'several', attendees: [], names: [known, ...others].map(fullName) }
  if (known !== undefined) {
    const { id: personId, familyName, givenName } = known
    return { is: 'add', fields: { personId, familyName, givenName }, isKnown: true }
  }
  const isGuest = hasNameOnly(beforeComma(words)) && !isSentence(words) && (isPolite || isName(words))
  const guest = isGuest ? guestFrom(words) : null
  return guest === null ? { is: 'unknown' } : { is: 'add', fields: guest, isKnown: false }
}

/** Whoever leaves was there: a departure before the opening is a slip. */
export function withinMeeting(line: QuickLine, openedAt: string | null): QuickLine {
  const left = line.is === 'said' ? (line.said.leftAt ?? null) : null
  return openedAt !== null && isReversed(openedAt, left) ? { is: 'leftBefore', openedAt } : line
}

/** Those whom a few letters mean, best first: still to be marked before the others, by family name before the rest. */
export const meantBy = (attendees: readonly Attendee[], typed: string): Attendee[] =>
  ranked(attendees, typedName(typed)).map(({ attendee }) => attendee)

type Named = Pick<Attendee, 'familyName' | 'givenName' | 'organisation'>

/** The best of them, where several are. */
function alikeBy(attendees: readonly Attendee[], typed: string): Attendee[] {
  const all = ranked(attendees, typedName(typed))
  return all.filter(({ rank }) => rank === all[0]?.rank).map(({ attendee }) => attendee)
}

const severalOf = (attendees: readonly Attendee[]): QuickLine => ({
  is: 'several',
  attendees,
  names: attendees.map(fullName),
})

function ranked(attendees: readonly Attendee[], typed: TypedName) {
  const close = attendees.flatMap((attendee) => {
    const rank = closeness(attendee, typed)
    return rank === null ? [] : [{ attendee, rank }]
  })
  const ranks = new Set(close.map(({ rank }) => rank))
  return (
    close
      // "martin" is Martin, noted or not, and no beginning of Martinez.
      .filter(({ rank }) => rank % 2 === 0 || !ranks.has(rank - 1))
      .map(({ attendee, rank }) => ({ attendee, rank: rank + (isMarked(attendee) ? 10 : 0) }))
      .sort((a, b) => a.rank - b.rank || a.attendee.position - b.attendee.position)
  )
}

/** As there; whoever is only announced still is to be. */
const isMarked = (one: Attendee) => isPresent(one.status) && !isAnnounced(one)

/** `forms`: its words, with and without its apostrophes; `isWhole`: written out, so that they are no beginnings of others. */
type TypedName = { forms: readonly (readonly string[])[]; isWhole: boolean }

const civility =
  /^(?:m\.|pr\.|(?:(?:mr|mmes?|mlles?|dr)\.?|monsieur|madame|mademoiselle|docteure?|professeure?)(?=\s))\s*(?=\S)/i

/** @param least how many words with a capital make a name written out. */
function typedName(typed: string, least = 2): TypedName {
  const name = typed.trim().replace(civility, '')
  const long = (name.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 3 || /^\p{Lu}..$/u.test(word),
  )
  return {
    forms: typedWords(name),
    isWhole: long.length >= least && long.every((word) => /^\p{Lu}/u.test(word)),
  }
}

/**
 * Below 2 by the family name, then by both initials, by the given name, by the organisation; even where no word is only a
 * beginning. Null not at all.
 */
function closeness(person: Named, { forms, isWhole }: TypedName): number | null {
  const all = forms.flatMap((wanted) => closenessOf(person, wanted, isWhole) ?? [])
  return all.length === 0 ? null : Math.min(...all)
}

function closenessOf(person: Named, wanted: readonly string[], isWhole: boolean): number | null {
  if (wanted.length === 0) return null
  const [family, given] = [wordsOf(person.familyName), wordsOf(person.givenName)]
  const places = [
    family,
    [`${given[0]?.[0] ?? ''}${family[0]?.[0] ?? ''}`],
    given,
    foldedWords(person.organisation),
  ]
  let worst = 0
  let isBeginning = false
  for (const typed of wanted) {
    const place = places.findIndex((words, index) =>
      words.some((word) => (index === 1 || isWhole ? word === typed : word.startsWith(typed))),
    )
    if (place < 0) return null
    worst = Math.max(worst, place)
    if (places[place]?.includes(typed) !== true) isBeginning = true
  }
  return 2 * worst + (isBeginning ? 1 : 0)
}

const wordsOf = (name: string) => foldedWords(foldedName(name))

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
  // Whoever leaves was there.
  const there = attendees.filter(({ status }) => isPresent(status))
  const present = alikeBy(there, name)
  const [attendee, ...others] = present.length > 0 ? present : alikeBy(attendees, name)
  if (attendee === undefined) return null
  if (!time.ok) return { is: 'noHour' }
  if (others.length > 0) return severalOf([attendee, ...others])
  return { is: 'said', attendee, said: { [way === 'arr' ? 'arrivedAt' : 'leftAt']: time.value ?? now } }
}

/** What is told of somebody in words; `by` is empty until it is written. */
type Deed = { whom: string } & (
  | { status: Exclude<AttendanceStatus, 'represente'> }
  | { status: 'represente'; by: string }
)

/** "X représentée par Y", "X (pouvoir à Y)", "X donne pouvoir à Y". */
const represented = [
  /^(.+?)(?:,? \(?|\()(?:est )?(?:repr(?:[ée]sent[ée]e?|\.)?|rempla[cç][ée]e?|suppl[ée][ée]e?)(?: par(?: (.*?))?)?\)?$/iu,
  /^(.+?)(?:,? \(?|\()(?:(?:a )?donn[ée] (?:son )?)?(?:pouvoir|procuration|mandat)(?: [àa](?: (.*?))?)?\)?$/iu,
]
/** "Y représente X". */
const representing = /^(.+?) repr[ée]sente (?!par(?: |$))(.+)$/iu
/** "X excusée", "X en visio". */
const markedAs =
  /^(.+?)(?:,? \(?|\()(?:est )?(?:(?<excuse>(?:absente? (?:et )?)?excus[ée]e?)|(?<absent>absente?)|(?<visio>(?:en )?visio(?:conf[ée]rence)?|[àa] distance)|(?<audio>(?:(?:par|au) )?t[ée]l[ée]phone)|(?<surPlace>sur place|en pr[ée]sentiel)|(?<present>pr[ée]sente?))\)?$/iu

/** @param words with single spaces. */
function deedIn(words: string): Deed | null {
  const [, by = '', whom] = representing.exec(words) ?? []
  if (whom !== undefined) return { whom, status: 'represente', by }
  for (const pattern of represented) {
    const said = pattern.exec(words)
    if (said !== null) return { whom: said[1] ?? '', status: 'represente', by: said[2] ?? '' }
  }
  const said = markedAs.exec(words)
  const status = AttendanceStatus.exclude(['represente']).options.find(
    (one) => said?.groups?.[one] !== undefined,
  )
  return status === undefined ? null : { whom: said?.[1] ?? '', status }
}

function saidOf(deed: Deed, attendees: readonly Attendee[], directory: DirectoryView | undefined): QuickLine {
  const { whom } = deed
  const [attendee, ...alike] = alikeBy(attendees, whom)
  if (attendee === undefined) return { is: 'nobody', name: whom }
  if (alike.length > 0) return severalOf([attendee, ...alike])
  if (deed.status === 'present') return { is: 'person', attendee }
  if (deed.status !== 'represente') return { is: 'said', attendee, said: { status: deed.status } }
  const { by } = deed
  if (by === '') return { is: 'byWhom' }
  // Whoever stands in for another may well be there already.
  const others = attendees.filter((one) => one !== attendee).map((one) => ({ ...one, status: null }))
  const listed = alikeBy(others, by)
  const [substitute, ...more] =
    listed.length > 0 || directory === undefined ? listed : ofDirectory(by, attendees, directory)
  if (substitute === undefined) return { is: 'noSubstitute', of: fullName(attendee), name: by }
  if (more.length > 0) return { is: 'several', attendees: [], names: [substitute, ...more].map(fullName) }
  return { is: 'said', attendee, said: { status: 'represente', representedBy: fullName(substitute) } }
}

/** Letters and what joins them. */
const hasNameOnly = (words: string) => /^[\p{L}\p{M} .'’ʼ‐‑–-]+$/u.test(words)

/** A word that only a sentence has: what is not understood names nobody. "Est" and "Part" are names. */
const isSentence = (words: string) =>
  /(?:^| )(?:repr[ée]sent|remplac|excus|absent|pr[ée]sente?s?(?![\p{L}-])|pouvoir|procuration)/iu.test(
    beforeComma(words),
  ) ||
  /(?:^| )(?:[Tt]ous|[Tt]outes|par|pour|est|sont|sera|vient|part)(?= |$)/u.test(beforeComma(words)) ||
  /,\s*(?:tous|toutes|par|pour|est|sont|sera|vient|part|pouvoir|procuration)(?= |$)/u.test(words) ||
  // Behind the comma stands an organisation, which may hold any of them: "Agence pour l’emploi".
  /,\s*(?:(?:est |sera )?(?:repr[ée]sent[ée]|remplac[ée]|excus|absent|pr[ée]sente?s?(?![\p{L}-]))|.*(?<!\p{L})(?:excus[ée]e?s?|absente?s?|pr[ée]sente?s?)$)/iu.test(
    words,
  ) ||
  saysWhatSomebodyDoes.some((told) => told.test(words))

/** In small letters, as no name and hardly an organisation has them: "Petitjean, ne vient pas", "Roy, 14h60". */
const saysWhatSomebodyDoes = [
  /(?<=[ ,])(?:ne|n[’']\p{L}+|qui|il|elle|ils|elles|s[’']excuse(?:nt)?|sont|seront|sera|viendra|viendront|arrivent?|arrivera|arriveront|partira|revient|rejoint|toujours)(?= |$)/u,
  /(?<=[ ,])est (?:l[àa]|malade|souffrante?|en retard|arriv[ée]e?|partie?)(?= |$)/u,
  /^[^,]* [Vv]ient(?= |$)|,\s*[Vv]ient(?= |$)/u,
  /(?<=[ ,])(?:malade|souffrante?|en retard)$/u,
  /,\s*(?:en remplacement|[àa] la place|[àa] remplacer)(?= |$)/u,
  /,\s*\d{1,2}\s?[h:]\s?\d*$/iu,
]

/** The last of these ranks, of a beginning too. */
const BY_GIVEN_NAME = 5

const beforeComma = (words: string) => words.split(',')[0]?.trim() ?? ''

/**
 * A name is two words or has its organisation beside it: two letters that mean nobody add nobody, nor does "le préfet", an
 * office.
 */
function isName(words: string): boolean {
  if (/,\s*\S/.test(words)) return true
  return (
    !/^(?:l[ea]s?\s|l['’])/.test(words) && words.split(/\s+/).filter((word) => word.length > 1).length > 1
  )
}

/** Those of the directory who are not on the list, several where they are meant alike; for whom they come is known there. */
function ofDirectory(
  words: string,
  attendees: readonly Attendee[],
  { persons, organisations }: DirectoryView,
): DirectoryView['persons'] {
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
    return rank === null || rank > BY_GIVEN_NAME ? [] : [{ person, rank }]
  })
  const best = Math.min(...fits.map(({ rank }) => rank))
  return fits.filter(({ rank }) => rank === best).map(({ person }) => person)
}
