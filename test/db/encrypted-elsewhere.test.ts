import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDesk } from '../../electron/db/desk/desk.ts'
import { DATABASE, openRecovering } from '../contract/damaged-world.ts'
import { encryptDesk, encryptedIn, holdersOf, PASSPHRASE } from '../contract/encrypted-world.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'

/** Left by a desk: its folder, and the second one with an encrypted copy. */
let left: string
let desk: string
let second: string
beforeAll(async () => {
  left = mkdtempSync(join(tmpdir(), 'seances-laisse-'))
  const opened = await openTestCore()
  second = join(left, 'reseau')
  mkdirSync(second)
  const { id } = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
  const bytes = new TextEncoder().encode('pièce jointe')
  await opened.ok('attachments.add', { meetingId: id, itemId: null, file: { fileName: 'note.txt', bytes } })
  await encryptDesk(opened)
  await opened.core.internal('setCopyFolder', { path: second })
  await opened.restart(() => {
    desk = join(left, 'poste')
    cpSync(opened.folder, desk, { recursive: true })
  })
  await opened.dispose()
})
afterAll(() => rmSync(left, { recursive: true, force: true }))

describe('a new laptop', () => {
  let laptop: OpenedCore
  beforeEach(async () => {
    laptop = await openTestCore()
    return () => laptop.dispose()
  })

  it('takes the newest encrypted copy of a folder with its passphrase, counted, and goes on encrypting there', async () => {
    const chosen = await laptop.core.internal('examineSource', { path: second })
    if (!chosen.ok || !('encryptedToken' in chosen.value)) throw new Error(JSON.stringify(chosen))
    const { encryptedToken, name } = chosen.value
    expect(name).toBe('reseau')
    expect(await laptop.refused('handOver.openSource', { encryptedToken, passphrase: 'une autre' })).toBe(
      'passphrase-wrong',
    )
    const source = await laptop.ok('handOver.openSource', { encryptedToken, passphrase: PASSPHRASE })
    expect(source).toMatchObject({
      hashMatches: true,
      heldBy: null,
      counts: { meetings: 1, attachments: 1, attachmentsFound: 1 },
    })
    expect(await laptop.ok('handOver.takeSource', { token: source.token })).toEqual(source.counts)
    expect(readDesk(laptop.folder)).toMatchObject({
      copyFolder: second,
      encryption: { name: readDesk(desk).encryption?.name },
    })
    expect(readdirSync(join(laptop.folder, 'copies-ouvertes'))).toEqual([])
    const before = encryptedIn(second).length
    await laptop.ok('backups.make', {})
    expect(encryptedIn(second)).toHaveLength(before + 1)
    expect(readdirSync(second).filter((file) => file.endsWith('.seances'))).toEqual([])
    expect(holdersOf(laptop.folder, [PASSPHRASE])).toEqual([])
  })

  it('takes one encrypted file alone, which has no key beside it, with the key of the sheet only', async () => {
    const alone = join(laptop.folder, 'renommee.bin')
    copyFileSync(join(second, encryptedIn(second)[0] ?? ''), alone)
    const taken = await laptop.core.internal('restoreChosen', { path: alone })
    if (!taken.ok || !('encryptedToken' in taken.value)) throw new Error(JSON.stringify(taken))
    const { encryptedToken } = taken.value
    expect(
      await laptop.refused('backups.restoreChosenEncrypted', { encryptedToken, passphrase: PASSPHRASE }),
    ).toBe('encryption-key-missing')
    expect(
      await laptop.refused('backups.restoreChosenEncrypted', { encryptedToken: 'x', passphrase: 'x' }),
    ).toBe('not-found')
    const restored = await laptop.ok('backups.restoreChosenEncrypted', {
      encryptedToken,
      passphrase: await sheetKey(),
    })
    expect(restored).toEqual({ meetings: 1, missing: 1 })
  })
})

