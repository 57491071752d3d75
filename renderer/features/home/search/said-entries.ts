import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { saidText as text } from '../../../text/said.ts'
import { openSaid } from './open-said.ts'
import { markedParts, type PaletteEntry } from './palette-entry.ts'
import { type Said, saidAbout, saidWords } from './said-words.ts'

/** Sentences, newest first, and the way to all of them. */
export function saidEntries(words: string, sentences: readonly Said[], total: number): PaletteEntry[] {
  const lines = sentences.map((said) => ({
    id: `said ${said.id}`,
    group: text.title,
    icon: MessageSquareQuote,
    parts: markedParts(saidWords(said), said.ranges),
    detail: markedParts(saidAbout(said), []),
    end: formatShortDate(said.date, true),
    keys: [],
    mark: 0,
    onOpen: () => openSaid(said),
  }))
  if (lines.length === 0) return []
  const all: PaletteEntry = {
    id: 'said all',
    group: text.title,
    icon: MessageSquareQuote,
    parts: markedParts(text.all, []),
    detail: markedParts(text.year('', total).count, []),
    end: '',
    keys: [],
    mark: 0,
    onOpen: () => navigate(href('said', {}, words)),
  }
  return [...lines, all]
}
