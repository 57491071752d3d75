import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { AppError } from '../../electron/contract/errors.ts'
import { copyFolder, copyOf, makeCopy } from '../../electron/db/copies/team-copy.ts'
import { keepBytes, keptPath } from '../../electron/db/files/store.ts'
import { type OpenData, openData } from '../../electron/db/open.ts'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { giveRows } from '../../electron/db/postgres/carry.ts'
import { joinWithoutCopy } from '../../electron/db/postgres/leave-with-copy.ts'
import { connect, Line } from '../../electron/db/postgres/line.ts'
import { openTeam } from '../../electron/db/postgres/open.ts'
import { emptyDesk } from '../../electron/db/postgres/schema.ts'
import { giveDesk } from '../../electron/db/postgres/share.ts'
import { openCore } from '../../electron/features/core.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { meet, openTwoDesks } from '../contract/two-desks.ts'
import { entryOf } from '../entry.ts'
import { run } from './run.ts'
import { PASSWORD, roleIn, startServer, type TestServer } from './server.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
let server: TestServer
let folder: string
let desk: OpenData
beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(join(tmpdir(), 'seances-share-'))
  const core = await openCore({
    dataFolder: folder,
    who: 'Léa',
    runJob: () => Promise.reject(new Error('no job is needed')),
    emit: () => undefined,
    log: () => undefined,
  })
  await core.call('projects.add', { id: newId(), fields: { title: 'Annuaire' } })
  await core.close()
  desk = await openDesk(folder)
  for (const words of ['un', 'deux', 'trois']) {
    const hash = await keepBytes({ dataFolder: folder, now }, Buffer.from(words))
    desk.sqlite
      .prepare(
        `INSERT INTO logo SELECT ?, 1, id, 'issuer', 1, ?, ?, 'image/png', 1, 1, '' FROM letterhead LIMIT 1`,
      )
      .run(newId(), words, hash)
  }
})
afterAll(async () => {
  desk.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

const joined = (own: string, { user, ...address }: TeamAddress) =>
  joinTeam(own, { kind: 'seances-inp/equipe', ...address }, user, now)

const openDesk = (at: string) =>
  openData(at, { beforeMigration: async () => undefined, slow: () => undefined, clock: () => now })

/** Gives up at the step of this number. */
function until(last: number): (done: number, total: number) => void {
  let count = 0
  return () => {
    count += 1
    if (count === last) throw new AppError('cancelled')
  }
}

const give = async (address: TeamAddress, step: (done: number, total: number) => void) => {
  const team = await openTeam(folder, await server.as(address, 'lea'), PASSWORD)
  try {
    return await giveDesk(team, desk.sqlite, step)
  } finally {
    await team.close()
  }
}
const count = async ({ database }: TeamAddress, table: string) =>
  (await server.query<{ count: string }>(database, `SELECT count(*) FROM inp.${table}`))[0]?.count

describe('sharing', () => {
  it('given up among the files keeps those that arrived, and goes on from them', async () => {
    const base = await server.newBase()
    await expect(give(base, until(3))).rejects.toMatchObject({ code: 'cancelled' })
    expect(await count(base, 'team_file')).toBe('2')
    expect(await count(base, 'logo')).toBe('0')
    const steps: number[] = []
    const carried = await give(base, (done, total) => {
      if (total < 10) steps.push(done)
    })
    expect(steps).toEqual([0])
    expect(carried.files).toBe(3)
    expect(await count(base, 'team_file')).toBe('3')
    expect(await count(base, 'logo')).toBe('3')
  })

  it('given up among the rows leaves none of them, and the base as it was', async () => {
    const base = await server.newBase()
    await expect(give(base, until(30))).rejects.toMatchObject({ code: 'cancelled' })
    expect(await count(base, 'logo')).toBe('0')
    expect(await count(base, 'body')).toBe('1')
    expect((await give(base, () => undefined)).files).toBe(3)
    await expect(give(base, () => undefined)).rejects.toMatchObject({ code: 'team-there' })
  })

  it('never walks the journal: what guards it is answered by an index', async () => {
    const entries = 1000
    const base = await server.newBase()
    const full = emptyDesk()
    full.exec(`WITH RECURSIVE made (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM made WHERE n < ${entries})
      INSERT INTO journal_entry (seq, at, who, method, state)
        SELECT n, '2026-11-24T09:00:00.000Z', 'Camille', 'projects.add', 'done' FROM made;
      INSERT INTO journal_change (ord, entry_seq, table_name, row_id, after)
        SELECT seq, seq, 'project', 'p' || seq, '{}' FROM journal_entry`)
    const client = await connect(await server.as(base, 'lea'), PASSWORD)
    /** How many entries are read by nothing that an index answers. */
    const walked = async (work: () => Promise<unknown>) => {
      const read = async () =>
        Number(
          (
            await client.query<{ rows: number }>(
              `SELECT seq_tup_read AS rows FROM pg_stat_xact_user_tables WHERE relid = 'journal_entry'::regclass`,
            )
          ).rows[0]?.rows,
        )
      await client.query('BEGIN')
      const before = await read()
      await work()
      const after = await read()
      await client.query('COMMIT')
      return after - before
    }
    // Planted: a question that no index answers, for a few rows alone.
    const asked = `SELECT n, (SELECT count(*) FROM journal_entry WHERE at || n = '') FROM generate_series(1, 5) AS n`
    expect(await walked(() => giveRows(client, full, () => undefined))).toBeLessThanOrEqual(2 * entries)
    expect(await walked(() => client.query(asked))).toBe(5 * entries)
    full.close()
    await client.end()
  })

  it('is refused to a desk that has not the hand, by the window and by the command line', async () => {
    const base = await server.newBase()
    const lea = await server.as(base, 'lea')
    const { user, ...address } = lea
    const file = { kind: 'seances-inp/equipe', ...address } as const
    const desks = await openTwoDesks()
    await meet(desks.first, '2026-12-10')
    await desks.first.ok('handOver.transmit', {})
    const share = () => desks.first.core.internal('shareWithTeam', { file, user, password: PASSWORD })
    expect(await share()).toMatchObject({ ok: false, error: { code: 'writer-away' } })
    const closed = mkdtempSync(join(tmpdir(), 'seances-without-hand-'))
    cpSync(desks.first.folder, closed, { recursive: true })
    writeFileSync(join(closed, 'equipe-fichier.json'), JSON.stringify(file))
    const words = ['--data', closed, '--connection', join(closed, 'equipe-fichier.json'), '--user', user]
    const { status, stderr } = await run(process.execPath, [entryOf('cli'), 'team', 'share', ...words], {
      env: { ...process.env, PGPASSWORD: PASSWORD },
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining(errorSentences['writer-away'])])
    expect(await count(base, 'meeting')).toBe('0')
    await desks.close()
    rmSync(closed, { recursive: true })
  })

  it('is done when the answer to its end was cut, and says so', async () => {
    const base = await server.newBase()
    const { query } = Line.prototype
    const cut = vi.spyOn(Line.prototype, 'query').mockImplementation(async function (this: Line, sql, of) {
      const answer = await Reflect.apply(query, this, [sql, of])
      if (sql === 'COMMIT' && (await count(base, 'logo')) === '3') throw new AppError('team-away')
      return answer
    })
    const carried = await give(base, () => undefined)
    cut.mockRestore()
    expect(carried.files).toBe(3)
    await expect(give(base, () => undefined)).rejects.toMatchObject({ code: 'team-there' })
  })

  it('counts the files that are there, and those that neither side has', async () => {
    const base = await server.newBase()
    const lost = desk.sqlite.prepare("SELECT sha256 FROM logo WHERE file_name = 'deux'").pluck().get()
    const path = keptPath(folder, String(lost))
    renameSync(path, `${path}-perdu`)
    const carried = await give(base, () => undefined)
    renameSync(`${path}-perdu`, path)
    expect([carried.files, carried.missing]).toEqual([2, 1])
    expect(await count(base, 'team_file')).toBe('2')
  })

  it('a copy that takes the place of data is refused to who does not see everything, and the other one stays', async () => {
    const base = await server.newBase()
    await give(base, () => undefined)
    await server.query(
      'postgres',
      `CREATE ROLE passante LOGIN PASSWORD '${PASSWORD}'; GRANT ${roleIn('lecture')} TO passante`,
    )
    const own = mkdtempSync(join(tmpdir(), 'seances-copy-'))
    await joined(own, { ...base, user: 'passante' })
    const copy = (isWhole: boolean) =>
      makeCopy(
        {
          dataFolder: own,
          address: { ...base, user: 'passante' },
          password: PASSWORD,
          at: now.toISOString(),
          isWhole,
        },
        () => undefined,
      )
    await copy(false)
    await expect(copy(true)).rejects.toMatchObject({ code: 'team-not-allowed' })
    expect(copyOf(own)).not.toBeNull()
    rmSync(own, { recursive: true })
  })

  it('a copy is of one account of one base, and of no other', async () => {
    const base = await server.newBase()
    await give(base, () => undefined)
    const own = mkdtempSync(join(tmpdir(), 'seances-copy-'))
    await joined(own, base)
    const of = { dataFolder: own, address: base, password: PASSWORD, at: now.toISOString(), isWhole: true }
    await makeCopy(of, () => undefined)
    for (const other of [
      { ...base, user: 'zoe' },
      { ...base, database: 'autre_corps' },
      { ...base, host: 'localhost' },
    ]) {
      await joined(own, other)
      expect(copyOf(own)).toBeNull()
    }
    await joined(own, base)
    expect(copyOf(own)).not.toBeNull()
    const { user, ...address } = base
    const file = { kind: 'seances-inp/equipe', ...address } as const
    await joinWithoutCopy(own, file, user)
    expect(copyOf(own)?.at).toBe(now.toISOString())
    await joinWithoutCopy(own, file, 'zoe')
    expect(existsSync(copyFolder(own))).toBe(false)
    rmSync(own, { recursive: true })
  })

  it('a copy of a former version, which does not say of whom it is, is that of the member it was made for', async () => {
    const base = await server.newBase()
    await give(base, () => undefined)
    const own = mkdtempSync(join(tmpdir(), 'seances-copy-'))
    const { user, ...address } = base
    const file = { kind: 'seances-inp/equipe', ...address } as const
    await joinWithoutCopy(own, file, user, now)
    const of = { dataFolder: own, address: base, password: PASSWORD, at: now.toISOString(), isWhole: true }
    await makeCopy(of, () => undefined)
    writeFileSync(join(copyFolder(own), 'copie.json'), JSON.stringify({ at: now.toISOString() }))
    expect(copyOf(own)?.at).toBe(now.toISOString())
    await joinWithoutCopy(own, file, 'zoe', new Date(now.getTime() + 1))
    expect(existsSync(copyFolder(own))).toBe(false)
    rmSync(own, { recursive: true })
  })

  it('takes a text with a sign that no base holds without that sign', async () => {
    const base = await server.newBase()
    const given = mkdtempSync(join(tmpdir(), 'seances-nul-'))
    cpSync(folder, given, { recursive: true, filter: (path) => !path.endsWith('.lock') })
    const odd = await openDesk(given)
    odd.sqlite.prepare('UPDATE project SET title = ?').run('An\0nuaire')
    const words = JSON.stringify({ title: 'a\0b', bars: '\\u0000', both: '\\\0' })
    odd.sqlite.prepare('UPDATE journal_change SET after = ?').run(words)
    const team = await openTeam(given, base, PASSWORD)
    await giveDesk(team, odd.sqlite, () => undefined)
    await team.close()
    odd.close()
    expect(await server.query(base.database, 'SELECT title FROM inp.project')).toEqual([
      { title: 'Annuaire' },
    ])
    const [change] = await server.query<{ after: string }>(
      base.database,
      'SELECT after FROM inp.journal_change LIMIT 1',
    )
    expect(JSON.parse(change?.after ?? '')).toEqual({ title: 'ab', bars: '\\u0000', both: '\\' })
    rmSync(given, { recursive: true })
  })

  it('a copy that was given up leaves the one of before, and its age', async () => {
    const base = await server.newBase()
    await give(base, () => undefined)
    const own = mkdtempSync(join(tmpdir(), 'seances-copy-'))
    await joined(own, base)
    const copy = (at: string, step: (done: number, total: number) => void) =>
      makeCopy({ dataFolder: own, address: base, password: PASSWORD, at, isWhole: false }, step)
    expect(copyOf(own)).toBeNull()
    await copy(now.toISOString(), () => undefined)
    expect(copyOf(own)?.at).toBe(now.toISOString())
    await expect(copy('2026-11-25T09:00:00.000Z', until(10))).rejects.toMatchObject({ code: 'cancelled' })
    expect(copyOf(own)?.at).toBe(now.toISOString())
    const copied = await openDesk(copyOf(own)?.folder ?? '')
    expect(copied.sqlite.prepare('SELECT count(*) FROM logo').pluck().get()).toBe(3)
    copied.close()
    rmSync(own, { recursive: true })
  })
})
