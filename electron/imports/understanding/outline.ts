import { saysClosed, withoutClosing } from './closing-lines.ts'
import { wholeDuration } from './durations.ts'
import { fold } from './fold.ts'
import { isHeaderLabel, LABEL, type Line } from './lines.ts'
import { joinLone } from './lone-lines.ts'
import { MEETINGS } from './meeting-words.ts'
import { onlyPersons, saysWhoPresents } from './people.ts'

export type Outline = {
  /** Items, and under them the paragraphs that belong to them (depth null). */
  lines: readonly { line: Line; depth: number | null }[]
  confidence: number
}

type Mode = 'headings' | 'numbers' | 'times' | 'bullets' | 'plain' | 'over-text'

const ANCHOR =
  /^(?:projet d'|proposition d')?(?:l')?(?:ordre du jour|odj|points? a l'ordre du jour|(?:points|sujets) (?:abordes|traites|evoques|a traiter|a aborder)|(?:au )?programme|au menu|deroule|agenda)(?: previsionnel| provisoire| propose| detaille)?\b/
const END = new RegExp(
  String.raw`^(?:pieces? jointes?|p\.?j\.?\b|documents? (?:joints?|annexes?|de seance|preparatoires?|a consulter|transmis)|annexes?\b|prochaines? dates?\b|(?:date (?:de la |du ))?prochaine?s? (?:${MEETINGS})\b|(?:bien )?cordialement|(?:bien )?a vous\b|salutations|veuillez|je vous (?:prie|remercie)|nous vous (?:prions|remercions)|merci (?:de|d'|pour|par)|dans l'attente|reponse (?:attendue|souhaitee)|inscriptions?\b|je soussignee?\b|(?:bon pour )?(?:pouvoir|procuration)$|comptant sur|en vous (?:remerciant|souhaitant)|au plaisir de|(?:bien )?amicalement|a (?:tres )?bientot\b|bonne (?:journee|reception|lecture|fin)\b|(?:coupons?|talons?|bulletins?|volets?|partie|reponse) (?:de participation |de reponse |d'inscription )?a (?:retourner|renvoyer|detacher|decouper|completer)|contacts?\b|destinataires?\b|copies?\b\s?:|participants?\b|informations pratiques|modalites\b|acces\b|(?:ou )?(?:participez|rejoindre|rejoignez)\b|par telephone\b|pour (?:participer|rejoindre|vous connecter)|lien de connexion|visioconference\b|--$|_{3,}|[-–—=*. ]{6,}$)`,
)

/**
 * Lines of the agenda when it is written as a list, as headings or line by line; null when none is found.
 * @param isMinutes bullets below the headings or numbers of minutes are what was said, not items
 * @param presence of minutes, the last block that says who was there; null when none does
 */
export function findOutline(
  lines: readonly Line[],
  isMinutes = false,
  presence: number | null = null,
): Outline | null {
  const found = findRegion(lines, isMinutes)
  const { anchored } = found
  const region = joinLone(withoutClosing(found.region), anchored)
  const overText: Set<Line> = isMinutes && presence !== null ? titlesOverText(region, presence) : new Set()
  const mode = chooseMode(region, anchored, isMinutes) ?? (overText.size > 1 ? 'over-text' : null)
  if (mode === null) return null
  const kept: { line: Line; depth: number | null }[] = []
  const stack: Step[] = []
  const titles = titlesAbove(region, mode, isMinutes && !anchored)
  const lettered = areLettered(region)
  for (const line of region) {
    if (titles.has(line)) continue
    if (isMinutes && isSaid(line, mode) && !lettered.has(line)) {
      if (kept.length > 0) kept.push({ line, depth: null })
      continue
    }
    if (mode === 'plain' && kept.length > 0 && END.test(fold(line.words))) break
    if (mode === 'over-text' ? overText.has(line) : isItem(line, mode, kept.length > 0))
      kept.push({ line, depth: place(stack, line, mode) })
    else if (kept.length > 0 && !isHeaderLine(line)) kept.push({ line, depth: null })
  }
  return { lines: kept, confidence: confidenceOf(mode, anchored) }
}

/** "A. Qualité de l’eau", "B. Factures": letters in their order over short lines are those of items, not initials of names. */
function areLettered(region: readonly Line[]): Set<Line> {
  const lines = region.filter((line) => line.type === 'paragraph' && /^\p{Lu}$/u.test(line.number ?? ''))
  const inOrder = lines.every((line, at) => line.number === String.fromCharCode(65 + at))
  const areTitles = lines.every(({ text }) => text.length <= 100 && !/[.!?]$/.test(text))
  return new Set(inOrder && areTitles && lines.length > 1 ? lines : [])
}

