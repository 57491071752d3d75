import type { Draft, DraftSource, ReadFile, UnreadLine } from '../../../electron/domain/agenda/draft.ts'
import {
  type LinePlace,
  lineOfExcerpt,
  type Said,
  type SourceLine,
  sourceLines,
} from '../../../electron/domain/agenda/said-lines.ts'
import type { RowList } from './minutes-rows.ts'
import { SURE } from './review-line.ts'

/** What a line of the file became. */
export type ShownRole = 'item' | 'person' | 'decision' | 'action' | 'meeting' | 'text' | 'nothing'

/** `unread`: it looks like something and became nothing. `left`: somebody left it aside. `none`: nothing of it is taken. */
type ShownStanding = 'sure' | 'check' | 'unread' | 'left' | 'none'

/** Where the row that a line became is shown. */
export type Fact = { readonly list: 'items' | RowList; readonly key: number }

export type ShownLine = SourceLine & {
  readonly id: string
  readonly isHeading: boolean
  readonly depth: number
  readonly role: ShownRole
  readonly standing: ShownStanding
  readonly like: UnreadLine['like'] | null
  /** How many facts were read in it. */
  readonly many: number
  readonly fact: Fact | null
  /** The number that its item will carry. */
  readonly number: string | null
}

type FactRow = {
  readonly key: number
  readonly taken: boolean
  readonly source: DraftSource
  readonly isToCheck: boolean
}

const roles: Readonly<Record<Fact['list'], ShownRole>> = {
  items: 'item',
  participants: 'person',
  decisions: 'decision',
  actions: 'action',
}

export const lineId = ({ block, line }: LinePlace): string => `${block}-${line}`

/** Every line of the file with what it became; the first of several facts names it. */
export function shownLines(
  { blocks, draft, unread = [] }: ReadFile,
  said: Said,
  facts: Readonly<Record<Fact['list'], readonly FactRow[]>>,
  numbers: ReadonlyMap<number, string>,
): ShownLine[] {
  const at = (source: DraftSource) =>
    lineId({ block: source.block, line: lineOfExcerpt(blocks[source.block], source.excerpt) })
  const found = new Map<string, { fact: Fact; rows: FactRow[] }>()
  for (const list of ['items', 'participants', 'decisions', 'actions'] as const)
    for (const row of facts[list]) {
      if (row.source.excerpt === '') continue
      const place = at(row.source)
      const known = found.get(place)
      if (known === undefined) found.set(place, { fact: { list, key: row.key }, rows: [row] })
      else known.rows.push(row)
    }
  const ofMeeting = meetingSources(draft)
  const meeting = new Set(ofMeeting.map(at))
  const unsure = new Set(ofMeeting.filter(({ confidence }) => confidence < SURE).map(at))
  const isRecognised = draft.warnings.some(({ code }) => code === 'recognised')
  const like = new Map(unread.map((one) => [lineId(one), one.like]))
  const left = new Set(said.lines.flatMap((one) => (one.role === 'nothing' ? [lineId(one)] : [])))
  const notes = new Set(notesOf(draft))
  return sourceLines(blocks).map((line): ShownLine => {
    const id = lineId(line)
    const block = blocks[line.block]
    const known = found.get(id)
    const shape = {
      ...line,
      id,
      isHeading: block?.type === 'heading',
      depth: block?.type === 'listItem' ? block.level + 1 : 0,
      like: null,
      many: known?.rows.length ?? 0,
      fact: known?.fact ?? null,
      number: known?.fact.list === 'items' ? (numbers.get(known.fact.key) ?? null) : null,
    }
    if (known !== undefined) {
      const taken = known.rows.filter((row) => row.taken)
      return {
        ...shape,
        role: roles[known.fact.list],
        standing: taken.length === 0 ? 'left' : taken.some((row) => row.isToCheck) ? 'check' : 'sure',
      }
    }
    if (meeting.has(id)) return { ...shape, role: 'meeting', standing: unsure.has(id) ? 'check' : 'sure' }
    if (left.has(id)) return { ...shape, role: 'nothing', standing: 'left' }
    const looks = like.get(id)
    if (looks !== undefined) return { ...shape, role: 'nothing', standing: 'unread', like: looks }
    return notes.has(line.text.replace(/\s+/g, ' '))
      ? { ...shape, role: 'text', standing: isRecognised ? 'check' : 'sure' }
      : { ...shape, role: 'nothing', standing: 'none' }
  })
}

function meetingSources({ meetingSources: sources, followUp, nextMeeting }: Draft): DraftSource[] {
  return [
    ...Object.values(sources),
    ...followUp.map(({ source }) => source),
    ...(nextMeeting?.source === undefined ? [] : [nextMeeting.source]),
  ]
}

/** Lines that stand in the note of an item. */
function notesOf(draft: Draft): string[] {
  const notes: string[] = []
  const visit = ({ note, children }: Draft['items'][number]) => {
    notes.push(...(note ?? '').split('\n'))
    children.forEach(visit)
  }
  draft.items.forEach(visit)
  return notes.map((words) => words.replace(/\s+/g, ' ').trim()).filter((words) => words !== '')
}

export function standingCounts(lines: readonly ShownLine[]): Readonly<Record<ShownStanding, number>> {
  const counts = { sure: 0, check: 0, unread: 0, left: 0, none: 0 }
  for (const { standing } of lines) counts[standing] += 1
  return counts
}
