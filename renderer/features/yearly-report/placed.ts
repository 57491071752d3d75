export function placed<T>(list: readonly T[]): { one: T; place: string }[] {
  return list.map((one, rank) => ({ one, place: String(rank) }))
}
