export type Merged<T> = Flat<Both<T[keyof T]>>
type Both<U> = (U extends unknown ? (table: U) => void : never) extends (table: infer B) => void ? B : never
type Flat<B> = { readonly [K in keyof B]: B[K] }

/** One table of several, none of which names a row of another. */
export function merged<T extends object>(tables: T): Merged<T> {
  return Object.assign({}, ...Object.values(tables))
}
