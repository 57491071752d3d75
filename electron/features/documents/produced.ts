// The record of every document that left: which bytes, when, by whom, and what the checker found in them. Neither
// journaled nor undone: taking back what one did does not call a paper back.

import { basename } from 'node:path'
import type {
  DocumentKind,
  DocumentSubject,
  ProducedDocument,
  ProducedFormat,
} from '../../contract/documents.ts'
import { AppError, type ErrorCode } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { sha256 } from '../../db/files/store.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { checkingOf, faultsIn, type MadeDocument } from './checking.ts'

/** Where the file belongs, and under which name it left. */
export type Leaving = { subject: DocumentSubject; format: ProducedFormat; path: string }

/** Adds the row of a document that left; returns its id. */
export async function recordProduced(
  { tx, now, who }: Pick<WriteContext, 'tx' | 'now' | 'who'>,
  { subject, format, path }: Leaving,
  { bytes, pageCount }: Pick<MadeDocument, 'bytes' | 'pageCount'>,
): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('producedDocument')
    .values({
      id,
      kind: subject.kind,
      format,
      meetingId: await meetingOf(tx, subject),
      projectId: 'projectId' in subject ? subject.projectId : null,
      fileName: basename(path),
      sha256: sha256(bytes),
      sizeBytes: bytes.length,
      pageCount,
      producedAt: now.toISOString(),
      producedBy: who.slice(0, LINE_LENGTH),
      faults: null,
    })
    .execute()
  return id
}

/** Why a desk may read and export, and write nothing of its own. */
const readOnly: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'writer-away',
  'writer-moving',
  'copy-shown',
  'data-moving',
  'team-not-allowed',
  'team-read-only',
  'team-away',
  'team-crowded',
])

/**
 * The record, or null on a desk that only reads: it exports what it shows, and its record is that of the desk that
 * writes. Asked of the write itself, because the hand may pass while a document is made.
 */
export async function ifWriting<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (thrown) {
    if (thrown instanceof AppError && readOnly.has(thrown.code)) return null
    throw thrown
  }
}

/** The meeting in whose record a document stands; null for what is of none. */
async function meetingOf(tx: Reader, subject: DocumentSubject): Promise<string | null> {
  if ('meetingId' in subject) return subject.meetingId
  if (subject.kind !== 'corrigendum') return null
  const row = await tx
    .selectFrom('corrigendum')
    .select('meetingId')
    .where('id', '=', subject.corrigendumId)
    .executeTakeFirst()
  return row?.meetingId ?? null
}

/** Whether these very bytes left already: a message that carries them adds nothing to the record. */
export async function isRecorded(tx: Reader, bytes: Uint8Array): Promise<boolean> {
  const row = await tx
    .selectFrom('producedDocument')
    .select('id')
    .where('sha256', '=', sha256(bytes))
    .executeTakeFirst()
  return row !== undefined
}

/** Documents of a meeting that left, newest first. */
export async function producedOf(
  { tx, dataFolder }: Pick<ReadContext, 'tx' | 'dataFolder'>,
  meetingId: string,
): Promise<ProducedDocument[]> {
  const rows = await tx
    .selectFrom('producedDocument')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('producedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  // The same bytes have one verdict, whichever time they left.
  const verdicts = new Map(rows.flatMap(({ sha256, faults }) => (faults === null ? [] : [[sha256, faults]])))
  const checks = new Map(
    rows.flatMap(({ id, sha256 }) => {
      const checking = checkingOf({ dataFolder }, id)
      return checking === null ? [] : [[sha256, checking]]
    }),
  )
  return rows.map(({ meetingId: _, projectId: __, kind, format, faults: ___, ...row }) => ({
    ...row,
    // Written from these very types, in this file only.
    kind: kind as DocumentKind,
    format: format as ProducedFormat,
    faults: faultsIn(verdicts.get(row.sha256) ?? null),
    checking: checks.get(row.sha256) ?? null,
  }))
}
