import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { migrations } from '../../electron/db/migrations/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/replace.ts'
import { openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'

const meetingId = '01900000-0000-7000-8000-000000000001'
const BEFORE = 41

const jobs = forkRunner(entryOf('job'))
afterAll(() => jobs.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-migration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A file of that version in which a line was being typed, and whose journal names these. */
function typedBefore(text: string, names: readonly string[]): void {
  const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
  db.exec('BEGIN')
  for (const migration of migrations.slice(0, BEFORE)) db.exec(migration)
  db.exec(`INSERT INTO meeting (id, version, title, date, start_time, mode, place, video_link, chair, secretary, state, cancel_reason)
    VALUES ('${meetingId}', 1, '', '2026-12-10', '14:00', 'visio', '', '', '', '', 'inSession', '')`)
  db.prepare('INSERT INTO session_draft (meeting_id, text) VALUES (?, ?)').run(meetingId, text)
  for (const name of names)
    db.prepare(
      `INSERT INTO journal_entry (at, who, method, state) VALUES ('2026-12-10T14:00:00.000Z', ?, 'session.goTo', 'done')`,
    ).run(name)
  db.exec('COMMIT')
  db.pragma(`user_version = ${BEFORE}`)
  db.close()
}

type Ok = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>

/** What somebody does at that desk, by the account of the computer. */
async function by<T>(who: string, work: (ok: Ok) => Promise<T>): Promise<T> {
  const core = await openCore({
    dataFolder: folder,
    who,
    runJob: jobs.run,
    emit: () => undefined,
    log: () => undefined,
    checkOutputs: true,
  })
  try {
    return await work(async (method, input) => {
      const envelope = await core.call(method, input)
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`)
      return envelope.value
    })
  } finally {
    await core.close()
  }
}
const draft = async (ok: Ok) => (await ok('session.draft', { meetingId })).text

it.each([
  ['names nobody', []],
  ['names who opens it', ['ldupont']],
  ['names another account last', ['ldupont', 'ancien-compte']],
])(
  'a line that was being typed is found by whoever opens the meeting next, where the journal %s',
  async (_, names) => {
    typedBefore('D : le calend', names)
    expect(await by('ldupont', draft)).toBe('D : le calend')
    await by('ldupont', (ok) => ok('session.keepDraft', { meetingId, text: 'D : le calendrier' }))
    expect(await by('ldupont', draft)).toBe('D : le calendrier')
    // Of a computer made anew, or lent.
    expect(await by('nouveau-compte', draft)).toBe('D : le calendrier')
    await by('nouveau-compte', (ok) => ok('session.keepDraft', { meetingId, text: '' }))
    expect(await by('ldupont', draft)).toBe('')
  },
)
