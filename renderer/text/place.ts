import type { PlaceId } from '../app/paths.ts'

export const placeText: Readonly<Record<PlaceId, string>> = {
  home: 'Accueil',
  meetings: 'Séances',
  series: 'Calendrier',
  oldFiles: 'Reprise de l’existant',
  bin: 'Corbeille',
  agenda: 'Préparer',
  preparation: 'Plan du mois',
  attachments: 'Documents',
  agendaPage: 'Page de l’ordre du jour',
  participants: 'Participants',
  dispatch: 'Envois',
  session: 'En séance',
  notebooks: 'Carnets de notes',
  minutes: 'Compte rendu',
  meetingDetails: 'Date, lieu et conduite',
  meetingHistory: 'Historique de la séance',
  importReview: 'Lecture d’un fichier',
  subjects: 'Sujets',
  projects: 'Projets',
  projectSheet: 'Fiche d’un projet',
  projectReferences: 'Programmes, axes et recommandations',
  watch: 'Veille réglementaire',
  watchText: 'Fiche d’un texte',
  watchDue: 'Échéances des textes',
  deliveries: 'Livraisons du Journal officiel',
  followUp: 'Décisions et actions',
  followUpClosed: 'Actions closes',
  followUpDecisions: 'Décisions',
  said: 'Qui a dit quoi',
  followUpChecks: 'Actions à contrôler',
  yearlyReport: 'Bilan',
  directory: 'Annuaire',
  directoryImport: 'Lecture d’une liste de personnes',
  directoryDuplicates: 'Doublons de l’annuaire',
  settings: 'Réglages',
  documentStyle: 'Documents imprimés',
  personalData: 'Données personnelles',
  handOver: 'Passer la main',
  team: 'Équipe',
  backups: 'Sauvegardes',
  keptFiles: 'État des fichiers',
  history: 'Historique',
}

/** The six places of the sidebar, and what all the screens of each are. */
export const sidebarText = {
  home: 'Accueil',
  meetings: 'Séances',
  subjects: 'Sujets et projets',
  watch: 'Veille',
  followUp: 'Décisions et actions',
  directory: 'Annuaire',
} satisfies Partial<Record<PlaceId, string>>

/** What stands beside one another in a place. */
export const placeTabsText = {
  meetings: 'Séances, calendrier et bilan',
  subjects: 'Sujets et projets',
}
