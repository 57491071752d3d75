import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { withoutEndings } from '../kind-evidence.ts'
import type { Line } from '../lines.ts'
import { isGivenName } from '../names/given-names.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { isCollege } from './behind-body.ts'
import { type ConnectionHeads, connected, connectionHeads } from './connections-table.ts'
import { singleName, turnedName } from './names-list.ts'
import { type Heads, participantHeads, participantRow } from './participants-table.ts'
import { peopleColumns } from './people-columns.ts'
import { peopleOf } from './people-in-line.ts'
import { attendanceOf, bodyToldBy, type PersonLine, personLine, withoutCapacity } from './person-line.ts'
import { groupOf } from './presence-groups.ts'

export type FoundParticipant = PersonLine & { block: number; excerpt: string; confidence: number }

/** Who was found so far, and the blocks that say so. */
export type Reading = { participants: FoundParticipant[]; used: Set<number> }

/** Tables whose heads say that they name who took part. */
/** "Nom/Prénom" over "Anne Roy": given names that stand first say more than the head. */
function orderIn(below: readonly SourceBlock[], table: number, { columns, order }: Heads): Heads['order'] {
  const column = columns.indexOf('name')
  if (order === 'givenFirst' || column < 0) return order
  const names = below.flatMap((block) =>
    block.type === 'row' && block.table === table ? [oneLine(block.cells[column] ?? '').split(' ')] : [],
  )
  const given = (place: number) => names.filter((words) => isGivenName(words.at(place) ?? '')).length
  return given(0) >= 3 && given(0) > 2 * given(-1) ? 'givenFirst' : order
}

export function readTables(blocks: readonly SourceBlock[], reading: Reading): void {
  let heads: { table: number; heads: Heads } | null = null
  let states: { table: number; states: (AttendanceStatus | 'copy')[] } | null = null
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
      heads = {
        table: block.table,
        heads: { ...found, order: orderIn(blocks.slice(at + 1), block.table, found) },
      }
      group = found.group ?? null
      reading.used.add(at)
      return
    }
    // "Destinataires" beside "Participants" names nobody who was there.
    const width = block.cells.findLastIndex((cell) => cell.trim() !== '') + 1
    const said = block.cells
      .slice(0, width)
      .map((cell) => (COPIES.test(plainLine(cell)) ? 'copy' : stateAlone(cell)))
    const heading = said.flatMap((state) => state ?? [])
    if (heading.length > 1 && heading.length === said.length && heading.some((state) => state !== 'copy')) {
      states = { table: block.table, states: heading }
      heads = null
      reading.used.add(at)
      return
    }
    if (states?.table === block.table) {
      const columns: readonly (AttendanceStatus | 'copy')[] = states.states
      for (const [column, cell] of block.cells.entries()) {
        const state = columns[column] ?? null
        if (state === 'copy') continue
        for (const person of namesInColumn(cell.split('\n')))
          add(reading, { ...person, attendance: person.attendance ?? state }, at, cell, 0.9)
      }
      reading.used.add(at)
      return
    }
    const open = heads
    if (open === null || open.table !== block.table) return
    reading.used.add(at)
    const filled = block.cells.filter((cell) => cell.trim() !== '')
    // "Excusés" or "Collège des associations" over several columns parts the rows.
    if (filled.length === 1) {
      group = attendanceOf(filled[0] ?? '') ?? stateAlone(filled[0] ?? '') ?? group
      if (personLine(filled[0] ?? '') === null) return
    }
    for (const person of participantRow(block.cells, open.heads, group))
      add(
        reading,
        byAddress(person, block.cells),
        at,
        block.cells.filter((cell) => cell !== '').join(' | '),
        0.95,
      )
  })
}

