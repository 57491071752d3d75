// Prints how much of the import corpus is read right, per field, per format and per trap, and what was invented:
// npm run score [-- PART of the names]; with -- --write docs/imports-score.md is written anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFiles } from '../test/fixtures/corpus/files.ts'
import { scoreFile } from '../test/fixtures/corpus/score.ts'
import {
  countsOf,
  firstSightWords,
  type Scored,
  scorePage,
  scoreTables,
  withTables,
} from '../test/fixtures/corpus/score-tables.ts'

const [given = ''] = process.argv.slice(2)
const isWriting = given === '--write'
const only = isWriting ? '' : given

const rows: (Scored & { ms: number })[] = []
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

for (const { title, lines } of Object.values(scoreTables(rows))) {
  console.log(`\n${title.padEnd(36)} right    of  missing  wrong  invented`)
  for (const line of lines) {
    const [right, said, missing, wrong, invented] = countsOf(line)
    console.log(
      `${line.of.padEnd(36)} ${right.padStart(6)} ${String(said).padStart(5)} ${String(missing).padStart(8)} ${String(wrong).padStart(6)} ${String(invented).padStart(9)}`,
    )
  }
}
console.log(firstSightWords())
const [share, , , , invented] = countsOf({ marks: rows.flatMap((row) => row.marks) })
console.log(
  `\n${rows.length} files, ${share} right, ${invented} invented, slowest ${Math.round(Math.max(...rows.map(({ ms }) => ms)))} ms`,
)

if (isWriting) {
  const page = join(import.meta.dirname, '..', scorePage)
  writeFileSync(page, withTables(readFileSync(page, 'utf8'), Object.values(scoreTables(rows))))
}
