// Words by which a body decides, without any count of a vote.
import { fold, oneLine } from '../fold.ts'
import { isByOthers, NOT_BY_OTHERS } from './deciding-sentence.ts'

const OF_COUNCIL = "(?: municipal| communautaire| d'administration| syndical)?"

/** Who decides, with what may stand beside the name; of words with and without their accents. */
const BODY = `(?:l'ag|l'assembl[ée]e(?: g[ée]n[ée]rale)?(?: (?:ordinaire|extraordinaire|constitutive|mixte|annuelle))?|le (?:conseil|comit[ée]|bureau|ca|cse|groupe|jury|directoire|copil|cotech|codir|gt|cercle|collectif)${OF_COUNCIL}|la (?:commission|cle|formation|pl[ée]ni[èe]re|section)|la commune(?: d[^.;:,]{1,40})?(?=,? apr[èe]s (?:en )?avoir d[ée]lib[ée]r[ée])|les (?:membres|conseillers|[ée]lus|associ[ée]s|copropri[ée]taires)(?: (?:du (?:conseil|comit[ée]|bureau|ca|cse)${OF_COUNCIL}|de l'assembl[ée]e(?: g[ée]n[ée]rale)?|municipaux|communautaires|(?:et )?(?:pr[ée]sents|repr[ée]sent[ée]s|votants)))*)`

/** Folded words that begin with who decides. */
export const BEGINS_WITH_BODY = new RegExp(`^${BODY}\\b`)

/** "Considérant qu’il faut un délégué, le conseil, après en avoir délibéré, désigne": reasons, and what was decided. */
export const DELIBERATED = new RegExp(`\\b${BODY}[^.;:]{0,20} apres (?:en )?avoir delibere\\b`)

/** Words that are titles as well: "VOTE DES TAUX". */
const NOUNS = '(?:vote|acte|charge|arr[êe]te)'

/** What somebody who decides does: with its accents, "accepte" is not "accepté". What is only told or taken note of is none. */
const VERBS = String.raw`(?:approuve|adopte|valide|d[ée]cide|autorise|[ée]met|d[ée]signe|[ée]lit|donne (?:quitus|pouvoir|mandat|son accord|un avis|une? \S+ favorable)|fixe|ratifie|mandate|sollicite|accepte|nomme|accorde|attribue|alloue|renouvelle|reconduit|instaure|institue|refuse|rejette|confirme|retient|maintient|rend un avis|s'oppose|s'engage|prend acte|opte|habilite|cr[ée]e|modifie|supprime)`

const IN_CAPITALS = new RegExp(
  String.raw`^(?:(?:${VERBS}(?:nt)?|${NOUNS}nt)(?!\p{L})|${NOUNS} (?:la |les? |l'|une? |que |qu'|m\. |mme |monsieur |madame )(?!\d))`,
  'u',
)

/** "Suite à la demande du club, le conseil, après débat, accepte" */
const BODY_DECIDES = new RegExp(
  String.raw`^(?:[^.;:]{3,300}(?:,| :) )?${BODY}(?:,? [àa] l'unanimit[ée],?)?(?:,? (?:apr[èe]s|ayant|entendu|vu|ou[ïi]|sur (?:proposition|rapport)|au vu|compte tenu|consid[ée]rant)(?!\p{L})[^.;:]{0,120}?,?)? (?<!(?<!\p{L})ne )(?:${VERBS}|${NOUNS})(?:nt)?(?!\p{L})(?! pas)`,
  'u',
)

/** Between the words of a verb. */
const ALSO =
  '(?:donc |egalement |aussi |ainsi |alors |ensuite |enfin |finalement |collectivement |unanimement )?'

const SAYS_SO = new RegExp(
  String.raw`^decide(?:nt)?\s?:?$|^(?:[^.;:]{0,120}[ ,] ?)?(?:il (?:a ${ALSO}ete|est) ${ALSO}|nous avons ${ALSO}|on a ${ALSO})(?:decidee?s?|decide[rz]|convenue?s?|actee?s?|votee?s?)\b${NOT_BY_OTHERS}`,
)

