import { datesIn } from './dates.ts'
import { fold, oneLine } from './fold.ts'

/** Prefectures and the largest towns, folded. */
const TOWNS: ReadonlySet<string> = new Set(
  'agen ajaccio albi alencon amiens angers angouleme annecy arras auch aurillac auxerre avignon bastia beauvais belfort besancon blois bobigny bordeaux boulogne-billancourt bourges brest bruxelles caen cahors calais cayenne cergy chalons-en-champagne chambery chartres chateauroux chaumont clermont-ferrand colmar creteil digne-les-bains dijon dunkerque epinal evreux evry foix fort-de-france gap grenoble gueret la-rochelle la-roche-sur-yon laon laval le-havre le-mans le-puy-en-velay lille limoges lons-le-saunier lorient lyon macon mamoudzou marseille melun mende metz montauban mont-de-marsan montpellier montreuil moulins mulhouse nancy nanterre nantes nevers nice nimes niort noumea orleans papeete paris pau perigueux perpignan poitiers pontoise privas quimper reims rennes roanne rodez rouen saint-brieuc saint-denis saint-etienne saint-lo saint-malo saint-nazaire strasbourg tarbes toulon toulouse tours troyes tulle valence vannes versailles vesoul villeurbanne'.split(
    ' ',
  ),
)

/** "Paris", "Lons-le-Saunier", and what is written as only towns are: capitals on both sides of a hyphen ("Port-Neuf"). */
function isTown(words: string): boolean {
  const name = oneLine(words).replace(/\s(?:\d{1,2}(?:er|e|ème)?|cedex.*)$/iu, '')
  if (!/^\p{Lu}/u.test(name) || /\p{Lu}{2}/u.test(name)) return false
  return TOWNS.has(fold(name).replace(/ /g, '-')) || /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*-\p{Lu}\p{Ll}+$/u.test(name)
}

/** The town that the last piece of a line is, right behind a date. */
export function townBehindDate(pieces: readonly string[]): string | null {
  const [before = '', last = ''] = pieces.slice(-2)
  const date = datesIn(before).at(-1)
  const isDated = date !== undefined && before.slice(date.index + date.length).trim() === ''
  return pieces.length > 1 && isDated && isTown(last) ? oneLine(last) : null
}