/** Short lines over sentences, below who was there: the headings of minutes typed without numbers or styles. */
function titlesOverText(region: readonly Line[], presence: number): Set<Line> {
  const isSentence = (line: Line | undefined) =>
    line !== undefined && line.type === 'paragraph' && /^\p{Lu}.*[.!?]$/u.test(line.text)
  return new Set(
    region.filter(
      (line, at) =>
        line.block > presence &&
        line.type === 'paragraph' &&
        line.number === null &&
        !line.bullet &&
        line.text.length <= 80 &&
        /^\p{Lu}[^:;]*[^.!?:;,]$/u.test(line.text) &&
        !onlyPersons(line.text) &&
        (at === 0 || isSentence(region[at - 1]) || (region[at - 1]?.block ?? 0) <= presence) &&
        isSentence(region[at + 1]),
    ),
  )
}

/** Below the headings or numbers of minutes: bullets, and sentences that begin with the initial of a name. */
function isSaid(line: Line, mode: Mode): boolean {
  if (line.type === 'heading' || (mode !== 'headings' && mode !== 'numbers')) return false
  return line.bullet || (line.type === 'paragraph' && /^\p{Lu}\.\s/u.test(line.text))
}

/**
 * Headings without a number before the first that has one, where headings are numbered: they name the meeting. So does, in
 * minutes without an agenda, what stands alone above the level of the others.
 */
function titlesAbove(region: readonly Line[], mode: Mode, byLevel: boolean): Set<Line> {
  const headings = region.filter((line) => line.type === 'heading')
  const isFirst = headings.some((line) => line.number !== null)
    ? (line: Line) => line.number !== null
    : (line: Line) => byLevel && headings.filter(({ level }) => level === line.level).length > 1
  const first = region.findIndex((line) => line.type === 'heading' && isFirst(line))
  if (mode !== 'headings' || first < 0) return new Set()
  return new Set(
    region
      .slice(0, first)
      .filter((line) => line.type === 'heading' && line.level <= (region[first]?.level ?? 0)),
  )
}

/** From the words "Ordre du jour" (or the start) to what usually follows an agenda. */
function findRegion(lines: readonly Line[], isMinutes: boolean): { region: Line[]; anchored: boolean } {
  const anchorAt = lines.findIndex(isAnchor)
  const anchor = lines[anchorAt]
  const region: Line[] = []
  let seen = false
  for (const line of lines.slice(anchorAt + 1)) {
    const isMarked = line.number !== null
    if (seen && !isMarked && END.test(fold(line.words))) break
    const higher = anchor?.type === 'heading' && line.type === 'heading' && line.level <= anchor.level
    if (seen && higher && (!isMarked || anchor.number !== null)) break
    // "Au programme :" over a list ends where the page goes on with another title.
    const isOther = !isMinutes && anchor !== undefined && anchor.type !== 'heading' && line.type === 'heading'
    if (seen && isOther && !isMarked && !line.timed && !region.some(({ type }) => type === 'heading')) break
    region.push(line)
    if (line.number !== null || line.bullet || line.timed || line.type === 'heading') {
      seen ||= !isHeaderLine(line)
    }
  }
  return { region, anchored: anchor !== undefined }
}

/** "Ordre du jour" as a title of its own, numbered or not, or in a line that announces it. */
function isAnchor(line: Line): boolean {
  const folded = fold(line.words).replace(/(?<![\s:.])[\s:.]+$/, '')
  // "Plus rien n’étant à l’ordre du jour" ends a meeting.
  if (saysClosed(folded) || /\bordre du jour (?:etant|est|ayant|a ete)\b/.test(folded)) return false
  if (line.number !== null || line.bullet) return ANCHOR.exec(folded)?.[0] === folded
  if (ANCHOR.test(folded) || /\bordre du jour\b/.test(folded)) return true
  // "Nous parlerons de :" announces an agenda without its name.
  return (
    /:\s*$/.test(line.words) &&
    /\b(?:nous (?:parlerons|aborderons|traiterons|evoquerons|examinerons)|seront (?:abordes|traites|examines)|(?:points|sujets|themes) suivants)\b/.test(
      folded,
    )
  )
}

