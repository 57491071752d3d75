import { plainLine } from './plain-line.ts'

const UNITS =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const TENS: Readonly<Record<string, number>> = { vingt: 20, trente: 30, quarante: 40, cinquante: 50 }
const UNIT =
  'dix-(?:sept|huit|neuf)|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize'

/** Source of a pattern for a number from 1 to 59 in words; "premier" is 1. */
export const SPELLED = `(?:(?:vingt|trente|quarante|cinquante)(?:(?:[- ]et)?[- ](?:${UNIT}))?|${UNIT}|premier)`

/** Value of words that `SPELLED` matches. */
export function spelledNumber(words: string): number {
  const folded = plainLine(words).replace(/[ -]et[ -]/, ' ')
  if (folded === 'premier' || folded === 'une') return 1
  const [ten = '', ...rest] = folded.split(/[ -]/)
  const tens = TENS[ten]
  const unit = (tens === undefined ? folded : rest.join('-')).replace(/^une$/, 'un').replaceAll(' ', '-')
  return (tens ?? 0) + Math.max(0, UNITS.indexOf(unit))
}
