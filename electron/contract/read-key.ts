/**
 * The name of one read: its method with its input, the same for inputs that say the same. The window keeps what it read
 * under this name, and the core says under it what must be read again.
 * @returns null for an input that holds bytes or a passphrase: neither is asked for again, and no passphrase may stand in
 *   an event.
 */
export function readKey(method: string, input: unknown): string | null {
  if (holdsBytes(input) || holdsPassphrase(input)) return null
  return JSON.stringify([method, input], (_name, value: unknown) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}

/** Found before anything is written out: a Buffer would be spelled byte by byte, 80 MB of them in twenty seconds. */
function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return ArrayBuffer.isView(value) || Object.values(value).some(holdsBytes)
}

/** A passphrase goes by no other name in the contract. */
function holdsPassphrase(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'passphrase' in value
}
