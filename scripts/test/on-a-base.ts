// The suites of the contract that are run on the base of a team too: some by each run, chosen by the commit, all by `all`.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pinned-node.mjs'
import type { Outcome } from './stage.ts'
import { runSuite } from './vitest-results.ts'

const FOLDER = join('test', 'contract')

/**
 * What is of one desk alone, and why; every other suite is run on a base. Every method is called there by
 * test/team/every-method.test.ts, each time.
 */
const ofOneDesk: Readonly<Record<string, string>> = {
  'damage-at-rest': 'harms the file of the data, which a server keeps',
  'damage-met': 'harms the file of the data, which a server keeps',
  'data-place': 'moves the folder of the data, of which a team has none',
  'hand-over': 'passes data from desk to desk, which a team has in common',
  'hand-over-documents': 'passes data from desk to desk, which a team has in common',
  'hand-taken': 'passes data from desk to desk, which a team has in common',
  'kept-files': 'looks for lost files in backups of the desk, where a team has its server',
  'new-computer': 'takes backups to another computer, where a team joins',
  'older-data': 'holds the file of the data against backups of the desk',
  'opened-files': 'forges rows in backups, profiles and hand-overs',
  'personal-data':
    'looks into the bytes of the file and its backups; of a base test/team/erasure.test.ts does',
  profile: 'carries the data of one desk in a file, as `inp team share` does for a team',
  'profile-follow-up': 'carries the data of one desk in a file, as `inp team share` does for a team',
  'profile-hostile': 'carries the data of one desk in a file, as `inp team share` does for a team',
  'profile-old-files': 'carries the data of one desk in a file, as `inp team share` does for a team',
  recovery: 'restores backups of the desk',
  'sample-removed': 'keeps a backup of the desk and puts it back, which a server does for a team',
  'secret-passphrases': 'encrypts backups of the desk',
}

/** By `all` alone: one of them takes as long as many of the others. */
const long: ReadonlySet<string> = new Set([
  'carry-over-year',
  'command-line',
  'old-files-crash',
  'read-again',
  'secrets',
  'sending',
  'sending-cut',
  'year',
  'yearly-report',
])

/** Of so many parts a run takes one. */
const PARTS = 6

export async function contractOnBase(
  whole: boolean,
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const suites = readdirSync(join(root, FOLDER))
    .flatMap((file) => (file.endsWith('.test.ts') ? [file.slice(0, -'.test.ts'.length)] : []))
    .sort()
  const gone = [...Object.keys(ofOneDesk), ...long].filter((name) => !suites.includes(name))
  if (gone.length > 0) throw new Error(`no such suite: ${gone.join(', ')}`)
  const onBoth = suites.filter((name) => !(name in ofOneDesk))
  const names = whole ? onBoth : chosen(onBoth.filter((name) => !long.has(name)))
  const files = names.map((name) => join(FOLDER, `${name}.test.ts`))
  return runSuite('contract', files, flags, { ...environment, SEANCES_ENGINE: 'postgres' })
}

/** Those of the part that the commit gives: over some commits all of them. */
function chosen(names: readonly string[]): readonly string[] {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=6', 'HEAD'], { cwd: root, encoding: 'utf8' })
  const part = Number.parseInt(stdout.trim() || '0', 16) % PARTS
  return names.filter((_, at) => at % PARTS === part)
}
