/** Lower case without accents, œ → oe, æ → ae, ß → ss; every kind of apostrophe and dash becomes a space. */
export function fold(text: string): string {
  return withoutMarks(text.toLowerCase().normalize('NFKD'))
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

/** Without combining marks; those of our own letters, which are nearly all, by a search that costs a third of the other. */
export function withoutMarks(decomposed: string): string {
  const bare = decomposed.replace(/[\u0300-\u036f]+/g, '')
  // Every other mark of Unicode lies among these.
  return /[\u0480-\u1fff\u20c1-\uffff]/.test(bare) ? bare.replace(/\p{M}+/gu, '') : bare
}
