import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDesk } from '../../electron/db/desk/desk.ts'
import { encryptDesk, encryptedIn, holdersOf, PASSPHRASE } from '../contract/encrypted-world.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'

const WORDS = 'Séance zqxsecrète'
const PIECE = 'zqxpièce jointe de la séance'

let opened: OpenedCore
let second: string
beforeEach(async () => {
  opened = await openTestCore()
  second = join(opened.folder, 'reseau')
  mkdirSync(second)
})
afterEach(() => opened.dispose())

const add = (date: string) =>
  opened.ok('meetings.create', { fields: { date, title: WORDS }, fromTemplate: false })
const count = async () => (await opened.ok('meetings.list', { year: null })).length
const choose = async () => {
  expect(await opened.core.internal('setCopyFolder', { path: second })).toMatchObject({
    ok: true,
    value: { lastFailure: null },
  })
}
const attach = (meetingId: string, words = PIECE) =>
  opened.ok('attachments.add', {
    meetingId,
    itemId: null,
    file: { fileName: 'note.txt', bytes: new TextEncoder().encode(words) },
  })
const newest = () => ({ place: 'copies' as const, token: encryptedIn(second)[0] ?? '' })
const withWord = (passphrase = PASSPHRASE) => ({ ...newest(), passphrase })

/** One meeting with an attachment, and one encrypted copy of both. */
async function encryptedCopy(): Promise<string> {
  const { id } = await add('2026-12-10')
  await attach(id)
  await encryptDesk(opened)
  await choose()
  return id
}

describe('turning encryption on', () => {
  it('encrypts what lay in the folder in clear, keeps the passphrase nowhere, and opens with it', async () => {
    const { id } = await add('2026-12-10')
    await attach(id)
    await choose()
    expect(holdersOf(second, [WORDS, PIECE])).not.toEqual([])
    const [hash = ''] = readdirSync(join(second, 'pieces'))
    expect(await opened.refused('encryption.turnOn', { passphrase: 'azertyuiop12' })).toBe('passphrase-weak')
    await opened.ok('encryption.turnOn', { passphrase: PASSPHRASE })
    expect(holdersOf(second, [WORDS, PIECE, hash])).toEqual([])
    expect(readdirSync(second).filter((name) => name.endsWith('.seances'))).toEqual([])
    expect(holdersOf(opened.folder, [PASSPHRASE])).toEqual([])
    expect(opened.log.join('\n')).not.toContain(PASSPHRASE)
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1 })
    const { encryption, files } = await opened.ok('backups.list', {})
    expect(encryption?.keyName).toMatch(/^cle-[0-9a-f]{8}\.age$/)
    expect(files.map(({ place, isEncrypted }) => [place, isEncrypted])).toContainEqual(['copies', true])
    expect(files.some(({ place, isEncrypted }) => place === 'desk' && isEncrypted)).toBe(false)
  })

  it('is refused in a folder where the hand is passed, and the hand is not passed in one that is encrypted', async () => {
    await add('2026-12-10')
    await choose()
    await opened.ok('handOver.nameMachine', { name: 'Poste de Claire' })
    await opened.ok('handOver.transmit', {})
    await opened.ok('handOver.take', { breaks: false })
    expect(await opened.refused('encryption.turnOn', { passphrase: PASSPHRASE })).toBe(
      'encryption-shared-folder',
    )
    expect((await opened.ok('backups.list', {})).encryption).toBeNull()
    const apart = join(opened.folder, 'a-part')
    mkdirSync(apart)
    await encryptDesk(opened)
    expect(await opened.core.internal('setCopyFolder', { path: second })).toMatchObject({
      error: { code: 'encryption-shared-folder' },
    })
    expect(await opened.core.internal('setCopyFolder', { path: apart })).toMatchObject({ ok: true })
    expect(await opened.refused('handOver.transmit', {})).toBe('no-shared-folder')
  })
})

