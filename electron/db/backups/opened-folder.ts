// Encrypted copies lie here in clear while they are looked at or restored: beside the data, which are in clear too.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Name of the folder, within the data folder. */
export const OPENED_FOLDER = 'copies-ouvertes'

/** Takes away what a process that died had opened; only while the data are locked. */
export async function dropOpened(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, OPENED_FOLDER), { recursive: true, force: true }).catch(() => undefined)
}
