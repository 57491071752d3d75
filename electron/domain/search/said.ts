// Sentences that somebody looks for in what was said: all of the words in one sentence, said by whom.
import { fold } from '../text/fold.ts'
import { type HeldTest, sentencesOf } from './sentences.ts'

export type SaidText = { readonly who: string; readonly text: string }
export type FoundSentence = {
  readonly sentence: string
  /** Its rank in the text. */
  readonly at: number
  readonly before: string
  readonly after: string
}

/** A stance that was noted without words: who took it is all there is to look for. */
export function saidWithoutWords(
  who: string,
  tests: readonly HeldTest[],
  isNamed: HeldTest,
): FoundSentence[] {
  return isNamed(who) && tests.every((test) => test(who))
    ? [{ sentence: '', at: 0, before: '', after: '' }]
    : []
}

const particles: ReadonlySet<string> = new Set([
  'de',
  'd',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'von',
  'van',
  'der',
  'den',
])

/** Somebody's name and not a common word of the same letters: what is no particle of it begins with a capital. */
export function isCapitalised(text: string, foldedName: string): boolean {
  const all = foldedName.split(' ')
  const own = all.filter((word) => !particles.has(word))
  const wanted = new Set(own.length === 0 ? all : own)
  return (text.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).some((word) => wanted.has(fold(word)))
}

/**
 * The sentences of a text that hold every word, said by one of the names: by whom it was noted for, in the sentence, or in
 * the one before it ("L'ACD rappelle… Elle souhaite…").
 */
export function saidSentences(
  { who, text }: SaidText,
  tests: readonly HeldTest[],
  isNamed: HeldTest,
): FoundSentence[] {
  // Most texts hold the words far from each other, or not at all.
  if (!tests.every((test) => test(`${who} ${text}`))) return []
  const all = sentencesOf(text)
  const sentenceAt = (at: number) => {
    const stretch = all[at]
    return stretch === undefined ? '' : text.slice(stretch.start, stretch.end)
  }
  return all.flatMap((_, at): FoundSentence[] => {
    const sentence = sentenceAt(at)
    if (!tests.every((test) => test(`${who} ${sentence}`))) return []
    const isSame = isNamed(who) || isNamed(sentence)
    if (
      !isSame &&
      !(at > 0 && isSameLine(text, all[at - 1]?.end, all[at]?.start) && isNamed(sentenceAt(at - 1)))
    )
      return []
    return [{ sentence, at, before: sentenceAt(at - 1), after: sentenceAt(at + 1) }]
  })
}

function isSameLine(text: string, from = 0, to = 0): boolean {
  return !text.slice(from, to).includes('\n')
}
