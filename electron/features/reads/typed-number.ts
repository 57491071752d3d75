export type TypedNumber = { year: string; meeting: number | null; rank: number | null }

const pattern = /^\s*(?:[ad]\s*)?(?:-\s*)?(\d{4})\s*(?:-\s*(\d{1,3})\s*)?(?:-\s*(\d{1,4})\s*)?(?:-\s*)?$/iu

/** "A-2026-09-04", "d-2026-9", "2026-09-"; null when the words are no number. */
export function typedNumber(words: string): TypedNumber | null {
  const [, year, meeting, rank] = pattern.exec(words.replace(/[‐‑–]/g, '-')) ?? []
  if (year === undefined) return null
  return {
    year,
    meeting: meeting === undefined ? null : Number(meeting),
    rank: rank === undefined ? null : Number(rank),
  }
}
