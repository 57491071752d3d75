import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Gate } from './gate.ts'

/** Whether this machine can: the library is for Linux, and is compiled by gcc. */
export const canPreload =
  process.platform === 'linux' && spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0

/** Whether it has to: where it may not, the campaigns that need it say so and end. */
export const mustPreload = process.platform === 'linux'

/** Said where it cannot. */
export const neverRun = 'never run here: the preload library needs Linux and gcc'

let library: string | undefined

/** The compiled library; once per process. */
function preload(): string {
  if (library !== undefined) return library
  const target = join(mkdtempSync(join(tmpdir(), 'seances-preload-')), 'journal.so')
  const source = fileURLToPath(new URL('./journal.c', import.meta.url))
  const { status, stderr } = spawnSync(
    'gcc',
    ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', source, '-o', target, '-ldl', '-lpthread'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`gcc: ${stderr}`)
  library = target
  return target
}

/** For a core process whose changes under `root` are written down in `log`. */
export function journalEnvironment(root: string, log: string, gate?: Gate): Record<string, string> {
  return {
    LD_PRELOAD: preload(),
    // A write through a ring shared with the kernel would go past the library.
    UV_USE_IO_URING: '0',
    SEANCES_JOURNAL_ROOT: root,
    SEANCES_JOURNAL_LOG: log,
    ...(gate === undefined ? {} : { SEANCES_JOURNAL_GATE: gate.path }),
  }
}
