// Numbers of items as office programs count them: a list for as long as each number follows from those before it, another
// one where it does not (an item left out, one that keeps the number it was sent under).

const COUNTED = /^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,8}$/

/** How a list begins: the number of its first entry, of which those above stay as they are: "3.", then 2 in "3.2". */
export type ListStart = { readonly level: number; readonly above: string; readonly number: number }

export class Counting<List> {
  readonly #begin: (start: ListStart) => List
  #open: { list: List; first: number; number: readonly number[] } | null = null

  /** @param begin makes a list; called for the first number, and for each that does not follow. */
  constructor(begin: (start: ListStart) => List) {
    this.#begin = begin
  }

  /** Null for what no program counts: it is typed. @param number as it is printed, "2.1". */
  place(number: string): { list: List; level: number } | null {
    if (!COUNTED.test(number)) return null
    const own = number.split('.').map(Number)
    const level = own.length - 1
    const open = this.#open
    const goesOn = open !== null && level >= open.first && isNext(open.number, own)
    const above = own.slice(0, -1).map((part) => `${part}.`)
    const list = goesOn ? open.list : this.#begin({ level, above: above.join(''), number: own.at(-1) ?? 1 })
    this.#open = { list, first: goesOn ? open.first : level, number: own }
    return { list, level }
  }
}

const isNext = (last: readonly number[], own: readonly number[]) =>
  own.every((part, at) => part === (at < own.length - 1 ? last[at] : (last[at] ?? 0) + 1))

export const NUMBERED_LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8]
