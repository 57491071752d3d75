import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { timesIn } from './clock-times.ts'
import { numberOfMarker, splitNumber } from './item-line.ts'
import { beginsAgenda, speaksOfWhoCame } from './names/presence-words.ts'
import { isThing } from './people.ts'
import { oneLine, plainLine } from './plain-line.ts'

export type Line = {
  block: number
  /** Which line of the text of its block; 0 for a row. */
  part: number
  text: string
  type: 'heading' | 'paragraph' | 'list' | 'row'
  /** Heading level from 1, list level from 0; 0 for the others. */
  level: number
  /** Printed or typed number, without its last punctuation. */
  number: string | null
  bullet: boolean
  /** Words after the number or bullet. */
  words: string
  /** A box to tick, empty or ticked, before the words. */
  box: 'open' | 'ticked' | null
  /** An arrow stands before the words, as the mark of its list. */
  pointed?: true
  /** Starts with an hour ("14h15 – …"). */
  timed: boolean
  /** Block of the lone hour or number above that was joined to this line. */
  alsoBlock?: number
}

type Row = Extract<SourceBlock, { type: 'row' }>

/** Longest line looked at: an agenda's own lines are far shorter, and patterns stay cheap. */
const MAX_LINE = 1000

/** A label at the start of a line: "Lieu : …". */
export const LABEL = /^([\p{L}][\p{L} ’'()-]{0,40}?)\s?:\s*(?=\S|$)/u

/** Lines of all blocks; a row gives one line, its first cell as label when there are two. */
export function linesOf(blocks: readonly SourceBlock[]): Line[] {
  const lines = blocks.flatMap((block, at) => linesOfBlock(blocks, block, at))
  return withActsAlone(
    withCountedWords(withDatedActs(withCountedHeadings(withRomans(withLetteredParts(withInitials(lines)))))),
  )
}

function linesOfBlock(blocks: readonly SourceBlock[], block: SourceBlock, at: number): Line[] {
  if (block.type === 'row') {
    const agenda = agendaInside(block)
    if (agenda !== null)
      return agenda.map((text, index) => line(at, text, index === 0 ? 'row' : 'paragraph', 0, null))
    const texts = underLabels(block, blocks[at - 1]) ?? rowLines(block.cells)
    return texts.map((text) => line(at, text, 'row', 0, null))
  }
  const type = block.type === 'listItem' ? 'list' : block.type
  const level = block.type === 'paragraph' ? 0 : block.level
  const marker = block.type === 'listItem' ? (block.marker ?? '•') : null
  // "Réparation" over "de la roue": a heading that its writer cut.
  const whole = type === 'heading' ? block.text.replace(/ ?\n ?(?=\p{Ll})/gu, ' ') : block.text
  return whole
    .split('\n')
    .map((text, part) => ({ text, part }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, part }, index) => ({
      ...(index === 0
        ? line(at, text, type, level, marker)
        : line(at, text, block.type === 'listItem' ? 'paragraph' : type, level, null)),
      part,
    }))
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/** "I Tarifs", "II Travaux", "III Divers": counted from I, over the text again too, they need no punctuation. */
function withRomans(lines: Line[]): Line[] {
  const roman = (line: Line) =>
    line.type !== 'row' &&
    !line.bullet &&
    line.number === null &&
    line.text.length <= 150 &&
    !/[.!?]$/.test(line.text)
      ? (/^([IVX]{1,5})\s+(?=\p{Lu})/u.exec(line.text)?.[1] ?? null)
      : null
  const numbers = lines.flatMap((line) => roman(line) ?? [])
  const areInOrder = numbers.every(
    (number, at) => number === 'I' || ROMANS.indexOf(number) === ROMANS.indexOf(numbers[at - 1] ?? '') + 1,
  )
  if (!areInOrder || numbers[0] !== 'I' || numbers[1] !== 'II') return lines
  return lines.map((line) => {
    const number = roman(line)
    return number === null ? line : { ...line, number, words: line.text.slice(number.length).trim() }
  })
}

/** "1 Le four", "2 Le préau" as headings: counted from 1, they need no punctuation, where none before is a subject as well. */
function withCountedHeadings(lines: Line[]): Line[] {
  const headings = lines.filter(({ type, number }) => type === 'heading' && number === null)
  const countOf = (line: Line) => (headings.includes(line) ? COUNTED_HEADING.exec(line.text) : null)
  const counted = headings.filter((line) => countOf(line) !== null)
  const areInOrder = counted.every((line, at) => Number(countOf(line)?.[1]) === at + 1)
  const [first] = counted
  const isFirst = headings
    .slice(0, first === undefined ? 0 : headings.indexOf(first))
    .every(({ level, text }) => level !== first?.level || beginsAgenda(text) || speaksOfWhoCame(text))
  if (counted.length < 2 || !areInOrder || !isFirst) return lines
  return lines.map((line) => {
    const [whole = '', number = null] = countOf(line) ?? []
    return number === null ? line : { ...line, number, words: line.text.slice(whole.length) }
  })
}

/** "2 Jours de fête" is how long. */
const COUNTED_HEADING =
  /^(\d{1,2})\s+(?!(?:Ans?|Années?|Mois|Semaines?|Jours?|Journées?|Heures?|Euros?|Fois)\s)(?=[\p{Lu}«])/u

/** "2026-05-01 NOMBRE DES ADJOINTS", "2026-05-02 …": acts of a month by their rank, and no days. */
function withDatedActs(lines: Line[]): Line[] {
  const actOf = (line: Line) =>
    line.type === 'row' ? null : /^(20\d{2}-\d{2})-(\d{2})\s+(?=\p{Lu}{2})/u.exec(line.text)
  const acts = lines.map(actOf).filter((act) => act !== null)
  const isRising = acts.every(([, month, rank], at) => month === acts[0]?.[1] && Number(rank) === at + 1)
  if (acts.length < 2 || !isRising) return lines
  return lines.map((line) => {
    const [whole = '', month = '', rank = ''] = actOf(line) ?? []
    return whole === '' ? line : { ...line, number: `${month}-${rank}`, words: line.text.slice(whole.length) }
  })
}

/** "Lot 1 : …", "Lot 2 – …": what several subjects are, counted from one. */
function withCountedWords(lines: Line[]): Line[] {
  const countOf = (line: Line) =>
    (line.type === 'paragraph' || line.type === 'heading') && line.number === null && line.text.length <= 140
      ? COUNTED_WORD.exec(line.text)
      : null
  const counted = lines.map(countOf).filter((count) => count !== null)
  const word = plainLine(counted[0]?.[1] ?? '')
  const isRising = counted.every(
    ([, said = '', number], at) => plainLine(said) === word && Number(number) === at + 1,
  )
  if (counted.length < 2 || !isRising) return lines
  return lines.map((line) => {
    const number = countOf(line)?.[2]
    return number === undefined ? line : { ...line, number, bullet: false }
  })
}

/** "Délibération n° 20260228-01" alone over what it is about, several times: the number of the line below, or of its object. */
function withActsAlone(lines: Line[]): Line[] {
  const actOf = ({ type, words }: Line) => (type === 'row' ? null : (ACT_ALONE.exec(words)?.[1] ?? null))
  if (lines.filter((line) => actOf(line) !== null).length < 2) return lines
  const taken = new Set<Line>()
  return lines.flatMap((line, at) => {
    const number = actOf(line)
    const below = lines.slice(at + 1, at + 1 + MOST_LABELS)
    const title = below.find(({ words }) => OBJECT.test(words) || !LABEL.test(words))
    if (taken.has(line)) return []
    if (number === null || title === undefined || actOf(title) !== null || !isActTitle(title)) return [line]
    taken.add(title)
    const { type, level } = line.type === 'heading' ? line : ({ type: 'paragraph', level: 0 } as const)
    const words = title.words.replace(OBJECT, '')
    return [{ ...title, type, level, number, bullet: false, text: words, words, alsoBlock: line.block }]
  })
}

const isActTitle = ({ type, number, text, words }: Line): boolean =>
  type !== 'row' && number === null && text.length <= LONGEST_TITLE && !NO_TITLE.test(words)

const ACT_ALONE =
  /^(?:d[ée]lib[ée]ration|r[ée]solution|dossier|rapport|affaire)\s(?:n\s?[°º]\s?|num[ée]ro\s)(\d[\d/.-]*)\s?:?$/iu
/** A sentence, or what became of it. */
const NO_TITLE =
  /\p{Ll}{3}[.?!]$|^(?:report|ajourn|retir|adopt|rejet|approuv|vot|annul|refus|accept|valid)(?:é|ée|és|ées)(?!\p{L})/iu
const OBJECT = /^objet\s?:\s*(?=\S)/iu
/** Of who tells of it, and what it is about. */
const MOST_LABELS = 3
const LONGEST_TITLE = 250

const COUNTED_WORD =
  /^(Situation|Lot|Chantier|Axe|Projet|Cas|Atelier|Phase|[ÉE]tape|Volet|Secteur|Site|Demande|Sc[ée]nario)\s(?:n°\s?)?(\d{1,2})\s?[:.–—-]\s+(?=[\p{L}\d«])/iu

/** "S. Roy (DGX)" over "F. Petit": the letters go neither up nor from A, and each stands before a name. */
function withInitials(lines: Line[]): Line[] {
  const isInitial = (line: Line) =>
    /^\p{Lu}$/u.test(line.number ?? '') &&
    /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?(?:(?:de|du|d[’']|la|le|von|van)\s?){0,2}\p{Lu}[\p{Lu}\p{Ll}]/iu.test(
      line.text,
    ) &&
    line.text.length <= 90
  if (lines.some(({ number }) => number === 'II')) return lines
  const letters = lines.filter(isInitial).map(({ number }) => (number ?? '').charCodeAt(0))
  const inOrder = letters.every((letter, at) => letter === (letters[at - 1] ?? 64) + 1 || letter === 65)
  if (inOrder) return lines
  return lines.map((line) =>
    isInitial(line) && !isThing(line.words)
      ? { ...line, number: null, bullet: line.type === 'list', words: line.text }
      : line,
  )
}

/** "B1 – Quai aux Bois" under "B – Dossiers", "3-A : Quais" under "3. Dossiers": by itself "B1" may be anything. */
function withLetteredParts(lines: Line[]): Line[] {
  let whole = ''
  return lines.map((line) => {
    if (/^(?:\p{Lu}|\d{1,2})$/u.test(line.number ?? '')) whole = line.number ?? ''
    const part =
      /^(?:(\p{Lu})[.-]?\d{1,2}|(\d{1,2})[.-]?\p{Lu})(?=\s?[.):]|\s[–—-]\s)\s?[.):]?\s*[–—-]?\s*(?=\S)/u.exec(
        line.words,
      )
    if (line.number !== null || line.type === 'row' || part === null) return line
    if ((part[1] ?? part[2]) !== whole) return line
    const number = part[0].replace(/(?<![\s.):–—-])[\s.):–—-]+$/u, '')
    return { ...line, number, bullet: false, words: line.words.slice(part[0].length) }
  })
}

