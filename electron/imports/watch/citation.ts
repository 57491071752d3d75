import type { WatchNature } from '../../domain/watch/watch.ts'
import { datesIn } from '../understanding/dates.ts'
import { oneLine, plainLine } from '../understanding/plain-line.ts'

export type Citation = {
  /** Of the words in what was searched, what the text is about included. */
  index: number
  length: number
  nature: WatchNature
  /** What the name says beyond its nature: "organique", "interministériel". */
  qualifier: string | null
  isDraft: boolean
  number: string | null
  signedOn: string | null
  /** After the name of the text: "relatif à …"; null when nothing follows. */
  title: string | null
  /** The number that stands before it in a list. */
  rank: number | null
  /** A date follows that does not exist. */
  wrongDate: boolean
}

const natures: readonly (readonly [string, WatchNature])[] = [
  ['ordonnance', 'ordonnance'],
  ['decret', 'decret'],
  ['arrete', 'arrete'],
  ['circulaire', 'circulaire'],
  ['instruction', 'circulaire'],
  ['avis', 'avis'],
  ['decision', 'decision'],
  ['reglement', 'reglementUE'],
  ['directive', 'directiveUE'],
  ['loi', 'loi'],
]

const DRAFT = String.raw`(?<draft>(?:avant-)?projets?\s+(?:de\s+|d[’'])|propositions?\s+de\s+)?`
const NATURE = String.raw`(?<nature>lois?(?:\s+(?:organique|constitutionnelle|de\s+finances(?:\s+rectificative)?))?|ordonnances?|d[ée]crets?(?:-loi)?|arr[êe]t[ée]s?(?:\s+(?:interminist[ée]riel|minist[ée]riel))?|circulaires?|instructions?|avis|d[ée]cisions?|r[èe]glements?|directives?)(?![\p{L}])`
const UNION = String.raw`(?:\s+(?:d[’']ex[ée]cution|d[ée]l[ée]gu[ée]e?))?(?:\s*\((?:UE|CE|CEE|Euratom)(?:,\s*Euratom)?\))?\s*(?:n[°ºo]s?\s*)?(?<union>\d{2,4}\/\d{1,4})(?:\/(?:UE|CEE?))?(?!\d)`
const NATIONAL = String.raw`(?:\s+(?:n[°ºo]s?|num[ée]ro)?\s*(?<number>\d{2,4}-\d{1,5})(?![\d-]))?`
const CITATION = new RegExp(String.raw`(?<![\p{L}\d])${DRAFT}${NATURE}(?:${UNION}|${NATIONAL})`, 'giu')

/** Words with which what a text is about begins; most are present participles. */
const SUBJECT =
  /^(?:d[’'](?=\p{L})|(?:relati(?:f|ve)s?|portant|pris(?:e|es)?|pour|sur|contre|de|des|en(?!\s+(?:vigueur|date))|(?!avant|pendant|cependant|durant|suivant|devant|maintenant)\p{L}+(?:ant|issant))(?![\p{L}]))/iu
/** Ends the title of a text on its own line. */
const AFTER_TITLE =
  /(?<!\s)\s*(?:\(\d{1,2}\)\s*$|(?:[,(]\s*)?(?:JORF|JO)\s+(?:n[°ºo]|du|L\s)|(?:\(\s*)?NOR\s*:|\(Texte présentant|https?:\/\/).*$/iu

/** Every citation, in order; what is cited inside the title of another text belongs to that title. */
export function citationsIn(text: string): Citation[] {
  const citations: Citation[] = []
  CITATION.lastIndex = 0
  for (let found = CITATION.exec(text); found !== null; found = CITATION.exec(text)) {
    const citation = read(text, found)
    if (citation === null) continue
    citations.push(citation)
    CITATION.lastIndex = citation.index + citation.length
  }
  return citations
}

function read(text: string, found: RegExpExecArray): Citation | null {
  const groups = found.groups ?? {}
  const folded = plainLine(groups.nature ?? '')
  const nature = natures.find(([word]) => folded.startsWith(word))?.[1]
  if (nature === undefined) return null
  // French bodies have their own "règlement": only acts of the Union are told by their number.
  if ((nature === 'reglementUE' || nature === 'directiveUE') && groups.union === undefined && !groups.draft)
    return null
  let end = found.index + found[0].length
  const dated = dateAt(text, end)
  end += dated.length
  const line = lineAround(text, found.index)
  const before = text.slice(line.start, found.index)
  const heads = /^[\s•*–—-]*(?:0*(?<rank>[1-9]\d{0,3})(?:\s*[.)°–-])?\s+)?$/u.exec(before)
  const title = titleAt(text.slice(end, line.end), heads !== null)
  const isDraft = groups.draft !== undefined && groups.draft !== ''
  const number = groups.union ?? groups.number ?? null
  if (number === null && dated.date === null && !(isDraft && title.words !== null)) return null
  return {
    index: found.index,
    length: end + title.length - found.index,
    nature,
    qualifier: qualifierOf(groups.nature ?? ''),
    isDraft,
    number,
    signedOn: dated.date,
    title: title.words,
    rank: heads?.groups?.rank === undefined ? null : Number(heads.groups.rank),
    wrongDate: dated.isWrong,
  }
}

/** "LOI organique" → "organique", "décret-loi" → none: it is one word. */
function qualifierOf(nature: string): string | null {
  const [, ...more] = oneLine(nature).toLowerCase().split(' ')
  return more.length === 0 ? null : more.join(' ')
}

/** " du Parlement européen et du Conseil du 27 avril 2016", " du 20/10/2016", " en date du …". */
function dateAt(text: string, at: number): { date: string | null; isWrong: boolean; length: number } {
  const near = text.slice(at, at + 120)
  const lead =
    /^(?:\s+de\s+la\s+Commission|\s+du\s+Parlement(?:\s+européen)?(?:\s+et\s+du\s+Conseil)?|\s+du\s+Conseil)?,?\s+(?:en\s+date\s+)?du\s+/iu.exec(
      near,
    )
  if (lead === null) return { date: null, isWrong: false, length: 0 }
  const found = datesIn(near.slice(lead[0].length)).find(({ index }) => index === 0)
  if (found === undefined) return { date: null, isWrong: false, length: 0 }
  const length = lead[0].length + found.length
  if (found.date === null) return { date: null, isWrong: true, length }
  // Without its year a date names no text.
  return found.date.startsWith('-')
    ? { date: null, isWrong: false, length: 0 }
    : { date: found.date, isWrong: found.doubtful, length }
}

/**
 * The subject of the text. On a line of its own it is the rest of the line; within a sentence it ends at the first stop.
 * @param rest what follows the name of the text, to the end of its line.
 */
function titleAt(rest: string, isHead: boolean): { words: string | null; length: number } {
  const [lead = ''] = /^[\s]*/u.exec(rest) ?? []
  const after = rest.slice(lead.length)
  if (!SUBJECT.test(after)) return { words: null, length: 0 }
  const whole = isHead ? after.replace(AFTER_TITLE, '') : (/^[^,;.:()]+/u.exec(after)?.[0] ?? '')
  const words = oneLine(whole).replace(/(?<![\s.;,:])[\s.;,:]+$/u, '')
  return words === '' ? { words: null, length: 0 } : { words, length: lead.length + whole.length }
}

function lineAround(text: string, at: number): { start: number; end: number } {
  const end = text.indexOf('\n', at)
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end === -1 ? text.length : end }
}
