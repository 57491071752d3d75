import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkDatabase, markDatabase } from '../../electron/db/copies/check.ts'
import { isWhole } from '../../electron/domain/data/recovery.ts'
import { newId } from '../../renderer/api/new-id.ts'
import {
  copyWorld,
  DATABASE,
  type Dice,
  damages,
  everyFile,
  makeWorld,
  openRecovering,
  playLogIn,
  type Recovering,
  rowsOf,
  type World,
} from './damaged-world.ts'
import { approvalInWriting, holdAndValidate, meetingOn } from './minutes-world.ts'
import { openTestCore } from './open-core.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => rmSync(world.folder, { recursive: true, force: true }))

const open: { recovering?: Recovering; folder?: string } = {}
afterEach(async () => {
  await open.recovering?.close()
  if (open.folder !== undefined) rmSync(open.folder, { recursive: true, force: true })
})

function dice(seed: number): Dice {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

async function damaged(name: string, seed = 7): Promise<{ folder: string; recovering: Recovering }> {
  const folder = copyWorld(world)
  playLogIn(folder)
  damages[name]?.(folder, dice(seed))
  open.folder = folder
  open.recovering = await openRecovering(folder)
  return { folder, recovering: open.recovering }
}

const meetings = (rows: ReadonlyMap<string, ReadonlyMap<string, unknown>>) => rows.get('meeting')?.size ?? 0
const aside = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('donnees-endommagees-'))

describe('a first page that is destroyed', () => {
  it.each(['a first page of zeros', 'a first page of noise'])(
    '%s: everything is read, nothing is missing',
    async (name) => {
      const { folder, recovering } = await damaged(name)
      const bytes = readFileSync(join(folder, DATABASE))
      const state = await recovering.ok('recovery.state', {})
      expect(state).toMatchObject({ reason: 'data-damaged', desk: 'there', copies: null, reading: null })
      expect(state.backups[0]).toMatchObject({ sound: true, place: 'desk' })
      const reading = await recovering.ok('recovery.read', {})
      expect(reading).toMatchObject({ schemaLent: true, meetings: meetings(world.rows) })
      expect(reading !== null && isWhole(reading)).toBe(true)
      expect(recovering.events).toContainEqual(
        expect.objectContaining({ topic: 'progress', method: 'recovery.read' }),
      )
      // Reading changes nothing yet; a restart finds what was read.
      expect(readFileSync(join(folder, DATABASE)).equals(bytes)).toBe(true)
      expect((await recovering.ok('recovery.state', {})).reading).toEqual(reading)
      const done = await recovering.ok('recovery.useReading', {})
      expect(recovering.desk.reason).toBeNull()
      expect(readFileSync(join(folder, done.asideName, DATABASE)).equals(bytes)).toBe(true)
      expect(existsSync(join(folder, done.asideName, 'LISEZ-MOI.txt'))).toBe(true)
      const list = await recovering.ok('meetings.list', { year: 2027 })
      expect(list).toHaveLength(6)
      expect(
        (await recovering.ok('search.query', { words: 'après la sauvegarde 6', only: null })).hits,
      ).not.toHaveLength(0)
      await recovering.close()
      for (const [table, rows] of world.rows)
        expect([table, rowsOf(join(folder, DATABASE)).get(table)]).toEqual([table, rows])
    },
  )
})

describe('destroyed pages', () => {
  it('give back from the journal what the tables no longer have', async () => {
    const { folder, recovering } = await damaged('pages of zeros', 21)
    expect(recovering.desk.reason).not.toBeNull()
    const reading = await recovering.ok('recovery.read', {})
    await recovering.ok('recovery.useReading', {})
    await recovering.close()
    expect(checkDatabase(join(folder, DATABASE)).sound).toBe(true)
    const now = rowsOf(join(folder, DATABASE))
    for (const outcome of reading?.tables ?? []) {
      const before = world.rows.get(outcome.table)
      const missing = [...(before ?? new Map()).keys()].filter((id) => !now.get(outcome.table)?.has(id))
      if (outcome.accounted)
        expect([outcome.table, missing.length]).toEqual([outcome.table, outcome.lost + outcome.orphans])
    }
  })
})

