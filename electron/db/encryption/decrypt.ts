// An encrypted copy as plain files in a folder of its own, for a look inside, a whole verification or a restoring. For
// a job process. What was decrypted is examined like any file that came from elsewhere.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import type { DatabaseVerdict } from '../../contract/wire-backups.ts'
import type { DecryptionOrder, EncryptionJobs } from '../../contract/wire-encryption.ts'
import { matchesManifest, readManifest } from '../backups/manifest.ts'
import { BACKUP_EXTENSION, ENCRYPTED_EXTENSION } from '../backups/name.ts'
import { checkDatabase } from '../copies/check.ts'
import { hashFile } from '../durable.ts'
import { STORE_NAME } from '../files/store.ts'
import { encryptedName, nameSecretOf } from './encrypted-name.ts'
import { decryptFile, keyFrom, openKey, typedIdentity } from './encryption.ts'

/** Each costs a second to try. */
export const MOST_KEYS = 12

type Progress = (done: number, total: number) => void
type Opened = { identity: string; text: string | null }

/**
 * Decrypts a copy into `to`, with the attachments it speaks of when asked.
 * @throws AppError `passphrase-wrong`, `encryption-key-missing`, `encrypted-damaged`, `disk-full`…; nothing plain stays then.
 */
export async function decrypt(
  order: EncryptionJobs['decrypt']['input'],
  onProgress: Progress,
): Promise<EncryptionJobs['decrypt']['output']> {
  await mkdir(order.to, { recursive: true })
  try {
    const plain = join(order.to, plainName(order.path))
    const opened = await openCopy(order, plain)
    if (order.withAttachments) await decryptAttachments(order, plain, opened.identity, onProgress)
    return { path: plain, key: opened.text === null ? null : await keyFrom(opened.identity, opened.text) }
  } catch (thrown) {
    await rm(order.to, { recursive: true, force: true }).catch(() => undefined)
    throw thrown
  }
}

/** Opens everything of a copy and keeps nothing. */
export async function verifyEncrypted(
  order: EncryptionJobs['verifyEncrypted']['input'],
  onProgress: Progress,
): Promise<EncryptionJobs['verifyEncrypted']['output']> {
  await mkdir(order.to, { recursive: true })
  try {
    const plain = join(order.to, plainName(order.path))
    const { identity } = await openCopy(order, plain)
    const verdict = checkDatabase(plain)
    // It was encrypted from a sound one, and opened without a fault: its bytes are those, or somebody else's.
    if (!verdict.sound || !(await matchesManifest(order.path)))
      return { condition: 'damaged', missing: 0, mark: verdict.mark }
    const missing = await missingOf(order.path, verdict, identity, onProgress)
    const condition = verdict.altered.length > 0 ? 'altered' : missing > 0 ? 'incomplete' : 'sound'
    return { condition, missing, mark: verdict.mark }
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'encrypted-damaged')
      return { condition: 'damaged', missing: 0, mark: null }
    throw thrown
  } finally {
    await rm(order.to, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Attachments of the copy that do not open, or are not what their name says. */
async function missingOf(
  path: string,
  { mentioned, needed }: DatabaseVerdict,
  identity: string,
  onProgress: Progress,
): Promise<number> {
  const secret = nameSecretOf(identity)
  const listed = (await readManifest(path))?.files ?? new Map<string, string>()
  const wanted = new Set(needed)
  let missing = 0
  for (const [index, hash] of mentioned.entries()) {
    onProgress(index + 1, mentioned.length)
    const name = encryptedName(secret, hash)
    // Most hashes that a text mentions are of other things than files of the store.
    if (!listed.has(name) && !wanted.has(hash)) continue
    const file = join(dirname(path), STORE_NAME, name)
    const plain = existsSync(file) ? await decryptFile(file, null, identity).catch(orDamaged) : null
    if (plain !== hash) missing += 1
  }
  return missing
}

async function decryptAttachments(
  { path, to, have }: EncryptionJobs['decrypt']['input'],
  plain: string,
  identity: string,
  onProgress: Progress,
): Promise<void> {
  const secret = nameSecretOf(identity)
  const store = join(to, STORE_NAME)
  await mkdir(store, { recursive: true })
  const { mentioned } = checkDatabase(plain)
  for (const [index, hash] of mentioned.entries()) {
    onProgress(index + 1, mentioned.length)
    const encrypted = join(dirname(path), STORE_NAME, encryptedName(secret, hash))
    if (!existsSync(encrypted) || (have !== null && (await holds(join(have, STORE_NAME, hash), hash))))
      continue
    // One that is not whole is counted as missing by whoever restores.
    await decryptFile(encrypted, join(store, hash), identity).catch(orDamaged)
  }
}

/** The key that opens this copy; its plain bytes are there then. */
async function openCopy(order: DecryptionOrder, plain: string): Promise<Opened> {
  const typed = await typedIdentity(order.passphrase)
  const texts = typed === null ? await keysFor(order) : []
  const { opened: byWord, unreadable } = await openKeys(texts, order.passphrase)
  const opened: Opened[] = typed === null ? byWord : [{ identity: typed, text: null }]
  for (const key of opened) if ((await decryptFile(order.path, plain, key.identity)) !== null) return key
  // Nothing of it opened. Bytes that are not those that were written say that it is the copy; then it is the key.
  if (opened.length > 0 && !(await matchesManifest(order.path))) throw new AppError('encrypted-damaged')
  if (typed === null && texts.length === unreadable) throw new AppError('encryption-key-missing')
  if (typed === null && opened.length > 0 && opened.length + unreadable === texts.length)
    throw new AppError('encrypted-damaged')
  throw new AppError('passphrase-wrong')
}

/** Every key that may open a copy: those beside it, then those that this desk remembers. */
async function keysFor({ path, keys }: DecryptionOrder): Promise<string[]> {
  return [...new Set([...keys, ...(await keysBeside(dirname(path)))])].slice(0, MOST_KEYS)
}

/** The locked keys that lie in a folder of copies. */
export async function keysBeside(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^cle-[0-9a-f]{8}\.age$/.test(name))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return texts.filter((text) => text !== '')
}

/** Those of these keys that the passphrase opens, and how many are no keys at all. */
export async function openKeys(
  texts: readonly string[],
  passphrase: string,
): Promise<{ opened: { identity: string; text: string }[]; unreadable: number }> {
  const opened: { identity: string; text: string }[] = []
  let unreadable = 0
  for (const text of texts) {
    const identity = await openKey(text, passphrase).catch(() => {
      unreadable += 1
      return null
    })
    if (identity !== null) opened.push({ identity, text })
  }
  return { opened, unreadable }
}

function plainName(path: string): string {
  const name = basename(path)
  const cut = name.endsWith(ENCRYPTED_EXTENSION) ? name.slice(0, -ENCRYPTED_EXTENSION.length) : name
  return cut.endsWith(BACKUP_EXTENSION) ? cut : `${cut}${BACKUP_EXTENSION}`
}

async function holds(path: string, hash: string): Promise<boolean> {
  return existsSync(path) && (await hashFile(path).catch(() => null)) === hash
}

/** A file that is not whole opens to nothing; a full disk is said. */
function orDamaged(thrown: unknown): null {
  if (thrown instanceof AppError && thrown.code === 'encrypted-damaged') return null
  throw thrown
}
