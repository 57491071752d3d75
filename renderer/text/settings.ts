// Words of the settings: the body, the copies, the backups, the theme, the sample data, about.
import type { Output } from '../../electron/contract/index.ts'
import type { ThemeChoice } from '../app/theme.ts'
import { plural } from './plural.ts'

type Reason = Output<'backups.list'>[number]['reason']

export const settingsText = {
  title: 'Réglages',
  body: 'Instance',
  bodyLead: 'Ces mots s’impriment en tête des ordres du jour et des comptes rendus.',
  fields: {
    name: 'Nom de l’instance',
    acronym: 'Sigle',
    contact: 'Contact du secrétariat',
    meetingWord: 'Mot imprimé pour une séance',
  },
  nameNeeded: 'Le nom de l’instance ne peut pas être vide.',
  appearance: 'Affichage',
  theme: 'Thème',
  themes: {
    system: 'Comme le système',
    clair: 'Clair',
    sombre: 'Sombre',
    contraste: 'Contraste élevé',
  } satisfies Record<ThemeChoice, string>,
  backups: 'Sauvegardes',
  backupsLead:
    'Une sauvegarde vérifiée se fait toutes les 15 minutes quand quelque chose a changé, et à la fermeture.',
  makeBackup: 'Sauvegarder maintenant',
  makingBackup: 'Sauvegarde…',
  backupMade: 'Sauvegarde vérifiée faite',
  noBackup: 'Aucune sauvegarde pour l’instant.',
  restore: 'Restaurer…',
  restoreTitle: 'Restaurer cette sauvegarde ?',
  restoreLead: (when: string) =>
    `Les données reviendront à leur état du ${when}. Les données actuelles sont d’abord sauvegardées.`,
  restoreConfirm: 'Restaurer la sauvegarde',
  restoring: 'Restauration…',
  restored: (meetings: number) => `Sauvegarde restaurée : ${plural(meetings, 'séance', 'séances')}`,
  takeOver: 'Reprendre des données existantes…',
  reasons: {
    regular: 'automatique',
    close: 'à la fermeture',
    manual: 'à la demande',
    'before-migration': 'avant une mise à jour',
    'before-restore': 'avant une restauration',
    'hand-over': 'à la passation',
  } satisfies Record<Reason, string>,
  columns: { when: 'Date', reason: 'Motif', size: 'Taille', act: 'Action' },
  copies: 'Second dossier',
  copiesNone: 'Aucun dossier choisi. Un dossier du réseau convient : il protège d’un ordinateur perdu.',
  copiesIn: (folder: string) => `Copies vérifiées dans le dossier « ${folder} ».`,
  lastCopy: (when: string) => `Dernière copie : ${when}.`,
  noCopyYet: 'Aucune copie n’a encore été faite.',
  chooseFolder: 'Choisir un dossier…',
  changeFolder: 'Changer de dossier…',
  sample: 'Données d’exemple',
  sampleLead:
    'Une année de séances inventées, pour essayer. Chaque document produit porte la mention « Données d’exemple ».',
  sampleOn: 'Les données d’exemple sont chargées.',
  sampleLoad: 'Charger l’exemple',
  about: 'À propos',
  version: (version: string) => `Séances INP, version ${version}`,
  engine: (electron: string) => `Electron ${electron}`,
  licence:
    'Logiciel libre sous licence EUPL-1.2. Polices Source Sans 3 et Source Serif 4 (licence OFL), icônes Lucide (licence ISC).',
  kilobytes: (size: string) => `${size} ko`,
  megabytes: (size: string) => `${size} Mo`,
}
