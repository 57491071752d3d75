// A copy of the build with one protection taken out, to prove that its test would notice.
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applicationFolder, freshFolder } from './application.ts'

/** Words of the built code of main that must be there exactly once, and what stands there instead. */
export type Removal = { from: string; to: string }

/** Makes the copy and returns its folder. Throws when the words are not there: then the build changed and the proof is void. */
export function buildWithout(removals: readonly Removal[]): string {
  const folder = freshFolder()
  cpSync(join(applicationFolder, 'package.json'), join(folder, 'package.json'))
  cpSync(join(applicationFolder, 'dist'), join(folder, 'dist'), { recursive: true })
  const checkout = join(import.meta.dirname, '..', '..')
  for (const name of ['node_modules', 'resources']) symlinkSync(join(checkout, name), join(folder, name))
  const main = join(folder, 'dist', 'code', 'main.cjs')
  // What was compiled of it before would stand in for words of the same length.
  if (removals.length > 0) rmSync(`${main}.v8`, { force: true })
  let source = readFileSync(main, 'utf8')
  for (const { from, to } of removals) {
    const parts = source.split(from)
    if (parts.length !== 2) throw new Error(`main.cjs holds ${parts.length - 1} times: ${from}`)
    source = parts.join(to)
  }
  writeFileSync(main, source)
  return folder
}
