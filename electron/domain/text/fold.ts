/** Lower case without accents, œ → oe, æ → ae, ß → ss; every kind of apostrophe and dash becomes a space. */
export function fold(text: string): string {
  return withoutMarks(text.toLowerCase().normalize('NFKD'))
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/['’ʼ‐‑–—]/g, ' ')
}

/** What a name is found by: folded, then once more with its apostrophes left out, as it is often typed ("ndiaye"). */
export const foldedName = (name: string): string => typedForms(name).join(' ')

/** What is typed, folded as names are: once more without its apostrophes, which the name may not have ("n'diaye"). */
function typedForms(typed: string): readonly string[] {
  const joined = typed.replace(/['’ʼ]/g, '')
  return joined === typed ? [fold(typed)] : [fold(typed), fold(joined)]
}

/** The folded words of what is typed of a name, in each of its forms. */
export const typedWords = (typed: string): readonly (readonly string[])[] =>
  typedForms(typed).map((form) => foldedWords(form))

/** Whether a name has what is typed in it, whichever of the two has the apostrophes. */
export function isNamedBy(name: string, typed: string): boolean {
  if (typed.trim() === '') return true
  const held = foldedName(name)
  return typedForms(typed).some((form) => form.trim() !== '' && held.includes(form))
}

/** Whether every word typed begins one of a name's. */
export function isBegunBy(name: string, typed: string): boolean {
  const held = foldedWords(foldedName(name))
  const isHeld = (word: string) => held.some((one) => one.startsWith(word))
  return typedWords(typed).some((form) => form.length > 0 && form.every(isHeld))
}

/** The letters of Latin alphabets, each folded once. */
const LATIN = Array.from({ length: 0x180 }, (_, code) => fold(String.fromCharCode(code)))

/** The beginning of a text, folded, to put thousands in order: letter by letter, which costs a fifth of the whole. */
export function foldedBeginning(text: string, letters: number): string {
  const begun = text.slice(0, letters)
  let folded = ''
  for (let at = 0; at < begun.length; at += 1) {
    const letter = begun[at] === '’' ? ' ' : LATIN[begun.charCodeAt(at)]
    if (letter === undefined) return fold(begun)
    folded += letter
  }
  return folded
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
