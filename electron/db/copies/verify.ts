import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupExamination } from '../../contract/wire-backups.ts'
import { readManifest } from '../backups/manifest.ts'
import { copyHashing, hashFile, renameDurably } from '../durable.ts'
import { STORE_NAME } from '../files/store.ts'
import { checkDatabase } from './check.ts'

/**
 * Examines the backup, then each attachment of its list.
 * @param healFrom a folder whose store may have the same bytes whole: what went bad beside the backup is put back from it.
 */
export async function verifyBackup(path: string, healFrom: string | null): Promise<BackupExamination> {
  const damaged: BackupExamination = { condition: 'damaged', missing: 0, healed: 0, lacking: [] }
  const manifest = await readManifest(path)
  const sha256 = await hashFile(path)
  // Without its list the bytes can still be judged by what they are.
  if (manifest !== null && manifest.sha256 !== sha256) return damaged
  const isEncrypted = path.endsWith('.age')
  const verdict = isEncrypted ? null : checkDatabase(path)
  if (verdict !== null && !verdict.sound) return damaged
  if (isEncrypted && manifest === null) return damaged
  const store = join(dirname(path), STORE_NAME)
  const files = manifest?.files ?? new Map((verdict?.needed ?? []).map((hash) => [hash, hash]))
  const lacking: string[] = []
  let healed = 0
  for (const [name, hash] of files) {
    if (await holds(join(store, name), hash)) continue
    if (healFrom !== null && (await putBack(join(healFrom, STORE_NAME, name), join(store, name), hash)))
      healed += 1
    else lacking.push(name)
  }
  // Attachments that the data no longer had when the backup was made are in no list.
  const missing = lacking.length + (verdict?.needed ?? []).filter((hash) => !files.has(hash)).length
  const isAltered = (verdict?.altered ?? []).length > 0
  return { condition: isAltered ? 'altered' : missing > 0 ? 'incomplete' : 'sound', missing, healed, lacking }
}

async function holds(path: string, hash: string): Promise<boolean> {
  return existsSync(path) && (await hashFile(path).catch(() => null)) === hash
}

async function putBack(from: string, to: string, hash: string): Promise<boolean> {
  const temporary = `${to}.${process.pid}.tmp`
  try {
    if (!existsSync(from) || (await copyHashing(from, temporary)) !== hash) return false
    await renameDurably(temporary, to)
    return true
  } catch {
    return false
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}
