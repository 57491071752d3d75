import { fold } from './fold.ts'
import type { Line } from './lines.ts'

const LABEL =
  /^((?:projet d[’'])?(?:l[’'])?(?:ordre du jour|odj|points? à l[’']ordre du jour|(?:points|sujets|thèmes) (?:abordés|traités|du jour|à aborder)|au programme))(?: de (?:la )?(?:réunion|séance))?\s?:\s+(\S.*)$/iu

/** Longer pieces are sentences. */
const LONGEST = 90

/**
 * "Ordre du jour : bilan de la fête, budget, site web": the subjects of an agenda written in one line, a line each; none where
 * the words are anything else.
 */
export function listedInLine(line: Line): Line[] {
  const said = LABEL.exec(line.text)?.[2]
  if (said === undefined || said.length > 600) return []
  const words = said.replace(/\.$/, '')
  const numbered = words
    .split(/(?:^|[\s,;])\s?\(?\d{1,2}\s?[.)/°-]\s+/u)
    .filter((piece) => piece.trim() !== '')
  const parted = words.includes(';') ? words.split(/\s?;\s+/) : words.split(/,\s+(?![^(]*\))/)
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
      !/^(?:voir|cf)\b/.test(fold(piece)),
  )
  return pieces.length < 2 || !areTitles
    ? []
    : pieces.map((piece) => ({
        ...line,
        text: piece,
        words: piece.charAt(0).toUpperCase() + piece.slice(1),
        number: null,
        bullet: true,
      }))
}
