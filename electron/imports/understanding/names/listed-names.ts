// Who was there by the names themselves: lines that mostly name people, near words that say who came. Whatever is odd in
// such a list, how it is parted and where it stands, its neighbours say what it is.
import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { attendanceOf } from '../minutes/person-line.ts'
import type { PersonName } from '../minutes/person-name.ts'
import { isFunction, isOrganisationName } from '../people.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { type Piece, piecesOf } from './name-pieces.ts'
import {
  beginsAgenda,
  beginsNextPart,
  isHeadBeside,
  isHeadOfPeople,
  leadsToOthers,
  presenceIn,
  speaksOfWhoCame,
} from './presence-words.ts'

export type ListedName = PersonName & {
  organisation: string | null
  role: null
  attendance: AttendanceStatus | null
  block: number
  excerpt: string
  confidence: number
}

type Known = PersonName & { block: number }

/** A line of text, or a row with the lines of its cells. */
type Unit = {
  block: number
  text: string
  lines: readonly string[]
  isTitle: boolean
  /** The table of a row. */
  table: number | null
  /** Of each of its lines. */
  pieces: readonly (readonly Piece[])[]
  names: readonly Piece[]
  speaks: boolean
}

/** A list goes on over so many lines that name nobody. */
const GAP = 2
/** So many lines above a list may say what it is. */
const LEAD = 3
/** Where nothing says so, names in full are a list of who came among the first lines, when there are so many of them. */
const EARLY = 40
const MANY = 4
/** One name alone, with what they are. */
const ONE = 90
/** A longer line only speaks of people. */
const SHORT = 160
/** Longest line that is cut. */
const MAX_LINE = 2500

/**
 * Those whom lists of names add.
 * @param known who was read otherwise: they are not named again, and what stands among them belongs to them
 */
export function listedNames(blocks: readonly SourceBlock[], known: readonly Known[]): ListedName[] {
  const units = blocks.flatMap(unitsOf)
  const knownIn = new Set(known.map(({ block }) => block))
  const begun = beginningOfText(units, knownIn)
  const found: ListedName[] = []
  let isAgenda = false
  for (let at = 0; at < units.length; at += 1) {
    const one = units[at]
    if (one !== undefined && beginsAgenda(one.text)) isAgenda = true
    else if (one !== undefined && isLead(one) && (one.names.length === 0 || isLabelled(one))) isAgenda = false
    if (units[at]?.names.length === 0) continue
    const end = endOfList(units, at)
    const list = units.slice(at, end)
    const above = units.slice(Math.max(0, at - LEAD), at)
    if (!isAgenda && isOfWhoCame(list, above, at < Math.min(EARLY, begun), knownIn, known.length))
      found.push(...peopleOf(list, above))
    at = end - 1
  }
  return newOnes(found, known)
}

/** Where, below those who are known, the first part or the first long paragraph begins. */
function beginningOfText(units: readonly Unit[], known: ReadonlySet<number>): number {
  const first = units.findIndex(({ block }) => known.has(block))
  const begun = units.findIndex(
    ({ block, text, names, isTitle, speaks }, at) =>
      first >= 0 &&
      at > first &&
      !known.has(block) &&
      names.length === 0 &&
      (text.length > SHORT || /^\d{1,2}[.)/]/.test(text) || (isTitle && !speaks)),
  )
  return begun < 0 ? units.length : begun
}

function unitsOf(block: SourceBlock, at: number): Unit[] {
  const isRow = block.type === 'row'
  const texts = (isRow ? block.cells : [block.text]).flatMap((text) => text.split('\n'))
  // Bullets that a page lost the words of say nothing.
  const lines = texts.filter((text) => (isRow ? text.trim() !== '' : /[\p{L}\d]/u.test(text)))
  if (isRow) return [unit(at, lines, { table: block.table })]
  const marker = block.type === 'listItem' && /\w/.test(block.marker ?? '') ? `${block.marker} ` : ''
  const isTitle = block.type === 'heading'
  return lines.map((line, rank) => unit(at, [line], { isTitle, marker: rank === 0 ? marker : '' }))
}

function unit(
  block: number,
  lines: readonly string[],
  {
    table = null,
    isTitle = false,
    marker = '',
  }: { table?: number | null; isTitle?: boolean; marker?: string },
): Unit {
  // What begins with an hour is of a programme.
  const isTimed = /^\D{0,3}\d{1,2}\s?[h:]\s?(?:\d{2}|\D|$)/i.test(lines[0] ?? '')
  const pieces = lines.map((line) => (isTimed || line.length > MAX_LINE ? [] : piecesOf(line)))
  const names = pieces.filter(areNames).flatMap((some) => some.filter(isSure))
  const text = oneLine(marker + lines.join(' | '))
  return { block, text, lines, isTitle, table, pieces, names, speaks: !isTimed && speaksOfWhoCame(text) }
}

const isSure = ({ strength }: Pick<Piece, 'strength'>) => strength >= 2

