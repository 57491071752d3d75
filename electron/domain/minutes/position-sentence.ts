import { type Article, typedArticle, withArticle } from '../people/organisation-article.ts'
import type { ItemPositionFields, Stance } from '../session/session.ts'
import { withCapital } from '../text/french.ts'
import { asSentence, beginsWithVerb, endedSentence } from '../text/french-sentence.ts'

/** Of one organisation, and of one that is named in the plural. */
const said: Readonly<Record<Stance, readonly [string, string]>> = {
  favorable: ['est favorable', 'sont favorables'],
  reserves: ['est favorable avec réserves', 'sont favorables avec réserves'],
  defavorable: ['est défavorable', 'sont défavorables'],
  reservee: ['réserve sa position', 'réservent leur position'],
  sansAvis: ['ne se prononce pas', 'ne se prononcent pas'],
}

/** The stance said once more at the head of its words: "Favorable sous conditions", "Avec réserves sur le budget". */
const again: Readonly<Record<Stance, RegExp>> = {
  favorable: /^(?:avis )?favorables?(?![\p{L}-])[\s,:;–-]*/iu,
  reserves:
    /^(?:(?:avis )?favorables?(?: avec (?:des )?réserves?)?|avec (?:des )?réserves?)(?![\p{L}-])[\s,:;–-]*/iu,
  defavorable: /^(?:avis )?défavorables?(?![\p{L}-])[\s,:;–-]*/iu,
  reservee:
    /^(?:réserve(?:nt)? (?:sa|leur) position|(?:sa )?position réservée|(?:avis )?réservée?)(?![\p{L}-])[\s,:;–-]*/iu,
  sansAvis: /^(?:ne se prononce(?:nt)? pas|(?:sans|pas d[’']) ?avis)(?![\p{L}-])[\s,:;–-]*/iu,
}

/** To make reservations is not to reserve one's position: "Réserves sur le coût", "émet une réserve". */
const reservation =
  /^(?:(?:émet|émettent|fait|font|donne|donnent|rend|rendent) )?(?:(?:une|des) )?(réserves?)(?![\p{L}-]| sa position)/iu

/** Words that a stance governs, and others that say nothing without it. */
const needsStance = /^(?:à|au|aux|sur|et|ou|mais|car|que|quant|d[eu]s?)(?!\p{L})|^d[’']/iu

/** What was said besides the stance, for a place that names the stance itself: it is not said twice. */
export function wordsBesideStance({ stance, words }: Pick<ItemPositionFields, 'stance' | 'words'>): string {
  const told = words.trim()
  const rest = told.replace(again[stance], '')
  if (rest === told) return told
  if (!/[\p{L}\p{N}]/u.test(rest)) return ''
  const isParted = /^[.!?…]/u.test(rest) || /[,:;–-]\s*$/u.test(told.slice(0, -rest.length))
  return isParted || !needsStance.test(rest) ? withCapital(rest.replace(/^[.!?…]+\s*/u, '')) : told
}

/** First words that go on with the sentence, whatever their capital: "réserve sa position sur les délais". */
const goesOn = /^(?:sur|à|au|aux|quant|pour|concernant|en|sous|si)\s/u
const opposes = /^(?:mais|car)\s/u
const pluralVerb = /^\p{L}*(?:ent|ont)\s/u

/** "L’AMF est favorable.", "La Direction du numérique réserve sa position sur les délais." */
export function positionSentence(
  { organisation, stance, words }: Pick<ItemPositionFields, 'organisation' | 'stance' | 'words'>,
  article: Article,
): string {
  const typed = typedArticle(organisation.trim())
  const who = typed === null ? withArticle(organisation.trim(), article) : organisation.trim()
  const plural = (typed?.article ?? article) === 'les'
  const stated = `${withCapital(who)} ${said[stance][plural ? 1 : 0]}`
  const whole = words.trim().replace(/\s+/gu, ' ')
  const [reserves, noun = ''] = (stance === 'reservee' ? reservation.exec(whole) : null) ?? []
  if (reserves !== undefined) {
    const made = `${plural ? 'émettent' : 'émet'} ${/s$/iu.test(noun) ? 'des réserves' : 'une réserve'}`
    return endedSentence(`${withCapital(who)} ${made}${whole.slice(reserves.length)}`)
  }
  const told = whole.replace(again[stance], '')
  if (!/[\p{L}\p{N}]/u.test(told)) return `${stated}.`
  // "Favorable. Mais le délai est court.": a sentence of its own stays one.
  if (told.startsWith('.')) return endedSentence(`${stated}${told}`)
  // The capital of a sentence, and not that of an acronym ("SI du ministère").
  const lower = /^\p{Lu}(?!\p{Lu})/u.test(told) ? told.charAt(0).toLowerCase() + told.slice(1) : told
  // "favorable sous réserve du budget" has its reserve in its own words.
  if (stance === 'reserves' && /^sous réserves?\b/u.test(lower))
    return endedSentence(`${stated.replace(' avec réserves', '')} ${lower}`)
  if (stance === 'defavorable' && /^contre\s/u.test(lower))
    return endedSentence(`${withCapital(who)} ${plural ? 'sont' : 'est'} ${lower}`)
  if (goesOn.test(lower)) return endedSentence(`${stated} ${lower}`)
  // A verb goes on with the same subject, where it agrees with it.
  const after = lower.replace(opposes, '')
  const agrees = !beginsWithVerb(after) || pluralVerb.test(after) === plural
  if (opposes.test(lower) && agrees) return endedSentence(`${stated}, ${lower}`)
  if (beginsWithVerb(told) && agrees) return endedSentence(`${stated} et ${told}`)
  return /^\p{Ll}/u.test(told) && agrees
    ? endedSentence(`${stated}\u00a0: ${told}`)
    : `${stated}. ${asSentence(told)}`
}
