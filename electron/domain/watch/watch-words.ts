import type { Authority } from './text-life.ts'
import type { WatchFollowUp, WatchNature, WatchStatus } from './watch.ts'

export const watchNatureWords: Readonly<Record<WatchNature, string>> = {
  loi: 'Loi',
  ordonnance: 'Ordonnance',
  decret: 'Décret',
  arrete: 'Arrêté',
  circulaire: 'Circulaire',
  avis: 'Avis',
  decision: 'Décision',
  reglementUE: 'Règlement de l’Union européenne',
  directiveUE: 'Directive de l’Union européenne',
  referentiel: 'Référentiel',
  autre: 'Autre',
}

export const watchStatusWords: Readonly<Record<WatchStatus, string>> = {
  announced: 'Annoncé',
  draft: 'Projet',
  consultation: 'Consultation',
  signed: 'Signé',
  published: 'Publié',
  inForce: 'En vigueur',
  repealed: 'Abrogé',
}

export const watchFollowUpWords: Readonly<Record<WatchFollowUp, string>> = {
  toPresent: 'à présenter',
  presented: 'présenté',
  toFollow: 'à suivre',
  closed: 'clos',
}

export const authorityWords: Readonly<Record<Authority, string>> = {
  cnen: 'Conseil national d’évaluation des normes',
  cnil: 'CNIL',
  conseilEtat: 'Conseil d’État',
  public: 'Consultation publique',
  europeanUnion: 'Notification à la Commission européenne',
  other: 'Autre organisme',
}
