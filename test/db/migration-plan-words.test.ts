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
const BEFORE = 44
const FORMER = 'Soumettre l’ordre du jour à la présidence'
const NOW = 'Envoyer l’ordre du jour à la présidence'

const jobs = forkRunner(entryOf('job'))
afterAll(() => jobs.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-migration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A file of that version with a meeting whose three tasks say these words; the first was ticked by somebody. */
function plannedBefore(titles: readonly string[]): void {
  const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
  db.exec('BEGIN')
  for (const migration of migrations.slice(0, BEFORE)) db.exec(migration)
  db.exec(`INSERT INTO meeting (id, version, title, date, start_time, mode, place, video_link, chair, secretary, state, cancel_reason)
    VALUES ('${meetingId}', 1, '', '2026-12-10', '14:00', 'visio', '', '', '', '', 'planned', '')`)
  const line = { offset_days: -15, counting: 'calendar', act: 'submitAgenda', meeting_id: meetingId }
  const tasks = titles.map((title, at) => ({
    id: `01900000-0000-7000-8000-00000000000${at + 2}`,
    version: 2,
    ...line,
    title,
    done_on: at === 0 ? '2026-11-20' : null,
  }))
  for (const { id, title, done_on } of tasks)
    db.prepare(`INSERT INTO meeting_task (id, version, meeting_id, title, offset_days, counting, act, done_on)
      VALUES (?, 2, '${meetingId}', ?, -15, 'calendar', 'submitAgenda', ?)`).run(id, title, done_on)
  db.exec(`INSERT INTO journal_entry (at, who, method, meeting_id, state)
    VALUES ('2026-11-20T14:00:00.000Z', 'Camille', 'backPlanning.updateTask', '${meetingId}', 'done')`)
  const [ticked] = tasks
  db.prepare(
    `INSERT INTO journal_change (entry_seq, table_name, row_id, before, after) VALUES (1, 'meeting_task', ?, ?, ?)`,
  ).run(ticked?.id, JSON.stringify({ ...ticked, version: 1, done_on: null }), JSON.stringify(ticked))
  db.exec('COMMIT')
  db.pragma(`user_version = ${BEFORE}`)
  db.close()
}

it('words of the plan that nobody chose are those of the screens; what somebody wrote stays, and a tick is taken back', async () => {
  plannedBefore([FORMER, FORMER, `${FORMER} et au bureau`])
  const core = await openCore({
    dataFolder: folder,
    who: 'Camille',
    runJob: jobs.run,
    emit: () => undefined,
    log: () => undefined,
    checkOutputs: true,
  })
  const ok = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const envelope = await core.call(method, input)
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`)
    return envelope.value
  }
  try {
    const template = await ok('backPlanning.template', {})
    expect(template.find(({ act }) => act === 'submitAgenda')?.title).toBe(NOW)
    const tasks = async () => await ok('backPlanning.tasks', { meetingId })
    expect((await tasks()).map(({ title }) => title)).toEqual([NOW, NOW, `${FORMER} et au bureau`])
    await ok('history.undo', {})
    expect((await tasks()).map(({ doneOn }) => doneOn)).toEqual([null, null, null])
    expect((await tasks())[0]?.title).toBe(NOW)
  } finally {
    await core.close()
  }
})
