import type { HistoryTopic } from '../../electron/contract/history.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const historyText = {
  title: 'Historique',
  ofThing: (name: string) => `Historique de ${name}`,
  whole: 'Tout l’historique',
  beside: 'Historique',
  filters: {
    topic: 'Objet',
    allTopics: 'tous',
    who: 'Personne',
    everybody: 'toutes',
    day: 'Jour',
    always: 'tous',
  },
  periods: {
    today: 'aujourd’hui',
    yesterday: 'hier',
    week: 'les 7 derniers jours',
    month: 'les 30 derniers jours',
  },
  topics: {
    meetings: 'séances',
    agenda: 'ordres du jour',
    minutes: 'comptes rendus et notes',
    followUp: 'décisions et actions',
    attendance: 'réponses et présences',
    dispatch: 'envois',
    documents: 'documents',
    subjects: 'sujets',
    projects: 'projets',
    watch: 'textes suivis',
    directory: 'annuaire',
    settings: 'réglages',
  } satisfies Record<HistoryTopic, string>,
  states: { done: 'fait', undone: 'annulé', discarded: 'annulé' },
  empty: 'Aucune modification',
  emptyHint:
    'Chaque modification apparaîtra ici, avec sa date et son auteur ; elle peut être annulée même après un redémarrage.',
  undo: 'Annuler',
  older: 'Voir plus ancien',
  reading: 'Lecture…',
  oldest: 'Rien de plus ancien.',
  shown: (entries: number) => plural(entries, 'modification montrée', 'dernières modifications montrées'),
}
