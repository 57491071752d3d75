// The French dictionary in Hunspell, in the job process that is kept for it; nothing is ever fetched.
import { asWritten, beside, isWellSpelt, plainWord } from '../domain/text/spelling.ts'

/** Suggestions take up to a third of a second; the same word is often asked about again. */
const SUGGESTED_BEFORE = 200

type Hunspell = Awaited<ReturnType<typeof import('hunspell-wasm')['createHunspellFromStrings']>>

let loading: Promise<Hunspell> | undefined
const suggested = new Map<string, string[]>()

function loaded(): Promise<Hunspell> {
  loading ??= load()
  return loading
}

async function load(): Promise<Hunspell> {
  // Modules of their own kind, which our built code, being of the other, can only wait for.
  const [{ default: dictionary }, { createHunspellFromStrings }] = await Promise.all([
    import('dictionary-fr'),
    import('hunspell-wasm'),
  ])
  const text = new TextDecoder()
  const hunspell = await createHunspellFromStrings(text.decode(dictionary.aff), text.decode(dictionary.dic))
  // So that they are proposed too.
  for (const word of beside) if (word.length > 5) hunspell.addWord(word)
  return hunspell
}

/** Those of `words` that are not French. */
export async function misspeltWords(words: readonly string[]): Promise<string[]> {
  const hunspell = await loaded()
  return words.filter((word) => !isWellSpelt(word, (asked) => hunspell.testSpelling(asked)))
}

/** Suggestions, best first. */
export async function suggestionsFor(word: string, most: number): Promise<string[]> {
  const before = suggested.get(word)
  if (before !== undefined) return before
  const hunspell = await loaded()
  const found = asWritten(hunspell.getSpellingSuggestions(plainWord(word)), word, most)
  if (suggested.size >= SUGGESTED_BEFORE) suggested.clear()
  suggested.set(word, found)
  return found
}
