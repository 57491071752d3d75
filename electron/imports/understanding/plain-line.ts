import { withoutMarks } from '../../domain/text/fold.ts'

/** Every reading asks for the same lines again. */
const MOST_KNOWN = 5_000
let known = new Map<string, string>()

/** Lower case, no accents, plain apostrophes and spaces, œ as oe. The length may change: never index the original with it. */
export function plainLine(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const folded = plainAnew(text)
  if (known.size >= MOST_KNOWN) known = new Map()
  known.set(text, folded)
  return folded
}

function plainAnew(text: string): string {
  return withoutMarks(text.normalize('NFD'))
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’ʼ‘′]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(RUNS, ' ')
    .trim()
}

/** Runs of white space and control characters that are not one space already: a match at every space would cost ten times as much. */
const RUNS = /(?:[^\S ]|\p{Cc})[\s\p{Cc}]*| [\s\p{Cc}]+/gu

/** One line: runs of white space, no-break spaces included, and of control characters, as one space. */
export function oneLine(text: string): string {
  return singleSpaced(text).trim()
}

/** The same, its ends left as they are. */
export function singleSpaced(text: string): string {
  return text.replace(RUNS, ' ')
}

/** Without the punctuation that separated it from what was cut off around it. */
export function trimPunctuation(text: string): string {
  return oneLine(text)
    .replace(/^[\s,;:–—|/-]+/, '')
    .replace(/(?<![\s,;:–—|/-])[\s,;:–—|/-]+$/, '')
}

/** Fills the place of a value without saying anything; of folded words. */
export const SAYS_NOTHING =
  /^\(?(?:a (?:completer|definir|prendre|preciser|determiner|confirmer|venir|renseigner)|(?:non|pas) (?:precise|communique|renseigne|defini|connu|determine|mentionne)(?:e|s|es)?|inconnue?s?|neant|aucune?(?: decision| action)?|sans objet|rien|ras|r\.a\.s|n\.?\/?a|tbd)\)?\.?$/
