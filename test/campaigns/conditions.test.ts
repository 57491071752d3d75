import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import { DATABASE_NAME, INCOMING_NAME } from '../../electron/db/replace.ts'
import { startChildCore } from './child-core.ts'
import { handOver, inp, inSmallDisk, putDemo, type Said } from './command-line.ts'
import { prepareMeeting } from './typist.ts'

let folder: string
let data: string
let database: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-conditions-'))
  data = join(folder, 'data')
  database = join(data, DATABASE_NAME)
  chmodSync(folder, 0o755)
  handOver(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const agenda = join(import.meta.dirname, '..', 'fixtures', 'imports', 'tableau.md')
const refusedWith = (code: ErrorCode) => ({ status: 1, stdout: '', stderr: `${errorSentences[code]}\n` })
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const demo = () => putDemo(data, 1)
const list = (from = data): Said => inp('meetings', 'list', '--data', from, '--json')
const backUp = () => {
  const { token } = JSON.parse(inp('backup', '--data', data, '--json').stdout) as { token: string }
  return join(data, 'sauvegardes', token)
}

describe('a full disk', () => {
  it('refuses what it cannot keep, keeps what it acknowledged, and takes the rest once there is room', () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    const { status, stdout, stderr } = inSmallDisk('./full-disk.ts', disk, 8)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { step: string; result: unknown })
    expect(Object.fromEntries(told.map(({ step, result }) => [step, result]))).toEqual({
      'a new database without room': 'disk-full',
      'typing until nothing more is kept': 'disk-full',
      'the same again': 'disk-full',
      'what is read then is what was acknowledged': true,
      'an attachment': 'disk-full',
      'a backup': 'disk-full',
      'a PDF': 'disk-full',
      'nothing half written stays': true,
      'killed and opened again, still without room': expect.stringMatching(/^(ok|disk-full)$/),
      'what is read after all that is what was acknowledged': true,
      'with room again, the same text': 'ok',
      'a decision': 'ok',
      'a backup with room': 'ok',
      'everything is there at the end': true,
    })
  })
})

describe('a read-only folder', () => {
  it('of the data is said, and nothing changes; writable again, everything is there', () => {
    demo()
    const before = list().stdout
    const bytes = hash(database)
    chmodSync(data, 0o555)
    expect(list()).toEqual(refusedWith('data-read-only'))
    expect(inp('search', 'projet', '--data', data)).toEqual(refusedWith('data-read-only'))
    expect(hash(database)).toBe(bytes)
    chmodSync(data, 0o755)
    expect(list()).toMatchObject({ status: 0, stdout: before })
  })

  it('cannot be where new data begin', () => {
    chmodSync(folder, 0o555)
    expect(list()).toEqual(refusedWith('data-read-only'))
    chmodSync(folder, 0o755)
    expect(list().status).toBe(0)
  })

  it.each([
    ['busy', 'file-locked'],
    ['full', 'disk-full'],
    ['readOnly', 'folder-read-only'],
  ] as const)('a document over a file that is %s: said as %s, with the former file intact', (what, code) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    const prepare = [
      'for name in pris plein; do printf ancien > $name.pdf; done',
      'mkdir ferme && printf ancien > ferme/odj.pdf',
      'mount --bind pris.pdf pris.pdf && mount --bind ferme ferme && mount -o remount,bind,ro ferme',
    ]
    const { stdout, stderr } = inSmallDisk('./write-faults.ts', disk, 1, prepare.join(' && '))
    expect(stderr).toBe('')
    const told = JSON.parse(stdout) as Record<string, unknown>
    expect(told[what]).toEqual({ code, kept: 'ancien', beside: [] })
  })

  it('for a document is said as a folder where nothing may be written', () => {
    demo()
    const [first] = JSON.parse(list().stdout) as { id: string }[]
    const out = join(folder, 'sortie')
    mkdirSync(out)
    chmodSync(out, 0o555)
    const said = inp(
      'minutes',
      'export',
      '--data',
      data,
      '--meeting',
      first?.id ?? '',
      '--out',
      join(out, 'cr.pdf'),
    )
    expect(said).toEqual(refusedWith('folder-read-only'))
  })
})

