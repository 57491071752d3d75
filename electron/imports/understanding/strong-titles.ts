// Titles that whoever wrote the page only made bold, as many do who know no styles.
import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { datesIn } from './dates.ts'
import { isHeaderLabel, LABEL, linesOf } from './lines.ts'
import { groupOf } from './minutes/presence-groups.ts'
import { markOf } from './minutes/statement-marks.ts'
import { saysVote } from './minutes/vote-outcome.ts'
import { onlyPersons } from './people.ts'

type Paragraph = Extract<SourceBlock, { type: 'paragraph' }>

/** Fewer bold lines over text are emphasis. */
const FEWEST = 3
const LONGEST = 120
/** So many headings below the title of the page part it already. */
const PARTED = 3

/**
 * The same blocks, bold paragraphs over the text as headings, where no others part it. What stands bold within a text, or says a
 * decision, a day or somebody, is none.
 */
export function withStrongTitles(blocks: SourceBlock[]): SourceBlock[] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []))
  const top = Math.min(...levels)
  if (levels.filter((level) => level > top).length >= PARTED || levels.length > PARTED) return blocks
  const spoken = blocks.filter((block) => block.type === 'row' || block.text.trim() !== '')
  const titles = new Set<SourceBlock>(
    spoken.filter((block) => block.type === 'paragraph' && block.isStrong === true && isTitle(block)),
  )
  const overText = spoken.filter((block, at) => {
    const below = spoken[at + 1]
    return titles.has(block) && below !== undefined && !titles.has(below)
  })
  if (overText.length < FEWEST || titles.size * 2 > spoken.length || areCounted(spoken, titles)) return blocks
  const level = levels.length === 0 ? 1 : Math.min(9, Math.max(...levels) + 1)
  return blocks.map((block) =>
    block.type === 'paragraph' && titles.has(block) ? { type: 'heading', level, text: block.text } : block,
  )
}

/** Numbers from one over the whole text, none of them bold: what stands bold is a part of what they number. */
function areCounted(blocks: readonly SourceBlock[], titles: ReadonlySet<SourceBlock>): boolean {
  const counted = linesOf(blocks).filter(({ block, part, number, type }) => {
    const own = blocks[block]
    return (
      part === 0 && type !== 'row' && /^\d{1,2}$/.test(number ?? '') && own !== undefined && !titles.has(own)
    )
  })
  const last = counted.findLast(({ number }, at) => Number(number) === at + 1)
  const first = blocks.findIndex((block) => titles.has(block))
  const isCounted = Number(last?.number ?? 0) >= FEWEST && (last?.block ?? 0) > first
  // What is bold and numbered says by its numbers what it is part of.
  const numbered = linesOf([...titles]).filter(({ number }) => number !== null)
  return isCounted || numbered.length * 2 >= titles.size
}

function isTitle({ text }: Paragraph): boolean {
  const words = text.trim()
  if (words.length > LONGEST || !/^[\p{Lu}\d«“"(][^\n]*\p{L}{2}[^\n]*[^.!;,…\n]$/u.test(words)) return false
  const label = LABEL.exec(words)
  const isLabelled = label !== null && label[0].length < words.length && isHeaderLabel(label[1] ?? '')
  const [line] = linesOf([{ type: 'paragraph', text: words }])
  return (
    !isLabelled &&
    !onlyPersons(words) &&
    !saysVote(words) &&
    datesIn(words)[0]?.index !== 0 &&
    line !== undefined &&
    !line.bullet &&
    groupOf(line) === null &&
    (markOf(line)?.rest ?? '') === ''
  )
}
