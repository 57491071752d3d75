/** 1234 → "1 234" (U+202F between groups). */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
}

/** `plural(3, 'point', 'points')` → "3 points" (U+00A0 between). */
export function plural(value: number, one: string, many: string): string {
  return `${count(value)}\u00a0${value < 2 ? one : many}`
}
