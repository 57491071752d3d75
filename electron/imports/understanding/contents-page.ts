import type { Line } from './lines.ts'
import { plainLine } from './plain-line.ts'

/** Fewer are no table of contents. */
const LEAST = 4

/** "Calendrier ........ 12", "3. Budget 7": a title and its page. */
const ENTRY = /^(.{3,150}?)(?:(?<!\s)\s+|(?<![\s._…·])[\s._…·]{2,})(\d{1,3})$/u

/** Between a title and its page, in a line that holds several. */
const LEADER = /(?<![\s._…·])\s*[._…·]{3,}\s*(\d{1,3})(?=\s|$)/u

type Entry = { line: Line; title: string; page: number }

/**
 * Without the table of contents of a paper: four lines or more with pages that do not go back, at least half of whose titles
 * come again in the text. They are its titles twice, with pages behind them.
 */
export function withoutContents(lines: readonly Line[]): readonly Line[] {
  const contents = new Set<Line>()
  let texts: ReadonlySet<string> | null = null
  let run: Entry[] = []
  /** A PDF reads some lines of it as rows. */
  let rows: Line[] = []
  const close = () => {
    if (run.length >= LEAST) {
      texts ??= new Set(lines.map(({ text }) => bare(text)))
      const again = texts
      if (run.filter(({ title }) => again.has(title)).length * 2 >= run.length)
        for (const line of [...run.map((entry) => entry.line), ...rows]) contents.add(line)
    }
    run = []
    rows = []
  }
  for (const line of lines) {
    if (line.type === 'row') {
      if (run.length > 0) rows.push(line)
      continue
    }
    const entries = entriesOf(line)
    const [first] = entries
    const last = run.at(-1)
    if (first === undefined || (last !== undefined && first.page < last.page)) close()
    run.push(...entries)
  }
  // Rows behind the last entry are none of its lines.
  rows = []
  close()
  return contents.size === 0 ? lines : lines.filter((line) => !contents.has(line))
}

function entriesOf(line: Line): Entry[] {
  const joined = line.text.split(LEADER)
  // "Bilan .... 2 Budget .... 4 Divers .... 5": a PDF may join the lines of it.
  const parts = joined.length > FEWEST_PARTS && isRest(joined.at(-1) ?? '') ? joined.slice(0, -1) : null
  const pairs = parts?.flatMap((title, at) => (at % 2 === 0 ? [[title, parts[at + 1] ?? '']] : [])) ?? [
    ENTRY.exec(line.text)?.slice(1) ?? [],
  ]
  const entries = pairs.map(([title = '', page = '']) => ({ line, title: bare(title), page: Number(page) }))
  return entries.every(
    ({ title, page }, at) => /\p{L}{3}/u.test(title) && page >= (entries[at - 1]?.page ?? 0),
  )
    ? entries
    : []
}

/** Two titles, their pages and what follows them. */
const FEWEST_PARTS = 4

/** Nothing, or dots: a line too long for reading is cut among them. */
const isRest = (words: string) => /^\s*$|[._…·]{3}$/u.test(words)

/** The words of a title, without its number. */
function bare(title: string): string {
  return plainLine(title)
    .replace(/^(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?(?:\s+[–—-])?\s+/, '')
    .replace(/(?<![\s.:])[\s.:]+$/, '')
}
