import type { Line } from './lines.ts'
import { plainLine } from './plain-line.ts'

/** Fewer are no table of contents. */
const LEAST = 4

/** "Calendrier ........ 12", "3. Budget 7": a title and its page. */
const ENTRY = /^(.{3,150}?)(?:(?<!\s)\s+|(?<![\s._…·])[\s._…·]{2,})(\d{1,3})$/u

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
    const entry = entryOf(line)
    const last = run.at(-1)
    if (entry === null || (last !== undefined && entry.page < last.page)) close()
    if (entry !== null) run.push(entry)
  }
  // Rows behind the last entry are none of its lines.
  rows = []
  close()
  return contents.size === 0 ? lines : lines.filter((line) => !contents.has(line))
}

function entryOf(line: Line): Entry | null {
  const [, title = '', page = ''] = ENTRY.exec(line.text) ?? []
  return /\p{L}{3}/u.test(title) ? { line, title: bare(title), page: Number(page) } : null
}

/** The words of a title, without its number. */
function bare(title: string): string {
  return plainLine(title)
    .replace(/^(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?(?:\s+[–—-])?\s+/, '')
    .replace(/(?<![\s.:])[\s.:]+$/, '')
}