describe('a database', () => {
  it('made by a newer version is refused and not touched', () => {
    demo()
    const db = new Database(database)
    db.pragma('user_version = 999')
    db.pragma('journal_mode = DELETE')
    db.close()
    const bytes = hash(database)
    for (const said of [list(), inp('backup', '--data', data), inp('demo', '--data', data)])
      expect([said.status, said.stdout]).toEqual([1, ''])
    expect(list()).toEqual(refusedWith('data-newer'))
    expect(hash(database)).toBe(bytes)
  })

  const damages: Record<string, () => void> = {
    'cut in the middle': () => truncateSync(database, Math.floor(statSync(database).size / 2)),
    'whose head is overwritten': () => overwrite(0, 4096),
    'that is another kind of file': () => writeFileSync(database, 'PK\u0003\u0004 autre chose'.repeat(500)),
    'that became empty': () => truncateSync(database, 0),
    'of another program': () => {
      rmSync(database)
      const db = new Database(database)
      db.exec('CREATE TABLE recipe (id INTEGER PRIMARY KEY, name TEXT)')
      db.close()
    },
  }
  for (const [name, damage] of Object.entries(damages))
    it(`${name} is refused, left in place, and the last backup takes its place`, () => {
      demo()
      const before = list().stdout
      const backup = backUp()
      damage()
      handOver(database)
      const bytes = hash(database)
      expect(list()).toEqual(refusedWith('data-damaged'))
      expect(hash(database)).toBe(bytes)
      expect(inp('restore', backup, '--data', data).status).toBe(0)
      expect(list()).toMatchObject({ status: 0, stdout: before })
    })

  it('whose replacement by a backup was cut short is replaced at the next opening', () => {
    demo()
    const before = list().stdout
    const backup = backUp()
    expect(inp('agenda', 'import', agenda, '--data', data, '--accept-uncertain').status).toBe(0)
    renameSync(backup, join(data, INCOMING_NAME))
    renameSync(database, join(data, 'remplace'))
    expect(list()).toMatchObject({ status: 0, stdout: before })
  })

  it('with a spoilt page deep inside is found by the check, which says so and makes no backup of it', () => {
    demo()
    const pages = statSync(database).size / 4096
    overwrite(Math.floor(pages / 2) * 4096, 4096 * 40)
    expect(inp('check', '--data', data)).toEqual(refusedWith('data-damaged'))
    expect(inp('backup', '--data', data)).toEqual(refusedWith('data-damaged'))
  })

  function overwrite(from: number, length: number): void {
    const bytes = readFileSync(database)
    bytes.fill(0xa5, from, from + length)
    writeFileSync(database, bytes)
  }
})

describe('a second instance', () => {
  it('is refused while the first goes on, and let in when the first is dead', async () => {
    const first = startChildCore(data)
    await first.opened
    const id = await prepareMeeting(first)
    const second = startChildCore(data)
    await expect(second.opened).rejects.toMatchObject({ code: 'data-in-use' })
    await second.kill()
    handOver(data, database, join(data, 'seances.lock'))
    expect(list()).toEqual(refusedWith('data-in-use'))
    const { meeting } = await first.call('meetings.get', { id })
    await first.call('meetings.update', { id, version: meeting.version, patch: { place: 'Salle A' } })
    await first.kill()
    const third = startChildCore(data)
    await third.opened
    expect((await third.call('meetings.get', { id })).meeting.place).toBe('Salle A')
    await third.close()
  })
})

describe('a first start', () => {
  it('killed at any moment leaves a folder that opens', async () => {
    for (const afterMs of [150, 200, 250, 300, 350, 400]) {
      const place = join(folder, String(afterMs))
      const core = startChildCore(place)
      await wait(afterMs)
      await core.kill()
      const next = startChildCore(place)
      await next.opened
      expect(await next.call('meetings.list', { year: null })).toEqual([])
      await next.kill()
    }
  })
})
