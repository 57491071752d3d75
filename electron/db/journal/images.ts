import type { RowImage } from '../columns.ts'

export function imageOf(json: string): RowImage {
  return JSON.parse(json) as RowImage
}

/** Whether each text of a row is in another image of it, whole or with words more in one place. */
export function holdsWords(image: string, said: string): boolean {
  const row = imageOf(image)
  return Object.entries(imageOf(said)).every(([column, words]) => {
    const other = row[column]
    return typeof words !== 'string' || (typeof other === 'string' && isWithin(words, other))
  })
}

function isWithin(words: string, longer: string): boolean {
  let start = 0
  while (start < words.length && words[start] === longer[start]) start += 1
  return longer.length >= words.length && longer.endsWith(words.slice(start))
}

/** Whether two images of a row say the same, its version apart. */
export function sameRow(left: RowImage | null, right: RowImage | null): boolean {
  if (left === null || right === null) return left === right
  return changedColumns(left, right).length === 0
}

/** The columns that two images of one row tell differently, its version apart. */
export function changedColumns(before: RowImage, after: RowImage): string[] {
  // Columns that only one image has came or went with a migration in between.
  return Object.keys(after).filter(
    (name) => name !== 'version' && name in before && before[name] !== after[name],
  )
}
