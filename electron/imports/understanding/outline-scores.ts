import { timesIn, wholeTime } from './clock-times.ts'
import { datesIn } from './dates.ts'
import { isHeaderLabel, LABEL, type Line } from './lines.ts'
import { isNominal } from './nominal.ts'
import { AIM, anchorKind, isAnchor } from './outline-region.ts'
import { isThing, onlyPersons } from './people.ts'
import { plainLine } from './plain-line.ts'

/** One way to read the agenda of a file: its lines of the first level, and from where they were taken. */
export type Candidate = {
  /** Words of the items of the first level. */
  titles: readonly Line[]
  mode: 'table' | 'headings' | 'numbers' | 'times' | 'bullets' | 'plain' | 'over-text' | 'labels'
  /** "Ordre du jour" alone as a title, in a line that says more, or nowhere. */
  anchor: 'title' | 'mention' | null
  /** It is what the order of the rules alone would have taken. */
  isFirst: boolean
  /** It is the list right below the anchor, and nothing of the text that follows. */
  isTight: boolean
  /** Its first item is the first line below the anchor. */
  opens: boolean
  /** A sentence right above its first item leads to it: "Les buts sont :". */
  isLed: boolean
  /** Headings stand among its items, which are none of them: each lists what is said under its own. */
  isParted: boolean
  /** Some of its items stand below others. */
  hasParts: boolean
  /** Where its first item stands in the file, from 0 to 1. */
  place: number
}

export type Score = { reason: string; points: number }

/** Folded words of every line of the file, with how often each is said. */
export type Said = ReadonlyMap<string, number>

export function saidIn(lines: readonly Line[]): Said {
  const said = new Map<string, number>()
  for (const line of lines) {
    const words = bare(line)
    if (words.length >= 4) said.set(words, (said.get(words) ?? 0) + 1)
  }
  return said
}

/** What agendas look like, one thing each; the sum compares candidates of one file with each other and says nothing alone. */
export function scoresOf(candidate: Candidate, said: Said): Score[] {
  return SCORES.flatMap((score) => {
    const found = score(candidate, said)
    return found.points === 0 ? [] : [found]
  })
}

export function pointsOf(candidate: Candidate, said: Said): number {
  return scoresOf(candidate, said).reduce((sum, { points }) => sum + points, 0)
}

/** What nothing announces may be anything: it must look like an agenda by itself, and be no longer than one is. */
export function leastOf({ anchor, mode, titles }: Candidate): number {
  // A list of names is who was there, whatever announces it.
  if (share(titles, (line) => onlyPersons(line.words) || LISTED.test(line.words)) > MOST_PERSONS)
    return Number.POSITIVE_INFINITY
  if (isCalendar(titles)) return Number.POSITIVE_INFINITY
  // A long list that is numbered and spoken of is one: councils have thirty items.
  const isToldOf = anchor === 'title' || (anchor === 'mention' && mode === 'numbers')
  if (!isToldOf && titles.length > MOST_UNANNOUNCED) return Number.POSITIVE_INFINITY
  if (anchor !== null) return 0
  // Numbers that begin again number parts of a text.
  if (mode === 'numbers' && beginsAgain(titles)) return Number.POSITIVE_INFINITY
  return mode === 'bullets' ? LEAST_OF_BULLETS : LEAST_UNANNOUNCED
}

/** "5 mars 2026 : salon", "9 octobre 2026 : congrès": what lies ahead in several months is no meeting. */
function isCalendar(titles: readonly Line[]): boolean {
  const days = titles.flatMap(({ text }) => {
    const [first] = datesIn(text)
    return first?.index === 0 && first.date !== null ? [first.date] : []
  })
  return days.length * 2 > titles.length && new Set(days.map((day) => day.slice(0, 7))).size > 1
}

