// Kept files: every file of the store against its name, and the same bytes looked for elsewhere; the work of jobs, since a
// store may be large and a folder far away. Nothing is ever covered over: altered bytes go aside first.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copyOne, STORE_NAME } from './attachment-store.ts'
import { hashFile, syncFolder } from './durable.ts'

type Step = (done: number, total: number) => void

/** Reads the files of these names; answers those that are gone and those that are not what they were. */
export async function checkStore(
  folder: string,
  files: readonly string[],
  step: Step,
): Promise<{ missing: string[]; altered: string[] }> {
  const found = { missing: [] as string[], altered: [] as string[] }
  for (const [index, hash] of files.entries()) {
    const path = join(folder, STORE_NAME, hash)
    if (!existsSync(path)) found.missing.push(hash)
    // What cannot be read to its end is not what it was, whatever the disk says of it.
    else if ((await hashFile(path).catch(() => null)) !== hash) found.altered.push(hash)
    step(index + 1, files.length)
  }
  return found
}

/** Puts back what one of the folders still has whole in its store; answers which were found nowhere. */
export async function bringBackFrom(
  folders: readonly string[],
  toFolder: string,
  files: readonly string[],
  step: Step,
): Promise<{ notFound: string[] }> {
  const store = join(toFolder, STORE_NAME)
  if ((await mkdir(store, { recursive: true })) !== undefined) await syncFolder(toFolder)
  const notFound: string[] = []
  for (const [index, hash] of files.entries()) {
    if (!(await broughtBack(folders, toFolder, hash))) notFound.push(hash)
    step(index + 1, files.length)
  }
  return { notFound }
}

async function broughtBack(folders: readonly string[], toFolder: string, hash: string): Promise<boolean> {
  for (const folder of folders) {
    const path = join(folder, STORE_NAME, hash)
    // One that is altered there too, or a server that fails in the middle, does not keep the others from being asked.
    if (existsSync(path) && (await copyOne(path, toFolder, hash).catch(isFatal))) return true
  }
  return false
}

/** A full disk here is not "found nowhere". */
function isFatal(thrown: NodeJS.ErrnoException): false {
  if (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT' || thrown.code === 'EROFS') throw thrown
  return false
}
