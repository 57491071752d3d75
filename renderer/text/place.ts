// Names of the screens.
import type { PlaceId } from '../app/paths.ts'

export const placeText: Readonly<Record<PlaceId, string>> = {
  home: 'Accueil',
  meetings: 'Séances',
  bin: 'Corbeille des séances',
  preparation: 'Préparation',
  agenda: 'Ordre du jour',
  minutes: 'Compte rendu',
  attachments: 'Documents',
  meetingHistory: 'Historique de la séance',
  importReview: 'Import d’un ordre du jour',
  projects: 'Projets',
  watch: 'Veille réglementaire',
  directory: 'Annuaire',
  settings: 'Réglages',
  history: 'Historique',
}