/** "Ordre du jour | 1. …, 2. …": a cell that holds the whole agenda, a line for each item; its label first. */
function agendaInside({ cells }: Row): string[] | null {
  const [label = '', agenda = '', ...others] = cells.filter((cell) => cell.trim() !== '')
  const texts = agenda.split('\n').filter((text) => text.trim() !== '')
  const isAgenda =
    /^(?:ordre du jour|odj|points? a l'ordre du jour|(?:points|sujets|themes) (?:abordes|traites|discutes|evoques|du jour)|programme)(?: previsionnel| provisoire)?\s?:?$/.test(
      plainLine(label),
    )
  return isAgenda && others.length === 0 && texts.length > 1 ? [label, ...texts] : null
}

/** A row right under one of labels only ("Date | Heure | Lieu") says one thing per column. */
function underLabels(row: Row, above: SourceBlock | undefined): string[] | null {
  if (above?.type !== 'row' || above.table !== row.table || above.cells.length !== row.cells.length)
    return null
  if (!isLabelRow(above) || isLabelRow(row)) return null
  return row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [`${above.cells[column]} : ${cell}`]))
}

function isLabelRow(row: Row): boolean {
  return row.cells.length > 1 && row.cells.every((cell) => cell.length <= 30 && isHeaderLabel(cell))
}

