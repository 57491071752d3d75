// Text of the fiche projet: its facts, its parts, what is said of each of its hearings.
import type { ActionState } from '../../domain/action.ts'
import type { MinutesState } from '../../domain/minutes.ts'
import type { Stance } from '../../domain/session.ts'

export const projectSheetText = {
  owner: 'Porteur',
  organisation: 'Organisme',
  stage: 'Étape',
  last: 'Dernier passage',
  next: 'Prochain passage',
  parts: {
    purpose: 'Objet',
    localImpact: 'Effets pour les collectivités',
    regulatorySide: 'Dimension réglementaire',
    askedOfBody: 'Ce qui est demandé à l’instance',
  },
  empty: 'Cette fiche reste à compléter.',
  emptyHeading: 'Présentation',
  hearings: 'Passages en séance',
  neverHeard: 'Ce projet n’a pas encore été présenté.',
  forNature: (nature: string) => `Pour ${nature}.`,
  cancelled: 'Cette séance a été annulée.',
  ahead: 'Point inscrit à l’ordre du jour.',
  /** Whence comes what is printed of a meeting that took place. */
  sources: {
    drafting: 'Compte rendu en préparation.',
    internalReview: 'Compte rendu en préparation.',
    review: 'D’après le compte rendu soumis à la relecture des membres.',
    validated: 'D’après le compte rendu validé par la présidence, avant approbation.',
    approved: 'D’après le compte rendu approuvé.',
  } satisfies Record<MinutesState, string>,
  positions: 'Positions exprimées',
  positionColumns: ['Organisme', 'Position', 'En quelques mots'],
  stances: {
    favorable: 'Favorable',
    reserves: 'Favorable avec réserves',
    defavorable: 'Défavorable',
    reservee: 'Position réservée',
    sansAvis: 'Sans avis',
  } satisfies Record<Stance, string>,
  actionStates: {
    todo: '',
    inProgress: 'En cours.',
    postponed: 'Reportée.',
    done: 'Réalisée.',
    dropped: 'Abandonnée.',
  } satisfies Record<ActionState, string>,
  watch: 'Textes liés',
  watchColumns: ['Texte', 'Parution', 'Entrée en vigueur', 'Application'],
  documents: 'Documents',
  documentColumns: ['Document', 'Séance'],
  nothing: '–',
} as const
