import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import type { Output } from '../../../../electron/contract/index.ts'
import type { Only } from '../../../../electron/domain/search/query.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { saidText } from '../../../text/said.ts'
import { searchText as text } from '../../../text/search.ts'
import { hitEntries } from './hit-entries.ts'
import { openSaid } from './open-said.ts'
import { inGroups, markedParts, type PaletteEntry } from './palette-entry.ts'
import { type Said, saidAbout, saidWords } from './said-words.ts'

/** What is found by words taken for others stands back behind acts that have the words. */
const BY_SLIP = 20

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
    found: answer,
    said,
  }: {
    acts: readonly PaletteEntry[]
    /** Asked for where nothing holds the words. */
    nearestActs: () => readonly PaletteEntry[]
    found: Output<'search.query'> | undefined
    said: Output<'search.said'> | undefined
  },
): PaletteLines {
  if (only === 'said' && words === '')
    return { entries: [wayToSaid(saidText.begin, saidText.beginHelp, words)], isNothing: false }
  if (only === 'said') {
    const { sentences = [], total = 0 } = said ?? {}
    return { entries: saidEntries(words, sentences, total), isNothing: total === 0 }
  }
  const own = only === 'persons' ? [] : acts
  const hits = words === '' || only === 'acts' ? undefined : answer
  const isSlipped = own.length > 0 && (hits?.readAs.length ?? 0) > 0
  const found = hitEntries(hits?.hits ?? []).map((entry) =>
    isSlipped ? { ...entry, mark: entry.mark - BY_SLIP } : entry,
  )
  const matching = [...own, ...found]
  if (matching.length > 0) return { entries: words === '' ? matching : inGroups(matching), isNothing: false }
  const nearest = [...(only === 'persons' ? [] : nearestActs()), ...hitEntries(hits?.nearest ?? [])]
  return { entries: nearest.map((entry) => ({ ...entry, group: text.nearest })), isNothing: true }
}

/** Sentences, newest first, and the way to all of them. */
function saidEntries(words: string, sentences: readonly Said[], total: number): PaletteEntry[] {
  const lines = sentences.map((said) => ({
    id: `said ${said.id}`,
    group: saidText.title,
    icon: MessageSquareQuote,
    parts: markedParts(saidWords(said), said.ranges),
    detail: markedParts(saidAbout(said), []),
    end: formatShortDate(said.date, true),
    keys: [],
    mark: 0,
    onOpen: () => openSaid(said),
  }))
  if (lines.length === 0) return []
  return [...lines, wayToSaid(saidText.all, saidText.year('', total).count, words)]
}

/** To the screen of its own. */
const wayToSaid = (label: string, detail: string, words: string): PaletteEntry => ({
  id: 'said all',
  group: saidText.title,
  icon: MessageSquareQuote,
  parts: markedParts(label, []),
  detail: markedParts(detail, []),
  end: '',
  keys: [],
  mark: 0,
  onOpen: () => navigate(href('said', {}, words === '' ? undefined : words)),
})
