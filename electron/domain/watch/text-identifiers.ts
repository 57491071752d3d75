// NOR, Légifrance ids, ELI and CELEX numbers: recognised in any writing, put in their one form, refused when they
// cannot exist. Pure; forms from the circular of 8 December 1986 (NOR), the ELI of Légifrance and of the EU, and
// EUR-Lex.
import type { CivilDate } from '../ids.ts'
import type { WatchNature } from './watch.ts'

const LEGIFRANCE = 'https://www.legifrance.gouv.fr'

/** Facts that an identifier tells of the text that it names; null where it says nothing. */
export type IdentifierFacts = {
  nature: WatchNature | null
  number: string | null
  nor: string | null
  jorfText: string | null
  eli: string | null
  celex: string | null
  signedOn: CivilDate | null
}

/** Why something that looks like an identifier is none: its form, or an issue of the JO instead of a text. */
export type IdentifierProblem = 'nor' | 'jorfText' | 'eli' | 'joIssue'

const nothing: IdentifierFacts = {
  nature: null,
  number: null,
  nor: null,
  jorfText: null,
  eli: null,
  celex: null,
  signedOn: null,
}

/** The last letter of a NOR; other letters exist and say nothing that is known. */
const norNatures: Readonly<Record<string, WatchNature>> = {
  L: 'loi',
  R: 'ordonnance',
  D: 'decret',
  A: 'arrete',
  C: 'circulaire',
  V: 'avis',
}

/**
 * A NOR in its one form, `AAAA0000000A`: upper case, without the spaces that official bulletins print; null when it is none.
 * Its two digits of a year are those in which the text was begun: they never give its date.
 */
export function parseNor(words: string): string | null {
  const bare = words.replace(/\s/gu, '').toUpperCase()
  return /^[A-Z]{4}\d{7}[A-Z]$/.test(bare) ? bare : null
}

export function norFacts(nor: string): IdentifierFacts {
  return { ...nothing, nor, nature: norNatures[nor.slice(-1)] ?? null }
}

export function jorfTextFacts(jorfText: string): IdentifierFacts {
  return { ...nothing, jorfText }
}

const eliNatures: Readonly<Record<string, WatchNature>> = {
  loi: 'loi',
  loi_organique: 'loi',
  loi_constitutionnelle: 'loi',
  ordonnance: 'ordonnance',
  decret: 'decret',
  arrete: 'arrete',
  circulaire: 'circulaire',
  avis: 'avis',
  decision: 'decision',
}

const frenchEli =
  /^https?:\/\/www\.legifrance\.gouv\.fr\/eli\/([a-z_]+)\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/([A-Za-z]{4}\d{7}[A-Za-z]|\d{2,4}-\d+)(?:\/(?:jo|texte|article_[\w-]+|fr))*\/?$/

/**
 * The ELI of a text of the JO in its one form: https, month and day without zeros, the text and not one of its articles.
 * Null when it is not of that form or its date does not exist.
 */
export function parseFrenchEli(address: string): IdentifierFacts | null {
  const [, type = '', year = '', month = '', day = '', name = ''] = frenchEli.exec(address) ?? []
  const signedOn = existing(Number(year), Number(month), Number(day))
  if (signedOn === null) return null
  const nor = parseNor(name)
  return {
    ...nothing,
    nature: eliNatures[type] ?? null,
    number: nor === null ? name : null,
    nor,
    signedOn,
    eli: `${LEGIFRANCE}/eli/${type}/${year}/${Number(month)}/${Number(day)}/${nor ?? name}/jo/texte`,
  }
}

const unionNatures: Readonly<Record<string, WatchNature>> = {
  reg: 'reglementUE',
  dir: 'directiveUE',
  dec: 'decision',
  R: 'reglementUE',
  L: 'directiveUE',
  D: 'decision',
}

/** The ELI of an act of the European Union; null when it is not of that form. */
export function parseUnionEli(address: string): IdentifierFacts | null {
  const found = /^https?:\/\/data\.europa\.eu\/eli\/(reg|dir|dec)(_impl|_del)?\/(\d{4})\/(\d+)\b/.exec(
    address,
  )
  if (found === null) return null
  const [, type = '', kind = '', year = '', number = ''] = found
  return {
    ...nothing,
    nature: unionNatures[type] ?? null,
    number: unionNumber(type, year, number),
    eli: `http://data.europa.eu/eli/${type}${kind}/${year}/${Number(number)}/oj`,
  }
}

/** A CELEX number of legislation (sector 3: regulations, directives, decisions); null when it is none. */
export function parseCelex(words: string): IdentifierFacts | null {
  const [, year = '', type = '', number = ''] = /^3(\d{4})([RLD])(\d{4})$/.exec(words.toUpperCase()) ?? []
  if (year === '') return null
  return {
    ...nothing,
    nature: unionNatures[type] ?? null,
    number: unionNumber(type, year, number),
    celex: `3${year}${type}${number}`,
  }
}

