import { agendaChangeWords, itemKindWords } from '../../domain/agenda/agenda-words.ts'
import type { EditedField, HeadField } from '../../domain/agenda/changes.ts'

export const agendaText = {
  cancelled: 'Séance annulée',
  draft: 'Projet',
  draftNotice: 'Projet d’ordre du jour, avant sa validation.',
  version: (number: number) => `Version\u00a0${number}`,
  heading: 'Déroulé',
  listHeading: 'Points inscrits',
  columns: { time: 'Heure', duration: 'Durée', item: 'Point', nature: 'Nature', presenter: 'Présenté par' },
  gap: 'Intervalle',
  /** In place of an hour that a fixed one further down comes before. */
  untold: '–',
  empty: 'Aucun point n’est inscrit à l’ordre du jour.',
  /** Under the table: which points come from an earlier meeting. */
  carriedOne: 'Point reporté',
  carriedMany: 'Points reportés',
  carriedItem: (number: string, words: string) => `point\u00a0${number}, ${words}`,
  total: 'Durée des points',
  totalWithEnd: (duration: string, end: string) => `${duration}, fin estimée à ${end}`,
} as const

/** Names of what can be edited, on paper and on the screen. */
export const fieldWords: Readonly<Record<EditedField | HeadField, string>> = {
  title: 'Intitulé',
  kind: 'Sorte',
  nature: 'Nature',
  presenter: 'Présenté par',
  organisation: 'Organisme',
  requester: 'Demandé par',
  durationMinutes: 'Durée',
  fixedStart: 'Heure fixe',
  date: 'Date',
  startTime: 'Début',
  endTime: 'Fin',
  place: 'Lieu',
}

export const changesText = {
  compared: 'Comparaison',
  between: (before: number, after: number) => `De la version\u00a0${before} à la version\u00a0${after}`,
  sinceVersion: (number: number) => `Depuis la version\u00a0${number}`,
  draft: 'Projet',
  draftNotice: 'Ces modifications ne sont pas encore publiées.',
  meeting: 'La séance',
  meetingColumns: ['Quoi', 'Avant', 'Maintenant'],
  changes: 'Ce qui change',
  changeColumns: ['Changement', 'Point', 'Avant', 'Maintenant'],
  types: agendaChangeWords,
  hours: 'Heures de passage modifiées',
  hourColumns: ['Présenté par', 'Point', 'Avant', 'Maintenant'],
  nothingToCompare: 'Il n’y a pas encore deux versions à comparer.',
  itemNumber: (number: string) => `point\u00a0${number}`,
  kinds: itemKindWords,
  nothing: '–',
} as const
