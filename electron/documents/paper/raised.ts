import { escapeMarkup } from './escape.ts'

/** "1er", "1re", "3e", "XXIe": the letters behind the number are raised. */
const ORDINAL =
  /(?<![\p{L}\p{N}])((?:\d+|[XVI]+)(?=e(?![\p{L}\p{N}]))|1(?=er(?![\p{L}\p{N}])|re(?![\p{L}\p{N}])))(er|re|e)/gu

/** Words in parts, the raised ones by themselves. */
export function raisedParts(words: string): { words: string; isRaised: boolean }[] {
  const parts: { words: string; isRaised: boolean }[] = []
  let from = 0
  for (const found of words.matchAll(ORDINAL)) {
    const [whole, number = '', letters = ''] = found
    parts.push({ words: words.slice(from, found.index) + number, isRaised: false })
    parts.push({ words: letters, isRaised: true })
    from = found.index + whole.length
  }
  return [...parts, { words: words.slice(from), isRaised: false }].filter(({ words: own }) => own !== '')
}

/** Words as markup of a page. */
export const raisedMarkup = (text: string): string =>
  raisedParts(text)
    .map(({ words, isRaised }) => (isRaised ? `<sup>${escapeMarkup(words)}</sup>` : escapeMarkup(words)))
    .join('')
