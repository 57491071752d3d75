import { fold } from '../text/fold.ts'

const COLLECTIVE =
  /^(?:secretariat|presidence|bureau|membres?|instance|associations?|college|collectivites|services?|administrations?|tous|toutes|chacune?|groupe)$/u
/** What may stand before it: how many of them, or what somebody does there. A name never does. */
const OF_THEM =
  /^(?:l[ae]?|les|une?|d[eu]?|des|aux?|et|deux|trois|quatre|cinq|quelques|plusieurs|certaine?s|chaque|autres?|nos|notre|vos|votre|leurs?|cet?|cette|ces|ensemble|totalite|directions?|equipes?|pole|cabinet|missions?|cheff?e?s?|vice|president(?:e|s|es)?|direct(?:eur|rice)s?|responsables?|represent(?:ant|ante)s?|referent(?:e|s|es)?|secretaires?|tresori(?:er|ere)s?|gestionnaires?|adjoint(?:e|s|es)?|charge(?:e|s|es)?|delegue(?:e|s|es)?|coordinat(?:eur|rice)s?|animat(?:eur|rice)s?|rapporteu(?:r|se|re)s?|conseill(?:er|ere)s?|agents?|assistant(?:e|s|es)?|administrat(?:eur|rice)s?|general(?:e|es)?|generaux)$/u

/**
 * Several together, or whoever answers for them ("Deux membres du bureau", "Trésorier de l’association"): no person, and nobody
 * to look for in the directory. "M. Bureau", "Mart du bureau" and "Luc Mart du bureau" are somebody.
 */
export function isCollective(owner: string): boolean {
  const words = fold(owner.replace(/\([^()]*\)/gu, ' '))
    .trim()
    .split(/[\s-]+/u)
  const at = words.findIndex((word) => COLLECTIVE.test(word))
  return at >= 0 && words.slice(0, at).every((word) => OF_THEM.test(word))
}
