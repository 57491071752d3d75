// What stands beside the words that decide: the articles below a formula, and what was proposed above "Proposition adoptée".
import { fold, oneLine, trimPunctuation } from '../fold.ts'
import type { Line } from '../lines.ts'
import { BEGINS_WITH_BODY, DELIBERATED, saysDecided } from './deciding-words.ts'
import type { FoundDecision } from './statements.ts'
import { countsOnly, saysVote } from './vote-outcome.ts'

/** "Le conseil décide : – d’acheter le four, – de le poser": what is listed below the colon is what was decided. */
export function withListed(
  decision: FoundDecision,
  lines: readonly Line[],
): { decision: FoundDecision; listed: readonly number[] } {
  const alone = { decision, listed: [] }
  // "Le conseil a, à l’unanimité :" stands for the item, and says below it what was decided.
  const said = decision.outcome ?? decision.text
  const isFormula = /,$/.test(said) || (decision.outcome !== null && /:$/.test(said))
  if (ADOPTED.test(fold(said))) return withProposal(decision, lines)
  if (!/:$/.test(decision.text) && !isFormula) return alone
  const below = lines.slice(lines.findLastIndex(({ block }) => block === decision.block) + 1)
  // "Par 13 voix pour" stands between who decides and what.
  const first = isFormula && below[0] !== undefined && countsOnly(below[0].words) ? 1 : 0
  const end = below.findIndex(
    (line, at) =>
      at >= first && (line.type === 'heading' || !(line.bullet || (isFormula && isArticle(line)))),
  )
  const parts = below.slice(first, end < 0 ? below.length : end)
  if (isFormula && !parts.some(({ words }) => DECIDES.test(fold(words)))) return alone
  const listed = parts.map(({ words }) => trimPunctuation(words).replace(/\.$/, ''))
  const text = [isFormula ? `${decision.text.replace(/,$/, '')} :` : decision.text, listed.join(' ; ')].join(
    ' ',
  )
  return listed.length === 0 || text.length > LONGEST
    ? alone
    : { decision: { ...decision, text }, listed: parts.map(({ block }) => block) }
}

/** "ACCEPTE les tarifs", "Décident d’acheter le four": a line for what was decided. */
function isArticle({ type, number, words }: Line): boolean {
  return type === 'paragraph' && number === null && DOES.test(words)
}

/** "Proposition adoptée à l’unanimité" */
const ADOPTED =
  /^(?:cette |la |les )?propositions? (?:est |sont |a ete |ont ete )?(?:mises? aux voix et )?(?:adopte|accepte|approuve|valide|vote)e?s?\b/

/** "Il est demandé au conseil d’autoriser la vente" above it: what was proposed, and what is listed for it. */
function withProposal(
  decision: FoundDecision,
  lines: readonly Line[],
): { decision: FoundDecision; listed: readonly number[] } {
  const at = lines.findIndex(({ block }) => block === decision.block)
  const near = lines.slice(Math.max(0, at - PROPOSED_ABOVE), at)
  const last = near.findLastIndex((line) => PROPOSES.test(fold(line.words)))
  const [proposal, ...below] = near.slice(last)
  const isApart =
    last < 0 ||
    proposal === undefined ||
    below.some(({ type, words }) => type === 'heading' || saysVote(words))
  if (isApart || decision.text.includes(proposal.words)) return { decision, listed: [] }
  const listed = /:$/.test(proposal.words) ? below.filter(({ bullet }) => bullet) : []
  const what = listed.map(({ words }) => trimPunctuation(words).replace(/\.$/, '')).join(' ; ')
  const about = decision.outcome === null ? '' : `${decision.text} : `
  const text = oneLine(`${about}${proposal.words} ${what}`).replace(/(?<![\s.])[\s.]+$/, '')
  const outcome = decision.outcome ?? decision.text
  return { decision: text.length > LONGEST ? decision : { ...decision, text, outcome }, listed: [] }
}

const PROPOSES =
  /\b(?:demande|propose)(?: \S+)?(?: (?:au|a la|a l'|aux) ?[^.;:,]{2,40}?)? (?:de |d')[^.;]|\b(?:demande|propose) (?:au|a la|a l'|aux) ?[^.;:,]{2,40} :$/
const PROPOSED_ABOVE = 10

/** "Le conseil municipal :" over "– Approuve la convention", "– Fixe la taxe": who decides, and what, in the lines below. */
export function ledTo(lines: readonly Line[]): Map<Line, { text: string; listed: Line[] }> {
  const led = new Map<Line, { text: string; listed: Line[] }>()
  for (const [at, line] of lines.entries()) {
    const folded = fold(line.words)
    const isLead = line.type === 'paragraph' && !line.bullet && line.number === null
    if (!isLead || !(BEGINS_WITH_BODY.test(folded) || DELIBERATED.test(folded)) || saysDecided(line.words))
      continue
    // Behind a colon a formula stands for the item above.
    if (/:$/.test(folded) && (saysVote(line.words) || /\b(?:delib|decid)/.test(folded))) continue
    const end = lines
      .slice(at + 1)
      .findIndex(({ bullet, type, words }) => !bullet || type === 'heading' || !DOES.test(words))
    const listed = lines.slice(at + 1, end < 0 ? undefined : at + 1 + end)
    const said = listed.map(({ words }) => trimPunctuation(words).replace(/\.$/, '')).join(' ; ')
    const text = `${line.words.replace(/(?<![\s.:,;])[\s.:,;]+$/, '')} : ${said}`
    if (listed.length > 0 && text.length <= LONGEST) led.set(line, { text, listed })
  }
  return led
}

/** What a council does, at the beginning of a line. */
const DOES =
  /^(?:d[’']|de )?(?:approuve|adopte|valide|décide|autorise|émet|désigne|fixe|attribue|accorde|sollicite|accepte|donne|nomme|charge|mandate|institue|instaure|ratifie|rejette|refuse|crée|modifie|supprime|confirme|dit|précise|prend acte)(?:nt)?(?!\p{L})/iu

/** "Approuvé la convention", "FIXE les taux", "d’autoriser le maire"; folded. */
const DECIDES =
  /^(?:d[e'] ?)?(?:approuv|adopt|valid|decid|autoris|emet|emis|design|fix|attribu|accord|sollicit|accept|donn|nomm|charg|mandat|institu|ratifi|rejet|refus)\p{Ll}*/u

/** What is longer is no longer what one decision says. */
const LONGEST = 1500
