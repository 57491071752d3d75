// Who chairs and who writes, in the sentence that says so: where nobody is listed, they are who was there.
import { fullName } from '../../../domain/people/full-name.ts'
import { LABEL, type Line } from '../lines.ts'
import { MEETING_WORD } from '../meeting-words.ts'
import { isGivenName } from '../names/given-names.ts'
import { isThing } from '../people.ts'
import { plainLine } from '../plain-line.ts'
import { bareName } from './names-list.ts'
import type { FoundParticipant } from './participants-in-tables.ts'
import { type PersonLine, personLine } from './person-line.ts'

const NAME = String.raw`(?:(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:d[eu]\s|de\sla\s|d[’'])?\p{Lu}[\p{L}’'-]+){1,3}`
const OFFICE = `(?:présidente?|secrétaire|scrutat(?:eur|rice)|animat(?:eur|rice))`
const MADE = `(?:nommée?|désignée?|élue?|choisie?|proposée?)`
const AS = String.raw`(?:en qualité d(?:e\s|[’'])|comme\s|en tant que\s|pour\s)?(?:la\s|le\s)?`

const THE_MEETING = String.raw`(?:la\s(?:présente\s)?(?:séance|réunion)|l[’']assemblée|le\s(?:conseil|bureau|comité)(?:\s(?:municipal|communautaire|syndical|d[’']administration))?(?=[.,]|\set\s|$))`
/** "Président de la fédération" presides over something else. */
const OF_NONE_ELSE = String.raw`(?!\sd(?:u|es|e)\s(?!(?:la\s)?(?:séance|réunion)|l[’']assemblée)|\sd[’'])`

const SAYS: readonly RegExp[] = [
  // "… désigne Anne Roy en qualité de présidente de séance et Paul Bon en qualité de secrétaire"
  new RegExp(
    String.raw`(?<![\p{L}-])(?<name>${NAME}),?\s(?:en qualité d(?:e\s|[’'])|comme\s)${OFFICE}(?: de (?:la )?séance)`,
    'gu',
  ),
  // "Anne Roy a été nommée présidente de séance", "Paul Bon en est nommé secrétaire"
  new RegExp(
    String.raw`(?<![\p{L}-])(?<name>${NAME}),?\s(?:en\s)?(?:est|a été|sont|ont été)\s${MADE}\s${AS}${OFFICE}`,
    'gu',
  ),
  // "Mme Roy (présidente du Four) préside la séance", "M. Paul Bon exerce les fonctions de secrétaire"
  new RegExp(
    String.raw`(?<![\p{L}-])(?<name>${NAME})(?:\s\([^()]{2,60}\)|,\s[^,.;]{2,60},)?\s(?:préside(?:\set\s|\s?[,.]|$)|(?:préside|ouvre|anime)\s${THE_MEETING}|(?:exerce|assure|assume|remplit)\s(?:les\sfonctions|la\sfonction|le\srôle)\sde\s${OFFICE}${OF_NONE_ELSE}|assure\sle\ssecrétariat${OF_NONE_ELSE}|est\s(?:la\s|le\s)?${OFFICE}\sde\s(?:la\s)?séance)`,
    'gu',
  ),
  // "L’assemblée est présidée par Anne Roy", "sous la présidence d’Anne Roy", "assistée de Paul Bon, secrétaire"
  new RegExp(`(?:présidée?|ouverte|animée?) par (?<name>${NAME})`, 'gu'),
  new RegExp(String.raw`sous la présidence d(?:e\s|[’'])(?<name>${NAME})`, 'gu'),
  new RegExp(String.raw`assistée? d(?:e\s|[’'])(?<name>${NAME})`, 'gu'),
  // "Secrétaire de séance : Paul Bon"
  new RegExp(
    String.raw`(?:Présidente?|Présidence|Secrétaire|Secrétariat|Animat(?:eur|rice|ion)|Scrutat(?:eur|rice))(?: de (?:la )?séance)?\s?:\s(?<name>${NAME})`,
    'gu',
  ),
]

/** @param head the first lines */
export function officersOf(head: readonly Line[]): FoundParticipant[] {
  const found = new Map<string, FoundParticipant>()
  for (const [at, line] of head.entries()) {
    if (line.type === 'heading' || line.text.length > LONGEST || isElected(head, at)) continue
    const named = SAYS.flatMap((says) =>
      [...line.text.matchAll(says)].map(({ groups, index }) => ({ name: groups?.name ?? '', index })),
    ).sort((one, other) => one.index - other.index)
    for (const { name } of named) {
      const person = isThing(name) ? null : personLine(name)
      if (person === null || person.givenName === null) continue
      const key = plainLine(fullName(person))
      if (!found.has(key))
        found.set(key, {
          ...person,
          attendance: 'present',
          block: line.block,
          excerpt: line.text,
          confidence: 0.7,
        })
    }
  }
  return [...found.values()]
}

/** "Trésorier : Paul Bon" below "Élection du bureau": what somebody becomes. */
function isElected(head: readonly Line[], at: number): boolean {
  const label = LABEL.exec(head[at]?.text ?? '')?.[1]
  const over = head.slice(0, at).findLast(({ text }) => !LABEL.test(text))
  return (
    label !== undefined &&
    !/seance/.test(plainLine(label)) &&
    /\b(?:elections?|elue?s?|composition|composee?|renouvellement)\b/.test(plainLine(over?.text ?? ''))
  )
}

/** A longer paragraph tells of anything. */
const LONGEST = 500

