import { shortMeetingName } from '../../electron/domain/meetings/meeting-name.ts'
import type { ReferenceKind } from '../../electron/domain/projects/project-reference.ts'
import { quoted, withCapital } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const referenceKindText: Readonly<
  Record<ReferenceKind, { one: string; none: string; fresh: string }>
> = {
  programme: { one: 'Programme', none: 'Sans programme', fresh: 'Nouveau programme' },
  axis: { one: 'Axe', none: 'Sans axe', fresh: 'Nouvel axe' },
  recommendation: { one: 'Recommandation', none: 'Sans recommandation', fresh: 'Nouvelle recommandation' },
}

/** "1er", "2e". */
const rank = (number: number) => (number === 1 ? '1er' : `${number}e`)

export const projectText = {
  title: 'Projets',
  facts: (projects: number, regulatory: number) =>
    regulatory === 0
      ? plural(projects, 'projet', 'projets')
      : `${plural(projects, 'projet', 'projets')}, dont ${regulatory} à dimension réglementaire`,
  add: 'Nouveau projet',
  addTo: (lane: string) => `Nouveau projet : ${lane}`,
  fresh: 'Nouveau projet',
  filter: 'Filtrer les projets',
  empty: 'Aucun projet',
  emptyHint: 'Les projets présentés ou à présenter apparaîtront ici, avec leurs passages en séance.',
  noMatch: 'Aucun projet ne correspond à ce filtre.',
  removed: 'Projet supprimé',
  references: 'Programmes et axes…',
  view: 'Présentation',
  views: { stages: 'Étapes', axes: 'Axes', list: 'Liste' },
  boardOf: { stages: 'Projets par étape', axes: 'Projets par axe' },
  axis: 'Axe',
  owner: 'Porteur',
  all: 'tous',
  regulatory: 'Dimension réglementaire',
  inscribed: (projects: number, meeting: string) =>
    `${plural(projects, 'projet inscrit', 'projets inscrits')} à la ${meeting}`,
  chosen: (projects: string) => `${projects}, 1 choisi`,
  others: (many: number) => plural(many, 'autre', 'autres'),
  emptyLane: 'Aucun projet',
  moved: (lane: string) => `Projet passé à ${quoted(lane)}`,
  never: 'Jamais présenté',
  asked: (passage: number) => `${rank(passage)} passage demandé`,
  coming: (meeting: string, item: string) => (item === '' ? meeting : `${meeting}, point ${item}`),
  meeting: (number: number | null, date: string) => withCapital(shortMeetingName(number, date)),
  last: (meeting: string, outcome: string) => (outcome === '' ? meeting : `${meeting}, ${outcome}`),
  texts: (many: number) => plural(many, 'texte lié', 'textes liés'),
  text: (nature: string, status: string) => `${nature}, ${status}`,
  regulatorySaid: 'Dimension réglementaire',
  keys: {
    lane: 'Colonne',
    card: 'Choisir un projet',
    before: 'Étape ou axe précédent',
    next: 'Étape ou axe suivant',
    inscribe: 'Inscrire à une séance…',
    open: 'Ouvrir la fiche',
  },
  columns: {
    title: 'Projet',
    owner: 'Porteur',
    stage: 'Étape',
    axis: 'Axe',
    regulatory: 'Réglementaire',
    hearings: 'Passages',
  },
  inscribe: {
    title: 'Inscrire à une séance',
    act: 'Inscrire',
    acting: 'Inscription…',
    meeting: 'Séance',
    lead: (project: string) => `${quoted(project)} deviendra un point de l’ordre du jour.`,
    asAsked: 'La demande de passage donne au point son intitulé, sa durée, sa nature et son demandeur.',
    noMeeting: 'Aucune séance à venir. En créer une dans « Séances », puis revenir ici.',
    done: (meeting: string) => `Projet inscrit à la ${meeting}`,
  },
}

export const hearingText = {
  title: 'Passages en séance',
  none: 'Jamais inscrit à une séance.',
  ended: (hearing: string, outcome: string) => `${hearing}, ${outcome}`,
}
