import type { AgendaTemplateLine } from '../../electron/domain/agenda/version.ts'
import { quoted } from '../../electron/domain/text/french.ts'

const NBSP = '\u00a0'

export const templateText = {
  title: 'Ordre du jour type',
  lead: 'Chaque nouvelle séance commence par ces points, dans cet ordre.',
  roles: {
    approval: 'Approbation',
    followUp: 'Suivi',
    otherBusiness: 'Questions diverses',
    item: 'Point',
  } satisfies Record<AgendaTemplateLine['role'], string>,
  roleHelp: {
    approval: `Répété pour chaque compte rendu à approuver, le plus ancien d’abord. «${NBSP}{séance}${NBSP}» devient par exemple «${NBSP}séance n°${NBSP}4 du 12${NBSP}mars 2026${NBSP}».`,
    otherBusiness: 'Les points ajoutés ensuite se placent avant lui.',
  } satisfies Partial<Record<AgendaTemplateLine['role'], string>>,
  role: 'Rôle',
  itemTitle: 'Intitulé',
  nature: 'Nature',
  duration: 'Durée',
  line: (rank: number, title: string) => `Ligne${NBSP}${rank}${NBSP}: ${title}`,
  up: (title: string) => `Monter ${quoted(title)}`,
  down: (title: string) => `Descendre ${quoted(title)}`,
  remove: (title: string) => `Supprimer ${quoted(title)}`,
  removed: (title: string) => `${quoted(title)} retiré de l’ordre du jour type`,
  add: 'Ajouter un point type',
  newTitle: 'Nouveau point',
  empty: 'Aucune ligne\u00a0: une nouvelle séance commence par un ordre du jour vide.',
} as const