function beginsAgain(titles: readonly Line[]): boolean {
  const numbers = titles.flatMap(({ number }) => (/^\d{1,2}$/.test(number ?? '') ? [Number(number)] : []))
  // Programs print 1 over each part whose list is its own.
  const areAll = numbers.every((number) => number === 1)
  // One that is there twice is a slip of the pen.
  const isAgain = (number: number, above: number) => number < above || (number === 1 && above === 1)
  return !areAll && numbers.some((number, at) => at > 0 && isAgain(number, numbers[at - 1] ?? 0))
}

const MOST_PERSONS = 0.5
const MOST_UNANNOUNCED = 25
const LEAST_OF_BULLETS = 3
const LEAST_UNANNOUNCED = 2

const SCORES: readonly ((candidate: Candidate, said: Said) => Score)[] = [
  first,
  announced,
  below,
  late,
  count,
  short,
  sentences,
  blind,
  aboutTheMeeting,
  persons,
  again,
  nested,
  alike,
  order,
  parts,
  hours,
  parted,
]

/** The rules were made on many files: another reading must be clearly better. */
function first({ isFirst }: Candidate): Score {
  return { reason: 'the rules take it', points: isFirst ? 1.5 : 0 }
}

function announced({ anchor }: Candidate): Score {
  return {
    reason: 'under "Ordre du jour"',
    points: anchor === 'title' ? 1.5 : anchor === 'mention' ? 0.3 : 0,
  }
}

/** What stands right under "Ordre du jour" is what it announces. */
function below({ isTight, titles, anchor, opens, place, isLed, mode }: Candidate): Score {
  // What a sentence of the text lists is what it says.
  if (isLed && mode === 'bullets' && !opens) return { reason: 'listed by a sentence', points: -3.5 }
  const isElsewhere = anchor === 'title' && !opens
  // A list of hours over everything else needs no title.
  if (isTight && anchor === null) return { reason: 'right below the title', points: place < 0.1 ? 1 : 0 }
  return { reason: 'right below it', points: isElsewhere ? -1 : isTight && titles.length > 1 ? 0.8 : 0 }
}

/** What minutes list over their signatures was listed before. */
function late({ anchor, place }: Candidate): Score {
  return { reason: 'at the end of the file', points: anchor !== null && place > 0.6 ? -1 : 0 }
}

/** Three to twenty-five. */
function count({ titles: { length } }: Candidate): Score {
  const points = length > 40 ? -3 : length > 25 ? -1 : length >= 3 ? 1 : length === 2 ? 0.3 : -0.5
  return { reason: `${length} items`, points }
}

function short({ titles }: Candidate): Score {
  return { reason: 'short titles', points: 1.5 * share(titles, ({ words }) => words.length <= 110) }
}

/** "Le bureau craint que la salle soit trop petite." is no subject. */
function sentences(candidate: Candidate): Score {
  return { reason: 'sentences', points: -2.5 * sentencesOf(candidate) }
}

/** Of so many titles that are sentences, a text that nothing announces is made. */
const MOST_SENTENCES = 0.4

export function areSentences(candidate: Candidate): boolean {
  return sentencesOf(candidate) >= MOST_SENTENCES
}

function sentencesOf({ titles, anchor, opens, mode }: Candidate): number {
  // Right under "Ordre du jour" a full stop or a comma is only the writer's way; so is a semicolon at the end of half of
  // them, where none goes on with a sentence above: "décide : 1. d’approuver la convention ;".
  const areParted =
    share(titles, ({ words }) => /;$/.test(words)) >= 0.5 &&
    !titles.some(({ words }) => /^\p{Ll}/u.test(words))
  const isList = anchor === 'title' && opens
  const isSentence = ({ words }: Line) =>
    words.length > 160 ||
    // The end of a sentence that the page parts is no heading.
    (mode === 'headings' && /^\p{Ll}{2}/u.test(words) && words.split(' ').length > 5) ||
    (words.length > (isList ? 110 : 50) &&
      /[^.][.!]$/.test(words) &&
      (words.length > 110 || mode === 'bullets' || !isNominal(words))) ||
    (!isList && !areParted && /[,;]$/.test(words))
  return share(titles, isSentence)
}

