// Encrypts copies in the age format (age-encryption.org), which its own programs open without this one. The desk keeps
// only what encrypts; what decrypts lies beside the copies, itself encrypted with the passphrase. For a job process:
// deriving a key from a passphrase takes a second and 256 MB on purpose.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { AppError } from '../../contract/errors.ts'
import type { EncryptionKey, EncryptionOrder } from '../../contract/wire-encryption.ts'
import { usedPassphrase } from '../../domain/text/passphrase.ts'
import { nameSecretOf } from './encrypted-name.ts'

/** Read and written at once. */
const CHUNK_BYTES = 1024 * 1024

const identityPattern = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/m

/** What nobody begins a passphrase with; keyboards and programs write its dashes in several ways. */
const writtenKey = /AGE[-‐‑–—]?SECRET[-‐‑–—]?KEY[-‐‑–—]?1(\w*)/g
const SIGNS = 58

/**
 * A new key under a passphrase, or the former one that it opens: what was encrypted for it need not be encrypted again.
 * @param workFactor of scrypt; lower in tests only.
 */
export async function makeEncryptionKey(
  passphrase: string,
  former: readonly string[],
  workFactor?: number,
): Promise<EncryptionKey> {
  for (const text of former) {
    const identity = await openKey(text, passphrase).catch(() => null)
    if (identity !== null) return keyFrom(identity, text)
  }
  return lockKey(await generateX25519Identity(), passphrase, workFactor)
}

/** The same key under another passphrase; opened again at once, since what it protects could not be read otherwise. */
export async function lockKey(
  identity: string,
  passphrase: string,
  workFactor?: number,
): Promise<EncryptionKey> {
  const recipient = await identityToRecipient(identity)
  const encrypter = new Encrypter()
  encrypter.setPassphrase(usedPassphrase(passphrase))
  if (workFactor !== undefined) encrypter.setScryptWorkFactor(workFactor)
  // The age program expects lines with # to be remarks in a file of identities.
  const text = armor.encode(await encrypter.encrypt(`# public key: ${recipient}\n${identity}\n`))
  if ((await openKey(text, passphrase)) !== identity) throw new AppError('unexpected')
  return keyFrom(identity, text)
}

/** Kept by a desk to encrypt with a key. */
export async function keyFrom(identity: string, text: string): Promise<EncryptionKey> {
  const recipient = await identityToRecipient(identity)
  return { recipient, nameSecret: nameSecretOf(identity), text, name: keyName(recipient) }
}

/** Keys are told apart by a few signs of their public half. */
function keyName(recipient: string): string {
  return `cle-${createHash('sha256').update(recipient).digest('hex').slice(0, 8)}.age`
}

/**
 * A key that is written out (on the recovery sheet), in what somebody typed: in groups or not, in small letters or the whole
 * sheet; null when it is a passphrase.
 * @throws AppError `recovery-key-mistyped` when its checksum says that it is not copied exactly.
 */
