// Fold: one spelling for search; accents, ligatures, case and apostrophes no longer matter.

/** Lower case without accents, œ → oe, æ → ae, ß → ss; every kind of apostrophe and dash becomes a space. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/['’ʼ‐‑–—]/g, ' ')
}

/** For a few spellings met on many rows: each is folded once. */
export function foldOnce(): typeof fold {
  const folded = new Map<string, string>()
  return (text) => {
    const known = folded.get(text) ?? fold(text)
    folded.set(text, known)
    return known
  }
}

/** The folded words of a query, in order. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
