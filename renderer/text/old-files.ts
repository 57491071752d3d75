import type {
  OldFileRole,
  OldFilesGroup,
  OldFilesNote,
  OldFilesReason,
} from '../../electron/domain/old-files/old-files.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const meetings = (n: number) => plural(n, 'séance', 'séances')

export const oldFilesStateText: Readonly<Record<OldFilesGroup['state'], string>> = {
  sure: 'Sûre',
  doubtful: 'À vérifier',
  refused: 'Refusé',
  taken: 'Déjà reprise',
}

export const oldFilesReasonText: Readonly<Record<Exclude<OldFilesReason, 'date-unreal'>, string>> = {
  'no-date': 'Aucun fichier ne dit la date : la saisir avant de reprendre.',
  'date-from-name': 'La date vient du nom du fichier, le texte ne la dit pas.',
  'year-guessed': 'L’année vient du nom ou du dossier, le texte ne la dit pas.',
  'date-doubtful': 'La date lue dans le texte est incertaine.',
  'name-disagrees': 'Le nom du fichier porte une autre date que le texte.',
  'numbers-disagree': 'Les fichiers ne portent pas le même numéro de séance.',
  'number-on-other-date': 'Ce numéro est aussi celui d’une séance à une autre date de la même année.',
  'same-day': 'Une autre séance du même calendrier tombe ce jour-là.',
  'versions-disagree': 'Des fichiers de cette séance se contredisent : choisir celui qui fait foi.',
  'kind-unknown': 'Ni ordre du jour ni compte rendu n’est reconnu dans ce fichier.',
  'no-items': 'Aucun point n’est reconnu.',
  'items-doubtful': 'Le découpage en points est incertain.',
  recognised: 'Lu par reconnaissance, sur des images\u00a0: comparer avec le fichier.',
  'series-unknown': 'Le calendrier n’est pas reconnu : le choisir.',
  'not-past': 'La date n’est pas passée : cette séance n’a pas encore été tenue.',
  'already-there': 'Une séance existe déjà à cette date : elle n’est pas doublée.',
  'adds-files': 'La séance est déjà reprise ; ces fichiers la complètent.',
}

export const oldFilesReasonWords = (reason: OldFilesReason, { date, unrealDate }: OldFilesGroup): string =>
  reason !== 'date-unreal'
    ? oldFilesReasonText[reason]
    : `${quoted(unrealDate ?? '')} n’existe pas\u00a0: ${date === null ? 'saisir la date avant de reprendre' : 'la date vient du nom du fichier'}.`

export const oldFilesNoteText: Readonly<Record<OldFilesNote, string>> = {
  'start-unknown':
    'Les fichiers ne disent pas l’heure de début : une heure usuelle est inscrite, à corriger.',
  'written-later': 'La date dans le nom est celle de l’envoi ou de la rédaction.',
  'several-versions': 'Plusieurs versions : la plus récente fait foi, les autres restent en documents.',
  'same-document': 'Un même document sous plusieurs formats ou en double : compté une fois.',
  'no-minutes': 'Pas de compte rendu parmi les fichiers.',
}

export const oldFilesKindText: Readonly<Record<OldFileRole['kind'], string>> = {
  agenda: 'Ordre du jour',
  convocation: 'Convocation',
  minutes: 'Compte rendu',
  unknown: 'Autre document',
}

export const oldFilesRoleText: Readonly<Record<OldFileRole['role'], string>> = {
  main: 'fait foi',
  older: 'autre version',
  sameDocument: 'même document',
  sameBytes: 'copie identique',
  beside: 'joint',
}

