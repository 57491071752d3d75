import type { AudienceKind, ProjectStage } from './project.ts'

export const projectStageWords: Readonly<Record<ProjectStage, string>> = {
  idea: 'Idée',
  design: 'Cadrage',
  consultation: 'Concertation',
  experiment: 'Expérimentation',
  rollout: 'Déploiement',
  running: 'En service',
  closed: 'Clos',
}

export const audienceKindWords: Readonly<Record<AudienceKind, string>> = {
  commune: 'Communes',
  intercommunality: 'Intercommunalités',
  department: 'Départements',
  region: 'Régions',
  union: 'Syndicats mixtes',
  other: 'Autres',
}
