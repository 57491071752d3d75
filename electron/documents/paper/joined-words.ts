// What may not be parted at the end of a line is joined by no-break spaces where it is printed: the model keeps its words.
import { fullName } from '../../domain/people/full-name.ts'

const NBSP = '\u00a0'

/** Longer ones are parted: in a narrow column of Word they would be cut within. */
const LONGEST = 30

const rules: readonly RegExp[] = [
  // "n° 11", and what it is the number of.
  /(?<=(?<![\p{L}\p{N}])[nN]°) (?=\p{N}|\p{Lu}-)/gu,
  /(?<=(?<![\p{L}\p{N}])(?:séance|réunion|loi|décret|arrêté|ordonnance|point|annexe)) (?=n°)/giu,
  // Behind a name: "(à distance)", "(par Anne Roux)", "(arrivée à 14 h 30, départ à 16 h)".
  /(?<=\(à) (?=distance(?!\p{L}))/gu,
  /(?<=\(par) (?=\p{Lu})/gu,
  /(?<=(?<!\p{L})(?:arrivée|départ)) (?=à \d)/gu,
  /(?<=(?<!\p{L})(?:arrivée|départ)[ \u00a0]à) (?=\d)/gu,
  // "M. Orsel", "Mme de Vaux", "M. d’Ormesson", "H. Marchetti".
  /(?<=(?<![\p{L}\p{N}])(?:MM?\.|Mmes?|Mlles?|Dr|Me|Pr)) (?=(?:(?:des?|du|la|le) ){0,2}(?:d[’'])?\p{Lu})/gu,
  /(?<=(?<![\p{L}\p{N}.])\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu,
  // "6 absences excusées", "phase 2".
  /(?<=(?<![\p{L}\p{N}])\d{1,3}) (?=(?:absences?|annexes?|observations?|organismes?|personnes?|points?|réponses?|sièges?)(?!\p{L}))/gu,
  /(?<=(?<![\p{L}\p{N}])(?:axe|chapitre|étape|lot|page|phase|point|tome|version|volet)) (?=\d)/giu,
]

/** The same value with every string in it joined. @param carrying what tells the names of persons, if it does. */
export function joinedWords<T>(value: T, carrying: unknown): T {
  const names = namesIn(carrying)
  const pattern =
    names.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const joined = (words: string, isNarrow: boolean) => {
    if (!words.includes(' ')) return words
    const whole = pattern === null || isNarrow ? words : words.replace(pattern, joinedName)
    return rules.reduce((text, rule) => text.replace(rule, NBSP), whole)
  }
  return copied(value, joined, false) as T
}

/** Of a long one the family name alone: "de La Rochebrune-Vallois". */
function joinedName(name: string): string {
  if (name.length <= LONGEST) return name.replaceAll(' ', NBSP)
  const [given = '', ...family] = name.split(' ')
  return family.join(' ').length <= LONGEST ? `${given} ${family.join(NBSP)}` : name
}

function copied(
  value: unknown,
  join: (words: string, isNarrow: boolean) => string,
  isNarrow: boolean,
): unknown {
  if (typeof value === 'string') return join(value, isNarrow)
  if (Array.isArray(value)) return value.map((one) => copied(one, join, isNarrow))
  if (typeof value === 'object' && value !== null) {
    const isWithin = isNarrow || hasManyColumns(value)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        // Addresses are read by programs, and what the file carries beside its words says the words as they were given.
        key === 'href' || key === 'metadata' ? inner : copied(inner, join, isWithin),
      ]),
    )
  }
  return value
}

/** From here on the column of a whole name would take its width from that of the words beside it. */
const MANY = 4

const hasManyColumns = (value: object) =>
  'type' in value &&
  value.type === 'table' &&
  'columns' in value &&
  Array.isArray(value.columns) &&
  value.columns.length >= MANY

/** "Hélène Marchetti", "Jean de La Rochebrune", as far as letters tell. */
const NAME =
  /^\p{Lu}[\p{L}’'.-]* (?:(?:de|du|des|da|van|von|le|la|Le|La|Du|Van|Von|El|Ben|Aït) ){0,2}(?:d[’'])?\p{Lu}[\p{L}’'-]*$/u
type Point = { detail: string; points: readonly Point[] }
const namesInLetter = (points: readonly Point[]): string[] =>
  points.flatMap(({ detail, points: inner }) => [
    ...detail.split(', ').filter((words) => NAME.test(words)),
    ...namesInLetter(inner),
  ])

/** What reads like a name between commas and brackets: not every paper carries whom it names. */
function namesSaid(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(/[,;()·\n]| – /u)
      .map((words) => words.trim().replace(/^(?:Représentation )?par /iu, ''))
      .filter((words) => NAME.test(words))
  if (Array.isArray(value)) return value.flatMap(namesSaid)
  if (typeof value !== 'object' || value === null) return []
  // Name cards lay out the lines of a name themselves.
  return Object.entries(value).flatMap(([key, inner]) =>
    ['head', 'columns', 'carries', 'cards'].includes(key) ? [] : namesSaid(inner),
  )
}

type Carrying = {
  people?: readonly { givenName: string; familyName: string; representedBy?: string }[]
  items?: readonly { presenter: string }[]
  actions?: readonly { owner: string }[]
}

/** Names of persons that a model tells, in its facts or in the points of a letter, the longest first. */
function namesIn(model: unknown): string[] {
  if (typeof model !== 'object' || model === null) return []
  const facts = 'carries' in model ? (model.carries as Carrying | null) : null
  const all = [
    ...(facts?.people ?? []).map(fullName),
    ...(facts?.items ?? []).map(({ presenter }) => presenter),
    ...(facts?.actions ?? []).map(({ owner }) => owner),
    ...('points' in model ? namesInLetter(model.points as readonly Point[]) : []),
    ...(facts?.people ?? []).map(({ representedBy = '' }) => representedBy),
    ...namesSaid(model),
  ].map((name) => name.trim())
  return [...new Set(all)].filter((name) => /^\p{Lu}\S* \S/u.test(name)).sort((a, b) => b.length - a.length)
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
