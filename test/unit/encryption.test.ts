import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encryptedName, nameSecretOf } from '../../electron/db/encryption/encrypted-name.ts'
import {
  decryptFile,
  encryptFiles,
  makeEncryptionKey,
  openKey,
  openOneOf,
  typedIdentity,
} from '../../electron/db/encryption/encryption.ts'
import { sha256 } from '../../electron/db/files/store.ts'
import { recoverySheet } from '../../electron/documents/text/recovery-sheet.ts'
import {
  PROPOSAL_BYTES,
  passphraseStrength,
  proposedPassphrase,
} from '../../electron/domain/text/passphrase.ts'

const PASSPHRASE = 'tulipe ardoise café marmotte dix-sept'
const fixtures = join(import.meta.dirname, '..', 'fixtures', 'encrypted')
const words = 'Copie chiffrée par un autre programme : séance du 10 décembre.\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-chiffre-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the age program', () => {
  it('locked a key and encrypted a file that open here', async () => {
    const key = readFileSync(join(fixtures, 'key-of-age.age'), 'utf8')
    const identity = (await openKey(key, PASSPHRASE)) ?? ''
    const out = join(folder, 'opened')
    const hash = await decryptFile(join(fixtures, 'file-of-age.age'), out, identity)
    expect(readFileSync(out, 'utf8')).toBe(words.repeat(2000))
    expect(hash).toBe(sha256(readFileSync(out)))
    expect(await openKey(key, `${PASSPHRASE}.`)).toBeNull()
  })
})

describe('an encrypted file', () => {
  it('gives its bytes back, and nothing at all once a bit of it is changed or its end is cut', async () => {
    const key = await makeEncryptionKey(PASSPHRASE, [], 10)
    const identity = (await openKey(key.text, PASSPHRASE)) ?? ''
    const plain = join(folder, 'plain')
    writeFileSync(plain, words.repeat(3000))
    const to = join(folder, 'encrypted.age')
    const [encrypted] = await encryptFiles(
      [{ from: plain, to, expected: null }],
      key.recipient,
      () => undefined,
    )
    expect(encrypted).toBe(sha256(readFileSync(to)))
    expect(await decryptFile(to, null, identity)).toBe(sha256(readFileSync(plain)))
    const whole = readFileSync(to)
    const altered = join(folder, 'altered.age')
    const opens = async (bytes: Uint8Array) => {
      writeFileSync(altered, bytes)
      return decryptFile(altered, null, identity).catch(() => null)
    }
    const at = fc.nat(whole.length - 1)
    await fc.assert(
      fc.asyncProperty(at, fc.nat(7), async (index, bit) => {
        const bytes = Buffer.from(whole)
        bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << bit), index)
        expect(await opens(bytes)).toBeNull()
      }),
      { numRuns: 60 },
    )
    await fc.assert(
      fc.asyncProperty(at, async (length) => {
        expect(await opens(whole.subarray(0, length))).toBeNull()
      }),
      { numRuns: 30 },
    )
    expect(await opens(whole)).not.toBeNull()
  }, 30_000)

  it('is not made of bytes that went bad', async () => {
    const key = await makeEncryptionKey(PASSPHRASE, [], 10)
    const [from, to] = [join(folder, 'bad'), join(folder, 'bad.age')]
    writeFileSync(from, 'autre chose')
    expect(
      await encryptFiles([{ from, to, expected: 'f'.repeat(64) }], key.recipient, () => undefined),
    ).toEqual([null])
    expect(() => readFileSync(to)).toThrow(/ENOENT/)
  })
})

describe('the recovery sheet', () => {
  it('holds one key that is found in it however it is typed', async () => {
    const key = await makeEncryptionKey(PASSPHRASE, [], 10)
    const identity = (await openKey(key.text, PASSPHRASE)) ?? ''
    const text = recoverySheet.text({
      identity,
      recipient: key.recipient,
      keyName: key.name,
      now: new Date('2026-11-24'),
    })
    expect(await typedIdentity(text)).toBe(identity)
    expect(await typedIdentity(`  ${identity.toLowerCase()} `)).toBe(identity)
    expect(await typedIdentity(PASSPHRASE)).toBeNull()
    const [, groups = ''] = /espaces ne comptent pas\s:\n((?:# {5}.*\n)+)/.exec(text) ?? []
    const copied = groups.replaceAll('#', ' ')
    expect(copied.trim().split(/\s+/).length).toBeGreaterThan(10)
    expect(await typedIdentity(copied)).toBe(identity)
    // A field of one line takes the ends of lines out of what is pasted.
    const line = (sheet: string) => sheet.replaceAll('\n', '')
    expect(await typedIdentity(groups)).toBe(identity)
    expect(await typedIdentity(line(groups))).toBe(identity)
    expect(await typedIdentity(line(text))).toBe(identity)
    expect(await typedIdentity(line(text.slice(0, text.lastIndexOf('AGE-SECRET'))))).toBe(identity)
    expect(await typedIdentity(copied.replaceAll('-', '–'))).toBe(identity)
  })

  it.each([
    [
      'a letter that is another',
      (key: string) => key.replace(/(?<=^.{30})./, (was) => (was === 'Q' ? 'P' : 'Q')),
    ],
    [
      'its last letter that is another',
      (key: string) => key.replace(/.$/, (was) => (was === 'Q' ? 'P' : 'Q')),
    ],
    ['a letter that is missing', (key: string) => key.replace(/(?<=^.{30})./, '')],
    ['a letter too many', (key: string) => `${key}Q`],
    ['a letter that no key has', (key: string) => key.replace(/(?<=^.{30})./, 'B')],
    ['its first groups alone', (key: string) => key.slice(0, 40)],
  ])('says that its key is not copied exactly: %s', async (_, copied) => {
    const key = await makeEncryptionKey(PASSPHRASE, [], 10)
    const identity = (await openKey(key.text, PASSPHRASE)) ?? ''
    await expect(typedIdentity(copied(identity))).rejects.toMatchObject({ code: 'recovery-key-mistyped' })
    await expect(openOneOf([key.text], copied(identity))).rejects.toMatchObject({
      code: 'recovery-key-mistyped',
    })
  })
})

describe('names of encrypted attachments', () => {
  it('are the same for the same bytes under one key, and another under another', () => {
    const [one, other] = [nameSecretOf('a'), nameSecretOf('b')]
    const hash = 'f'.repeat(64)
    expect(encryptedName(one, hash)).toBe(encryptedName(one, hash))
    expect(encryptedName(one, hash)).not.toBe(encryptedName(other, hash))
    expect(encryptedName(one, hash)).not.toContain(hash)
  })
})

describe('a passphrase', () => {
  it.each([
    ['court', 'refused'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'refused'],
    ['abcdefghijklmnopqrstuvwxyz', 'refused'],
    ['azertyuiop12', 'refused'],
    ['la la la la la la la la', 'refused'],
    [PASSPHRASE, 'good'],
    ['tulipe ardoise marmotte fenouil guitare pendule horizon', 'strong'],
  ] as const)('%s: %s', (typed, strength) => {
    expect(passphraseStrength(typed)).toBe(strength)
  })

  it('that is proposed is always strong, and another each time', () => {
    const random = Array.from({ length: 200 }, (_, seed) =>
      proposedPassphrase(createHash('sha512').update(`tirage ${seed}`).digest().subarray(0, PROPOSAL_BYTES)),
    )
    for (const one of random) {
      expect(one).toMatch(/^([a-z]{4}-){6}[a-z]{4}$/)
      expect(passphraseStrength(one)).toBe('strong')
    }
    expect(new Set(random).size).toBe(200)
  })
})
