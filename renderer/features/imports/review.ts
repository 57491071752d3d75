// Review: a draft as a list of lines to take or leave, correct, merge and split; pure, and back into a draft.
import { type AgendaItemFields, itemNumbers, MAX_DEPTH } from '../../../electron/domain/agenda.ts'
import type { Draft, DraftItem } from '../../../electron/domain/draft.ts'

/** Under this confidence a line is shown as "À vérifier". */
export const SURE = 0.75

export type LineFields = Omit<DraftItem, 'children' | 'source' | 'number'>

export type Line = {
  readonly key: number
  /** From 1. */
  readonly depth: number
  readonly taken: boolean
  /** Somebody looked: confirmed or corrected. */
  readonly seen: boolean
  readonly fields: LineFields
  readonly number: string | null
  readonly source: DraftItem['source']
}

export type Review = { readonly lines: readonly Line[]; readonly nextKey: number }

export type ReviewAct =
  | { type: 'toggle'; key: number }
  | { type: 'confirm'; key: number }
  | { type: 'correct'; key: number; patch: Partial<LineFields> }
  | { type: 'mergeUp'; key: number }
  | { type: 'split'; key: number; at: number }
  | { type: 'indent'; key: number; by: 1 | -1 }

/** The lines of a draft in order; children follow their parent, one level deeper. */
export function reviewOf(draft: Draft): Review {
  const lines: Line[] = []
  const visit = (items: readonly DraftItem[], depth: number) => {
    for (const { children, source, number, ...fields } of items) {
      lines.push({ key: lines.length, depth, taken: true, seen: false, fields, number, source })
      visit(children, Math.min(depth + 1, MAX_DEPTH))
    }
  }
  visit(draft.items, 1)
  return { lines, nextKey: lines.length }
}

/** Whether somebody should look: read with little certainty, or without a title. A line that is left needs nothing. */
export function isDoubtful(line: Line): boolean {
  return line.taken && (line.fields.title.trim() === '' || (!line.seen && line.source.confidence < SURE))
}

export function reviewAfter(review: Review, act: ReviewAct): Review {
  const { lines } = review
  const rank = lines.findIndex((line) => line.key === act.key)
  const line = lines[rank]
  if (line === undefined) return review
  const replaced = (next: Line): Review => ({ ...review, lines: lines.with(rank, next) })
  switch (act.type) {
    case 'toggle':
      return replaced({ ...line, taken: !line.taken })
    case 'confirm':
      return replaced({ ...line, seen: true })
    case 'correct':
      return replaced({ ...line, seen: true, fields: { ...line.fields, ...act.patch } })
    case 'indent':
      return replaced({ ...line, depth: boundedDepth(lines[rank - 1], line.depth + act.by) })
    case 'mergeUp': {
      const above = lines[rank - 1]
      if (above === undefined) return review
      const merged = { ...above, seen: true, fields: mergedFields(above.fields, line.fields) }
      return { ...review, lines: [...lines.slice(0, rank - 1), merged, ...lines.slice(rank + 1)] }
    }
    case 'split': {
      const head = line.fields.title.slice(0, act.at).trim()
      const tail = line.fields.title.slice(act.at).trim()
      if (head === '' || tail === '') return review
      const first = { ...line, seen: true, fields: { ...line.fields, title: head } }
      const second: Line = {
        ...line,
        key: review.nextKey,
        seen: true,
        number: null,
        fields: { ...line.fields, title: tail, durationMinutes: null, fixedStart: null, note: null },
      }
      return {
        lines: [...lines.slice(0, rank), first, second, ...lines.slice(rank + 1)],
        nextKey: review.nextKey + 1,
      }
    }
  }
}

function boundedDepth(above: Line | undefined, depth: number): number {
  return Math.max(1, Math.min(depth, MAX_DEPTH, (above?.depth ?? 0) + 1))
}

function mergedFields(above: LineFields, below: LineFields): LineFields {
  const both = (one: string | null, other: string | null, between: string) =>
    [one, other].filter((words) => words !== null && words !== '').join(between) || null
  return {
    ...above,
    title: `${above.title} ${below.title}`.trim(),
    nature: above.nature ?? below.nature,
    fixedStart: above.fixedStart ?? below.fixedStart,
    durationMinutes:
      above.durationMinutes === null && below.durationMinutes === null
        ? null
        : (above.durationMinutes ?? 0) + (below.durationMinutes ?? 0),
    presenter: both(above.presenter, below.presenter, ', '),
    organisation: both(above.organisation, below.organisation, ', '),
    note: both(above.note, below.note, '\n'),
  }
}

/** The taken lines as a tree: under a line that is left, children hang from the nearest one that is taken. */
export function takenItems(review: Review): DraftItem[] {
  const roots: DraftItem[] = []
  const open: { depth: number; item: DraftItem }[] = []
  for (const line of review.lines) {
    if (!line.taken) continue
    const item: DraftItem = { ...line.fields, number: line.number, source: line.source, children: [] }
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= line.depth) open.pop()
    const parent = open.at(-1)?.item
    if (parent === undefined) roots.push(item)
    else parent.children.push(item)
    open.push({ depth: line.depth, item })
  }
  return roots
}

/** The numbers that taken lines will carry on the agenda, by line key. */
export function futureNumbers(review: Review): Map<number, string> {
  const open: Line[] = []
  const placed: { id: string; parentId: string | null; position: number; kind: AgendaItemFields['kind'] }[] =
    []
  for (const line of review.lines) {
    if (!line.taken) continue
    while ((open.at(-1)?.depth ?? 0) >= line.depth) open.pop()
    const parent = open.at(-1)
    placed.push({
      id: String(line.key),
      parentId: parent === undefined ? null : String(parent.key),
      position: placed.length,
      kind: line.fields.kind,
    })
    open.push(line)
  }
  return new Map([...itemNumbers(placed)].map(([id, number]) => [Number(id), number]))
}

/** The next line to check after `key`, going round; null when there is none. */
export function nextDoubtful(review: Review, key: number | null): number | null {
  const rank = review.lines.findIndex((line) => line.key === key)
  const round = [...review.lines.slice(rank + 1), ...review.lines.slice(0, rank + 1)]
  return round.find(isDoubtful)?.key ?? null
}
