import type { ApprovalView } from '../../../contract/approval.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { keepBytes, sha256 } from '../../../db/files/store.ts'
import { corrigendumModel } from '../../../documents/corrigendum/model.ts'
import { corrigendumFileName } from '../../../documents/file-name.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import type { LongContext } from '../../context.ts'
import { checkProduced, recordProduced, renderModel } from '../../documents/index.ts'
import { approvalOf, approvalView } from '../../reads/approval.ts'
import { expectItemOf } from '../../reads/item-ids.ts'
import { meetingFile } from '../../reads/meetings.ts'

/** The next corrigendum of a meeting; one that is there already is not made again. */
export async function addCorrigendum(
  context: LongContext,
  { id, meetingId, fields }: Parsed<'approval.addCorrigendum'>,
): Promise<ApprovalView> {
  const { known, number, file, approval } = await context.read(({ tx }) => planned(tx, { id, meetingId }))
  if (known) return context.read(({ tx }) => approvalView(tx, meetingId))
  if (fields.place.trim() === '') throw new AppError('invalid-input', { field: 'place' })
  if (fields.beforeText.trim() === fields.afterText.trim())
    throw new AppError('invalid-input', { field: 'afterText' })
  // It stays for good: neither before the approval, nor on a day that has not come.
  if (fields.decidedOn < approval.approvedOn || fields.decidedOn > context.today)
    throw new AppError('invalid-input', { field: 'decidedOn' })
  await context.read(({ tx }) => expectItemOf(tx, meetingId, fields.itemId))
  const made = await renderModel(context, corrigendumModel(file, { approval, number, fields }))
  await keepBytes(context, made.bytes)
  const subject = { kind: 'corrigendum' as const, corrigendumId: id }
  const producedId = await context.write('approval.addCorrigendum', async (writing) => {
    const { tx, now, who } = writing
    writing.about(meetingId)
    // Its number is printed: another one made meanwhile must not have taken it.
    if ((await planned(tx, { id, meetingId })).number !== number) throw new AppError('conflict')
    await tx
      .insertInto('corrigendum')
      .values({
        ...fields,
        id,
        meetingId,
        number,
        madeAt: now.toISOString(),
        madeBy: who.slice(0, LINE_LENGTH),
        sha256: sha256(made.bytes),
        pageCount: made.pageCount,
      })
      .execute()
    await writing.endRedo()
    const path = corrigendumFileName(file, number)
    return recordProduced(writing, { subject, format: 'pdf', path }, made)
  })
  checkProduced(context, producedId, made)
  return context.read(({ tx }) => approvalView(tx, meetingId))
}

/** The number that the next corrigendum takes; only approved minutes have any (`state-refuses`). */
async function planned(tx: Reader, { id, meetingId }: { id: string; meetingId: string }) {
  const approval = await approvalOf(tx, meetingId)
  if (approval === null) throw new AppError('state-refuses')
  const rows = await tx
    .selectFrom('corrigendum')
    .select(['id', 'number'])
    .where('meetingId', '=', meetingId)
    .execute()
  return {
    known: rows.some((row) => row.id === id),
    number: Math.max(0, ...rows.map((row) => row.number)) + 1,
    file: await meetingFile(tx, meetingId),
    approval,
  }
}
