import type { Output } from '../../electron/contract/index.ts'
import type { Reading, ReadTable } from '../../electron/domain/data/recovery.ts'
import { incompleteTables, isWhole } from '../../electron/domain/data/recovery.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Reason = NonNullable<Output<'recovery.state'>['reason']>

/** Title, what happened, what was kept; then what to do, for reasons that no rung of the ladder mends. */
export const closedText: Readonly<Record<Reason, { title: string; happened: string; toDo: string }>> = {
  'data-damaged': {
    title: 'Le fichier des données est endommagé',
    happened: 'Il est resté tel quel, à sa place. Rien n’y sera modifié : tout se fait sur des copies.',
    toDo: 'Suivre les étapes dans l’ordre. Chacune dit d’abord ce qu’elle rend, et rien n’est remplacé avant votre choix.',
  },
  'data-missing': {
    title: 'Le fichier des données n’est plus à sa place',
    happened:
      'Il a été déplacé ou renommé en dehors de l’application. Ses sauvegardes ou ses pièces sont encore là, et rien n’a été créé à sa place.',
    toDo: 'Remettre le fichier à sa place s’il est retrouvé, puis réessayer ; sinon, reprendre une sauvegarde.',
  },
  'data-moved': {
    title: 'Les données de ce dossier ont été déplacées',
    happened:
      'Ce qui reste ici est leur ancienne copie. Elle n’a pas été ouverte : ce qui y serait écrit n’arriverait pas dans les données d’aujourd’hui.',
    toDo: 'Travailler sur l’ordinateur qui les a, ou les reprendre de lui : « Passer la main » les apporte sur ce poste. Si cet ordinateur-là est perdu, repartir d’une sauvegarde ci-dessous.',
  },
  'data-newer': {
    title: 'Ces données viennent d’une version plus récente de l’application',
    happened: 'Elles n’ont pas été touchées : cette version ne sait pas tout ce qu’elles contiennent.',
    toDo: 'Le mieux est d’installer la dernière version, puis de réessayer. Reprendre une sauvegarde faite avec cette version reste possible.',
  },
  'data-in-use': {
    title: 'Les données sont déjà ouvertes ailleurs',
    happened:
      'Une autre fenêtre de Séances INP les tient ouvertes dans une autre session. Une seule fenêtre écrit à la fois, pour que rien ne soit écrasé.',
    toDo: 'Fermer l’autre fenêtre, puis réessayer. Tout ce qui y a été enregistré sera là.',
  },
  'data-read-only': {
    title: 'Le dossier des données est en lecture seule',
    happened: 'Tout ce qui a été enregistré est là. Rien de nouveau ne pourrait être écrit.',
    toDo: 'Le dossier est dans les données locales de l’application ; l’assistance informatique peut rétablir le droit d’écriture. Ensuite, réessayer.',
  },
  'disk-failing': {
    title: 'Le disque ne lit plus une partie des données',
    happened: 'Rien n’y est plus écrit. Ce qui se lit encore est copié, jamais remplacé sans votre choix.',
    toDo: 'Brancher le second dossier s’il y en a un, puis suivre les étapes. Faire vérifier ce disque par l’assistance informatique avant de continuer à y travailler.',
  },
  'disk-full': {
    title: 'Le disque est plein',
    happened: 'Tout ce qui a été enregistré est là. Il manque la place d’ouvrir les données sans risque.',
    toDo: 'Vider la corbeille de l’ordinateur ou déplacer de gros fichiers, puis réessayer.',
  },
  other: {
    title: 'Les données ne peuvent pas être ouvertes',
    happened: 'Elles sont restées comme elles étaient.',
    toDo: 'Réessayer. Si le message revient, redémarrer l’ordinateur, puis prévenir l’assistance informatique.',
  },
}

