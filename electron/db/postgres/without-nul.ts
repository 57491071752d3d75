/** Without the sign that nobody sees and that no base holds, in a text or in one that stands in JSON. */
export function withoutNul(value: string): string {
  const text = value.replaceAll('\0', '')
  // An even number of bars stands for bars, and the letters after them for themselves.
  return /^[[{]/.test(text)
    ? text.replace(/(\\+)u0000/g, (all, bars: string) => (bars.length % 2 === 0 ? all : bars.slice(1)))
    : text
}
