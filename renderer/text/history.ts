import { plural } from './plural.ts'

export const historyText = {
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  typedBack: 'Saisie reprise : le formulaire est de nouveau vide',
  nothingToRedo: 'Il n’y a rien à rétablir.',
  title: 'Historique',
  list: 'Journal des modifications',
  columns: { when: 'Quand', what: 'Quoi', who: 'Par', state: 'État' },
  states: { done: 'fait', undone: 'annulé', discarded: 'remplacé' },
  empty: 'Aucune modification',
  emptyHint:
    'Chaque modification apparaîtra ici, avec sa date et son auteur ; elle peut être annulée même après un redémarrage.',
  undoLast: 'Annuler la dernière modification',
  shown: (entries: number) => plural(entries, 'modification montrée', 'dernières modifications montrées'),
}