describe('an encrypted copy', () => {
  it('is looked into, restored with its attachments, and the restoring undone', async () => {
    const id = await encryptedCopy()
    await add('2027-01-14')
    rmSync(join(opened.folder, 'pieces'), { recursive: true })
    rmSync(join(opened.folder, 'sauvegardes', 'pieces'), { recursive: true })
    expect(await opened.refused('backups.restore', newest())).toBe('passphrase-needed')
    expect(await opened.refused('backups.restore', withWord('une autre phrase de passe'))).toBe(
      'passphrase-wrong',
    )
    expect(await count()).toBe(2)
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1, changesSince: 1 })
    expect(await opened.ok('backups.restore', withWord())).toEqual({ meetings: 1, missing: 0 })
    expect(await count()).toBe(1)
    const [piece] = await opened.ok('attachments.list', { meetingId: id })
    const file = await opened.core.internal('attachmentFile', { id: piece?.id ?? '', to: 'export' })
    if (!file.ok) throw new Error(file.error.code)
    expect(readFileSync(file.value.path, 'utf8')).toBe(PIECE)
    await opened.ok('backups.undoRestore', {})
    expect(await count()).toBe(2)
    // The opened copy is gone, on the way out as after a refusal.
    expect(readdirSync(join(opened.folder, 'copies-ouvertes'))).toEqual([])
  })

  it('opens with accents typed otherwise, with the key of the recovery sheet, and without this program’s desk', async () => {
    await encryptedCopy()
    const sheet = join(opened.folder, 'fiche.txt')
    const written = await opened.core.internal('writeDocument', {
      subject: { kind: 'recoverySheet', passphrase: PASSPHRASE },
      format: 'txt',
      path: sheet,
    })
    expect(written).toMatchObject({ ok: true })
    const text = readFileSync(sheet, 'utf8')
    // The age program takes it as it is: remarks, and one key.
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(1)
    const key = /AGE-SECRET-KEY-1\w+$/m.exec(text)?.[0] ?? ''
    for (const passphrase of [` ${PASSPHRASE.normalize('NFD')}\n`, key.toLowerCase()])
      expect(await opened.ok('backups.look', withWord(passphrase))).toMatchObject({ meetingCount: 1 })
    const { encryption: _, ...desk } = readDesk(opened.folder)
    writeFileSync(join(opened.folder, 'desk.json'), JSON.stringify(desk))
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1 })
  })

  it('is verified by its bytes without the passphrase, and to the last attachment with it', async () => {
    await encryptedCopy()
    expect(await opened.ok('backups.verify', newest())).toMatchObject({ condition: 'sound' })
    expect(await opened.ok('backups.verify', withWord())).toMatchObject({ condition: 'sound', missing: 0 })
    const [name = ''] = readdirSync(join(second, 'pieces'))
    truncateSync(join(second, 'pieces', name), 100)
    // From this desk it would be encrypted again.
    for (const folder of ['', 'sauvegardes'])
      rmSync(join(opened.folder, folder, 'pieces'), { recursive: true })
    expect(await opened.ok('backups.verify', newest())).toMatchObject({ condition: 'incomplete', missing: 1 })
    expect(await opened.ok('backups.verify', withWord())).toMatchObject({ condition: 'incomplete' })
  })

  it('that is cut short or altered is refused and the present data stay, with its list or without', async () => {
    await encryptedCopy()
    const path = join(second, newest().token)
    const [whole, list] = [readFileSync(path), readFileSync(`${path}.sha256`)]
    const before = readFileSync(join(opened.folder, 'seances.sqlite'))
    const damaged: Readonly<Record<string, Buffer>> = {
      'cut short': whole.subarray(0, whole.length - 1000),
      'cut in its head': whole.subarray(0, 120),
      empty: Buffer.alloc(0),
      'a bit of its head': flipped(whole, 60),
      'a bit of its body': flipped(whole, whole.length - 5000),
    }
    for (const [how, bytes] of Object.entries(damaged)) {
      writeFileSync(path, bytes)
      writeFileSync(`${path}.sha256`, list)
      expect([how, await opened.refused('backups.restore', withWord())]).toEqual([how, 'encrypted-damaged'])
      rmSync(`${path}.sha256`)
      expect([how, await opened.refused('backups.restore', withWord())]).toEqual([how, 'encrypted-damaged'])
    }
    expect(readFileSync(join(opened.folder, 'seances.sqlite')).equals(before)).toBe(true)
    expect(await count()).toBe(1)
    // The folder that refused them takes the one that is whole.
    writeFileSync(path, whole)
    expect(await opened.ok('backups.restore', withWord())).toEqual({ meetings: 1, missing: 0 })
  })

  it('that went bad is written again while the backup that it is a copy of is there', async () => {
    await encryptedCopy()
    const { token } = newest()
    truncateSync(join(second, token), 5000)
    expect(await opened.ok('backups.verify', newest())).toMatchObject({ condition: 'sound' })
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1 })
    rmSync(join(opened.folder, 'sauvegardes', token.replace('.age', '')))
    truncateSync(join(second, token), 5000)
    expect(await opened.ok('backups.verify', newest())).toMatchObject({ condition: 'damaged' })
  })

  it('of a key that is lost says so, and opens with a key of former times', async () => {
    await encryptedCopy()
    await opened.ok('encryption.turnOff', {})
    const key = readdirSync(second).find((name) => name.startsWith('cle-')) ?? ''
    renameSync(join(second, key), join(opened.folder, key))
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1 })
    const desk = { ...readDesk(opened.folder), formerEncryptionKeys: [] }
    writeFileSync(join(opened.folder, 'desk.json'), JSON.stringify(desk))
    expect(await opened.refused('backups.look', withWord())).toBe('encryption-key-missing')
    writeFileSync(join(second, key), 'rien qui vaille')
    expect(await opened.refused('backups.look', withWord())).toBe('encryption-key-missing')
    renameSync(join(opened.folder, key), join(second, key))
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1 })
  })
})

describe('encrypted copies', () => {
  it('share their attachments, and drop what none of them speaks of', async () => {
    const id = await encryptedCopy()
    const [name = ''] = readdirSync(join(second, 'pieces'))
    const { mtimeMs } = statSync(join(second, 'pieces', name))
    await attach(id, 'autre pièce')
    await opened.ok('backups.make', {})
    expect(readdirSync(join(second, 'pieces'))).toHaveLength(2)
    expect(statSync(join(second, 'pieces', name)).mtimeMs).toBe(mtimeMs)
    expect(encryptedIn(second)).toHaveLength(2)
  })

  it('are plain again once it is turned off; earlier ones still open', async () => {
    await encryptedCopy()
    await opened.ok('encryption.turnOff', {})
    await add('2027-01-14')
    await opened.ok('backups.make', {})
    expect(readdirSync(second).filter((name) => name.endsWith('.seances'))).toHaveLength(1)
    expect(await opened.ok('backups.look', withWord())).toMatchObject({ meetingCount: 1 })
  })

  it('leave a folder that is away alone, and go there once it is back', async () => {
    await encryptedCopy()
    renameSync(second, `${second}-parti`)
    await opened.ok('backups.make', {})
    expect(await opened.ok('settings.copies', {})).toMatchObject({ lastFailure: 'folder-unreachable' })
    expect(existsSync(second)).toBe(false)
    renameSync(`${second}-parti`, second)
    await opened.ok('backups.make', {})
    expect(await opened.ok('settings.copies', {})).toMatchObject({ lastFailure: null })
    expect(encryptedIn(second)).toHaveLength(2)
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 4, at)
  return copy
}
