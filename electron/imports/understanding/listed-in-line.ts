import { withCapital } from '../../domain/text/french.ts'
import type { Line } from './lines.ts'
import { plainLine } from './plain-line.ts'

const LABEL =
  /^((?:projet d[’'])?(?:l[’'])?(?:ordre du jour|odj|points? à l[’']ordre du jour|(?:points|sujets|thèmes) (?:abordés|traités|du jour|à aborder)|au programme))(?: de (?:la )?(?:réunion|séance))?(?: ?\/ ?(?:objectifs?|objets?|sujets?|points?))?\s?:\s+(\S.*)$/iu

/** The subjects beside the title of an agenda, or in the one line below it: "bilan, budget, site web". */
export function listedAt(lines: readonly Line[], at: number): Line[] {
  const [title, below] = [lines[at], lines[at + 1]]
  if (title === undefined) return []
  const beside = listedInLine(title)
  const isAlone =
    /^[^:]{3,60}:?$/.test(title.text) && below?.type === 'paragraph' && !below.bullet && below.number === null
  if (beside.length > 0 || below === undefined || !isAlone) return beside
  const under = listedInLine({ ...below, text: `Ordre du jour : ${below.text}` })
  return under.length >= FEWEST_BELOW ? under : []
}

/** A line with one comma may be one subject. */
const FEWEST_BELOW = 3

/** "L’ordre du jour de la réunion était le suivant : …" */
const SAID =
  /^(?:l[’']ordre du jour|cette réunion|la réunion|la séance)[^:;.]{0,60}(?<!\p{L})(?:est|était|sera|avait pour (?:objet|ordre du jour)|comprend|portait sur|a porté sur)(?: (?:le suivant|composé d[^:]{0,30}))?\s?:\s+(\S.*)$/iu

/** "bilan, budget et site web": three. */
function withLast(pieces: string[]): string[] {
  const last = pieces.at(-1) ?? ''
  const [before = '', after = ''] = last.split(/\set\s(?=\p{L}{3})/u)
  return pieces.length > 1 && after !== '' && !/\bdivers/iu.test(last)
    ? [...pieces.slice(0, -1), before, after]
    : pieces
}

const SLASH = /\s+\/\s+(?=\p{L})/u

/** "bilan / budget / site web": one slash may stand within a subject. */
const isSlashed = (words: string) => words.split(SLASH).length > 2

/** Longer pieces are sentences. */
const LONGEST = 90

/**
 * "Ordre du jour : bilan de la fête, budget, site web": the subjects of an agenda written in one line, a line each; none where
 * the words are anything else.
 */
export function listedInLine(line: Line): Line[] {
  const said = LABEL.exec(line.text)?.[2] ?? SAID.exec(line.text)?.[1]
  if (said === undefined || said.length > 600) return []
  const words = said.replace(/\.$/, '')
  const numbered = words
    .split(/(?:^|[\s,;])\s?\(?\d{1,2}\s?[.)/°-]\s+/u)
    .filter((piece) => piece.trim() !== '')
  const dashed = words.replace(/^[-–—•]\s*/u, '').split(/\s+[-–—•]\s*(?=\p{L})/u)
  const isDashed = dashed.length > (/^[-–—•]/u.test(words) ? 1 : 2)
  const parted = isDashed
    ? dashed
    : words.includes(';')
      ? words.split(/\s?;\s+/)
      : isSlashed(words)
        ? words.split(SLASH)
        : withLast(words.split(/,\s+(?![^(]*\))/))
  const pieces = (/^\(?1\s?[.)/°-]\s/.test(words) && numbered.length > 1 ? numbered : parted)
    .map((piece) =>
      piece
        .replace(/^(?:et|puis)\s+|^[-–]\s*/iu, '')
        .replace(/[\s;,.–-]+$/u, '')
        .trim(),
    )
    .filter((piece) => piece !== '')
  const areTitles = pieces.every(
    (piece) =>
      piece.length <= LONGEST &&
      /\p{L}{3}/u.test(piece) &&
      !/[.!?]\s/.test(piece) &&
      !/^(?:voir|cf)\b/.test(plainLine(piece)),
  )
  // One subject alone, where the line says that it is the agenda.
  const isAlone =
    pieces.length === 1 && /^(?:projet d')?(?:l')?(?:ordre du jour|odj)\b/.test(plainLine(line.text))
  return (pieces.length < 2 && !isAlone) || !areTitles
    ? []
    : pieces.map((piece) => ({
        ...line,
        text: piece,
        words: withCapital(piece),
        number: null,
        bullet: true,
      }))
}
