import type { PlanAct } from '../../electron/domain/meetings/back-planning.ts'

/** Where a line leads, as the words of its link. */
export const planGoText: Readonly<Record<PlanAct, string>> = {
  callForSubjects: 'Envois',
  carryOver: 'Reports',
  buildAgenda: 'Ordre du jour',
  submitAgenda: 'Ordre du jour',
  convene: 'Envois',
  remindSlides: 'Envois',
  countReplies: 'Participants',
  prepareRoom: 'Documents',
  writeMinutes: 'Compte rendu',
  sendDraftMinutes: 'Envois',
  remindReviewers: 'Envois',
  remindActions: 'Envois',
}
