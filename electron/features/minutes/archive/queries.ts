import { AppError } from '../../../contract/errors.ts'
import type { Reader } from '../../../db/driver.ts'
import { ArchivedKind, type RetentionRule } from '../../../domain/minutes/retention.ts'
import type { Approval, Corrigendum } from '../../../domain/minutes/version.ts'
import { MinutesContent } from '../../../domain/minutes/version.ts'
import { approvalOf } from '../../reads/approval.ts'

/** In the order of the parts. */
export async function retentionRules(tx: Reader): Promise<RetentionRule[]> {
  const rules = await tx.selectFrom('retentionRule').selectAll().execute()
  return ArchivedKind.options.flatMap((kind) => rules.filter((rule) => rule.kind === kind))
}

/** @throws AppError `not-sealed` */
export async function sealedPapers(tx: Reader, meetingId: string) {
  const approval: Approval | null = await approvalOf(tx, meetingId)
  if (approval === null) throw new AppError('not-sealed')
  const version = await tx
    .selectFrom('minutesVersion')
    .select('content')
    .where('id', '=', approval.versionId)
    .executeTakeFirstOrThrow()
  const corrigenda: Corrigendum[] = await tx
    .selectFrom('corrigendum')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  const agendas = await tx
    .selectFrom('agendaVersion')
    .select(['number', 'publishedAt', 'sha256'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  // A document that the secretariat kept to itself is no annex of the minutes.
  const annexes = await tx
    .selectFrom('attachment')
    .select(['fileName', 'title', 'sha256', 'circulation'])
    .where('meetingId', '=', meetingId)
    .where('replacedBy', 'is', null)
    .where('circulation', '!=', 'secretariat')
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return {
    approval,
    content: MinutesContent.parse(JSON.parse(version.content)),
    corrigenda,
    agendas,
    annexes,
  }
}
export type SealedPapers = Awaited<ReturnType<typeof sealedPapers>>
