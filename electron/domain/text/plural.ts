/** 1234 → "1 234" (U+202F between groups). */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
}

/** `plural(3, 'point', 'points')` → "3 points" (U+00A0 between). */
export function plural(value: number, one: string, many: string): string {
  return `${count(value)}\u00a0${value < 2 ? one : many}`
}

/** What there is of each, and nothing of what there is none of: "31 membres, 2 suppléants". */
export function counts(...of: readonly (readonly [value: number, one: string, many: string])[]): string {
  return of
    .filter(([value]) => value > 0)
    .map((one) => plural(...one))
    .join(', ')
}