/** Tables under "Participants" whose columns have no heads that say so: by what their cells look like. */
export function readHeadless(blocks: readonly SourceBlock[], lines: readonly Line[], reading: Reading): void {
  const titles = new Map(
    lines.flatMap((line) => {
      const group = isOneOfSeveral(blocks[line.block]) ? null : groupOf(line)
      // Names beside the title are all that it says.
      return group === null || group.rest !== '' ? [] : [[line.block, group.state] as const]
    }),
  )
  const tables = new Map<number, Row[]>()
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'row' || reading.used.has(at)) continue
    const rows = tables.get(block.table)
    if (rows === undefined) tables.set(block.table, [{ at, cells: block.cells }])
    else rows.push({ at, cells: block.cells })
  }
  for (const rows of [...tables.values()].flatMap((all) => partedBy(all, titles))) {
    const first = rows[0]?.at ?? 0
    const title = titles.has(first) ? first : titleOver(blocks, first, titles, reading.used)
    const below = rows.filter(({ at }) => at !== title)
    const named = spelledAsNames(below.map(({ cells }) => cells))
    const columns = title === undefined ? null : peopleColumns(named)
    if (title === undefined || columns === null) continue
    for (let at = title + 1; at < first; at += 1) reading.used.add(at)
    if (title === first) reading.used.add(title)
    for (const [row, { at, cells }] of below.entries()) {
      reading.used.add(at)
      for (const { name, organisation } of columns) {
        const where = organisation === null ? '' : oneLine(cells[organisation] ?? '')
        const names = (named[row]?.[name] ?? '').split('\n')
        for (const person of names.flatMap((words) => peopleOf(words, null)))
          add(
            reading,
            byAddress(
              withoutCapacity({
                ...person,
                organisation: person.organisation ?? (where === '' ? null : where),
                attendance: person.attendance ?? titles.get(title) ?? null,
              }),
              cells,
            ),
            at,
            cells.filter((cell) => cell !== '').join(' | '),
            0.8,
          )
      }
    }
  }
}

/** "Directrice des fours Moulin Bleu" beside "aroy@moulin-bleu.fr": what she is and where she works stand in one cell. */
function byAddress(person: PersonLine, cells: readonly string[]): PersonLine {
  const { organisation, role } = person
  if (organisation !== null || role === null) return person
  const words = role.split(' ')
  const body = bodyToldBy(cells.find((cell) => cell.includes('@')) ?? '', words)
  const at = body === null ? -1 : words.indexOf(body.split(' ')[0] ?? '')
  if (at < 1 || !words.slice(at).every((word) => /^\p{Lu}/u.test(word))) return person
  return { ...person, organisation: words.slice(at).join(' '), role: words.slice(0, at).join(' ') }
}

type Row = { at: number; cells: readonly string[] }

/** "Présents" and "Excusés" as rows of one table are over those below them; "Destinataires" beside anybody ends it. */
function partedBy(rows: readonly Row[], titles: ReadonlyMap<number, AttendanceStatus | null>): Row[][] {
  const parts: Row[][] = []
  for (const row of rows) {
    const isCopy = COPIES.test(plainLine(row.cells[0] ?? ''))
    if (parts.length === 0 || titles.has(row.at) || isCopy) parts.push([])
    parts.at(-1)?.push(row)
  }
  return parts.filter((part) => !COPIES.test(plainLine(part[0]?.cells[0] ?? '')))
}

