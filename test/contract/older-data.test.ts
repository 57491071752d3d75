// The data are held against their copies: nothing older opens in silence, and no folder goes in silence.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inp } from '../entry.ts'
import { DATABASE, openRecovering, type Recovering } from './damaged-world.ts'
import { encryptDesk, encryptedIn } from './encrypted-world.ts'
import { openTestCore } from './open-core.ts'

let folder: string
const held: Recovering[] = []
const folders: string[] = []

const meeting = (month: number) => ({
  fields: { date: `2027-0${month}-14`, title: `Séance ${month}` },
  fromTemplate: false,
})
const backups = () => readdirSync(join(folder, 'sauvegardes')).filter((name) => name.endsWith('.seances'))

async function open(): Promise<Recovering> {
  const recovering = await openRecovering(folder)
  held.push(recovering)
  return recovering
}

beforeEach(async () => {
  const made = await openTestCore()
  folder = `${made.folder}-copie`
  folders.push(folder)
  // Three meetings and a backup, closed; one more and a backup, one more: both in the log alone.
  for (const month of [1, 2, 3]) await made.ok('meetings.create', meeting(month))
  await made.ok('backups.make', {})
  await made.restart()
  await made.ok('meetings.create', meeting(4))
  await made.ok('backups.make', {})
  await made.ok('meetings.create', meeting(5))
  cpSync(made.folder, folder, { recursive: true, filter: (path) => !/\.lock$|-shm$/.test(path) })
  await made.dispose()
})
afterEach(async () => {
  for (const recovering of held.splice(0)) await recovering.close()
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

/** The database as its first backup has it, closed. */
function putOldest(): void {
  const [oldest = ''] = backups().sort()
  copyFileSync(join(folder, 'sauvegardes', oldest), join(folder, DATABASE))
  for (const name of [`${DATABASE}-wal`, 'seances.ouvert']) rmSync(join(folder, name), { force: true })
}

describe('data that open', () => {
  it('are not held against anything when they are the newest', async () => {
    const { ok } = await open()
    expect(await ok('recovery.older', {})).toBeNull()
    expect(await ok('meetings.list', { year: 2027 })).toHaveLength(5)
  })

  it('without the log of a core that died, say so', async () => {
    rmSync(join(folder, `${DATABASE}-wal`))
    const { ok } = await open()
    expect(await ok('recovery.older', {})).toMatchObject({
      lostLog: true,
      newer: [{ changes: 1, survey: { meetings: 4 } }],
      now: { meetings: 3 },
    })
  })

  it('in the place of newer ones, are told from their newest copy, with what each holds', async () => {
    putOldest()
    const { ok } = await open()
    const [, newest] = backups().sort()
    expect(await ok('recovery.older', {})).toMatchObject({
      lostLog: false,
      newer: [{ place: 'desk', token: newest, changes: 1, survey: { meetings: 4 } }],
      now: { meetings: 3 },
    })
  })

  it('do not push a newer copy out, however many backups follow', async () => {
    putOldest()
    const { ok } = await open()
    const [, newest] = backups().sort()
    for (let time = 0; time < 7; time += 1) await ok('backups.make', {})
    expect(backups()).toContain(newest)
    expect((await ok('recovery.older', {}))?.newer.map(({ token }) => token)).toEqual([newest])
  })

  it('say so as long as nobody answered, however much is written since, and push no newer copy out', async () => {
    putOldest()
    const { ok } = await open()
    for (let month = 1; month <= 9; month += 1) await ok('meetings.create', meeting(month))
    const [, newest] = backups().sort()
    const told = { newer: [{ token: newest, changes: 1, survey: { meetings: 4 } }] }
    expect(await ok('recovery.older', {})).toMatchObject(told)
    for (let time = 0; time < 7; time += 1) await ok('backups.make', {})
    expect(backups()).toContain(newest)
    await held.pop()?.close()
    const again = await open()
    expect(await again.ok('recovery.older', {})).toMatchObject(told)
    await again.ok('recovery.keepData', {})
    expect(await again.ok('recovery.older', {})).toBeNull()
    for (let time = 0; time < 7; time += 1) await again.ok('backups.make', {})
    expect(backups()).not.toContain(newest)
  })

  it.each([
    ['kept', 9],
    ['given up', 4],
  ])(
    'that are not those of this desk say so, and push none of its copies out, until they are %s',
    async (answer, meetings) => {
      const other = await openTestCore()
      for (let month = 1; month <= 9; month += 1) await other.ok('meetings.create', meeting(month))
      await other.core.close()
      copyFileSync(join(other.folder, DATABASE), join(folder, DATABASE))
      await other.dispose()
      for (const name of [`${DATABASE}-wal`, 'seances.ouvert']) rmSync(join(folder, name), { force: true })
      const own = backups()
      const { ok } = await open()
      const token = own.toSorted().at(-1) ?? ''
      expect((await ok('recovery.older', {}))?.newer[0]).toMatchObject({ token, changes: null })
      for (let time = 0; time < 7; time += 1) await ok('backups.make', {})
      expect(backups()).toEqual(expect.arrayContaining(own))
      if (answer === 'kept') await ok('recovery.keepData', {})
      else await ok('backups.restore', { place: 'desk', token })
      expect(await ok('recovery.older', {})).toBeNull()
      await held.pop()?.close()
      const again = await open()
      expect(await again.ok('recovery.older', {})).toBeNull()
      expect(await again.ok('meetings.list', { year: 2027 })).toHaveLength(meetings)
    },
  )

  it('count once somebody has said so, also after the next opening', async () => {
    putOldest()
    const first = await open()
    await first.ok('recovery.keepData', {})
    expect(await first.ok('recovery.older', {})).toBeNull()
    await first.ok('meetings.create', meeting(6))
    await held.pop()?.close()
    expect(await (await open()).ok('recovery.older', {})).toBeNull()
  })

  it('are given up for the newer copy by restoring it', async () => {
    putOldest()
    const { ok } = await open()
    const [newest] = (await ok('recovery.older', {}))?.newer ?? []
    await ok('backups.restore', { place: 'desk', token: newest?.token ?? '' })
    expect(await ok('recovery.older', {})).toBeNull()
    expect(await ok('meetings.list', { year: 2027 })).toHaveLength(4)
  })

  it('are said by inp check, which ends with 1', async () => {
    putOldest()
    const check = () => inp('check', '--data', folder)
    const { status, stderr } = check()
    expect(stderr).toContain('plus anciennes que leur sauvegarde')
    expect(status).toBe(1)
    const recovering = await open()
    await recovering.ok('recovery.keepData', {})
    await held.pop()?.close()
    expect(check().status).toBe(0)
  })
})

describe('a whole folder that was put back', () => {
  it('is held against the encrypted copies in the second folder, which stay, and no passphrase is asked to say so', async () => {
    const second = `${folder}-copies`
    const before = `${folder}-avant`
    folders.push(second, before)
    mkdirSync(second)
    const made = await open()
    await made.desk.internal('setCopyFolder', { path: second })
    await encryptDesk({ folder })
    await made.ok('backups.make', {})
    await held.pop()?.close()
    cpSync(folder, before, { recursive: true })
    const later = await open()
    for (const month of [6, 7]) await later.ok('meetings.create', meeting(month))
    await later.ok('backups.make', {})
    await held.pop()?.close()
    const [newest] = encryptedIn(second)
    rmSync(folder, { recursive: true })
    renameSync(before, folder)

    const { ok } = await open()
    const older = {
      lostLog: false,
      newer: [{ place: 'copies', token: newest, changes: 2, survey: null }],
      now: { meetings: 5 },
    }
    expect(await ok('recovery.older', {})).toMatchObject(older)
    for (let time = 0; time < 7; time += 1) await ok('backups.make', {})
    expect(encryptedIn(second)).toContain(newest)
    expect(await ok('recovery.older', {})).toMatchObject(older)
    await ok('recovery.keepData', {})
    expect(await ok('recovery.older', {})).toBeNull()
  })
})

describe('an old copy in the second folder that goes bad', () => {
  it('is written again, and puts no newer copy in question; what somebody answers meanwhile stays answered', async () => {
    const second = `${folder}-copies`
    folders.push(second)
    mkdirSync(second)
    const { ok, desk } = await open()
    await desk.internal('setCopyFolder', { path: second })
    for (const month of [6, 7, 8]) {
      await ok('backups.make', {})
      await ok('meetings.create', meeting(month))
    }
    const [oldest = ''] = readdirSync(second)
      .filter((name) => name.endsWith('.seances'))
      .sort()
    const [kept] = [readFileSync(join(second, oldest))]
    writeFileSync(join(second, oldest), kept.subarray(0, kept.length - 1))
    expect((await ok('backups.verify', { place: 'copies', token: oldest })).condition).toBe('sound')
    expect(readFileSync(join(second, oldest))).toEqual(kept)
    expect(await ok('recovery.older', {})).toBeNull()
    await ok('backups.make', {})
    expect(await ok('recovery.older', {})).toBeNull()
  })
})

const codeOf = async ({ desk }: Recovering, method: string, input: unknown) => {
  const envelope = await desk.callUntyped(method, input)
  return envelope.ok ? null : envelope.error.code
}

describe('a data folder under an open core', () => {
  const elsewhere = () => `${folder}-ailleurs`
  beforeEach(() => {
    folders.push(elsewhere())
  })

  it.each([
    ['renamed', () => renameSync(folder, elsewhere())],
    ['deleted', () => rmSync(folder, { recursive: true })],
    [
      'replaced',
      () => {
        renameSync(folder, elsewhere())
        mkdirSync(folder)
        writeFileSync(join(folder, DATABASE), '')
      },
    ],
  ])('that is %s is said by the next save, which is not acknowledged', async (_, away) => {
    const recovering = await open()
    away()
    expect(await codeOf(recovering, 'meetings.create', meeting(6))).toBe('data-missing')
    expect((await recovering.ok('recovery.damage', {})).data).toMatchObject({ code: 'data-missing' })
    expect(await codeOf(recovering, 'meetings.create', meeting(7))).toBe('data-missing')
    expect(await codeOf(recovering, 'backups.make', {})).toBe('data-missing')
  })

  it('that is gone is said within a minute when nobody saves', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const recovering = await open()
      renameSync(folder, elsewhere())
      expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
      vi.advanceTimersByTime(60_000)
      expect((await recovering.ok('recovery.damage', {})).data).toMatchObject({ code: 'data-missing' })
    } finally {
      vi.useRealTimers()
    }
  })

  it('is never begun anew: examined while it is gone, the data stay closed', async () => {
    const recovering = await open()
    renameSync(folder, elsewhere())
    expect(await codeOf(recovering, 'meetings.create', meeting(6))).toBe('data-missing')
    expect(await recovering.ok('recovery.examine', {})).toEqual({ reason: 'data-missing' })
    expect(existsSync(join(folder, DATABASE))).toBe(false)
  })

  it('comes back whole when it has its name again', async () => {
    const recovering = await open()
    renameSync(folder, elsewhere())
    expect(await codeOf(recovering, 'meetings.create', meeting(6))).toBe('data-missing')
    rmSync(folder, { recursive: true, force: true })
    renameSync(elsewhere(), folder)
    expect(await recovering.ok('recovery.examine', {})).toEqual({ reason: null })
    expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
    await recovering.ok('meetings.create', meeting(7))
    const titles = (await recovering.ok('meetings.list', { year: 2027 })).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Séance 5', 'Séance 7']))
  })
})