/** "Étudiants : Anne Roy, Paul Bon" over "Encadrante : Zoé Lac", "Réunion avec Anne Roy et Paul Bon": what those are who met. */
const PARTIES =
  /^(?:(?:les )?(?:participants sont|etudiante?s?|eleves?|encadrante?s?|tut(?:eur|rice)s?|enseignante?s?|professeure?s?|clients?|porteurs?|intervenante?s?|personnes|equipe(?: projet)?|groupe|trinome|binome|developpeurs?|avec|qui|autour de la table)\s?(?::|(?<=sont))|(?:en presence d(?:e |')|(?:reunion|rencontre|point|echange|entretien) (?:avec|entre)))\s?/

/** So many first lines name the meeting. */
const TOP = 3

/** "Réunion du verger 10:00 EC, DH, LOB": letters behind the title, which the text names again, stand for whoever came. */
export function letteredIn(lines: readonly Line[]): FoundParticipant[] {
  for (const line of lines.slice(0, TOP)) {
    const [, title = '', listed = ''] =
      /^(.{3,80}?)[\s:–—-]+((?:\p{Lu}{2,3},\s){2,}\p{Lu}{2,3})$/u.exec(line.words) ?? []
    const letters = listed.split(', ')
    const isAgain = (one: string) =>
      lines.some(({ text }) => text !== line.text && text.split(/[^\p{L}]+/u).includes(one))
    // Bodies have three letters rather than two.
    const arePersons = letters.filter(({ length }) => length === 2).length * 2 > letters.length
    if (
      listed !== '' &&
      MEETING_WORD.test(plainLine(title)) &&
      arePersons &&
      letters.filter(isAgain).length > 1
    )
      return letters.map((one) => ({
        ...bareName(one),
        attendance: 'present',
        block: line.block,
        excerpt: line.text,
        confidence: 0.5,
      }))
  }
  return []
}

/** Where nobody is listed: the names that stand alone below the title and its day, or behind what they are. */
export function partiesOf(head: readonly Line[]): FoundParticipant[] {
  const end = head.findIndex(
    ({ type, number, text, bullet }, at) =>
      at > 0 && (number !== null || bullet || text.length > LONGEST_HEAD || (type === 'heading' && at > 1)),
  )
  const found: FoundParticipant[] = []
  // Alone they are named for what the line above says: whoever wrote, whom it is sent to, a street.
  let isBelowTitle = true
  for (const [at, line] of head.slice(0, end < 0 ? undefined : end).entries()) {
    const folded = plainLine(line.words)
    const lead = PARTIES.exec(folded)?.[0] ?? ''
    // Folded words are as long as those they were made of, but for ligatures.
    const names = line.words
      .slice(lead.length)
      .replace(/[.\s]+$/, '')
      .split(/,\s(?![^()]*\))|;\s|\s(?:et|&|-|–|\/)\s(?![^()]*\))/u)
    const persons = names.map(partyOf)
    const areAll =
      folded.length === line.words.length &&
      persons.every((person) => person !== null && person.givenName !== null && isGivenName(person.givenName))
    const areParties: boolean = areAll && (lead !== '' || (names.length > 1 && isBelowTitle))
    isBelowTitle =
      areParties || (at === 0 && line.type === 'heading') || TITLE.test(folded) || isPlace(line.words)
    if (!areParties) continue
    const last = names.length - 1
    for (const [place, own] of persons.entries()) {
      // "Anne Roy, Paul Bon (excusés)" is said of both.
      const saying = SEVERAL.test(plainLine(names[last] ?? '')) ? last : place
      if (own !== null && !GONE.test(plainLine(names[saying] ?? '')))
        found.push({
          ...own,
          attendance: persons[saying]?.attendance ?? 'present',
          block: line.block,
          excerpt: line.text,
          confidence: 0.5,
        })
    }
  }
  return found.length < 2 ? [] : found
}

const LONGEST_HEAD = 160

/** "Salle des fêtes", "Association Le Four": where and who met, and no street or room that bears the name of somebody. */
const isPlace = (words: string): boolean =>
  /^(?:salle|mairie|maison|association|club|centre|espace|foyer|ecole)\b[^:]*$/.test(plainLine(words)) &&
  !words.split(/\s/).some(isGivenName)

/** "Réunion du 12 mai", "Le 12/05/2026" below the title say no more of who is named there than it does. */
const TITLE =
  /^(?:compte-?\s?rendu|cr|pv|proces-verbal|notes|minutes)$|^(?:compte-?\s?rendu|cr|pv|proces-verbal|notes|minutes|reunion|seance|assemblee|conseil|comite|bureau|rencontre|atelier)\b[^:]*(?:\d|reunion|seance)[^:]*$|^(?:le |du )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?\d{1,2}(?:er)?[ ./-](?:\d{1,2}|[a-z]{3,9})[ ./-]20\d\d\b(?!.*\b(?:par|pour|a)\b(?! \d))(?:[^:]|:(?=\d\d))*$/

const AWAY =
  /\([^()]*\b(?:absent|excuse|represente|malade|souffrant|retenu|empeche|conges?\b|vacances|n'est pas|ne vient (?:pas|plus)|pas (?:la|venu))/
const GONE = /\((?:decede|demission|(?:ancien(?:ne)?|radiee?|exclue?)s?\b)/
const SEVERAL =
  /\([^()]*(?:absent|excuse|represente|malade|souffrant|retenu|empeche|decede|demissionnaire|radie|exclu)e?s\b/

/** "Anne Roy (malade)" is of those, and did not come; "Anne Roy (décédée)" is none of them. */
function partyOf(name: string): PersonLine | null {
  const folded = plainLine(name)
  if (isThing(name)) return null
  const person = personLine(name)
  if (person === null || person.attendance !== null || !AWAY.test(folded)) return person
  const bare = personLine(name.replace(/\s*\([^()]*\)/, ''))
  return bare === null ? null : { ...bare, attendance: 'absent' }
}
