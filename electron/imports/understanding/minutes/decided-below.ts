// What stands beside the words that decide: the articles below a formula, and what was proposed above "Proposition adoptée".

import type { Line } from '../lines.ts'
import { oneLine, plainLine, trimPunctuation } from '../plain-line.ts'
import { BEGINS_WITH_BODY, DELIBERATED, saysDecided, VERBS } from './deciding-words.ts'
import { LONGEST, proposedTo, WHAT } from './deliberations.ts'
import type { FoundDecision } from './statements.ts'
import { countsOnly, saysVote } from './vote-outcome.ts'
import { OWN } from './whose.ts'

/** "Le conseil décide : – d’acheter le four, – de le poser": what is listed below the colon is what was decided. */
export function withListed(
  decision: FoundDecision,
  lines: readonly Line[],
  itemAbove: (line: Line) => { title: string; block: number } | null,
): { decision: FoundDecision; listed: readonly number[] } {
  const alone = { decision, listed: [] }
  const put = decision.outcome === null ? null : putToVote(decision, lines, itemAbove)
  if (put !== null) return { decision: { ...decision, text: put }, listed: [] }
  // "Le conseil a, à l’unanimité :" stands for the item, and says below it what was decided.
  const said = decision.outcome ?? decision.text
  const isFormula =
    /,$/.test(said) ||
    (decision.outcome !== null && /:$/.test(said)) ||
    (DELIBERATED.test(plainLine(said)) &&
      /\b(?:unanimite|majorite|voix|pour|contre|abstentions?)$/.test(plainLine(said)))
  if (ADOPTED.test(plainLine(said))) return withProposal(decision, lines)
  if (!/:$/.test(decision.text) && !isFormula) return alone
  const below = lines.slice(lines.findLastIndex(({ block }) => block === decision.block) + 1)
  // "Par 13 voix pour" stands between who decides and what.
  const first = isFormula && below[0] !== undefined && countsOnly(below[0].words) ? 1 : 0
  const end = below.findIndex(
    (line, at) =>
      at >= first && (line.type === 'heading' || !(line.bullet || (isFormula && isArticle(line)))),
  )
  const parts = below.slice(first, end < 0 ? below.length : end)
  if (isFormula && !parts.some(({ words }) => DOES.test(plainLine(words)))) return alone
  const listed = parts.map(({ words }) => trimPunctuation(words).replace(/\.$/, ''))
  const text = [isFormula ? `${decision.text.replace(/,$/, '')} :` : decision.text, listed.join(' ; ')].join(
    ' ',
  )
  return listed.length === 0 || text.length > LONGEST
    ? alone
    : { decision: { ...decision, text }, listed: parts.map(({ block }) => block) }
}

/** "La vente du four : d’accepter le prix ; d’autoriser le maire à signer", of a vote that only counts. */
function putToVote(
  { block, text, outcome }: FoundDecision,
  lines: readonly Line[],
  itemAbove: (line: Line) => { title: string; block: number } | null,
): string | null {
  const at = lines.findIndex((line) => line.block === block)
  const vote = lines[at]
  if (vote === undefined || !countsOnly(outcome ?? '') || itemAbove(vote)?.title !== text) return null
  const proposed = proposedTo(lines, at)
  const title = proposed === null ? undefined : itemAbove(proposed.lead)?.title
  if (proposed === null || title === undefined) return proposed?.text ?? null
  return `${title} : ${proposed.text}`
}

/** "ACCEPTE les tarifs", "Décident d’acheter le four": a line for what was decided. */
function isArticle({ type, number, words }: Line): boolean {
  return type === 'paragraph' && number === null && DOES.test(plainLine(words))
}

/** "Proposition adoptée à l’unanimité" */
const ADOPTED =
  /^(?:cette |la |les )?propositions? (?:est |sont |a ete |ont ete )?(?:mises? aux voix et )?(?:adopte|accepte|approuve|valide|vote|rejete|refuse)e?s?\b/

/** "Il est demandé au conseil d’autoriser la vente" above it: what was proposed, and what is listed for it. */
function withProposal(
  decision: FoundDecision,
  lines: readonly Line[],
): { decision: FoundDecision; listed: readonly number[] } {
  const at = lines.findIndex(({ block }) => block === decision.block)
  const above = lines.slice(Math.max(0, at - PROPOSED_ABOVE), at)
  const apart = above.findLastIndex(({ type, words }) => type === 'heading' || saysVote(words))
  const near = above.slice(apart + 1)
  const [proposal, ...others] = near.filter(({ words }) => PROPOSES.test(plainLine(words)))
  // Of two nobody can say which was adopted.
  if (proposal === undefined || others.length > 0 || decision.text.includes(proposal.words))
    return { decision, listed: [] }
  const below = near.slice(near.indexOf(proposal) + 1)
  const listed = /:$/.test(proposal.words) ? below.filter(({ bullet }) => bullet) : []
  const what = listed.map(({ words }) => trimPunctuation(words).replace(/\.$/, '')).join(' ; ')
  const about = decision.outcome === null ? '' : `${decision.text} : `
  const text = oneLine(`${about}${proposal.words} ${what}`).replace(/(?<![\s.])[\s.]+$/, '')
  const outcome = decision.outcome ?? decision.text
  return { decision: text.length > LONGEST ? decision : { ...decision, text, outcome }, listed: [] }
}

