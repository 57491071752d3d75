// The papers of what is sealed are never made again; they are read as they were kept, and checked.
import type { DocumentSubject } from '../../contract/documents.ts'
import type { Reader } from '../../db/driver.ts'
import { keptBytes } from '../../db/files/store.ts'
import type { LongContext } from '../context.ts'

/**
 * The kept PDF of sealed minutes or of a corrigendum; null for everything else, which is made when asked for.
 * @throws KeptFileError when the bytes are no longer those that were sealed.
 */
export async function keptPaper(
  context: LongContext,
  subject: DocumentSubject,
): Promise<{ bytes: Uint8Array; pageCount: number } | null> {
  const kept = await context.read(({ tx }) => keptRow(tx, subject))
  if (kept === undefined) return null
  return { bytes: await keptBytes(context.dataFolder, kept.sha256), pageCount: kept.pages ?? 1 }
}

async function keptRow(tx: Reader, subject: DocumentSubject) {
  if (subject.kind === 'corrigendum')
    return tx
      .selectFrom('corrigendum')
      .select(['sha256', 'pageCount as pages'])
      .where('id', '=', subject.corrigendumId)
      .executeTakeFirst()
  if (subject.kind !== 'minutes') return undefined
  return tx
    .selectFrom('approval')
    .innerJoin('minutesVersion', 'minutesVersion.id', 'approval.versionId')
    .select(['approval.sha256', 'minutesVersion.pdfPages as pages'])
    .where('approval.id', '=', subject.meetingId)
    .executeTakeFirst()
}