/** "Le bureau a validé le devis": told of what came before where it names another day. */
const BODY_DECIDED = new RegExp(
  `^(?:[^.;:]{3,200}, )?${BODY} (?:a|ont) ${ALSO}(?:approuv|adopt|valid|d[ée]cid|autoris|accept|refus|rejet|ratifi|entérin|act)é (?:l[ea]s? |l'|une? |des? |d'|du |que |qu'|[àa] )`,
  'u',
)
const TOLD_OF_BEFORE =
  /\b(?:precedente?s?|derniere?s?|deja|jadis|hier|en 20\d\d|depuis|avait|avaient|passee?|lors d[eu'])\b/

/** Who presides over or writes this one meeting, and how its votes are taken, is a matter of form. */
const OF_FORM =
  /\b(?:designee?s?|nommee?s?|elit|elue?s?)\b.{0,120}\b(?:president|secretaire|scrutat(?:eur|rice)|assesseur|rapporteur)e?s? de (?:seance|la seance)\b|\bvotent (?:a main levee|a bulletins?|au scrutin|par )/

/** "Mme Roy a été proclamée maire", "Sont proclamés élus …": how an election ended. */
const PROCLAIMED =
  /^(?:[^.;:?]{3,80} )?(?:est|sont|a ete|ont ete) (?:donc |ainsi )?(?:(?:mandate|habilite)e?s? (?:pour|a)\b|reconduite?s? (?:dans (?:ses|leurs|sa)|comme|au poste)|(?:proclame|declare)e?s? (?:elu|maire|adjoint|president|vice-president|delegue|conseill|membre)|(?:(?:re)?elu|nomme|designe|fait)e?s? (?:(?:au poste de|comme|en tant que|en qualite de) )?(?:(?:la |le |une? )?(?:co-?)?president|vice-president|secretaire|tresori|membre|administrat|delegue|referent|coordinat|represent|responsable|suppleant|titulaire|porte-parole|garant|mandataire))|^[^.;:?]{3,60} (?:devient|deviennent) (?:la |le )?(?:co-?)?(?:president|vice-president|secretaire|tresori|referent|responsable|delegue|coordinat)|^[^.;:?]{3,80} (?:recoi(?:t|vent)|se voi(?:t|ent) confier) l[ea] (?:mandat|poste|charge|fonction) d[eu'] ?|^sont (?:re)?elue?s?(?: (?:au|aux|a|comme|membres)\b[^.;:]{0,60})? ?: ?\p{L}/u

/** "Nous avons décidé que", "L’assemblée vote le renouvellement": the sentence itself decides. */
export function saysDecided(text: string): boolean {
  // "Accepté" is no "accepte": accents are looked at.
  const words = oneLine(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[’ʼ‘′]/g, "'")
  // "ACCEPTE les tarifs proposés"
  if (/^\p{Lu}{4,}(?!\p{L})/u.test(text) && IN_CAPITALS.test(words)) return true
  // "Le quitus est donné au syndic."
  if (/^(?:le )?quitus (?:est|a ete) (?:donne|accorde|vote)\b/.test(fold(text))) return true
  const isProclaimed =
    PROCLAIMED.test(fold(text)) &&
    !OF_FORM.test(fold(text)) &&
    !/\b(?:si|lorsque|en cas|ayant (?:remporte|obtenu)|le plus age|la plus agee)\b/.test(fold(text))
  const isTold = BODY_DECIDED.test(words) && !TOLD_OF_BEFORE.test(fold(text))
  const isDecided = BODY_DECIDES.test(words) && !OF_FORM.test(fold(text))
  return isDecided || isTold || SAYS_SO.test(fold(text)) || isProclaimed
}

/** "Monsieur le maire est autorisé à signer la convention": where nothing else was decided beside it. */
export function saysAllowed(text: string): boolean {
  return /^(?:(?:monsieur|madame|m\.|mme) )?(?:le|la) (?:maire|presidente?|tresori\w+|directeur|directrice|bureau) (?:est|sont) (?:donc |egalement )?autorisee?s? a\b/.test(
    fold(text),
  )
}

/** "Tarifs validés." alone: nothing else than the decision. */
export function saysValidated(text: string): boolean {
  if (/\b(?:etre|si|que|soit|pas encore|(?:est|sont|ete) pas)\b|\bqu'/.test(fold(text))) return false
  const found = VALIDATED.exec(text.trim())
  return found !== null && !isByOthers(found.groups?.by ?? '')
}

const VALIDATED =
  /^(?:\p{Lu}[^.:;,?!]{5,70}, )?\p{L}[^.:;,?!]{3,70}\s(?:(?:est |sont |a été |ont été )?(?:validé|approuvé|adopté|ratifié|entériné)|(?:est|sont|a été|ont été) (?:retenu|acté))(?:e|s|es)?(?:,? (?:sans (?:observation|modification|réserve|remarque|opposition|changement)s?|en l[’']état|(?<by>par (?:le|la|l[’']) ?\p{L}+)))?(?: \([^()]{3,60}\))?\.?$/u
