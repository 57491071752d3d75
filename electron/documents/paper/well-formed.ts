// Text that every format may hold; half characters and controls, which no format may, become U+FFFD.

/** Lone surrogates, controls other than tab and line ends, and the two code points that XML 1.0 forbids. */
const forbidden = /\p{Cs}|(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu

/** The same value with every string in it well formed. */
export function wellFormed<T>(value: T): T {
  return clean(value) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(forbidden, '\uFFFD')
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
  return value
}
