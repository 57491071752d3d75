import { fold } from '../text/fold.ts'

const EXHAUSTED =
  /\bepuisee?s?\b|\b(?:integralement|entierement|totalement|completement) (?:traite|examine|aborde|parcouru)/gu
const EXAMINED = /\b(?:traite|examine|aborde|epuise|evoque)e?s\b/gu
/** Of one that is told a word or two after the agenda itself: "est terminé", and not "est traité aux deux tiers". */
const GONE_THROUGH =
  /\b(?:ete|est|etant) (?:traite|examine|aborde|parcouru|termine|acheve|clos)\b(?! (?:aux?|en partie|jusqu|pour|partiellement)\b)/gu
const ALL_POINTS =
  /\b(?:tous les|toutes les|l ensemble des|la totalite des) (?:points|sujets|questions|affaires)(?: (?:inscrit|porte)e?s)?(?: a| de)? l $/u
const POINTS = /\b(?:points|sujets|questions|affaires)(?: (?:inscrit|porte)e?s)? (?:a|de) l $/u
const ALL_DONE =
  /\b(?:tous les|toutes les|l ensemble des|la totalite des) (?:points|sujets|questions|affaires) (?:ont|ayant|sont|etant)(?: ete)? (?:traite|examine|aborde|epuise|evoque)e?s\b/u
const NOTHING_LEFT =
  /\b(?:plus (?:rien|aucune?)|rien d autre|aucune? autre)\b[^,]{0,60}\bne? (?:etant|est|restant|reste|figurant|figure)\b[^,]{0,40}\bordre du jour\b(?! de la prochaine)/u
const AGENDA = 'ordre du jour'
/** Looked at before the words, and between them: a sentence says nothing farther away. */
const NEAR = 300

/**
 * "L’ordre du jour étant épuisé", "tous les points de l’ordre du jour ayant été examinés", and not "n’ayant pas été épuisé"
 * nor "sans que l’ordre du jour soit épuisé".
 */
export const saysExhausted = (words: string): boolean =>
  fold(words)
    .split(/[.;!?\n]/u)
    .some(tellsExhausted)

function tellsExhausted(folded: string): boolean {
  const sentence = folded.replaceAll(/\bodj\b/gu, AGENDA)
  const isSaid = (done: RegExp, isMeant: (before: string, between: string) => boolean) =>
    [...sentence.matchAll(done)].some(({ index }) => {
      const at = sentence.slice(Math.max(0, index - NEAR), index).lastIndexOf(AGENDA)
      if (at < 0) return false
      const begins = Math.max(0, index - NEAR) + at
      const before = sentence.slice(Math.max(0, begins - NEAR), begins)
      // What is only told of the agenda on the way ("qui n’appelait pas de vote,") denies nothing.
      const between = sentence
        .slice(begins + AGENDA.length, index)
        .replace(/, (?:qui|que|dont|lequel) [^,]*,/gu, ' ')
      return (
        isMeant(before, between) &&
        !/\bne? (?!\d)|\b(?:pas|non|presque|partiellement|loin|prochaine?|ser(?:a|ont|ait|aient)|soi(?:en)?t)\b/u.test(
          between,
        ) &&
        !/\b(?:sans|avant|faute) que\b/u.test(before)
      )
    })
  return (
    !/\b(?:sauf|hormis|excepte|a l exception)\b/u.test(sentence) &&
    (isSaid(EXHAUSTED, () => true) ||
      isSaid(GONE_THROUGH, (_, between) => between.length < 40 && !/,|\b(?:et|mais)\b/u.test(between)) ||
      isSaid(EXAMINED, (before) => ALL_POINTS.test(before)) ||
      isSaid(EXAMINED, (before, between) => POINTS.test(before) && /\btou(?:te)?s\b/u.test(between)) ||
      ALL_DONE.test(sentence) ||
      NOTHING_LEFT.test(sentence))
  )
}