export const recoveryText = {
  safe: 'Ce qui est sauf',
  missing: 'Ce qui manque',
  toDo: 'Que faire',
  safeWithoutBackup:
    'Tout ce qui se trouve dans le dossier des données y reste tel quel. Aucune bonne sauvegarde n’a été trouvée jusqu’ici.',
  /** @param last the last write that is known of, or the last change of the file. */
  missingWithoutBackup: (last: string | null) =>
    last === null
      ? 'Cela dépend des étapes ci-dessous : chacune le dit avant votre choix.'
      : `Cela dépend des étapes ci-dessous : chacune le dit avant votre choix. Le fichier a été écrit pour la dernière fois à ${last}.`,
  where: 'Où elles sont',
  movedTo: (machine: string, when: string) => `Sur l’ordinateur ${quoted(machine)}, depuis ${when}.`,
  inBackup: 'C’est ce que contient la dernière bonne sauvegarde.',
  mayBeFound: (reason: Reason) =>
    reason === 'data-damaged' || reason === 'disk-failing'
      ? 'La relecture du fichier endommagé peut encore en retrouver.'
      : '',
  looking: 'Recherche de ce qui est sauf…',
  free: (size: string) => `Place libre sur le disque : ${size}.`,
  steps: 'Étapes de la récupération',
  advised: 'Conseillé',

  readTitle: 'Relire le fichier endommagé',
  readLead:
    'L’application relit chaque tableau du fichier, ligne par ligne. Ce qui ne se lit plus est repris du journal des modifications, puis de la dernière bonne sauvegarde.',
  readAct: 'Relire tout ce qui peut l’être',
  readAgain: 'Relire de nouveau',
  readStart: 'Lecture…',
  readStop: 'Arrêter la lecture',
  readProgress: (done: number, total: number) =>
    `${plural(done, 'tableau relu', 'tableaux relus')} sur ${total}`,
  readNothing:
    'Plus rien ne se laisse relire dans ce fichier. Il reste gardé ; reprendre une sauvegarde ci-dessous.',
  readUse: 'Reprendre avec ce qui a été relu',
  using: 'Mise en place…',
  readCaption: 'Compte de ce qui a été relu',
  columns: {
    table: 'Contenu',
    read: 'Relu',
    fromJournal: 'Repris du journal',
    fromBackup: 'Repris de la sauvegarde',
    lost: 'Non retrouvé',
  },
  others: 'Autres',
  unknown: 'peut-être',

  backupsTitle: 'Reprendre une sauvegarde',
  backupsLead:
    'De la plus récente à la plus ancienne. Chacune est vérifiée en entier avant d’être mise en place.',
  noBackup: 'Aucune sauvegarde n’a été trouvée.',
  deskMissing: 'Le dossier des sauvegardes n’est plus à côté des données.',
  copiesMissing: 'Le second dossier ne répond pas. Le brancher ou vérifier le réseau, puis réessayer.',
  inCopies: 'second dossier',
  sound: 'vérifiée',
  unsound: 'endommagée',
  unsoundWhy: 'Cette sauvegarde est endommagée elle aussi : en choisir une autre.',
  holds: (meetings: number, minutes: number, actions: number) =>
    `${plural(meetings, 'séance', 'séances')}, ${plural(minutes, 'compte rendu', 'comptes rendus')}, ${plural(actions, 'action', 'actions')}`,
  inside: (meetings: number, newest: string | null, upTo: string | null) =>
    [
      plural(meetings, 'séance', 'séances'),
      newest === null ? '' : `la plus récente : ${newest}`,
      upTo === null ? '' : `dernière modification à ${upTo}`,
    ]
      .filter((words) => words !== '')
      .join(' · '),
  lastChange: (what: string, who: string) => `Dernière modification : ${what}, par ${who}.`,
  look: 'Regarder',
  looks: 'Vérification…',
  close: 'Refermer',
  lastMeetings: 'Dernières séances dans cette sauvegarde',
  useBackup: 'Reprendre cette sauvegarde',
  more: (rest: number) =>
    `Afficher ${plural(rest, 'sauvegarde plus ancienne', 'sauvegardes plus anciennes')}`,

  fileTitle: 'Choisir un autre fichier',
  fileLead:
    'Une sauvegarde « .seances » gardée ailleurs : clé, réseau, autre ordinateur. Elle est vérifiée avant d’être mise en place.',
  fileAct: 'Choisir un fichier…',

  emptyTitle: 'Repartir de données vides',
  emptyLead:
    'En dernier recours. Le fichier endommagé, les pièces et les sauvegardes restent dans leur dossier et pourront être repris plus tard.',
  emptyAct: 'Repartir de données vides…',
  emptyAsk: 'Repartir de données vides ?',
  emptyAskLead:
    'L’application s’ouvrira sans aucune séance. Tout ce qui existe aujourd’hui reste gardé à côté, sans changement.',
  emptyConfirm: 'Ouvrir des données vides',

  done: (meetings: number, aside: string) =>
    `${plural(meetings, 'séance reprise', 'séances reprises')}. Les fichiers d’avant sont gardés dans ${quoted(aside)}.`,
}

