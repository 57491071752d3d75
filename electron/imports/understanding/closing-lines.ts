import type { Line } from './lines.ts'
import { isFunction, onlyPersons } from './people.ts'
import { plainLine } from './plain-line.ts'

/** "Plus rien n’étant à l’ordre du jour", "L’ordre du jour étant épuisé", "la séance est levée". */
const CLOSED =
  /\b(?:(?:rien|aucune? (?:autre )?(?:points?|questions?|sujets?|affaires?))\b[^.;]{0,60}\bordre du jour|ordre du jour (?:etant |est |ayant ete )?(?:desormais )?(?:epuise|termine|clos)|(?:seance|reunion) (?:est |a ete )?(?:levee|close)|(?:leve|clot) la (?:seance|reunion))\b/

/** Says that all was said. */
export function saysClosed(text: string): boolean {
  return CLOSED.test(plainLine(text))
}

/** "Fait à Vaux, le 6 mai 2026", "Fait en deux exemplaires": over the signatures. */
function saysMade(text: string): boolean {
  return /^fait (?:a [^.;]{2,60},? le \d|en (?:deux|trois|\d+|double) exemplaires?)/.test(plainLine(text))
}

/** "La présidente", "La présidente Le secrétaire de séance", "Le maire, Yvon Delmas", "Pour le président et par délégation". */
export function isSignature(text: string): boolean {
  const [offices = '', ...names] = text.split(/\s*,\s*/).filter((piece) => piece !== '')
  const signers = offices
    .replace(/^sign[ée]e?\s*:?\s*/iu, '')
    .replace(/^(?:fait|lu) et (?:approuvé|délibéré)\s*/iu, '')
    .replace(/(?<!\s)\s*\(signé\)/giu, '')
    .replace(/(?<!\s)\s+et par délégation$/iu, '')
    .split(/(?:(?<!\s)\s+)?\/\s*|(?<!\s)\s+(?:et )?(?=(?:pour )?(?:le |la |les |l[’'])(?:\p{L}+-)?\p{L}+)/iu)
    .filter((piece) => piece !== '')
  if (signers.length === 0 || offices.length > 120) return false
  // "Le secrétaire de la séance": "la séance" is what the office is of.
  const whole = signers.reduce<string[]>((all, piece) => {
    const last = all.at(-1)
    if (last !== undefined && /\b(?:de|d[’']|du|par|pour|à)$/iu.test(last))
      all[all.length - 1] = `${last} ${piece}`
    else all.push(piece)
    return all
  }, [])
  const isOffice = (piece: string) =>
    /^(?:pour )?(?:le |la |les |l[’'])/iu.test(piece) &&
    !/[.!?:]$/.test(piece) &&
    piece.split(' ').length <= 8 &&
    isFunction(piece.replace(/^(?:pour )?(?:le |la |les |l[’'])/iu, ''))
  return whole.every(isOffice) && names.every((name) => onlyPersons(name))
}

/** Without the closing of the sitting and the signatures, where nothing marked follows them. */
export function withoutClosing(lines: readonly Line[]): readonly Line[] {
  const lastMarked = lines.findLastIndex(
    (line) => line.number !== null || line.bullet || line.timed || line.type === 'heading',
  )
  const at = lines.findIndex(
    (line, index) =>
      index > lastMarked &&
      line.type !== 'row' &&
      (saysClosed(line.text) || saysMade(line.text) || isSignature(line.text)),
  )
  return at < 0 ? lines : lines.slice(0, at)
}
