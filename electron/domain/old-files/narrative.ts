// What minutes tell under each point, beside what was read of it as something else.
import type { DraftSource, ReadFile } from '../agenda/draft.ts'
import { flatItems } from '../agenda/draft-places.ts'
import { lineOfExcerpt, linePlaceKey, sourceLines } from '../agenda/said-lines.ts'
import { TEXT_LENGTH } from '../limits.ts'
import { foldedWords } from '../text/fold.ts'

/** A line of the file; of a list where it stands in one. */
export type ToldLine = { text: string; isListed: boolean }

/** The lines under each item, in the order of `flatItems`. What stands above the first is the head of the paper. */
export function narrativeOf({ blocks, draft }: Pick<ReadFile, 'blocks' | 'draft'>): ToldLine[][] {
  const key = ({ block, excerpt }: DraftSource) =>
    linePlaceKey({ block, line: lineOfExcerpt(blocks[block], excerpt) })
  const items = flatItems(draft.items)
  const begun = new Map(items.map(({ source }, index) => [key(source), index]))
  const facts = [
    ...[draft.participants, draft.followUp].flatMap((rows) => rows.map(({ source }) => source)),
    ...Object.values(draft.meetingSources),
    ...(draft.nextMeeting?.source === undefined ? [] : [draft.nextMeeting.source]),
  ]
  const read = new Set(facts.map(key))
  const statements = new Map<string, string[]>()
  for (const { text, source } of [...draft.decisions, ...draft.actions])
    statements.set(key(source), [...(statements.get(key(source)) ?? []), text])
  const told: ToldLine[][] = items.map(() => [])
  let at = -1
  for (const line of sourceLines(blocks)) {
    const place = linePlaceKey(line)
    const item = begun.get(place)
    if (item !== undefined) at = item
    const said = statements.get(place)
    const isRow = blocks[line.block]?.type === 'row'
    if (item !== undefined || read.has(place)) continue
    if (said !== undefined && (isRow || saysAllOf(said, line.text))) continue
    const text = line.text.slice(0, TEXT_LENGTH)
    told[at]?.push({ text, isListed: blocks[line.block]?.type === 'listItem' })
  }
  return told
}

/** Words that a statement leaves aside of its line: its label, its number, its day. */
const MOST_ASIDE = 10

/** Whether a line tells no more than the statements that were read from it. */
function saysAllOf(statements: readonly string[], line: string): boolean {
  const [first = ''] = statements
  const begins = line.indexOf(first)
  const head = begins < 0 ? '' : line.slice(0, begins).trim()
  if (head !== '' && !/[:–—>→-]$/u.test(head)) return false
  const words = statements.reduce((total, text) => total + foldedWords(text).length, 0)
  return foldedWords(line).length - words <= MOST_ASIDE
}
