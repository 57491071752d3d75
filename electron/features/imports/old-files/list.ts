import { basename } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Output } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { ReadFile } from '../../../domain/agenda/draft.ts'
import { oldFilesGroups } from '../../../domain/old-files/groups.ts'
import { type OldFile, OldFilesFacts, type OldFilesGroup } from '../../../domain/old-files/old-files.ts'
import type { OldFilesWorld } from '../../../domain/old-files/placed.ts'
import type { ReadContext } from '../../context.ts'

export async function oldFilesList(context: ReadContext): Promise<Output<'oldFiles.list'>> {
  const { oldFiles } = context.desk
  return {
    groups: await groupsNow(context),
    source: oldFiles === null ? null : { name: basename(oldFiles.path), isRead: oldFiles.isRead },
  }
}

export async function groupsNow({ tx, today }: Pick<ReadContext, 'tx' | 'today'>): Promise<OldFilesGroup[]> {
  const files = await listedFiles(tx)
  return files.length === 0 ? [] : oldFilesGroups(files, await worldNow(tx, today))
}

async function listedFiles(tx: Reader): Promise<OldFile[]> {
  const rows = await tx
    .selectFrom('takeoverFile')
    .select(['id', 'path', 'sha256', 'sizeBytes', 'code', 'facts'])
    .execute()
  // Written by ourselves out of what a reader said of bytes from outside: looked at again.
  return rows.map(({ facts, ...row }) => ({
    ...row,
    facts: facts === null ? null : OldFilesFacts.parse(JSON.parse(facts)),
  }))
}

async function worldNow(tx: Reader, today: string): Promise<OldFilesWorld> {
  const meetings = await tx
    .selectFrom('meeting')
    .select(['id', 'date', 'number', 'seriesId', 'takenOver'])
    .where('deletedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .orderBy('id')
    .execute()
  const series = await tx.selectFrom('series').select(['id', 'name']).orderBy('id').execute()
  return { today, meetings, series, taken: await takenBytes(tx) }
}

/** Hashes of the documents that meetings were taken over from, each with its meeting. */
export async function takenBytes(tx: Reader): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('takenFile')
    .innerJoin('attachment', 'attachment.id', 'takenFile.id')
    .innerJoin('meeting', 'meeting.id', 'takenFile.meetingId')
    .select(['attachment.sha256', 'takenFile.meetingId'])
    .where('meeting.deletedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ sha256, meetingId }) => [sha256, meetingId]))
}

/** @throws AppError `not-found` for a file that was dropped or refused */
export async function listedReading(tx: Reader, id: string): Promise<ReadFile> {
  const row = await tx.selectFrom('takeoverFile').select('reading').where('id', '=', id).executeTakeFirst()
  if (row?.reading == null) throw new AppError('not-found')
  return ReadFile.parse(JSON.parse(row.reading))
}
