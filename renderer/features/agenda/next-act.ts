import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import { href } from '../../app/paths.ts'

export type AgendaAct = 'sendDraft' | 'submit' | 'validate' | 'publish' | 'backToDraft' | 'send'

/** Whether the last published version says what the agenda says. */
function isPublishedAsItStands({ state, changedSinceValidation }: AgendaStatus): boolean {
  return state === 'published' && !changedSinceValidation
}

/** Whether publishing must first ask who validates what the agenda says now. */
export function needsValidation({ state, changedSinceValidation }: AgendaStatus): boolean {
  return state !== 'validated' || changedSinceValidation
}

/** Of the version that would be published. */
export function nextNumber({ versions }: AgendaStatus): number {
  return (versions[0]?.number ?? 0) + 1
}

/**
 * The acts that are open, the next one first: the evening before, a changed agenda is published again at once, and so is
 * a draft on which the members were convened already.
 */
export function agendaActs(status: AgendaStatus, isConvened: boolean): [AgendaAct, ...AgendaAct[]] {
  if (isPublishedAsItStands(status)) return ['send']
  const back: AgendaAct[] = status.state === 'draft' ? [] : ['backToDraft']
  if (status.versions.length > 0 || isConvened) return ['publish', 'sendDraft', 'validate', 'submit', ...back]
  switch (status.state) {
    case 'draft':
      return ['sendDraft', 'submit', 'validate', 'publish']
    case 'submitted':
      return ['validate', 'publish', 'sendDraft', 'submit', ...back]
    default:
      return [
        'publish',
        ...(needsValidation(status) ? (['validate'] as const) : []),
        'sendDraft',
        'submit',
        ...back,
      ]
  }
}

/** Where the message is that takes the agenda to its readers: all of it the first time, then what changed. */
export function dispatchAddress({ meetingId, compared }: AgendaStatus): string {
  const kind: DispatchKind = compared === null ? 'convocation' : 'agendaChanged'
  return href('dispatch', { meetingId }, kind)
}

/** Where the messages are that tell each presenter their own hour. */
export function presentersAddress({ meetingId }: AgendaStatus): string {
  const kind: DispatchKind = 'guestInvitation'
  return href('dispatch', { meetingId }, kind)
}
