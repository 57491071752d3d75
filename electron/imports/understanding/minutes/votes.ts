import type { Line } from '../lines.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { ledTo, withListed } from './decided-below.ts'
import { decides } from './deciding-sentence.ts'
import { BEGINS_WITH_BODY, DELIBERATED, saysAllowed, saysDecided, saysValidated } from './deciding-words.ts'
import { annexedTo } from './deliberations.ts'
import type { FoundDecision } from './statements.ts'
import { countsOnly, saysVote, voteOf } from './vote-outcome.ts'

/** Decisions that the results of votes tell, each with what was voted: its own words, or the heading it stands under. */
export function readVotes(
  lines: readonly Line[],
  itemAbove: (line: Line) => { number: string | null; title: string; block: number } | null,
): FoundDecision[] {
  const found: FoundDecision[] = []
  const led = ledTo(lines)
  const within = new Set([...led.values()].flatMap(({ listed }) => listed).concat(...annexedTo(lines)))
  let tallied: string | null = null
  /** Items whose decision is told by a formula and its articles. */
  const formulas = new Set<number>()
  for (const [place, line] of lines.entries()) {
    if (line.type === 'row') {
      const outcome = tallyFrom(lines, place)
      if (outcome === null) continue
      const above = itemAbove(line)
      const text = captionOf(lines[place - 1]) ?? above?.title ?? outcome
      tallied = text
      found.push({
        number: null,
        itemNumber: above?.number ?? null,
        text,
        outcome: text === outcome ? null : outcome,
        block: line.block,
        excerpt: line.text,
      })
      continue
    }
    if (line.type === 'heading' || within.has(line)) continue
    const whole = led.get(line)
    if (whole !== undefined) {
      found.push({
        ...decidedIn(whole.text, line, itemAbove(line)?.number ?? null),
        outcome: whole.outcome,
      })
      continue
    }
    // "Statut validé" over the text is said of the paper.
    const isValidated = place >= HEAD && line.words.split(SENTENCES).some(saysValidated)
    const above = plainLine(lines[place - 1]?.words ?? '')
    const isReason = /^(?:vu|considerant)\b/
    // "Vu la délibération du comité du 3 mai, prise à l’unanimité ;" may run over its line.
    const isRest =
      isReason.test(above) && !/[.;:,]$/.test(above) && !BEGINS_WITH_BODY.test(plainLine(line.words))
    if ((isReason.test(plainLine(line.words)) && !DELIBERATED.test(plainLine(line.words))) || isRest) continue
    // "Résultat du vote :" over "Pour le changement : 13 votes"
    const isResult = RESULT.test(above) && /\b\d{1,3} (?:votes?|voix)\b/.test(plainLine(line.words))
    const isCounted = countsBeside(lines, place)
    const isVote = (words: string) => saysVote(words) || isResult || isCounted
    const sentences = withoutRank(line.words).split(SENTENCES)
    // What the mayor may sign is part of what was decided right above it.
    const isSaid = (words: string) =>
      saysDecided(words) || (saysAllowed(words) && (found.at(-1)?.block ?? -1) < line.block - 1)
    if (!isVote(line.words) && !sentences.some(isSaid) && !isValidated) continue
    for (const [at, sentence] of sentences.entries()) {
      // "Après en avoir délibéré, le conseil décide :" stands for what the item is about, once.
      const about = itemAbove(line)
      const isFormula =
        about !== null &&
        countsOnly(sentence) &&
        /\b(?:delibere|deliberation|decide(?:nt)?)\b/.test(plainLine(sentence))
      const same = isFormula
        ? found.findLast(({ text, block }) => text === about.title && block > about.block)
        : undefined
      if (same !== undefined) {
        if (saysVote(sentence)) same.outcome ??= oneLine(sentence)
        continue
      }
      if (isFormula) formulas.add(about.block)
      if (!isVote(sentence)) {
        // The articles below a formula are what it decided; a sentence of its own decides something else.
        if (about !== null && formulas.has(about.block) && /^\W{0,3}\p{Lu}{2}/u.test(sentence)) continue
        // "Cette résolution est adoptée." below its count says it again.
        const last = found.at(-1)
        if (!isFormula && countsOnly(sentence) && last !== undefined && line.block - last.block <= 2) continue
        if (isSaid(sentence) || (isValidated && saysValidated(sentence)))
          found.push(decidedIn(isFormula ? about.title : sentence, line, about?.number ?? null))
        continue
      }
      const { text, outcome } = isResult ? { text: null, outcome: oneLine(sentence) } : voteOf(sentence)
      // "Adopté à l’unanimité des présents." under the articles of what was decided above.
      const open =
        text === null && about !== null
          ? found.findLast(({ text, block }) => text === about.title && block > about.block)
          : undefined
      if (
        open !== undefined &&
        (open.outcome === null || /\b(?:delibere|decide)/.test(plainLine(open.outcome)))
      ) {
        open.outcome = outcome
        continue
      }
      const last = found.at(-1)
      // "Pour : 21 – Contre : 1" over "Cette résolution est adoptée à la majorité.": one vote, said twice.
      const isAgain =
        text === null &&
        last !== undefined &&
        last.text === about?.title &&
        (line.block - last.block <= 2 || countsBetween(lines, last, place))
      if (isAgain && /\d/.test(last.outcome ?? '') !== /\d/.test(outcome)) {
        last.outcome = [last.outcome, outcome].filter((one) => one !== null).join(' – ')
        continue
      }
      // "Le conseil approuve les comptes à l’unanimité." over "Pour : 6 – Contre : 0": one vote. What stands under
      // "Première résolution" is one, however long it is.
      const isNear =
        last !== undefined &&
        (line.block - last.block <= 1 ||
          (about !== null && RANK.test(about.title) && last.block > about.block))
      if (text === null && isNear && last.outcome === null) {
        last.outcome = outcome
        continue
      }
      // "Pour : 7" over "Les statuts sont approuvés à l’unanimité.": one vote too.
      if (
        text !== null &&
        last !== undefined &&
        (line.block - last.block <= (last.text === tallied ? 8 : 3) || countsBetween(lines, last, place)) &&
        countsOnly(last.outcome ?? '') &&
        (last.text === itemAbove(line)?.title ||
          last.text === tallied ||
          (last.outcome === null && countsOnly(last.text)))
      ) {
        last.outcome ??= last.text
        last.text = text
        continue
      }
      const above = itemAbove(line)
      const told = sentences[at - 1]
      // "La trésorière présente les comptes. Ils sont adoptés.": what the part is about says more.
      const isTold =
        told !== undefined &&
        above !== null &&
        /\b(?:presente|expose|rappelle|lit|explique)\b/.test(plainLine(told))
      const voted =
        text ??
        (isFormula ? about.title : null) ??
        (isTold ? above.title : told) ??
        subjectAbove(lines[place - 1], line) ??
        (above !== null && RANK.test(above.title)
          ? lines.find(({ block }) => block > above.block)?.words
          : null) ??
        above?.title ??
        outcome
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
  const whole = found.map((one) => withListed(one, lines, itemAbove))
  const inLists = new Set(whole.flatMap(({ listed }) => listed))
  return whole.flatMap(({ decision }) => (inLists.has(decision.block) ? [] : [decision]))
}

const RESULT = /^resultats? (?:du |des )?votes? ?:?$/

const SENTENCES = /(?<=[^\s.]{3}[.!?]|[€%»)][.!?]|[^\s.]{2}\s[!?])\s+(?=\p{Lu})/u

/** So many first lines name the meeting. */
const HEAD = 5

/** "Candidature de Zoé Lac : validée" over its count: what was voted, without how it ended; null of other words. */
function saidOver(above: Line | undefined): string | null {
  const said = /^(?<what>\p{Lu}[^:?]{7,200}?)\s?: (?:valid|adopt|approuv|accept|rejet|refus)ée?s?\.?$/u
  return above === undefined || above.type === 'row' ? null : (said.exec(above.words)?.groups?.what ?? null)
}

/** Folded words of a row of a table of votes. */
const TALLY =
  /^(?:(?:nombre (?:de |d'))?(?:votants?|presents?|exprimes?|suffrages?|inscrits?|voix)\b.{0,20}|(?:ne prennent pas|n'ont pas pris|ne prend pas) part au vote|(?:s'abstiennent|se sont abstenus|abstentions?|blancs?|nuls?|blancs? et nuls?)|(?:votent |ont vote |votes? |voix |suffrages? )?(?:pour|contre|favorables?|defavorables?)|adopte|rejete) ?:?$/

/**
 * "10 pour" over "2 abstentions", "Pour : unanimité" over "Contre : 0", "D’accord 80 % / 8 votes" over "S’abstenir 20 % / 2
 * votes": a line for each count of one vote, in any order.
 */
function countsBeside(lines: readonly Line[], at: number): boolean {
  const countOf = (line: Line | undefined): 'for' | 'other' | null => {
    const words = line === undefined || line.type === 'row' ? '' : plainLine(line.words)
    if (!COUNT_LINES.some((pattern) => pattern.test(words))) return null
    return /^(?:\d{1,4} (?:voix |votes? )?)?(?:pour|d'accord|favorables?)\b/.test(words) ? 'for' : 'other'
  }
  const others = [lines[at - 2], lines[at - 1], lines[at + 1], lines[at + 2]].map(countOf)
  const isBelow = others.includes('other') || saidOver(lines[at - 1]) !== null
  return countOf(lines[at]) === 'for' && isBelow
}

/** "Pour : 7" over "Contre : 0" and "Abstention : 0": nothing else stands between a vote and a line. */
function countsBetween(lines: readonly Line[], vote: FoundDecision, place: number): boolean {
  const from = lines.findLastIndex(({ block }, at) => at < place && block === vote.block)
  return lines
    .slice(from + 1, place)
    .every(({ words }) => COUNT_LINES.some((pattern) => pattern.test(plainLine(words))))
}

const COUNT_LINES = [
  /^\d{1,4} (?:voix |votes? )?(?:pour|contre|abstentions?)$/,
  /^(?:pour|contre|abstentions?) ?:? ?(?:\d{1,4}|(?:a l')?unanimite|aucune?|neant)(?: voix| votes?)?(?: ?\([^()]*\))?\.?$/,
  /^(?:pour|contre|favorables?|defavorables?|(?:pas )?d'accord|s'abstenir|abstentions?) ?:? ?\d{1,3}(?:[.,]\d{1,2})? ?% ?[/,(–-] ?\d{1,4} (?:votes?|voix)\)?$/,
]

/** A table that counts a vote, from its first row on: "Votent pour : 7, votent contre : 1"; null elsewhere. */
function tallyFrom(lines: readonly Line[], from: number): string | null {
  const rowAt = (at: number) => {
    const [name, count] = [lines[at], lines[at + 1]]
    const isRow = name?.type === 'row' && name.block === count?.block && TALLY.test(plainLine(name.text))
    return isRow && /^\d{1,4}$/.test(count.text) ? `${name.text.replace(/\s?:$/, '')} : ${count.text}` : null
  }
  if (rowAt(from) === null || rowAt(from - 2) !== null) return null
  const rows: string[] = []
  for (let at = from; at < lines.length; at += 2) {
    const row = rowAt(at)
    if (row === null) break
    rows.push(row)
  }
  const says = (pattern: RegExp) => rows.some((row) => pattern.test(plainLine(row)))
  return says(/\bpour :/) && says(/\b(?:contre|abst\w+|s'abstiennent) :/) ? rows.join(', ') : null
}

/** "Table : vote des comptes" over the table. */
function captionOf(above: Line | undefined): string | null {
  const [, caption] = /^(?:table(?:au)?|scrutin)\s?(?:\d+\s?)?:\s*(\S.*)$/iu.exec(above?.text ?? '') ?? []
  return caption ?? null
}

function decidedIn(sentence: string, line: Line, itemNumber: string | null): FoundDecision {
  const text = oneLine(sentence).replace(/(?<![\s.])[\s.]+$/, '')
  return { number: null, itemNumber, text, outcome: null, block: line.block, excerpt: line.text }
}

const RANKED = String.raw`^(?:\d{1,2}\s?(?:er|ère|re|e|è|ème|eme|nde?)|première|premiere|deuxième|deuxieme|seconde|troisième|troisieme|quatrième|quatrieme|cinquième|cinquieme|sixième|sixieme)\s(?:délibération|résolution|resolution|décision)`
const RANK = new RegExp(`${RANKED}$`, 'iu')
const WITH_RANK = new RegExp(String.raw`${RANKED}\s?(?:n°\s?\d+\s?)?[:–—-]\s+(?=\p{L})`, 'iu')

/** "2e délibération : le conseil adopte les statuts" */
function withoutRank(words: string): string {
  return words.replace(WITH_RANK, '')
}

/** "L’assemblée vote la hausse des tarifs" over "Pour : 12", one level deeper. */
function subjectAbove(above: Line | undefined, line: Line): string | null {
  if (above === undefined || above.type === 'row') return null
  const said = saidOver(above)
  if (said !== null) return said
  const isOver =
    (above.type === 'list' && line.type === 'list' && above.level < line.level) || /:$/.test(above.text)
  const words = above.words.replace(/(?<![\s:.])[\s:.]+$/, '')
  const ranked = withoutRank(words)
  if (ranked !== words) return ranked
  // "Le budget est approuvé." over "Pour : 12"
  const last = above.words.split(SENTENCES).at(-1) ?? ''
  if (decides(last)) return oneLine(last).replace(/(?<![\s.])[\s.]+$/, '')
  return isOver && !countsOnly(words) ? words : null
}
