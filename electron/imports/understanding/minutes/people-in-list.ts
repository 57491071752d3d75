import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { isHeaderLabel, type Line } from '../lines.ts'
import { isGivenName } from '../names/given-names.ts'
import { isFunction, isOrganisationName, isThing, mayBePerson } from '../people.ts'
import { isCollege, severalOf } from './behind-body.ts'
import { beforeTheirBody, behindABody, besideThem, namedFirst } from './beside-names.ts'
import { bareName, singleName, turnedName } from './names-list.ts'
import { peopleOf } from './people-in-line.ts'
import type { PersonLine } from './person-line.ts'
import { groupOf } from './presence-groups.ts'

export type OpenList = {
  state: AttendanceStatus | null
  /** Whoever it names stands in a table. */
  inTable: boolean
  /** It began with somebody named behind their body: so it goes on. */
  isInside: boolean
}

/** The people of a line of an open list; a given name alone counts where the line beside it is as short. */
export function namesOf(lines: readonly Line[], at: number, open: OpenList): PersonLine[] {
  const line = lines[at]
  if (line === undefined) return []
  const words = withoutAt(line.bullet || line.number !== null ? line.words : line.text)
  if (/:\/\//.test(words)) return []
  if (open.isInside) return namedInside(words)
  // "MEMBRES AVEC VOIX CONSULTATIVE" over their names
  const head = headOf(words)
  if (/:$|\(\d{1,3}\)$/.test(words) && !/[,;|]|\s[–—-]\s/.test(words)) return []
  if (/^[^\p{Ll},:;|(]+$/u.test(head) && isCollege(head)) return []
  const beside = besideThem(words)
  if (beside.length > 0) return beside
  const turned = turnedName(words)
  if (turned !== null && [at - 1, at + 1].some((near) => turnedName(lines[near]?.words ?? '') !== null))
    return [turned]
  const label = /^\p{Lu}{2,6}\s\p{Lu}[^:,()]{2,40}\s?:\s+(?=\p{Lu})/u.exec(words)?.[0]
  if (label !== undefined && bodyAmong(lines, at) !== null) return severalOf(words.slice(label.length))
  const before = beforeTheirBody(words)
  if (before.length > 0) return before
  const behindIt = behindABody(words)
  if (behindIt.length > 0) return behindIt
  const beneath = [at - 1, at + 1].some((near) => inColumns(lines[near]?.words ?? '').length > 0)
  const columns = beneath ? inColumns(words) : []
  if (columns.length > 0) return columns.flatMap((name) => peopleOf(name, open.state))
  // "Personnels techniques : Anne Roy ; Paul Bon"
  const several = isOrganisationName(words)
    ? []
    : behindALabel(words.replace(/\s?;\s/gu, ', ').replace(/\.$/, ''), () => false)
  if (several.length > 1 && several.every(isCalled)) return several
  const sorted = behindASort(words)
  if (sorted.length > 0) return sorted
  const people = peopleOf(words, open.state)
  if (people.length > 0) return people
  const named = namedFirst(words)
  if (named.length > 0) return named
  const counted = inCounted(words)
  if (counted.length > 0) return counted
  const behind = behindALabel(words, () => bodyAmong(lines, at) !== null)
  if (behind.length > 0) return behind
  const inside = namedInside(words)
  if (inside.length > 0) return inside
  // A table of other things may follow a line of names.
  const single = line.type === 'row' && !open.inTable ? null : (singleName(words) ?? letteredName(words))
  if (single === null) return []
  const isAlike = (other: Line | undefined) =>
    other !== undefined &&
    other.type === line.type &&
    other.bullet === line.bullet &&
    (singleName(withoutAt(other.words)) !== null || peopleOf(withoutAt(other.words), open.state).length > 0)
  // "Zoé" alone below "Excusée :"
  const isOnly =
    line.bullet && open.state !== null && !open.isInside && groupOf(lines[at - 1] ?? line) !== null
  const isGiven = isOnly && isGivenName(single.familyName)
  return isGiven || isAlike(lines[at + 1]) || isAlike(lines[at - 1]) ? [single] : []
}

/** "AR (trésorière)": initials, and the office of whoever they stand for. */
function letteredName(words: string): PersonLine | null {
  const [, initials = '', office = ''] = /^(\p{Lu}{2})\s\(([^()]{3,60})\)$/u.exec(words) ?? []
  return isFunction(office) ? { ...bareName(initials), role: office } : null
}

/** "@Anne Roy", "@Zoé L." among handles */
function withoutAt(words: string): string {
  return words.replace(/^@(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu})/u, '')
}

/** "Anne Roy Paul Bon" over another such line: two columns or three, whose blank a page lost. */
function inColumns(words: string): string[] {
  const all = words.split(' ')
  if (![4, 6].includes(all.length) || !all.every((word) => /^\p{Lu}[\p{L}’'-]+$/u.test(word))) return []
  const pairs = all.flatMap((word, at) => (at % 2 === 0 ? [[word, all[at + 1] ?? '']] : []))
  return pairs.every((pair) => pair.some(isGivenName)) ? pairs.map((pair) => pair.join(' ')) : []
}

/** "Commune de Vaux M. Paul BON Maire", where a page lost its columns: nobody but a person is written so. */
export function namedInside(words: string): PersonLine[] {
  if (words.length > 250 || /[.!?:]$/.test(words)) return []
  const found = [...words.matchAll(CIVIL_NAME)]
  return found.flatMap((name, at) => {
    const before = words.slice(at === 0 ? 0 : words.length, name.index).trim()
    const [person] = severalOf(name[0])
    if (person === undefined) return []
    return [{ ...person, organisation: isOrganisationName(before) ? before : null }]
  })
}

const CIVIL_NAME =
  /(?<!\p{L})(?:M\.|Mme|Mlle|Monsieur|Madame|Cdt|Dr|Pr)\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:d[eu]\s|d[’'])?\p{Lu}{2}[\p{Lu}’'-]*(?:\s\p{Lu}{2}[\p{Lu}’'-]*)?(?!\p{L})/gu

/** "4 élus invités (Anne Roy, Paul Bon)", "28 habitants (dont le bureau : Anne Roy, Paul Bon)": so many, and who of them. */
function inCounted(words: string): PersonLine[] {
  const [, listed = ''] =
    /^\d{1,3}\s\p{Ll}[^():]{2,60}\s\((?:dont\s[^():]{2,60}\s?:\s)?([^():]{5,})\)$/u.exec(words) ?? []
  const people = severalOf(listed)
  return people.length > 1 && people.every(({ givenName }) => givenName !== null) ? people : []
}

/** "Encadrants : Anne Roy, Paul Bon (chef de projet)": within a list, what they are called together is no body. */
function behindALabel(words: string, isBody: () => boolean): PersonLine[] {
  const [, label = '', rest = ''] =
    /^([^:()\d]{3,60}?)(?:\s\([^:()]{3,40}\))?\s?:\s+(\S.*)$/u.exec(words.replace(/(?<!\s)\s*,$/, '')) ?? []
  // Behind a long label many are listed.
  if (label === '' || label.split(' ').length > 8 || isHeaderLabel(label)) return []
  const people = severalOf(rest)
  if (label.split(' ').length > 4 && people.length < 3) return []
  const areNamed = people.length > 0 && people.every(({ givenName }) => givenName !== null)
  return areNamed && (people.length > 1 || isBody()) ? people : []
}

const isCalled = ({ givenName }: PersonLine) => givenName?.split(/[ -]/).some(isGivenName) === true

/** "COSQUER Hina": capitals part the names as well as a known one does. */
const isParted = ({ givenName, familyName }: PersonLine) =>
  givenName !== null && /^\p{Lu}\p{Ll}/u.test(givenName) && /^[\p{Lu}\s’'-]+$/u.test(familyName)

/** "CE1 (Mme Roy) : BON Paul et LAC Zoé": of what sort they are says where nobody works. */
function behindASort(words: string): PersonLine[] {
  const [, label = '', rest = ''] = /^((?:[^:()]|\([^:()]*\)){2,60}?)\s?:\s+([^:()]+)$/u.exec(words) ?? []
  if (!/[\d(]/.test(label) || label.split(' ').length > 8 || isHeaderLabel(label)) return []
  const people = severalOf(rest)
  return people.every((person) => isCalled(person) || isParted(person)) ? people : []
}

/** "La Ruche : Anne Roy" beside "DGX : Paul Bon": where one label of a list is a body, so are the others. */
export function bodyAmong(lines: readonly Line[], at: number): string | null {
  const own = labelOver(lines[at])
  if (own === null) return null
  const heads = [own]
  for (const step of [-1, 1])
    for (let near = at + step; Math.abs(near - at) <= NEAR; near += step) {
      const head = labelOver(lines[near])
      if (head === null) break
      heads.push(head)
    }
  // "GAL Vaux : Anne Roy" over "GAL Lys : Paul Bon"
  const kind = /^\p{Lu}{2,6}(?=\s\p{Lu})/u.exec(own)?.[0]
  if (kind !== undefined && heads.filter((head) => head.startsWith(`${kind} `)).length > 1) return own
  const isNone = (head: string) => isCollege(head) || isFunction(head) || isHeaderLabel(head)
  // "Castelroc : …", "Vaux : …", "Brameloup : …": the towns that sent them
  const areBodies = heads.some(isOrganisationName) || (heads.length > 2 && heads.every(isTown))
  return heads.length > 1 && areBodies && !heads.some(isNone) ? own : null
}

function isTown(head: string): boolean {
  return (
    /^\p{Lu}[\p{L}’' -]{2,40}$/u.test(head) &&
    head.split(' ').length <= 4 &&
    !isThing(head) &&
    !mayBePerson(head)
  )
}

const NEAR = 6

const CIVIL = /^(?:MM?|Mmes?|Mlles?|Madame|Monsieur|Mesdames|Messieurs)\.?$/iu

function labelOver(line: Line | undefined): string | null {
  if (line === undefined || line.number !== null || line.type === 'row' || line.type === 'heading')
    return null
  const [, label = '', rest = ''] = /^([^:()\d,]{2,40}?)\s?:\s+(\S.*)$/u.exec(line.words) ?? []
  if (label === '' || CIVIL.test(label) || groupOf(line) !== null) return null
  return severalOf(rest).length > 0 ? label : null
}

/** "Membres de droit (17) :" without its count. */
export function headOf(words: string): string {
  const bare = words.trimEnd().replace(/:$/, '').trimEnd()
  return bare.replace(/\(\d{1,3}\)$/, '').trimEnd()
}
