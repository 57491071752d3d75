import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { checkDatabase } from '../../electron/db/copies/check.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { toAppError } from '../../electron/db/translate-error.ts'
import {
  copyWorld,
  DATABASE,
  destroyPagesOf,
  makeWorld,
  openRecovering,
  playLogIn,
  type Recovering,
  type World,
} from './damaged-world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => rmSync(world.folder, { recursive: true, force: true }))

const open: { folder?: string; recovering?: Recovering } = {}
afterEach(async () => {
  await open.recovering?.close()
  if (open.folder !== undefined) rmSync(open.folder, { recursive: true, force: true })
})

/** A core that runs on sound data; `before` has the files to itself first. */
async function running(before: (folder: string) => void = () => undefined) {
  const folder = copyWorld(world)
  playLogIn(folder)
  before(folder)
  open.folder = folder
  open.recovering = await openRecovering(folder)
  expect(open.recovering.desk.reason).toBeNull()
  return { folder, recovering: open.recovering }
}

const bytesOf = (folder: string) =>
  ['', '-wal'].map((suffix) =>
    existsSync(join(folder, DATABASE + suffix)) ? readFileSync(join(folder, DATABASE + suffix)) : null,
  )
const aside = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('donnees-endommagees-'))
const codeOf = async (recovering: Recovering, method: string, input: unknown) => {
  const envelope = await recovering.desk.callUntyped(method, input)
  return envelope.ok ? null : envelope.error.code
}
const newMeeting = { fields: { date: '2028-01-12', title: 'Écrite ensuite' }, fromTemplate: false }

describe('pages that are destroyed under an open core', () => {
  it('are said at the first call that meets them; nothing is written from then on', async () => {
    const { folder, recovering } = await running()
    // Acknowledged, and only in the log: it must come through all of this.
    await recovering.ok('meetings.create', {
      ...newMeeting,
      fields: { ...newMeeting.fields, title: 'Avant' },
    })
    const [last] = await recovering.ok('meetings.list', { year: 2027 })
    expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
    destroyPagesOf(folder, 'agenda_item')
    const before = bytesOf(folder)
    recovering.events.length = 0
    expect(await codeOf(recovering, 'agenda.list', { meetingId: last?.id })).toBe('data-damaged')
    const named = [readKey('recovery.damage', {})]
    expect(recovering.events).toContainEqual(
      expect.objectContaining({ topic: 'changed', reads: expect.arrayContaining(named) }),
    )
    const { data } = await recovering.ok('recovery.damage', {})
    expect(data).toMatchObject({ code: 'data-damaged', lastGood: expect.any(String) })
    // Writes are refused, whatever they would touch; a backup of it too.
    expect(await codeOf(recovering, 'meetings.create', newMeeting)).toBe('data-damaged')
    expect(await codeOf(recovering, 'history.undo', {})).toBe('data-damaged')
    expect(await codeOf(recovering, 'backups.make', {})).toBe('data-damaged')
    // Pages that can still be read are.
    expect(await recovering.ok('meetings.list', { year: 2027 })).toHaveLength(6)
    expect(bytesOf(folder)).toEqual(before)

    expect(await recovering.ok('recovery.examine', {})).toEqual({ reason: 'data-damaged' })
    expect(recovering.desk.reason).toBe('data-damaged')
    expect(bytesOf(folder)).toEqual(before)
    expect(await recovering.ok('recovery.read', {})).not.toBeNull()
    await recovering.ok('recovery.useReading', {})
    expect(recovering.desk.reason).toBeNull()
    expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
    const [kept = ''] = aside(folder)
    expect(bytesOf(join(folder, kept))).toEqual(before)
    expect(await recovering.ok('meetings.list', { year: 2028 })).toMatchObject([{ title: 'Avant' }])
    await recovering.ok('meetings.create', newMeeting)
    await recovering.close()
    expect(checkDatabase(join(folder, DATABASE)).sound).toBe(true)
  })

  it('are found by the next backup when no call reads them', async () => {
    const { folder, recovering } = await running()
    destroyPagesOf(folder, 'agenda_item')
    const before = readdirSync(join(folder, 'sauvegardes')).filter((name) => name.endsWith('.seances'))
    expect(await codeOf(recovering, 'backups.make', {})).toBe('data-damaged')
    expect((await recovering.ok('recovery.damage', {})).data).toMatchObject({ code: 'data-damaged' })
    expect(await codeOf(recovering, 'meetings.create', newMeeting)).toBe('data-damaged')
    expect(readdirSync(join(folder, 'sauvegardes')).filter((name) => name.endsWith('.seances'))).toEqual(
      before,
    )
  })

  it('are not forgotten when the application is closed meanwhile', async () => {
    const { folder, recovering } = await running()
    destroyPagesOf(folder, 'agenda_item')
    const [last] = await recovering.ok('meetings.list', { year: 2027 })
    await codeOf(recovering, 'agenda.list', { meetingId: last?.id })
    const before = bytesOf(folder)
    await recovering.close()
    expect(bytesOf(folder)).toEqual(before)
    open.recovering = await openRecovering(folder)
    expect(open.recovering.desk.reason).toBe('data-damaged')
  })
})

describe('a search that is damaged', () => {
  it('is made anew; nothing else is touched', async () => {
    const { folder, recovering } = await running((path) => {
      const db = new Database(join(path, DATABASE), nativeOptions())
      db.unsafeMode()
      db.exec('UPDATE search_index_data SET block = zeroblob(length(block)) WHERE id > 10')
      db.close()
      // As closed: an opening after a death would look at it first.
      rmSync(join(path, 'seances.ouvert'), { force: true })
      for (const suffix of ['-wal', '-shm']) rmSync(join(path, `${DATABASE}${suffix}`), { force: true })
    })
    expect(await codeOf(recovering, 'search.query', { words: 'sauvegarde', only: null })).toBe('data-damaged')
    expect(await codeOf(recovering, 'meetings.create', newMeeting)).toBe('data-damaged')
    expect(await recovering.ok('recovery.examine', {})).toEqual({ reason: null })
    expect(
      (await recovering.ok('search.query', { words: 'sauvegarde 6', only: null })).hits,
    ).not.toHaveLength(0)
    expect(await recovering.ok('meetings.list', { year: 2027 })).toHaveLength(6)
    await recovering.ok('meetings.create', newMeeting)
    expect(aside(folder)).toEqual([])
    await recovering.close()
    expect(checkDatabase(join(folder, DATABASE)).sound).toBe(true)
  })
})

describe('data of which nothing is damaged', () => {
  it('are examined and go on', async () => {
    const { recovering } = await running()
    expect(await recovering.ok('recovery.examine', {})).toEqual({ reason: null })
    await recovering.ok('meetings.create', newMeeting)
    expect(await recovering.ok('meetings.list', { year: 2028 })).toHaveLength(1)
  })
})

it.each([
  ['SQLITE_CORRUPT', 'data-damaged'],
  ['SQLITE_CORRUPT_VTAB', 'data-damaged'],
  ['SQLITE_NOTADB', 'data-damaged'],
  ['SQLITE_IOERR', 'disk-failing'],
  ['SQLITE_IOERR_READ', 'disk-failing'],
  ['SQLITE_IOERR_FSYNC', 'disk-failing'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
])('damage met as %s is said as %s', (code, said) => {
  expect(toAppError(Object.assign(new Error(code), { code })).code).toBe(said)
})
