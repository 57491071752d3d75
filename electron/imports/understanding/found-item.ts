import { type ItemNature, MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import { type DraftItem, readAt } from '../../domain/agenda/draft.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../domain/limits.ts'
import type { Duration } from './durations.ts'
import { kindOfTitle, natureOfTitle } from './natures.ts'

export type FoundItem = {
  number: string | null
  title: string
  nature: ItemNature | null
  fixedStart: string | null
  durationMinutes: number | null
  presenter: string | null
  organisation: string | null
  requester: string | null
  note: string | null
  block: number
  excerpt: string
  confidence: number
  /** 0 for items, 1 for sub-items… */
  depth: number
  /** Both ends where the file leaves a choice of durations. */
  durationRange: [number, number] | null
  /** The written duration is not that of the written hours. */
  hoursDisagree: boolean
  /** A row of its own in a table, over the rows that belong to it. */
  isPart: boolean
  /** A break whose line also holds a subject keeps who presents it. */
  keepsPresenter: boolean
  /** Takes the written duration, else the length of the interval of hours. */
  setDuration(written: Duration | null, interval: number | null): void
}

/** An item of which only the place is known. */
export function newItem(block: number, excerpt: string, confidence: number): FoundItem {
  return {
    number: null,
    title: '',
    nature: null,
    fixedStart: null,
    durationMinutes: null,
    presenter: null,
    organisation: null,
    requester: null,
    note: null,
    ...readAt({ block }, excerpt, confidence),
    depth: 0,
    durationRange: null,
    hoursDisagree: false,
    isPart: false,
    keepsPresenter: false,
    setDuration(written, interval) {
      this.durationRange = written?.range ?? null
      this.durationMinutes = written === null ? interval : written.minutes
      this.hoursDisagree =
        interval !== null && written !== null && written.minutes !== null && written.minutes !== interval
    },
  }
}

/** The tree: an item belongs to the nearest one above it that is less deep. */
export function toTree(found: readonly FoundItem[]): DraftItem[] {
  const roots: DraftItem[] = []
  const path: { depth: number; item: DraftItem }[] = []
  for (const source of found.slice(0, MAX_ITEMS)) {
    const item = finish(source)
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= source.depth) path.pop()
    const parent = path.at(-1)?.item
    if (parent === undefined) roots.push(item)
    else parent.children.push(item)
    path.push({ depth: source.depth, item })
  }
  return roots
}

export function finish(found: FoundItem): DraftItem {
  const kind = kindOfTitle(found.title)
  const present = kind !== 'break' || found.keepsPresenter
  return {
    number: found.number?.slice(0, 40) ?? null,
    title: found.title.slice(0, LINE_LENGTH),
    kind,
    nature: kind === 'item' ? (found.nature ?? natureOfTitle(found.title)) : null,
    fixedStart: found.fixedStart,
    durationMinutes: found.durationMinutes,
    ...(found.durationRange === null ? {} : { durationRange: found.durationRange }),
    presenter: present ? (found.presenter?.slice(0, LINE_LENGTH) ?? null) : null,
    organisation: present ? (found.organisation?.slice(0, LINE_LENGTH) ?? null) : null,
    requester: found.requester?.slice(0, LINE_LENGTH) ?? null,
    note: found.note?.slice(0, TEXT_LENGTH) ?? null,
    children: [],
    source: { block: found.block, excerpt: found.excerpt, confidence: found.confidence },
  }
}
