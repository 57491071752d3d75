// List numbers as word processors write them (ECMA-376 17.18.59), for the formats that French documents use.

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** How OpenDocument and HTML sign a format, by the name it has here; '' numbers nothing. */
const SIGNS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '01': 'decimalZero',
  '1st': 'ordinal',
  '': 'none',
}

/** Name of the format that a sign ("1", "a", "I"…) stands for; signs that are not known number in digits. */
export function formatOfSign(sign: string): string {
  return SIGNS[sign] ?? 'decimal'
}

/** 3 → "3", "c", "III", "03", "3e"… by the name of the format; unknown formats are written in digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'ordinal':
      return value === 1 ? '1er' : `${value}e`
    case 'none':
      return ''
    default:
      return String(value)
  }
}

function roman(value: number): string {
  if (value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [step, sign] of ROMAN) {
    while (rest >= step) {
      text += sign
      rest -= step
    }
  }
  return text
}

/** A … Z, then AA, BB…: word processors repeat the letter. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}
