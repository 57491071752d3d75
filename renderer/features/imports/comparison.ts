import type { WrittenName } from '../../../electron/contract/imports.ts'
import type { Input, Output } from '../../../electron/contract/index.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import {
  type Linked,
  movedLines,
  notLinked,
  type ReimportField,
} from '../../../electron/domain/agenda/reimport.ts'
import { type Review, treeOf } from './review.ts'
import {
  differs,
  type Line,
  type Policy,
  policyOf,
  type Standing,
  standingOf,
  type Target,
} from './review-line.ts'

type Compared = Output<'imports.compare'>

export type Comparison = {
  /** False while there is no agenda to compare with: nothing is said of differences. */
  readonly isBeside: boolean
  readonly targets: ReadonlyMap<number, Target>
  readonly standings: ReadonlyMap<number, Standing>
  /** On the agenda, and in no line. */
  readonly gone: readonly AgendaItem[]
  readonly names: ReadonlyMap<number, WrittenName>
}

/** Lines of the draft keep as key their rank in it, which is what matches speak of. */
export function comparisonOf(review: Review, compared: Compared | undefined, all: Policy): Comparison {
  const agenda = compared?.agenda ?? []
  const byId = new Map(agenda.map((item) => [item.id, item]))
  const names = namesOf(review, compared?.names ?? [])
  const targets = new Map<number, Target>()
  for (const { at, itemId, likeness, byHand } of compared?.matches ?? []) {
    const item = byId.get(itemId)
    const name = names.get(at)
    const known = {
      presenterId: name?.person?.id ?? null,
      organisationId: name?.organisationEntry?.id ?? null,
    }
    if (item !== undefined && review.lines.some(({ key }) => key === at))
      targets.set(at, { item, likeness, known, byHand })
  }
  const moved = review.isPartial ? new Set<number>() : movedOf(review, targets, all, agenda)
  const standings = new Map(
    review.lines.map((line) => [line.key, standingOf(line, targets.get(line.key), all, moved.has(line.key))]),
  )
  const about = new Set([...targets.values()].map(({ item }) => item.id))
  return {
    isBeside: agenda.length > 0,
    targets,
    standings,
    gone: review.isPartial ? [] : agenda.filter(({ id }) => !about.has(id)),
    names,
  }
}

/** Names as the file wrote them, by the line that has them first and those that repeat them. */
function namesOf(review: Review, names: readonly WrittenName[]): Map<number, WrittenName> {
  const known = new Map(names.map((name) => [`${name.presenter}|${name.organisation}`, name]))
  return new Map(
    review.lines.flatMap((line) => {
      const name = known.get(`${line.fields.presenter ?? ''}|${line.fields.organisation ?? ''}`)
      return name === undefined ? [] : [[line.key, name] as const]
    }),
  )
}

/** A line whose subject stays or comes on the agenda: its sub-lines may hang there. */
function stands(line: Line, targets: ReadonlyMap<number, Target>): boolean {
  return line.taken || targets.has(line.key)
}

function isJoined(line: Line, targets: ReadonlyMap<number, Target>, all: Policy): boolean {
  const target = targets.get(line.key)
  return target !== undefined && (!line.taken || policyOf(line, target, all) !== 'add')
}

function movedOf(
  review: Review,
  targets: ReadonlyMap<number, Target>,
  all: Policy,
  agenda: readonly AgendaItem[],
): Set<number> {
  const itemOf = new Map<number, string>()
  for (const line of review.lines) {
    const target = targets.get(line.key)
    if (target !== undefined && isJoined(line, targets, all)) itemOf.set(line.key, target.item.id)
  }
  const open: Line[] = []
  const placed: { key: number; parentKey: number | null }[] = []
  for (const line of review.lines) {
    if (!stands(line, targets)) continue
    while ((open.at(-1)?.depth ?? 0) >= line.depth) open.pop()
    placed.push({ key: line.key, parentKey: open.at(-1)?.key ?? null })
    open.push(line)
  }
  return movedLines(placed, itemOf, agenda)
}

export type Counts = {
  /** Lines that would change something. */
  readonly differences: number
  /** Lines that are taken. */
  readonly taken: number
}

export function countsOf(review: Review, { standings }: Comparison): Counts {
  const all = review.lines.map(({ key }) => standings.get(key))
  return {
    differences: all.filter((one) => one !== undefined && differs(one)).length,
    taken: review.lines.filter(({ taken }) => taken).length,
  }
}

/** How many lines change something once what is kept is left out. */
export function differingCount(review: Review, { standings }: Comparison): number {
  return review.lines.filter(({ key, kept }) => {
    const standing = standings.get(key)
    if (standing?.type === 'changed')
      return standing.changes.length > 0 || (standing.moved && !kept.has('place'))
    return standing?.type === 'new'
  }).length
}

type Sent = Pick<Input<'imports.apply'>, 'items' | 'linked'> & {
  /** Of the lines, in the order of the items. */
  keys: number[]
  joined: NonNullable<Extract<Input<'imports.apply'>['target'], { type: 'existing' }>['joined']>
}

/** Sent: every line that stands on the agenda afterwards, joined to its item with the fields that are taken. */
export function sentItems(
  review: Review,
  comparison: Comparison,
  all: Policy,
  linkedOf: (line: Line) => Linked,
): Sent {
  const { targets, standings } = comparison
  const { items, lines } = treeOf(review, (line) => stands(line, targets))
  const joined: Sent['joined'] = []
  const linked: NonNullable<Sent['linked']> = []
  for (const [at, line] of lines.entries()) {
    const target = targets.get(line.key)
    if (target !== undefined && isJoined(line, targets, all)) {
      const { id, version } = target.item
      const standing = standings.get(line.key)
      joined.push({
        at,
        item: { id, version },
        fields: standing === undefined ? [] : takenFields(line, standing, review.isPartial),
      })
    }
    const entries = linkedOf(line)
    if (entries !== notLinked) linked.push({ at, ...entries })
  }
  return { items, keys: lines.map(({ key }) => key), joined, linked }
}

function takenFields(line: Line, standing: Standing, isPartial: boolean): ReimportField[] {
  if (standing.type === 'same') return isPartial ? [] : ['place']
  if (standing.type !== 'changed') return []
  return [
    ...standing.changes.map(({ field }) => field),
    ...(isPartial || line.kept.has('place') ? [] : (['place'] as const)),
  ]
}
