import { accessSync, constants, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, sep } from 'node:path'
import { app } from 'electron'
import type { Settled } from '../domain/managed/policies.ts'

/** The host that new versions come from; none where nobody may look for any. */
export function updateHosts({ UpdateAddress }: Settled): string[] {
  return UpdateAddress === undefined || !isOwnInstallation() ? [] : [new URL(UpdateAddress).hostname]
}

/** Whether the person who works here may replace the application: what is there for the whole machine is the administration's. */
function isOwnInstallation(): boolean {
  if (!app.isPackaged) return false
  switch (process.platform) {
    case 'win32': {
      const { LOCALAPPDATA } = process.env
      return (
        LOCALAPPDATA !== undefined &&
        process.execPath.toLowerCase().startsWith(LOCALAPPDATA.toLowerCase() + sep)
      )
    }
    case 'darwin':
      return canWrite(join(dirname(process.execPath), '..', '..', '..'))
    default: {
      const image = ownImage()
      // Another is put into its folder, in its place.
      return image !== null && canWrite(image) && canWrite(dirname(image))
    }
  }
}

/**
 * The image that this program runs from; null when it runs from none. Its variables are handed on to whatever is started
 * from a program of this kind: they are ours only where this program lies in what they unfold.
 */
export function ownImage(): string | null {
  const { APPDIR, APPIMAGE } = process.env
  if (APPDIR === undefined || APPIMAGE === undefined || !isAbsolute(APPIMAGE)) return null
  try {
    return realpathSync(process.execPath).startsWith(realpathSync(APPDIR) + sep) ? APPIMAGE : null
  } catch {
    return null
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
