// Statements that a meeting already has in the same words are recognised, so that a file taken in twice doubles
// nothing.
import { foldedWords } from '../text/fold.ts'

type Statement = { readonly text: string; readonly itemId: string | null }

/**
 * For each, whether one of the meeting's stands for it: first those under the same item, then anywhere. As many lines of
 * the same words are there as the meeting has, and no more.
 */
export function alreadyThere(
  statements: readonly Statement[],
  existing: readonly { readonly text: string; readonly itemId: string }[],
): boolean[] {
  const left = new Map<string, string[]>()
  for (const { text, itemId } of existing) left.set(keyOf(text), [...(left.get(keyOf(text)) ?? []), itemId])
  const found = statements.map(({ text, itemId }) => itemId !== null && take(left.get(keyOf(text)), itemId))
  return statements.map(({ text }, at) => found[at] === true || take(left.get(keyOf(text)), null))
}

/** Takes one item out: that one, or with null any. */
function take(items: string[] | undefined, itemId: string | null): boolean {
  const at = itemId === null ? 0 : (items?.indexOf(itemId) ?? -1)
  if (items === undefined || at < 0 || at >= items.length) return false
  items.splice(at, 1)
  return true
}

const keyOf = (text: string) => foldedWords(text).join(' ')
