import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { agendaStatus, blankStatus, setStatus } from './status.ts'

export const reads: Pick<ReadHandlers, 'agenda.status'> = {
  'agenda.status': ({ tx }, { meetingId }) => agendaStatus(tx, meetingId),
}

type Names = 'agenda.submit' | 'agenda.validate' | 'agenda.backToDraft'

export const writes: Pick<WriteHandlers, Names> = {
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
