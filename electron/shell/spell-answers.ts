// Exactly one answer a question, never within it, and never later than Chromium may be kept waiting.
import { isLeftAlone, LONGEST_WORD, plainWord } from '../domain/text/spelling.ts'

/** Words that one call may ask about. */
const AT_ONCE = 500
/** More than the longest minutes hold; all is forgotten then. */
const MOST_KNOWN = 50_000
/** Words not known by then pass, and are looked at again later. */
const PATIENCE_MS = 3_000
/** Words that change the answers come in bursts (an import, names being typed). */
const SETTLE_MS = 400

export class SpellAnswers {
  readonly #isMisspelt = new Map<string, boolean>()
  readonly #ignored = new Set<string>()
  readonly #ask: (words: readonly string[]) => Promise<readonly string[] | null>
  readonly #lookAgain: () => void
  #settling: ReturnType<typeof setTimeout> | undefined

  /** `ask` returns the misspelt ones of some words, null when it could not; `lookAgain` has the texts checked anew. */
  constructor(ask: (words: readonly string[]) => Promise<readonly string[] | null>, lookAgain: () => void) {
    this.#ask = ask
    this.#lookAgain = lookAgain
  }

  /** Answers which of `words` are misspelt. */
  check(words: readonly string[], answer: (misspelt: string[]) => void): void {
    const asked = words.filter((word) => !this.#passes(word))
    const unknown = asked.filter((word) => !this.#isMisspelt.has(word))
    let isAnswered = false
    const tell = () => {
      if (isAnswered) return
      isAnswered = true
      answer(asked.filter((word) => this.#isMisspelt.get(word) === true))
    }
    const late = setTimeout(tell, unknown.length === 0 ? 0 : PATIENCE_MS)
    if (unknown.length === 0) return
    void this.#learn(unknown).then((isWhole) => {
      clearTimeout(late)
      // An answer after its time is not on the screen yet.
      if (isAnswered && isWhole) this.#lookAgain()
      tell()
    })
  }

  /** A word that stays as it is until the page is closed. */
  ignore(word: string): void {
    this.#ignored.add(plainWord(word))
    this.#lookAgain()
  }

  /** The answers may be others now. */
  forget(): void {
    this.#isMisspelt.clear()
    clearTimeout(this.#settling)
    this.#settling = setTimeout(this.#lookAgain, SETTLE_MS)
  }

  #passes(word: string): boolean {
    return word.length > LONGEST_WORD || isLeftAlone(word) || this.#ignored.has(plainWord(word))
  }

  /** Keeps the answers; false when some words are still unknown. */
  async #learn(words: readonly string[]): Promise<boolean> {
    if (this.#isMisspelt.size > MOST_KNOWN) this.#isMisspelt.clear()
    for (let from = 0; from < words.length; from += AT_ONCE) {
      const some = words.slice(from, from + AT_ONCE)
      const misspelt = await this.#ask(some)
      if (misspelt === null) return false
      for (const word of some) this.#isMisspelt.set(word, misspelt.includes(word))
    }
    return true
  }
}