/** Regulations were numbered "number/year" until the end of 2014, "year/number" since. */
function unionNumber(type: string, year: string, number: string): string {
  const isOldRegulation = (type === 'R' || type === 'reg') && Number(year) < 2015
  return isOldRegulation ? `${Number(number)}/${year}` : `${year}/${Number(number)}`
}

/** Where the text of an id of the JO is read. */
export function jorfTextAddress(jorfText: string): string {
  return `${LEGIFRANCE}/jorf/id/${jorfText}`
}

/** An address read: the text that it leads to and its address in one form, a problem, or null for any other place. */
export function readAddress(
  address: string,
): { facts: IdentifierFacts; address: string | null } | { problem: IdentifierProblem } | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.host === 'data.europa.eu') return withAddress(parseUnionEli(address))
  if (url.host === 'eur-lex.europa.eu') {
    const celex = /CELEX:(3\w+)/i.exec(decoded(address))?.[1] ?? ''
    const facts = parseCelex(celex)
    return facts === null
      ? withAddress(parseUnionEli(address.replace('eur-lex.europa.eu', 'data.europa.eu')))
      : { facts, address: `https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:${facts.celex}` }
  }
  if (!/(^|\.)legifrance\.gouv\.fr$/.test(url.host)) return null
  if (/^\/(eli\/jo|jorf\/jo)\//.test(url.pathname)) return { problem: 'joIssue' }
  if (url.pathname.startsWith('/eli/'))
    return withAddress(parseFrenchEli(`${LEGIFRANCE}${url.pathname}`)) ?? { problem: 'eli' }
  const id = /JORFTEXT\d*/.exec(`${url.pathname} ${url.searchParams.get('cidTexte') ?? ''}`)?.[0]
  if (id !== undefined)
    return isJorfText(id)
      ? { facts: jorfTextFacts(id), address: jorfTextAddress(id) }
      : { problem: 'jorfText' }
  const nor = parseNor(url.searchParams.get('numjo') ?? '')
  return nor === null ? null : { facts: norFacts(nor), address: null }
}

/** Whether this is the id of a text of the JO: twelve digits after its prefix. */
export function isJorfText(id: string): boolean {
  return /^JORFTEXT\d{12}$/.test(id)
}

function withAddress(
  facts: IdentifierFacts | null,
): { facts: IdentifierFacts; address: string | null } | null {
  return facts === null ? null : { facts, address: facts.eli }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function existing(year: number, month: number, day: number): CivilDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
  return exists ? date.toISOString().slice(0, 10) : null
}

/** A text by what names it; empty or null where unknown. */
export type Identified = {
  readonly nature: WatchNature | null
  readonly number: string | null
  readonly nor: string | null
  readonly jorfText: string | null
  readonly eli: string | null
  readonly celex: string | null
}

/** One key for each way in which a text is named for good: two texts that share one are the same. */
export function identityKeys(text: Identified): string[] {
  const keys: string[] = []
  if (text.nor) keys.push(`nor ${text.nor}`)
  if (text.jorfText) keys.push(`jorf ${text.jorfText}`)
  if (text.number && text.nature && hasOwnNumbers(text.nature, text.number))
    keys.push(`number ${text.nature} ${bareNumber(text.number)}`)
  if (text.eli) {
    keys.push(`eli ${text.eli}`)
    const facts = parseFrenchEli(text.eli) ?? parseUnionEli(text.eli)
    if (facts) keys.push(...identityKeys({ ...facts, eli: null }))
  }
  if (text.celex) {
    keys.push(`celex ${text.celex}`)
    const facts = parseCelex(text.celex)
    if (facts) keys.push(...identityKeys({ ...facts, celex: null }))
  }
  return [...new Set(keys)]
}

/**
 * Whether two texts that share an identifier are different ones all the same: a NOR was reused, or one ELI was given twice.
 * An identifier that only one of them has says nothing.
 */
export function contradict(a: Identified, b: Identified): boolean {
  const differ = (one: string | null, other: string | null) => !!one && !!other && one !== other
  const hasNumbers = !!a.nature && a.nature === b.nature && !!a.number && !!b.number
  return (
    differ(a.jorfText, b.jorfText) ||
    differ(a.celex, b.celex) ||
    (hasNumbers && hasOwnNumbers(a.nature, a.number) && differ(bareNumber(a.number), bareNumber(b.number)))
  )
}

const bareNumber = (number: string) => number.replace(/^n[°ºo]\s*/iu, '')

/**
 * Whether numbers of this nature are given once in the whole State or Union: an opinion n° 2023-06 exists at every authority,
 * and orders have none. A number without its nature names several texts: there is a decree and an ordinance of most numbers.
 */
function hasOwnNumbers(nature: WatchNature, number: string): boolean {
  return nature === 'loi' || nature === 'ordonnance' || nature === 'decret' || number.includes('/')
}
