import type { Stance } from '../../domain/session/session.ts'
import { quoted, stopped } from '../../domain/text/french.ts'
import { asSentence } from '../../domain/text/french-sentence.ts'

export const chairBriefText = {
  mention: 'Présidence et secrétariat – ne pas diffuser',
  notice: 'Document interne de préparation\u00a0: il n’est jamais remis aux membres.',
  item: (number: string, title: string) => (number === '' ? title : `${number}\u2002${title}`),
  facts: { nature: 'Nature', presenter: 'Présenté par', hour: 'Heure', duration: 'Durée' },
  madeOn: 'Établie le',
  standing: (day: string) => `${day}, jour auquel sont comptés les retards`,
  expected: 'Ce qui est attendu aujourd’hui',
  asks: (project: string, asked: string) => `${stopped(project)} ${asSentence(asked)}`,
  observations: ({ minutes, all, refused, open }: Record<'minutes' | 'all' | 'refused' | 'open', number>) => {
    const on = minutes < 2 ? 'sur ce compte rendu' : 'sur ces comptes rendus'
    if (all === 0) return `Aucune observation ${on}.`
    const told = [
      refused === 0 ? '' : `${refused}\u00a0${refused < 2 ? 'refusée' : 'refusées'}`,
      open === 0 ? '' : `${open} sans réponse`,
    ].filter((words) => words !== '')
    const count = `${all}\u00a0${all < 2 ? 'observation' : 'observations'} ${on}`
    return told.length === 0 ? `${count}.` : `${count}, dont ${told.join(' et ')}.`
  },
  disagreement: (by: string, words: string) =>
    `${by === '' ? 'Demandé autrement' : `Désaccord (${by})`}${words === '' ? '.' : `\u00a0: ${words}`}`,
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
  movedTo: (first: string, now: string) => `${first}, puis ${now}`,
  open: 'En cours',
  texts: 'Textes',
  deadlines: 'Échéances',
  deadline: (day: string, what: string, text: string) => `${day}\u00a0: ${what}, ${text}`,
  applies: 'application',
  others: {
    lines: (count: number) =>
      count === 1 ? 'Une autre ligne, à lire à l’écran.' : `${count} autres lignes, à lire à l’écran.`,
    said: (count: number) =>
      count === 1 ? 'Une autre prise de parole, à l’écran.' : `${count} autres prises de parole, à l’écran.`,
    actions: (count: number) =>
      count === 1 ? 'Une autre action, au registre.' : `${count} autres actions, au registre.`,
  },
  nothing: '–',
  nobody: 'Personne à choisir',
  blank: 'Rien n’est annoncé pour ce point.',
  empty: 'Aucun point n’est à l’ordre du jour.',
} as const
