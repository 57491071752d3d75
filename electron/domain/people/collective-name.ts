import { fold } from '../text/fold.ts'

const COLLECTIVE =
  /^(?:secretariat|presidence|bureau|membres?|instance|associations?|college|collectivites|services?|administrations?|tous|toutes|chacune?|groupe)$/u
/** What may stand before it: how many of them, or what somebody does there. */
const OF_THEM =
  /^(?:l[ae]?|les|tout|toute|une?|d[eu]?|des|aux?|et|ou|deux|trois|quatre|cinq|quelques|plusieurs|certaine?s|chaque|autres?|nos|notre|vos|votre|leurs?|cet?|cette|ces|ensemble|totalite|directions?|equipes?|pole|cabinet|missions?|cheff?e?s?|vice|president(?:e|s|es)?|direct(?:eur|rice)s?|responsables?|represent(?:ant|ante)s?|referent(?:e|s|es)?|secretaires?|tresori(?:er|ere)s?|gestionnaires?|adjoint(?:e|s|es)?|charge(?:e|s|es)?|delegue(?:e|s|es)?|coordinat(?:eur|rice)s?|animat(?:eur|rice)s?|rapporteu(?:r|se|re)s?|conseill(?:er|ere)s?|agents?|assistant(?:e|s|es)?|administrat(?:eur|rice)s?|general(?:e|es)?|generaux|comites?|commissions?|cellules?|projets?|appui|sous|elu(?:e|s|es)?|maires?|porteu(?:r|se)s?|prestataires?|partenaires?|pilotes?|experts?|juristes?|comptables?|archivistes?|correspondant(?:e|s|es)?|collaborat(?:eur|rice)s?|collegues?|redact(?:eur|rice)s?|techniciens?|techniciennes?|volontaires?|personnels?|personnes?|quelqu|nouve(?:au|aux|l|lle|lles)|ancien(?:s|ne|nes)?|futur(?:e|s|es)?|prochaine?s?|petite?s?|grande?s?)$/u

/** As a name stands in a sentence; "RGPD" or "SI" is what somebody answers for. */
const NAME_LIKE = /^\p{Lu}\p{M}*[\p{Ll}.]/u

/**
 * Several together, or whoever answers for them ("Deux membres du bureau", "Référent qualité des services"): no person, and
 * nobody to look for in the directory. A name begins what is said, or has its capital inside: "M. Bureau", "mart du bureau" and
 * "Président Mart du bureau" are somebody.
 */
export function isCollective(owner: string): boolean {
  const words = owner
    .replace(/\([^()]*\)/gu, ' ')
    .trim()
    .split(/[\s'’ʼ‐‑–—-]+/u)
  const at = words.findIndex((word) => COLLECTIVE.test(fold(word)))
  return (
    at >= 0 &&
    words
      .slice(0, at)
      .every((word, index) => OF_THEM.test(fold(word)) || (index > 0 && !NAME_LIKE.test(word)))
  )
}
