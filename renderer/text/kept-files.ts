import type { KeptFileKind } from '../../electron/contract/kept-files.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const keptFilesText = {
  title: 'État des fichiers',
  lead: 'Les pièces, les comptes rendus approuvés, les messages envoyés et les images sont gardés à côté des données. Chacun est relu et comparé à son empreinte une fois par semaine, ou à la demande. Un fichier altéré est toujours mis de côté, jamais recouvert.',
  facts: (checked: number, when: string) =>
    checked === 0
      ? `Aucun fichier à comparer, ${when}`
      : `${plural(checked, 'fichier comparé à son empreinte', 'fichiers comparés à leur empreinte')}, ${when}`,
  neverChecked: 'Pas encore vérifiés sur ce poste',
  check: 'Vérifier les fichiers',
  checking: 'Vérification…',
  progress: (done: number, total: number) => `${done} sur ${plural(total, 'fichier relu', 'fichiers relus')}`,
  searching: 'Recherche dans les sauvegardes…',
  searched: (done: number, total: number) =>
    `${done} sur ${plural(total, 'fichier cherché', 'fichiers cherchés')}`,
  stop: 'Arrêter',
  sound: 'Tous les fichiers sont là, tels qu’ils ont été enregistrés.',
  backups: 'Sauvegardes',
  toDo: (faults: number) => `À traiter (${faults})`,
  left: (faults: number) => `Gardés en mémoire (${faults})`,
  leftLead: 'Leur fiche, leur empreinte et leur place restent. Plus rien ne les signale.',
  states: { missing: 'manque', altered: 'altéré' },
  kinds: {
    attachment: 'pièce',
    subjectFile: 'fichier d’un sujet',
    agendaVersion: 'ordre du jour publié',
    logo: 'logo',
    sentMessage: 'message envoyé',
    minutesVersion: 'version du compte rendu',
    approval: 'compte rendu approuvé',
    corrigendum: 'rectificatif',
    signedCopy: 'exemplaire signé',
    picture: 'image d’un compte rendu',
  } satisfies Record<KeptFileKind, string>,
  meeting: (date: string, title: string) => (title === '' ? `séance du ${date}` : `${title}, ${date}`),
  item: (title: string) => `point ${quoted(title)}`,
  project: (title: string) => `projet ${quoted(title)}`,
  bringBack: 'Reprendre depuis une sauvegarde',
  bringBackOf: (name: string) => `Reprendre depuis une sauvegarde : ${name}`,
  bringBackAll: 'Tout reprendre depuis les sauvegardes',
  broughtBack: (found: number) =>
    `${plural(found, 'fichier repris', 'fichiers repris')} d’une sauvegarde, à l’identique.`,
  notFound: (files: number) =>
    `${plural(files, 'fichier n’a été retrouvé', 'fichiers n’ont été retrouvés')} dans aucune sauvegarde. Brancher le second dossier, choisir le fichier s’il est ailleurs, ou le garder en mémoire.`,
  closed: (files: number) =>
    `${plural(files, 'fichier n’a été retrouvé', 'fichiers n’ont été retrouvés')} dans aucune sauvegarde en clair. Des copies du second dossier sont chiffrées : les ouvrir avec leur phrase de passe pour y chercher aussi.`,
  openCopies: 'Chercher dans les copies chiffrées…',
  openCopiesTitle: 'Chercher dans les copies chiffrées',
  openCopiesLead:
    'La phrase de passe ouvre les pièces du second dossier, le temps de la recherche. Chaque fichier repris est comparé à son empreinte.',
  openCopiesAct: 'Chercher et reprendre',
  choose: 'Choisir le fichier…',
  chooseOf: (name: string) => `Choisir le fichier : ${name}`,
  same: 'Fichier repris, à l’identique.',
  newVersion:
    'Ce fichier est différent de celui qui manquait : il est devenu une nouvelle version de la pièce. L’ancienne version reste notée.',
  leave: 'Garder en mémoire',
  leaveOf: (name: string) => `Garder en mémoire : ${name}`,
  wasLeft: 'Fichier gardé en mémoire',
  takeUp: 'Remettre à traiter',
  takeUpOf: (name: string) => `Remettre à traiter : ${name}`,
  leftOn: (date: string) => `noté le ${date}`,
  setAside: (files: number) =>
    `${plural(files, 'fichier altéré est gardé', 'fichiers altérés sont gardés')} dans le dossier « pieces-alterees », à côté des données.`,
}
