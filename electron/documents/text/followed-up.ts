import { actionStateWords } from '../../domain/minutes/follow-up-words.ts'

export const followedUpText = {
  heading: 'Actions à suivre',
  columns: { number: 'N°', text: 'Action', owner: 'Responsable', due: 'Échéance', state: 'État' },
  states: actionStateWords,
  /** Whoever reads "put off" must read until when. */
  postponedTo: (day: string) => `Reportée au ${day}`,
  /** The papers of a meeting are made after it, and tell what was done since. */
  standing: 'État à la date d’établissement de ce document.',
  nothing: '–',
  nobody: 'Personne à choisir',
  notDue: (many: number) =>
    many === 1
      ? 'Une action est ouverte, à échoir\u00a0: elle est au registre des actions.'
      : `${many} actions sont ouvertes, à échoir\u00a0: elles sont au registre des actions.`,
  /** Beside those that are printed. */
  others: (open: number, closed: number) => {
    const all = open + closed
    const feminine = (many: number, word: string) => (many < 2 ? word : `${word}s`)
    const kinds = [
      ...(open === 0 ? [] : [`${open} ${feminine(open, 'ouverte')}`]),
      ...(closed === 0 ? [] : [`${closed} ${feminine(closed, 'close')}`]),
    ]
    const which = kinds.length === 1 ? ` ${kinds[0]?.split(' ')[1]}` : ''
    const parts = kinds.length === 1 ? '' : ` (${kinds.join(', ')})`
    return all === 1
      ? `Une autre action${which} est au registre des actions.`
      : `${all} autres actions${which}${parts} sont au registre des actions.`
  },
} as const