/** "Tout ce qui a été enregistré jusqu’à … est là." */
export function safeUpTo(upTo: string | null): string {
  return upTo === null
    ? 'Aucune modification n’y est inscrite.'
    : `Tout ce qui a été enregistré jusqu’à ${upTo} est là.`
}

/** @param since what is safe goes so far; @param until the last write that is known of, or the last change of the file. */
export function missingBetween(since: string | null, until: string | null): string {
  if (since === null) return 'Manque ce qui a été saisi ensuite.'
  if (until === null || until === since) return `Manque ce qui a pu être saisi après ${since}.`
  return `Manque ce qui a été saisi entre ${since} et ${until}.`
}

/** Result of a reading, in a sentence or two. */
export function readingSentence(reading: Reading, upTo: string | null, backupAt: string | null): string {
  if (isWhole(reading)) return `${safeUpTo(upTo)} Rien ne manque.`
  const sum = (of: (table: ReadTable) => number) =>
    incompleteTables(reading).reduce((total, table) => total + of(table), 0)
  const lost = sum(({ lost: rows, orphans }) => rows + orphans)
  const older = sum(({ fromBackup }) => fromBackup)
  const unsure = incompleteTables(reading).some(({ accounted }) => !accounted)
  const said = [
    upTo === null ? '' : `La dernière modification relue est de ${upTo}.`,
    older === 0 || backupAt === null
      ? ''
      : `${plural(older, 'ligne est reprise', 'lignes sont reprises')} de la sauvegarde de ${backupAt} : ce qui y a été modifié depuis manque.`,
    lost === 0 ? '' : `${plural(lost, 'ligne n’a pas été retrouvée', 'lignes n’ont pas été retrouvées')}.`,
    unsure
      ? backupAt === null
        ? 'D’autres lignes, dont plus rien ne garde la trace, peuvent manquer.'
        : `D’autres lignes ajoutées après la sauvegarde de ${backupAt} peuvent manquer.`
      : '',
  ]
  return said.filter((sentence) => sentence !== '').join(' ')
}

/** How tables are called on the screen; those that nobody would recognise are counted together. */
export const tableText: Readonly<Record<string, string>> = {
  meeting: 'Séances',
  agenda_item: 'Points d’ordre du jour',
  agenda_version: 'Ordres du jour publiés',
  minutes: 'Comptes rendus',
  minutes_section: 'Textes des comptes rendus',
  minutes_version: 'Versions des comptes rendus',
  decision: 'Décisions',
  action: 'Actions',
  attendee: 'Présences',
  attachment: 'Pièces',
  subject: 'Sujets',
  project: 'Projets',
  watch_item: 'Veille',
  person: 'Personnes',
  organisation: 'Organismes',
  dispatch: 'Envois',
  dispatch_recipient: 'Destinataires',
  reply: 'Réponses',
  observation: 'Observations',
  session_line: 'Notes de séance',
  journal_entry: 'Journal des modifications',
}
