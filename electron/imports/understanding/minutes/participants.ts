import type { SourceBlock } from '../../../domain/agenda/draft.ts'
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { fold } from '../fold.ts'
import { LABEL, type Line } from '../lines.ts'
import { isOrganisationName } from '../people.ts'
import { behindTheirBody, isCollege, severalOf } from './behind-body.ts'
import { type ConnectionHeads, connected, connectionHeads } from './connections-table.ts'
import { type Heads, participantHeads, participantRow } from './participants-table.ts'
import { attendanceOf, type PersonLine, personLine, representedBy } from './person-line.ts'

export type FoundParticipant = PersonLine & { block: number; excerpt: string; confidence: number }
type Reading = { participants: FoundParticipant[]; used: Set<number> }

/** A line that begins a list of people, and what it says of all of them. */
const GROUP =
  /^(?:liste des |(?:s')?etai(?:en)?t (?:aussi |egalement )?|membres? |personnes? )?(?:participante?s?|presente?s?|excuse?e?s?|absente?s?|represente?e?s?|invite?e?s?|presences?|(?:participants? )?en (?:visio|audio)(?:conference)?|en salle|sur place|en presentiel|a distance|par telephone|(?:absente?s? |excuse?e?s? )?(?:et )?(?:avai(?:en)?t|a|ont|ayant) donne (?:pouvoir|procuration|mandat)|pouvoirs?|procurations?|assistai(?:en)?t (?:egalement )?a la (?:reunion|seance))\b/

/** Everything said about who took part. */
export function readParticipants(blocks: readonly SourceBlock[], lines: readonly Line[]): Reading {
  const reading: Reading = { participants: [], used: new Set() }
  readTables(blocks, reading)
  readLists(lines.flatMap(groupsOf), reading)
  return reading
}

function readTables(blocks: readonly SourceBlock[], reading: Reading): void {
  let heads: { table: number; heads: Heads } | null = null
  let states: { table: number; states: (AttendanceStatus | null)[] } | null = null
  let group: AttendanceStatus | null = null
  let joined: { table: number; heads: ConnectionHeads } | null = null
  blocks.forEach((block, at) => {
    if (block.type !== 'row') return
    const connections = connectionHeads(block.cells)
    if (connections !== null) {
      joined = { table: block.table, heads: connections }
      heads = null
      reading.used.add(at)
      return
    }
    if (joined?.table === block.table) {
      const columns: ConnectionHeads = joined.heads
      addConnected(reading, block.cells, columns, at)
      return
    }
    const found = participantHeads(block.cells)
    if (found !== null) {
      heads = { table: block.table, heads: found }
      group = null
      reading.used.add(at)
      return
    }
    const said = block.cells.map((cell) => stateAlone(cell))
    if (said.length > 1 && said.every((state) => state !== null)) {
      states = { table: block.table, states: said }
      heads = null
      reading.used.add(at)
      return
    }
    if (states?.table === block.table) {
      const columns: readonly (AttendanceStatus | null)[] = states.states
      for (const [column, cell] of block.cells.entries())
        for (const person of cell.split('\n').flatMap((line) => peopleOf(line, null)))
          add(reading, { ...person, attendance: person.attendance ?? columns[column] ?? null }, at, cell, 0.9)
      reading.used.add(at)
      return
    }
    const open = heads
    if (open === null || open.table !== block.table) return
    reading.used.add(at)
    const filled = block.cells.filter((cell) => cell.trim() !== '')
    // "Excusés" or "Collège des associations" over several columns parts the rows.
    if (filled.length === 1) {
      group = attendanceOf(filled[0] ?? '') ?? group
      if (personLine(filled[0] ?? '') === null) return
    }
    for (const person of participantRow(block.cells, open.heads, group))
      add(reading, person, at, block.cells.filter((cell) => cell !== '').join(' | '), 0.95)
  })
}

/** Who came back, or is listed again among what they did, came once. */
function addConnected(reading: Reading, cells: readonly string[], heads: ConnectionHeads, at: number): void {
  reading.used.add(at)
  const person = connected(cells, heads)
  if (person === null) return
  const same = (one: PersonLine) =>
    fold(`${one.givenName} ${one.familyName}`) === fold(`${person.givenName} ${person.familyName}`)
  if (!reading.participants.some(same))
    add(reading, person, at, cells.filter((cell) => cell !== '').join(' | '), 0.95)
}

/** "Présents", "Excusés (3)" as the head of a column of names. */
function stateAlone(cell: string): AttendanceStatus | null {
  const words = cell.replace(/(?<!\s)\s*(?:\(\d+\)|:)\s*$/, '').trim()
  return words.length > 20 || /\d|,/.test(words) ? null : attendanceOf(words)
}

type Open = { state: AttendanceStatus | null; found: number; level: number; row: boolean }

/** Lists and lines under "Participants", "Présents", "Excusés", "En visioconférence depuis Lyon"… */
function readLists(lines: readonly Line[], reading: Reading): void {
  const inTables = new Set(reading.used)
  let open: Open | null = null
  for (const [at, line] of lines.entries()) {
    if (inTables.has(line.block)) {
      open = null
      continue
    }
    const group = groupOf(line)
    if (group !== null) {
      open = { state: group.state, found: 0, level: line.level, row: line.type === 'row' }
      if (group.rest === '') continue
      const people = peopleOf(group.rest, group.state)
      for (const person of people) addTo(reading, open, line, person)
      // A row says all of its own; a line may go on below.
      if (people.length > 0 && line.type !== 'row') open.found = 0
      continue
    }
    if (open === null) continue
    // "Secrétaire de séance : Mme Roy" ends the list of those who were away, and names nobody new.
    if (isOffice(line)) {
      open = null
      continue
    }
    const people = peopleOf(line.bullet ? line.words : line.text, open.state)
    const below = lines[at + 1]
    if (
      people.length === 0 &&
      isSubhead(line) &&
      below !== undefined &&
      peopleOf(below.bullet ? below.words : below.text, null).length > 0
    ) {
      reading.used.add(line.block)
      continue
    }
    const alone = line.type === 'heading' || /^\d/.test(line.number ?? '')
    if (people.length === 0 || alone) open = null
    else for (const person of people) addTo(reading, open, line, person)
  }
}

function isOffice(line: Line): boolean {
  const label = fold(LABEL.exec(line.words)?.[1] ?? '')
  return /^(?:(?:secretaire|presidente?|presidence|animat\w+|redact\w+)(?: (?:de|de la) (?:seance|reunion))|redact\w+|prise de notes)$/.test(
    label,
  )
}

/** "Représentants du personnel" between those who were there: the list goes on below it. */
function isSubhead(line: Line): boolean {
  const words = line.words.replace(/(?<!\s)\s*:\s*$/, '')
  if (line.number !== null || words.length > 80 || /[.!?]$/.test(words)) return false
  return isOrganisationName(words) || isCollege(words)
}

/** The people of a line: one, or several parted by semicolons, or by commas when each piece is a person. */
function peopleOf(text: string, state: AttendanceStatus | null): PersonLine[] {
  let body: string | null = null
  return text
    .replace(/(?<!(?:^|[^\p{L}])\p{Lu})\.\s*$/u, '')
    .split(/\s*;\s*/)
    .flatMap((piece) => (state === 'represente' ? powersOf(piece) : [piece]))
    .filter((piece) => piece.trim() !== '')
    .flatMap((piece): PersonLine[] => {
      const behind = behindTheirBody(piece)
      if (behind !== null) {
        body = behind.organisation
        return [...behind.people]
      }
      const away = state === 'represente' ? /^(.{3,60}?)\s+(?:à|par)\s+(.{3,60})$/iu.exec(piece) : null
      const person = away?.[1] === undefined ? null : personLine(away[1])
      const by = representedBy(`pouvoir à ${away?.[2] ?? ''}`)
      if (person !== null && by !== null) return [{ ...person, attendance: 'represente', representedBy: by }]
      return severalOf(piece).map((one) => ({ ...one, organisation: one.organisation ?? body }))
    })
}

/** "M. Mur à Mme Roy, Mme Val à M. Lac": a power each. */
function powersOf(text: string): string[] {
  const pieces = text.split(/\s*,\s*(?:et\s+)?|\s+et\s+(?=(?:MM?\.|Mmes?|Mlles?)\s)/u)
  return pieces.every((piece) => /^[^()]{3,60}\s(?:à|par)\s[^()]{3,60}$/u.test(piece)) ? pieces : [text]
}

/**
 * "Étaient présents Mmes Roy et Petit. Excusé (M. Bon, représenté par Mme Roy)." is a line for each group, with its colon.
 */
function groupsOf(line: Line): Line[] {
  if (
    line.type === 'row' ||
    line.bullet ||
    !/^(?:(?:s')?etai|participant|membres? |assist|sont|est |present|excus|absent|represent)/.test(
      fold(line.text),
    )
  )
    return [line]
  return line.text
    .split(
      /[.;]\s+(?=(?:(?:s[’'])?étai(?:en)?t\s|ont?\s|est\s|sont\s)?(?:excus|absent|représent)\p{L}*(?:\s|,))/iu,
    )
    .map((part) =>
      part
        .replace(
          /^((?:(?:s[’'])?étai(?:en)?t|sont|est)\s+\p{L}+|(?:excus|absent)\p{L}*)\s+(?=(?:MM?\.|Mmes?|Mlles?)\s)/iu,
          '$1 : ',
        )
        .replace(/^((?:excus|absent|représent)\p{L}*)\s+\(((?:MM?\.|Mmes?|Mlles?)\s.*)\)\.?$/iu, '$1 : $2')
        // "Excusé, ayant donné pouvoir :"
        .replace(/^((?:excus|absent)\p{L}*)\s*,\s+(?=(?:ayant|avec|représent|et)[^,:]*:)/iu, '$1 '),
    )
    .map((text) => (text === line.text ? line : { ...line, text, words: text }))
}

function groupOf(line: Line): { state: AttendanceStatus | null; rest: string } | null {
  // "Membres présents (7) : …"
  const text = line.text.replace(/^([^:\d]{3,60}?)\s*\(\d{1,3}\)(?=\s*(?::|$))/u, '$1')
  const label = LABEL.exec(text)
  const words = label?.[1] ?? line.words.replace(/(?<!\s)\s*:\s*$/, '')
  const folded = fold(words).replace(/^\(|\)$/g, '')
  // "Parents présents : Mme Roy"
  const which = label === null ? null : /^(?:[a-z']+ ){1,3}((?:present|excuse|absent)e?e?s?)$/.exec(folded)
  if ((!GROUP.test(folded) && which === null) || words.length > 90) return null
  if (label === null && !/:\s*$/.test(line.text) && line.type !== 'heading' && folded.split(' ').length > 8)
    return null
  const bare = folded.replace(
    /^(?:liste des |(?:s')?etai(?:en)?t (?:aussi |egalement )?|membres? |personnes? |participants? (?=en ))/,
    '',
  )
  // Who is listed as a participant of a meeting took part in it.
  const state =
    attendanceOf(which?.[1] ?? bare) ??
    (/^(?:participante?s?|presences?|assistai(?:en)?t)\b/.test(bare) ? 'present' : null)
  return { state, rest: label === null ? '' : text.slice(label[0].length).trim() }
}

function addTo(reading: Reading, open: Open, line: Line, person: PersonLine): void {
  open.found += 1
  add(reading, { ...person, attendance: person.attendance ?? open.state }, line.block, line.text, 0.85)
  reading.used.add(line.block)
}

function add(reading: Reading, person: PersonLine, block: number, excerpt: string, confidence: number): void {
  reading.participants.push({ ...person, block, excerpt, confidence })
}
