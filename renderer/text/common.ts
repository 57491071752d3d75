import { quoted } from '../../electron/domain/text/french.ts'

export const commonText = {
  notMade: (name: string) => `${name} : abandon, rien n’a été ajouté`,
  retry: 'Réessayer',
  giveUp: 'Abandonner',
  givenUp: (texts: readonly string[]) =>
    texts.length === 0 ? 'Saisie abandonnée' : `Saisie abandonnée : ${texts.map(quoted).join(', ')}`,
  putBack: 'Remettre',
  choice: (filter: string, value: string) => `${filter}\u00a0: ${value}`,
  cancel: 'Annuler',
  notNow: 'Pas maintenant',
  /** Headings of what is told before an act that matters. */
  before: { bad: 'À corriger', warn: 'À regarder' },
  close: 'Fermer',
  undo: 'Annuler',
  undoing: (message: string) => `Annuler : ${message}`,
  remove: 'Supprimer',
  loading: 'Chargement…',
  none: '–',
  stages: { done: 'Fait', now: 'En cours' },
  messages: 'Messages',
  noMessage: 'Rien n’a été dit depuis l’ouverture.',
  options: 'Autres actions',
  /** Heard before words that are struck, or underlined. */
  removedWords: 'retiré : ',
  addedWords: 'ajouté : ',
}

/** How what has a title is called, also where it was emptied or never given. */
export const titled = (title: string): string => (title.trim() === '' ? 'Sans intitulé' : title)
