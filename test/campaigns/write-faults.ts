// A document written where it cannot be, told as JSON; started by conditions.test.ts inside a namespace where the
// folder is a small file system, `pris.pdf` a mount of its own (busy, as a file open on Windows) and `ferme` read-only.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../electron/contract/errors.ts'
import { writeAtomically } from '../../electron/documents/write-atomically.ts'

const disk = process.argv[2] ?? ''

/** Result of a save over a file that was there: the code, the file, and what lies beside it. */
async function saveOver(path: string, size: number) {
  const code = await writeAtomically(path, new Uint8Array(size)).then(
    () => 'written',
    (thrown: unknown) => (thrown instanceof AppError ? thrown.code : String(thrown)),
  )
  const beside = readdirSync(join(path, '..')).filter((name) => name.endsWith('.tmp'))
  return { code, kept: readFileSync(path, 'utf8').slice(0, 6), beside }
}

process.stdout.write(
  JSON.stringify({
    busy: await saveOver(join(disk, 'pris.pdf'), 10),
    full: await saveOver(join(disk, 'plein.pdf'), 4_000_000),
    readOnly: await saveOver(join(disk, 'ferme', 'odj.pdf'), 10),
  }),
)
