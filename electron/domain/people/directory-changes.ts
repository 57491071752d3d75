import { fold, foldedWords } from '../text/fold.ts'
import type { Person } from './directory.ts'
import type { DirectoryDraftRow } from './directory-draft.ts'
import { fullName } from './full-name.ts'

type PersonPatch = Partial<Omit<Person, 'id' | 'version'>>

const MAX_OTHER_NAMES = 500
const MAX_COPIES = 1000

/**
 * How a row changes the person it is about: it is newer, so what it says of the function, address and telephone
 * wins; a name is only completed (a missing given name, an initial, lost accents), and another one kept beside.
 */
export function changesFrom(person: Person, row: DirectoryDraftRow['person']): PersonPatch {
  const patch: PersonPatch = { ...nameCompleted(person, row) }
  if (person.civility === '' && row.civility !== '') patch.civility = row.civility
  if (row.jobTitle !== '' && fold(row.jobTitle) !== fold(person.jobTitle)) patch.jobTitle = row.jobTitle
  if (row.email !== '' && row.email.toLowerCase() !== person.email.toLowerCase()) patch.email = row.email
  if (row.phone !== '' && digits(row.phone) !== digits(person.phone)) patch.phone = row.phone
  const copyEmails = joined(person.copyEmails, row.copyEmails, MAX_COPIES)
  if (copyEmails !== person.copyEmails) patch.copyEmails = copyEmails
  return patch
}

/** Taken from the other entry of the same person: whatever the kept one does not say itself, and its names. */
export function mergedWith(kept: Person, other: Person): PersonPatch {
  const patch: PersonPatch = { ...nameCompleted(kept, other) }
  if (kept.civility === '') patch.civility = other.civility
  for (const field of ['jobTitle', 'email', 'phone'] as const)
    if (kept[field] === '') patch[field] = other[field]
  if (kept.organisationId === null) patch.organisationId = other.organisationId
  const copyEmails = joined(kept.copyEmails, other.copyEmails, MAX_COPIES)
  if (copyEmails !== kept.copyEmails) patch.copyEmails = copyEmails
  return patch
}

type Named = Pick<Person, 'givenName' | 'familyName' | 'otherNames'>

function nameCompleted(kept: Named, written: Named): Partial<Named> {
  const patch: Partial<Named> = {}
  const [given, family] = [same(kept.givenName, written.givenName), same(kept.familyName, written.familyName)]
  const swapped =
    same(kept.givenName, written.familyName) &&
    same(kept.familyName, written.givenName) &&
    written.givenName !== ''
  if (family && moreAccents(written.familyName, kept.familyName)) patch.familyName = written.familyName
  if (given && moreAccents(written.givenName, kept.givenName)) patch.givenName = written.givenName
  const completes = !swapped && isShortOf(kept.givenName, written.givenName)
  if (completes) patch.givenName = written.givenName
  const says = fullName(written)
  // A shorter given name says nothing new: "J. Dupont" beside "Jean Dupont".
  const adds = !(swapped || (family && (given || completes || isShortOf(written.givenName, kept.givenName))))
  const others = [...(adds ? [says] : []), ...listOf(written.otherNames)].filter(
    (name) => !same(name, kept.familyName) && !same(name, fullName(kept)),
  )
  const otherNames = joined(kept.otherNames, others.join(', '), MAX_OTHER_NAMES)
  if (otherNames !== kept.otherNames) patch.otherNames = otherNames
  return patch
}

const words = (text: string) => foldedWords(text).join(' ')
const same = (a: string, b: string) => words(a) === words(b)
const digits = (phone: string) => phone.replace(/\D/g, '').slice(-9)
const marks = (text: string) => text.normalize('NFD').replace(/[^\p{M}]/gu, '').length

/** The same letters with the accents that the other lost; capitals are no better spelling. */
function moreAccents(a: string, b: string): boolean {
  return marks(a) > marks(b) && a !== a.toUpperCase()
}

/** Nothing, or the initials of the other: "J." or "J.-P.". */
function isShortOf(short: string, long: string): boolean {
  const initials = foldedWords(short)
  const whole = foldedWords(long)
  return (
    initials.every((word, rank) => word.length === 1 && whole[rank]?.startsWith(word) === true) &&
    whole.some((word) => word.length > 1)
  )
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Both lists, each entry once, as many as fit. */
function joined(one: string, other: string, limit: number): string {
  let text = one
  for (const part of listOf(other)) {
    if (listOf(text).some((known) => same(known, part))) continue
    const next = text === '' ? part : `${text}, ${part}`
    if (next.length <= limit) text = next
  }
  return text
}
