// A delivered file without what stands in its articles, nine tenths of it, of which the watch keeps nothing: what is
// not parsed costs no time.

/** Elements of which nothing is kept (`elements.ts` passes over them as well), with their tags. */
const BODIES = ['STRUCT', 'BLOC_TEXTUEL'].map((name) => ({
  open: Buffer.from(`<${name}>`),
  close: Buffer.from(`</${name}>`),
}))
/** A comment, characters as they are or a document type may hold what looks like a tag. */
const UNSURE = Buffer.from('<!')

/**
 * The bytes with each of these elements emptied, its tags left; null where that is not sure, or nothing is to be gained. Only for
 * encodings in which a tag is written as in ASCII.
 */
export function withoutBodies(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Buffer[] = []
  let from = 0
  for (;;) {
    const next = nextBody(file, from)
    if (next === null) break
    kept.push(file.subarray(from, next.start))
    from = next.end
  }
  if (kept.length === 0) return null
  kept.push(file.subarray(from))
  return kept.some((part) => part.includes(UNSURE)) ? null : Buffer.concat(kept)
}

function nextBody(file: Buffer, from: number): { start: number; end: number } | null {
  let first: { start: number; end: number } | null = null
  for (const { open, close } of BODIES) {
    const at = file.indexOf(open, from)
    if (at < 0 || (first !== null && at > first.start)) continue
    const start = at + open.length
    const end = file.indexOf(close, start)
    if (end >= 0) first = { start, end }
  }
  return first
}
