// Words of observations: the list, what was asked, the answer and its states, the keys.
import type { ObservationState } from '../../electron/domain/observation.ts'
import { plural } from './plural.ts'

export const observationsText = {
  title: 'Observations',
  count: (all: number, open: number) =>
    all === 0
      ? 'Aucune observation'
      : `${plural(all, 'observation', 'observations')}, ${open === 0 ? 'toutes répondues' : `${open} en attente`}`,
  openCount: (open: number) => `${open} en attente`,
  add: 'Ajouter une observation',
  empty: 'Aucune observation sur ce projet',
  emptyHint:
    'Les retours des membres se notent ici, point par point, avec la réponse donnée à chacun. Ils forment le tableau des observations.',
  show: 'Observations affichées',
  shown: { all: 'Toutes', open: 'En attente' },
  noneOpen: 'Toutes les observations ont leur réponse.',
  whole: 'Ensemble du document',
  number: (number: number) => `Observation ${number}`,
  anonymous: 'Auteur non précisé',
  noWords: 'Rien n’est encore saisi',
  removedWords: 'retiré : ',
  addedWords: 'ajouté : ',
  states: {
    open: 'En attente',
    accepted: 'Retenue',
    reworded: 'Autre rédaction',
    refused: 'Non retenue',
  } satisfies Record<ObservationState, string>,
  stateNow: (number: number, state: ObservationState) =>
    `Observation ${number} : ${observationsText.states[state].toLowerCase()}`,
  state: 'Suite donnée',
  answers: {
    open: 'Réponse',
    accepted: 'Réponse',
    reworded: 'Rédaction retenue',
    refused: 'Motif',
  } satisfies Record<ObservationState, string>,
  item: 'Point',
  organisation: 'Organisme',
  author: 'Auteur',
  place: 'Endroit',
  before: 'Texte du projet',
  after: 'Rédaction proposée',
  comment: 'Commentaire',
  remove: (number: number) => `Supprimer l’observation ${number}`,
  removed: (number: number) => `Observation ${number} supprimée`,
  keyAccept: 'retenir',
  keyReword: 'autre rédaction',
  keyRefuse: 'ne pas retenir',
  keyOpen: 'en attente',
  keyList: 'suivante, précédente',
  fromFile: (fileName: string) => `Reçue dans ${fileName}`,

  papers: 'Document affiché',
  paper: {
    minutes: 'Compte rendu',
    decisionRecord: 'Relevé',
    observationsTable: 'Observations',
  },
}