/** What is proposed, or asked of those who met: others ask too. */
const PROPOSES = new RegExp(
  String.raw`\b(?:propose(?:nt)?|est (?:donc )?demande|demande(?:nt)?(?= (?:aux?|a) ?${OWN}))(?: (?:aux?|a) ?[^.;:,]{2,40}?)? ?(?:(?:de |d')[^.;]|:$)`,
)
const PROPOSED_ABOVE = 10

/** "Le conseil municipal :", "Le conseil, après en avoir délibéré," over "Approuve la convention": who decides, and what. */
export function ledTo(
  lines: readonly Line[],
): Map<Line, { text: string; outcome: string | null; listed: Line[] }> {
  const led = new Map<Line, { text: string; outcome: string | null; listed: Line[] }>()
  for (const [at, line] of lines.entries()) {
    const folded = plainLine(line.words)
    const isLead = line.type === 'paragraph' && !line.bullet && line.number === null
    const resolved = isLead && RESOLVED.test(folded) ? resolvedIn(lines.slice(at + 1)) : []
    if (resolved.length > 0) {
      const text = resolved.map(({ words }) => trimPunctuation(words).replace(/\.$/, '')).join(' ; ')
      if (text.length <= LONGEST) led.set(line, { text, outcome: line.words, listed: resolved })
      continue
    }
    const proclaimed = isLead && PROCLAIMED.test(folded) ? proclaimedIn(lines.slice(at + 1)) : []
    if (proclaimed.length > 0) {
      const text = oneLine([line, ...proclaimed].map(({ words }) => words).join(' '))
      led.set(line, { text, outcome: null, listed: proclaimed })
      continue
    }
    const isDeliberated = DELIBERATED.test(folded)
    const goesOn = isDeliberated && !saysVote(line.words)
    if (!isLead || !(BEGINS_WITH_BODY.test(folded) || isDeliberated) || saysDecided(line.words)) continue
    // Behind a colon a formula stands for the item above.
    if (/:$/.test(folded) && (saysVote(line.words) || /\b(?:delib|decid)/.test(folded))) continue
    // "À l’unanimité" stands between who decides and what.
    const vote = goesOn && countsOnly(lines[at + 1]?.words ?? '') ? lines.slice(at + 1, at + 2) : []
    const below = lines.slice(at + 1 + vote.length)
    const end = below.findIndex(
      (one) => !(one.bullet ? DOES.test(plainLine(one.words)) : goesOn && isArticle(one)),
    )
    const listed = below.slice(0, end < 0 ? undefined : end)
    // "ACCEPTE les tarifs" alone says it without the formula.
    if (vote.length === 0 && listed.length === 1 && listed.some(({ words }) => saysDecided(words))) continue
    const said = listed.map(({ words }) => trimPunctuation(words).replace(/\.$/, '')).join(' ; ')
    const text = `${line.words.replace(/(?<![\s.:,;])[\s.:,;]+$/, '')} : ${said}`
    if (listed.length > 0 && text.length <= LONGEST)
      led.set(line, { text, outcome: vote[0]?.words ?? null, listed: [...vote, ...listed] })
  }
  return led
}

/** "Il est résolu", "Et résolu à l’unanimité des conseillers présents" over "Que le règlement soit adopté." */
const RESOLVED = new RegExp(
  String.raw`^(?:et |il est )?(?:unanimement )?resolu(?:$| (?:a l'unanimite|unanimement|a la majorite|par ${OWN})\b)[^.;]*$`,
)
/** "Ont été proclamés" over "membres de la commission d’appel d’offres" and "et du comité". */
const PROCLAIMED = /^(?:sont|ont ete|est|a ete) (?:proclame|declare)e?s?(?: elue?s?)? ?:?$/
const AS_WHAT =
  /^(?:membre|conseill|adjoint|delegue|representant|administrat|president|vice-president|titulaire|suppleant)/

function proclaimedIn([first, second]: readonly Line[]): Line[] {
  if (first?.type !== 'paragraph' || !AS_WHAT.test(plainLine(first.words))) return []
  return second?.type === 'paragraph' && /^(?:et|ou) /.test(plainLine(second.words))
    ? [first, second]
    : [first]
}

function resolvedIn(below: readonly Line[]): Line[] {
  const end = below.findIndex(({ type, words }) => type !== 'paragraph' || !WHAT.test(plainLine(words)))
  return below.slice(0, end < 0 ? undefined : end)
}

/** "Approuvé la convention", "FIXE les taux", "d’autoriser le maire"; "Donne un avis : M. Bon" is the label of something; folded. */
const DOES = new RegExp(
  String.raw`^(?:d'|de )?(?:(?:${VERBS}|emis|vote|dit|precise)(?:nt|r)?(?!\p{L})|charge(?:nt)? (?!d[eu' ]))`,
  'u',
)
