import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import { wholeDuration } from './durations.ts'
import { isHeaderLabel, LABEL, type Line } from './lines.ts'
import { hasVerb, isNominal } from './nominal.ts'
import { onlyPersons, saysWhoPresents } from './people.ts'
import { plainLine } from './plain-line.ts'

/** "A. Qualité de l’eau", "B. Factures": letters in their order over short lines are those of items, not initials of names. */
export function areLettered(region: readonly Line[]): Set<Line> {
  return new Set([...areLetters(region), ...areRomans(region)])
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/** "I. Choix de la carte", "II. Calendrier": not the initials of somebody. */
function areRomans(region: readonly Line[]): Line[] {
  const lines = region.filter(({ type, number }) => type === 'paragraph' && ROMANS.includes(number ?? ''))
  return lines.length > 1 && lines.every(({ number }, at) => number === ROMANS[at]) ? lines : []
}

function areLetters(region: readonly Line[]): Set<Line> {
  const lines = region.filter((line) => line.type === 'paragraph' && /^\p{Lu}$/u.test(line.number ?? ''))
  const inOrder = lines.every((line, at) => line.number === String.fromCharCode(65 + at))
  const areTitles = lines.every(({ text }) => text.length <= 100 && !/[.!?]$/.test(text))
  return new Set(inOrder && areTitles && lines.length > 1 ? lines : [])
}

export const FEWEST_UNLISTED = 3
/** So long is no title, whatever it ends with. */
export const LONG_TEXT = 120
/** Lines that begin with their hour, one right below the other: the first such list. */
export function hoursInRow(region: readonly Line[]): Line[] {
  const from = region.findIndex(({ timed }) => timed)
  const rest = from < 0 ? [] : region.slice(from)
  const end = rest.findIndex(({ timed }) => !timed)
  return end < 0 ? rest : rest.slice(0, end)
}

/** "Retour sur les actions :" alone over bullets or sentences, where minutes have no other titles. */
export function labelsOverText(region: readonly Line[]): Set<Line> {
  const isLabel = (line: Line | undefined) =>
    line !== undefined &&
    line.type === 'paragraph' &&
    line.number === null &&
    !line.bullet &&
    line.text.length <= 80 &&
    /^\p{Lu}(?:[^:;.!?«]|«[^«»:]*»)*\s?:$/u.test(line.text)
  const runIn = region.filter((line) => labelOf(line) !== null)
  const texts = region.filter(
    ({ type, text }) => (type === 'paragraph' || type === 'list') && text.length >= LONG_TEXT,
  )
  const isText = new Set(texts)
  const long = runIn.filter((line) => isText.has(line))
  // "Retour sur les actions : il a été dit que…", one such line after another: most of the text begins so.
  if (long.length >= FEWEST_UNLISTED && long.length * 3 >= texts.length * 2)
    return new Set([...long, ...besideInList(region, long)].sort((one, other) => one.block - other.block))
  const subjects = levelsOfSubjects(region)
  const alone = region.filter((line, at) => {
    const below = region[at + 1]
    const words = line.text.replace(/(?<!\s)\s*:$/, '')
    const isNobody = !onlyPersons(words.replace(/\s*\([^()]*\)$/, '')) && !isHeaderLabel(words)
    const leads = /\b(?:suit|suivante?s?|ci-dessous|dont|notamment)$/i.test(words)
    if (isBulletOver(line, below, subjects)) return isNobody && !saysListOfPeople(words)
    return isLabel(line) && below !== undefined && !leads && isNobody && !saysListOfPeople(words)
  })
  // Some alone over their text, some at its beginning: two thirds of the text stand under one.
  const labels = new Set<Line | undefined>([...runIn, ...alone])
  const isAlone = new Set<Line | undefined>(alone)
  const rest = region.filter(
    (line, at) => isText.has(line) && !labels.has(line) && !isAlone.has(region[at - 1]),
  )
  const count = runIn.length + alone.length
  const areAll = runIn.length > 0 && count >= FEWEST_MIXED && count >= 2 * rest.length
  return new Set(areAll ? [...runIn, ...alone].sort((one, other) => one.block - other.block) : alone)
}

const FEWEST_MIXED = 4

/** "Logo : voté" between "Le car : le loueur a dit que…": short ones of one list, all of whose bullets say what they are about. */
function besideInList(region: readonly Line[], long: readonly Line[]): Line[] {
  const [first] = long
  if (first?.bullet !== true) return []
  const start = region.indexOf(first)
  const end = region.slice(start).findIndex(({ bullet }) => !bullet)
  const own = region
    .slice(start, end < 0 ? undefined : start + end)
    .filter(({ level }) => level === first.level)
  const areAll = own.every(({ words }) => /^\p{Lu}(?:[^:.;!?]|\.(?=\S)){2,59}\s?:\s+\S/u.test(words))
  return areAll ? own.filter((line) => !long.includes(line)) : []
}

/** "Retour sur les actions : il a été dit que…", "LE LOCAL : un tri est fait": the label over what it begins. */
export function labelOf(line: Line): string | null {
  if (line.type !== 'paragraph' && line.type !== 'list') return null
  const stopped = stoppedLabel(line)
  if (stopped !== null) return stopped
  const [, label = '', text = ''] =
    /^(\p{Lu}(?:[^:.;,!?«]|«[^«»:]*»){3,59}?)\s?:\s+(\S.*)$/u.exec(line.words) ?? []
  const isShouted = /^[^\p{Ll}]{6,}$/u.test(label) && text.length >= SHORT_TEXT
  if (label === '' || (line.text.length < LONG_TEXT && !isShouted)) return null
  // In capitals an article is no subject, and "A" no verb; "Le local" has none.
  const isSubject = isShouted
    ? label.split(' ').length <= MOST_WORDS
    : (isNominal(label) || /^(?:l[ea]s? |l[’'])\S+$/iu.test(label)) &&
      !/^(?:c[’']est|ce|cela|il|elle|on|nous|ils|elles)\s/iu.test(label)
  return !isSubject || isHeaderLabel(label) || onlyPersons(label) || saysListOfPeople(label) ? null : label
}

/** "Les familles. Zoé donne les chiffres": a few words without a verb, and then the text. */
function stoppedLabel({ words, text }: Line): string | null {
  const label = /^(\p{Lu}[^:.;,!?«»()]{3,45})\.\s+(?=\p{Lu})/u.exec(words)?.[1] ?? ''
  const isSubject =
    label !== '' &&
    text.length >= LONG_TEXT &&
    label.split(' ').length <= MOST_WORDS &&
    !hasVerb(label) &&
    !/^(?:on|nous|ils?|elles?|je|ce|cela|merci|bonjour|c[’'])/iu.test(label)
  return isSubject && !isHeaderLabel(label) && !onlyPersons(label) && !saysListOfPeople(label) ? label : null
}

const MOST_WORDS = 6

/** Under a label in capitals. */
const SHORT_TEXT = 30

/** A short bullet over deeper ones, or one that ends with a colon over a text. */
function isBulletOver(line: Line, below: Line | undefined, subjects: ReadonlySet<number>): boolean {
  if (!isShortBullet(line) || below === undefined) return false
  return below.bullet
    ? isOverDeeper(line, below) && subjects.has(line.level)
    : below.type === 'paragraph' && (/:$/.test(line.words) || below.text.length >= LONG_TEXT)
}

const isShortBullet = ({ bullet, type, words }: Line) =>
  bullet && type === 'list' && words.length <= 80 && !/[.!;,]$/.test(words)

const isOverDeeper = (line: Line, below: Line | undefined) =>
  below?.type === 'list' && below.bullet && below.level > line.level

/**
 * The levels of nested bullets that are subjects: the first that has two over deeper ones, and below it each at which two thirds
 * are short and over deeper ones too. What stands deeper was said.
 */
function levelsOfSubjects(region: readonly Line[]): ReadonlySet<number> {
  const counts = new Map<number, { all: number; over: number }>()
  for (const [at, line] of region.entries())
    if (line.type === 'list' && line.bullet) {
      const { all, over } = counts.get(line.level) ?? { all: 0, over: 0 }
      const isOver = isShortBullet(line) && isOverDeeper(line, region[at + 1])
      counts.set(line.level, { all: all + 1, over: over + Number(isOver) })
    }
  const levels = [...counts].sort(([one], [other]) => one - other)
  const first = levels.findIndex(([, { over }]) => over >= 2)
  if (first < 0) return new Set([0])
  const below = levels.slice(first + 1)
  const end = below.findIndex(([, { all, over }]) => over < FEWEST_UNLISTED || over * 3 < all * 2)
  return new Set(levels.slice(first, end < 0 ? undefined : first + 1 + end).map(([level]) => level))
}

/** "Présents", "Décisions", "Prochaine réunion": what minutes list beside their agenda. */
export function saysListOfPeople(words: string): boolean {
  return /^(?:(?:liste des |membres )?(?:participante?s?|presente?s?|excuse?e?s?|absente?s?|invite?e?s?|decisions?|actions?|prochaine?s?|assistent|assistai(?:en)?t)\b|(?:[a-z']+ ){1,4}(?:presente?s|excusee?s|absente?s)\b)/.test(
    plainLine(words),
  )
}

/** "Lieu : …", "Visio : …": says something of the meeting, wherever it stands. */
export function isHeaderLine(line: Line): boolean {
  if (line.number !== null) return false
  const [day, ...days] = line.text.length <= 40 ? datesIn(line.text) : []
  // A day alone, or with its hours, is that of the meeting.
  if (day?.index === 0 && days.length === 0) {
    const rest = line.text.slice(day.length)
    const [hours] = timesIn(rest)
    const [before, after] =
      hours === undefined ? [rest, ''] : [rest.slice(0, hours.index), rest.slice(hours.index + hours.length)]
    if (!/[\p{L}\d]{2}/u.test(before + after)) return true
  }
  if (OPENS_OR_CLOSES.test(plainLine(line.words)) || SITS.test(plainLine(line.words))) return true
  const label = LABEL.exec(line.words)?.[1]
  if (label === undefined || isProperty(line)) return false
  return isHeaderLabel(label) || SAYS_WHO_CAME.test(plainLine(label))
}

/** "Début à 19h45": no item begins with its hour. */
const OPENS_OR_CLOSES =
  /^(?:debut|fin|ouverture|cloture|levee)(?: de (?:la |l')?(?:seance|reunion|assemblee|ag))? ?(?:a|:|vers)? ?\d{1,2} ?[h:]/

/** "Atelier à distance, de 9h à 11h": how or on which day it sits; "Atelier 2, de 9h à 11h" is an item. */
const SITS =
  /^(?:seance|reunion|rencontre|atelier)\b[^.:;]{0,20}\b(?:a distance|en (?:visio\w*|ligne|presentiel|salle)|sur place|hybride|mixte|(?:du|le) (?:\w+di |dimanche )?\d{1,2})\b[^.:;]{0,20}\b(?:de|d') ?\d{1,2} ?h ?\d{0,2} (?:a|-) \d{1,2} ?h/

/** "Membres présents : …", "Quorum : atteint". */
const SAYS_WHO_CAME =
  /^(?:quorum|pouvoirs?|procurations?|votants?|nombre de (?:votants?|presents?|membres?)|(?:[a-z']+ ){0,4}(?:presents?|presentes?|excusee?s?|absente?s?)|(?:secretaire|president|presidente) de seance)$/

/** "Rapporteur : …", "Durée : 30 min": says something of the item above. */
export function isProperty(line: Line): boolean {
  const folded = plainLine(line.words).replace(/(?<![.\s])[.\s]+$/, '')
  return (
    /^(?:duree\s?:|nature\s?:|pour (?:information|avis|decision|validation|echanges?|concertation|approbation)$)/.test(
      folded,
    ) ||
    saysWhoPresents(line.words) ||
    (/^[(\d½¼]/.test(folded) && wholeDuration(folded.replace(/^\((.*)\)$/, '$1')) !== null)
  )
}

/** "Questions diverses :" below numbered items, itself without a number. */
export function isSundry(line: Line): boolean {
  return (
    line.type !== 'row' &&
    !line.bullet &&
    /^(?:(?:questions?|points?|informations?|sujets?|affaires?) diverse?s?|divers)\s?[:.]?$/.test(
      plainLine(line.words),
    )
  )
}

export function isBreak(line: Line): boolean {
  return line.words.length < 60 && /^(?:pause|dejeuner|accueil|buffet)\b/.test(plainLine(line.words))
}

/** "Pause" or "Questions diverses" between items that have their hours, itself without one. */
export const isBesideItems = (line: Line): boolean =>
  line.number === null && !line.bullet && (isBreak(line) || isSundry(line))

/** A line that can be a subject: short, no sentence, no greeting, no address. */
export function isShort(line: Line): boolean {
  if (line.type === 'row' || line.text.length < 4 || line.text.length > 160) return false
  if (/^(?:bonjour|mesdames|messieurs|madame|monsieur|cher|chere|chers|cheres)\b/.test(plainLine(line.text)))
    return false
  // "→ DGX : étude" is something to do.
  // "Qui sommes-nous ?" is a subject too.
  const isSentence = /[.!]$/.test(line.text) || (line.text.endsWith('?') && line.text.length > 80)
  return !/https?:|@|^(?:=>|->|→|➔|➜|►)/.test(line.text) && !isSentence
}

/** A first item speaks of another day's minutes. */
export const APPROVES = /^(?:\d[\d.)]* ?)?(?:approbation|adoption|validation|compte rendu|proces verbal)\b/

/** "CONSEIL MUNICIPAL DU 25 MAI 2026" over the text. */
export function namesMeeting({ type, words }: Line): boolean {
  const [day] = datesIn(words)
  return (
    type === 'heading' &&
    day !== undefined &&
    words.length <= 90 &&
    !APPROVES.test(plainLine(words)) &&
    /^(?:conseil|comite|bureau|assemblee|reunion|seance|commission|ca|ag|copil)\b/.test(plainLine(words))
  )
}
