import { foldedWords } from './fold.ts'

/** A text apart from how it is spaced, quoted and hyphenated: office programs and people rewrite these. */
export function bareText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/['\u2018\u2019\u02bc]/gu, '’')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/(?:(?<!\s)\s+)?[«»“”"]\s*/gu, '"')
    .replace(/(?<!\s)\s+(?=[:;!?])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Words of a text with how often each is in it. */
export type Bag = { readonly words: ReadonlyMap<string, number>; readonly size: number }

export function bagOf(text: string): Bag {
  const words = new Map<string, number>()
  const all = foldedWords(text)
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, size: all.length }
}

/** Alike enough to be the same, wherever it stands. */
export const VERY_ALIKE = 0.72

/** From 0, nothing in common, to 1, the same words in any order. */
export function likeness(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 0
  const [small, large] = a.words.size < b.words.size ? [a, b] : [b, a]
  let common = 0
  for (const [word, count] of small.words) common += Math.min(count, large.words.get(word) ?? 0)
  return (2 * common) / (a.size + b.size)
}
