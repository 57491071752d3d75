/**
 * The name of one read: its method with its input, the same for inputs that say the same. The window keeps what it read
 * under this name, and the core says under it what must be read again.
 * @returns null for an input that holds bytes: a file that was given is not asked for again.
 */
export function readKey(method: string, input: unknown): string | null {
  let holdsBytes = false
  const key = JSON.stringify([method, input], (_name, value: unknown) => {
    if (ArrayBuffer.isView(value)) {
      holdsBytes = true
      return null
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return holdsBytes ? null : key
}
