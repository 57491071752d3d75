import type { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import type { Circle } from '../../electron/domain/minutes/observation.ts'
import { formatDate, formatShortDate, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { minutesStateBadge } from './minutes.ts'

export const lifeText = {
  /** "En relecture, encore 3 jours". */
  badge: (state: MinutesState, daysLeft: number | null) =>
    state !== 'review' || daysLeft === null
      ? minutesStateBadge[state]
      : `${minutesStateBadge[state]}, ${lifeText.left(daysLeft)}`,
  left: (days: number) =>
    days < 0
      ? `terminée depuis ${plural(-days, 'jour', 'jours')}`
      : days === 0
        ? 'dernier jour'
        : `encore ${plural(days, 'jour', 'jours')}`,
  openLife: (badge: string) => `${badge}. Ouvrir le suivi`,
  provisional: 'Numéros provisoires',
  provisionalHint:
    'Décisions et actions sont renumérotées dans l’ordre du jour jusqu’au premier envoi du projet ; leurs numéros sont ensuite définitifs.',
  provisionalMark: 'provisoire',

  /** The one main act. */
  toChair: 'Envoyer à la présidence',
  toMembers: 'Envoyer aux membres…',
  validate: 'Valider…',
  validateAnew: 'Valider de nouveau…',
  approve: 'Approuver et sceller…',
  toCome:
    'Le jour de la séance n’est pas venu\u00a0: son compte rendu se prépare, il ne se relit, ne se valide et ne s’envoie qu’ensuite.',
  preparing: 'Préparation…',
  remind: 'Relancer la relecture',
  remindActions: 'Préparer les rappels d’actions',
  sendApproved: 'Envoyer le compte rendu approuvé',
  nobody: 'Personne à qui écrire : aucune action n’est en attente.',
  follow: 'Suivi et approbation',

  pane: 'Suivi et approbation',
  steps: 'Étapes',
  step: {
    drafting: 'Rédaction',
    internalReview: 'Relecture interne, par la présidence',
    review: 'Relecture par les membres',
    validated: 'Validation par la présidence',
    approved: 'Approbation et scellement',
  } satisfies Record<MinutesState, string>,
  stepStates: { done: 'faite', now: 'en cours', ahead: 'à venir' },
  deadlines: {
    internal: {
      title: 'Fin de la relecture interne',
      none: 'Fixée au premier envoi à la présidence, ou ici.',
      on: (date: string) => `Corrections internes attendues jusqu’au ${formatDate(date)}.`,
      set: 'Fin de la relecture interne changée',
    },
    members: {
      title: 'Fin de la relecture',
      none: 'Fixée au premier envoi aux membres, ou ici.',
      on: (date: string) => `Observations attendues jusqu’au ${formatDate(date)}.`,
      set: 'Fin de relecture changée',
    },
  } satisfies Record<Circle, unknown>,
  sentOn: (date: string) => `Premier envoi le ${formatShortDate(date, true)} : numéros définitifs.`,
}

export const notesText = {
  open: 'Notes',
  count: (lines: number) => plural(lines, 'note', 'notes'),
  pane: 'Notes prises en séance',
  noNotes: 'Aucune note sur ce point',
  noNotesHint: 'Les notes se prennent à l’écran « En séance », ou se reprennent d’un carnet rendu.',
  withoutItem: 'Notes sans point',
  unplaced: (count: number) =>
    count < 2
      ? 'Une note n’a pas de point\u00a0: elle n’est dans aucun texte.'
      : `${count} notes n’ont pas de point\u00a0: elles ne sont dans aucun texte.`,
  toUnplaced: 'Voir les notes sans point',
  place: 'Ranger au point',
  choose: 'Choisir le point',
  from: 'Rédiger à partir des notes',
  all: 'Rédiger tous les points',
  again: 'Rédiger de nouveau ce point',
  writing: 'Rédaction…',
  written: (sections: number) =>
    sections === 0
      ? 'Rien à rédiger : les notes sont déjà dans les textes'
      : `${plural(sections, 'point rédigé', 'points rédigés')} à partir des notes`,
  oneWritten: 'Point rédigé à partir des notes',
  left: (sections: number) =>
    sections < 2
      ? 'Un point a été modifié à la main : son texte est laissé tel quel.'
      : `${sections} points ont été modifiés à la main : leurs textes sont laissés tels quels.`,
  rewrite: (title: string) => `Rédiger de nouveau ${quoted(title)}`,
  suspended: (hours: string) => `Suspension ${hours}`,
  sameAuthor: (who: string) => `par ${who}`,
}
