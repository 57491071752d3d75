import { saysClosed } from './closing-lines.ts'
import { datesIn } from './dates.ts'
import type { Line } from './lines.ts'
import { listedInLine } from './listed-in-line.ts'
import { MEETINGS } from './meeting-words.ts'
import { announcesNext } from './minutes/next-meeting.ts'
import { isHeaderLine, isShort } from './outline-lines.ts'
import { plainLine } from './plain-line.ts'

const ANCHOR =
  /^(?:projet d'|proposition d')?(?:l')?(?:ordre d[eu] jour|odj|points? a l'ordre du jour|(?:points|sujets|themes|questions) (?:abordes|abordees|traites|traitees|evoques|evoquees|discutes|discutees|du jour|a traiter|a aborder)|(?:objets?|objectifs?|buts?|contenu|plan) de (?:la |cette )?(?:reunion|seance)(?=$|\s?:)|deroulement(?: de (?:la |cette )?(?:reunion|seance))?(?=$|\s?:)|(?:les )?(?:points|sujets|themes|thematiques)(?: de (?:la |cette )?(?:reunion|seance))?(?=$|\s?:$)|sommaire(?=$|\s?:$)|(?:au )?programme(?! (?:de (?:la |l')|des? |du |d')(?!l[a']|journee|reunion|seance|matinee|rencontre|apres-midi|jour|seminaire|atelier|visite|\d))|au menu|deroule|agenda)(?: previsionnel| provisoire| propose| detaille)?\b/

const END = new RegExp(
  String.raw`^(?:(?:notes?|minutes|compte[- ]rendu|discussions?|echanges|releve (?:de|des) (?:decisions|notes))(?: (?:de (?:la )?(?:reunion|seance)|prises))?\s?:?$|pieces? jointes?|p\.?j\.?\b|documents? (?:joints?|annexes?|associes?|utiles|de reference|de seance|preparatoires?|a consulter|transmis)|annexes?\b|references?$|bibliographie$|liens(?: utiles)?$|prochaines? dates?\b|(?:date (?:de la |du ))?prochaine?s? (?:${MEETINGS})\b|(?:bien )?cordialement|(?:bien )?a vous\b|salutations|veuillez|je vous (?:prie|remercie)|nous vous (?:prions|remercions)|merci (?:de|d'|pour|par)|dans l'attente|reponse (?:attendue|souhaitee)|inscriptions?\b|je soussignee?\b|(?:bon pour )?(?:pouvoir|procuration)$|comptant sur|en vous (?:remerciant|souhaitant)|au plaisir de|(?:bien )?amicalement|a (?:tres )?bientot\b|bonne (?:journee|reception|lecture|fin)\b|(?:coupons?|talons?|bulletins?|volets?|partie|reponse) (?:de participation |de reponse |d'inscription )?a (?:retourner|renvoyer|detacher|decouper|completer)|contacts?\b(?! (?:sera|a ete|est|doit|va|pris)\b)|destinataires?\b|copies?\b\s?:|participants?\b|informations pratiques|pour (?:venir|s'y rendre|y aller|nous rejoindre)\b|modalites\b|acces\b|(?:ou )?(?:participez|rejoindre|rejoignez)\b|par telephone\b|pour (?:participer|rejoindre|vous connecter)|lien de connexion|visioconference\b|--$|_{3,}|[-–—=*. ]{6,}$)`,
)

/** Titles "Ordre du jour" of a file, at most. */
const MAX_ANCHORS = 5

/** Of minutes, the list right below "Ordre du jour": lines of one look, before the text begins. */
export function listBelow(region: readonly Line[]): Line[] {
  const [first] = region
  if (first === undefined) return []
  const isMarked = (line: Line) => line.number !== null || line.bullet
  const again = countedAgain(region)
  const isOther = (line: Line) =>
    line.type === 'heading' ||
    // "Urbanisme :" over what was said of it; "1." again, over the text.
    (!isMarked(first) && /:$/.test(line.text) && !/:$/.test(first.text)) ||
    again.has(line) ||
    isMarked(line) !== isMarked(first) ||
    (!isMarked(first) && !isShort(line)) ||
    (line.type !== first.type && (line.type === 'row' || first.type === 'row'))
  // "Commune", "Régie" below "✓ Vote des budgets": parts of an item.
  const isPart = (line: Line, at: number) => {
    if (!isMarked(first) || line.type === 'heading' || line.text.length > 60) return false
    if (/[.!?:;]$/.test(line.text) || END.test(plainLine(line.words))) return false
    const next = region.slice(at + 1, at + 6).find(isMarked)
    return next !== undefined && next.type === first.type && !again.has(next)
  }
  // The end of an item that ran over its line does not end the list.
  const end = region.findIndex((line, at) => {
    const [above, below] = [region[at - 1], region[at + 1]]
    const countsOn = Number(below?.number) === Number(above?.number) + 1
    const isRest =
      isMarked(first) &&
      line.type === 'paragraph' &&
      (/^\p{Ll}/u.test(line.text) || (countsOn && line.text.length <= 110)) &&
      below !== undefined &&
      !isOther(below)
    return isOther(line) && !isRest && !(!isMarked(line) && isPart(line, at))
  })
  return region.slice(0, end < 0 ? region.length : end)
}

/** Lines whose number stood before: "1." again, over the text. */
function countedAgain(region: readonly Line[]): Set<Line> {
  const seen = new Set<string>()
  return new Set(
    region.filter(({ number }) => {
      const isAgain = number !== null && seen.has(number)
      if (number !== null) seen.add(number)
      return isAgain
    }),
  )
}

/**
 * From the words "Ordre du jour" (or the start) to what usually follows an agenda; whether it is a part of the paper by
 * itself, without any text.
 */
export function findRegion(
  lines: readonly Line[],
  isMinutes: boolean,
  anchorAt: number,
): { region: Line[]; anchored: boolean; isSection: boolean } {
  const anchor = lines[anchorAt]
  const region: Line[] = []
  let seen = false
  let isSection = false
  const lastHeading = lines.findLastIndex(({ type }) => type === 'heading')
  // With nothing of its own, "Ordre du jour" stands over the headings of its level.
  const first = lines[anchorAt + 1]
  const isBare = anchor?.type === 'heading' && first?.type === 'heading' && first.level === anchor.level
  const lowest = (anchor?.level ?? 0) - (isBare ? 1 : 0)
  for (const [at, line] of lines.entries()) {
    if (at <= anchorAt) continue
    const isMarked = line.number !== null
    // "Veuillez excuser ce retard." in the text of minutes is no greeting: more of them follows.
    const isText = isMinutes && at < lastHeading && (line.type !== 'heading' || line.level > topOf(region))
    const isEnd =
      END.test(plainLine(line.words)) &&
      !isText &&
      !(isMinutes && (beginsBelow(lines, at, region) || countsOnBelow(lines, at, region))) &&
      !isAmongBullets(lines, at) &&
      !(isMinutes && isAmongHeadings(lines, at)) &&
      !(isMinutes && /^participant/.test(plainLine(line.words)))
    const higher = anchor?.type === 'heading' && line.type === 'heading' && line.level <= lowest
    if (seen && higher && (!isMarked || anchor.number !== null)) {
      isSection = region.every(({ text }) => text.length < 120 && !/\p{Ll}{3}[.!?]$/u.test(text))
      break
    }
    if (seen && !isMarked && isEnd) break
    // "Au programme :" over a list ends where the page goes on with another title.
    const isOther = !isMinutes && anchor !== undefined && anchor.type !== 'heading' && line.type === 'heading'
    if (seen && isOther && !isMarked && !line.timed && !region.some(({ type }) => type === 'heading')) break
    region.push(line)
    if (line.number !== null || line.bullet || line.timed || line.type === 'heading') {
      seen ||= !isHeaderLine(line)
    }
  }
  return { region, anchored: anchor !== undefined, isSection }
}

/** "Prochain bureau le 7 avril" in minutes told in short, over "1/ La charte". */
function beginsBelow(lines: readonly Line[], at: number, region: readonly Line[]): boolean {
  if (region.some(({ number }) => number !== null)) return false
  const [first, second] = lines.slice(at + 1).filter(({ number }) => number !== null)
  return first?.number === '1' && second?.number === '2'
}

/** "Pièces jointes : état des comptes" below "2. Comptes", and "3. Travaux" further down. */
function countsOnBelow(lines: readonly Line[], at: number, region: readonly Line[]): boolean {
  const last = Number(region.findLast(({ number, type }) => number !== null && type !== 'list')?.number)
  return (
    last > 0 && lines.slice(at + 1).some(({ number, type }) => type !== 'list' && Number(number) === last + 1)
  )
}

/** "Modalités de remise des relevés" among bullets of the same look is one of them. */
function isAmongBullets(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (line?.bullet !== true || !/\p{L}/u.test(line.words) || announcesNext(line.words)) return false
  const isAlike = (other: Line | undefined) =>
    other?.bullet === true && other.type === line.type && other.level === line.level
  const below = lines.slice(at + 1).find(({ level, type }) => level <= line.level || type === 'heading')
  const saysMore = line.words.split(' ').length >= 4 && !line.words.includes(':')
  return isAlike(below) || (saysMore && isAlike(lines[at - 1]))
}

/** "Contacts avec les écoles" among headings of its level is one; "Contacts" alone over addresses is not. */
function isAmongHeadings(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (line?.type !== 'heading' || line.words.includes(':') || announcesNext(line.words)) return false
  if (line.words.split(' ').length < 4) return false
  const isAlike = ({ type, level }: Line) => type === 'heading' && level === line.level
  return lines.slice(0, at).some(isAlike) && lines.slice(at + 1).some(isAlike)
}

function topOf(region: readonly Line[]): number {
  return Math.min(...region.flatMap(({ type, level }) => (type === 'heading' ? [level] : [])))
}

/** The agenda that minutes propose for the next meeting, by name or by a day that is not theirs. */
function isOfNext(lines: readonly Line[], at: number, isMinutes: boolean): boolean {
  if (isMinutes && announcesNext(lines[at]?.words ?? '')) return true
  const near = lines.slice(Math.max(0, at - 4), at + 1)
  return (
    near.some(({ words }) => words.length <= 80 && announcesNext(words)) &&
    !(isMinutes && isToldBelow(lines, at))
  )
}

/** The subjects that stand right below come again over their text: they are those of this meeting. */
function isToldBelow(lines: readonly Line[], at: number): boolean {
  const list = listBelow(lines.slice(at + 1)).map(({ words }) => plainLine(words))
  const titles = lines
    .slice(at + 1 + list.length)
    .flatMap(({ type, number, words }) => (type === 'heading' || number !== null ? [plainLine(words)] : []))
  const told = list.filter((subject) =>
    titles.some((title) => title.length >= SHORTEST && subject.startsWith(title)),
  )
  return told.length >= 2
}

/** A title of fewer letters may begin anything. */
const SHORTEST = 8

/** Words of a sentence that lead to an agenda below it. */
const ANNOUNCES =
  /\b(?:suivante?s?|ci-(?:dessous|apres|joint)|voici|vous trouverez|trouver|convie|invite|convoque|prie|aura lieu|se tiendra|se reunira|sera|seront|porte(?:ra)? sur|comprend)\b|\b(?:convi|invit|convoqu)\p{L}+/u

function announcesAtEnd(line: Line): boolean {
  return /[.!?…] (?:au menu|au programme|a l'ordre du jour)\s?:$/.test(plainLine(line.words))
}

/** "Ordre du jour" as a title, numbered or not, or in a line that announces it. */
export function isAnchor(line: Line): boolean {
  const folded = plainLine(line.words).replace(/(?<![\s:.!])[\s:.!]+$/, '')
  // "Plus rien n’étant à l’ordre du jour" ends a meeting.
  if (
    saysClosed(folded) ||
    /\bordre du jour (?:etant (?!le suivant|la suivante)|ayant|a ete (?!le suivant)|est (?!le suivant|la suivante|compose|constitue))\b/.test(
      `${folded} `,
    )
  )
    return false
  if (line.number !== null || line.bullet) return ANCHOR.exec(folded)?.[0] === folded
  // A long sentence speaks of an agenda, unless its end announces it.
  const isLong =
    line.words.length > 140 &&
    !/(?::|suivante?s? ?\.?|ci-(?:dessous|apres|joint) ?\.?)$/.test(plainLine(line.words))
  const isSentence = /\p{Ll}{3}[.!?]$/u.test(line.text) && line.words.length > 60 && !ANNOUNCES.test(folded)
  // "Ordre du jour : le bilan, le budget."
  const isTitle = (!isLong && !isSentence) || listedInLine(line).length > 1
  if (isTitle && (ANCHOR.test(folded) || /\bordre d[eu] jour\b/.test(folded))) return true
  // "Tout le monde est assis. Au menu :", "Retrouvons-nous pour parler de :"
  if (announcesAtEnd(line) || (/:$/.test(line.words) && LEADS.test(folded))) return true
  // "Nous parlerons de :" announces an agenda without its name.
  return (
    /:\s*$/.test(line.words) &&
    /\b(?:(?:nous allons|on va) (?:parler|aborder|traiter)|nous (?:parlerons|aborderons|traiterons|evoquerons|examinerons)|seront (?:abordes|traites|examines))\b/.test(
      folded,
    )
  )
}

/** Titles of an agenda in the file, by their place; those of the next meeting's are none. */
export function anchorsOf(lines: readonly Line[], isMinutes: boolean): number[] {
  const anchors = [...lines.entries()].flatMap(([at, line]) =>
    isAnchor(line) && !isOfNext(lines, at, isMinutes) ? [{ at, line }] : [],
  )
  // "Objectif de la séance" over what it was for, as a part of the text among others.
  const isAim = ({ at, line }: { at: number; line: Line }) => {
    const [below, next] = [lines[at + 1], lines[at + 2]]
    return (
      line.type === 'heading' &&
      AIM.test(plainLine(line.words)) &&
      below?.type === 'paragraph' &&
      /\p{Ll}{3}\.$/u.test(below.text) &&
      next?.type === 'heading' &&
      next.level === line.level
    )
  }
  // "Déroulement de la réunion" over minutes whose agenda has its own title.
  const isTold = ({ line }: { line: Line }) => /^deroul/.test(plainLine(line.words))
  const hasOwn =
    isMinutes &&
    anchors.some(
      (one) =>
        !isTold(one) &&
        /\b(?:ordre du jour|odj)\b/.test(plainLine(one.line.words)) &&
        anchorKind(one.line) === 'title',
    )
  return anchors
    .flatMap((one) =>
      (hasOwn && isTold(one)) || (isMinutes && (isAim(one) || isCalendar(lines, one.at))) ? [] : [one.at],
    )
    .slice(0, MAX_ANCHORS)
}

/** "Agenda" over "5 mars : salon", "9 octobre : congrès": what lies ahead. */
function isCalendar(lines: readonly Line[], at: number): boolean {
  if (!/^agenda\b/.test(plainLine(lines[at]?.words ?? ''))) return false
  const below = lines.slice(at + 1, at + 4)
  return below.filter(({ text }) => datesIn(text)[0]?.index === 0).length * 2 > below.length
}

/** However long the sentence is that ends so. */
const LEADS =
  /\b(?:(?:ordre du jour|points|sujets|themes|questions) (?:(?:est|etait|sera|sont) )?(?:le |les )?suivante?s?|(?:pour|afin d[e']) ?(?:parler|discuter|echanger|traiter|aborder|evoquer|examiner|faire le point)(?: de| des| d'| sur)?)$/

/** What a meeting is for, rather than what it speaks of. */
export const AIM = /^(?:objets?|objectifs?|buts?) (?:de (?:la |cette )?(?:reunion|seance))\s?:?$/

const NAMED = /^(?:l')?(?:ordre d[eu] jour|odj)\b/

/** Whether the line is such a title alone, or says more; null where there is none. */
export function anchorKind(line: Line | undefined): 'title' | 'mention' | null {
  if (line === undefined) return null
  const words = plainLine(line.words)
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/(?<![\s:.!])[\s:.!]+$/, '')
  const leads = /:\s*$/.test(line.words) && (line.words.length <= 80 || LEADS.test(words))
  // "Ordre du jour – déroulé de la séance"
  const isHeading = line.type === 'heading' && line.level > 1 && words.length <= 60 && NAMED.test(words)
  return ANCHOR.exec(words)?.[0] === words || announcesAtEnd(line) || leads || isHeading ? 'title' : 'mention'
}

/** Usually follows an agenda. */
export function endsAgenda(line: Line): boolean {
  return END.test(plainLine(line.words))
}

/** "I Tarifs" right below "V Divers": the text in its parts, unless they are those of the list. */
export function beginsOver(
  kept: readonly { line: Line; depth: number | null }[],
  { number, type, words }: Line,
): boolean {
  const [first, last] = [kept[0]?.line, kept.at(-1)]
  return (
    /^[1I]$/.test(number ?? '') &&
    last?.depth === 0 &&
    last.line.type === type &&
    /^(?:[2-9]|\d\d|I[IV]+|[VX]+I*)$/.test(last.line.number ?? '') &&
    plainLine(first?.words ?? '') !== plainLine(words)
  )
}
