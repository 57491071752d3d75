/** Rows from 1, columns from 0, both ends included. */
export type SheetRange = { top: number; bottom: number; left: number; right: number }

/** Column of a cell reference ("A1" → 0), or null when it is none. */
export function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A range of cells, or null when the text is none. */
export function rangeOf(reference: string): SheetRange | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (found === null) return null
  return {
    left: columnOf(found[1] ?? '') ?? 0,
    top: Number(found[2]),
    right: columnOf(found[3] ?? '') ?? 0,
    bottom: Number(found[4]),
  }
}