export async function typedIdentity(typed: string): Promise<string | null> {
  const text = typed.trim().toUpperCase()
  const [line] = identityPattern.exec(text) ?? []
  const written = [...text.replaceAll(/[\s#]/g, '').matchAll(writtenKey)].map(([, signs = '']) => signs)
  // A field of one line takes the ends of its lines out of the sheet: other words then follow the groups.
  const cut = text.includes('#') ? written.map((signs) => signs.slice(0, SIGNS)) : []
  const found = [...written, ...cut].map((signs) => `AGE-SECRET-KEY-1${signs}`)
  if (line === undefined && found.length === 0) return null
  for (const identity of line === undefined ? found : [line, ...found])
    if (await isKey(identity)) return identity
  throw new AppError('recovery-key-mistyped')
}

const isKey = (identity: string) =>
  identityToRecipient(identity).then(
    () => true,
    () => false,
  )

/**
 * The key that decrypts; null when the passphrase is not the one of this text.
 * @throws when the text is no key at all.
 */
export async function openKey(text: string, passphrase: string): Promise<string | null> {
  const bytes = armor.decode(text)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(usedPassphrase(passphrase))
  const plain = await decrypter.decrypt(bytes, 'text').catch(() => '')
  return identityPattern.exec(plain)?.[0] ?? null
}

/**
 * The key that one of these texts holds, or that was typed itself.
 * @throws AppError `passphrase-wrong`, `recovery-key-mistyped`, or `encryption-key-missing` when none of the texts is a key.
 */
export async function openOneOf(
  keys: readonly string[],
  typed: string,
): Promise<{ identity: string; recipient: string }> {
  const written = await typedIdentity(typed)
  if (written !== null) return withRecipient(written)
  let unreadable = 0
  for (const text of keys) {
    const opened = await openKey(text, typed).catch(() => {
      unreadable += 1
      return null
    })
    if (opened !== null) return withRecipient(opened)
  }
  throw new AppError(unreadable === keys.length ? 'encryption-key-missing' : 'passphrase-wrong')
}

const withRecipient = async (identity: string) => ({
  identity,
  recipient: await identityToRecipient(identity),
})

/**
 * Encrypts a file, then decrypts what was written and compares it with what was read. The check has a key of its own
 * that is thrown away, since the desk does not keep the one that decrypts.
 * @returns the SHA-256 of the plain and of the encrypted file.
 */
async function encryptFile(
  from: string,
  to: string,
  recipient: string,
): Promise<{ plain: string; encrypted: string }> {
  const check = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  encrypter.addRecipient(await identityToRecipient(check))
  const read = createHash('sha256')
  const written = await write(to, await encrypter.encrypt(bytesOf(from, (chunk) => read.update(chunk))))
  const decrypter = new Decrypter()
  decrypter.addIdentity(check)
  const [back, again] = [createHash('sha256'), createHash('sha256')]
  for await (const chunk of await decrypter.decrypt(bytesOf(to, (bytes) => again.update(bytes))))
    back.update(chunk)
  const plain = read.digest('hex')
  if (back.digest('hex') !== plain || again.digest('hex') !== written) throw new AppError('data-damaged')
  return { plain, encrypted: written }
}

/** Each file encrypted and read back; returns the hash of the encrypted file, null for one that was not as expected. */
export async function encryptFiles(
  files: readonly EncryptionOrder[],
  recipient: string,
  onProgress: (done: number, total: number) => void,
): Promise<(string | null)[]> {
  const hashes: (string | null)[] = []
  for (const { from, to, expected } of files) {
    onProgress(hashes.length + 1, files.length)
    // One that is gone, or that went bad, is not in the list of the copy: whoever examines it is told.
    if (!existsSync(from)) {
      hashes.push(null)
      continue
    }
    const { plain, encrypted } = await encryptFile(from, to, recipient)
    if (expected === null || plain === expected) hashes.push(encrypted)
    else {
      await rm(to, { force: true })
      hashes.push(null)
    }
  }
  return hashes
}

/**
 * Decrypts a file into a new one, or to nowhere with null; returns the SHA-256 of the plain bytes, null when it was not
 * encrypted for this key or its head is damaged.
 * @throws AppError `encrypted-damaged` when its body is not whole.
 */
export async function decryptFile(from: string, to: string | null, identity: string): Promise<string | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  let plain: AsyncIterable<Uint8Array>
  try {
    plain = await decrypter.decrypt(bytesOf(from))
  } catch (thrown) {
    if (isOfTheDisk(thrown)) throw thrown
    return null
  }
  try {
    return await write(to, plain)
  } catch (thrown) {
    if (to !== null) await rm(to, { force: true }).catch(() => undefined)
    if (isOfTheDisk(thrown)) throw thrown
    throw new AppError('encrypted-damaged', { cause: thrown })
  }
}

/** A refusal of the system has nothing to do with the bytes. */
function isOfTheDisk(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
}

function bytesOf(
  path: string,
  onChunk: (chunk: Uint8Array) => void = () => undefined,
): ReadableStream<Uint8Array> {
  const chunks = async function* () {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const bytes: Uint8Array = chunk
      onChunk(bytes)
      yield bytes
    }
  }
  return Readable.toWeb(Readable.from(chunks(), { objectMode: true })) as ReadableStream<Uint8Array>
}

/** Writes a new file, flushed; returns the SHA-256 of what was written. */
async function write(path: string | null, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const file = path === null ? null : await open(path, 'wx')
  const hash = createHash('sha256')
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      await file?.writeFile(chunk)
    }
    await file?.sync()
  } finally {
    await file?.close()
  }
  return hash.digest('hex')
}
