// The suites of the contract that are run on the base of a team too: a few by each run, chosen by the commit, all by `all`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pinned-node.mjs'
import type { Outcome } from './stage.ts'
import { runSuite } from './vitest-results.ts'

/**
 * What others do touches the files of one desk: its database, its copies, its backups. Every method is called on a base by
 * test/team/every-method.test.ts, each time.
 */
const onBoth = [
  'agenda-copy',
  'agenda-line',
  'agenda-rows',
  'agenda-versions',
  'attendance',
  'back-planning',
  'carry-over',
  'circles',
  'delivery-drafts',
  'directory',
  'directory-merge',
  'dispatch-edit',
  'follow-up',
  'history',
  'meeting-book',
  'meetings',
  'minutes',
  'notebooks',
  'produced',
  'projects',
  'reserved-actions',
  'returned-files',
  'returned-order',
  'returned-owed',
  'save-draft',
  'seats',
  'series',
  'session',
  'subjects',
  'transcripts',
  'watch-life',
  'watch-list',
  'watch-pages',
  'written-approval',
]
const A_RUN = 5

export async function contractOnBase(
  whole: boolean,
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const names = whole ? onBoth : chosen()
  const files = names.map((name) => join('test', 'contract', `${name}.test.ts`))
  const gone = files.filter((file) => !existsSync(join(root, file)))
  if (gone.length > 0) throw new Error(`no such suite: ${gone.join(', ')}`)
  return runSuite('contract', files, flags, { ...environment, SEANCES_ENGINE: 'postgres' })
}

/** Neighbours in the list, from a place that the commit gives: over some commits all of them. */
function chosen(): string[] {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=6', 'HEAD'], { cwd: root, encoding: 'utf8' })
  const from = Number.parseInt(stdout.trim() || '0', 16) % onBoth.length
  return [...onBoth, ...onBoth].slice(from, from + A_RUN)
}
