/** In the order of their row ids, which are stored: a new kind comes last. */
export const searchedKinds = [
  'meeting',
  'item',
  'section',
  'decision',
  'action',
  'document',
  'project',
  'watch',
  'subject',
  'person',
  'organisation',
  'position',
  'line',
  'attachment',
] as const
export type SearchedKind = (typeof searchedKinds)[number]

const SPAN = 2 ** 40

/** The row ids of one kind lie above this one. */
export function firstRow(kind: SearchedKind): number {
  return (searchedKinds.indexOf(kind) + 1) * SPAN
}

export function lastRow(kind: SearchedKind): number {
  return firstRow(kind) + SPAN - 1
}

/** The place among the kinds of the text in a row. */
export function rankOf(row: number): number {
  return Math.floor(row / SPAN) - 1
}
