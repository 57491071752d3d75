/** More letters than any word has. */
export const LONGEST_WORD = 60

const elided = /^(?:[cdjlmnstç]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|parce qu|entr)'(?=[\p{L}\p{N}])/iu

/** One way of writing a word for comparing: composed letters, the typewriter's apostrophe. */
export const plainWord = (word: string): string => word.normalize('NFC').replaceAll('’', "'")

/** « l’association » without its article, pronoun or conjunction. */
export const withoutElision = (word: string): string => plainWord(word).replace(elided, '')

/** Words of a name, as they are met in a text: « Aude L’Hénoret-Petit » gives four, « Hénoret » too. */
export function wordsOf(name: string): string[] {
  return plainWord(name)
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .flatMap((word) => [word, withoutElision(word)])
    .filter((word) => word.length > 1)
}

/**
 * Words that nobody looks up: a single letter, anything with a digit, what is in capitals only (acronyms, titles), what has a
 * capital inside (« BigBlueButton »), and what is longer than words are.
 */
export function isLeftAlone(word: string): boolean {
  const bare = withoutElision(word)
  if (bare.length < 2 || bare.length > LONGEST_WORD) return true
  if (/[\p{N}@/\\_]/u.test(bare)) return true
  return /\p{Lu}/u.test(bare.slice(1))
}

/** Whether a word is one of `known` (plain words): as it is, without its elision, or begun with a capital. */
export function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const plain = plainWord(word)
  return [plain, withoutElision(plain)].some((form) => known.has(form) || known.has(lowered(form)))
}

const lowered = (word: string) => word.charAt(0).toLocaleLowerCase('fr') + word.slice(1)

/** After a mark of inclusive writing. */
const inclusiveEnds = new Set(
  (
    'e es s x ne nes le les te tes sse sses ve ves fe fes se ses que ques gue gues ' +
    'trice trices rice rices euse euses ère ères ière ières re res'
  ).split(' '),
)

/** « agent·e·s » → « agent » and its ends; null when the word is not written so. */
function inclusive(word: string): { base: string; ends: readonly string[] } | null {
  const [base = '', ...ends] = word.split(/[·•‧.]/)
  return ends.length > 0 && base !== '' && ends.every((end) => inclusiveEnds.has(end)) ? { base, ends } : null
}

/** Whether a word is well spelt, by a dictionary that is asked for whole words; see `beside` for what it lacks. */
export function isWellSpelt(word: string, inDictionary: (word: string) => boolean): boolean {
  const plain = plainWord(word)
  if (inDictionary(plain)) return true
  const marked = inclusive(withoutElision(plain))
  if (marked !== null) return inDictionary(marked.base) || inDictionary(marked.base + (marked.ends[0] ?? ''))
  if (beside.has(lowered(plain))) return true
  const bare = withoutElision(plain)
  // Before a vowel only, or the article would have been whole.
  return bare !== plain && /^[aeiouyhàâäéèêëîïôöùûüœæ]/i.test(bare) && beside.has(lowered(bare))
}

/** Suggestions written as the word was: its kind of apostrophe; no word twice, never two words out of one. */
export function asWritten(suggestions: readonly string[], word: string, most: number): string[] {
  const typographic = !word.includes("'")
  const written = suggestions
    .map((suggestion) => (typographic ? plainWord(suggestion).replaceAll("'", '’') : plainWord(suggestion)))
    .filter((suggestion) => !/(^|\s)\p{L}(\s|$)/u.test(suggestion))
  return [...new Set(written)].slice(0, most)
}

const trade =
  'rapporteure rapporteures chercheure chercheures copilotage copilotages copilote copilotes visio visios méls ' +
  'cofinanceur cofinanceurs désartificialisation désimperméabilisation agrivoltaïsme agrivoltaïque agrivoltaïques ' +
  'inondabilité infraannuel infraannuelle infraannuels infraannuelles'
const joined = 'co socio médico intra méso pluri éco agro'

/** Words of this trade, and pieces of joined words (« socio-économique » is looked up in two), that the dictionary lacks. */
export const beside: ReadonlySet<string> = new Set(`${trade} ${joined}`.split(' '))
