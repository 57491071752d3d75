import type { ActionState } from '../../domain/minutes/action.ts'

export const followedUpText = {
  heading: 'Actions à suivre',
  columns: { number: 'N°', text: 'Action', owner: 'Responsable', due: 'Échéance', state: 'État' },
  states: {
    todo: 'À faire',
    inProgress: 'En cours',
    postponed: 'Reportée',
    done: 'Réalisée',
    dropped: 'Abandonnée',
  } satisfies Record<ActionState, string>,
  nothing: '–',
  notDue: (many: number) =>
    many === 1
      ? 'Une action est ouverte, à échoir\u00a0: elle est au registre des actions.'
      : `${many} actions sont ouvertes, à échoir\u00a0: elles sont au registre des actions.`,
  others: (many: number) =>
    many === 1
      ? 'Une autre action est ouverte\u00a0: elle est au registre des actions.'
      : `${many} autres actions sont ouvertes\u00a0: elles sont au registre des actions.`,
  othersClosed: (many: number) =>
    many === 1
      ? 'Une autre action a été close\u00a0: elle est au registre des actions.'
      : `${many} autres actions ont été closes\u00a0: elles sont au registre des actions.`,
} as const
