import type { ActionState } from './action.ts'
import type { DecisionStanding } from './decision.ts'

export const actionStateWords: Readonly<Record<ActionState, string>> = {
  todo: 'À faire',
  inProgress: 'En cours',
  postponed: 'Reportée',
  done: 'Réalisée',
  dropped: 'Abandonnée',
}

export const decisionStandingWords: Readonly<Record<DecisionStanding, string>> = {
  toApprove: 'À approuver',
  inForce: 'En vigueur',
  replaced: 'Remplacée',
  void: 'Sans objet',
}
