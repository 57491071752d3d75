import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { type CorrigendumModel, corrigendumModel } from '../../documents/corrigendum/model.ts'
import { corrigendumFileName } from '../../documents/file-name.ts'
import { approvalOf } from '../reads/approval.ts'
import { meetingFile } from '../reads/meetings.ts'

/** The paper of a corrigendum, and the name of its file. */
export async function corrigendumOf(
  tx: Reader,
  id: string,
): Promise<{ model: CorrigendumModel; fileName: string }> {
  const row = await tx.selectFrom('corrigendum').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  const approval = await approvalOf(tx, row.meetingId)
  if (approval === null) throw new AppError('not-found')
  const file = await meetingFile(tx, row.meetingId)
  return {
    model: corrigendumModel(file, { approval, number: row.number, fields: row }),
    fileName: corrigendumFileName(file, row.number),
  }
}