/** Where a column of names is in capitals throughout, "ANNE ROY" is no acronym. */
function spelledAsNames(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const areCapitals = Array.from({ length: width }, (_, column) => {
    const cells = rows.flatMap((cells) => (cells[column]?.trim() ? [cells[column]] : []))
    const areSeveral = cells.filter((cell) => /\p{Lu}{2}[\p{L}’'-]*\s+\p{Lu}{2}/u.test(cell))
    return (
      areSeveral.length >= Math.max(3, cells.length * 0.7) && cells.every((cell) => !/\p{Ll}/u.test(cell))
    )
  })
  return rows.map((cells) =>
    cells.map((cell, column) =>
      areCapitals[column] === true ? cell.replace(/\p{Lu}[\p{Lu}’']+/gu, spelledAsName) : cell,
    ),
  )
}

function spelledAsName(word: string): string {
  const small = word.toLowerCase()
  return /^(?:de|du|des|la|le)$/.test(small) ? small : word.charAt(0) + small.slice(1)
}

/** "Excusé" beside a body says nothing of the rows below. */
function isOneOfSeveral(block: SourceBlock | undefined): boolean {
  return block?.type === 'row' && block.cells.filter((cell) => cell.trim() !== '').length > 1
}

/** "Participants" right above a table, or above others of people with the names of colleges between them. */
function titleOver(
  blocks: readonly SourceBlock[],
  first: number,
  titles: ReadonlyMap<number, AttendanceStatus | null>,
  used: ReadonlySet<number>,
): number | undefined {
  const near = [first - 1, first - 2, first - 3].find((at) => titles.has(at))
  if (near !== undefined) return near
  for (let at = first - 1; at >= 0; at -= 1) {
    const block = blocks[at]
    if (titles.has(at)) return at
    const isHead =
      block?.type !== 'row' && block !== undefined && (block.text.trim() === '' || isCollege(block.text))
    if (!isHead && !(block?.type === 'row' && used.has(at))) return undefined
  }
  return undefined
}

/** Who came back, or is listed again among what they did, came once. */
function addConnected(reading: Reading, cells: readonly string[], heads: ConnectionHeads, at: number): void {
  reading.used.add(at)
  const person = connected(cells, heads)
  if (person === null) return
  const same = (one: PersonLine) => plainLine(fullName(one)) === plainLine(fullName(person))
  if (!reading.participants.some(same))
    add(reading, person, at, cells.filter((cell) => cell !== '').join(' | '), 0.95)
}

const COPIES = /^(?:destinataires?|copies?|pour (?:copie|information)|diffusion)\s?:?$/

/** A column that says who was there holds names: one word may be a given name, two with a comma are one name. */
function namesInCell(words: string): PersonLine[] {
  const turned = turnedName(words)
  if (turned !== null) return [turned]
  const people = peopleOf(words, null)
  const alone = people.length === 0 ? singleName(words) : null
  return alone === null ? people : [alone]
}

/** "1. ROY ANNE" over "2. BON PAUL": without their count, given name last where most of them have one there. */
function namesInColumn(lines: readonly string[]): PersonLine[] {
  const bare = lines.map((line) => line.replace(/^\s*\d{1,3}\s?[.)°–-]+\s*(?=\p{L})/u, ''))
  const spelled = spelledAsNames(bare.map((line) => [line])).flat()
  const ends = (at: 0 | -1) =>
    spelled.filter((line) => isGivenName(line.trim().split(/\s+/).at(at) ?? '')).length
  const isTurned = ends(-1) > Math.max(2, ends(0) * 2)
  return spelled.flatMap((line) => namesInCell(line)).map((person) => (isTurned ? turned(person) : person))
}

function turned(person: PersonLine): PersonLine {
  const words = `${person.givenName ?? ''} ${person.familyName}`.trim().split(' ')
  const given = words.pop() ?? ''
  return words.length === 0 ? person : { ...person, familyName: words.join(' '), givenName: given }
}

/** Who is neither a member nor away, beside "Présents" and "Excusés". */
const ASSIST =
  /^(?:invitee?s?|observat(?:eur|rice)s?|animat(?:eur|rice)s?|participante?s?|(?:y )?assist(?:ai)?(?:en)?t(?: egalement| aussi)?(?: a la (?:reunion|seance))?)$/

/** "Présents", "Excusés (3)" as the head of a column of names. */
function stateAlone(cell: string): AttendanceStatus | null {
  const words = cell.replace(/(?<!\s)\s*(?:\(\d+\)|:)\s*$/, '').trim()
  if (words.length > 40 || /\d|,/.test(words)) return null
  const folded = withoutEndings(plainLine(words)).replace(/^(?:etai(?:en)?t|sont) /, '')
  if (ASSIST.test(folded)) return 'present'
  const absences = /^absences?(?: (motivees?|excusees?|justifiees?))?$/.exec(folded)
  if (absences !== null) return absences[1] === undefined ? 'absent' : 'excuse'
  if (/^(?:presents?|excuses?|absents?|representes?)(?: excuses?)?$/.test(folded)) return attendanceOf(folded)
  // "Encadrants présents": whose they are, and that they came.
  const which = /^(?:\p{L}+ ){1,3}((?:présent|excusé|absent|représenté)e?s)$/iu.exec(words)?.[1]
  return attendanceOf(which ?? (words.length > 20 ? '' : words))
}

export function add(
  reading: Reading,
  person: PersonLine,
  block: number,
  excerpt: string,
  confidence: number,
): void {
  reading.participants.push({ ...person, block, excerpt, confidence })
}
