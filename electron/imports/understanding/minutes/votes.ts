import { fold, oneLine } from '../fold.ts'
import type { Line } from '../lines.ts'
import type { FoundDecision } from './statements.ts'

/**
 * How a vote ended: "adopté à l’unanimité", "14 votes pour / 2 abstentions", "POUR : 12". Source of a pattern over folded
 * words.
 */
const COUNT = String.raw`\d{1,3} ?(?:voix|votes?|suffrages?)(?: (?:exprimee?s?))?(?: ?:)? ?(?:pour|contre|favorables?)(?=$| ?[,;.:/()–-]| et | \d| l[ae']| cette)|^(?:votes? )?(?:pour|favorables?) ?: ?\d{1,3}\b|\bpour ?: ?\d{1,3}\b.{0,40}\b(?:contre|abstentions?) ?: ?\d|\b\d{1,3} pour ?[,;/–-] ?\d{1,3} (?:contre|abst)`
const UNANIMOUS = String.raw`\ba l'unanimite\b|\bunanimite des (?:voix|presents|membres|suffrages)\b|\b(?:adopte|approuve|accepte|valide|vote|elu|rejete|nomme)e?s? a la majorite\b|\ba la majorite (?:absolue|des (?:voix|presents|membres|suffrages))\b`
const OUTCOME = new RegExp(`${COUNT}|${UNANIMOUS}`)

/** The line tells the result of a vote of this meeting, and not how votes are taken. */
export function saysVote(text: string): boolean {
  const folded = fold(text)
  if (!OUTCOME.test(folded)) return false
  return !/\b(?:doit|doivent|devra|devront|peut|peuvent|pourra|pourront|sera|seront|soit|si)\b[^.;]{0,40}(?:unanimite|majorite)/.test(
    folded,
  )
}

/** "Le budget est adopté à l’unanimité." as what was decided and how; the words that only count are no text. */
export function voteOf(sentence: string): { text: string | null; outcome: string } {
  const words = oneLine(sentence)
    .replace(/^[\s–—•*:-]+/, '')
    .replace(/[\s.]+$/, '')
  const labelled = /^(.{3,200}?)\s*:\s*([^:]*)$/u.exec(words)
  if (
    labelled?.[1] !== undefined &&
    labelled[2] !== undefined &&
    saysVote(labelled[2]) &&
    !saysVote(labelled[1])
  )
    return {
      text: /^(?:r[ée]sultats? (?:du |des )?)?votes?$/iu.test(labelled[1]) ? null : labelled[1],
      outcome: labelled[2],
    }
  return countsOnly(words) ? { text: null, outcome: words } : { text: words, outcome: words }
}

/** "14 votes pour", "Adopté à l’unanimité", "Vote : 12 pour, 2 contre": says nothing of what was voted. */
function countsOnly(words: string): boolean {
  const rest = fold(words)
    .replace(
      /\b(?:resultats?|votes?|voix|pour|contre|abstentions?|abst|adopte?e?s?|adoption|approuve?e?s?|accepte?e?s?|valide?e?s?|vote?e?s?|rejete?e?s?|delibere|accord|unanimite|majorite|des|presents|membres|suffrages|exprimes|l'|la|le|les|du|de|a|au|est|sont|et|il|elle|ils|elles|cette|ce|decision|deliberation|motion|proposition|conseil|municipal)\b/g,
      ' ',
    )
    .replace(/[\d\s,;:/.'()–—-]+/g, '')
  return rest.length <= 3
}

/** Decisions that the results of votes tell, each with what was voted: its own words, or the heading it stands under. */
export function readVotes(
  lines: readonly Line[],
  itemAbove: (line: Line) => { number: string | null; title: string } | null,
): FoundDecision[] {
  const found: FoundDecision[] = []
  for (const [place, line] of lines.entries()) {
    if (line.type === 'heading' || line.type === 'row') continue
    if (!saysVote(line.words) && !saysDecided(line.words) && !saysValidated(line.words)) continue
    const sentences = line.words.split(/(?<=[^\s.]{3}[.!?])\s+(?=\p{Lu})/u)
    for (const [at, sentence] of sentences.entries()) {
      if (!saysVote(sentence)) {
        if (saysDecided(sentence) || saysValidated(line.words))
          found.push(decidedIn(sentence, line, itemAbove(line)?.number ?? null))
        continue
      }
      const { text, outcome } = voteOf(sentence)
      const last = found.at(-1)
      // "Le conseil approuve les comptes à l’unanimité." over "Pour : 6 – Contre : 0": one vote.
      if (text === null && last !== undefined && line.block - last.block <= 1 && last.outcome === null) {
        last.outcome = outcome
        continue
      }
      // "Pour : 7" over "Les statuts sont approuvés à l’unanimité.": one vote too.
      if (
        text !== null &&
        last !== undefined &&
        line.block - last.block <= 3 &&
        countsOnly(last.outcome ?? '') &&
        last.text === itemAbove(line)?.title
      ) {
        last.text = text
        continue
      }
      const above = itemAbove(line)
      const voted =
        text ?? sentences[at - 1] ?? subjectAbove(lines[place - 1], line) ?? above?.title ?? outcome
      found.push({
        number: null,
        itemNumber: above?.number ?? null,
        text: voted,
        outcome: outcome === voted ? null : outcome,
        block: line.block,
        excerpt: line.text,
      })
    }
  }
  return found
}

/** "Nous avons décidé que", "L’assemblée vote le renouvellement": the sentence itself decides. */
function saysDecided(text: string): boolean {
  return /^(?:[^.;:]{0,60}, )?(?:il (?:a (?:donc |egalement )?ete|est) (?:donc |egalement )?|nous avons (?:donc |egalement )?|on a (?:donc )?)(?:decide[rz]?|convenu|acte|vote)\b|^(?:apres en avoir delibere, )?(?:l'ag|l'assemblee(?: generale)?|le (?:conseil|comite|bureau|ca)(?: municipal| d'administration| syndical)?) (?:vote|approuve|adopte|valide|decide|acte)\b(?! pas)/.test(
    fold(text),
  )
}

/** "Tarifs validés." alone: nothing else than the decision. */
function saysValidated(text: string): boolean {
  return /^\p{Lu}[^.:;,?!]{3,70}\s(?:est |sont |a été |ont été )?(?:validé|approuvé|adopté|ratifié|entériné)(?:e|s|es)?\.?$/u.test(
    text.trim(),
  )
}

function decidedIn(sentence: string, line: Line, itemNumber: string | null): FoundDecision {
  const text = oneLine(sentence).replace(/[\s.]+$/, '')
  return { number: null, itemNumber, text, outcome: null, block: line.block, excerpt: line.text }
}

/** "L’assemblée vote la hausse des tarifs" over "Pour : 12", one level deeper. */
function subjectAbove(above: Line | undefined, line: Line): string | null {
  if (above === undefined || above.type === 'row') return null
  const isOver =
    (above.type === 'list' && line.type === 'list' && above.level < line.level) || /:$/.test(above.text)
  return isOver ? above.words.replace(/[\s:.]+$/, '') : null
}
