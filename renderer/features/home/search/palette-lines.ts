import type { Output } from '../../../../electron/contract/index.ts'
import type { Only } from '../../../../electron/domain/search/query.ts'
import { searchText as text } from '../../../text/search.ts'
import { hitEntries } from './hit-entries.ts'
import { inGroups, type PaletteEntry } from './palette-entry.ts'
import { saidEntries } from './said-entries.ts'

export type PaletteLines = {
  readonly entries: readonly PaletteEntry[]
  /** Nothing holds the words: what is shown, if anything, only comes near. */
  readonly isNothing: boolean
}

/** The lines below what is typed, in the order in which they are shown. */
export function paletteLines(
  { only, words }: { only: Only | null; words: string },
  {
    acts,
    nearestActs,
    found,
    said,
  }: {
    acts: readonly PaletteEntry[]
    /** Asked for where nothing holds the words. */
    nearestActs: () => readonly PaletteEntry[]
    found: Output<'search.query'> | undefined
    said: Output<'search.said'> | undefined
  },
): PaletteLines {
  if (only === 'said') {
    const { sentences = [], total = 0 } = words === '' ? {} : (said ?? {})
    return { entries: saidEntries(words, sentences, total), isNothing: total === 0 && words !== '' }
  }
  const own = only === 'persons' ? [] : acts
  const hits = words === '' || only === 'acts' ? undefined : found
  const matching = [...own, ...hitEntries(hits?.hits ?? [])]
  if (matching.length > 0) return { entries: words === '' ? matching : inGroups(matching), isNothing: false }
  const nearest = [...(only === 'persons' ? [] : nearestActs()), ...hitEntries(hits?.nearest ?? [])]
  return { entries: nearest.map((entry) => ({ ...entry, group: text.nearest })), isNothing: true }
}
