// What minutes tell under each point, beside what was read of it as something else.
import type { DraftItem, DraftSource, ReadFile } from '../agenda/draft.ts'
import { flatItems } from '../agenda/draft-places.ts'
import { lineOfExcerpt, linePlaceKey, sourceLines } from '../agenda/said-lines.ts'
import { TEXT_LENGTH } from '../limits.ts'
import { sentencesOf } from '../search/sentences.ts'
import { foldedWords } from '../text/fold.ts'

/** A line of the file; of a list where it stands in one. */
export type ToldLine = { text: string; isListed: boolean }

/** The lines under each item, in the order of `flatItems`. What stands above the first is the head of the paper. */
export function narrativeOf({ blocks, draft }: Pick<ReadFile, 'blocks' | 'draft'>): ToldLine[][] {
  const key = ({ block, excerpt }: DraftSource) =>
    linePlaceKey({ block, line: lineOfExcerpt(blocks[block], excerpt) })
  const items = flatItems(draft.items)
  const begun = new Map(items.map(({ source }, index) => [key(source), index]))
  const people = new Set([...draft.participants, ...draft.followUp].map(({ source }) => key(source)))
  const facts = [...Object.values(draft.meetingSources), draft.nextMeeting?.source]
  const read = new Set(facts.flatMap((source) => (source === undefined ? [] : [key(source)])))
  const statements = statementsBy(draft, key)
  const isRow = (block: number) => blocks[block]?.type === 'row'
  // "Action | Qui | Quand" over rows that were read as such says nothing by itself.
  const isHeadOfStatements = (block: number) =>
    isRow(block) &&
    !isRow(block - 1) &&
    isRow(block + 1) &&
    statements.has(linePlaceKey({ block: block + 1, line: 0 }))
  const told: ToldLine[][] = items.map(() => [])
  let at = -1
  for (const line of sourceLines(blocks)) {
    const place = linePlaceKey(line)
    const begins = begun.get(place)
    if (begins !== undefined) at = begins
    const said = statements.get(place)
    const block = blocks[line.block]
    const item = begins === undefined ? undefined : items[begins]
    if (people.has(place) || (read.has(place) && sentencesOf(line.text).length < 2)) continue
    const isListed = block?.type === 'listItem'
    const tell = (text: string) => told[at]?.push({ text: text.slice(0, TEXT_LENGTH), isListed })
    if (block?.type === 'row' && (item !== undefined || said !== undefined))
      untold(block.cells, item, said ?? []).forEach(tell)
    else if (item === undefined && !isHeadOfStatements(line.block) && !saysAllOf(said ?? [], line.text))
      tell(line.text)
  }
  return told
}

/** The words of the statements of each line. */
function statementsBy(
  { decisions, actions }: ReadFile['draft'],
  key: (source: DraftSource) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { text, source } of [...decisions, ...actions])
    found.set(key(source), [...(found.get(key(source)) ?? []), text])
  for (const { outcome, source } of decisions) if (outcome !== null) found.get(key(source))?.push(outcome)
  return found
}

/** Fewer are a name, a day, a length or a state. */
const FEWEST_WORDS = 4

/** Of a row of a table what neither the item that begins there nor its statements say. */
function untold(
  cells: readonly string[],
  item: DraftItem | undefined,
  statements: readonly string[],
): string[] {
  const { note = null, ...fields } = item ?? {}
  const known = [...Object.values(fields).filter((value) => typeof value === 'string'), ...statements]
  const words = new Set(known.flatMap((text) => foldedWords(text)))
  return cells
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .filter((cell) => {
      const isNoted = cell !== '' && note?.includes(cell) === true
      return isNoted || foldedWords(cell).filter((word) => !words.has(word)).length >= FEWEST_WORDS
    })
}

/** Words that a statement leaves aside of its sentence: its label, its number, its day. */
const MOST_ASIDE = 10

/** Whether a line tells no more than the statements that were read from it. */
function saysAllOf(statements: readonly string[], line: string): boolean {
  const [first] = statements
  if (first === undefined) return false
  const begins = line.indexOf(first)
  const head = begins < 0 ? '' : line.slice(0, begins).trim()
  if (head !== '' && !/[:–—>→-]$/u.test(head)) return false
  const sentences = statements.reduce((total, text) => total + sentencesOf(text).length, 0)
  if (sentencesOf(line).length > sentences) return false
  const words = statements.reduce((total, text) => total + foldedWords(text).length, 0)
  return foldedWords(line).length - words <= MOST_ASIDE
}
