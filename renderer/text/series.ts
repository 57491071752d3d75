import type { Occurrence } from '../../electron/domain/meetings/series.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import type { Holiday } from '../../electron/domain/time/holidays.ts'

/** As article L3133-1 of the Code du travail names them. */
export const holidayText: Readonly<Record<Holiday, string>> = {
  newYear: '1er janvier',
  easterMonday: 'lundi de Pâques',
  labourDay: '1er mai',
  victory: '8 mai',
  ascension: 'Ascension',
  whitMonday: 'lundi de Pentecôte',
  nationalDay: '14 juillet',
  assumption: 'Assomption',
  allSaints: 'Toussaint',
  armistice: '11 novembre',
  christmas: 'Noël',
}

export const occurrenceStateText: Readonly<Record<Occurrence['state'], string>> = {
  free: 'À créer',
  created: 'Créée',
  moved: 'Déplacée',
  cancelled: 'Annulée',
  skipped: 'Sans séance',
}

export const seriesText = {
  title: (year: number) => `Calendrier ${year}`,
  list: 'Séries',
  add: 'Nouvelle série',
  edit: 'Modifier la série',
  empty: 'Aucune série',
  emptyHint:
    'Une série donne les dates d’une année, par exemple « 2e jeudi du mois, 14 h à 16 h 30 » : elles s’affichent avec les jours fériés avant que rien ne soit créé.',
  firstName: 'Séance plénière',
  otherName: 'Groupe de travail',
  year: (year: number) => `Année ${year}`,
  dates: (dates: number) => plural(dates, 'date', 'dates'),
  toCreate: (dates: number) => plural(dates, 'séance à créer', 'séances à créer'),
  create: (dates: number) => (dates < 2 ? 'Créer la séance' : `Créer les ${dates} séances`),
  creating: 'Création…',
  created: (meetings: number) => plural(meetings, 'séance créée', 'séances créées'),
  nothingToCreate: 'Cocher d’abord les dates pour lesquelles créer une séance.',
  strays: (meetings: number, year: number) =>
    meetings < 2
      ? `Une séance de ${year} n’appartient à aucune série : elle est numérotée à part.`
      : `${meetings} séances de ${year} n’appartiennent à aucune série : elles sont numérotées à part.`,
  adopt: (name: string) => `Rattacher à ${quoted(name)}`,
  adopted: 'Séances rattachées à la série',
  columns: { take: 'Créer', date: 'Date', note: 'À noter', state: 'État' },
  take: (date: string) => `Créer la séance du ${date}`,
  holiday: (name: string) => `jour férié : ${name}`,
  heldOn: (date: string) => `se tiendra le ${date}`,
  movedTo: (date: string) => `le ${date}`,
  insteadOf: (name: string) => `au lieu du jour férié (${name})`,
  offRule: 'hors de la règle',
  past: 'date passée',
  weekEnd: 'week-end',
  off: 'férié',
  previousYear: 'Année précédente',
  nextYear: 'Année suivante',
  removed: 'Série supprimée',
  removeRefused: 'Des séances ou des mandats appartiennent à cette série : elle ne peut pas être supprimée.',
}

export const occurrenceText = {
  heldOn: 'Jour de la séance',
  heldHelp: 'Un autre jour peut être choisi ; la date de la règle reste celle de la série.',
  nextWeek: (date: string) => `Tenir plutôt le ${date}`,
  ownDay: 'Revenir à la date de la règle',
  take: 'Créer cette séance',
  skipTitle: 'Pas de séance ce jour-là',
  skipReason: 'Motif',
  skip: 'Noter sans séance',
  skipped: 'Date notée sans séance',
  unskip: 'Proposer de nouveau cette date',
  openMeeting: 'Ouvrir la préparation',
  move: 'Déplacer…',
  cancel: 'Annuler la séance…',
  movedFrom: (date: string) => `Date de la règle : ${date}`,
  reason: (reason: string) => `Motif : ${reason}`,
}

export const ruleText = {
  name: 'Nom de la série',
  sentence: 'Règle, en une phrase',
  sentenceHelp:
    'Par exemple : 2e jeudi du mois, 14 h à 16 h 30 ; dernier mardi de mars, juin et septembre, 9 h 30.',
  understood: (sentence: string) => `Compris : ${sentence}.`,
  unknown: (word: string) =>
    `${quoted(word)} n’est pas compris. Utiliser les listes ci-dessous, ou écrire autrement.`,
  incomplete: 'Indiquer un rang (1er à 5e, ou dernier) et un jour, par exemple « 2e jeudi ».',
  ordinal: 'Rang',
  weekday: 'Jour',
  months: 'Mois',
  meetingFields: 'Séances créées',
  meetingFieldsHelp:
    'Ces mots et ces heures sont ceux des séances que la série crée ; les séances déjà créées ne changent pas.',
}