/** A candidate that takes the title of the agenda for one of its items has not seen it. */
function blind({ titles }: Candidate): Score {
  const isBlind = titles.some(
    (line) => !AIM.test(plainLine(line.words)) && anchorKind(isAnchor(line) ? line : undefined) === 'title',
  )
  return { reason: 'one of its items is the title of an agenda', points: isBlind ? -2.5 : 0 }
}

/** Parts of a paper about a meeting that are no subjects of it. */
const SECTION =
  /^(?:modalites(?: pratiques)?|participante?s?|(?:membres )?(?:presente?s?|excusee?s?|absente?s?|invitee?s?)|objectifs?(?: de (?:la |cette )?(?:reunion|seance))?|informations? (?:generales?|pratiques?|(?:sur|de) (?:la |le |cette )?(?:seance|reunion|rencontre))|acces|lieu|date(?:s| et lieu)?|horaires?|contacts?|inscriptions?|documents?(?: (?:support|joints?|utiles|associes?|de reference).*)?|pieces jointes|annexes?|comptes?[- ]rendus?(?: de (?:la )?(?:reunion|seance))?|notes?|contexte|introduction|signatures?|emargements?|(?:president|secretaire)e? de seance|(?:\d{1,2} ?(?:er|re|ere|e|eme)|premiere|deuxieme|troisieme|quatrieme|cinquieme|sixieme|derniere)? ?(?:deliberation|resolution|decision)(?: (?:n ?° ?|numero )?\d{1,3})?)\s?:?$/

/** "Pour : 7", "Voix contre : 0" */
const COUNT = /^(?:votes? |voix )?(?:pour|contre|abstentions?|blancs?|nuls?|votants?|oui|non) ?: ?\d/

/** Its day, its hours, its place, when it opened and closed. */
function aboutTheMeeting({ titles }: Candidate): Score {
  return { reason: 'what is said of the meeting', points: -3 * share(titles, isAbout) }
}

