import { type AgendaItemFields, itemNumbers, MAX_DEPTH } from '../../../electron/domain/agenda/agenda.ts'
import type { Draft, DraftItem } from '../../../electron/domain/agenda/draft.ts'
import { type Linked, notLinked, type ReimportField } from '../../../electron/domain/agenda/reimport.ts'
import type { Line, LineFields, Policy } from './review-line.ts'

export type Review = {
  readonly lines: readonly Line[]
  readonly nextKey: number
  /** The file lists some of the items only. */
  readonly isPartial: boolean
  /** Where the lines of the draft stand, those that were merged away among them. */
  readonly places: readonly string[]
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
  /** With what stands below it. */
  | { type: 'move'; key: number; by: 1 | -1 }
  /** By hand, under that line; at the end where there is none. */
  | { type: 'add'; key: number | null }
  /** The file was read again: what somebody did stays. */
  | { type: 'reread'; draft: Draft }

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
  return {
    lines,
    nextKey: lines.length,
    isPartial: draft.isPartial === true,
    places: lines.map(placeOf),
  }
}

/** Two lines of one place were one before somebody parted them. */
function placeOf({ source }: Line): string {
  return `${source.block} ${source.excerpt}`
}

/** Whether somebody did anything to it. */
function isTouched(line: Line): boolean {
  return (
    !line.taken ||
    line.seen ||
    line.policy !== null ||
    line.kept.size > 0 ||
    line.namesKept ||
    line.linked.presenterId !== null ||
    line.linked.organisationId !== null
  )
}

/** A new reading with what was done to the former one: corrected lines as they were left, merged ones gone, added ones there. */
function reread(review: Review, draft: Draft): Review {
  const fresh = reviewOf(draft)
  const before = new Map<string, Line[]>()
  for (const line of review.lines) before.set(placeOf(line), [...(before.get(placeOf(line)) ?? []), line])
  const gone = new Set(review.places.filter((place) => !before.has(place)))
  let nextKey = fresh.lines.length
  const lines: Line[] = []
  for (const line of fresh.lines) {
    const place = placeOf(line)
    const old = before.get(place) ?? []
    before.delete(place)
    if (gone.has(place)) continue
    if (!old.some(isTouched)) lines.push(line)
    else
      for (const [rank, one] of old.entries())
        lines.push({ ...one, key: rank === 0 ? line.key : nextKey++, number: line.number })
  }
  // By hand: below what stood above them.
  for (const [rank, line] of review.lines.entries()) {
    if (line.source.excerpt !== '' || !before.has(placeOf(line))) continue
    const above = review.lines.slice(0, rank).map(placeOf)
    const at = lines.findLastIndex((one) => above.includes(placeOf(one)))
    lines.splice(at + 1, 0, { ...line, key: nextKey++ })
  }
  return { ...fresh, lines, nextKey }
}

/** A line and those deeper below it. */
function endOf(lines: readonly Line[], rank: number): number {
  const depth = lines[rank]?.depth ?? 0
  const next = lines.findIndex((line, at) => at > rank && line.depth <= depth)
  return next < 0 ? lines.length : next
}

function moved(lines: readonly Line[], rank: number, by: 1 | -1): Line[] {
  const end = endOf(lines, rank)
  const depth = lines[rank]?.depth ?? 0
  if (by === 1) {
    const below = lines[end]
    if (below === undefined || below.depth < depth) return [...lines]
    const after = endOf(lines, end)
    return [
      ...lines.slice(0, rank),
      ...lines.slice(end, after),
      ...lines.slice(rank, end),
      ...lines.slice(after),
    ]
  }
  const above = lines.findLastIndex((line, at) => at < rank && line.depth <= depth)
  if (above < 0 || (lines[above]?.depth ?? 0) < depth) return [...lines]
  return [
    ...lines.slice(0, above),
    ...lines.slice(rank, end),
    ...lines.slice(above, rank),
    ...lines.slice(end),
  ]
}

function added(review: Review, rank: number): Review {
  const { lines, nextKey } = review
  const above = lines[rank]
  const at = above === undefined ? lines.length : endOf(lines, rank)
  const line: Line = {
    ...blank,
    key: nextKey,
    depth: above?.depth ?? 1,
    seen: true,
    fields: emptyFields,
    number: null,
    source: { block: above?.source.block ?? 0, excerpt: '', confidence: 1 },
    range: null,
  }
  return { ...review, lines: lines.toSpliced(at, 0, line), nextKey: nextKey + 1 }
}

const emptyFields: LineFields = {
  title: '',
  kind: 'item',
  nature: null,
  fixedStart: null,
  durationMinutes: null,
  presenter: null,
  organisation: null,
  requester: null,
  note: null,
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
  if (act.type === 'reread') return reread(review, act.draft)
  const { lines } = review
  const rank = lines.findIndex((line) => line.key === act.key)
  if (act.type === 'add') return added(review, rank)
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
    case 'move':
      return { ...review, lines: moved(lines, rank, act.by) }
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
