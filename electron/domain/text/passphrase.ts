// A copy can be attacked at leisure by whoever has it, so the strength of a passphrase is said plainly, and one is
// proposed from random bytes.

/** `refused`: found within hours by anybody; `weak`: by somebody who wants to; `good` and `strong`: by nobody known. */
export type PassphraseStrength = 'refused' | 'weak' | 'good' | 'strong'

/** Shorter ones are refused whatever they are made of. */
export const SHORTEST_PASSPHRASE = 12
export const LONGEST_PASSPHRASE = 200

/** Easy to read aloud and to type: 20 × 5 syllables, without letters that look alike. */
const consonants = 'bcdfghjklmnpqrstvwxz'
const vowels = 'aeiou'
const GROUPS = 7

/**
 * As it is used: accents in one form, since keyboards and systems write them in two; what surrounds it is no part of it,
 * since it comes along when it is copied.
 */
export function usedPassphrase(typed: string): string {
  return typed.normalize('NFC').trim()
}

/**
 * A cautious estimate: repetitions and runs count for little, words for less than letters drawn at random. An attacker with
 * the age program tries a few dozen a second on one machine.
 */
export function passphraseStrength(typed: string): PassphraseStrength {
  const text = usedPassphrase(typed)
  if ([...text].length < SHORTEST_PASSPHRASE) return 'refused'
  const bits = estimatedBits(text)
  if (bits < 40) return 'refused'
  if (bits < 55) return 'weak'
  return bits < 75 ? 'good' : 'strong'
}

function estimatedBits(text: string): number {
  const groups = text
    .toLowerCase()
    .split(/[\s\-_.,;:'’]+/)
    .filter((group) => group !== '')
  const distinct = new Set(groups)
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u].filter((kind) => kind.test(text)).length
  // Several words: each counts as one of a few thousand, however long it is.
  if (distinct.size >= 3)
    return [...distinct].reduce((sum, group) => sum + Math.min(12, 3 * newSigns(group)), 0) + kinds
  return newSigns(text) * (kinds >= 3 ? 4 : kinds === 2 ? 3.5 : 3)
}

/** Neighbours on a French or an English keyboard. */
const rows = ['azertyuiop', 'qwertyuiop', 'qsdfghjklm', 'asdfghjkl', 'wxcvbn', 'zxcvbnm', '1234567890']

/** Signs that go on neither a repetition nor a run (of the alphabet, of a keyboard), and no more than twice the distinct ones. */
function newSigns(text: string): number {
  const signs = [...text.toLowerCase()]
  const follows = signs.map((sign, index) => index > 0 && isNext(signs[index - 1] ?? '', sign))
  const fresh = signs.filter((_, index) => !(follows[index] === true && follows[index - 1] === true))
  return Math.min(fresh.length, 2 * new Set(signs).size)
}

function isNext(before: string, sign: string): boolean {
  const step = (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  return Math.abs(step) <= 1 || rows.some((row) => row.includes(before + sign) || row.includes(sign + before))
}

/** How many random bytes a proposal takes. */
export const PROPOSAL_BYTES = GROUPS * 4

/** "bado-keli-munu-rafo-tisa-vupe-jolo": seven groups of two syllables, 93 bits. Each byte picks one letter. */
export function proposedPassphrase(random: Uint8Array): string {
  const pick = (from: string, index: number) => from[(random[index] ?? 0) % from.length] ?? ''
  return Array.from({ length: GROUPS }, (_, group) =>
    [consonants, vowels, consonants, vowels].map((from, at) => pick(from, group * 4 + at)).join(''),
  ).join('-')
}
