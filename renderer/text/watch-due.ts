import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const dueText = {
  title: 'Échéances des textes',
  tabs: { label: 'Vues de la veille', texts: 'Textes suivis' },
  open: 'Voir les échéances, une à une',
  back: 'Revenir aux textes',
  span: 'Période',
  spans: { 30: '30\u00a0jours', 90: '90\u00a0jours', 365: 'Un an' },
  facts: (count: number) => plural(count, 'échéance', 'échéances'),
  undated: (count: number) =>
    `${plural(count, 'échéance sans date, à fixer par un texte', 'échéances sans date, à fixer par un texte')}`,
  none: 'Aucune échéance sur cette période',
  noneHint:
    'Les entrées en vigueur, les applications et les échéances par public, notées sur la fiche de chaque texte, apparaîtront ici.',
  export: 'Exporter les échéances vers un calendrier…',
  exporting: 'Export…',
  exported: (fileName: string) => `Échéances exportées dans ${quoted(fileName)}`,
  picture: 'Échéances par public, dans le temps',
  everybody: 'Public non précisé',
  others: 'Autres publics',
  lane: (audience: string, count: number, first: string) =>
    `${audience}\u00a0: ${plural(count, 'échéance', 'échéances')}, la première le ${first}`,
  columns: { date: 'Date', text: 'Texte', what: 'Échéance', audience: 'Public concerné' },
  what: { inForce: 'Entrée en vigueur', applies: 'Application', deadline: 'Échéance' },
}
