/** How many slips a word of this length may hold and still be meant: one letter in five, one in a word of four. */
export function slipsAllowed(length: number): number {
  return length < 4 ? 0 : Math.max(1, Math.floor(length / 5))
}

/**
 * Slips between what was typed and a word: letters left out, added, replaced, or two beside each other exchanged; null when
 * there are more than `most`. The rest of a longer word costs nothing: it has not been typed yet.
 */
export function slipsToStart(typed: string, word: string, most: number): number | null {
  const length = typed.length
  if (word.length < length - most) return null
  const width = Math.min(word.length, length + most)
  let before: number[] = []
  let row = Array.from({ length: width + 1 }, (_, at) => at)
  for (let i = 1; i <= length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= width; j += 1) {
      const isSame = typed[i - 1] === word[j - 1]
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return null
    before = row
    row = next
  }
  const fewest = Math.min(...row)
  return fewest > most ? null : fewest
}

/** A known word that what was typed may stand for, and how far it is. */
export type NearWord = { readonly word: string; readonly slips: number }

/**
 * The known words nearest to what was typed, at most `count`: those with the fewest slips, of these the ones that begin
 * with the same letter, then the ones nearest in length.
 */
export function nearestWords(typed: string, known: Iterable<string>, count: number): NearWord[] {
  const most = slipsAllowed(typed.length)
  // Figures are typed as they are: another one is another thing.
  if (most === 0 || /\d/u.test(typed)) return []
  const found: { word: string; slips: number; rank: number }[] = []
  for (const word of known) {
    const slips = slipsToStart(typed, word, most)
    if (slips === null) continue
    const isOther = word[0] === typed[0] ? 0 : 1
    found.push({ word, slips, rank: slips * 100 + isOther * 50 + Math.abs(word.length - typed.length) })
  }
  return found
    .sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word, slips }) => ({ word, slips }))
}
