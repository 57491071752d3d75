// The suites of the contract that are run on the base of a team too: some by each run, chosen by the commit, all by `all`.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../../electron/contract/index.ts'
import { root } from '../pinned-node.mjs'
import type { Outcome } from './stage.ts'
import { runSuite } from './vitest-results.ts'

const FOLDER = join('test', 'contract')

/**
 * What is of one desk alone, and why; every other suite is run on a base. Every method of one transaction is called there by
 * test/team/every-method.test.ts, each time; for the longer ones that write there are suites that always run.
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
  const short = onBoth.filter((name) => !long.has(name))
  const names = whole ? onBoth : [...new Set([...chosen(short), ...ofLongWrites(short)])]
  const files = names.map(fileOf)
  return runSuite('contract', files, flags, { ...environment, SEANCES_ENGINE: 'postgres' })
}

const fileOf = (name: string) => join(FOLDER, `${name}.test.ts`)

/**
 * Suites in which each method is called that writes outside of one transaction, the fewest at first sight.
 * @throws Error where none does
 */
function ofLongWrites(names: readonly string[]): readonly string[] {
  const suites = names.map((name) => ({ name, words: readFileSync(join(root, fileOf(name)), 'utf8') }))
  const calls = (words: string, method: string) => words.includes(`'${method}'`)
  let left = Object.entries(contract)
    .filter(([, { kind, label }]) => kind === 'long' && label !== undefined)
    .flatMap(([method]) => (otherData.has(method) ? [] : [method]))
  const taken: string[] = []
  while (left.length > 0) {
    const called = suites.map(({ words }) => left.filter((method) => calls(words, method)).length)
    const most = Math.max(...called)
    const { name = '', words = '' } = suites[called.indexOf(most)] ?? {}
    if (most === 0) throw new Error(`no suite on a base calls ${left.join(', ')}`)
    taken.push(name)
    left = left.filter((method) => !calls(words, method))
  }
  return taken
}
/** They join the data of two desks, which a team does not have. */
const otherData: ReadonlySet<string> = new Set(['handOver.merge'])

/** Those of the part that the commit gives: over some commits all of them. */
function chosen(names: readonly string[]): readonly string[] {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=6', 'HEAD'], { cwd: root, encoding: 'utf8' })
  const part = Number.parseInt(stdout.trim() || '0', 16) % PARTS
  return names.filter((_, at) => at % PARTS === part)
}
