/** A stretch of words that both texts have, or only one of them. */
export type WordRun = { type: 'same' | 'removed' | 'added'; text: string }

/** One place that differs; an empty word on one side: only taken out, or only put in. */
export type WordChange = {
  removed: string
  added: string
  /** The words that stand right before it; empty at the beginning. */
  after: string
}

/** Beyond so many comparisons the middle of the two texts counts as rewritten: the answer must come at once. */
const MOST_COMPARISONS = 4_000_000
/** Words before a change, to find it again. */
const CONTEXT_WORDS = 4
/** Changes with so few kept words between them are told as one: "trois mois fermes" for "six mois pleins". */
const FEW_WORDS = 2

/** The two texts as runs, in reading order; what was removed stands before what was added. All words of both are kept. */
export function wordRuns(before: string, after: string): WordRun[] {
  return joinedRuns(runsOf(wordsOf(before), wordsOf(after)))
}

/** The same of any parts, a run for each. */
export function runsOf(old: readonly string[], now: readonly string[]): WordRun[] {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1
  const middle = [old.slice(start, old.length - end), now.slice(start, now.length - end)] as const
  return [
    ...each('same', old.slice(0, start)),
    ...middleRuns(...middle),
    ...each('same', old.slice(old.length - end)),
  ]
}

const each = (type: WordRun['type'], parts: readonly string[]): WordRun[] =>
  parts.map((text) => ({ type, text }))

/**
 * The runs as they are read: of whatever width, a space is a space, and office programs rewrite it; a line break is not.
 * Words of both are spaced as in the second.
 */
export function readRuns(before: string, after: string): WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let [read, said] = [0, 0]
  return wordRuns(old.map(levelled).join(''), now.map(levelled).join('')).map(({ type, text }) => {
    const { length } = wordsOf(text)
    if (type !== 'added') read += length
    if (type !== 'removed') said += length
    const own = type === 'removed' ? old.slice(read - length, read) : now.slice(said - length, said)
    return { type, text: own.join('') }
  })
}

/** Every place where the two texts differ, spaces around it left out; neighbours as one place. */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes: WordChange[] = []
  let said = ''
  let open: WordChange | null = null
  const runs = readRuns(before, after)
  for (const [index, run] of runs.entries()) {
    if (run.type === 'same') {
      if (open !== null && index < runs.length - 1 && isShort(run.text)) {
        open.removed += run.text
        open.added += run.text
      } else open = null
    } else {
      if (open === null) {
        open = { removed: '', added: '', after: lastWords(said) }
        changes.push(open)
      }
      open[run.type] += run.text
    }
    if (run.type !== 'added') said += run.text
  }
  return changes
    .map(({ removed, added, after: words }) => ({
      removed: removed.trim(),
      added: added.trim(),
      after: words,
    }))
    .filter(({ removed, added }) => removed !== added)
}

/** Words, spaces and single signs; joined, they are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

/** Spaces as one; of line breaks, as many as there are. */
function levelled(word: string): string {
  return /\s/.test(word) ? word.replace(/[^\n]+/g, '') || ' ' : word
}

function isShort(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= FEW_WORDS
}

function lastWords(text: string): string {
  return text.trim().split(/\s+/).slice(-CONTEXT_WORDS).join(' ')
}

/** Longest common subsequence of the words between the common beginning and the common end. */
function middleRuns(old: readonly string[], now: readonly string[]): WordRun[] {
  const rewritten = [...each('removed', old), ...each('added', now)]
  if (old.length === 0 || now.length === 0 || old.length * now.length > MOST_COMPARISONS) return rewritten
  const width = now.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [mine, theirs] = [old[i], now[j]]
    if (mine !== undefined && mine === theirs) {
      runs.push({ type: 'same', text: mine })
      i += 1
      j += 1
    } else if (mine !== undefined && (theirs === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ type: 'removed', text: mine })
      i += 1
    } else if (theirs !== undefined) {
      runs.push({ type: 'added', text: theirs })
      j += 1
    }
  }
  return runs
}

/**
 * Neighbours of one type as one; between two changes, a kept run without any letter (a space, a comma) belongs to both,
 * so that "six mois" for "trois ans" is one replacement and not two.
 */
function joinedRuns(runs: readonly WordRun[]): WordRun[] {
  const whole: WordRun[] = []
  let removed = ''
  let added = ''
  /** A kept run of signs alone, until what follows says whether it lies between two changes. */
  let between = ''
  const settle = () => {
    if (removed !== '') whole.push({ type: 'removed', text: removed })
    if (added !== '') whole.push({ type: 'added', text: added })
    removed = ''
    added = ''
    if (between !== '') keep(between)
    between = ''
  }
  const keep = (text: string) => {
    const last = whole.at(-1)
    if (last?.type === 'same') last.text += text
    else whole.push({ type: 'same', text })
  }
  for (const { type, text } of runs) {
    if (text === '') continue
    if (type === 'same') {
      const changing = removed !== '' || added !== ''
      if (changing && !/[\p{L}\p{N}]/u.test(between + text)) between += text
      else {
        settle()
        keep(text)
      }
      continue
    }
    removed += between
    added += between
    between = ''
    if (type === 'removed') removed += text
    else added += text
  }
  settle()
  return whole
}