/** Names make up the line, with what each is and where from. */
function areNames(pieces: readonly Piece[]): boolean {
  const names = pieces.filter(isSure).length
  const first = pieces.findIndex(isSure)
  const lengthOf = (some: readonly Piece[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  if (names < 3 && pieces.some(({ tells }) => tells)) return false
  // "Équipe Bief : relire le plan" tells who does what.
  const tells = ({ text, isLabel }: Piece) => !isLabel && text.length > FUNCTION && !isAside(text)
  if (pieces.every((piece) => !isSure(piece) || piece.isLabel) && pieces.some(tells)) return false
  const odd = pieces.filter(({ strength, isLabel, text }, at) => {
    if (isSure({ strength }) || isAside(text)) return false
    if (isLabel) return text.split(' ').length > 2 && !speaksOfWhoCame(text) && !OF_BODY.test(plainLine(text))
    return at < first || (strength === 0 && text.length > 70)
  })
  return names > 0 && lengthOf(odd) <= lengthOf(pieces) * (names > 2 ? 0.4 : 0.3)
}

/** Longer words behind a name and a colon are no office, unless they are known for one. */
const FUNCTION = 20

/** "Représentants du personnel :", "Pour la ville de Vaux :" */
const OF_BODY = /^(?:pour|represent|college|equipe|au titre|service|pole|groupe)/

function isAside(text: string): boolean {
  return isFunction(text) || isOrganisationName(text) || attendanceOf(text) !== null || /^\d{1,4}$/.test(text)
}

function endOfList(units: readonly Unit[], start: number): number {
  let end = start + 1
  let odd = 0
  for (let at = end; at < units.length && odd <= GAP; at += 1) {
    const one = units[at]
    if (one === undefined || beginsNextPart(one.text)) break
    // "I. Avant-propos" below them is the next part.
    if (one.isTitle && units[start]?.isTitle === false && /^(?:\d{1,2}|[IVX]{1,4})[.)]\s/.test(one.text))
      break
    if (one.names.length > 0) {
      end = at + 1
      odd = 0
    } else if (isLead(one)) break
    else if (odd > 0 || !isRest(one)) odd += 1
  }
  return end
}

/** "chargée du bief", "(suppléante de": the margin cut what was said of somebody. */
function isRest({ text }: Unit): boolean {
  return text.length < SHORT && /^[\p{Ll}(]|^[^(]*\)\.?$/u.test(text) && !/[.!?:]$/.test(text)
}

/** "Étaient là : Anne Roy", "Excusée | Zoé Lac" */
function isLabelled({ pieces }: Unit): boolean {
  return pieces
    .flat()
    .slice(0, 3)
    .some(
      ({ strength, text, isLabel }, at) =>
        strength === 0 && (isLabel || at === 0) && text.length < 60 && speaksOfWhoCame(text),
    )
}

/** "A2. Désignation d’un membre" is an item. */
const isLead = ({ speaks, text }: Unit) =>
  speaks && text.length < SHORT && !/^(?:\p{Lu}?\d{1,2}|\p{Lu})[.)-]/u.test(text)

function isOfWhoCame(
  list: readonly Unit[],
  above: readonly Unit[],
  isEarly: boolean,
  known: ReadonlySet<number>,
  persons: number,
): boolean {
  const [first] = list
  const names = list.flatMap((one) => one.names)
  const full = names.filter(({ strength }) => strength === 3).length
  const says = first !== undefined && (first.names.length >= 3 ? first.speaks : isLabelled(first))
  const isGrown = names.length > 1 && list.some(({ block }) => known.has(block))
  if (isGrown) return true
  // Further down, where it is known who came, "Membres : Anne Roy" are those of something else.
  const isPlain = known.size > 0 && presenceIn(first?.text.slice(0, 60) ?? '') === null
  if (says && !isPlain) return true
  if ([...above, ...list.slice(0, 1)].some(({ text }) => leadsToOthers(text))) return false
  const lead = above.findLastIndex((one) => isLead(one) && one.names.length === 0)
  const isLed = lead >= 0 && !above.slice(lead + 1).some(({ text }) => beginsNextPart(text))
  const isHeaded = above.some(
    ({ table, lines }) =>
      table !== null && table === first?.table && lines.some(isHeadOfPeople) && lines.some(isHeadBeside),
  )
  return (
    (isLed &&
      (names.length > 1 || (full === 1 && lead === above.length - 1 && (first?.text.length ?? 0) <= ONE)) &&
      (isEarly || known.size === 0 || leadsFurtherDown(above[lead]?.text ?? '', persons))) ||
    (isHeaded && full > 1) ||
    (isEarly && full >= MANY && list.filter((one) => one.names.length > 0).length >= list.length * 0.8)
  )
}

/** "Présents à la fin :" below the text; "Votes des membres absents :" tells what they wanted, and a sentence what they did. */
function leadsFurtherDown(text: string, persons: number): boolean {
  const isTitle =
    text.length <= ONE && !/\.$/.test(text) && !/^(?:pour|votes?|choix|avis)\b/.test(plainLine(text))
  return presenceIn(text) !== null && (persons < 3 || isTitle)
}

function peopleOf(list: readonly Unit[], above: readonly Unit[]): ListedName[] {
  const lead = above.findLast(({ speaks, table, lines }) => speaks && (table === null || lines.length === 1))
  let state: AttendanceStatus | null = presenceIn(lead?.text ?? '') ?? 'present'
  return list.flatMap((one) => {
    const people: ListedName[] = []
    for (const pieces of one.pieces) {
      if (areNames(pieces)) {
        const read = peopleOfLine(pieces, one, state)
        state = read.state
        people.push(...read.people)
        continue
      }
      const said = presenceIn(pieces.map(({ text }) => text).join(' '))
      if (said === null) continue
      // "Anne Roy | DGX | excusée"
      if (one.table !== null && people.length > 0) for (const person of people) person.attendance = said
      else state = said
    }
    return people
  })
}

function peopleOfLine(
  pieces: readonly Piece[],
  one: Unit,
  before: AttendanceStatus | null,
): { people: ListedName[]; state: AttendanceStatus | null } {
  const people: ListedName[] = []
  const sure = pieces.filter(isSure).length
  // Most of them are names: so are those that only look like one.
  const least = sure > 1 && sure > pieces.filter(({ strength }) => strength === 1).length ? 1 : 2
  let state = before
  let isGiven = false
  for (const [rank, piece] of pieces.entries()) {
    if (piece.name === null) {
      const said = presenceIn(piece.text)
      const last = people.at(-1)
      if (said !== null && (piece.isLabel || rank === 0)) state = said
      else if (said !== null && last !== undefined) last.attendance = said
      // Who is given a power, or stands for somebody, is named for them.
      if (
        !piece.isLabel &&
        /\b(?:pouvoir|procuration|mandat|represente|remplace)/.test(plainLine(piece.text))
      )
        isGiven = true
      continue
    }
    if (piece.isLabel || piece.strength < least) continue
    // "Secrétaire de séance : Zoé Lac" below those who were away
    const office = pieces[rank - 1]
    const isElse = office?.isLabel === true && isFunction(office.text) && AWAY.has(state)
    if (!isGiven && !isElse)
      people.push({
        ...piece.name,
        organisation: bodyOf(pieces, rank, one),
        role: null,
        attendance: piece.asides.map(attendanceOf).find((said) => said !== null) ?? state,
        block: one.block,
        excerpt: one.lines.find((line) => line.includes(piece.text)) ?? one.text,
        confidence: piece.strength === 3 ? 0.7 : 0.6,
      })
    isGiven = false
  }
  return { people, state }
}

const AWAY: ReadonlySet<AttendanceStatus | null> = new Set(['excuse', 'absent', 'represente'])

/** In brackets, behind the name, before a colon, or in another cell. */
function bodyOf(pieces: readonly Piece[], rank: number, one: Unit): string | null {
  const { text = '', asides = [] } = pieces[rank] ?? {}
  const next =
    pieces.length <= 3 ? pieces.slice(rank + 1, rank + 2).filter(({ strength }) => strength === 0) : []
  const label = pieces.slice(0, rank).findLast(({ isLabel }) => isLabel)
  const cells = one.table === null ? [] : one.lines.filter((line) => !line.includes(text))
  const said = [
    ...asides,
    ...[...next, ...(label === undefined ? [] : [label])].map((piece) => piece.text),
    ...cells,
  ]
  return said.find(saysWhere) ?? null
}

/** "ADEME", "Commune de Vaux": not what somebody is, nor whether they came. */
function saysWhere(text: string): boolean {
  return (
    /^\p{Lu}.*\p{L}/u.test(text) &&
    text.length <= 120 &&
    !/[@\d]{2}/.test(text) &&
    !isFunction(text) &&
    !speaksOfWhoCame(text) &&
    !isHeadOfPeople(text)
  )
}

/** Each once, and nobody who is known by all of these words, or by more: "A. Roy" is Anne Roy. */
function newOnes(found: readonly ListedName[], known: readonly Known[]): ListedName[] {
  const names = known.map(wordsOf)
  const added = found.filter((person) => {
    const own = wordsOf(person)
    const isNew = !names.some((other) => isPartOf(own, other) || isPartOf(other, own))
    names.push(own)
    return isNew
  })
  // What was read of most of a line was read right.
  const of = (people: readonly { block: number }[], block: number) =>
    people.filter((person) => person.block === block).length
  return added.filter(({ block }) => of(added, block) > of(known, block))
}

function wordsOf({ familyName, givenName }: PersonName): string[] {
  return plainLine(`${givenName ?? ''} ${familyName}`)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  return (
    some.some((word) => all.includes(word)) &&
    some.every(
      (word) => all.includes(word) || (word.length === 1 && all.some((other) => other.startsWith(word))),
    )
  )
}
