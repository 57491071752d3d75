// Desk: what belongs to this machine and not to the data (the folder of copies); a small file beside the database.
import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Desk = z.strictObject({
  copyFolder: z.string().nullable(),
  copyDeclined: z.boolean(),
  lastCopyAt: z.string().nullable(),
  lastFailure: z.enum(['folder-unreachable', 'disk-full', 'data-read-only', 'unexpected']).nullable(),
})
export type Desk = z.infer<typeof Desk>

const fresh: Desk = { copyFolder: null, copyDeclined: false, lastCopyAt: null, lastFailure: null }

/** What is known of this desk; an absent or unreadable file is a fresh desk (nothing of the data is in it). */
export function readDesk(dataFolder: string): Desk {
  try {
    return Desk.parse(JSON.parse(readFileSync(join(dataFolder, 'desk.json'), 'utf8')))
  } catch {
    return fresh
  }
}

export async function writeDesk(dataFolder: string, desk: Desk): Promise<void> {
  const path = join(dataFolder, 'desk.json')
  const file = await open(`${path}.tmp`, 'w')
  await file.writeFile(JSON.stringify(desk))
  await file.sync()
  await file.close()
  await rename(`${path}.tmp`, path)
}