function chooseMode(region: readonly Line[], anchored: boolean, isMinutes: boolean): Mode | null {
  const candidates = region.filter((line) => !isHeaderLine(line))
  const count = (test: (line: Line) => boolean) => candidates.filter(test).length
  const headings = count((line) => line.type === 'heading')
  const numbers = count((line) => line.type !== 'heading' && line.number !== null)
  const times = count((line) => line.type !== 'heading' && line.timed)
  const bullets = count((line) => line.bullet)
  if (times >= 2 && times > numbers) return 'times'
  if (headings >= 2 && (headings > 2 || headings >= numbers)) {
    const marked = (line: Line) => line.type === 'heading' && (line.number !== null || line.timed)
    if (anchored || isMinutes || candidates.some(marked)) return 'headings'
  }
  if (numbers >= (anchored ? 1 : 2)) return 'numbers'
  if (bullets >= (anchored ? 1 : 3)) return 'bullets'
  if (!anchored) return null
  if (headings >= 1) return 'headings'
  return candidates.filter((line) => isShort(line)).length >= 2 ? 'plain' : null
}

function isItem(line: Line, mode: Mode, begun: boolean): boolean {
  if (isHeaderLine(line)) return false
  const marked = line.number !== null || line.bullet
  switch (mode) {
    case 'headings':
      return line.type === 'heading' || (begun && marked && !isProperty(line))
    case 'numbers':
      return line.number !== null || (begun && ((line.bullet && !isProperty(line)) || isBreak(line)))
    case 'times':
      return line.timed || (begun && marked && !isProperty(line))
    case 'bullets':
      return marked && !isProperty(line)
    case 'plain':
    case 'over-text':
      return isShort(line) && !isProperty(line)
  }
}

type Step = { signature: string; level: number }

/**
 * Depth by the look of the marker: one seen before goes back to its depth, a new one goes under the line above,
 * and a list line further left than the ones above closes them first.
 */
function place(stack: Step[], line: Line, mode: Mode): number {
  const step = { signature: signatureOf(line, mode), level: levelOf(line) }
  const known = stack.findIndex((one) => one.signature === step.signature)
  if (known >= 0) stack.length = known + 1
  else {
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) > step.level) stack.pop()
    stack.push(step)
  }
  return stack.length - 1
}

/** Headings count above any list; dotted numbers say their depth themselves. */
function levelOf(line: Line): number {
  if (line.type === 'heading') return line.level - 100
  return line.level * 10 + partsOf(line.number ?? '') - 1
}

function signatureOf(line: Line, mode: Mode): string {
  if (line.type === 'heading') return `heading ${line.level}`
  if (mode === 'times' && line.timed) return 'time'
  if (mode === 'numbers' && line.number === null && !line.bullet) return 'number 1 0'
  if (line.number === null) return `bullet ${line.level}`
  const parts = partsOf(line.number)
  if (/^\d+(?:\.\d+)*$/.test(line.number)) return `number ${parts} ${line.level}`
  return /^[IVX]+(?:\.|$)/.test(line.number)
    ? `roman ${parts} ${line.level}`
    : `letter ${parts} ${line.level}`
}

/** "2.1", "II.1" and "B1" have two. */
function partsOf(number: string): number {
  return number.split(/\.|-|(?<=\p{L})(?=\d)/u).length
}

/** "Lieu : …", "Visio : …": says something of the meeting, wherever it stands. */
function isHeaderLine(line: Line): boolean {
  if (line.number !== null) return false
  const label = LABEL.exec(line.words)?.[1]
  return label !== undefined && isHeaderLabel(label) && !isProperty(line)
}

/** "Rapporteur : …", "Durée : 30 min": says something of the item above. */
export function isProperty(line: Line): boolean {
  const folded = fold(line.words).replace(/(?<![.\s])[.\s]+$/, '')
  return (
    /^(?:(?:presente|anime|introduit|rapporte|porte)e?s? par\b|duree\s?:|nature\s?:|pour (?:information|avis|decision|validation|echanges?|concertation|approbation)$)/.test(
      folded,
    ) ||
    saysWhoPresents(line.words) ||
    (/^[(\d½¼]/.test(folded) && wholeDuration(folded.replace(/^\((.*)\)$/, '$1')) !== null)
  )
}

function isBreak(line: Line): boolean {
  return line.words.length < 60 && /^(?:pause|dejeuner|accueil|buffet)\b/.test(fold(line.words))
}

/** A line that can be a subject: short, no sentence, no greeting, no address. */
function isShort(line: Line): boolean {
  if (line.type === 'row' || line.text.length < 4 || line.text.length > 160) return false
  if (/^(?:bonjour|mesdames|messieurs|madame|monsieur|cher|chere|chers|cheres)\b/.test(fold(line.text)))
    return false
  return !/https?:|@/.test(line.text) && !/[.!?]$/.test(line.text)
}

function confidenceOf(mode: Mode, anchored: boolean): number {
  const byMode: Readonly<Record<Mode, number>> = {
    headings: 0.85,
    numbers: 0.9,
    times: 0.85,
    bullets: 0.75,
    plain: 0.45,
    'over-text': 0.7,
  }
  return anchored ? byMode[mode] : byMode[mode] - 0.25
}