export const oldFilesText = {
  open: 'Reprise de l’existant',
  chooseFolder: 'Lire un dossier…',
  chooseZip: 'Lire une archive zip…',
  reading: 'Lecture des fichiers…',
  progress: (words: string, done: number, total: number, pages?: { done: number; total: number }) =>
    `${words} ${done} sur ${total}${pages === undefined ? '' : `, images\u00a0: page ${pages.done} sur ${pages.total}`}`,
  readingTitle: 'Lecture en cours',
  readingHint:
    'La liste des séances s’affiche à la fin de la lecture. Vous pouvez travailler sur un autre écran pendant ce temps.',
  nothingRead: 'Aucun fichier lu',
  taking: 'Reprise des séances…',
  stop: 'Arrêter',
  read: (files: number, refused: number) =>
    refused === 0
      ? `${plural(files, 'fichier lu', 'fichiers lus')}.`
      : `${plural(files, 'fichier', 'fichiers')}, dont ${plural(refused, 'refusé', 'refusés')}.`,
  unfinished: (name: string) =>
    `La lecture de ${quoted(name)} n’est pas terminée. Ce qui a déjà été lu ne le sera pas une seconde fois.`,
  resume: 'Continuer la lecture',
  takeSure: (n: number) => (n === 1 ? 'Reprendre la séance sûre' : `Reprendre les ${meetings(n)} sûres`),
  taken: (n: number) => `${plural(n, 'séance reprise', 'séances reprises')}.`,
  left: (n: number) => `${plural(n, 'séance laissée', 'séances laissées')} dans la liste.`,
  filter: 'Filtre de la liste',
  all: 'Toutes',
  filters: {
    sure: 'Sûres',
    doubtful: 'À vérifier',
    refused: 'Refusés',
    taken: 'Déjà reprises',
  } satisfies Record<OldFilesGroup['state'], string>,
  list: 'Séances reconnues',
  facts: (groups: number, files: number) =>
    `${plural(groups, 'ligne', 'lignes')} · ${plural(files, 'fichier', 'fichiers')}`,
  columns: {
    state: 'État',
    date: 'Date',
    number: 'N°',
    title: 'Séance',
    files: 'Fichiers',
    items: 'Points',
    participants: 'Participants',
    decisions: 'Décisions',
    actions: 'Actions',
  },
  empty: 'Retrouvez vos anciennes séances',
  emptyHint:
    'Choisissez le dossier ou l’archive zip où sont rangés vos anciens ordres du jour et comptes rendus (Word, LibreOffice, PDF, page web, texte, message). L’application les regroupe par séance ; rien n’est repris sans votre accord.',
  noneHere: 'Rien dans ce filtre',
  noneHereHint: 'Choisissez un autre filtre pour voir les autres lignes.',
  choose: 'Choisir une ligne',
  chooseHint: 'Ses fichiers, ce qui a été compris et ce qui reste à vérifier s’affichent ici.',
  toCheck: 'À vérifier',
  good: 'À savoir',
  filesOf: 'Fichiers',
  source: 'Texte du fichier',
  counts: (items: number, participants: number, decisions: number, actions: number) =>
    [
      plural(items, 'point', 'points'),
      plural(participants, 'participant', 'participants'),
      plural(decisions, 'décision', 'décisions'),
      plural(actions, 'action', 'actions'),
    ].join(' · '),
  date: 'Date',
  number: 'Numéro',
  title: 'Intitulé',
  series: 'Calendrier',
  stands: (kind: 'agenda' | 'minutes') =>
    kind === 'minutes' ? 'Quel compte rendu fait foi ?' : 'Quel ordre du jour fait foi ?',
  standsNeeded: 'Choisir d’abord le fichier qui fait foi.',
  take: 'Reprendre cette séance',
  dateNeeded: 'Saisir d’abord une date passée.',
  join: 'Joindre les fichiers à la séance existante',
  openMeeting: 'Ouvrir la séance',
  drop: 'Retirer de la liste',
  dropped: 'Retirée de la liste. Relire le dossier ou l’archive la fait revenir.',
  dropAll: 'Vider la liste',
  emptyTitle: 'Vider la liste ?',
  emptyLead: (files: number) =>
    `Ce qui a été lu de ${plural(files, 'fichier', 'fichiers')} est oublié ; pour le retrouver, il faut relire le dossier ou l’archive. Les séances déjà reprises et leurs documents restent.`,
  emptying: 'Vidage…',
  openActions: 'Reprendre les actions comme encore à faire',
  openActionsHint:
    'Sinon, elles entrent closes : les anciens fichiers ne disent pas ce qu’elles sont devenues.',
  locked:
    'Séance reprise d’anciens fichiers. Ordre du jour et compte rendu sont verrouillés ; les fichiers d’origine sont dans Documents.',
  unlocked: 'Séance reprise d’anciens fichiers, déverrouillée pour être corrigée.',
  lockedReason: 'Séance reprise et verrouillée : la déverrouiller d’abord, dans le bandeau au-dessus.',
  unlock: 'Déverrouiller',
  unlocking: 'Déverrouillage…',
  locking: 'Verrouillage…',
  lock: 'Verrouiller',
  firstTitle: 'Reprendre vos anciennes séances',
  firstLead: 'Un dossier ou une archive d’anciens ordres du jour et comptes rendus.',
} as const
