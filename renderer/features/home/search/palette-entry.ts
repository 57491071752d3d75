import type { IconShape } from '../../../ui/Icon.tsx'

/** A stretch of the line's words; `at` is where it begins. */
export type EntryPart = { readonly text: string; readonly at: number; readonly marked: boolean }

export type PaletteEntry = {
  readonly id: string
  readonly group: string
  readonly icon: IconShape
  readonly parts: readonly EntryPart[]
  readonly detail: string
  readonly end: string
  readonly keys: readonly string[]
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
