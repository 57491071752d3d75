// What somebody says of single lines outweighs the reading: they become what is said, whatever they look like.

import { MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import { type Draft, type DraftItem, type DraftSource, readAt } from '../../domain/agenda/draft.ts'
import {
  type LineRole,
  lineOfExcerpt,
  linePlaceKey,
  linesAlike,
  type Said,
} from '../../domain/agenda/said-lines.ts'
import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import type { AttendanceStatus } from '../../domain/attendance/attendance.ts'
import { wholeTime } from './clock-times.ts'
import { wholeDuration } from './durations.ts'
import { finish, newItem } from './found-item.ts'
import { numberOfMarker, readItemLine } from './item-line.ts'
import { type Line, linesOf } from './lines.ts'
import { readLine } from './list-items.ts'
import { singleName } from './minutes/names-list.ts'
import { ownerAndDue } from './minutes/owner-and-due.ts'
import { participantHeads, participantRow } from './minutes/participants-table.ts'
import { peopleColumns } from './minutes/people-columns.ts'
import { peopleOf } from './minutes/people-in-line.ts'
import { attendanceOf, type PersonLine, personLine } from './minutes/person-line.ts'
import { groupOf } from './minutes/presence-groups.ts'
import { statementIn } from './minutes/statement-marks.ts'
import { onlyPersons } from './people.ts'
import { oneLine, plainLine } from './plain-line.ts'

/** What a person says is not doubtful. */
const SAID = 1

/** The blocks without the lines that were said to be no part of the agenda, at the same places. */
export function withoutSaid(blocks: readonly SourceBlock[], { lines }: Said): SourceBlock[] {
  const apart = new Map<number, Set<number>>()
  for (const { block, line, role } of lines) {
    if (role === 'item' || role === 'agenda') continue
    const parts = apart.get(block) ?? new Set()
    apart.set(block, parts.add(line))
  }
  return blocks.map((block, at) => {
    const parts = apart.get(at)
    if (parts === undefined) return block
    if (block.type === 'row') return { type: 'paragraph', text: '' }
    const texts = block.text.split('\n').map((text, line) => (parts.has(line) ? '' : text))
    return texts.every((text) => text === '')
      ? { type: 'paragraph', text: '' }
      : { ...block, text: texts.join('\n') }
  })
}

/** The draft with the lines of the file as they were said to be; what was read of them before is gone. */
export function withSaid(draft: Draft, blocks: readonly SourceBlock[], said: Said): Draft {
  if (said.lines.length === 0 && said.agenda !== 'only') return draft
  const roles = new Map(said.lines.map((one) => [linePlaceKey(one), one.role]))
  const roleOf = (source: DraftSource): LineRole | null =>
    roles.get(
      linePlaceKey({ block: source.block, line: lineOfExcerpt(blocks[source.block], source.excerpt) }),
    ) ?? null
  const stays = <T extends { source: DraftSource }>(facts: readonly T[]) =>
    facts.filter(({ source }) => roleOf(source) === null)
  const lines = linesOf(blocks)
  const byPlace = new Map<string, typeof lines>()
  for (const line of lines) {
    const place = linePlaceKey({ block: line.block, line: line.part })
    byPlace.set(place, [...(byPlace.get(place) ?? []), line])
  }
  const chosen = said.lines.flatMap((one) => {
    const found = byPlace.get(linePlaceKey(one))
    return found === undefined ? [] : [{ role: one.role, lines: found }]
  })
  const of = (role: LineRole) => chosen.flatMap((one) => (one.role === role ? [one.lines] : []))
  const inOrder = <T extends { source: DraftSource }>(facts: T[]) =>
    facts.sort((one, other) => one.source.block - other.source.block)
  const participants = inOrder([
    ...stays(draft.participants),
    ...of('person').flatMap((group) => personsOf(group, lines, blocks)),
  ])
  const known = new Set(
    participants.flatMap(({ givenName, familyName, organisation }) =>
      [familyName, `${givenName ?? ''} ${familyName}`, organisation ?? '']
        .map(plainLine)
        .filter((name) => name !== ''),
    ),
  )
  const numberAbove = numbersAbove(lines)
  return {
    ...draft,
    items: withItems(draft.items, of('item'), blocks, roleOf, said.agenda === 'only'),
    participants,
    decisions: inOrder([
      ...stays(draft.decisions),
      ...of('decision').flatMap(([line]) =>
        line === undefined
          ? []
          : [
              {
                number: null,
                itemNumber: numberAbove(line),
                text: statementIn(wordsOf(line, blocks)),
                outcome: null,
                source: sourceOf(line, blocks),
              },
            ],
      ),
    ]),
    actions: inOrder([
      ...stays(draft.actions),
      ...of('action').flatMap(([line]) => {
        if (line === undefined) return []
        const { rest, owner, dueDate } = actionIn(line, blocks, known)
        return [
          {
            number: null,
            itemNumber: numberAbove(line),
            text: rest,
            owner,
            organisation: null,
            dueDate,
            source: sourceOf(line, blocks),
          },
        ]
      }),
    ]),
    kind:
      draft.kind === 'unknown' && of('item').length > 0
        ? 'agenda'
        : of('decision').length + of('action').length > 0
          ? 'minutes'
          : draft.kind,
  }
}

function wordsOf(line: Line, blocks: readonly SourceBlock[]): string {
  const block = blocks[line.block]
  return block?.type === 'row' ? excerptOf(block) : line.words
}

function excerptOf(block: Extract<SourceBlock, { type: 'row' }>): string {
  return block.cells
    .map(oneLine)
    .filter((cell) => cell !== '')
    .join(' | ')
}

function sourceOf(line: Line, blocks: readonly SourceBlock[]): DraftSource {
  const block = blocks[line.block]
  const excerpt = block?.type === 'row' ? excerptOf(block) : line.text
  return readAt(line, excerpt, SAID)
}

/** "DGX : étude d’impact – 12/03/2026"; of a row the longest cell says what, the others who and when. */
function actionIn(line: Line, blocks: readonly SourceBlock[], known: ReadonlySet<string>) {
  const block = blocks[line.block]
  const cells = block?.type === 'row' ? block.cells.map(oneLine).filter((cell) => cell !== '') : []
  const longest = cells.reduce((one, other) => (other.length > one.length ? other : one), '')
  const words =
    cells.length > 1
      ? [longest, ...cells.filter((cell) => cell !== longest)].join(' – ')
      : statementIn(line.words)
  const said = ownerAndDue(words, known)
  const [, by, todo] = /^([^:]{2,60}?)\s?:\s+(\S.*)$/u.exec(said.rest) ?? []
  return said.owner === null && by !== undefined && todo !== undefined && /^\p{Lu}|^@/u.test(by)
    ? { ...said, owner: by.replace(/^@/, ''), rest: todo }
    : said
}

function numbersAbove(lines: readonly Line[]): (line: Line) => string | null {
  return (line) =>
    lines.findLast((one) => one.block < line.block && one.number !== null && one.type !== 'row')?.number ??
    null
}

/** Whoever a line names; where it looks like nobody, its words are the name. */
function personsOf(
  group: readonly Line[],
  lines: readonly Line[],
  blocks: readonly SourceBlock[],
): Draft['participants'] {
  const [line] = group
  if (line === undefined) return []
  const state = stateAbove(line, lines)
  const source = sourceOf(line, blocks)
  return namedIn(line, blocks, state).map((person) => ({
    ...person,
    attendance: person.attendance ?? state,
    source,
  }))
}

function stateAbove(line: Line, lines: readonly Line[]): AttendanceStatus | null {
  const at = lines.indexOf(line)
  for (let above = at; above >= 0 && above > at - 60; above -= 1) {
    const one = lines[above]
    const group = one === undefined ? null : groupOf(one)
    if (group !== null) return group.state
  }
  return null
}

function namedIn(line: Line, blocks: readonly SourceBlock[], state: AttendanceStatus | null): PersonLine[] {
  const block = blocks[line.block]
  if (block?.type === 'row') return namedInRow(block, blocks, state)
  const group = groupOf(line)
  const words = group === null || group.rest === '' ? (line.bullet ? line.words : line.text) : group.rest
  const found = peopleOfLine(words, state)
  return found.length > 0 ? found : anyNames(words)
}

function peopleOfLine(words: string, state: AttendanceStatus | null): PersonLine[] {
  const found = peopleOf(words, state)
  const parted = partedAtNames(words)
  return parted.length > Math.max(1, found.length) ? parted : found
}

function namedInRow(
  block: Extract<SourceBlock, { type: 'row' }>,
  blocks: readonly SourceBlock[],
  state: AttendanceStatus | null,
): PersonLine[] {
  const rows = blocks.flatMap((one) => (one.type === 'row' && one.table === block.table ? [one.cells] : []))
  const heads = rows.map(participantHeads).find((one) => one !== null) ?? null
  const byHeads = heads === null ? [] : participantRow(block.cells, heads, state)
  if (byHeads.length > 0) return byHeads
  const widthOf = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
  const columns = peopleColumns(rows.filter((cells) => widthOf(cells) === widthOf(block.cells))) ?? []
  const byColumns = columns.flatMap(({ name, organisation }) =>
    (block.cells[name] ?? '').split('\n').flatMap((words) =>
      peopleOf(words, state).map((person) => ({
        ...person,
        organisation:
          person.organisation ??
          (organisation === null ? null : oneLine(block.cells[organisation] ?? '') || null),
      })),
    ),
  )
  if (byColumns.length > 0) return byColumns
  const byLines = block.cells
    .flatMap((cell) => cell.split('\n'))
    .flatMap((words) => peopleOfLine(words, state))
  if (byLines.length > 1) return byLines
  const cells = block.cells.map(oneLine).filter((cell) => cell !== '')
  const named = cells.find((cell) => personLine(cell) !== null) ?? cells[0] ?? ''
  const place = cells.find((cell) => cell !== named && /\p{L}/u.test(cell)) ?? null
  return anyNames(named).map((person) => ({ ...person, organisation: person.organisation ?? place }))
}

/** "Anne ROY – DGX Paul PETIT – ANX": several whose line a layout did not part, each from its given name on. */
function partedAtNames(words: string): PersonLine[] {
  const starts = [
    ...words.matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{Lu}’'-]+(?!\p{L})/gu),
  ].map(({ index }) => index)
  return starts.flatMap((start, at) => personLine(words.slice(start, starts[at + 1]).trim()) ?? [])
}

/** "Maryline : absente" */
function nameAndState(words: string): PersonLine | null {
  const [, name, said] = /^([^:]{2,60}?)\s?:\s+(.+)$/u.exec(words) ?? []
  const attendance = attendanceOf(said ?? '')
  if (name === undefined || attendance === null) return null
  const person = singleName(name) ?? personLine(name)
  return person === null ? null : { ...person, attendance }
}

/** Names that the rules do not know for such: each piece of the line is one. */
function anyNames(words: string): PersonLine[] {
  const one = nameAndState(words)
  if (one !== null) return [one]
  return words
    .replace(/^[^:]{2,60}:\s+(?=\S)/u, '')
    .split(/\s*[,;/](?![^(]*\))\s*|\s+et\s+/u)
    .map((piece) => oneLine(piece).replace(/^[-–—•*\s]+|[\s.]+$/gu, ''))
    .filter((piece) => /\p{L}{2}/u.test(piece))
    .map(
      (piece) =>
        personLine(piece) ??
        singleName(piece) ?? {
          familyName: piece.slice(0, 200),
          givenName: null,
          organisation: null,
          role: null,
          attendance: null,
        },
    )
}

type Placed = { depth: number; item: DraftItem }

/** The agenda with the lines that are said to be items, and without those said to be something else. */
function withItems(
  items: readonly DraftItem[],
  chosen: readonly (readonly Line[])[],
  blocks: readonly SourceBlock[],
  roleOf: (source: DraftSource) => LineRole | null,
  only: boolean,
): DraftItem[] {
  const placed: Placed[] = []
  const visit = (one: DraftItem, depth: number) => {
    const role = roleOf(one.source)
    if (role === 'item' || (role === null && !only) || role === 'agenda') placed.push({ depth, item: one })
    for (const child of one.children) visit(child, depth + 1)
  }
  for (const item of items) visit(item, 0)
  for (const group of chosen) {
    const [line] = group
    if (line === undefined) continue
    const there = placed.find(
      ({ item: { source } }) =>
        source.block === line.block && lineOfExcerpt(blocks[line.block], source.excerpt) === line.part,
    )
    if (there !== undefined) {
      there.item = { ...there.item, source: { ...there.item.source, confidence: SAID } }
      continue
    }
    const before = placed.findLastIndex(
      ({ item: { source } }) =>
        source.block < line.block ||
        (source.block === line.block && lineOfExcerpt(blocks[line.block], source.excerpt) < line.part),
    )
    placed.splice(before + 1, 0, { depth: depthOf(line, placed, blocks), item: itemOf(line, blocks) })
  }
  return asTree(placed.slice(0, MAX_ITEMS))
}

/** As deep as another item of the same look. */
function depthOf(line: Line, placed: readonly Placed[], blocks: readonly SourceBlock[]): number {
  const alike = new Set(linesAlike(blocks, [{ block: line.block, line: line.part }]).map(linePlaceKey))
  const other = placed.find(({ item: { source } }) =>
    alike.has(
      linePlaceKey({ block: source.block, line: lineOfExcerpt(blocks[source.block], source.excerpt) }),
    ),
  )
  return other?.depth ?? 0
}

function itemOf(line: Line, blocks: readonly SourceBlock[]): DraftItem {
  const block = blocks[line.block]
  if (block?.type === 'row') return itemOfRow(block, line.block)
  return finish({ ...readLine(line, 0, SAID) })
}

/** The longest cell says what it is about; the others its number, hour, length, and who presents it. */
function itemOfRow(block: Extract<SourceBlock, { type: 'row' }>, at: number): DraftItem {
  const cells = block.cells.map(oneLine).filter((cell) => cell !== '')
  const isFact = (cell: string) =>
    wholeTime(cell) !== null ||
    wholeDuration(cell) !== null ||
    numberOfMarker(cell) !== null ||
    onlyPersons(cell)
  const titles = cells.filter((cell) => !isFact(cell))
  const title = titles.reduce(
    (one, other) => (other.length > one.length ? other : one),
    titles[0] ?? cells[0] ?? '',
  )
  const read = readItemLine(title)
  const item = newItem(at, excerptOf(block), SAID)
  const others = cells.filter((cell) => cell !== title)
  item.title = read.title === '' ? title : read.title
  item.number = others.map(numberOfMarker).find((number) => number !== null) ?? read.number
  item.nature = read.nature
  item.presenter = others.find((cell) => onlyPersons(cell)) ?? read.presenter
  item.organisation = read.organisation
  item.fixedStart = others.map(wholeTime).find((time) => time !== null)?.start ?? read.time?.start ?? null
  item.setDuration(
    others.map((cell) => wholeDuration(cell)).find((length) => length !== null) ?? read.duration,
    null,
  )
  return finish(item)
}

function asTree(placed: readonly Placed[]): DraftItem[] {
  const roots: DraftItem[] = []
  const path: { depth: number; item: DraftItem }[] = []
  for (const { depth, item: bare } of placed) {
    const item = { ...bare, children: [] }
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= depth) path.pop()
    const parent = path.at(-1)?.item
    if (parent === undefined) roots.push(item)
    else parent.children.push(item)
    path.push({ depth, item })
  }
  return roots
}
