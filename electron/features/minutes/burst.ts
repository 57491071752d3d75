/**
 * The key under which writes into texts of the minutes are undone together: those of one row, in the same fields and the
 * same paragraph.
 * @param former the row before, with rich texts as they are stored
 * @param patch what is written, rich texts as they will be stored
 */
export function burstKey(
  id: string,
  former: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): string {
  const places = Object.entries(patch).map(([field, now]) => {
    const before = former[field]
    const isRich = typeof now === 'string' && typeof before === 'string' && now.startsWith('{"type":"doc"')
    return isRich ? `${field}:${paragraphAt(now, commonStart(before, now))}` : field
  })
  return `${id} ${places.join()}`
}

/** Which paragraph of a stored text a place is in, counted from 1; before the first one, that one. */
function paragraphAt(stored: string, place: number): number {
  return Math.max(1, stored.slice(0, place).split('"type":"paragraph"').length - 1)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at
}