describe('backups', () => {
  it('say until when they go, and one takes the place of the data', async () => {
    const { folder, recovering } = await damaged('cut short')
    const { backups, damaged: file } = await recovering.ok('recovery.state', {})
    const [newest] = backups
    if (newest === undefined) throw new Error('no backup')
    expect(file?.sizeBytes).toBeGreaterThan(0)
    const { place, token } = newest
    expect(await recovering.ok('recovery.look', { place, token })).toMatchObject({ sound: true })
    const { asideName } = await recovering.ok('recovery.useBackup', { place, token })
    expect(aside(folder)).toEqual([asideName])
    expect(await recovering.ok('meetings.list', { year: 2027 })).toHaveLength(0)
    expect((await recovering.ok('recovery.state', {})).reason).toBeNull()
    expect(await recovering.desk.callUntyped('recovery.useBackup', { place, token })).toMatchObject({
      ok: false,
      error: { code: 'state-refuses' },
    })
  })

  it('are all older than what takes the place of the data, the one that was chosen too', async () => {
    const { folder, recovering } = await damaged('cut short')
    const { backups } = await recovering.ok('recovery.state', {})
    const { place, token } = backups.at(-1) ?? { place: 'desk', token: '' }
    await recovering.ok('recovery.useBackup', { place, token })
    await recovering.close()
    const changeOf = (path: string) => markDatabase(path)?.lastChange ?? 0
    const now = changeOf(join(folder, DATABASE))
    for (const one of backups) expect(now).toBeGreaterThan(changeOf(join(folder, 'sauvegardes', one.token)))
  })

  it('answer when the database is gone, and nothing is made in its place unasked', async () => {
    const { folder, recovering } = await damaged('gone')
    expect(recovering.desk.reason).toBe('data-missing')
    expect(existsSync(join(folder, DATABASE))).toBe(false)
    expect(await recovering.desk.callUntyped('home.get', {})).toMatchObject({
      error: { code: 'data-missing' },
    })
    const { backups } = await recovering.ok('recovery.state', {})
    await recovering.ok('recovery.useBackup', { place: 'desk', token: backups[0]?.token ?? '' })
    expect(await recovering.ok('home.get', {})).toMatchObject({ isEmpty: false })
  })

  it('may be gone too: the file is still read, or an empty database begun beside it', async () => {
    const folder = copyWorld(world)
    playLogIn(folder)
    rmSync(join(folder, 'sauvegardes'), { recursive: true })
    damages['a first page of zeros']?.(folder, dice(1))
    open.folder = folder
    open.recovering = await openRecovering(folder)
    const { recovering } = { recovering: open.recovering }
    expect(await recovering.ok('recovery.state', {})).toMatchObject({ desk: 'missing', backups: [] })
    expect(await recovering.ok('recovery.read', {})).toMatchObject({
      meetings: meetings(world.rows),
      backupAt: null,
    })
    await recovering.ok('recovery.useReading', {})
    expect(await recovering.ok('meetings.list', { year: 2027 })).toHaveLength(6)
  })
})

describe('what cannot be read at all', () => {
  it.each(['zero length', 'no database at all', 'another program’s database'])(
    '%s: says so, and every other rung still leads out',
    async (name) => {
      const { folder, recovering } = await damaged(name)
      const bytes = readFileSync(join(folder, DATABASE))
      expect(recovering.desk.reason).toBe('data-damaged')
      expect(await recovering.ok('recovery.read', {})).toBeNull()
      const { asideName } = await recovering.ok('recovery.startEmpty', {})
      expect(await recovering.ok('home.get', {})).toMatchObject({ isEmpty: true })
      expect(readFileSync(join(folder, asideName, DATABASE)).equals(bytes)).toBe(true)
      // The backups are still offered to come back to.
      expect(everyFile(join(folder, 'sauvegardes')).size).toBeGreaterThan(0)
    },
  )
})

describe('a look inside a backup from before', () => {
  it('misses the seal and the corrigendum that came after it', async () => {
    let minutes = 0
    const opened = await openTestCore({ clock: () => new Date(Date.UTC(2027, 0, 20, 9, minutes)) })
    try {
      const meetingId = await meetingOn(opened, '2026-11-12')
      await holdAndValidate(opened, meetingId)
      const { token } = await opened.ok('backups.make', {})
      minutes = 1
      await opened.ok('approval.approve', await approvalInWriting(opened, meetingId))
      const texts = { beforeText: 'mars', afterText: 'avril', reason: 'Erreur de date.' }
      const fields = { ...texts, itemId: null, place: 'Point 1, Échanges', decidedOn: '2027-01-14' }
      await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
      const { compared } = await opened.ok('backups.look', { place: 'desk', token })
      for (const kind of ['approval', 'corrigendum'])
        expect(compared.find((one) => one.kind === kind)).toMatchObject({ inside: 0, onlyNow: 1, changed: 0 })
    } finally {
      await opened.dispose()
    }
  })
})
