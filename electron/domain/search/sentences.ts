import { fold } from '../text/fold.ts'
import type { Wanted } from './quality.ts'

/** A stretch of a text, as [start, end). */
export type Stretch = { readonly start: number; readonly end: number }

/** What ends no sentence although a full stop follows: "M. Berthaud", "art. 3". */
const shortened = /(?:^|[\s(«’'])(?:M|MM|Mme|Mlle|Dr|Pr|art|al|cf|p|n|no|etc|ex|env|min|max|tél|[A-Z])\.$/u

/** The sentences of a text, in order; a line break ends one too. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const line of text.matchAll(/[^\n]+/gu)) {
    let start = line.index
    const end = start + line[0].length
    for (const stop of line[0].matchAll(/[.!?…]+(?:\s*[»")\]])*\s+(?=[\p{Lu}\p{N}«"(–-])/gu)) {
      const at = line.index + stop.index + stop[0].trimEnd().length
      if (shortened.test(text.slice(start, at))) continue
      found.push(trimmed(text, start, at))
      start = line.index + stop.index + stop[0].length
    }
    found.push(trimmed(text, start, end))
  }
  return found.filter(({ start, end }) => end > start)
}

function trimmed(text: string, start: number, end: number): Stretch {
  const part = text.slice(start, end)
  const from = start + (part.length - part.trimStart().length)
  return { start: from, end: from + part.trim().length }
}

/** Letters as they are written of those that are folded. */
const written: Readonly<Record<string, string>> = {
  a: '[aàáâãäå]',
  c: '[cç]',
  e: '[eèéêë]',
  i: '[iìíîï]',
  n: '[nñ]',
  o: '[oòóôõö]',
  u: '[uùúûü]',
  y: '[yýÿ]',
}
const usual = /^[\p{ASCII}\u00a0«»°§À-Þà-ÿŒœ\u2010-\u203a€]*$/u

/** Letters written as one, as two. */
function apart(text: string): string {
  return text.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe').replaceAll('æ', 'ae').replaceAll('Æ', 'Ae')
}

/** Whether a text holds a word, as it is written: texts are long, and folding them takes ten times as long. */
export type HeldTest = (text: string) => boolean

export function heldTest({ forms }: Wanted): HeldTest {
  const choices = forms.map(({ word, isStart }) => {
    const letters = word
      .replace(/./gu, (letter) => written[letter] ?? letter)
      .replaceAll(' ', '[^\\p{L}\\p{N}]+')
    return `${letters}${isStart ? '' : '(?![\\p{L}\\p{N}])'}`
  })
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})`, 'iu')
  return (text) => pattern.test(usual.test(text) ? apart(text) : fold(text))
}

/**
 * The sentence that holds the most of the words, the first of those that hold as many; null in an empty text.
 * @param who said all of them: words that name who did are held as well
 */
export function bestSentence(
  text: string,
  tests: readonly HeldTest[],
  who = '',
): (Stretch & { held: number }) | null {
  let best: (Stretch & { held: number }) | null = null
  for (const stretch of sentencesOf(text)) {
    const words = `${who} ${text.slice(stretch.start, stretch.end)}`
    const held = tests.filter((test) => test(words)).length
    if (best === null || held > best.held) best = { ...stretch, held }
    if (held === tests.length) break
  }
  return best
}
