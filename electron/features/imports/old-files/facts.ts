import { createHash } from 'node:crypto'
import type { Draft, DraftItem, ReadFile } from '../../../domain/agenda/draft.ts'
import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import type { OldFilesFacts } from '../../../domain/old-files/old-files.ts'
import { foldedWords } from '../../../domain/text/fold.ts'

export function factsOf({ format, blocks, draft }: ReadFile): OldFilesFacts {
  const { meeting, meetingSources } = draft
  const items = everyItem(draft.items)
  const sum = items.reduce((total, { source }) => total + source.confidence, 0)
  return {
    format,
    kind: draft.kind,
    date: meeting.date,
    dateConfidence: meeting.date === null ? 0 : (meetingSources.date?.confidence ?? 0.5),
    unrealDate: draft.warnings.find(({ code }) => code === 'date-unreal')?.words ?? null,
    number: meeting.number,
    title: meeting.title,
    startTime: meeting.startTime,
    counts: countsOf(draft),
    itemConfidence: items.length === 0 ? 0 : Math.round((sum / items.length) * 100) / 100,
    warnings: [...new Set(draft.warnings.map(({ code }) => code))],
    topics: [...new Set(items.map(({ title }) => mark(title).slice(0, 8)))].slice(0, 60),
    decided: [...new Set(draft.decisions.map(({ text }) => mark(text).slice(0, 8)))].slice(0, 60),
    words: mark(textOf(blocks)),
  }
}

/** Of its words, whatever their case, accents and punctuation. */
function mark(text: string): string {
  return createHash('sha256').update(foldedWords(text).join(' ')).digest('base64').slice(0, 22)
}

/** Depth first. */
export function everyItem(items: readonly DraftItem[]): DraftItem[] {
  return items.flatMap((item) => [item, ...everyItem(item.children)])
}

/** The words of a file, a line for each block. */
export function textOf(blocks: readonly SourceBlock[]): string {
  return blocks.map((block) => (block.type === 'row' ? block.cells.join(' ') : block.text)).join('\n')
}

function countsOf({ items, participants, decisions, actions }: Draft): OldFilesFacts['counts'] {
  return {
    items: everyItem(items).length,
    participants: participants.length,
    decisions: decisions.length,
    actions: actions.length,
  }
}
