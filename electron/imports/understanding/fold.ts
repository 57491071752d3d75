// Fold: text reduced to what comparisons need.

/** Lower case, no accents, plain apostrophes and spaces, œ as oe. The length may change: never index the original with it. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’ʼ‘′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** One line: runs of white space, no-break spaces included, as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Without the punctuation that separated it from what was cut off around it. */
export function trimPunctuation(text: string): string {
  return oneLine(text)
    .replace(/^[\s,;:–—|/-]+/, '')
    .replace(/[\s,;:–—|/-]+$/, '')
}
