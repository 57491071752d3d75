import type { Reader } from '../../db/driver.ts'
import type { MinutesLife } from '../../domain/minutes/version.ts'
import { civilDate } from '../../domain/time/civil-date.ts'

export async function minutesLife(tx: Reader, meetingId: string): Promise<MinutesLife> {
  const versions = await tx
    .selectFrom('minutesVersion')
    .select(['reason', 'madeAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  const minutes = await tx
    .selectFrom('minutes')
    .select(['reviewDeadline', 'state', 'frozenAt'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const approval = await tx
    .selectFrom('approval')
    .leftJoin('meeting', 'meeting.id', 'approval.approvingMeetingId')
    .select([
      'approval.mode',
      'approval.approvedOn',
      'approval.corrections',
      'meeting.number',
      'meeting.date',
    ])
    .where('approval.id', '=', meetingId)
    .executeTakeFirst()
  const day = (instant: string | null | undefined) => (instant == null ? null : civilDate(new Date(instant)))
  const isPastValidation = minutes?.state === 'validated' || minutes?.state === 'approved'
  const left = versions.find(({ reason }) => reason === 'sent' || reason === 'review')
  return {
    // Numbers that came printed with a file stand still in a draft that never left.
    sentOn: day(left?.madeAt ?? (minutes?.state === 'drafting' ? null : minutes?.frozenAt)),
    reviewDeadline: minutes?.reviewDeadline ?? null,
    validatedOn: isPastValidation
      ? day(versions.findLast(({ reason }) => reason === 'validated')?.madeAt)
      : null,
    approval:
      approval === undefined
        ? null
        : {
            mode: approval.mode,
            approvedOn: approval.approvedOn,
            corrections: approval.corrections,
            by: approval.date === null ? null : { number: approval.number, date: approval.date },
          },
  }
}
