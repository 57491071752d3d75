import { bareText } from '../text/text-likeness.ts'

/** A paragraph of an end of a move, by its rank in the file. */
export type Worded = { order: number; words: string }
type Ends = { from: number[]; to: number[] }

/** Without a range that names them, the ends of a move are known by their words; neighbours are one. */
export function namelessMoves(
  { from, to }: Ends,
  wordsAt: (order: number, side: 'from' | 'to') => string,
): Ends[] {
  const moves: Ends[] = []
  const left = new Set(to)
  for (const order of from) {
    const words = bareText(wordsAt(order, 'from'))
    const target = [...left].find((one) => bareText(wordsAt(one, 'to')) === words)
    if (target === undefined) continue
    left.delete(target)
    const last = moves.at(-1)
    if (last?.from.at(-1) === order - 1 && last.to.at(-1) === target - 1) {
      last.from.push(order)
      last.to.push(target)
    } else moves.push({ from: [order], to: [target] })
  }
  return moves
}

/** What differs between two ends once what is the same at their head and at their tail is left out. */
export function changedMiddle(
  was: readonly Worded[],
  will: readonly Worded[],
): { gone: readonly Worded[]; come: readonly Worded[]; head: number } {
  const isSame = (one: Worded | undefined, other: Worded | undefined) =>
    bareText(one?.words ?? '') === bareText(other?.words ?? '')
  const most = Math.min(was.length, will.length)
  let head = 0
  while (head < most && isSame(was[head], will[head])) head += 1
  let tail = 0
  while (tail < most - head && isSame(was.at(-1 - tail), will.at(-1 - tail))) tail += 1
  return { gone: was.slice(head, was.length - tail), come: will.slice(head, will.length - tail), head }
}
