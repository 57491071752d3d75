import { fold } from '../text/fold.ts'

const COLLECTIVE =
  /^(?:secretariat|presidence|bureau|membres?|instance|associations?|college|collectivites|services?|administrations?|tous|toutes|chacune?|groupe)$/u
/** What may stand before it: how many of them, or what somebody does there. */
const OF_THEM =
  /^(?:l[ae]?|les|tout|toute|une?|d[eu]?|des|aux?|et|ou|deux|trois|quatre|cinq|quelques|plusieurs|certaine?s|chaque|autres?|nos|notre|vos|votre|leurs?|cet?|cette|ces|ensemble|totalite|directions?|equipes?|pole|cabinet|missions?|cheff?e?s?|vice|president(?:e|s|es)?|direct(?:eur|rice)s?|responsables?|represent(?:ant|ante)s?|referent(?:e|s|es)?|secretaires?|tresori(?:er|ere)s?|gestionnaires?|adjoint(?:e|s|es)?|charge(?:e|s|es)?|delegue(?:e|s|es)?|coordinat(?:eur|rice)s?|animat(?:eur|rice)s?|rapporteu(?:r|se|re)s?|conseill(?:er|ere)s?|agents?|assistant(?:e|s|es)?|administrat(?:eur|rice)s?|general(?:e|es)?|generaux|comites?|commissions?|cellules?|projets?|appui|sous|elu(?:e|s|es)?|porteu(?:r|se)s?|prestataires?|partenaires?|pilotes?|experts?|juristes?|comptables?|archivistes?|correspondant(?:e|s|es)?|collaborat(?:eur|rice)s?|collegues?|redact(?:eur|rice)s?|techniciens?|techniciennes?|volontaires?|personnels?|personnes?|quelqu|nouve(?:au|aux|l|lle|lles)|ancien(?:s|ne|nes)?|futur(?:e|s|es)?|prochaine?s?|petits|petites|grands|grandes)$/u

/** As a name stands in a sentence. */
const NAME_LIKE = /^\p{Lu}\p{M}*[\p{Ll}.]/u
/** In capitals it is mostly what somebody answers for ("Référente RGPD"); behind an office of the body, whoever holds it. */
const OFFICE = /^(?:presidente?|tresori(?:er|ere)|secretaire|rapporteu(?:r|se|re))$/u
const IN_CAPITALS = /^(?=.*[AEIOUY])\p{Lu}{3,}$/u

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
      .every(
        (word, index, before) =>
          OF_THEM.test(fold(word)) ||
          (index > 0 &&
            !NAME_LIKE.test(word) &&
            !(IN_CAPITALS.test(word) && OFFICE.test(fold(before[index - 1] ?? '')))),
      )
  )
}
