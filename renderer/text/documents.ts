import type { DocumentKind, ProducedFormat } from '../../electron/contract/documents.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const savedWords: Readonly<Record<DocumentKind, string>> = {
  minutes: 'Compte rendu exporté',
  agenda: 'Ordre du jour exporté',
  timedAgenda: 'Ordre du jour exporté',
  agendaChanges: 'Modifications exportées',
  convocation: 'Convocation exportée',
  convocationProof: 'Preuve de convocation exportée',
  signInSheet: 'Feuille d’émargement exportée',
  nameCards: 'Chevalets exportés',
  welcomeList: 'Liste pour l’accueil exportée',
  decisionRecord: 'Relevé exporté',
  publicMinutes: 'Version publique du compte rendu exportée',
  publicRecord: 'Relevé public exporté',
  observationsTable: 'Tableau des observations exporté',
  runningOrder: 'Déroulé exporté',
  chairBrief: 'Fiche de la présidence exportée',
  meetingBook: 'Dossier de séance exporté',
  projectSheet: 'Fiche projet exportée',
  watchBulletin: 'Bulletin de veille exporté',
  yearlyReport: 'Bilan exporté',
  corrigendum: 'Rectificatif exporté',
}

/** "Compte rendu": how a document is called where it is not being saved. */
export function documentName(kind: DocumentKind): string {
  return savedWords[kind].replace(/ exportée?s?$/, '')
}

const formatNames: Readonly<Record<ProducedFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  odt: 'OpenDocument',
  html: 'page web',
  json: 'données JSON',
}

/** The record of what left. */
export const producedText = {
  title: 'Documents produits',
  hint: 'exportés, publiés ou envoyés, tels qu’ils sont partis',
  showAll: (documents: number) => `Voir les ${plural(documents, 'document', 'documents')}`,
  facts: (format: ProducedFormat, pages: number | null, size: string) =>
    [formatNames[format], ...(pages === null ? [] : [plural(pages, 'page', 'pages')]), size].join(', '),
  instant: (day: string, time: string) => `${day} à ${time}`,
  when: (instant: string, who: string) => `${instant}, ${who}`,
  hash: (hash: string) => `Empreinte SHA-256\u00a0: ${hash}`,
  sound: 'Sans défaut',
  unchecked: 'Non contrôlé',
  notChecked: { format: 'Seul le PDF est contrôlé', book: 'Pages reçues\u00a0: non contrôlées' },
}

export const documentText = {
  preview: 'Page',
  follows: 'suit le curseur',
  page: (page: number) => `Page ${page}`,
  of: (pages: number) => `sur ${pages}`,
  pageOf: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  first: 'Première page',
  last: 'Dernière page',
  pages: 'Pages du document',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fitWidth: (percent: number) => `${percent} %, ajuster à la largeur`,
  zoom: (percent: number) => `${percent} %`,
  making: 'Mise en page…',
  outdated: 'Aperçu en cours de mise à jour…',
  current: (pages: number) => `Aperçu à jour, ${plural(pages, 'page', 'pages')}`,
  save: 'Exporter…',
  saving: 'Export…',
  notRecorded:
    'Ce poste est en lecture seule : le document est exporté, sans être inscrit parmi les documents produits.',
  saved: (kind: DocumentKind, name: string, beside: string | null) =>
    beside === null
      ? `${savedWords[kind]} : ${name}`
      : `${savedWords[kind]} : ${name}, avec ${beside} à côté pour ce qui n’est pas dans le PDF`,
  open: 'Ouvrir',
  reveal: 'Afficher dans le dossier',
  closeSaved: 'Fermer ce message',
  cannotShow: 'L’aperçu n’a pas pu être affiché. Le PDF peut tout de même être exporté.',
}
