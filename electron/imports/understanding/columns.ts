// Columns: what each column of an agenda table holds, by its head; any order, any of the usual words.
import { fold } from './fold.ts'

export type ColumnField =
  | 'number'
  | 'time'
  | 'end'
  | 'duration'
  | 'title'
  | 'nature'
  | 'presenter'
  | 'organisation'
  | 'objective'
  | 'other'

/** `heads` are the printed words, for notes ("Supports : …"). */
export type Columns = { fields: readonly ColumnField[]; heads: readonly string[] }

const HEADS: readonly (readonly [ColumnField, RegExp])[] = [
  ['number', /^(?:n°|no|n|num|numero|#|rang|ordre|n° (?:d'ordre|du point|point))\.?$/],
  ['end', /^(?:heure de )?fin$/],
  ['duration', /^(?:durees?\b|temps\b|minutage|minutes?$|min$|mn$)/],
  ['time', /^(?:heures?\b|horaires?\b|creneaux?\b|plages? horaires?|debut|heure de debut|timing|h$|quand)/],
  ['nature', /^(?:nature\b|pour$|type de point|statut|finalite|categorie|attendus?$)/],
  ['objective', /^objectifs?\b/],
  [
    'organisation',
    /^(?:organismes?|organisations?|structures?|entites?|services?|administrations?|institutions?|directions?|ministeres?|rattachement|organisme)\b/,
  ],
  [
    'presenter',
    /^(?:qui\b|anime|animat(?:eur|rice|ion)|present(?:e|ee|es) par|presentation par|presentat(?:eur|rice)|intervenant|intervention|rapporteur|rapporteuse|porteur|orateur|oratrice|pilote|responsable|referent)/,
  ],
  [
    'title',
    /^(?:themes?|thematiques?|contenus?|points?|intitules?|sujets?|ordre du jour|odj|libelles?|objets?|sequences?|titres?|activites?|designation|questions?|programme|deroule|item|items)\b/,
  ],
]

/** Field of one head; "Type d’animation" is a column of its own, not of presenters. */
function fieldOf(head: string): ColumnField {
  const folded = fold(head).replace(/[\s:.]+$/, '')
  return HEADS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other'
}

/** Columns when a row is the head of an agenda table, else null. */
export function recogniseHead(cells: readonly string[]): Columns | null {
  if (cells.filter((cell) => cell.trim() !== '').length < 2 || cells.some((cell) => cell.length > 60))
    return null
  const fields: ColumnField[] = []
  for (const cell of cells) {
    const field = fieldOf(cell)
    // The first of two columns of one kind is the one: "Thème / Contenu" then "Contenu détaillé".
    fields.push(field !== 'other' && fields.includes(field) ? 'other' : field)
  }
  const known = fields.filter((field) => field !== 'other').length
  if (!fields.includes('title')) {
    // Hours and something without a known name: that something is the subject.
    const free = fields.findIndex((field, at) => field === 'other' && cells[at]?.trim() !== '')
    const hours = fields.includes('time') || fields.includes('duration')
    if (free < 0 || !hours || known < 2) return null
    fields[free] = 'title'
  } else if (known < 2) return null
  return {
    fields,
    heads: cells.map((cell) =>
      cell
        .replace(/\s+/g, ' ')
        .replace(/[\s:]+$/, '')
        .trim(),
    ),
  }
}
