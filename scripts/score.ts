// Score: prints how much of the import corpus is read right, per field, per format and per trap, and what was invented: npm run score
import { corpusFiles } from '../test/fixtures/corpus/files.ts'
import { firstSight } from '../test/fixtures/corpus/first-sight.ts'
import type { Expected } from '../test/fixtures/corpus/schema.ts'
import { type Mark, scoreFile } from '../test/fixtures/corpus/score.ts'

const [only = ''] = process.argv.slice(2)

const rows: { name: string; expected: Expected; marks: Mark[]; ms: number }[] = []
for (const file of corpusFiles(only)) {
  const started = performance.now()
  const marks = await scoreFile(file, '2026-01-10')
  rows.push({ name: file.name, expected: file.expected, marks, ms: performance.now() - started })
}

if (only !== '') {
  for (const { name, marks } of rows) {
    console.log(`── ${name}`)
    for (const { field, verdict, expected, read } of marks) {
      if (verdict !== 'right')
        console.log(
          `   ${verdict.padEnd(9)} ${field.padEnd(24)} ${JSON.stringify(expected)} ← ${JSON.stringify(read)}`,
        )
    }
  }
}

table('field', (row) => row.marks.map((mark) => [mark.field, mark]))
table('format', (row) => row.marks.map((mark) => [row.expected.format, mark]))
table('trap', (row) =>
  row.expected.traps.flatMap((trap) => row.marks.map((mark): [string, Mark] => [trap, mark])),
)
table('layout', (row) =>
  row.expected.layouts.flatMap((layout) => row.marks.map((mark): [string, Mark] => [layout, mark])),
)
table('confidence', (row) =>
  row.marks.flatMap((mark): [string, Mark][] =>
    mark.confidence === null
      ? []
      : [[mark.confidence > 0.9 ? 'above 0.9' : mark.confidence > 0.7 ? '0.7 to 0.9' : 'below 0.7', mark]],
  ),
)
const { right, said: told, invented } = firstSight.unread
table(`files of ${firstSight.written}`, (row) =>
  row.marks.map((mark) => [
    firstSight.names.has(row.name) ? 'written after the readers' : 'the others',
    mark,
  ]),
)
console.log(
  `the former at first sight: ${((100 * right) / told).toFixed(1)} % of ${told} right, ${invented} invented`,
)
const all = rows.flatMap((row) => row.marks)
console.log(
  `\n${rows.length} files, ${share(all)} right, ${count(all, 'invented')} invented, slowest ${Math.round(Math.max(...rows.map(({ ms }) => ms)))} ms`,
)

function table(title: string, of: (row: (typeof rows)[number]) => [string, Mark][]): void {
  const groups = new Map<string, Mark[]>()
  for (const [key, mark] of rows.flatMap(of)) groups.set(key, [...(groups.get(key) ?? []), mark])
  console.log(`\n${title.padEnd(36)} right    of  missing  wrong  invented`)
  for (const [key, marks] of [...groups].sort()) {
    const said = marks.filter(({ verdict }) => verdict !== 'invented').length
    console.log(
      `${key.padEnd(36)} ${share(marks).padStart(6)} ${String(said).padStart(5)} ${String(count(marks, 'missing')).padStart(8)} ${String(count(marks, 'wrong')).padStart(6)} ${String(count(marks, 'invented')).padStart(9)}`,
    )
  }
}

/** Of what the files say, what was read right. */
function share(marks: readonly Mark[]): string {
  const said = marks.filter(({ verdict }) => verdict !== 'invented')
  return said.length === 0 ? '–' : `${((100 * count(said, 'right')) / said.length).toFixed(1)} %`
}

function count(marks: readonly Mark[], verdict: Mark['verdict']): number {
  return marks.filter((mark) => mark.verdict === verdict).length
}
