import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import { LONGEST_WORD } from '../domain/text/spelling.ts'
import { long, read, write } from './method.ts'

/** One word as it stands in a text. */
const Word = z.string().min(1).max(LONGEST_WORD)

export const DictionaryWord = z.strictObject({ id: Id, version: Version, word: z.string() })
export type DictionaryWord = z.infer<typeof DictionaryWord>

export const spelling = {
  /**
   * Which of these words are misspelt: none when checking is off. Known are the dictionary, the names and acronyms of the
   * directory, and the words added here; nothing with a digit or in capitals is looked up.
   */
  'spelling.check': long('reads', () => [
    z.strictObject({ words: z.array(Word).max(500) }),
    z.strictObject({ misspelt: z.array(z.string()) }),
  ]),
  /** Suggestions, best first, at most five. */
  'spelling.suggest': long('reads', () => [
    z.strictObject({ word: Word }),
    z.strictObject({ suggestions: z.array(z.string()).max(5) }),
  ]),
  /** Words added by people, in alphabetical order. */
  'spelling.words': read(() => [z.strictObject({}), z.array(DictionaryWord)]),
  /** Adds a word, without its elision (« l’Ouvéa » adds « Ouvéa »); one that is there already stays as it is. */
  'spelling.add': write('ajout d’un mot au dictionnaire', () => [
    z.strictObject({ id: Id, word: Word }),
    DictionaryWord,
  ]),
  'spelling.remove': write('retrait d’un mot du dictionnaire', () => [
    z.strictObject({ id: Id, version: Version }),
    z.strictObject({}),
  ]),
  /** Whether the spelling is checked on this desk. */
  'spelling.state': read(() => [z.strictObject({}), z.strictObject({ isOn: z.boolean() })]),
  'spelling.switch': long('saves', () => [
    z.strictObject({ isOn: z.boolean() }),
    z.strictObject({ isOn: z.boolean() }),
  ]),
}
