import { accessSync, constants } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { app } from 'electron'
import type { Settled } from '../domain/managed/policies.ts'

/** The one host that new versions come from; null where nobody may look for any: nothing else is ever resolved. */
export function updateHost({ UpdateAddress }: Settled): string | null {
  return UpdateAddress === undefined || !isOwnInstallation() ? null : new URL(UpdateAddress).hostname
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
      const { APPIMAGE } = process.env
      // It is taken away, and another put into its folder.
      return APPIMAGE !== undefined && canWrite(APPIMAGE) && canWrite(dirname(APPIMAGE))
    }
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
