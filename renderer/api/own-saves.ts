// The saves of rows on their way from this window, so that an act on a row follows them and never conflicts with them.

/** Row id → the save on its way; returns the row's version after it, or undefined when it failed. */
const onTheirWay = new Map<string, Promise<number | undefined>>()

/** Tells of a save that has begun; forgotten when it ends. */
export function beginSave(id: string, save: Promise<number | undefined>): void {
  onTheirWay.set(id, save)
  void save.finally(() => {
    if (onTheirWay.get(id) === save) onTheirWay.delete(id)
  })
}

/** The input as it must be sent once the saves of its row are done: a field left by the press on the act itself is one. */
export async function afterOwnSaves<I>(input: I): Promise<I> {
  if (typeof input !== 'object' || input === null || !('id' in input) || !('version' in input)) return input
  const version = await onTheirWay.get(String(input.id))
  return version === undefined ? input : { ...input, version }
}
