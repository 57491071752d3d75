import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Reader } from '../../db/driver.ts'
import type { Row } from '../../db/tables.ts'

export type QueuedFile = Row<'sharedFile'> & { meetingId: string }

/** Hash of what lies under a path; null when nothing does, empty when it cannot be read: then it is somebody else's. */
export async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (code === 'EISDIR' || code === 'EACCES' || code === 'EPERM') return ''
    throw thrown
  }
}

/**
 * Whether the file found is one that we wrote, unchanged since, for the same meeting, and that gives way to a newer one:
 * a document that is still current keeps its place even against another of the same name.
 */
export async function mayReplace(
  tx: Reader,
  file: QueuedFile,
  relativePath: string,
  found: string,
): Promise<boolean> {
  const ours = await tx
    .selectFrom('sharedFile')
    .innerJoin('dispatch', 'dispatch.id', 'sharedFile.dispatchId')
    .select('sharedFile.id')
    .where('sharedFile.relativePath', '=', relativePath)
    .where('sharedFile.sha256', '=', found)
    .where('sharedFile.writtenAt', 'is not', null)
    .where('dispatch.meetingId', '=', file.meetingId)
    .executeTakeFirst()
  if (ours === undefined) return false
  const current = await tx
    .selectFrom('attachment')
    .select('id')
    .where('meetingId', '=', file.meetingId)
    .where('sha256', '=', found)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  return current === undefined
}
