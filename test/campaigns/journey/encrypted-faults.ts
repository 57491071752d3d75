// Finds a copy under its name that does not open with the key beside it and a passphrase, or not to its last
// attachment.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readManifest } from '../../../electron/db/backups/manifest.ts'
import { OPENED_FOLDER } from '../../../electron/db/backups/opened-folder.ts'
import { checkDatabase } from '../../../electron/db/copies/check.ts'
import { readDesk } from '../../../electron/db/desk/desk.ts'
import { encryptedName, nameSecretOf } from '../../../electron/db/encryption/encrypted-name.ts'
import { decryptFile, openKey } from '../../../electron/db/encryption/encryption.ts'
import { STORE_NAME } from '../../../electron/db/files/store.ts'
import { WORDS } from './encryption-acts.ts'
import { COPIES } from './journey.ts'

/** @param words passphrases that the desk may have: the acknowledged one, and one that was on its way. */
export async function encryptedFaults(root: string, words: readonly (string | null)[]): Promise<string[]> {
  const [folder, data] = [join(root, COPIES), join(root, 'data')]
  const faults: string[] = []
  const word = await wordOf(data)
  if (!words.includes(word)) faults.push('the key of the desk opens with another passphrase')
  const opened = join(data, OPENED_FOLDER)
  if (existsSync(opened) && readdirSync(opened).length > 0) faults.push('an opened copy stays in clear')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const identities: string[] = []
  for (const name of names.filter((one) => /^cle-[0-9a-f]{8}\.age$/.test(one))) {
    const found = await opens(readFileSync(join(folder, name), 'utf8'))
    if (found === null) faults.push(`${name} opens with no passphrase`)
    else identities.push(found.identity)
  }
  for (const name of names.filter((one) => one.endsWith('.seances.age')))
    faults.push(...(await copyFaults(folder, name, identities)).map((fault) => `${name}: ${fault}`))
  return faults
}

/** The passphrase of the key that the desk encrypts with, or did last. */
export async function wordOf(data: string): Promise<string | null> {
  const { encryption, formerEncryptionKeys } = readDesk(data)
  const text = encryption?.text ?? formerEncryptionKeys[0]
  return text === undefined ? null : ((await opens(text))?.word ?? null)
}

async function copyFaults(folder: string, name: string, identities: readonly string[]): Promise<string[]> {
  const path = join(folder, name)
  const manifest = await readManifest(path)
  if (manifest?.sha256 !== hashOf(path)) return ['the hash beside it is another one']
  for (const identity of identities) {
    const inside = await insideOf(path, identity)
    if (inside === null) continue
    if (!inside.sound) return ['its database is not sound']
    const missing: string[] = []
    for (const hash of inside.needed)
      if (
        !(await holds(join(folder, STORE_NAME, encryptedName(nameSecretOf(identity), hash)), identity, hash))
      )
        missing.push(`attachment ${hash.slice(0, 8)} does not open`)
    return missing
  }
  return ['it opens with no key beside it']
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Faults by the text or the bytes: the same ones are met in many images, and each key costs a second. */
const keys = new Map<string, { word: string; identity: string } | null>()
const copies = new Map<string, { sound: boolean; needed: readonly string[] } | null>()
const attachments = new Map<string, string | null>()

async function opens(text: string): Promise<{ word: string; identity: string } | null> {
  const known = keys.get(text)
  if (known !== undefined) return known
  let found: { word: string; identity: string } | null = null
  for (const word of WORDS) {
    const identity = await openKey(text, word).catch(() => null)
    if (identity !== null) found = { word, identity }
  }
  keys.set(text, found)
  return found
}

async function insideOf(path: string, identity: string) {
  const key = `${hashOf(path)} ${identity}`
  const known = copies.get(key)
  if (known !== undefined) return known
  const place = mkdtempSync(join(tmpdir(), 'seances-encrypted-'))
  try {
    const plain = join(place, 'opened.seances')
    const hash = await decryptFile(path, plain, identity).catch(() => null)
    const found = hash === null ? null : checkDatabase(plain)
    copies.set(key, found)
    return found
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function holds(path: string, identity: string, hash: string): Promise<boolean> {
  if (!existsSync(path)) return false
  const key = `${hashOf(path)} ${identity}`
  const known = attachments.get(key)
  const plain = known !== undefined ? known : await decryptFile(path, null, identity).catch(() => null)
  attachments.set(key, plain)
  return plain === hash
}
