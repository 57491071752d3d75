// The parts of a deliberation: its reasons, what is proposed to those who decide, and how they voted; and what is annexed to it.
import type { Line } from '../lines.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { countsOnly, saysVote } from './vote-outcome.ts'

/** "Il est proposé au conseil municipal :", "Le maire vous propose :"; folded. */
const LEAD =
  /^(?:[^.;:]{2,80}, )?(?:il (?:vous |leur )?est (?:donc |ainsi )?(?:propose|demande)|(?:(?:monsieur|madame|m\.|mme|l[ea]) [^.;:,]{2,40} |je |nous )(?:vous |lui |leur )?propose(?:ns)?)(?: (?:aux?|a) [^.;:,]{2,60})?(?: (?:de )?bien vouloir)? ?:$/

/** "Que le règlement soit adopté", "D’adopter le règlement", and no "De plus", "D’autre part"; folded. */
export const WHAT =
  /^(?:que |qu')[^?]*$|^(?:de |d')(?:ne pas |s'|se )?(?!ordre\b|histoire\b)[a-z]+(?:er|ir|oir|dre|ttre|ire|vre|clure|rompre)\b/

/** What is longer is no longer what one decision says. */
export const LONGEST = 1500

const isVote = ({ type, words }: Line) =>
  type !== 'heading' && type !== 'row' && countsOnly(words) && saysVote(words)
const says = ({ words }: Line) => WHAT.test(plainLine(words))

/**
 * "D’accorder la garantie", "D’autoriser le maire à la signer" below "Il est proposé au conseil :": what the vote at a place
 * decided, and the line that leads to it; null where nothing, or more than one thing, was proposed.
 */
export function proposedTo(lines: readonly Line[], at: number): { lead: Line; text: string } | null {
  const above = lines.slice(0, at)
  const own = above.slice(above.findLastIndex((line) => line.type === 'heading' || isVote(line)) + 1)
  const [lead, ...others] = own.filter(({ words }) => LEAD.test(plainLine(words)))
  if (lead === undefined || others.length > 0) return null
  const below = own.slice(own.indexOf(lead) + 1).filter(({ type }) => type !== 'row')
  const [first] = below
  if (first === undefined || !says(first)) return null
  const articles = below.filter(says)
  const listed = below.filter((line) => line.bullet || says(line))
  // The articles that fit say more of it than none.
  const text = [listed, ...articles.map((_, rank) => articles.slice(0, articles.length - rank))]
    .map(inOne)
    .find((one) => one.length <= LONGEST)
  return text === undefined ? null : { lead, text }
}

/** "D’accorder les délégations suivantes :", "allumer le four,", "le louer." in one line. */
function inOne(lines: readonly Line[]): string {
  const parts = lines.map(({ words }) => oneLine(words).replace(/(?<![\s,;.])[\s,;.]+$/, ''))
  return parts
    .map((part, at) => `${part}${at + 1 === parts.length ? '' : / :$/.test(part) ? ' ' : ' ; '}`)
    .join('')
}

/** What stands in the item of a proposal before it: reasons, and what the law says. */
export function reasonsOf(lines: readonly Line[]): Set<Line> {
  const reasons = new Set<Line>()
  for (const [at, line] of lines.entries()) {
    const proposed = isVote(line) ? proposedTo(lines, at) : null
    if (proposed === null) continue
    const lead = lines.indexOf(proposed.lead)
    const above = lines.slice(0, lead)
    const begin = above.findLastIndex((one) => one.type === 'heading' || isVote(one)) + 1
    for (const one of above.slice(begin)) reasons.add(one)
  }
  return reasons
}

/** "Entre les soussignés", "Ceci exposé, il est convenu et arrêté ce qui suit": a contract begins; folded. */
const CONTRACT =
  /^entre(?: les)? soussigne|^(?:(?:ceci|cela)(?: etant| ayant ete)? expose,? )?il (?:est|a ete) (?:donc )?(?:convenu et arrete|arrete et convenu) ce qui suit\b|^(?:ceci|cela)(?: etant| ayant ete)? expose,? il (?:est|a ete) (?:donc )?convenu\b/
const ITS_TITLE = /^(?:article|titre|chapitre|preambule|annexe|section)\b/

/** The lines of contracts that are annexed to a decision: what their parties agree on was decided with them. */
export function annexedTo(lines: readonly Line[]): Set<Line> {
  const annexed = new Set<Line>()
  let isWithin = false
  let item = 0
  for (const line of lines) {
    const folded = plainLine(line.words)
    const isNext = line.number === String(item + 1) || (line.type === 'heading' && !ITS_TITLE.test(folded))
    if (CONTRACT.test(folded)) isWithin = true
    else if (isNext || isVote(line)) isWithin = false
    if (isWithin) annexed.add(line)
    else if (/^\d+$/.test(line.number ?? '')) item = Number(line.number)
  }
  return annexed
}
