// Every file of the store against its name, and the same bytes looked for elsewhere; the work of jobs, since a store
// may be large and a folder far away. Nothing is ever covered over: altered bytes go aside first.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import type { FileJobs } from '../../contract/wire-kept-files.ts'
import { hashFile, syncFolder } from '../durable.ts'
import { keysBeside, MOST_KEYS, openKeys } from '../encryption/decrypt.ts'
import { encryptedName, nameSecretOf } from '../encryption/encrypted-name.ts'
import { decryptFile, typedIdentity } from '../encryption/encryption.ts'
import { copyOne, STORE_NAME } from './store.ts'

type Step = (done: number, total: number) => void
type Target = Parameters<typeof copyOne>[1]

/** Reads the files of these names; returns those that are gone and those that are not what they were. */
export async function checkStore(
  folder: string,
  files: readonly string[],
  step: Step,
): Promise<{ missing: string[]; altered: string[] }> {
  const found = { missing: [] as string[], altered: [] as string[] }
  for (const [index, hash] of files.entries()) {
    const path = join(folder, STORE_NAME, hash)
    if (!existsSync(path)) found.missing.push(hash)
    // A file that cannot be read to its end is altered, whatever the disk says of it.
    else if ((await hashFile(path).catch(() => null)) !== hash) found.altered.push(hash)
    step(index + 1, files.length)
  }
  return found
}

/**
 * Puts back what one of the folders still has whole in its store, then what lies there encrypted; returns which were found
 * nowhere.
 * @throws AppError `passphrase-wrong`, `encryption-key-missing` when the passphrase opens no key that lies there.
 */
export async function bringBackFrom(
  { folders, toFolder, files, now, ...words }: FileJobs['bringBackFiles']['input'],
  step: Step,
): Promise<FileJobs['bringBackFiles']['output']> {
  const store = join(toFolder, STORE_NAME)
  if ((await mkdir(store, { recursive: true })) !== undefined) await syncFolder(toFolder)
  const notFound: string[] = []
  for (const [index, hash] of files.entries()) {
    if (!(await broughtBack(folders, { toFolder, hash, now }))) notFound.push(hash)
    step(index + 1, files.length)
  }
  const encrypted = notFound.length === 0 ? [] : await withEncrypted(folders)
  if (encrypted.length === 0 || words.passphrase === null) return { notFound, closed: encrypted.length > 0 }
  const identities = await identitiesFor(encrypted, { ...words, passphrase: words.passphrase })
  const stillNot: string[] = []
  for (const hash of notFound)
    if (!(await decryptedBack(encrypted, { toFolder, hash, now }, identities))) stillNot.push(hash)
  return { notFound: stillNot, closed: false }
}

/** The folders that have encrypted files in their store. */
async function withEncrypted(folders: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const names = await readdir(join(folder, STORE_NAME)).catch(() => [])
    if (names.some((name) => /^[0-9a-f]{64}\.age$/.test(name))) found.push(folder)
  }
  return found
}

/** Every key that the passphrase opens, of those beside the copies and those that the desk knows. */
async function identitiesFor(
  folders: readonly string[],
  { passphrase, keys }: { passphrase: string; keys: readonly string[] },
): Promise<string[]> {
  const typed = await typedIdentity(passphrase)
  if (typed !== null) return [typed]
  const texts = new Set(keys)
  for (const folder of folders) for (const text of await keysBeside(folder)) texts.add(text)
  const { opened, unreadable } = await openKeys([...texts].slice(0, MOST_KEYS), passphrase)
  if (opened.length > 0) return opened.map(({ identity }) => identity)
  throw new AppError(unreadable === texts.size ? 'encryption-key-missing' : 'passphrase-wrong')
}

/** Opened into a file of its own first: what is not the bytes of this name never takes its place. */
async function decryptedBack(
  folders: readonly string[],
  to: Target,
  identities: readonly string[],
): Promise<boolean> {
  const { toFolder, hash } = to
  const opened = join(toFolder, STORE_NAME, `${hash}.${randomUUID()}.tmp`)
  for (const folder of folders)
    for (const identity of identities) {
      const path = join(folder, STORE_NAME, encryptedName(nameSecretOf(identity), hash))
      if (!existsSync(path)) continue
      try {
        const plain = await decryptFile(path, opened, identity).catch(isFatal)
        if (plain === hash && (await copyOne(opened, to))) return true
      } finally {
        await rm(opened, { force: true })
      }
    }
  return false
}

async function broughtBack(folders: readonly string[], to: Target): Promise<boolean> {
  for (const folder of folders) {
    const path = join(folder, STORE_NAME, to.hash)
    // One that is altered there too, or a server that fails in the middle, does not keep the others from being asked.
    if (existsSync(path) && (await copyOne(path, to).catch(isFatal))) return true
  }
  return false
}

/** A full disk here is not "found nowhere". */
function isFatal(thrown: NodeJS.ErrnoException): false {
  if (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT' || thrown.code === 'EROFS') throw thrown
  return false
}
