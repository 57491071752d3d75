// Short lines over their text or their bullets: the titles of a page typed without numbers or styles.
import { datesIn } from './dates.ts'
import type { Line } from './lines.ts'
import { saysHowItEnded } from './minutes/vote-outcome.ts'
import { isNominal } from './nominal.ts'
import { FEWEST_UNLISTED, isHeaderLine, isProperty, LONG_TEXT, saysListOfPeople } from './outline-lines.ts'
import { onlyPersons } from './people.ts'
import { plainLine } from './plain-line.ts'

/** Of a title that has a verb, and of one that has none. */
const LONGEST_TITLE = 80
const LONGEST_NOMINAL = 115

/**
 * Short lines over sentences or bullets, below who was there: the headings of minutes typed without numbers or styles. Where
 * nobody is listed, only several that part the whole text are any.
 * @param presence the last block that says who was there
 */
export function titlesOverText(region: readonly Line[], presence: number | null): Set<Line> {
  const isText = (line: Line | undefined) =>
    line !== undefined &&
    (line.bullet ||
      (line.type === 'paragraph' &&
        (line.text.length >= LONG_TEXT ||
          /^[\p{Lu}\d].*[.!?]$/u.test(line.text) ||
          // What an arrow points at was said.
          /^(?:=>|->|→|➔|➜|⇒|►)\s?\S/u.test(line.text) ||
          // "The council lists what it takes part in this year:"
          (line.text.length >= 60 && /^\p{Lu}.*:$/u.test(line.text)) ||
          isProperty(line))))
  // What a table tells is text too.
  const isOver = (line: Line | undefined) =>
    line === undefined || line.type === 'row' || isText(line) || isPresence(line) || isHeaderLine(line)
  const isPresence = (line: Line | undefined) => (line?.block ?? 0) <= (presence ?? -1)
  // What stands over the day is how the page is called.
  const day = presence === null ? region.slice(0, HEAD).findIndex(({ text }) => datesIn(text).length > 0) : -1
  const areShouted = region.slice(day + 1).filter((line) => !isPresence(line) && isShouted(line))
  const isOverText = (line: Line) => {
    const below = region[region.indexOf(line) + 1]
    return below !== undefined && below.type !== 'row' && !isShouted(below)
  }
  const found = region.filter(
    (line, at) =>
      !isPresence(line) &&
      (line.type === 'paragraph' || line.bullet) &&
      line.number === null &&
      line.text.length <= (isNominal(line.words) ? LONGEST_NOMINAL : LONGEST_TITLE) &&
      (/^\p{Lu}[^:;]*[^.!?:;,]$/u.test(line.words) || isLabel(line)) &&
      !onlyPersons(line.words) &&
      !saysHowItEnded(line.words) &&
      !isHeaderLine(line) &&
      // "Assemblée générale du 9 juin 2026" over the text names the meeting.
      !(at === 0 && datesIn(line.text).length > 0) &&
      (line.bullet ? isOverSentences(region[at + 1]) : isOver(region[at - 1]) && isText(region[at + 1])),
  )
  // Beside titles without one, a colon ends one as well.
  const titles = found.some(({ words }) => !words.endsWith(':')) ? found : []
  // Capitals part the whole text, whatever stands below and above them.
  if (
    areShouted.length >= FEWEST_SHOUTED &&
    areShouted.length >= titles.length &&
    areShouted.every(isOverText)
  )
    return new Set(areShouted)
  // One look: bullets over sentences are titles where nothing else is.
  const bullets = titles.filter(({ bullet }) => bullet)
  if (bullets.length > 0 && bullets.length < titles.length)
    return titlesOfOneLook(
      titles.filter(({ bullet }) => !bullet),
      presence,
    )
  return titlesOfOneLook(titles, presence)
}

/** "Budget" over its bullets, "Local" over its own: subjects of a page that has no other titles, whatever kind it is. */
export function titlesOverBullets(region: readonly Line[]): Set<Line> {
  const titles = region.filter((line, at) => {
    const [above, below] = [region[at - 1], region[at + 1]]
    return (
      line.type === 'paragraph' &&
      !line.bullet &&
      line.number === null &&
      !line.timed &&
      line.text.length <= LONGEST_TITLE &&
      /^\p{Lu}[^:;]*[^.!?;,]$/u.test(line.words) &&
      !onlyPersons(line.words) &&
      !isHeaderLine(line) &&
      !saysListOfPeople(line.words) &&
      datesIn(line.text).length === 0 &&
      below?.bullet === true &&
      (above === undefined ||
        above.bullet ||
        above.type !== 'paragraph' ||
        above.text.length > LONGEST_TITLE ||
        /[.!?]$/.test(above.text) ||
        isHeaderLine(above) ||
        datesIn(above.text).length > 0)
    )
  })
  if (titles.length < FEWEST_UNLISTED) return new Set()
  // Beside them some stand over sentences.
  const all = new Set([...titles, ...titlesOverText(region, null)])
  return new Set(region.filter((line) => all.has(line) && !line.bullet))
}

/** A line of capitals that is neither a name, nor a date, nor how the page is called. */
function isShouted(line: Line | undefined): boolean {
  return (
    line?.type === 'paragraph' &&
    !line.bullet &&
    line.number === null &&
    line.text.length <= LONGEST_TITLE &&
    /^\p{Lu}[^\p{Ll}:;]*(?:[^\p{Ll}.!:;,]|\s?\?)$/u.test(line.text) &&
    (line.text.match(/\p{Lu}/gu) ?? []).length >= 4 &&
    !onlyPersons(line.words) &&
    !/^(?:compte[- ]rendu|proces[- ]verbal|releve|ordre du jour|assemblee|reunion|seance|conseil (?:municipal|communautaire|d'administration))/.test(
      plainLine(line.text),
    )
  )
}

/** "Sorties :" alone; "Les étapes suivantes :" leads on. */
function isLabel(line: Line): boolean {
  return (
    !line.bullet &&
    /^\p{Lu}[^:;.!?,]*\p{L}\s?:$/u.test(line.words) &&
    isNominal(line.words.replace(/\s?:$/, '')) &&
    !saysListOfPeople(line.words) &&
    !OF_A_POINT.test(plainLine(line.words)) &&
    !/\b(?:suit|suivante?s?|ci-dessous|dont|notamment)\s?:$/i.test(line.words)
  )
}

/** "Vote :", "Avantages :": what is told of a point, which is no other one; folded. */
const OF_A_POINT =
  /^(?:votes?|resultats?(?: du vote)?|pour|contre|abstentions?|(?:en )?conclusions?|remarques?|observations?|commentaires?|notes?|nb|rappels?|contexte|constats?|objectifs?|avantages?|inconvenients?|points? (?:forts?|faibles?|positifs?|negatifs?)|questions?|reponses?|discussions?|debats?|echanges?|interventions?|propositions?|motifs?|raisons?|exemples?|suites?(?: a donner)?|a faire) ?:$/

const FEWEST_SHOUTED = 4

/** So many lines may name the page. */
const HEAD = 8

function titlesOfOneLook(titles: readonly Line[], presence: number | null): Set<Line> {
  const isEnough = presence !== null && titles[0]?.bullet !== true
  return new Set(isEnough || titles.length >= FEWEST_UNLISTED ? titles : [])
}

function isOverSentences(line: Line | undefined): boolean {
  return (
    line?.type === 'paragraph' &&
    !line.bullet &&
    line.number === null &&
    line.text.length >= 60 &&
    /^\p{Lu}/u.test(line.text)
  )
}
