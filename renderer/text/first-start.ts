import { plural } from '../../electron/domain/text/plural.ts'

export const firstStartText = {
  title: 'Par où commencer ?',
  lead: 'Rien à configurer. Tout reste sur cet ordinateur.',
  create: 'Créer une séance',
  createLead: 'Une date suffit. Le suivi et les questions diverses sont déjà en place.',
  date: 'Date',
  start: 'Début',
  createAct: 'Créer la séance',
  creating: 'Création…',
  dateNeeded: 'Choisir d’abord la date de la séance.',
  importTitle: 'Lire un fichier',
  importLead:
    'Un ordre du jour reçu par courriel : Word, LibreOffice, PDF, Excel, CSV, texte, page web, message ou calendrier, choisi ici ou déposé n’importe où. Tout est montré avant d’être repris.',
  importAct: 'Choisir un fichier…',
  sampleTitle: 'Essayer avec un exemple',
  sampleLead: 'Une année de séances inventées, à parcourir sans crainte.',
  sampleAct: 'Charger l’exemple',
  sampling: 'Chargement…',
  later: 'Plus tard, dans les Réglages : nom de l’instance, service, sauvegardes.',
  restoreOther: 'Reprendre des données existantes…',
  takenOver: (meetings: number) => `${plural(meetings, 'séance reprise', 'séances reprises')}`,
  loaded: (meetings: number) =>
    `${plural(meetings, 'séance d’exemple chargée', 'séances d’exemple chargées')}`,
}
