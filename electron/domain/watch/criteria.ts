// Texts that the criteria leave out are counted, never stored.
import { z } from 'zod'
import { Version } from '../ids.ts'
import { foldedWords } from '../text/fold.ts'
import type { JorfText } from './jorf-text.ts'
import { WatchNature } from './watch.ts'

const Phrase = z.string().trim().min(1).max(200)

export const WatchCriteriaFields = z.strictObject({
  /** None: every nature. */
  natures: z.array(WatchNature).max(20),
  /** Words of the ministry's name; none: every ministry. */
  ministries: z.array(Phrase).max(100),
  /** Words of the title, the notice or the keywords; none: every text. */
  words: z.array(Phrase).max(300),
  /** Appointments and other measures that name persons. */
  withNominative: z.boolean(),
})
export type WatchCriteriaFields = z.infer<typeof WatchCriteriaFields>
export const WatchCriteria = WatchCriteriaFields.extend({ version: Version })
export type WatchCriteria = z.infer<typeof WatchCriteria>

/** Why a text was left out by the criteria. */
export const LeftOut = z.enum(['nature', 'ministry', 'words', 'nominative'])
export type LeftOut = z.infer<typeof LeftOut>

/** Titles of measures that name persons; the JO says it better, in its own contents, where these were delivered. */
const NOMINATIVE =
  /\bportant (?:nomination|cessation de fonctions|cessation des fonctions|admission a la retraite|titularisation|detachement|promotion|inscription au tableau|attribution de fonctions|delegation de signature|changement de nom)\b/

/** Whether a title is that of a measure about named persons. */
export function isIndividualAct(title: string): boolean {
  // Most titles do not hold the word by which they all begin: those are not folded.
  return /portant/i.test(title) && NOMINATIVE.test(foldedWords(title).join(' '))
}

/** Criteria made ready: each text is compared without folding their words again. */
export class CriteriaFilter {
  readonly #natures: ReadonlySet<string>
  readonly #ministries: readonly string[]
  readonly #words: readonly string[]
  readonly #withNominative: boolean

  constructor(criteria: WatchCriteriaFields) {
    this.#natures = new Set(criteria.natures)
    this.#ministries = phrases(criteria.ministries)
    this.#words = phrases(criteria.words)
    this.#withNominative = criteria.withNominative
  }

  /** Why it is left out; null when it is kept. A word is found at the beginning of words: "numérique" in "numériques". */
  leavesOut(text: JorfText): LeftOut | null {
    if (this.#natures.size > 0 && !this.#natures.has(text.nature ?? 'autre')) return 'nature'
    if (this.#ministries.length > 0 && !holds([text.ministry], this.#ministries)) return 'ministry'
    if (
      this.#words.length > 0 &&
      !holds([text.title, text.purpose, text.notice, text.audience, ...text.keywords], this.#words)
    )
      return 'words'
    return !this.#withNominative && isIndividualAct(text.title) ? 'nominative' : null
  }

  /** The same by the place of the text in the contents of the JO. */
  leavesOutRubric(rubric: string): LeftOut | null {
    return !this.#withNominative && /mesures nominatives/i.test(rubric) ? 'nominative' : null
  }
}

function phrases(list: readonly string[]): string[] {
  return list.map((phrase) => foldedWords(phrase).join(' ')).filter((phrase) => phrase !== '')
}

function holds(texts: readonly string[], wanted: readonly string[]): boolean {
  const words = ` ${foldedWords(texts.join(' ')).join(' ')}`
  return wanted.some((phrase) => words.includes(` ${phrase}`))
}
