import type { DocumentKind } from '../../contract/documents.ts'

/** How one paper is called, in full and in the name of its file, and the structured data it carries. */
type PaperText = { title: string; code: string; dataFile: string; dataDescription: string }

const agenda: PaperText = {
  title: 'Ordre du jour',
  code: 'ODJ',
  dataFile: 'ordre-du-jour.json',
  dataDescription: 'Données structurées de l’ordre du jour',
}

/** Papers of the secretariat's own duties, which are of no meeting and are not recorded as produced. */
export type OwnPaper = 'processingRegister' | 'personFile'

export const paperText: Readonly<Record<DocumentKind | OwnPaper, PaperText>> = {
  minutes: {
    title: 'Compte rendu',
    code: 'CR',
    dataFile: 'compte-rendu.json',
    dataDescription: 'Données structurées du compte rendu',
  },
  publicMinutes: {
    title: 'Compte rendu public',
    code: 'CR-PUBLIC',
    dataFile: 'compte-rendu-public.json',
    dataDescription: 'Données structurées du compte rendu public',
  },
  agenda,
  timedAgenda: { ...agenda, code: 'ODJ-horaires' },
  agendaChanges: {
    title: 'Ordre du jour modifié',
    code: 'ODJ-MODIFICATIONS',
    dataFile: 'modifications.json',
    dataDescription: 'Données structurées des modifications de l’ordre du jour',
  },
  corrigendum: {
    title: 'Rectificatif',
    code: 'RECT',
    dataFile: 'rectificatif.json',
    dataDescription: 'Données structurées du rectificatif',
  },
  convocation: {
    title: 'Convocation',
    code: 'CONV',
    dataFile: 'convocation.json',
    dataDescription: 'Données structurées de la convocation',
  },
  convocationProof: {
    title: 'Preuve de convocation',
    code: 'PREUVE',
    dataFile: 'preuve.json',
    dataDescription: 'Données structurées de la preuve de convocation',
  },
  signInSheet: {
    title: 'Feuille d’émargement',
    code: 'EMARGEMENT',
    dataFile: 'emargement.json',
    dataDescription: 'Données structurées de la feuille d’émargement',
  },
  nameCards: {
    title: 'Chevalets',
    code: 'CHEVALETS',
    dataFile: 'chevalets.json',
    dataDescription: 'Données structurées des chevalets',
  },
  welcomeList: {
    title: 'Liste pour l’accueil',
    code: 'ACCUEIL',
    dataFile: 'accueil.json',
    dataDescription: 'Données structurées de la liste pour l’accueil',
  },
  decisionRecord: {
    title: 'Relevé de décisions et d’actions',
    code: 'RELEVE',
    dataFile: 'releve.json',
    dataDescription: 'Données structurées du relevé',
  },
  publicRecord: {
    title: 'Relevé public de décisions et d’actions',
    code: 'RELEVE-PUBLIC',
    dataFile: 'releve-public.json',
    dataDescription: 'Données structurées du relevé public',
  },
  observationsTable: {
    title: 'Tableau des observations',
    code: 'OBSERVATIONS',
    dataFile: 'observations.json',
    dataDescription: 'Données structurées du tableau des observations',
  },
  meetingBook: { title: 'Dossier de séance', code: 'DOSSIER', dataFile: '', dataDescription: '' },
  projectSheet: {
    title: 'Fiche projet',
    code: 'FICHE-PROJET',
    dataFile: 'fiche-projet.json',
    dataDescription: 'Données structurées de la fiche projet',
  },
  watchBulletin: {
    title: 'Bulletin de veille réglementaire',
    code: 'VEILLE',
    dataFile: 'bulletin-de-veille.json',
    dataDescription: 'Données structurées du bulletin de veille',
  },
  yearlyReport: {
    title: 'Bilan',
    code: 'BILAN',
    dataFile: 'bilan.json',
    dataDescription: 'Données structurées du bilan',
  },
  runningOrder: {
    title: 'Déroulé',
    code: 'DEROULE-SECRETARIAT',
    dataFile: 'deroule.json',
    dataDescription: 'Données structurées du déroulé, réservées au secrétariat',
  },
  chairBrief: {
    title: 'Fiche de la présidence',
    code: 'PRESIDENCE',
    dataFile: 'fiche-de-presidence.json',
    dataDescription:
      'Données structurées de la fiche de la présidence, réservées à la présidence et au secrétariat',
  },
  processingRegister: {
    title: 'Registre des traitements',
    code: 'REGISTRE',
    dataFile: '',
    dataDescription: '',
  },
  personFile: { title: 'Données d’une personne', code: 'PERSONNE', dataFile: '', dataDescription: '' },
}

export const headText = {
  bodyAcronym: 'INP',
  sampleMark: 'Données d’exemple',
  page: 'Page',
  pageOf: 'sur',
  /** Behind the name of a table that goes on on another page. */
  continued: '(suite)',
} as const
