import { withDe } from '../../domain/text/elision.ts'
import { quoted } from '../../domain/text/french.ts'

const ordinal = (rank: number) => (rank === 1 ? '1er' : `${rank}e`)

const named = (place: number | string) => (typeof place === 'number' ? place : quoted(place))

export const placesText = {
  item: (number: string, title: string) => (number === '' ? title : `Point\u00a0${number}`),
  title: 'intitulé',
  presented: 'présentation orale',
  paragraph: (rank: number) => `${ordinal(rank)}\u00a0paragraphe`,
  outcome: 'issue du point',
  decision: (number: string) => `décision ${number}`,
  action: (number: string) => `action ${number}`,
  actionFoot: (number: string) => `responsable et échéance de l’action ${number}`,
  watch: 'textes suivis',
  generated: 'mention du point',
  facts: 'Renseignements de la séance',
  /** Each by its number, or by the words at its head. */
  cell: (row: number | string, column: number | string) =>
    `ligne\u00a0${named(row)}, colonne\u00a0${named(column)}`,
  after: (place: string) => `Après\u00a0: ${place}`,
  atTop: 'En tête du document',
  whole: 'Ensemble du document',
  /** Of an agenda: which cell of the item's row. */
  cells: {
    title: 'intitulé',
    time: 'heure',
    duration: 'durée',
    nature: 'nature',
    presenter: 'présentation',
  },
  besideItems: 'Autour du tableau des points',
  newItem: 'nouveau point',
  removedItem: 'retrait du point',
  movedItem: 'ordre des points',
  moveAfter: (words: string) => `À placer après ${quoted(words)}.`,
  moveFirst: 'À placer au début.',
  quoted: (words: string) => `Sur ${quoted(words)}`,
  wanted: (words: string) => `Rédaction souhaitée\u00a0: ${quoted(words)}`,
  wantedGone: 'Suppression demandée',
  struck: (words: string) => `Barré à la main, sans suivi\u00a0: ${quoted(words)}. À retirer\u202f?`,
  remarks: {
    comment: (words: string) => words,
    replace: (words: string) => `À remplacer par ${quoted(words)}`,
    insert: (words: string) => `À insérer\u00a0: ${quoted(words)}`,
    delete: (words: string) => ['À supprimer', words].filter((part) => part !== '').join('\n'),
  },
  reply: (author: string, words: string) => `Réponse ${withDe(author)}\u00a0: ${words}`,
  replyUnsigned: (words: string) => `Réponse\u00a0: ${words}`,
} as const
