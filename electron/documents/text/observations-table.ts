import type { ObservationState } from '../../domain/minutes/observation.ts'
import { quoted } from '../../domain/text/french.ts'

export const observationsTableText = {
  about: 'Document',
  aboutMinutes: 'Projet de compte rendu',
  count: 'Observations',
  stateCounts: {
    accepted: (count: number) => (count < 2 ? `${count} retenue` : `${count} retenues`),
    reworded: (count: number) =>
      count < 2 ? `${count} retenue avec une autre rédaction` : `${count} retenues avec une autre rédaction`,
    refused: (count: number) => (count < 2 ? `${count} non retenue` : `${count} non retenues`),
    open: (count: number) => `${count} en attente de réponse`,
  } satisfies Record<ObservationState, (count: number) => string>,
  authors: 'Auteurs',
  mentionOpen: 'En cours d’examen',
  noticeOpen: (count: number) =>
    count < 2
      ? 'Une observation attend encore sa réponse.'
      : `${count} observations attendent encore leur réponse.`,
  whole: 'Ensemble du document',
  columns: {
    number: 'N°',
    author: 'Auteur et endroit',
    before: 'Texte du projet',
    after: 'Rédaction proposée',
    answer: 'Réponse',
  },
  anonymous: 'Auteur non précisé',
  signed: (day: string) => `le ${day}`,
  states: {
    open: 'En attente de réponse',
    accepted: 'Retenue',
    reworded: 'Retenue avec une autre rédaction',
    refused: 'Non retenue',
  } satisfies Record<ObservationState, string>,
  replace: (removed: string, added: string) => `Remplacer ${quoted(removed)} par ${quoted(added)}.`,
  remove: (removed: string) => `Supprimer ${quoted(removed)}.`,
  insert: (added: string, after: string) =>
    after === '' ? `Ajouter au début ${quoted(added)}.` : `Ajouter ${quoted(added)} après ${quoted(after)}.`,
  removeAll: 'Supprimer ce passage.',
  insertAll: 'Ajouter ce passage.',
  rewrite: 'Remplacer tout le passage par la rédaction proposée.',
  move: 'Déplacer ce passage.',
  comment: 'Commentaire, sans changement du texte.',
  elided: '[…]',
  none: '–',
  empty: 'Aucune observation n’a été reçue.',
} as const
