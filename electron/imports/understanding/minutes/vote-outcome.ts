import { oneLine, plainLine } from '../plain-line.ts'

/**
 * How a vote ended: "adopté à l’unanimité", "14 votes pour / 2 abstentions", "POUR : 12". Source of a pattern over folded
 * words.
 */
const COUNT = String.raw`^votes? ?: ?(?:a l')?unanim|\bavis (?:de)?favorable\b.{0,30}\ba la majorite\b|\d{1,3} avis (?:de)?favorables?\b|\d{1,3} ?(?:voix|votes?|suffrages?)(?: (?:exprimee?s?))?(?: ?:)? ?(?:pour|contre|favorables?)(?=$| ?[,;.:/()–-]| et | \d| l[ae']| cette)|^(?:votes? )?(?:pour|favorables?) ?: ?\d{1,3}\b|^votes? ?: ?\d{1,3} pour\b|\(\d{1,3} (?:voix )?pour\)|\bpour ?: ?\d{1,3}\b.{0,40}\b(?:contre|abstentions?) ?: ?\d|\b\d{1,3} pour ?[,;/–-] ?\d{1,3} (?:contre|abst)|^\d{1,3} pour\.?$|\b\d{1,3} (?:contre|abst\w*) ?[,;/–-] ?(?:\d{1,3} (?:contre|abst\w*) ?[,;/–-] ?)?\d{1,3} pour\b|\b(?:re)?elue?s? (?:par|avec) \d{1,3} voix\b|\b(?:pour|contre) ?:? ?\d{1,3} ?[,;/–-] ?(?:contre|abst\w*) ?:? ?\d`
const UNANIMOUS = String.raw`\ba l'unanimite\b|\bunanimite des (?:voix|presents|membres|suffrages)\b|\b(?:adopte|approuve|accepte|valide|vote|elu|rejete|nomme)e?s? a la majorite\b|\b(?:adopte|approuve|accepte|valide|vote|elu|reelu|rejete|nomme)e?s? par (?:l'ensemble|la totalite|tous|toutes)\b|\ba la majorite (?:absolue|des (?:voix|presents|membres|suffrages))\b`
const OUTCOME = new RegExp(`${COUNT}|${UNANIMOUS}`)

/** The line tells the result of a vote of this meeting, and not how votes are taken. */
export function saysVote(text: string): boolean {
  const folded = plainLine(text)
  if (!OUTCOME.test(folded)) return false
  // "Il est rappelé que le maire est élu au scrutin secret et à la majorité absolue" tells the rule.
  if (
    /\b(?:est|sont) elue?s?,? (?:parmi [^.;:]{3,60} )?(?:au (?:scrutin|premier|suffrage)|a la majorite absolue)\b|^(?:il est |[^.;:]{3,40} )rappelle? (?:que|qu')/.test(
      folded,
    )
  )
    return false
  return !/\b(?:doit|doivent|devra|devront|peut|peuvent|pourra|pourront|sera|seront|soit|si)\b[^.;]{0,40}(?:unanimite|majorite)/.test(
    folded,
  )
}

/** "Adoptée", "Adopté à l’unanimité des membres présents": alone over a text it is no title of it. */
export function saysHowItEnded(words: string): boolean {
  return saysVote(words) || /^(?:non )?(?:adopte|rejete|resolu)e?s?\.?$/.test(plainLine(words))
}

/** "Le budget est adopté à l’unanimité." as what was decided and how; the words that only count are no text. */
export function voteOf(sentence: string): { text: string | null; outcome: string } {
  const words = oneLine(sentence)
    .replace(/^[\s–—•*:-]+/, '')
    .replace(/(?<![\s.])[\s.]+$/, '')
  const labelled = /^(.{3,200}?)\s*:\s*([^:]*)$/u.exec(words)
  if (
    labelled?.[1] !== undefined &&
    labelled[2] !== undefined &&
    saysVote(labelled[2]) &&
    !saysVote(labelled[1])
  ) {
    if (!/^(?:r[ée]sultats? (?:du |des )?)?votes?$/iu.test(labelled[1]))
      return { text: labelled[1], outcome: labelled[2] }
    // "Vote : logo bleu adopté (5 pour, 1 contre)"
    return { text: countsOnly(labelled[2]) ? null : labelled[2], outcome: labelled[2] }
  }
  return countsOnly(words) ? { text: null, outcome: words } : { text: words, outcome: words }
}

/** "14 votes pour", "Adopté à l’unanimité", "Vote : 12 pour, 2 contre": says nothing of what was voted. */
export function countsOnly(words: string): boolean {
  const rest = plainLine(words)
    .replace(
      /\b(?:resultats?|votes?|voix|pour|contre|abst?en[st]ions?|abst|s'abstiennent|votants?|nombre|prennent|part|mises?|aux|ne|pas|votent|adopte?e?s?|adoption|approuve?e?s?|accepte?e?s?|valide?e?s?|vote?e?s?|rejete?e?s?|elue?s?|reelue?s?|nommee?s?|delibere|accord|unanimite|majorite|des|presents|representes|membres|suffrages|exprimes|ete|ensemble|tous|toutes|l'|la|le|les|du|de|a|au|est|sont|et|il|elle|ils|elles|cette|ce|en|apres|avoir|decide|decident|entendu|expose|decisions?|deliberations?|resolutions?|motions?|coproprietaires|tantiemes|propositions?|comite|conseil|municipal|communautaire|syndical|administration|assemblee|generale)\b/g,
      ' ',
    )
    .replace(/[\d\s,;:/.'()–—-]+/g, '')
  return rest.length <= 3
}
