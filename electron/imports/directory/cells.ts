import { isAddress } from '../../domain/people/addresses.ts'
import type { PersonFields } from '../../domain/people/directory.ts'
import { leadCivility } from '../../domain/people/person-names.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import { withCapital } from '../../domain/text/french.ts'
import { datesIn } from '../understanding/dates.ts'
import { oneLine } from '../understanding/plain-line.ts'

export type Role = 'titulaire' | 'suppleant'
type Civility = PersonFields['civility']

const LOWER_PARTICLES = new Set(['de', 'du', 'des', 'd', 'von', 'van'])

/** Of a cell that says nothing else. */
export const civilityOf = (cell: string): Civility =>
  foldedWords(cell).length === 1 ? leadCivility(cell) : ''

/** The role in the body; `head` says it when the cell is only a cross. Null when the cell says something else. */
export function roleOf(cell: string, head = ''): Role | null {
  const words = foldedWords(cell).join(' ')
  if (/^(?:membre )?(?:titulaire|tit|t)$/.test(words) || words === 'membre') return 'titulaire'
  if (/^(?:membre )?(?:suppleante?|suppl|sup|s)$/.test(words)) return 'suppleant'
  if (!/^(?:x|oui|vrai|1)$/.test(words)) return null
  return foldedWords(head).some((word) => word.startsWith('suppleant')) ? 'suppleant' : 'titulaire'
}

/** A first and last day as written; null when it is no whole date. */
export function dayOf(cell: string): string | null {
  const date = datesIn(cell)[0]?.date ?? null
  return date === null || date.startsWith('-') ? null : date
}

export type Addresses = {
  email: string
  /** Further addresses of the cell. */
  others: string[]
  /** The cell, when its address is broken or was mended. */
  raw: string
}

/**
 * "Hélène <helene@exemple.invalid>", two addresses in a cell, an address cut by a line break (mended, and said). What is
 * no address is left out, and said: nothing may be sent to it.
 */
export function addressesOf(cell: string): Addresses {
  const raw = oneLine(cell)
  const tokens = cell
    .replace(/mailto:/gi, ' ')
    .split(/[\s<>,;]+/)
    .filter((token) => token.includes('@'))
    .map((token) => token.replace(/^[.'"(]+|[.'")]+$/g, ''))
  const [email, ...others] = tokens.filter(isAddress)
  const broken = tokens.some((token) => !isAddress(token))
  if (email !== undefined && !broken) return { email, others, raw: '' }
  const mended = cell.replace(/\s+/g, '')
  if (isAddress(mended)) return { email: mended, others: [], raw }
  return { email: email ?? '', others, raw: cell.trim() === '' ? '' : raw }
}

/** Digits with their usual signs, without words; two telephones of a row follow each other. */
export function phoneOf(cells: readonly string[]): string {
  const phones = cells.map(oneLine).filter((cell) => /\d/.test(cell))
  const both = phones.join(' / ')
  return (both.length <= 60 ? both : (phones[0] ?? '')).slice(0, 60)
}

export type Name = { civility: Civility; givenName: string; familyName: string }

/**
 * A whole name in one cell. A part in capitals is the family name; then a comma ends the family name; else the family
 * name comes first if the head says so ("Nom prénom"), last otherwise.
 */
export function splitName(cell: string, head = ''): Name {
  const bare = oneLine(cell.replace(/\([^)]*\)/g, ' '))
  const lead = /^(\p{L}+)\.?\s/u.exec(bare)?.[1] ?? ''
  const civility = civilityOf(lead)
  const text = civility === '' ? bare : bare.slice(lead.length).replace(/^\.?\s+/, '')
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  if (comma !== null && (comma[2] ?? '').split(' ').length <= 2)
    return { civility, givenName: properCase(comma[2] ?? ''), familyName: properCase(comma[1] ?? '') }
  const words = (comma === null ? text : (comma[1] ?? '')).split(' ').filter((word) => word !== '')
  const inCapitals = (word: string) => /\p{Lu}[\p{Lu}’'-]+$/u.test(word) && word === word.toUpperCase()
  const family = words.filter((word, rank) => inCapitals(word) || isParticleBefore(words, rank, inCapitals))
  const given = words.filter((word) => !family.includes(word))
  if (family.length > 0 && given.length > 0) return named(civility, given, family)
  // Behind a civility the given name comes first, whatever the head.
  const [order = '', ...more] = civility === '' ? foldedWords(head) : []
  const isFamilyFirst = order.startsWith('nom') && more.length > 0
  if (words.length < 2) return named(civility, [], words)
  return isFamilyFirst
    ? named(civility, words.slice(-1), words.slice(0, -1))
    : named(civility, words.slice(0, 1), words.slice(1))
}

/** "de" in "de LA TOUR": belongs to the capitals that follow. */
function isParticleBefore(
  words: readonly string[],
  rank: number,
  inCapitals: (word: string) => boolean,
): boolean {
  const next = words[rank + 1]
  return (
    next !== undefined && LOWER_PARTICLES.has(foldedWords(words[rank] ?? '')[0] ?? '') && inCapitals(next)
  )
}

function named(civility: Civility, given: readonly string[], family: readonly string[]): Name {
  return { civility, givenName: properCase(given.join(' ')), familyName: properCase(family.join(' ')) }
}

/** "MARCHETTI-DURAND" → "Marchetti-Durand", "DE LA TOUR" → "de La Tour"; what is not in capitals stays as written. */
export function properCase(text: string): string {
  const bare = oneLine(text)
  if (bare !== bare.toUpperCase() || (bare.match(/\p{L}/gu) ?? []).length < 2 || bare.includes('.'))
    return bare
  return bare.replace(/\p{L}+/gu, (word, at: number) => {
    const lower = word.toLowerCase()
    const isParticle = LOWER_PARTICLES.has(lower) && /[\s’']/.test(bare.charAt(at + word.length))
    return isParticle ? lower : withCapital(lower)
  })
}
