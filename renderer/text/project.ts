// Words of projects and of where they were presented.
import type { ProjectStage } from '../../electron/domain/project.ts'
import { plural } from './plural.ts'

export const projectStageText: Readonly<Record<ProjectStage, string>> = {
  idea: 'Idée',
  design: 'Cadrage',
  consultation: 'Concertation',
  experiment: 'Expérimentation',
  rollout: 'Déploiement',
  running: 'En service',
  closed: 'Clos',
}

export const projectText = {
  title: 'Projets',
  facts: (projects: number, regulatory: number) =>
    regulatory === 0
      ? plural(projects, 'projet', 'projets')
      : `${plural(projects, 'projet', 'projets')}, dont ${regulatory} à dimension réglementaire`,
  add: 'Nouveau projet',
  fresh: 'Nouveau projet',
  filter: 'Filtrer les projets',
  empty: 'Aucun projet',
  emptyHint: 'Les projets présentés ou à présenter apparaîtront ici, avec leurs passages en séance.',
  noMatch: 'Aucun projet ne correspond à ce filtre.',
  removed: 'Projet supprimé',
  openSheet: 'Fiche PDF',
  sheet: 'Fiche projet',
  columns: {
    title: 'Projet',
    owner: 'Porteur',
    stage: 'Étape',
    regulatory: 'Réglementaire',
    hearings: 'Dernier passage',
  },
  fields: {
    title: 'Intitulé',
    projectOwner: 'Porteur',
    organisation: 'Organisme',
    stage: 'Étape',
    purpose: 'Objet',
    localImpact: 'Effets pour les collectivités',
    regulatorySide: 'Dimension réglementaire',
    askedOfBody: 'Ce qui est demandé à l’instance',
  },
  yes: 'oui',
  never: 'jamais présenté',
}

export const hearingText = {
  title: 'Passages en séance',
  none: 'Jamais inscrit à une séance. Le lier depuis un point de l’ordre du jour.',
  ended: (hearing: string, outcome: string) => `${hearing}, ${outcome}`,
  at: (number: number | null, date: string) => (number === null ? date : `n° ${number}, ${date}`),
}
