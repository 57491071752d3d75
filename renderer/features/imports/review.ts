import { type AgendaItemFields, itemNumbers, MAX_DEPTH } from '../../../electron/domain/agenda/agenda.ts'
import type { Draft, DraftItem } from '../../../electron/domain/agenda/draft.ts'
import { type Linked, notLinked, type ReimportField } from '../../../electron/domain/agenda/reimport.ts'
import type { Line, LineFields, Policy } from './review-line.ts'

export type Review = {
  readonly lines: readonly Line[]
  readonly nextKey: number
  /** The file lists some of the items only. */
  readonly isPartial: boolean
}

export type ReviewAct =
  | { type: 'toggle'; key: number }
  | { type: 'confirm'; key: number }
  | { type: 'correct'; key: number; patch: Partial<LineFields> }
  | { type: 'mergeUp'; key: number }
  | { type: 'split'; key: number; at: number }
  | { type: 'indent'; key: number; by: 1 | -1 }
  | { type: 'answer'; key: number; policy: Policy | null }
  | { type: 'keep'; key: number; field: ReimportField }
  | { type: 'link'; key: number; names: Pick<LineFields, 'presenter'>; linked: Linked }
  | { type: 'keepNames'; key: number }

/** The lines of a draft in order; children follow their parent, one level deeper. */
export function reviewOf(draft: Draft): Review {
  const lines: Line[] = []
  const visit = (items: readonly DraftItem[], depth: number) => {
    for (const { children, source, number, durationRange, ...fields } of items) {
      lines.push({ ...blank, key: lines.length, depth, fields, number, source, range: durationRange ?? null })
      visit(children, Math.min(depth + 1, MAX_DEPTH))
    }
  }
  visit(draft.items, 1)
  return { lines, nextKey: lines.length, isPartial: draft.isPartial === true }
}

const blank = {
  taken: true,
  seen: false,
  policy: null,
  kept: new Set<ReimportField>(),
  linked: notLinked,
  namesKept: false,
} as const

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
      return replaced(corrected(line, act.patch))
    case 'answer':
      return replaced({ ...line, policy: act.policy })
    case 'keep': {
      const kept = new Set(line.kept)
      if (!kept.delete(act.field)) kept.add(act.field)
      return replaced({ ...line, kept })
    }
    case 'link':
      return replaced({
        ...line,
        linked: act.linked,
        namesKept: false,
        fields: { ...line.fields, ...act.names },
      })
    case 'keepNames':
      return replaced({ ...line, namesKept: true })
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
        range: null,
        linked: notLinked,
        fields: { ...line.fields, title: tail, durationMinutes: null, fixedStart: null, note: null },
      }
      return {
        ...review,
        lines: [...lines.slice(0, rank), first, second, ...lines.slice(rank + 1)],
        nextKey: review.nextKey + 1,
      }
    }
  }
}

/** Another name is no longer that of the entry accepted for it. */
function corrected(line: Line, patch: Partial<LineFields>): Line {
  const linked = {
    presenterId: 'presenter' in patch ? null : line.linked.presenterId,
    organisationId: 'organisation' in patch ? null : line.linked.organisationId,
  }
  return { ...line, seen: true, linked, fields: { ...line.fields, ...patch } }
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
    requester: both(above.requester, below.requester, ', '),
    note: both(above.note, below.note, '\n'),
  }
}

/**
 * Lines as a tree, with the lines in the order of its items: under a line that does not stand there, children hang from
 * the nearest one above that does.
 */
export function treeOf(
  review: Review,
  stands: (line: Line) => boolean = (line) => line.taken,
): { items: DraftItem[]; lines: Line[] } {
  const roots: DraftItem[] = []
  const lines: Line[] = []
  const open: { depth: number; item: DraftItem }[] = []
  for (const line of review.lines) {
    if (!stands(line)) continue
    const item: DraftItem = { ...line.fields, number: line.number, source: line.source, children: [] }
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= line.depth) open.pop()
    const parent = open.at(-1)?.item
    if (parent === undefined) roots.push(item)
    else parent.children.push(item)
    open.push({ depth: line.depth, item })
    lines.push(line)
  }
  return { items: roots, lines }
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
export function nextDoubtful(
  review: Review,
  key: number | null,
  isToCheck: (line: Line) => boolean,
): number | null {
  const rank = review.lines.findIndex((line) => line.key === key)
  const round = [...review.lines.slice(rank + 1), ...review.lines.slice(0, rank + 1)]
  return round.find(isToCheck)?.key ?? null
}
