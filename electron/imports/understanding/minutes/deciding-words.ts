// Words by which a body decides, without any count of a vote.
import { fold } from '../fold.ts'

/** Who decides. */
const BODY =
  "(?:l'ag|l'assemblee(?: generale)?(?: (?:ordinaire|extraordinaire|constitutive|mixte|annuelle))?|le (?:conseil|comite|bureau|ca|cse|groupe|jury|directoire)(?: municipal| communautaire| d'administration| syndical)?|la commune[^.;:,]{0,40}|les (?:membres|conseillers|elus|associes|coproprietaires)[^.;:,]{0,40}?)"

/** Folded words that begin with who decides. */
export const BEGINS_WITH_BODY = new RegExp(`^${BODY}\\b`)

/** "Considérant qu’il faut un délégué, le conseil, après en avoir délibéré, désigne": reasons, and what was decided. */
export const DELIBERATED = new RegExp(`\\b${BODY}[^.;:]{0,20} apres (?:en )?avoir delibere\\b`)

/** What somebody who decides does; what is only told or taken note of by the way is none. */
const DECIDES = String.raw`(?:vote|approuve|adopte|valide|decide|acte|autorise|emet|designe|elit|donne (?:quitus|pouvoir|mandat|son accord|un avis|une? \S+ favorable)|fixe|ratifie|mandate|sollicite|accepte|nomme|accorde|attribue|alloue|renouvelle|reconduit|instaure|institue|refuse|rejette|confirme|retient|s'oppose|s'engage|prend acte|opte|habilite|arrete|cree|modifie|supprime|charge)(?:nt)?`

const ARTICLE = new RegExp(`^(?:${DECIDES})\\b`)

const SAYS_SO = new RegExp(
  [
    String.raw`^decide(?:nt)?\s?:?$`,
    String.raw`^(?:[^.;:]{0,80}[ ,] ?)?(?:il (?:a (?:donc |egalement )?ete|est) (?:donc |egalement )?|nous avons (?:donc |egalement )?|on a (?:donc )?)(?:decide[rz]?|convenu|acte|vote)\b`,
    // "Suite à la demande du club, le conseil, après débat, accepte"
    String.raw`^(?:[^.;:]{3,300}, )?${BODY}(?:,? (?:apres|ayant|entendu|vu)[^.;:]{0,90}?,?)? ${DECIDES}\b(?! pas)`,
  ].join('|'),
)

/** "Nous avons décidé que", "L’assemblée vote le renouvellement": the sentence itself decides. */
export function saysDecided(text: string): boolean {
  // "ACCEPTE les tarifs proposés"
  if (/^\p{Lu}{4,}(?!\p{L})/u.test(text) && ARTICLE.test(fold(text))) return true
  return SAYS_SO.test(fold(text))
}

/** "Monsieur le maire est autorisé à signer la convention": where nothing else was decided beside it. */
export function saysAllowed(text: string): boolean {
  return /^(?:(?:monsieur|madame|m\.|mme) )?(?:le|la) (?:maire|presidente?|tresori\w+|directeur|directrice|bureau) (?:est|sont) (?:donc |egalement )?autorisee?s? a\b/.test(
    fold(text),
  )
}

/** "Tarifs validés." alone: nothing else than the decision. */
export function saysValidated(text: string): boolean {
  return /^(?:\p{Lu}[^.:;,?!]{5,70}, )?\p{L}[^.:;,?!]{3,70}\s(?:(?:est |sont |a été |ont été )?(?:validé|approuvé|adopté|ratifié|entériné)|(?:est|sont|a été|ont été) (?:retenu|acté))(?:e|s|es)?(?:,? (?:sans (?:observation|modification|réserve|remarque|opposition|changement)s?|en l[’']état|par (?:le|la|l[’']) ?\p{L}+))?\.?$/u.test(
    text.trim(),
  )
}