describe('a desk whose database is gone', () => {
  it('comes back from an encrypted copy of the second folder, with its attachments', async () => {
    const folder = join(left, 'endommage')
    cpSync(desk, folder, { recursive: true })
    writeFileSync(join(folder, DATABASE), 'plus une base')
    rmSync(join(folder, 'sauvegardes'), { recursive: true })
    rmSync(join(folder, 'pieces'), { recursive: true })
    const recovering = await openRecovering(folder)
    try {
      const { backups, reason } = await recovering.ok('recovery.state', {})
      expect(reason).toBe('data-damaged')
      const [copy] = backups
      expect(copy).toMatchObject({ place: 'copies', isEncrypted: true, sound: null, survey: null })
      const which = { place: 'copies' as const, token: copy?.token ?? '' }
      const refusal = async (method: string, input: unknown) => {
        const answer = await recovering.desk.callUntyped(method, input)
        return answer.ok ? null : answer.error.code
      }
      expect(await refusal('recovery.look', which)).toBe('passphrase-needed')
      expect(await refusal('recovery.useBackup', { ...which, passphrase: 'une autre' })).toBe(
        'passphrase-wrong',
      )
      const withWord = { ...which, passphrase: PASSPHRASE }
      expect(await recovering.ok('recovery.look', withWord)).toMatchObject({
        sound: true,
        survey: { meetings: 1 },
      })
      // A file chosen elsewhere waits for its passphrase, and nothing is in place meanwhile.
      const path = join(second, which.token)
      const chosen = await recovering.desk.internal('restoreChosen', { path })
      expect(chosen).toMatchObject({ ok: true, value: { encryptedToken: expect.any(String) } })
      expect(recovering.desk.reason).toBe('data-damaged')
      expect(await recovering.ok('recovery.useBackup', withWord)).toMatchObject({ meetings: 1 })
      const [meeting] = await recovering.ok('meetings.list', { year: null })
      const [piece] = await recovering.ok('attachments.list', { meetingId: meeting?.id ?? '' })
      expect(
        await recovering.desk.internal('attachmentFile', { id: piece?.id ?? '', to: 'export' }),
      ).toMatchObject({
        ok: true,
      })
      expect(existsSync(join(folder, 'copies-ouvertes'))).toBe(false)
    } finally {
      await recovering.close()
    }
  })
})

describe('a desk whose database is gone, once more', () => {
  it('comes back from an encrypted file chosen elsewhere, by its passphrase', async () => {
    const folder = join(left, 'choisi')
    cpSync(desk, folder, { recursive: true })
    writeFileSync(join(folder, DATABASE), 'plus une base')
    rmSync(join(folder, 'sauvegardes'), { recursive: true })
    const recovering = await openRecovering(folder)
    try {
      const path = join(second, encryptedIn(second)[0] ?? '')
      const chosen = await recovering.desk.internal('restoreChosen', { path })
      if (!chosen.ok || !('encryptedToken' in chosen.value)) throw new Error(JSON.stringify(chosen))
      const { encryptedToken } = chosen.value
      const refusal = async (input: object) => {
        const answer = await recovering.desk.callUntyped('recovery.useEncryptedFile', input)
        return answer.ok ? null : answer.error.code
      }
      expect(await refusal({ encryptedToken, passphrase: 'une autre' })).toBe('passphrase-wrong')
      expect(await refusal({ encryptedToken: 'x', passphrase: PASSPHRASE })).toBe('not-found')
      expect(recovering.desk.reason).toBe('data-damaged')
      const opening = { encryptedToken, passphrase: PASSPHRASE }
      expect(await recovering.ok('recovery.useEncryptedFile', opening)).toMatchObject({ meetings: 1 })
      expect(await recovering.ok('meetings.list', { year: null })).toHaveLength(1)
      expect(existsSync(join(folder, 'copies-ouvertes'))).toBe(false)
    } finally {
      await recovering.close()
    }
  })
})

describe('what a process that died had opened or begun', () => {
  it('is gone at the next start, and never counts as a copy', async () => {
    const opened = await openTestCore()
    const begun = '2026-12-11T08-00-00-000Z_regular.seances.age'
    const folder = join(left, 'commence')
    mkdirSync(folder)
    await opened.restart(() => {
      mkdirSync(join(opened.folder, 'copies-ouvertes', 'x'), { recursive: true })
      writeFileSync(join(opened.folder, 'copies-ouvertes', 'x', 'seances.sqlite'), 'en clair')
      for (const name of [`${begun}.123.tmp`, `${begun}.sha256`]) writeFileSync(join(folder, name), 'moitié')
    })
    expect(holdersOf(opened.folder, ['en clair'])).toEqual([])
    await encryptDesk(opened)
    await opened.core.internal('setCopyFolder', { path: folder })
    const { files } = await opened.ok('backups.list', {})
    expect(files.filter(({ token }) => token.startsWith(begun))).toEqual([])
    await opened.dispose()
  })
})

/** The key in clear, as the recovery sheet of the desk says it. */
async function sheetKey(): Promise<string> {
  const opened = await openTestCore()
  try {
    copyFileSync(join(desk, 'desk.json'), join(opened.folder, 'desk.json'))
    const path = join(left, 'fiche.txt')
    await opened.core.internal('writeDocument', {
      subject: { kind: 'recoverySheet', passphrase: PASSPHRASE },
      format: 'txt',
      path,
    })
    return /AGE-SECRET-KEY-1\w+/.exec(readFileSync(path, 'utf8').replaceAll(/^#.*$/gm, ''))?.[0] ?? ''
  } finally {
    await opened.dispose()
  }
}
