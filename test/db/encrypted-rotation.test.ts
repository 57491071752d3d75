import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunJob } from '../../electron/contract/wire.ts'
import { backupName, parseBackupName } from '../../electron/db/backups/name.ts'
import { readDesk } from '../../electron/db/desk/desk.ts'
import { hashFile } from '../../electron/db/durable.ts'
import { copyEncrypted } from '../../electron/db/encryption/backup-encrypted.ts'
import { encryptFiles, makeEncryptionKey } from '../../electron/db/encryption/encryption.ts'
import { usualRule } from '../../electron/domain/data/backup.ts'
import { encryptDesk, encryptedIn, PASSPHRASE } from '../contract/encrypted-world.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'
import { until } from '../contract/until.ts'

const NEXT = 'girafe lavande tournevis onze brumes'

let opened: OpenedCore
let second: string
beforeEach(async () => {
  opened = await openTestCore()
  second = mkdtempSync(join(tmpdir(), 'seances-reseau-'))
})
afterEach(async () => {
  await opened.dispose()
  rmSync(second, { recursive: true, force: true })
})

const choose = async () => {
  expect(await opened.core.internal('setCopyFolder', { path: second })).toMatchObject({
    value: { lastFailure: null },
  })
}
const meeting = () => opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
/** Answers the hash of what was attached. */
const attach = async (meetingId: string, bytes: Uint8Array) => {
  const file = { fileName: 'note.txt', bytes }
  const all = await opened.ok('attachments.add', { meetingId, itemId: null, file })
  return all.at(-1)?.sha256 ?? ''
}
const words = (text: string) => new TextEncoder().encode(text)
const newest = () => ({ place: 'copies' as const, token: encryptedIn(second)[0] ?? '' })
const store = () => readdirSync(join(second, 'pieces')).map((name) => join(second, 'pieces', name))
const plainIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.seances'))
const halves = () =>
  readdirSync(second, { recursive: true })
    .map(String)
    .filter((name) => name.includes('.tmp'))

describe('as many encrypted copies stay as of plain ones', () => {
  it('three of today, the last of fourteen days and of twelve months, with what they speak of', async () => {
    const own = join(opened.folder, 'sauvegardes')
    mkdirSync(own, { recursive: true })
    const key = await makeEncryptionKey(PASSPHRASE, [], 10)
    const runJob = (async (
      _name: string,
      input: Parameters<typeof encryptFiles>[0] & { files: never; recipient: string },
    ) => ({
      encrypted: await encryptFiles(input.files, input.recipient, () => undefined),
    })) as unknown as RunJob
    const instants: Date[] = []
    // Two years of months, forty days, and five of today.
    for (let month = 24; month > 0; month -= 1) instants.push(new Date(Date.UTC(2026, 10 - month, 20, 8)))
    for (let day = 40; day > 0; day -= 1) instants.push(new Date(Date.UTC(2026, 10, 26 - day, 9)))
    for (let hour = 5; hour > 0; hour -= 1) instants.push(new Date(Date.UTC(2026, 10, 26, 15 - hour)))
    for (const now of instants) {
      const path = join(own, backupName(now, 'regular'))
      // Which ones stay does not depend on what they hold.
      writeFileSync(path, `La copie de ${now.toISOString()}`)
      writeFileSync(
        `${path}.sha256`,
        `${await hashFile(path)}  ${backupName(now, 'regular')}\n# liste complète\n`,
      )
      await copyEncrypted(path, second, { key, now, rule: usualRule, runJob, isDamaged: () => false, own })
      rmSync(path)
    }
    const days = encryptedIn(second).map((name) => parseBackupName(name)?.at.slice(0, 10) ?? '')
    expect(days.filter((day) => day === '2026-11-26')).toHaveLength(3)
    const beforeToday = [...new Set(days)].slice(1, 14)
    expect(beforeToday).toEqual(
      Array.from({ length: 13 }, (_, back) =>
        new Date(Date.UTC(2026, 10, 25 - back)).toISOString().slice(0, 10),
      ),
    )
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12)
    expect(days).toHaveLength(3 + 13 + 11)
    // Each has its list, and no list is without its copy.
    const lists = readdirSync(second).filter((name) => name.endsWith('.sha256'))
    expect(lists.sort()).toEqual(
      encryptedIn(second)
        .map((name) => `${name}.sha256`)
        .sort(),
    )
  })

  it('and no encrypted attachment that none of them speaks of, once nobody can be about to speak of it', async () => {
    await meeting()
    await encryptDesk(opened)
    mkdirSync(join(second, 'pieces'))
    const [old, young] = ['a', 'b'].map((digit) => join(second, 'pieces', `${digit.repeat(64)}.age`)) as [
      string,
      string,
    ]
    for (const path of [old, young]) writeFileSync(path, 'chiffré')
    const before = new Date(Date.now() - 2 * 86_400_000)
    utimesSync(old, before, before)
    await choose()
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })
})

