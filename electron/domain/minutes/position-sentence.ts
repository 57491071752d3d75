import { type Article, typedArticle, withArticle } from '../people/organisation-article.ts'
import type { ItemPositionFields, Stance } from '../session/session.ts'
import { withCapital } from '../text/french.ts'
import { beginsWithVerb, endedSentence } from '../text/french-sentence.ts'

/** Of one organisation, and of one that is named in the plural. */
const said: Readonly<Record<Stance, readonly [string, string]>> = {
  favorable: ['est favorable', 'sont favorables'],
  reserves: ['est favorable avec réserves', 'sont favorables avec réserves'],
  defavorable: ['est défavorable', 'sont défavorables'],
  reservee: ['émet une réserve', 'émettent une réserve'],
  sansAvis: ['ne se prononce pas', 'ne se prononcent pas'],
}

/** The stance said once more at the head of its words: "Favorable sous conditions". */
const again: Readonly<Partial<Record<Stance, RegExp>>> = {
  favorable: /^(?:avis )?favorables?(?![\p{L}-])[\s,.:;–-]*/iu,
  reserves: /^(?:avis )?favorables?(?: avec (?:des )?réserves?)?(?![\p{L}-])[\s,.:;–-]*/iu,
  defavorable: /^(?:avis )?défavorables?(?![\p{L}-])[\s,.:;–-]*/iu,
}

/** Words that go on with the sentence: "émet une réserve sur les délais". */
const goesOn = /^(?:sur|à|au|aux|quant|pour|concernant|en|sous|mais|car|si)\s/iu

/** "L’AMF est favorable.", "La direction du numérique émet une réserve sur les délais." */
export function positionSentence(
  { organisation, stance, words }: Pick<ItemPositionFields, 'organisation' | 'stance' | 'words'>,
  article: Article,
): string {
  const typed = typedArticle(organisation.trim())
  const who = typed === null ? withArticle(organisation.trim(), article) : organisation.trim()
  const verb = `${withCapital(who)} ${said[stance][(typed?.article ?? article) === 'les' ? 1 : 0]}`
  const told = words
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(again[stance] ?? /(?!)/u, '')
  if (!/[\p{L}\p{N}]/u.test(told)) return `${verb}.`
  // "favorable sous réserve du budget" has its reserve in its own words.
  if (stance === 'reserves' && /^sous réserves?\b/iu.test(told))
    return endedSentence(`${verb.replace(' avec réserves', '')} ${told}`)
  if (goesOn.test(told)) return endedSentence(`${verb} ${told}`)
  return endedSentence(beginsWithVerb(told) ? `${verb} et ${told}` : `${verb}\u00a0: ${told}`)
}
