import { plainLine } from '../plain-line.ts'

/** How a line begins that is one of several: what stands around the count, and the count. */
export type Mark = {
  /** The same for all lines that are counted alike. */
  look: string
  rank: number
  number: string
  /** What is left to be said. */
  words: string
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/** "Article 3", "Page 2", "Mars 2026": these count anything but subjects. */
const COUNTS_OTHERS =
  /^(?:article|art|annexe|page|tableau|figure|fig|note|version|alinea|chapitre|tome|rue|salle|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/

/** "RESOLUTION N° 4 : …", "Situation 2 – …" */
const WORD =
  /^(\p{L}{3,}(?: d[’']\p{L}+)?)\s+(?:n\s?[°ºo]\s?)?(\d{1,3})(?:\s?[:.)–—-]+\s*(?=\S)|\s+(?=\S*\p{L}))/iu

/** "DEL2026-75 : …", "2026-038 …" */
const ACT =
  /^(?:\p{Lu}{1,6}[\s-]?)?(?:n\s?[°º]\s?)?((?:20)?\d{2}[-/.]\d{1,4}(?:[-/.]\d{1,3})?|20\d{2}\s\d{2,3})\s*[:.–—-]*\s+(?=\p{L}|«)/iu

const DAY = /^\d{1,2}\/\d{1,2}(?:\/\d+)?$/

/** "1/ …", "2) …", "3 Le budget" */
const COUNT = /^\(?(?:n\s?[°º]\s?)?(\d{1,2})(\s?(?:[.)°:/]+[–—-]?|[–—-])\s*|\s+)(?=\p{L}|[«"“(])/u

const ROMAN = /^([IVX]{1,5})(\s?[.)/:–—-]+\s*|\s+)(?=\p{L}|[«"“(])/u

const LETTER = /^([A-P])(\s?[.)/:–—-]+\s*)(?=\p{L}|[«"“(])/u

/** Whatever counts the line among others; null where nothing does. */
export function markOf(text: string): Mark | null {
  const [wordAll, word = '', wordRank = ''] = WORD.exec(text) ?? []
  // "Lot 2" without its word is no title any more; "Point 2" is.
  if (wordAll !== undefined && !COUNTS_OTHERS.test(plainLine(word)))
    return {
      look: `word ${plainLine(word)}`,
      rank: Number(wordRank),
      number: wordRank,
      words: /^points?$/i.test(word) ? rest(text, wordAll) : text,
    }
  const [actAll, act = ''] = ACT.exec(text) ?? []
  if (actAll !== undefined && !DAY.test(act))
    return { look: 'act', rank: Number(/\d+$/.exec(act)?.[0]), number: act, words: rest(text, actAll) }
  const [countAll, count = '', behind = ''] = COUNT.exec(text) ?? []
  if (countAll !== undefined)
    return { look: `count ${sign(behind)}`, rank: Number(count), number: count, words: rest(text, countAll) }
  const [romanAll, roman = '', behindRoman = ''] = ROMAN.exec(text) ?? []
  if (romanAll !== undefined && rankOf(roman) > 0)
    return {
      look: `roman ${sign(behindRoman)}`,
      rank: rankOf(roman),
      number: roman,
      words: rest(text, romanAll),
    }
  const [letterAll, letter = '', behindLetter = ''] = LETTER.exec(text) ?? []
  return letterAll === undefined
    ? null
    : {
        look: `letter ${sign(behindLetter)}`,
        rank: letter.charCodeAt(0) - 64,
        number: letter,
        words: rest(text, letterAll),
      }
}

const sign = (behind: string) => behind.trim().charAt(0)

const rest = (text: string, whole: string) => text.slice(whole.length).trim()

/** Of "3", "III" and "c" three; 0 for what counts nothing. */
export function rankOf(number: string): number {
  if (/^\d+$/.test(number)) return Number(number)
  const roman = ROMANS.indexOf(number.toUpperCase()) + 1
  if (roman > 0) return roman
  return /^[a-z]$/i.test(number) ? number.toLowerCase().charCodeAt(0) - 96 : 0
}