function isAbout(line: Line): boolean {
  const words = plainLine(line.words).replace(
    /^(?:\d{1,2} ?[h:] ?\d{0,2}|\d{1,2} heures?(?: \d{2})?)[\s,:–-]*/,
    '',
  )
  const label = LABEL.exec(line.words)?.[1]
  return (
    wholeTime(line.words) !== null ||
    SECTION.test(words) ||
    COUNT.test(words) ||
    /^(?:par|en|via|acces|lien|rejoindre) .*\b(?:visio\w*|teams|zoom|audio\w*)\b/.test(words) ||
    /^(?:debut|fin|ouverture|cloture|levee)(?: de (?:la |l'))(?:reunion|seance|assemblee)/.test(words) ||
    /^(?:arrivee|depart|sortie|retour) (?:de |d'|du |des )/.test(words) ||
    /\b(?:se reunira|aura lieu|se tiendra)\b/.test(words) ||
    (label !== undefined && isHeaderLabel(label)) ||
    (datesIn(line.words).length > 0 && timesIn(line.words).length > 0)
  )
}

/** "ODILE VASSEUR": no title of two words stands in capitals among others. */
const IN_CAPITALS = /^\p{Lu}{2,}(?:-\p{Lu}{2,})? \p{Lu}{2,}(?:[ -]\p{Lu}{2,})?$/u

/** "CHOIX DES ADJOINTS": words that a name has hardly. */
const LINKED = /\s(?:DES|AU|AUX|ET|SUR|POUR|EN|PAR)\s/u

/** "DE ROY Anne Humaniste (nouvelle)": a name as lists write it, before what they sit for. */
const LISTED = /^(?:\p{Lu}[\p{Lu}’'-]{1,}\s){1,3}\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:$|\s[\p{Lu}(])/u

function persons({ titles, mode }: Candidate): Score {
  // Before a colon and a text capitals are no name.
  const isName = mode === 'labels' ? ({ words }: Line) => onlyPersons(words) : isSomebody
  return { reason: 'names of persons', points: -3 * share(titles, isName) }
}

function isSomebody({ words }: Line): boolean {
  const isCalled = (IN_CAPITALS.test(words) && !LINKED.test(words)) || LISTED.test(words)
  return onlyPersons(words) || (isCalled && !isThing(words))
}

/** Titles that stand in a list and come again over their part of the text. */
function again({ titles }: Candidate, said: Said): Score {
  const same = repeated(titles)
  const twice = share(titles, (line) => (said.get(bare(line)) ?? 0) > 1 && !same.has(bare(line)))
  return { reason: 'titles that come again', points: titles.length > 1 ? 2 * twice : 0 }
}

/** The list under "Ordre du jour" says more than the headings of the text that repeat its first level. */
function nested(candidate: Candidate, said: Said): Score {
  const { hasParts, isTight, opens, anchor } = candidate
  const isAgain = again(candidate, said).points >= 1
  const points = hasParts && isTight && opens && anchor === 'title' && isAgain ? 0.7 : 0
  return { reason: 'a list with its parts', points }
}

/** "Rapport" over the text of each act: a part of every subject, and none of them. */
function alike({ titles }: Candidate): Score {
  const same = repeated(titles)
  return { reason: 'one title for several', points: -3 * share(titles, (line) => same.has(bare(line))) }
}

/** Said more often than in a list and over its text; without a number a title stands in an agenda once. */
function repeated(titles: readonly Line[]): Set<string> {
  const numbered = new Set(titles.flatMap((line) => (line.number === null ? [] : [bare(line)])))
  return new Set(
    [...saidIn(titles)].flatMap(([words, count]) => (count > (numbered.has(words) ? 2 : 1) ? [words] : [])),
  )
}

/** 1, 2, 3: nothing left out. */
function order(candidate: Candidate): Score {
  return { reason: 'numbered in order', points: isInOrder(candidate) ? 1 : 0 }
}

export function isInOrder({ titles, mode }: Candidate): boolean {
  const numbers = titles.map(({ number }) => Number(/^\d{1,2}$/.exec(number ?? '')?.[0] ?? Number.NaN))
  const isRising = numbers.every((number, at) => number === at + 1)
  const areLetters = titles.every(({ number }, at) => number === String.fromCharCode(65 + at))
  return mode !== 'times' && numbers.length > 1 && (isRising || areLetters)
}

/** A table that names its columns is an agenda by itself; a document with headings is parted by them. */
function parts({ mode, titles }: Candidate): Score {
  return {
    reason: 'headings',
    points: mode === 'table' ? 1 : mode === 'headings' && titles.length >= 3 ? 0.7 : 0,
  }
}

/** Bullets below one heading after another are parts of what these name. */
function parted({ isParted, mode, anchor }: Candidate): Score {
  return {
    reason: 'parted by headings',
    points: isParted && mode === 'bullets' && anchor === null ? -2.5 : 0,
  }
}

/** Hours that rise. */
function hours({ titles, mode }: Candidate): Score {
  if (mode !== 'times') return { reason: '', points: 0 }
  const starts = titles.flatMap(({ words }) => timesIn(words)[0]?.start ?? [])
  const rises = starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? ''))
  if (starts.length <= 2 || !rises) return { reason: 'hours that do not rise', points: -1 }
  // Who came and left at which hour is a record of the meeting.
  const isRecord = share(titles, isAbout) > 0.3
  return { reason: 'hours that rise', points: isRecord ? 0 : starts.length > 3 ? 2 : 1 }
}

function share(lines: readonly Line[], test: (line: Line) => boolean): number {
  return lines.length === 0 ? 0 : lines.filter(test).length / lines.length
}

function bare(line: Line): string {
  return plainLine(line.words)
    .replace(/[^a-z0-9]+$/, '')
    .slice(0, 60)
}
