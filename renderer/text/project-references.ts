import type { ReferenceKind } from '../../electron/domain/projects/project-reference.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const projectReferencesText = {
  title: 'Programmes, axes et recommandations',
  facts: 'Ce par quoi les projets se classent et se comptent dans le bilan.',
  back: 'Tous les projets',
  kinds: {
    programme: 'Programmes',
    axis: 'Axes',
    recommendation: 'Recommandations',
  } satisfies Record<ReferenceKind, string>,
  add: {
    programme: 'Ajouter un programme',
    axis: 'Ajouter un axe',
    recommendation: 'Ajouter une recommandation',
  } satisfies Record<ReferenceKind, string>,
  none: 'Aucun pour l’instant.',
  number: 'Numéro',
  name: 'Intitulé court',
  wording: 'En toutes lettres',
  /** "Recommandation 3 (intitulé à compléter)". */
  unnamed: (kind: string, number: string) => `${kind} ${number} (intitulé à compléter)`,
  named: (number: string, title: string) => (number === '' ? title : `${number}. ${title}`),
  archived: 'archivé',
  projects: (many: number) => plural(many, 'projet', 'projets'),
  edit: (name: string) => `Modifier ${name}`,
  up: (name: string) => `Monter ${name}`,
  down: (name: string) => `Descendre ${name}`,
  first: 'Déjà en tête de liste.',
  last: 'Déjà en fin de liste.',
  archive: 'Archiver',
  unarchive: 'Proposer de nouveau',
  remove: 'Supprimer',
  removed: 'Référence supprimée',
  inUse: 'Des projets la portent : l’archiver la retire des choix sans rien effacer.',
}
