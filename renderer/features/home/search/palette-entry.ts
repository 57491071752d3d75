import { spread } from '../../../../electron/domain/search/quality.ts'
import { searchText } from '../../../text/search.ts'
import type { IconShape } from '../../../ui/Icon.tsx'

/** A stretch of the line's words; `at` is where it begins. */
export type EntryPart = { readonly text: string; readonly at: number; readonly marked: boolean }

export type PaletteEntry = {
  readonly id: string
  readonly group: string
  readonly icon: IconShape
  readonly parts: readonly EntryPart[]
  readonly detail: readonly EntryPart[]
  readonly end: string
  readonly keys: readonly string[]
  /** How well it fits what is typed. */
  readonly mark: number
  readonly onOpen: () => void
}

/** Cuts a text into marked and unmarked stretches; `ranges` are [start, end) and do not overlap. */
export function markedParts(text: string, ranges: readonly (readonly [number, number])[]): EntryPart[] {
  const parts: EntryPart[] = []
  let at = 0
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > text.length) continue
    if (start > at) parts.push({ text: text.slice(at, start), at, marked: false })
    parts.push({ text: text.slice(start, end), at: start, marked: true })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), at, marked: false })
  return parts
}

function nameOf({ parts }: PaletteEntry): string {
  return parts.map(({ text }) => text).join('')
}

/** Lines above the groups: what fits best, of several kinds. */
const BEST = 3

/** The best of all first, then group by group, each where its best line stands. */
export function inGroups(entries: readonly PaletteEntry[]): PaletteEntry[] {
  const groups = new Map<string, PaletteEntry[]>()
  for (const entry of [...entries].sort((a, b) => b.mark - a.mark))
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  if (groups.size < 2) return [...groups.values()].flat()
  const best = spread(entries, {
    kindOf: ({ group }) => group,
    nameOf,
    markOf: ({ mark }) => mark,
    count: BEST,
  })
  const rest = [...groups.values()].flat().filter((entry) => !best.includes(entry))
  return [...best.map((entry) => ({ ...entry, group: searchText.groups.best })), ...rest]
}
