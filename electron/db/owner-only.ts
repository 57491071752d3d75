import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const OTHERS = 0o077

/**
 * Takes a data folder, and all that an earlier version wrote into it, from the eyes of others. The folder itself comes
 * last: what was cut short is done again at the next opening. On Windows it lies among the person's own.
 */
export function keepFolderToOwner(folder: string): void {
  if (process.platform === 'win32' || !isSeenByOthers(folder)) return
  try {
    closeAll(folder)
  } catch {
    // Somebody else's folder, or a disk that knows no such thing: it opens as it is.
  }
}

const isSeenByOthers = (path: string) => (lstatSync(path).mode & OTHERS) !== 0

function closeAll(path: string): void {
  const found = lstatSync(path)
  // A link is not what it leads to.
  if (found.isDirectory()) for (const name of readdirSync(path)) closeAll(join(path, name))
  else if (!found.isFile()) return
  if ((found.mode & OTHERS) !== 0) chmodSync(path, found.mode & 0o7700)
}
