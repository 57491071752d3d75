import { z } from 'zod'
import type { Observation } from '../../domain/minutes/observation.ts'
import { readRuns, type WordRun, wordChanges } from '../../domain/text/word-changes.ts'
import { typed } from '../head.ts'
import { observationsTableText as text } from '../text/observations-table.ts'

export const MarkedWords = z.strictObject({
  text: z.string(),
  mark: z.enum(['same', 'removed', 'added', 'elided']),
})
export type MarkedWords = z.infer<typeof MarkedWords>

/** With more changes than this, saying each would be longer than reading the new text. */
const MOST_SENTENCES = 6
/** A longer kept passage is cut in its middle, so many letters of it staying on each side. */
const KEPT_AROUND = 90
/** Quoted words are cut after so many letters: both texts stand beside the sentence. */
const LONGEST_QUOTE = 240

type Said = Pick<Observation, 'kind' | 'beforeText' | 'afterText'>

/** A sentence for each change asked for: the difference is said, never shown by colour or lines alone. */
export function requestSentences({ kind, beforeText, afterText }: Said): string[] {
  const [before, after] = [typed(beforeText), typed(afterText)]
  if (kind === 'move') return [text.move, ...(before === after ? [] : changeSentences(before, after))]
  if (before === after) return [text.comment]
  return changeSentences(before, after)
}

function changeSentences(before: string, after: string): string[] {
  if (before === '') return [text.insertAll]
  if (after === '') return [text.removeAll]
  const changes = wordChanges(before, after)
  const isRewritten = changes.length > MOST_SENTENCES || !readRuns(before, after).some(isKept)
  if (isRewritten) return [text.rewrite]
  return changes.map(({ removed, added, after: words }) => {
    if (added === '') return text.remove(quoted(removed))
    if (removed === '') return text.insert(quoted(added), quoted(words))
    return text.replace(quoted(removed), quoted(added))
  })
}

function isKept({ type, text: words }: WordRun): boolean {
  return type === 'same' && /\p{L}/u.test(words)
}

/** Guillemets inside guillemets become “ ”; a long quotation keeps its two ends. */
function quoted(words: string): string {
  const inner = words
    .replace(/«\s*/gu, '“')
    .replace(/(?<!\s)\s*»/gu, '”')
    .replace(/\s+/gu, ' ')
  if (inner.length <= LONGEST_QUOTE) return inner
  const half = LONGEST_QUOTE / 2
  return `${beginning(inner, half)} ${text.elided} ${ending(inner, half)}`
}

/** Both texts, what differs marked; long kept passages are cut where both keep them. */
export function markedTexts({ beforeText, afterText }: Said): {
  before: MarkedWords[]
  after: MarkedWords[]
} {
  const runs = readRuns(typed(beforeText), typed(afterText))
  const side = (left: WordRun['type']) =>
    runs.flatMap((run, index): MarkedWords[] => {
      if (run.type === left) return []
      if (run.type !== 'same') return [{ text: run.text, mark: run.type }]
      return elided(run.text, index > 0, index < runs.length - 1 || runs.length === 1)
    })
  return { before: side('added'), after: side('removed') }
}

/** @param before, after whether something that differs stands on that side: its neighbourhood stays. */
function elided(words: string, before: boolean, after: boolean): MarkedWords[] {
  const most = KEPT_AROUND * 3
  if (words.length <= most || (!before && after && words.length <= most * 4))
    return [{ text: words, mark: 'same' }]
  const parts: MarkedWords[] = []
  if (before || !after) parts.push({ text: `${beginning(words, KEPT_AROUND)} `, mark: 'same' })
  parts.push({ text: text.elided, mark: 'elided' })
  if (after) parts.push({ text: ` ${ending(words, KEPT_AROUND)}`, mark: 'same' })
  return parts
}

/** Whole words of a beginning, and of an end. */
function beginning(words: string, length: number): string {
  const cut = words.slice(0, length)
  return cut.replace(/(?<!\s)\s+\S*$/u, '') || cut
}
function ending(words: string, length: number): string {
  const cut = words.slice(-length)
  return cut.replace(/^\S*\s+/u, '') || cut
}
