import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashFile } from '../../electron/db/durable.ts'
import { MOVED_NOTE } from '../../electron/domain/data/moved-data.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { openRecovering } from './damaged-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { until } from './until.ts'

let opened: OpenedCore
let disk: string
beforeEach(async () => {
  opened = await openTestCore()
  disk = mkdtempSync(join(tmpdir(), 'seances-disk-'))
})
afterEach(async () => {
  await opened.dispose()
  rmSync(disk, { recursive: true, force: true })
})

/** Left by Syncthing in the folder that it synchronises. */
const synchronise = (folder: string) => mkdirSync(join(folder, '.stfolder'), { recursive: true })
const meeting = (date: string) =>
  opened.ok('meetings.create', { fields: { date, title: `Séance du ${date}` }, fromTemplate: false })
const move = (into = disk) => opened.core.internal('moveData', { into, name: 'donnees' })
const target = () => join(disk, 'donnees')

async function moved(): Promise<string> {
  const envelope = await move()
  if (!envelope.ok) throw new Error(envelope.error.code)
  return envelope.value.folder
}

/** The data of another folder, as the application opens them next. */
async function openedAt<T>(folder: string, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await openCore({
    ...{ dataFolder: folder, who: 'essai', emit: () => undefined, log: () => undefined },
    runJob: () => Promise.reject(new Error('no job')),
  })
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

/** What is in the folder that was moved to, once what was left in the former one is set aside. */
const datesAfterMove = (folder: string) =>
  openedAt(folder, async (core) => {
    await until(async () => JSON.stringify(await core.call('dataPlace.get', {})).includes('ancienne-copie-'))
    return datesIn(core)
  })

const datesIn = (core: Core) =>
  core.call('meetings.list', { year: null }).then((list) => {
    if (!list.ok) throw new Error(list.error.code)
    return list.value.map(({ date }) => date).sort()
  })

/** Every file below a folder with its hash, by its name there. */
async function hashes(folder: string, within = ''): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
    const name = join(within, entry.name)
    if (entry.isDirectory()) for (const [file, hash] of await hashes(folder, name)) found.set(file, hash)
    else found.set(name, await hashFile(join(folder, name)))
  }
  return found
}

describe('a place that endangers the data', () => {
  it('is told, and stays told until somebody keeps this very folder', async () => {
    expect(await opened.ok('dataPlace.get', {})).toMatchObject({ risk: null, isKept: false, moved: null })
    synchronise(opened.folder)
    const risk = { kind: 'synchronised', service: 'Syncthing' }
    expect(await opened.ok('dataPlace.get', {})).toMatchObject({ risk, isKept: false })
    expect(await opened.ok('dataPlace.keep', {})).toMatchObject({ risk, isKept: true })
    await opened.restart()
    expect(await opened.ok('dataPlace.get', {})).toMatchObject({ risk, isKept: true })
  })

  it('is told of the second folder too, where it is no danger', async () => {
    synchronise(disk)
    const made = await opened.core.internal('setCopyFolder', { path: disk })
    expect(made.ok).toBe(true)
    expect(await opened.ok('dataPlace.get', {})).toMatchObject({
      risk: null,
      copies: { kind: 'synchronised', service: 'Syncthing' },
    })
  })
})

