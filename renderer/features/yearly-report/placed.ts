// Placed: what is drawn anew as a whole, each with its place in it as its name: shapes and cells may say the same twice.
export function placed<T>(list: readonly T[]): { one: T; place: string }[] {
  return list.map((one, rank) => ({ one, place: String(rank) }))
}