describe('copies of one day that lie there in clear', () => {
  it('are all encrypted: none makes room for the encrypted one of another', async () => {
    const { id } = await meeting()
    await choose()
    // Each choice of the folder brings a copy of its own, as time does.
    for (const text of ['deuxième', 'troisième', 'quatrième']) {
      await attach(id, words(text))
      await choose()
    }
    const before = plainIn(second)
    expect(before.length).toBeGreaterThan(2)
    const { keyName } = await opened.ok('encryption.turnOn', { passphrase: PASSPHRASE })
    expect(keyName).not.toBe('')
    expect(await opened.ok('settings.copies', {})).toMatchObject({ lastFailure: null })
    expect(plainIn(second)).toEqual([])
    const three = before.sort().slice(-3)
    expect(encryptedIn(second).sort().slice(-3)).toEqual(three.map((name) => `${name}.age`))
  })
})

describe('an encryption that is stopped', () => {
  it('while its key is made leaves copies as they were', async () => {
    await meeting()
    await choose()
    let answer = ''
    const turning = opened.refused('encryption.turnOn', { passphrase: PASSPHRASE }).then((code) => {
      answer = code
    })
    // Stopped again until it has begun and can be.
    await until(async () => {
      await opened.ok('backups.stop', {})
      return answer !== ''
    })
    await turning
    expect(answer).toBe('cancelled')
    expect((await opened.ok('backups.list', {})).encryption).toBeNull()
    expect(plainIn(second)).toHaveLength(1)
    expect(readDesk(opened.folder).encryption).toBeNull()
  })

  it('while copies are encrypted leaves no half of one, and goes on with the next copy', async () => {
    const { id } = await meeting()
    for (let count = 0; count < 8; count += 1) await attach(id, new Uint8Array(6_000_000).fill(count + 1))
    await choose()
    const turning = opened.ok('encryption.turnOn', { passphrase: PASSPHRASE })
    // The key comes first, and a slow machine takes its time over it.
    await until(() => readDesk(opened.folder).encryption !== null, 50_000)
    await until(() =>
      opened.events.some((one) => one.topic === 'progress' && one.method === 'encryption.turnOn'),
    )
    await opened.ok('backups.stop', {})
    await turning
    expect(halves()).toEqual([])
    expect(plainIn(second)).toHaveLength(1)
    expect((await opened.ok('backups.list', {})).encryption).not.toBeNull()
    await opened.ok('backups.make', {})
    expect([plainIn(second), halves()]).toEqual([[], []])
    expect(store().every((path) => path.endsWith('.age'))).toBe(true)
    expect(await opened.ok('backups.verify', { ...newest(), passphrase: PASSPHRASE })).toMatchObject({
      condition: 'sound',
    })
  })
})

describe('the passphrase', () => {
  it('is changed with the present one: copies of before and after open with the new one alone', async () => {
    await meeting()
    await encryptDesk(opened)
    await choose()
    const change = (current: string, next: string) => ({ current, next })
    expect(await opened.refused('encryption.changePassphrase', change('pas la bonne phrase', NEXT))).toBe(
      'passphrase-wrong',
    )
    expect(await opened.refused('encryption.changePassphrase', change(PASSPHRASE, 'azerty'))).toBe(
      'passphrase-weak',
    )
    const before = newest()
    const { keyName } = await opened.ok('encryption.changePassphrase', change(PASSPHRASE, NEXT))
    expect(readdirSync(second).filter((name) => name.startsWith('cle-'))).toEqual([keyName])
    await opened.ok('backups.make', {})
    expect(newest()).not.toEqual(before)
    for (const which of [before, newest()]) {
      expect(await opened.ok('backups.look', { ...which, passphrase: NEXT })).toMatchObject({
        meetingCount: 1,
      })
      expect(await opened.refused('backups.look', { ...which, passphrase: PASSPHRASE })).toBe(
        'passphrase-wrong',
      )
    }
  })

  it('cannot be changed where nothing is encrypted', async () => {
    expect(await opened.refused('encryption.changePassphrase', { current: PASSPHRASE, next: NEXT })).toBe(
      'conflict',
    )
  })
})

