/** How long it stays after its last use: who comes back finds it ready. */
export const REST_MS = 60_000

/** One that takes memory, for all that use it: made by the first, and ended a minute after the last has left. */
export class KeptWhileUsed<T> {
  readonly #make: () => T
  readonly #end: (made: T) => void
  #made: { readonly one: T } | null = null
  #users = 0
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(make: () => T, end: (made: T) => void) {
    this.#make = make
    this.#end = end
  }

  use(): T {
    clearTimeout(this.#rest)
    this.#made ??= { one: this.#make() }
    this.#users += 1
    return this.#made.one
  }

  leave(): void {
    this.#users -= 1
    if (this.#users > 0) return
    this.#rest = setTimeout(() => {
      const made = this.#made
      this.#made = null
      if (made !== null) this.#end(made.one)
    }, REST_MS)
  }
}
