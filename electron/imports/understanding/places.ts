import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import type { Line } from './lines.ts'
import { oneLine, plainLine, trimPunctuation } from './plain-line.ts'

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
  return (
    TOWNS.has(plainLine(name).replace(/ /g, '-')) || /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*-\p{Lu}\p{Ll}+$/u.test(name)
  )
}

/** The town that the last piece of a line is, right behind a date. */
export function townBehindDate(pieces: readonly string[]): string | null {
  const [before = '', last = ''] = pieces.slice(-2)
  const date = datesIn(before).at(-1)
  const isDated = date !== undefined && before.slice(date.index + date.length).trim() === ''
  return pieces.length > 1 && isDated && isTown(last) ? oneLine(last) : null
}

/** What a building is called. */
export const BUILDING = String.raw`(?:mairie|hôtel (?:de|du)|siège|maison (?:de|du|des)|préfecture|sous-préfecture|locaux (?:de|du)|centre (?:de|du|des|culturel|administratif)|lycée|collège|école|foyer|gymnase|château|complexe|médiathèque|bibliothèque|théâtre|espace \p{Lu})`

/** What is called a place beside the day or the hour: "– chez les Lis –", "(cour du prieuré, 10h)", "à la maison de quartier". */
const CALLED_PLACE = new RegExp(
  String.raw`^(?:(?:à la|au|aux|dans l[ae]s?|en)\s|(?:à|dans) l[’'])?(chez\s(?:les?\s|la\s)?\p{Lu}\p{L}*|${BUILDING}|pôle|local|cour|club-house|arrière-boutique|cuisine|cantine|atelier(?= )|café|bar|brasserie|auberge|ferme|grange|moulin|hangar|préau|presbytère|prieuré|base nautique|salle|classe|archives|chapelle|halle|parc)(?!\p{L}).{0,60}$`,
  'iu',
)

/** @param day of the meeting: what stands beside another one is where something else takes place */
export function placeBesideDay({ text, number, timed }: Line, day: string | null): string | null {
  if (number !== null || timed || text.length > 200 || day === null) return null
  if (!datesIn(text).some(({ date }) => date?.slice(-5) === day.slice(-5))) return null
  if (/^(?:prochaine?|fait |le prochain|la prochaine)/.test(plainLine(text))) return null
  let rest = text.replace(/https?:\/\/\S+/gi, ' ')
  for (const { index, length } of [...datesIn(rest), ...timesIn(rest)])
    rest = rest.slice(0, index) + '|'.repeat(length) + rest.slice(index + length)
  const pieces = rest.split(
    /\s[–—·-]\s|[(),;:|]+|\s(?:et|env\.)\s|\s(?=(?:à la|au|chez|dans la|dans le)\s|(?:à|dans) l[’'])/u,
  )
  for (const piece of pieces.map((one) => one.trim())) {
    const found = CALLED_PLACE.exec(piece)
    if (found === null || /\bvisio/.test(plainLine(piece))) continue
    return trimPunctuation(piece.replace(/^(?:(?:à la|au|aux|dans l[ae]s?|en)\s|(?:à|dans) l[’'])/iu, ''))
  }
  return null
}