describe('moving the data', () => {
  it('brings everything along, and leaves what was there under a name that says what it is', async () => {
    await meeting('2027-03-11')
    await opened.core.internal('setHandOverFolder', { path: disk })
    mkdirSync(join(opened.folder, 'pieces'), { recursive: true })
    writeFileSync(join(opened.folder, 'pieces', 'a'.repeat(64)), 'pièce')
    await opened.ok('backups.make', {})
    await meeting('2027-04-08')
    expect(readdirSync(opened.folder)).toEqual(expect.arrayContaining(['seances.lock', 'seances.ouvert']))
    const before = await hashes(opened.folder)
    const envelope = await move()
    expect(envelope).toMatchObject({
      ok: true,
      value: { folder: target(), folderName: 'donnees', meetings: 2 },
    })
    expect(opened.events).toContainEqual(
      expect.objectContaining({ topic: 'progress', method: 'dataPlace.move' }),
    )
    // Nothing more is written to what was left.
    expect(
      await opened.refused('meetings.create', { fields: { date: '2027-05-13' }, fromTemplate: false }),
    ).toBe('data-moving')
    await opened.core.close()
    const after = await hashes(target())
    // What says that a folder is open belongs to that folder.
    expect([...after.keys()].filter((name) => /^seances\.(lock|ouvert)/.test(name))).toEqual([])
    for (const [name, hash] of before)
      if (!/^seances\.|^desk\.json$|verdicts\.json$/.test(name))
        expect([name, after.get(name)]).toEqual([name, hash])
    await openedAt(target(), async (core) => {
      expect(await datesIn(core)).toEqual(['2027-03-11', '2027-04-08'])
      expect(await core.call('handOver.writer', {})).toMatchObject({ ok: true, value: { state: 'mine' } })
      await until(() => readdirSync(opened.folder).includes('LISEZ-MOI.txt'))
      const place = () => core.call('dataPlace.get', {})
      await until(async () => JSON.stringify(await place()).includes('ancienne-copie-'))
      expect(await place()).toMatchObject({
        ok: true,
        value: { risk: null, moved: { asideName: expect.stringMatching(/^ancienne-copie-/) } },
      })
    })
    const left = readdirSync(opened.folder)
    expect(left).not.toContain('seances.sqlite')
    const aside = left.find((name) => name.startsWith('ancienne-copie-')) ?? ''
    expect(readdirSync(join(opened.folder, aside))).toContain('seances.sqlite')
    expect(left).toEqual(expect.arrayContaining(['pieces', 'sauvegardes', MOVED_NOTE]))
    // And what was left is opened by nobody as if it were the data.
    await expect(openedAt(opened.folder, datesIn)).rejects.toMatchObject({ code: 'data-moved' })
  })

  it('given up, leaves the data where they were; begun again it goes through, over what was copied', async () => {
    await meeting('2027-03-11')
    const store = join(opened.folder, 'pieces')
    mkdirSync(store, { recursive: true })
    for (let count = 0; count < 60; count += 1)
      writeFileSync(join(store, String(count).padStart(64, '0')), `pièce ${count}`)
    const stopping = opened.core.internal('moveData', { into: disk, name: 'donnees' })
    await until(() => opened.events.some((event) => event.topic === 'progress'))
    await opened.ok('dataPlace.stop', {})
    expect(await stopping).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(existsSync(target())).toBe(false)
    await meeting('2027-04-08')
    // A file spoilt in the unfinished copy is not taken for what it should be.
    const unfinished = `${target()}-en-cours`
    writeFileSync(join(unfinished, 'pieces', '0'.repeat(64)), 'autre chose')
    writeFileSync(join(unfinished, 'en-trop.txt'), 'x')
    const folder = await moved()
    expect(existsSync(unfinished)).toBe(false)
    expect(readFileSync(join(folder, 'pieces', '0'.repeat(64)), 'utf8')).toBe('pièce 0')
    expect(existsSync(join(folder, 'en-trop.txt'))).toBe(false)
    await opened.core.close()
    expect(await datesAfterMove(folder)).toEqual(['2027-03-11', '2027-04-08'])
  })

  it('cut short before it counts, changes nothing; the same copy is brought up to date and counts then', async () => {
    await meeting('2027-03-11')
    // The note cannot be written: the server went away at the worst moment.
    const obstacle = join(opened.folder, `${MOVED_NOTE}.tmp`)
    mkdirSync(obstacle)
    expect((await move()).ok).toBe(false)
    expect(existsSync(join(target(), 'seances.sqlite'))).toBe(true)
    await meeting('2027-04-08')
    await opened.restart()
    expect((await opened.ok('meetings.list', { year: null })).length).toBe(2)
    rmSync(obstacle, { recursive: true, force: true })
    expect(await moved()).toBe(target())
    await opened.core.close()
    expect(await datesAfterMove(target())).toEqual(['2027-03-11', '2027-04-08'])
  })

  it('never goes into a folder that has something of its own', async () => {
    mkdirSync(target())
    writeFileSync(join(target(), 'à-moi.txt'), 'x')
    expect(await moved()).toBe(join(disk, 'donnees-2'))
    expect(readdirSync(target())).toEqual(['à-moi.txt'])
  })

  it('is refused into a place that is no better, and while another one is under way', async () => {
    const other = join(disk, 'synchronise')
    synchronise(other)
    for (const into of [other, opened.folder, join(opened.folder, 'pieces')])
      expect(await move(into)).toMatchObject({ ok: false, error: { code: 'place-refused' } })
    const [one, two] = await Promise.all([move(), move()])
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1)
  })
})

describe('a folder whose data went elsewhere', () => {
  it('says where they are, and can be gone on with when they are lost there', async () => {
    await meeting('2027-03-11')
    await moved()
    await opened.core.close()
    const recovering = await openRecovering(opened.folder)
    try {
      const state = await recovering.ok('recovery.state', {})
      expect(state).toMatchObject({ reason: 'data-moved', movedTo: { machineName: expect.any(String) } })
      const [newest] = state.backups
      if (newest === undefined) throw new Error('no backup')
      const done = await recovering.ok('recovery.useBackup', { place: newest.place, token: newest.token })
      expect(recovering.desk.reason).toBeNull()
      expect(done.meetings).toBe(1)
      expect(existsSync(join(opened.folder, done.asideName, MOVED_NOTE))).toBe(true)
    } finally {
      await recovering.close()
    }
    // The other one does not take it for what it left behind.
    expect(await openedAt(target(), datesIn)).toEqual(['2027-03-11'])
    expect(existsSync(join(opened.folder, 'seances.sqlite'))).toBe(true)
  })
})
