import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Method } from '../../electron/contract/index.ts'
import { BACKUP_FOLDER } from '../../electron/db/backups/name.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { accountOf, joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { createTeam } from '../../electron/db/postgres/administration.ts'
import { Line } from '../../electron/db/postgres/line.ts'
import { tryAccount } from '../../electron/db/postgres/try-account.ts'
import { CoreOrRecovery } from '../../electron/features/backups/recovery/core-or-recovery.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { Desk } from './desk.ts'
import { newFolder } from './folder.ts'
import { PASSWORD, roleIn, startServer, type TestServer } from './server.ts'
import { slowWay, wayTo } from './way.ts'

let server: TestServer
let base: TeamAddress
beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
})
afterAll(() => server.stop())

/** Why a desk does not open. */
async function refusal(address: TeamAddress, password = PASSWORD): Promise<unknown> {
  return Desk.open('Léa', address, { password }).then(
    (desk) => desk.close().then(() => 'open'),
    ({ code }: { code: string }) => code,
  )
}

describe('a desk that joins a team', () => {
  it('is told what the server does not let it do, one sentence each', async () => {
    expect(await refusal(base)).toBe('open')
    expect(await refusal(base, 'un autre')).toBe('team-password-wrong')
    await server.query('postgres', `CREATE ROLE parti LOGIN PASSWORD '${PASSWORD}' VALID UNTIL '2020-01-01'`)
    expect(await refusal({ ...base, user: 'parti' })).toBe('team-password-wrong')
    await server.query('postgres', `CREATE ROLE passant LOGIN PASSWORD '${PASSWORD}'`)
    expect(await refusal({ ...base, user: 'passant' })).toBe('team-not-allowed')
    expect(await refusal({ ...base, database: 'ailleurs' })).toBe('team-missing')
    expect(await refusal(await server.emptyBase())).toBe('team-missing')
    expect(await refusal({ ...base, port: 1 })).toBe('team-away')
    expect(await refusal({ ...base, authority: '-----BEGIN CERTIFICATE-----' })).toBe('team-certificate')
  })

  it('refuses a base of another version politely', async () => {
    const other = await server.newBase()
    await server.query(other.database, 'UPDATE inp.team_schema SET version = version + 1')
    expect(await refusal(other)).toBe('data-newer')
    await server.query(other.database, 'UPDATE inp.team_schema SET version = version - 2')
    expect(await refusal(other)).toBe('team-older')
  })

  it('is made on no server that is older than those it was tried on', async () => {
    const empty = await server.emptyBase()
    const older = await wayTo(empty, (near, far) => {
      near.pipe(far)
      far.on('data', (said: Buffer) =>
        near.write(said.toString('latin1').replace(/(?<!\d)1[5-9]0(0\d\d)(?!\d)/gu, '140$1'), 'latin1'),
      )
    })
    await expect(createTeam(older.address, PASSWORD)).rejects.toMatchObject({ code: 'team-server-old' })
    older.close()
    await createTeam(empty, PASSWORD)
    expect(await refusal(empty)).toBe('open')
  })

  it('refuses one whose rights and guards are of another revision', async () => {
    const other = await server.newBase()
    await server.query(other.database, 'UPDATE inp.team_schema SET revision = revision + 1')
    expect(await refusal(other)).toBe('data-newer')
    await server.query(other.database, 'UPDATE inp.team_schema SET revision = revision - 2')
    expect(await refusal(other)).toBe('team-older')
  })

  it('keeps its own data whole, whatever the base is, and reads them again once it has left', async () => {
    const folder = newFolder()
    const jobs = forkRunner(entryOf('job'))
    const alone = await Desk.openIn(folder, 'Léa', { runJob: jobs.run })
    await alone.add('À ce poste')
    const { token } = await alone.ok('backups.make', {})
    await alone.core.close()
    const other = await server.newBase()
    const { user, ...address } = other
    await joinTeam(folder, { kind: 'seances-inp/equipe', ...address }, user)
    await server.query(other.database, 'UPDATE inp.team_schema SET version = 99')
    const closed = await CoreOrRecovery.open({
      dataFolder: folder,
      who: 'Léa',
      runJob: jobs.run,
      emit: () => undefined,
      log: () => undefined,
      teamPassword: async () => PASSWORD,
    })
    expect(closed.reason).toBe('data-newer')
    const refused = { ok: false, error: { code: 'data-newer' } }
    const acts: [Method, object][] = [
      ['recovery.startEmpty', {}],
      ['recovery.useBackup', { place: 'desk', token }],
      ['recovery.read', {}],
      ['recovery.useReading', {}],
      ['recovery.examine', {}],
    ]
    for (const [method, input] of acts)
      expect(await closed.callUntyped(method, input), method).toMatchObject(refused)
    const path = join(folder, BACKUP_FOLDER, token)
    expect(await closed.internal('restoreChosen', { path })).toMatchObject(refused)
    expect(await closed.internal('leaveTeam', {})).toMatchObject({ ok: true })
    await closed.close()
    jobs.close()
    const again = await Desk.openIn(folder, 'Léa')
    expect(await again.titles()).toEqual(['À ce poste'])
    await again.close()
  })

  it('never opens its own data in place of the team’s', async () => {
    const folder = newFolder()
    for (const words of [
      '',
      '{',
      '{"file":{"kind":"seances-inp/equipe","host":"serveur.example","database":"x"},"user":"lea"}',
    ]) {
      writeFileSync(join(folder, 'equipe.json'), words)
      expect(await Desk.openIn(folder, 'Léa').catch(({ code }: { code: string }) => code)).toBe(
        'team-file-refused',
      )
    }
    expect(existsSync(join(folder, DATABASE_NAME))).toBe(false)
  })
})

