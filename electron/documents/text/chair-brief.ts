import type { Stance } from '../../domain/session/session.ts'
import { quoted, stopped } from '../../domain/text/french.ts'

export const chairBriefText = {
  mention: 'Présidence et secrétariat – ne pas diffuser',
  notice: 'Document interne de préparation\u00a0: il n’est jamais remis aux membres.',
  item: (number: string, title: string) => (number === '' ? title : `${number}\u2002${title}`),
  facts: { nature: 'Nature', presenter: 'Présenté par', duration: 'Durée' },
  expected: 'Ce qui est attendu aujourd’hui',
  asks: (project: string, asked: string) => `${project}\u00a0: ${asked}`,
  disagreement: (by: string, words: string) =>
    `Désaccord${by === '' ? '' : ` (${by})`}${words === '' ? '.' : `\u00a0: ${words}`}`,
  origin: 'D’où vient ce point',
  requestedBy: (words: string) => stopped(`Inscrit ${words}`),
  carriedFrom: (meeting: string) => `Reporté de la ${meeting}.`,
  heardAt: (meeting: string, title: string) => `Déjà traité\u00a0: ${meeting}, ${quoted(title)}.`,
  said: 'Ce qui a été dit',
  saidColumns: ['Organisme', 'Ses mots', 'Où'],
  stances: {
    favorable: 'Favorable.',
    reserves: 'Favorable avec réserves.',
    defavorable: 'Défavorable.',
    reservee: 'Réservée.',
    sansAvis: 'Sans avis.',
  } satisfies Record<Stance, string>,
  approved: (meeting: string) => `${meeting}, compte rendu approuvé`,
  unapproved: (meeting: string) => `${meeting}, compte rendu non approuvé`,
  actions: 'Promesses et actions',
  actionColumns: ['N°', 'Action', 'Responsable', 'Échéance', 'État'],
  kept: 'Tenue',
  keptOn: (day: string) => `Tenue le ${day}`,
  dropped: 'Abandonnée',
  late: (days: number) => `Non tenue, ${days}\u00a0j de retard`,
  open: 'En cours',
  texts: 'Textes',
  deadlines: 'Échéances',
  deadline: (day: string, what: string, text: string) => `${day}\u00a0: ${what}, ${text}`,
  applies: 'application',
  others: (count: number) =>
    count === 1
      ? 'Une autre ligne est dans l’application.'
      : `${count} autres lignes sont dans l’application.`,
  nothing: '–',
  nobody: 'Personne à choisir',
  blank: 'Rien n’est connu de ce point.',
  empty: 'Aucun point n’est à l’ordre du jour.',
} as const
