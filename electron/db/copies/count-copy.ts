import Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import type { SourceCounts } from '../../contract/hand-over.ts'
import { isSound } from '../files/store.ts'
import { nativeOptions } from '../native.ts'

export async function countCopy(path: string, storeFolder: string): Promise<SourceCounts> {
  const db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
  try {
    const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const hashes = db
      .prepare('SELECT sha256 FROM attachment UNION SELECT sha256 FROM subject_file')
      .pluck()
      .all() as string[]
    let attachmentsFound = 0
    for (const hash of hashes) if (await isSound(storeFolder, hash)) attachmentsFound += 1
    return {
      meetings: count('meeting'),
      minutes: count('minutes'),
      decisions: count('decision'),
      actions: count('action'),
      attachments: hashes.length,
      attachmentsFound,
    }
  } catch (cause) {
    throw new AppError('not-a-backup', { cause })
  } finally {
    db.close()
  }
}
