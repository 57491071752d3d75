import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const deskText = {
  recent: 'Séances récentes',
  meeting: (number: string, date: string) => `${number}, ${date}`,
  noMeeting: 'Ce lien mène à une séance qui n’est pas dans ces données.',
  copyLink: 'Copier le lien de la séance',
  linkCopied: 'Lien copié',
  openedFile: (name: string) =>
    `Le fichier ${quoted(name)} a été ouvert. Ses données peuvent remplacer celles d’ici, qui sont d’abord gardées en sauvegarde.`,
  takeOpened: 'Reprendre ces données',
  leaveOpened: 'Laisser',
  notices: 'Annonces',
  noticesLead:
    'Le système peut annoncer une fois par jour combien d’échéances sont du jour ou passées. Aucun titre n’y figure.',
  announce: 'Annoncer les échéances du jour',
  incidents: 'Incidents',
  incidentsLead:
    'Quand une partie de l’application s’arrête d’elle-même, une page le note sur cet ordinateur. Elle n’est envoyée à personne et ne contient aucun texte saisi.',
  noIncident: 'Aucun incident noté.',
  incidentCount: (count: number, last: string) =>
    `${plural(count, 'incident noté', 'incidents notés')}, le dernier ${last}.`,
  showIncident: 'Voir le dernier incident',
  updates: 'Nouvelle version',
  updatesLead: 'Rien n’est cherché, téléchargé ni installé sans être demandé ici.',
  updatesElsewhere: 'Les nouvelles versions sont apportées par l’administration de ce poste.',
  lookForUpdate: 'Chercher une nouvelle version',
  looking: 'Recherche…',
  newest: 'Cette version est la dernière.',
  offered: (version: string, size: string | null) =>
    `La version ${version} est disponible${size === null ? '' : ` (${size})`}.`,
  fetchUpdate: 'Télécharger',
  fetching: 'Téléchargement…',
  updateReady: (version: string) =>
    `La version ${version} est téléchargée. L’application se ferme, l’installe et se rouvre.`,
  installUpdate: 'Fermer et installer',
  updateFailed: 'La nouvelle version n’a pas pu être installée. Celle-ci n’a pas changé.',
} as const
