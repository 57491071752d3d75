import { PARTED } from './rich-paragraphs.ts'
import { runsOf, type WordRun, wordRuns } from './word-changes.ts'

/** Characters of the first text that one wording replaces. */
type Edit = { readonly from: number; readonly to: number; readonly added: string }

/**
 * What two wordings want of one text, together; null where they want other words at one place, put words in at the same
 * point, or cut through a sentence beside what the other changes: what stays there is nobody's but a person's to say.
 */
export function bothWordings(text: string, one: string, other: string): string | null {
  if (one === other || text === other) return one
  if (text === one) return other
  return bothOf(ended(text), ended(one), ended(other))?.trimEnd() ?? null
}

/** With a break behind the last paragraph too, so that each has one to take along. */
const ended = (text: string) => (text === '' ? '' : text + PARTED)

function bothOf(text: string, one: string, other: string): string | null {
  const edits: Edit[] = []
  const [ours, theirs] = [editsOf(text, one), editsOf(text, other)]
  if (ours.some((edit) => theirs.some((against) => clash(text, edit, against)))) return null
  for (const edit of [...ours, ...theirs]) if (!edits.some((known) => isSame(known, edit))) edits.push(edit)
  edits.sort((a, b) => a.from - b.from || a.to - b.to)
  let [said, at] = ['', 0]
  for (let rank = 0; rank < edits.length; ) {
    const first = edits[rank]
    if (first === undefined) break
    said += text.slice(at, first.from) + first.added
    at = first.to
    let isReworded = first.added !== ''
    let count = 1
    for (let next = edits[rank + count]; next !== undefined && next.from <= at; next = edits[rank + count]) {
      said += next.added
      isReworded ||= next.added !== ''
      at = Math.max(at, next.to)
      count += 1
    }
    rank += count
    if (count > 1) [said, at] = joint(said, isReworded ? '' : text.slice(first.from, at), text, at)
  }
  return said + text.slice(at)
}

/** What stays on both sides of words that both wordings change is parted once, as it was, and from a sign not at all. */
function joint(said: string, gone: string, text: string, to: number): [string, number] {
  const left = said.trimEnd()
  const at = to + text.slice(to).search(/\S|$/)
  const between = said.slice(left.length) + gone + text.slice(to, at)
  const parting = [PARTED, '\n'].find((one) => between.includes(one)) ?? /\s/.exec(between)?.[0] ?? ''
  return [left === '' || /^[.,)]/.test(text.slice(at)) ? left : left + parting, at]
}

/** Words that only go may go twice; words that come stand at a place of their own. */
function clash(text: string, one: Edit, other: Edit): boolean {
  if (isSame(one, other)) return false
  const touches = one.from <= other.to && other.from <= one.to
  if (one.added === '' && other.added === '') {
    if (!touches || holds(one, other) || holds(other, one)) return false
    return cutsSentence(text, one) || cutsSentence(text, other)
  }
  const overlaps = one.from < other.to && other.from < one.to
  if (overlaps || (touches && one.added !== '' && other.added !== '')) return true
  // What comes at the edge of a cut may be said of the words that go: "pas encore" without "pas".
  return touches && cutsSentence(text, one.added === '' ? one : other)
}

function holds(edit: Edit, within: Edit): boolean {
  return edit.from <= within.from && within.to <= edit.to
}

/** Whether a sentence loses words, and not all of them. */
function cutsSentence(text: string, { from, to }: Edit): boolean {
  let end = 0
  return text.split(SENTENCES).some((part, index) => {
    const start = end
    end += part.length
    const losesWords = index % 2 === 0 && start < to && from < end
    return losesWords && (start < from || to < end)
  })
}

function isSame(one: Edit, other: Edit): boolean {
  return one.from === other.from && one.to === other.to && one.added === other.added
}

function editsOf(text: string, wording: string): Edit[] {
  const edits: { from: number; to: number; added: string }[] = []
  let at = 0
  for (const { type, text: words } of runsBy([PARAGRAPHS, SENTENCES], text, wording)) {
    const last = edits.at(-1)
    const open = last !== undefined && last.to === at ? last : { from: at, to: at, added: '' }
    if (type !== 'same' && open !== last) edits.push(open)
    if (type === 'added') open.added += words
    if (type !== 'added') at += words.length
    if (type === 'removed') open.to = at
  }
  return edits.map((edit, rank) => withSpaceBefore(text, edit, edits[rank - 1]?.to ?? 0))
}

const SPACE = /^[^\S\n]$/

/** Of the spaces on both sides of words that come or go, either may do so with them: it is the one before. */
function withSpaceBefore(text: string, edit: Edit, least: number): Edit {
  let { from, to, added } = edit
  const isOnlyOne = () => (added === '') !== (from === to)
  while (from > least && isOnlyOne()) {
    const last = added === '' ? text[to - 1] : added.at(-1)
    if (last === undefined || !SPACE.test(last) || last !== text[from - 1]) break
    from -= 1
    to -= 1
    if (added !== '') added = last + added.slice(0, -1)
  }
  return { from, to, added }
}

/** What parts the texts, itself among the parts. */
const PARAGRAPHS = new RegExp(`(${PARTED})`)
/** An initial or a title ends no sentence. */
const SENTENCES =
  /(\n+|(?<=[.!?…][\u00a0\u202f]?[»”")]?)(?<!(?<!\p{L})(?:\p{Lu}|MM|Dr|Pr|Me)\.)[ \u00a0\u202f]+)/u

/** Compared by the first parting, only between parts that both have by the next, and there in the end word by word. */
function runsBy([parting, ...finer]: readonly RegExp[], text: string, wording: string): WordRun[] {
  if (parting === undefined) return wordRuns(text, wording)
  const [old, now] = [text.split(parting), wording.split(parting)]
  const found: WordRun[] = []
  let [removed, added] = ['', '']
  let [read, said] = [0, 0]
  const parts = (all: readonly string[]) => all.filter((_, index) => index % 2 === 0)
  for (const run of runsOf(parts(old), parts(now))) {
    if (run.type === 'same') {
      found.push(...runsBy(finer, removed, added), run)
      removed = ''
      added = ''
    } else if (run.type === 'removed') removed += run.text
    else added += run.text
    if (run.type !== 'added') {
      removed += old[read + 1] ?? ''
      read += 2
    }
    if (run.type !== 'removed') {
      added += now[said + 1] ?? ''
      said += 2
    }
  }
  return [...found, ...runsBy(finer, removed, added)]
}