it('a slow server is waited for when the copy on this desk cannot be opened', async () => {
  const way = await slowWay(await server.newBase(), 300)
  const folder = newFolder()
  const { user, ...address } = way.address
  await joinTeam(folder, { kind: 'seances-inp/equipe', ...address }, user)
  const copy = join(folder, 'copie-equipe')
  mkdirSync(copy)
  writeFileSync(join(copy, DATABASE_NAME), 'rien de lisible')
  writeFileSync(
    join(copy, 'copie.json'),
    JSON.stringify({ at: '2026-11-24T09:00:00.000Z', of: accountOf(way.address) }),
  )
  const desk = await Desk.openIn(folder, 'Léa')
  expect(desk.log.join()).toContain('the copy of the team could not be opened')
  expect(await desk.titles()).toEqual([])
  expect((await desk.ok('team.get', {})).awaySince).toBeNull()
  await desk.close()
  way.close()
})

describe('a server that takes nothing', () => {
  it.each([
    ['team-read-only', (name: string) => `ALTER DATABASE ${name} SET default_transaction_read_only = on`],
    [
      'team-full',
      () => `CREATE FUNCTION inp.full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON inp.project FOR EACH ROW EXECUTE FUNCTION inp.full()`,
    ],
  ])('%s: nothing is half written, and it goes on being read', async (code, statement) => {
    const other = await server.newBase()
    await server.query(other.database, statement(other.database))
    const desk = await Desk.open('Léa', other)
    expect(await desk.add('Annuaire').catch(({ message }: Error) => message)).toContain(code)
    expect(await desk.titles()).toEqual([])
    expect((await desk.ok('history.state', {})).undo).toBeNull()
    await desk.close()
  })

  it('a desk that only reads is told so, and reads', async () => {
    const other = await server.newBase()
    await server.query(
      'postgres',
      `CREATE ROLE lectrice LOGIN PASSWORD '${PASSWORD}'; GRANT ${roleIn('lecture')} TO lectrice`,
    )
    const writer = await Desk.open('Léa', other)
    await writer.add('Annuaire')
    const account = { ...other, user: 'lectrice' }
    const { name: body } = await writer.ok('settings.body', {})
    expect(await tryAccount(account, PASSWORD)).toMatchObject({ role: 'lecture', body })
    const reader = await Desk.open('Inès', account)
    expect(await reader.titles()).toEqual(['Annuaire'])
    expect(await reader.add('Guide').catch(({ message }: Error) => message)).toContain('team-not-allowed')
    await reader.close()
    await writer.close()
  })

  it('another role is known once its line is laid anew', async () => {
    const other = await server.newBase()
    const [writes, reads] = [roleIn('secretariat'), roleIn('lecture')]
    await server.query('postgres', `CREATE ROLE mutee LOGIN PASSWORD '${PASSWORD}'; GRANT ${writes} TO mutee`)
    const desk = await Desk.open('Léa', { ...other, user: 'mutee' })
    expect((await desk.ok('team.get', {})).role).toBe('secretariat')
    await server.query('postgres', `REVOKE ${writes} FROM mutee; GRANT ${reads} TO mutee`)
    await server.query(
      'postgres',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'mutee'`,
    )
    await vi.waitFor(async () => {
      await desk.titles()
      expect((await desk.ok('team.get', {})).role).toBe('lecture')
    }, 20_000)
    // What is shown was read with other rights.
    expect(desk.events).toContainEqual(expect.objectContaining({ topic: 'changed', reads: 'all' }))
    await desk.close()
  })

  it('a role that a group has, and lends to none of its members, is not theirs', async () => {
    const other = await server.newBase()
    const [writes, reads] = [roleIn('secretariat'), roleIn('lecture')]
    await server.query(
      'postgres',
      `CREATE ROLE service; GRANT ${writes} TO service; CREATE ROLE jointe LOGIN PASSWORD '${PASSWORD}'; GRANT ${reads} TO jointe;
       GRANT service TO jointe WITH ADMIN TRUE, INHERIT FALSE, SET FALSE`,
    )
    const desk = await Desk.open('Léa', { ...other, user: 'jointe' })
    expect((await desk.ok('team.get', {})).role).toBe('lecture')
    await desk.close()
    // Nor what only writers hear: what it was that was written.
    const writing = await server.as(other, 'redactrice', 'secretariat')
    const author = await Desk.open('Ana', writing)
    await author.add('Annuaire')
    await author.close()
    const heard = async (address: TeamAddress) => {
      const line = new Line(address, PASSWORD)
      await line.ready()
      const { rows } = await line.query('SELECT n FROM team_news WHERE written IS NOT NULL')
      await line.close()
      return rows.length
    }
    expect(await heard(writing)).toBeGreaterThan(0)
    expect(await heard({ ...other, user: 'jointe' })).toBe(0)
  })

  it('what an account may see no longer is not asked for: another role is known by what it refuses', async () => {
    const other = await server.newBase()
    const [writes, reads] = [roleIn('secretariat'), roleIn('lecture')]
    await server.query(
      'postgres',
      `CREATE ROLE suivie LOGIN PASSWORD '${PASSWORD}'; GRANT ${writes} TO suivie`,
    )
    const desk = await Desk.open('Léa', { ...other, user: 'suivie' })
    await desk.add('Annuaire')
    const found = async () => (await desk.ok('search.query', { words: 'annuaire', only: null })).hits.length
    expect(await found()).toBe(1)
    await server.query('postgres', `REVOKE ${writes} FROM suivie; GRANT ${reads} TO suivie`)
    expect(await found()).toBe(1)
    await desk.titles()
    expect((await desk.ok('team.get', {})).role).toBe('lecture')
    // Without any role it is refused, and asked for no second time.
    await server.query('postgres', `REVOKE ${reads} FROM suivie`)
    expect(await desk.refused('search.query', { words: 'annuaire', only: null })).toBe('team-not-allowed')
    await desk.close()
  })

  it('says that there is no room for another line, not that the server is away', async () => {
    const other = await server.newBase()
    await server.query(
      'postgres',
      `CREATE ROLE serree LOGIN PASSWORD '${PASSWORD}' CONNECTION LIMIT 2; GRANT ${roleIn('secretariat')} TO serree`,
    )
    const desk = await Desk.open('Léa', { ...other, user: 'serree' })
    const { id: meetingId } = await desk.ok('meetings.create', {
      fields: { date: '2027-03-11' },
      fromTemplate: false,
    })
    const bytes = new Uint8Array(128 * 1024).fill(65)
    const file = { fileName: 'plan.txt', bytes }
    expect(await desk.refused('attachments.add', { meetingId, itemId: null, file })).toBe('team-crowded')
    expect((await desk.ok('team.get', {})).awaySince).toBeNull()
    await server.query('postgres', 'ALTER ROLE serree CONNECTION LIMIT 3')
    await desk.ok('attachments.add', { meetingId, itemId: null, file })
    await desk.close()
  })

  it('a clock five hours off decides nothing', async () => {
    const other = await server.newBase()
    const early = await Desk.open('Léa', other, { clock: () => new Date('2026-12-10T09:00:00.000Z') })
    const late = await Desk.open('Noé', other, { clock: () => new Date('2026-12-10T14:00:00.000Z') })
    const id = await late.add('Annuaire')
    await early.rename(id, 'Annuaire de Léa')
    await late.rename(id, 'Annuaire de Noé')
    await late.ok('history.undo', {})
    expect(await early.titles()).toEqual(['Annuaire de Léa'])
    await early.ok('history.undo', {})
    expect(await late.titles()).toEqual(['Annuaire'])
    await early.close()
    await late.close()
  })
})
