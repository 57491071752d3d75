import type { TranscriptLine } from '../../domain/session/notebook.ts'
import { fold } from '../../domain/text/fold.ts'

/** Names that programs give where they know none. */
const NOBODY = /^(?:none|null|unknown|unknown[_ ]speaker|inconnue?|participant null)$/u
const NUMBERED = /^(?:participant|speaker|locuteur|intervenant)[ _]?\d+$/u
const PREFIX = /^\[?([^:[\]\n]{1,80}?)\]?([ \u00a0\u202f]?):(?:[ \t\n\u00a0]+|$)/u
const PARTICLES = new Set('de d du des la le les van von der di da el'.split(' '))
/** With fewer of its lines begun by a name, a colon in a file is only a colon. */
const LEAST_SHARE = 0.4
/** With so many, the program writes one before all it hears: whatever people call themselves is their name. */
const WHOLE_SHARE = 0.95
const WHOLE_LINES = 20

/** A heading is of the document: nobody said it. */
export type ReadLine = TranscriptLine & { isHeading?: true }

/** As the program says it; null for nobody. */
export function speakerOf(said: string | null | undefined): string | null {
  const name = (said ?? '').replace(/\s+/gu, ' ').trim().slice(0, 200)
  return name === '' || NOBODY.test(fold(name)) ? null : name
}

/**
 * "Nom: texte" where the program writes names before the words.
 * @param carries whether only the first cue of a turn bears the name.
 * @param known folded names that the file lists; empty when it lists none.
 */
export function withNames(
  lines: readonly ReadLine[],
  { carries, known }: { carries: (name: string) => boolean; known: ReadonlySet<string> },
): ReadLine[] {
  const found = lines.map(({ words, isHeading }) => (isHeading ? null : PREFIX.exec(words)))
  const counts = new Map<string, number>()
  for (const prefix of found) {
    const name = fold(prefix?.[1] ?? '').trim()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const tight = found.filter((prefix) => prefix !== null && prefix[2] === '').length
  // A French hand puts a space before the colon.
  const spaced = found.filter(
    (prefix) =>
      prefix?.[2] !== undefined &&
      prefix[2] !== '' &&
      looksLikeName(prefix[1] ?? '', counts.get(fold(prefix[1] ?? '').trim()) ?? 0, true),
  ).length
  const isUsual = tight + spaced >= LEAST_SHARE * lines.length
  const isWhole = lines.length >= WHOLE_LINES && tight >= WHOLE_SHARE * lines.length
  let last: string | null = null
  return lines.map((line, index) => {
    if (line.isHeading) return line
    const prefix = found[index]
    const name = prefix?.[1]?.trim() ?? ''
    const folded = fold(name).trim()
    const isName =
      known.has(folded) ||
      NOBODY.test(folded) ||
      NUMBERED.test(folded) ||
      (known.size === 0 &&
        ((isWhole && isShort(name)) ||
          (isUsual && looksLikeName(name, counts.get(folded) ?? 0, prefix?.[2] !== ''))))
    if (prefix == null || name === '' || !isName)
      return { ...line, speaker: last !== null && carries(last) ? last : null }
    last = speakerOf(name)
    return { ...line, speaker: last, words: line.words.slice(prefix[0].length) }
  })
}

/** A sentence is no name. */
const isShort = (name: string) => !/[?!;«»"“”]/u.test(name) && name.split(/\s+/u).length <= 6

export function looksLikeName(name: string, times: number, isSpaced: boolean): boolean {
  const words = name.replaceAll(/\([^()]*\)/gu, ' ').match(/[\p{L}\p{N}][^\s,]*/gu) ?? []
  if (words.length === 0 || words.length > 6 || /[?!;«»"“”]/u.test(name)) return false
  const areCapital = words.every(
    (word) => /^(?:\p{Lu}|\p{N}|[dl]['’]\p{Lu})/u.test(word) || PARTICLES.has(fold(word)),
  )
  if (isSpaced) return areCapital && words.length > 1 && times > 1
  return areCapital ? words.length > 1 || times > 1 : words.length === 1 && times > 1
}
