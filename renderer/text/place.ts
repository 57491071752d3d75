// Names of the screens.
import type { PlaceId } from '../app/paths.ts'

export const placeText: Readonly<Record<PlaceId, string>> = {
  home: 'Accueil',
  meetings: 'Séances',
  series: 'Calendrier',
  bin: 'Corbeille des séances',
  preparation: 'Préparation',
  agenda: 'Ordre du jour',
  participants: 'Participants',
  dispatch: 'Envois',
  session: 'En séance',
  notebooks: 'Carnets de notes',
  minutes: 'Compte rendu',
  attachments: 'Documents',
  meetingHistory: 'Historique de la séance',
  importReview: 'Import d’un ordre du jour',
  subjects: 'Sujets',
  projects: 'Projets',
  watch: 'Veille réglementaire',
  directory: 'Annuaire',
  directoryImport: 'Import d’un annuaire',
  directoryDuplicates: 'Doublons de l’annuaire',
  settings: 'Réglages',
  documentStyle: 'Présentation des documents',
  personalData: 'Données personnelles',
  history: 'Historique',
}
