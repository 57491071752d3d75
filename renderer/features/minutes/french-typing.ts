// One character at a time, from the text before it.

/** Replaces the last `remove` characters before the cursor and the typed character by `insert`. */
export type Correction = { readonly remove: number; readonly insert: string }

type Rule = {
  /** The typed characters that the rule looks at. */
  readonly on: RegExp
  /** Must match the end of the text before the cursor; its first group, if any, is what is replaced. */
  readonly before: RegExp
  readonly insert: (typed: string, replaced: string) => string
}

const NBSP = '\u00a0'
const NNBSP = '\u202f'
const anySpace = `[ ${NBSP}${NNBSP}]`
const month = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)'

/** The first rule that matches decides. Same typography as `electron/domain/text/french.ts` gives to whole texts. */
const rules: readonly Rule[] = [
  // Quotes: opening after nothing, a space or an opening sign, closing elsewhere.
  { on: /"/, before: /(?:^|[\s([{«–—-])()$/u, insert: () => `«${NBSP}` },
  { on: /"/, before: new RegExp(`[^\\s«](${anySpace}*)$`, 'u'), insert: () => `${NBSP}»` },
  { on: /«/, before: /()$/u, insert: () => `«${NBSP}` },
  { on: /»/, before: new RegExp(`[^\\s«](${anySpace}*)$`, 'u'), insert: () => `${NBSP}»` },
  // The space typed by habit after « is the one that is already there.
  { on: / /, before: new RegExp(`«(${NBSP})$`, 'u'), insert: (_, replaced) => replaced },
  { on: /'/, before: /\p{L}()$/u, insert: () => '’' },

  // High signs, after a space or right after a word.
  { on: /[;!?]/, before: new RegExp(`[^\\s:;!?](${anySpace})$`, 'u'), insert: (typed) => NNBSP + typed },
  { on: /[;!?]/, before: /[\p{L}\p{N}»)%€]()$/u, insert: (typed) => NNBSP + typed },
  { on: /:/, before: new RegExp(`[^\\s:;!?](${anySpace})$`, 'u'), insert: (typed) => NBSP + typed },
  // Right after a word a colon may begin "://" or an hour: it is a French colon only once a space follows.
  { on: / /, before: /[\p{L}»)](:)$/u, insert: (typed) => `${NBSP}:${typed}` },

  { on: /\./, before: /(?<!\.)(\.\.)$/u, insert: () => '…' },
  { on: /-/, before: /(?<![-–])(-)$/u, insert: () => '–' },
  { on: /-/, before: /(–)$/u, insert: () => '—' },

  // Ordinals: 1er, 1re, 2e (never 1ère, 2ème).
  { on: /[\s,.;:)]/, before: /(?<![\p{L}\p{N}])1(ère|ere)$/u, insert: (typed) => `re${typed}` },
  { on: /[\s,.;:)]/, before: /(?<![\p{L}\p{N}])\d+(ème|eme|ième|ieme)$/u, insert: (typed) => `e${typed}` },
  { on: / /, before: /(?<![\p{L}\p{N}])n°()$/iu, insert: () => NBSP },

  // Must not part: 14 h 30, 3 500, 12 %, 1er décembre.
  { on: /h/, before: /(?<![\p{L}\p{N}])\d{1,2}( )$/u, insert: (typed) => NBSP + typed },
  { on: /\d/, before: new RegExp(`\\d${NBSP}h( )$`, 'u'), insert: (typed) => NBSP + typed },
  { on: /[%€]/, before: /\d( ?)$/u, insert: (typed) => NBSP + typed },
  {
    on: /\d/,
    before: new RegExp(`(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:${NNBSP}\\d{3})*( \\d\\d)$`, 'u'),
    insert: (typed, replaced) => NNBSP + replaced.slice(1) + typed,
  },
]

/** "no 4" and "12 novembre": what is replaced keeps a part that varies. */
const numero = new RegExp(`(?<![\\p{L}\\p{N}])([nN])o${anySpace}$`, 'u')
const endOfMonth = new RegExp(`(?<![\\p{L}\\p{N}])(?:1er|[1-9]|[12]\\d|3[01])( ${month})$`, 'iu')

/**
 * The text that typing `typed` after `before` should give, or null when it is right as it is.
 * @param before text of the paragraph before the cursor; an object in it counts as one character.
 * @param typed one character.
 */
export function frenchTyping(before: string, typed: string): Correction | null {
  if (typed.length !== 1 || inAddress(before)) return null
  const number = /\d/.test(typed) ? numero.exec(before) : null
  if (number !== null) return { remove: number[0].length, insert: `${number[1]}°${NBSP}${typed}` }
  const date = /[\s,.]/.test(typed) ? endOfMonth.exec(before)?.[1] : undefined
  if (date !== undefined) return { remove: date.length, insert: NBSP + date.slice(1) + typed }
  for (const rule of rules) {
    if (!rule.on.test(typed)) continue
    const match = rule.before.exec(before)
    if (match === null) continue
    const replaced = match[1] ?? ''
    const insert = rule.insert(typed, replaced)
    return insert === replaced + typed ? null : { remove: replaced.length, insert }
  }
  return null
}

/** Whether the word under the cursor is an address: signs in it are not punctuation. */
function inAddress(before: string): boolean {
  const word = /(?<!\S)\S*$/.exec(before)?.[0] ?? ''
  return /^[(«"]?(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.)|@/i.test(word)
}
