import type { DueText } from '../../contract/watch-life.ts'

export const dueText = {
  fileName: (day: string) => `Échéances des textes suivis au ${day}`,
  what: {
    inForce: 'Entrée en vigueur',
    applies: 'Application',
    deadline: 'Échéance',
  } satisfies Record<DueText['what'], string>,
  summary: (what: string, text: string) => `${what}\u00a0: ${text}`,
  audience: (audience: string, threshold: string) =>
    `Public concerné\u00a0: ${[audience, threshold].filter((words) => words !== '').join(', ')}`,
}
