// One row as two desks left it, against the row that both started from. What one desk changed is taken; only what both
// changed differently is asked.

export type Cell = string | number | null
export type RowImage = Readonly<Record<string, Cell>>
export type Side = 'ours' | 'theirs'

/** A question about a whole row: one desk removed it, the other changed it. */
export const WHOLE_ROW = ''

export type MergedRow = {
  /** Null: there is no such row any more. */
  row: RowImage | null
  /** Fields that both changed differently, or WHOLE_ROW; without a choice they stay as ours. */
  asked: readonly string[]
}

/** Counts what happened to a row, and is no content: two desks may well have counted differently. */
const COUNTER = 'version'

/** The fields in which two images differ; all of them when one is missing. */
export function changedFields(from: RowImage | null, to: RowImage | null): string[] {
  const names = Object.keys(to ?? from ?? {})
  return names.filter((name) => name !== COUNTER && (from === null || to === null || from[name] !== to[name]))
}

/** Whether two images say the same, however often they were written. */
export function saysTheSame(a: RowImage | null, b: RowImage | null): boolean {
  if (a === null || b === null) return a === b
  return changedFields(a, b).length === 0
}

/**
 * Merges one row.
 * @param choose which side somebody chose for an asked field; null when nobody did yet.
 */
export function mergeRow(
  base: RowImage | null,
  ours: RowImage | null,
  theirs: RowImage | null,
  choose: (field: string) => Side | null,
): MergedRow {
  if (saysTheSame(ours, theirs) || saysTheSame(base, theirs)) return { row: ours, asked: [] }
  if (saysTheSame(base, ours)) return { row: theirs, asked: [] }
  if (ours === null || theirs === null)
    return { row: choose(WHOLE_ROW) === 'theirs' ? theirs : ours, asked: [WHOLE_ROW] }
  const row: Record<string, Cell> = { ...ours }
  const asked: string[] = []
  for (const name of changedFields(ours, theirs)) {
    const theirCell = theirs[name] ?? null
    if (base !== null && base[name] === theirs[name]) continue
    if (base !== null && base[name] === ours[name]) row[name] = theirCell
    else {
      asked.push(name)
      if (choose(name) === 'theirs') row[name] = theirCell
    }
  }
  return { row, asked }
}
