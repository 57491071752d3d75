// Words of documents: the preview of the PDF, its pages, saving, opening, showing in the folder.
import type { DocumentKind } from '../../electron/contract/documents.ts'
import { plural } from './plural.ts'

const savedWords: Readonly<Record<DocumentKind, string>> = {
  minutes: 'Compte rendu enregistré',
  agenda: 'Ordre du jour enregistré',
  timedAgenda: 'Ordre du jour enregistré',
  agendaChanges: 'Modifications enregistrées',
  convocation: 'Convocation enregistrée',
  signInSheet: 'Feuille d’émargement enregistrée',
  nameCards: 'Chevalets enregistrés',
  welcomeList: 'Liste pour l’accueil enregistrée',
}

export const documentText = {
  preview: 'Aperçu PDF',
  page: (page: number) => `Page ${page}`,
  of: (pages: number) => `sur ${pages}`,
  pageOf: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fitWidth: (percent: number) => `${percent} %, ajuster à la largeur`,
  zoom: (percent: number) => `${percent} %`,
  making: 'Mise en page…',
  outdated: 'Aperçu en cours de mise à jour…',
  current: (pages: number) => `Aperçu à jour, ${plural(pages, 'page', 'pages')}`,
  save: 'Enregistrer…',
  saving: 'Enregistrement…',
  saved: (kind: DocumentKind, name: string) => `${savedWords[kind]} : ${name}`,
  checking: 'contrôle d’accessibilité…',
  sound: 'accessible et archivable, contrôlé',
  faulty: (faults: number, page: number | null) =>
    page === null
      ? `le contrôle d’accessibilité a trouvé ${plural(faults, 'défaut', 'défauts')}`
      : `le contrôle d’accessibilité a trouvé ${plural(faults, 'défaut', 'défauts')}, le premier page ${page}`,
  open: 'Ouvrir',
  reveal: 'Afficher dans le dossier',
  closeSaved: 'Fermer ce message',
  cannotShow: 'L’aperçu n’a pas pu être affiché. Le PDF peut tout de même être enregistré.',
}
