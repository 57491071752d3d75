// The words that the index knows, to tell slips of the keyboard from words that nothing holds. Read once, letter by letter;
// from then on what the index learns is added as it is folded. A word that is gone stays: it then finds nothing.
import type { Database } from 'better-sqlite3'
import { type NearWord, nearestWords } from '../../domain/search/near.ts'

/** Shorter words hold no slip that could be told. */
const SHORTEST = 4
const letters = 'abcdefghijklmnopqrstuvwxyz'

export class Vocabulary {
  readonly #db: Database
  readonly #words = new Set<string>()
  #read = 0
  #isOpen = false

  constructor(db: Database) {
    this.#db = db
  }

  /** Reads the words of the next letter; returns whether there are more. */
  readOn(): boolean {
    const first = letters[this.#read]
    if (first === undefined) return false
    if (!this.#isOpen)
      this.#db.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_word USING fts5vocab ('main', 'search_index', 'row')`,
      )
    this.#isOpen = true
    const next = letters[this.#read + 1] ?? '{'
    const found = this.#db
      .prepare('SELECT term FROM temp.known_word WHERE term >= ? AND term < ?')
      .pluck()
      .all(first, next) as string[]
    for (const word of found) this.#add(word)
    this.#read += 1
    return this.#read < letters.length
  }

  learn(folded: string): void {
    // Nothing was asked yet: all will be read.
    if (this.#read === 0) return
    for (const word of folded.match(/[a-z]+/g) ?? []) this.#add(word)
  }

  nearest(typed: string, count: number): NearWord[] {
    return nearestWords(typed, this.#words, count)
  }

  #add(word: string): void {
    if (word.length >= SHORTEST && /^[a-z]+$/.test(word)) this.#words.add(word)
  }
}

const known = new WeakMap<Database, Vocabulary>()

export function vocabularyOf(db: Database): Vocabulary {
  const own = known.get(db) ?? new Vocabulary(db)
  known.set(db, own)
  return own
}