describe('what rots in the second folder', () => {
  const spoil = (path: string) => {
    const bytes = readFileSync(path)
    bytes.fill(0, bytes.length >> 1)
    writeFileSync(path, bytes)
  }

  it.each([
    ['altered', spoil],
    ['cut short', (path: string) => truncateSync(path, 40)],
    ['gone', (path: string) => rmSync(path)],
  ])(
    'an encrypted attachment that is %s is encrypted again from what this desk has, for every copy',
    async (_, harm) => {
      const { id } = await meeting()
      await attach(id, words('pièce jointe'))
      await encryptDesk(opened)
      await choose()
      await meeting()
      await opened.ok('backups.make', {})
      const [path = ''] = store()
      harm(path)
      expect(await opened.ok('backups.verify', newest())).toMatchObject({ condition: 'sound', missing: 0 })
      for (const token of encryptedIn(second))
        expect(
          await opened.ok('backups.verify', { place: 'copies', token, passphrase: PASSPHRASE }),
        ).toMatchObject({ condition: 'sound', missing: 0 })
      expect(halves()).toEqual([])
    },
  )

  it('one that this desk no longer has either is said to be missing', async () => {
    const { id } = await meeting()
    await attach(id, words('pièce jointe'))
    await encryptDesk(opened)
    await choose()
    for (const place of [opened.folder, join(opened.folder, 'sauvegardes')])
      for (const name of readdirSync(join(place, 'pieces'))) spoil(join(place, 'pieces', name))
    spoil(store()[0] ?? '')
    expect(await opened.ok('backups.verify', newest())).toMatchObject({ condition: 'incomplete', missing: 1 })
  })
})

describe('a damaged copy in clear, when encryption is turned on', () => {
  beforeEach(async () => {
    const { id } = await meeting()
    await attach(id, words('pièce jointe'))
    await choose()
    const [plain = ''] = plainIn(second)
    truncateSync(join(second, plain), 5_000)
    await encryptDesk(opened)
  })

  it('gives way to an encrypted one of the backup that it was a copy of', async () => {
    await opened.ok('backups.make', {})
    expect(plainIn(second)).toEqual([])
    expect(store().every((path) => path.endsWith('.age'))).toBe(true)
    for (const token of encryptedIn(second))
      expect(
        await opened.ok('backups.verify', { place: 'copies', token, passphrase: PASSPHRASE }),
      ).toMatchObject({ condition: 'sound' })
    expect(encryptedIn(second)).toHaveLength(2)
  })

  it('stays where that backup is gone, is known as damaged, and keeps only what it speaks of', async () => {
    const [plain = ''] = plainIn(second)
    rmSync(join(opened.folder, 'sauvegardes', plain))
    const nobodys = join(second, 'pieces', 'e'.repeat(64))
    writeFileSync(nobodys, 'dont personne ne parle')
    await opened.ok('backups.make', {})
    expect(plainIn(second)).toEqual([plain])
    const { files } = await opened.ok('backups.list', {})
    expect(files.find(({ token, place }) => token === plain && place === 'copies')).toMatchObject({
      condition: 'damaged',
      isEncrypted: false,
    })
    expect(store().filter((path) => !path.endsWith('.age'))).toHaveLength(1)
    expect(existsSync(nobodys)).toBe(false)
  })
})

describe('a file that is gone from this desk', () => {
  it('comes back from encrypted copies with their passphrase, and no other', async () => {
    const { id } = await meeting()
    const sha256 = await attach(id, words('pièce jointe'))
    await encryptDesk(opened)
    await choose()
    for (const place of [opened.folder, join(opened.folder, 'sauvegardes')])
      rmSync(join(place, 'pieces'), { recursive: true })
    await opened.ok('keptFiles.check', {})
    const bring = { files: [sha256] }
    expect(await opened.ok('keptFiles.bringBack', bring)).toMatchObject({
      found: 0,
      notFound: 1,
      closed: true,
    })
    expect(await opened.refused('keptFiles.bringBack', { ...bring, passphrase: 'une autre' })).toBe(
      'passphrase-wrong',
    )
    expect(existsSync(join(opened.folder, 'pieces', sha256))).toBe(false)
    const back = await opened.ok('keptFiles.bringBack', { ...bring, passphrase: PASSPHRASE })
    expect(back).toMatchObject({ found: 1, notFound: 0, closed: false, list: { faults: [] } })
    expect(readFileSync(join(opened.folder, 'pieces', sha256), 'utf8')).toBe('pièce jointe')
    expect(readdirSync(join(opened.folder, 'pieces'))).toEqual([sha256])
  })

  it('does not come back from an encrypted one that rotted', async () => {
    const { id } = await meeting()
    const sha256 = await attach(id, words('pièce jointe'))
    await encryptDesk(opened)
    await choose()
    for (const place of [opened.folder, join(opened.folder, 'sauvegardes')])
      rmSync(join(place, 'pieces'), { recursive: true })
    mkdirSync(join(opened.folder, 'pieces'))
    truncateSync(store()[0] ?? '', 230)
    const back = await opened.ok('keptFiles.bringBack', { files: [sha256], passphrase: PASSPHRASE })
    expect(back).toMatchObject({ found: 0, notFound: 1, closed: false })
    expect(readdirSync(join(opened.folder, 'pieces'))).toEqual([])
  })
})
