// Where the tests put what they make: in memory, where they need not wait for a disk to say that it has kept a thing.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { giveFolder } from '../unprivileged.ts'

const memory = '/dev/shm'
const prefix = 'seances-test-'
const GIGABYTE = 2 ** 30

/**
 * A folder in memory for all that is temporary; null where nothing can be started from there, where there is little room,
 * and where TMPDIR says another place.
 */
export function folderInMemory(): string | null {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined) return null
  if (!canStartFrom(memory, readFileSync('/proc/mounts', 'utf8'))) return null
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < 4 * GIGABYTE || process.availableMemory() < 8 * GIGABYTE) return null
  for (const left of readdirSync(memory))
    if (isOfEndedRun(left)) rmSync(join(memory, left), { recursive: true })
  return giveFolder(mkdtempSync(join(memory, `${prefix}${process.pid}-`)))
}

/** Whether a folder is in memory, and programs may be started from there. */
export function canStartFrom(folder: string, mounts: string): boolean {
  return mounts.split('\n').some((line) => {
    const [, point, type, options = ''] = line.split(' ')
    return point === folder && type === 'tmpfs' && !options.split(',').includes('noexec')
  })
}

/** What a run leaves when it fails is there to be looked at until the next one. */
function isOfEndedRun(name: string): boolean {
  const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? []
  return pid !== undefined && !existsSync(join('/proc', pid))
}