/** "Date | 12 mars" reads as "Date : 12 mars"; other cells are lines of their own. */
function rowLines(cells: readonly string[]): string[] {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const [label = '', ...values] = filled
  if (
    values.length > 0 &&
    !/:\s*\S/.test(label) &&
    label.length <= 30 &&
    !label.includes('\n') &&
    isHeaderLabel(label)
  ) {
    return pairsOf(filled)
  }
  return filled.flatMap((cell) =>
    cell
      // A narrow cell cuts "DNF – secrétariat" at its dash.
      .replace(/\s*\n\s*(?=[–—]\s+\p{Ll})|(?<=\s[–—])\s*\n\s*/gu, ' ')
      // "Lieu :" over the room
      .replace(/^((?:lieu|date|horaire|heure|durée)[^\n:]{0,40}:)\s*\n\s*/gimu, '$1 ')
      .split('\n')
      .filter((text) => text.trim() !== ''),
  )
}

/** "Date : | 12 mars | Lieu : | salle 3" is two labels with what each says. */
function pairsOf(cells: readonly string[]): string[] {
  const pairs: string[][] = []
  for (const cell of cells) {
    const opens = /:\s*$/.test(cell) && cell.length <= 30 && isHeaderLabel(cell)
    if (pairs.length === 0 || opens) pairs.push([cell.replace(/(?<!\s)\s*:\s*$/, '')])
    else pairs.at(-1)?.push(cell)
  }
  return pairs
    .filter((pair) => pair.length > 1)
    .map(([label = '', ...values]) => `${label} : ${values.map(inOneLine).join(' ')}`)
}

