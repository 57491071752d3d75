import { type AgendaItemFields, itemNumbers, MAX_DEPTH } from '../../../electron/domain/agenda/agenda.ts'
import type { Draft, DraftItem } from '../../../electron/domain/agenda/draft.ts'
import { type Linked, notLinked, type ReimportField } from '../../../electron/domain/agenda/reimport.ts'
import type { Line, LineFields, Policy } from './review-line.ts'

export type Review = {
  readonly lines: readonly Line[]
  readonly nextKey: number
  /** The file lists some of the items only. */
  readonly isPartial: boolean
  /** Lines of former readings that this one lacks, each with the id of the line it stood below. */
  readonly asleep: readonly { readonly line: Line; readonly below: string | null }[]
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
  const known = new Set<string>()
  const visit = (items: readonly DraftItem[], depth: number) => {
    for (const { children, source, number, durationRange, ...fields } of items) {
      const key = lines.length
      const words = `${source.block} ${source.excerpt}`
      const place = known.has(words) ? `${words} ${key}` : words
      known.add(place)
      const range = durationRange ?? null
      // What minutes tell under a point goes into the minutes: it is no note on it.
      const said = draft.kind === 'minutes' ? { ...fields, note: null } : fields
      lines.push({ ...blank, key, id: place, place, depth, fields: said, number, source, range })
      visit(children, Math.min(depth + 1, MAX_DEPTH))
    }
  }
  visit(draft.items, 1)
  return { lines, nextKey: lines.length, isPartial: draft.isPartial === true, asleep: [] }
}

/** Of each line of the draft that was merged into another: the key of that one. */
export function heldLines({ lines }: Review, draft: Draft): ReadonlyMap<number, number> {
  const keys = new Map(reviewOf(draft).lines.map(({ place, key }) => [place, key]))
  const held = new Map<number, number>()
  for (const { key, holds } of lines)
    for (const place of holds) {
      const own = keys.get(place)
      if (own !== undefined) held.set(own, key)
    }
  return held
}

/** Whether somebody did anything to it. */
function isTouched(line: Line): boolean {
  return (
    !line.taken ||
    line.seen ||
    line.isPlaced ||
    line.holds.length > 0 ||
    line.policy !== null ||
    line.kept.size > 0 ||
    line.namesKept ||
    line.linked.presenterId !== null ||
    line.linked.organisationId !== null
  )
}

/** Every line of all readings, in their order by hand. */
function everKnown({ lines, asleep }: Review): Line[] {
  const all = [...lines]
  for (const { line, below } of asleep)
    all.splice(below === null ? 0 : all.findIndex(({ id }) => id === below) + 1, 0, line)
  return all
}

/**
 * A new reading with what was done to the former ones: corrected lines as they were left and where they were moved to,
 * merged ones gone, added ones there. What this reading lacks waits for one that has it.
 */
function reread(review: Review, draft: Draft): Review {
  const fresh = reviewOf(draft)
  const read = new Map(fresh.lines.map((line) => [line.place, line]))
  const all = everKnown(review)
  const stands = (line: Line) => read.has(line.place) || line.source.excerpt === ''
  const held = new Set(all.filter(stands).flatMap(({ holds }) => holds))
  const touched = new Set(all.filter(isTouched).map(({ place }) => place))
  const isGone = ({ place }: Line) => held.has(place) && !touched.has(place)
  let nextKey = Math.max(review.nextKey, fresh.lines.length)
  const lines: Line[] = []
  const asleep: { line: Line; below: string | null }[] = []
  const begun = new Set<string>()
  for (const [rank, line] of all.entries()) {
    const now = read.get(line.place)
    if (!stands(line)) asleep.push({ line: { ...line, key: nextKey++ }, below: all[rank - 1]?.id ?? null })
    else if (now === undefined || begun.has(line.place)) lines.push({ ...line, key: nextKey++ })
    else if (!isGone(line)) {
      begun.add(line.place)
      lines.push(isTouched(line) ? { ...line, key: now.key, number: now.number } : now)
    }
  }
  for (const line of fresh.lines)
    if (!begun.has(line.place) && !isGone(line))
      lines.splice(
        rankFor(
          line.key,
          lines.map(({ place }) => read.get(place)?.key),
        ),
        0,
        line,
      )
  return { ...fresh, lines, nextKey, asleep }
}

/** Where a line that only this reading has goes among others moved by hand: where the order of the file is kept best. */
function rankFor(key: number, keys: readonly (number | undefined)[]): number {
  let [worse, least, rank] = [0, 0, 0]
  for (const [index, other] of keys.entries()) {
    if (other !== undefined) worse += other < key ? -1 : 1
    if (worse > least) continue
    least = worse
    rank = index + 1
  }
  return rank
}

/** The key that the line of a key has after a new reading; null for a line that is gone. */
export function keysAfter(before: Review, after: Review): (key: number) => number | null {
  const ids = new Map(everKnown(before).map(({ key, id }) => [key, id]))
  const keys = new Map(everKnown(after).map(({ key, id }) => [id, key]))
  return (key) => keys.get(ids.get(key) ?? '') ?? null
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
    id: `${nextKey} by hand`,
    place: `${nextKey} by hand`,
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
  isPlaced: false,
  holds: [],
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
      return replaced({
        ...line,
        isPlaced: true,
        depth: boundedDepth(lines[rank - 1], line.depth + act.by),
      })
    case 'mergeUp': {
      const above = lines[rank - 1]
      if (above === undefined) return review
      const merged = {
        ...above,
        seen: true,
        holds: [...above.holds, line.place, ...line.holds],
        fields: mergedFields(above.fields, line.fields),
      }
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
        id: `${review.nextKey} ${line.place}`,
        holds: [],
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
