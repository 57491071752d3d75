import type { AgendaStatus } from '../../contract/agenda.ts'
import { AppError } from '../../contract/errors.ts'
import type { AgendaContent } from '../../domain/agenda/version.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { type AgendaStatusFields, agendaStatus, blankStatus, standingOf } from '../reads/agenda-status.ts'

export const statusHandlers: Pick<
  Handlers<'agenda'>,
  'agenda.status' | 'agenda.submit' | 'agenda.validate' | 'agenda.backToDraft'
> = {
  'agenda.status': ({ tx }, { meetingId }) => agendaStatus(tx, meetingId),
  'agenda.submit': (context, { meetingId, to }) =>
    setStatus(context, meetingId, () => ({
      ...blankStatus,
      state: 'submitted',
      submittedTo: to,
      submittedAt: context.now.toISOString(),
    })),
  'agenda.validate': (context, { meetingId, by }) =>
    setStatus(context, meetingId, (present, before) => ({
      ...before,
      state: 'validated',
      validatedBy: by,
      validatedAt: context.now.toISOString(),
      validatedContent: present,
    })),
  'agenda.backToDraft': (context, { meetingId }) => setStatus(context, meetingId, () => blankStatus),
}

/** Records what was said of an agenda; refused when it is published as it stands: nothing is left to say. */
async function setStatus(
  { tx, about }: WriteContext,
  meetingId: string,
  said: (present: AgendaContent, before: AgendaStatusFields) => AgendaStatusFields,
): Promise<AgendaStatus> {
  const { present, row, isPublished } = await standingOf(tx, meetingId)
  if (isPublished) throw new AppError('state-refuses')
  about(meetingId)
  const { id: _, version, ...before } = row
  const { validatedContent, ...rest } = said(present, before)
  const values = {
    ...rest,
    version: version + 1,
    validatedContent: validatedContent === null ? null : JSON.stringify(validatedContent),
  }
  await tx
    .insertInto('agendaStatus')
    .values({ ...values, id: meetingId, version: 1 })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute()
  return agendaStatus(tx, meetingId)
}