/** "📌 Ordre du jour", "1️⃣ Le budget": a picture before the words says nothing more; one of a number is the number. */
function withoutPicture(text: string): string {
  return text
    .replace(/^\s*(\d)\uFE0F?\u20E3\s*/u, '$1. ')
    .replace(
      /^\s*(?:(?![▶✔➡❖▪◼■☑✓©®™])\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*)+\s*(?=[\p{L}\d«"([])/u,
      '',
    )
}

/** Lines of a cell one after the other: what is listed there stays several. */
function inOneLine(cell: string): string {
  return cell.trim().replace(/(?<=[\p{L}\d)])\s*\n\s*(?=\p{Lu})/gu, ', ')
}

const ARROW = /^(?:=>|->|[→➔➜►⇒])$/u

function line(
  block: number,
  written: string,
  type: Line['type'],
  level: number,
  marker: string | null,
): Line {
  const text = withoutPicture(written)
  const typedWhole = oneLine(text).slice(0, MAX_LINE)
  // A cell that holds a list.
  const whole = type === 'row' ? typedWhole.replace(/^[-–—•▪■●◦*➢►✓]\s+(?=\S)/u, '') : typedWhole
  // A PDF tags the bullets of its slides as headings.
  if (type === 'heading' && /^[•▪■●◦❖➢➤►▶✓✔]\s+\S/u.test(whole))
    return line(block, whole.replace(/^\S\s+/, ''), 'list', 0, '•')
  const dash =
    type === 'paragraph' && marker === null
      ? /^(?:[-–—•*·+▪➢➤►▶✓✔❖■Ø§ü]\s+(?=\S)|o\s+(?=\p{Lu})|[\uE000-\uF8FF]\s*(?=\S)|[-–•](?=\p{L}{3,}[\s,])|\.\s+(?=\p{L}))/u.exec(
          whole,
        )
      : null
  const bare = dash === null ? whole : whole.slice(dash[0].length)
  const typed =
    dash === null && type !== 'row' ? splitNumber(text.slice(0, MAX_LINE)) : { number: null, rest: bare }
  const number = marker === null || marker === '•' ? typed.number : (numberOfMarker(marker) ?? typed.number)
  return {
    block,
    part: 0,
    text: whole,
    type,
    level,
    number,
    ...(marker !== null && ARROW.test(marker) ? { pointed: true as const } : {}),
    box: marker === '☐' ? 'open' : marker === '☑' ? 'ticked' : null,
    bullet: number === null && (dash !== null || marker !== null),
    words: number !== null && typed.number === number ? typed.rest : bare,
    timed: timesIn(bare)[0]?.index === 0 && /^\S.*\p{L}{3}/u.test(bare),
  }
}

/** Labels that speak of the meeting, not of an item. */
export function isHeaderLabel(label: string): boolean {
  return /^(?:date|jour|quand|horaires?|heures?|debut|fin|duree|lieux?|ou|salle|adresse|visio(?:conference)?|lien|audio|telephone|tel|objet|reunion|seance|instance|intitule|participants?|invites?|destinataires?|presidence|animation|secretariat|copie|cc|de|a|envoye|from|to|sent|subject|id de (?:la )?reunion|meeting id|topic|meeting (?:title|start time|end time)|start time|end time|nom de la reunion|n°|numero|reference|ref|affaire suivie par|redact(?:eur|rice|ion)s?|redigee? par|prises? de notes?|contact|organisateur|type de reunion|acces|connexion|titre|title)\b/.test(
    plainLine(label).replace(/(?<![.:\s])[.:\s]+$/, ''),
  )
}
