// What somebody said of the lines of one file, kept for the next file laid out like it: looks and titles, never the lines.
import { z } from 'zod'
import { fold } from '../text/fold.ts'
import {
  type LinePlace,
  LineRole,
  linePlaceKey,
  looksOf,
  type SaidLine,
  type SourceLine,
  sourceLines,
} from './said-lines.ts'
import type { SourceBlock } from './source-block.ts'

/** Titles that tell one layout from another. */
const Label = z.string().min(1).max(60)
const MOST_LABELS = 40
const MOST_HABITS = 60

/** Lines of that look under that title are that; of `agenda` the title is where the agenda begins. */
const ReadingHabit = z.strictObject({
  role: LineRole,
  look: z.string().max(80),
  under: z.string().max(60),
})
type ReadingHabit = z.infer<typeof ReadingHabit>

/** What was learnt from one file. */
export const LearntLayout = z.strictObject({
  fileName: z.string().min(1).max(255),
  labels: z.array(Label).max(MOST_LABELS),
  habits: z.array(ReadingHabit).min(1).max(MOST_HABITS),
})
export type LearntLayout = z.infer<typeof LearntLayout>

/** The titles and labels of a file, folded; what has a digit is another day's. */
export function labelsOf(blocks: readonly SourceBlock[]): string[] {
  const labels = blocks.flatMap((block, at): string[] => {
    if (block.type === 'row') {
      const above = blocks[at - 1]
      const isHead = above?.type !== 'row' || above.table !== block.table
      return isHead ? block.cells : []
    }
    if (block.type === 'heading') return [block.text]
    const label = /^([\p{L}][\p{L} ’'()-]{1,40}?)\s?:/u.exec(block.text)?.[1]
    return label === undefined ? [] : [label]
  })
  return [...new Set(labels.map(foldedLabel).filter((label) => label.length > 2 && !/\d/.test(label)))].slice(
    0,
    MOST_LABELS,
  )
}

function foldedLabel(words: string): string {
  return fold(words)
    .replace(/[^a-z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
}

/** Most of the fewer titles are those of the other too. */
export function isSameLayout(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((label) => other.includes(label)).length
  return common >= 2 && common * 2 >= Math.min(one.length, other.length)
}

/**
 * What holds of the whole file: a look under a title is remembered only when every line of that look there became the same.
 * @param roleOf what a line of the file is in the end
 */
export function habitsOf(
  blocks: readonly SourceBlock[],
  said: readonly SaidLine[],
  roleOf: (place: LinePlace) => LineRole,
): ReadingHabit[] {
  const looks = lookedAt(blocks)
  const all = new Map<string, Looked[]>()
  for (const line of looks.values()) {
    const alike = all.get(line.habit)
    if (alike === undefined) all.set(line.habit, [line])
    else alike.push(line)
  }
  const found = new Map<string, ReadingHabit>()
  for (const one of said) {
    const line = looks.get(linePlaceKey(one))
    if (line === undefined) continue
    if (one.role === 'agenda') {
      const words = foldedLabel(line.text)
      if (words.length > 2) found.set(`agenda ${words}`, { role: 'agenda', look: 'title', under: words })
      continue
    }
    const alike = all.get(line.habit) ?? []
    if (alike.every((other) => roleOf(other) === one.role))
      found.set(line.habit, { role: one.role, look: line.look, under: line.under })
  }
  return [...found.values()].slice(0, MOST_HABITS)
}

/** What the lines of another file of the same layout are said to be. */
export function saidByHabit(blocks: readonly SourceBlock[], habits: readonly ReadingHabit[]): SaidLine[] {
  const roles = new Map(habits.map(({ role, look, under }) => [`${look} | ${under}`, role]))
  const begins = new Set(habits.flatMap(({ role, under }) => (role === 'agenda' ? [under] : [])))
  let begun = false
  return [...lookedAt(blocks).values()].flatMap(({ block, line, text, habit }): SaidLine[] => {
    if (!begun && begins.has(foldedLabel(text))) {
      begun = true
      return [{ block, line, role: 'agenda' }]
    }
    const role = roles.get(habit)
    return role === undefined || role === 'agenda' ? [] : [{ block, line, role }]
  })
}

type Looked = SourceLine & { look: string; under: string; habit: string }

function lookedAt(blocks: readonly SourceBlock[]): Map<string, Looked> {
  const looks = looksOf(blocks)
  return new Map(
    sourceLines(blocks).map((line) => {
      const { look, section } = looks(line)
      const over = section === null ? undefined : blocks[section]
      const words = over === undefined ? '' : over.type === 'row' ? over.cells.join(' ') : over.text
      const under = foldedLabel(words)
      return [linePlaceKey(line), { ...line, look, under, habit: `${look} | ${under}` }]
    }),
  )
}
