import { chmod, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What this process takes from others unless told; null until then. */
let usual: number | null = null

/** From here on what this process writes is its owner's alone, on the systems that know such a thing. */
export function keepToOwner(): void {
  usual ??= process.umask(0o077)
}

/** The mode of a document or a folder that somebody asked for, which others may read as they read all his others. */
export function modeForOthers(kind: 'file' | 'folder'): number | null {
  return usual === null ? null : (kind === 'file' ? 0o666 : 0o777) & ~usual
}

/** Lets others read what was written where somebody asked for it; what is not ours stays as it is. */
export async function letOthersRead(path: string): Promise<void> {
  if (usual === null || process.platform === 'win32') return
  try {
    const found = await lstat(path)
    if (found.isDirectory()) for (const name of await readdir(path)) await letOthersRead(join(path, name))
    else if (!found.isFile()) return
    const mode = modeForOthers(found.isFile() ? 'file' : 'folder')
    if (mode !== null && found.uid === process.getuid?.() && (found.mode & 0o777) !== mode)
      await chmod(path, mode)
  } catch {
    // Taken away meanwhile, or on a disk that has no modes.
  }
}
