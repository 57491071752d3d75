import { PARTED } from './rich-paragraphs.ts'
import { runsOf, type WordRun, wordRuns } from './word-changes.ts'

/** Characters of the first text that one wording replaces. */
type Edit = { readonly from: number; readonly to: number; readonly added: string }

/**
 * What two wordings want of one text, together; null where they want other words at one place, or put words in at the
 * same point: which come first is nobody's but a person's to say.
 */
export function bothWordings(text: string, one: string, other: string): string | null {
  if (one === other || text === other) return one
  if (text === one) return other
  const both = bothOf(ended(text), ended(one), ended(other))
  return both?.endsWith(PARTED) === true ? both.slice(0, -PARTED.length) : (both?.trimEnd() ?? null)
}

const behindBreaks = new RegExp(`(?<=${PARTED})`)

/** With a break behind the last paragraph too, so that each has one to take along. */
const ended = (text: string) => (text === '' ? '' : text + PARTED)

function bothOf(text: string, one: string, other: string): string | null {
  const edits: Edit[] = []
  const [ours, theirs] = [editsOf(text, one), editsOf(text, other)]
  if (ours.some((edit) => theirs.some((against) => clash(edit, against)))) return null
  for (const edit of [...ours, ...theirs]) if (!edits.some((known) => isSame(known, edit))) edits.push(edit)
  edits.sort((a, b) => a.from - b.from || a.to - b.to)
  let [said, at] = ['', 0]
  edits.forEach(({ from, to, added }, rank) => {
    said += text.slice(at, Math.max(at, from)) + added
    at = Math.max(at, to)
    const last = edits[rank - 1]
    const next = edits[rank + 1]
    // Of the spaces around words that go, one wording may have taken the first and the other the second.
    const isJoint = last !== undefined && from <= last.to && (next === undefined || next.from > at)
    if (isJoint) [said, at] = joint(said, text, at)
  })
  return said + text.slice(at)
}

/** Words taken out from both sides leave one space, and none before a sign. */
function joint(said: string, text: string, at: number): [string, number] {
  if (!said.endsWith(' ')) return [said, at]
  if (text[at] === ' ') return joint(said, text, at + 1)
  return [/[.,)]/.test(text[at] ?? '') ? said.trimEnd() : said, at]
}

/** Words that only go may go twice; words that come stand at a place of their own. */
function clash(one: Edit, other: Edit): boolean {
  if (isSame(one, other) || (one.added === '' && other.added === '')) return false
  const touches = one.from <= other.to && other.from <= one.to
  const overlaps = one.from < other.to && other.from < one.to
  return overlaps || (touches && one.added !== '' && other.added !== '')
}

function isSame(one: Edit, other: Edit): boolean {
  return one.from === other.from && one.to === other.to && one.added === other.added
}

function editsOf(text: string, wording: string): Edit[] {
  const edits: { from: number; to: number; added: string }[] = []
  let at = 0
  for (const { type, text: words } of runsByParagraph(text, wording)) {
    const last = edits.at(-1)
    const open = last !== undefined && last.to === at ? last : { from: at, to: at, added: '' }
    if (type !== 'same' && open !== last) edits.push(open)
    if (type === 'added') open.added += words
    if (type !== 'added') at += words.length
    if (type === 'removed') open.to = at
  }
  return edits.map((edit, rank) => settled(text, edit, edits[rank - 1]?.to ?? 0, edits[rank + 1]?.from))
}

/** Words are compared only between paragraphs that both have, each whole with the break behind it. */
function runsByParagraph(text: string, wording: string): WordRun[] {
  const found: WordRun[] = []
  let [removed, added] = ['', '']
  const paragraphs = (words: string) => words.split(behindBreaks)
  for (const run of runsOf(paragraphs(text), paragraphs(wording))) {
    if (run.type === 'removed') removed += run.text
    else if (run.type === 'added') added += run.text
    else {
      found.push(...wordRuns(removed, added), run)
      removed = ''
      added = ''
    }
  }
  return [...found, ...wordRuns(removed, added)]
}

/**
 * Words that only go, told as whole paragraphs with the break behind them where the text lets them: of "A.¶B.¶C." without B,
 * ".¶B" tells as much, but takes the stop from another wording that takes A out.
 */
function settled(text: string, edit: Edit, least: number, most = text.length): Edit {
  const { from, to, added } = edit
  if (added !== '' || text.slice(0, from).endsWith(PARTED)) return edit
  let [left, right] = [0, 0]
  while (from - left > least && text[from - left - 1] === text[to - left - 1]) left += 1
  while (to + right < most && text[from + right] === text[to + right]) right += 1
  const broken = text.slice(0, from + right).lastIndexOf(PARTED)
  const start = broken + PARTED.length
  return broken === -1 || start < from - left ? edit : { from: start, to: start + to - from, added }
}
