// Words by which a body decides, without any count of a vote.
import { oneLine, plainLine } from '../plain-line.ts'
import { beforeWhat, isAskedOrTold, isOfOthers, OWN, THOSE_WHO_MET } from './whose.ts'

/** Folded words that begin with who decides. */
export const BEGINS_WITH_BODY = new RegExp(`^${THOSE_WHO_MET}(?!\\p{L})`, 'u')

/** "Considérant qu’il faut un délégué, le conseil, après en avoir délibéré, désigne": reasons, and what was decided. */
export const DELIBERATED = new RegExp(`\\b${THOSE_WHO_MET}[^.;:]{0,20} apres (?:en )?avoir delibere\\b`, 'u')

/** Words that are titles as well: "VOTE DES TAUX". */
const NOUNS = '(?:vote|acte|charge|arr[êe]te)'

const OFFICERS = `(?:m(?:me|onsieur|adame)?\\.? |maire|adjoint|pr[ée]sident|vice-pr[ée]sident|secr[ée]taire|tr[ée]sori|bureau|conseil|comit[ée]|commission|groupe|coll[èe]ge|[ée]quipe|d[ée]l[ée]gu|r[ée]f[ée]rent|responsable|directeur|directrice|membre|syndic|ca(?!\\p{L}))`

/** What somebody is charged with: "du suivi", "des démarches". */
const TASKS = String.raw`(?:suivi|gestion|organisation|pr[ée]paration|r[ée]daction|relance|recherche|coordination|communication|mise|r[ée]servation|d[ée]marche|commande|achat|courrier|dossier|contact|demande|affiche|inscription|course|planning|programme|site|buvette)s?(?!\p{L})`

/** "Charge le maire de signer", "charge Zoé du suivi": a person and what to do, where a lorry is loaded and a client is billed too. */
export const CHARGES = String.raw`charge(?:nt)? (?:(?:l[ea]s? |l'|son |sa |ses |notre |nos |deux )?${OFFICERS}[^.;:?!]{0,60}? (?:de |du |des |d')|(?!(?:l[ea]s?|une?|des?|du|ces?|cette|son|sa|ses|leurs?|notre|nos|au|aux|en|trop|\d+) |l')\p{L}[^.;:?!]{0,60}? (?:(?:de |d')\p{L}+(?:er|ir|oir|dre|tre|ire)(?!\p{L})|(?:du |des |de la |de l')${TASKS}))`

/** ", en conséquence,", ", suite à sa demande," between who decides and what: why and how, where a habit or a condition decides nothing. */
export const ASIDES = String.raw`, (?:(?:en|comme|par) cons[ée]quence|suite|[àa] la (?:suite|majorit[ée])|dans sa majorit[ée]|[àa] l'issue|conform[ée]ment|sur (?:proposition|rapport|avis)|par \d|convoqu|r[ée]uni|d[ûu]ment|unanime|au vu|compte tenu|entendu)[^.;:?!,]{0,120},`

/** What somebody who decides does: with its accents, "accepte" is not "accepté". What is only told or taken note of is none. */
export const VERBS = String.raw`(?:approuve|adopte|valide|d[ée]cide|autorise|[ée]met|d[ée]signe|[ée]lit|donne (?:quitus|pouvoir|mandat|son accord|un avis (?:d[ée])?favorable|une? \S+ favorable)|fixe|ratifie|mandate|sollicite|accepte|nomme|accorde|attribue|alloue|renouvelle|reconduit|instaure|institue|refuse|rejette|confirme|retient|maintient|rend un avis|s'oppose|s'engage|prend acte|opte|habilite|cr[ée]e|modifie|supprime)`

const IN_CAPITALS = new RegExp(
  String.raw`^(?:(?:${VERBS}(?:nt)?|${NOUNS}nt)(?!\p{L})|${NOUNS} (?:la |les? |l'|une? |que |qu'|m\. |mme |monsieur |madame )(?!\d))`,
  'u',
)

/** "Suite à la demande du club, le conseil, après débat, accepte" */
const BODY_DECIDES = new RegExp(
  String.raw`^(?:[^.;:]{3,300}(?:,| :) )?${THOSE_WHO_MET}(?:,? [àa] l'unanimit[ée],?)?(?:,? (?:apr[èe]s|ayant|entendu|vu|ou[ïi]|sur (?:proposition|rapport)|au vu|compte tenu|consid[ée]rant)(?!\p{L})[^.;:]{0,120}?,?|${ASIDES})? (?<!(?<!\p{L})(?:ne|au|le|un) )(?:${CHARGES}|(?:${VERBS}|vote|acte|arr[êe]te)(?:nt)?(?!\p{L})(?! pas))`,
  'u',
)

/** Between the words of a verb. */
const ALSO =
  '(?:donc |egalement |aussi |ainsi |alors |ensuite |enfin |finalement |collectivement |unanimement )?'

const SAYS_SO = new RegExp(
  String.raw`^decide(?:nt)?\s?:?$|^(?:[^.;:]{0,120}[ ,] ?)?(?:il (?:a ${ALSO}ete|est) ${ALSO}|nous avons ${ALSO}|on a ${ALSO})(?:decidee?s?|decide[rz]|convenue?s?|actee?s?|votee?s?)\b`,
)

/** "Le bureau a validé le devis": told of what came before where it names another day. */
const BODY_DECIDED = new RegExp(
  `^(?:[^.;:]{3,200}, )?${THOSE_WHO_MET} (?:a|ont) ${ALSO}(?:(?:approuv|adopt|valid|d[ée]cid|autoris|accept|refus|rejet|ratifi|entérin|act)é (?:l[ea]s? |l'|une? |des? |d'|du |que |qu'|[àa] )|(?:désign|nomm)é (?:comme |mm?\\.? |mmes? |en qualité ))`,
  'u',
)
/** Who presides over or writes this one meeting, and how its votes are taken, is a matter of form. */
const OF_FORM =
  /\b(?:designee?s?|nommee?s?|elit|elue?s?)\b.{0,120}\b(?:president|secretaire|scrutat(?:eur|rice)|assesseur|rapporteur)e?s? de (?:seance|la seance)\b|\bvotent (?:a main levee|a bulletins?|au scrutin|par )/

const OFFICE = `(?:la |le |une? )?(?:co-?|vice-)?(?:president|secretaire|tresori|membre|administrat|delegue|referent|coordinat|represent|responsable|suppleant|titulaire|porte-parole|garant|mandataire)`
const IS = `(?:est|sont|a ete|ont ete) (?:donc |ainsi )?`

/** "Mme Roy a été proclamée maire", "Sont proclamés élus …": how an election ended. */
const PROCLAIMED = new RegExp(
  `^(?:[^.;:?]{3,80} )?${IS}(?:proclame|declare)e?s? (?:elu|maire|adjoint|conseill|${OFFICE})`,
)

/** "Anne Roy est reconduite dans ses fonctions", "Zoé Marval devient trésorière" */
const APPOINTED = new RegExp(
  String.raw`^(?:[^.;:?]{3,80} )?${IS}(?:reconduite?s? (?:dans (?:ses|leurs|sa)|comme|au poste)|(?:(?:re)?elu|nomme|designe|fait)e?s? (?:(?:au poste de|comme|en tant que|en qualite de) )?${OFFICE})|^[^.;:?]{3,60} devien(?:t|nent) ${OFFICE}|^[^.;:?]{3,80} (?:recoi(?:t|vent)|se voi(?:t|ent) confier) l[ea] (?:mandat|poste|charge|fonction) d[eu'] ?|^sont (?:re)?elue?s?(?: (?:au|aux|a|comme|membres)\b[^.;:]{0,60})? ?: ?\p{L}`,
  'u',
)

/** "Les membres du bureau sont habilités à signer": a person or those who met, where a firm is so by law. */
const EMPOWERED = new RegExp(
  String.raw`^(?:(?:${OWN}|(?:l[ea]s? )?(?:maire|adjoint|direct|${OFFICE}))[^.;:?]{0,60}|(?!(?:l[ea]s?|une?|des|ces?|cette) |l')[^.;:?]{3,80}) ${IS}(?:mandate|habilite)e?s? (?:pour|a)\b`,
)
/** "Un avocat est mandaté pour …", "Le cabinet Vidal est mandaté pour …": in the past it was, and others have theirs. */
const HIRED =
  /^(?:une? |(?:la |le |l')(?:societe|entreprise|cabinet|agence|etude|bureau d'etudes?) )[^.;:?]{2,80} (?:est|sont) (?:donc |ainsi )?mandatee?s? (?:pour|a)\b/

/** The full stop of "M. Bon" ends nothing. */
export const withoutStops = (text: string): string =>
  text.replace(/(?<!\p{L})(mm?|mme|mlle|dr|me)\. /giu, '$1 ')

/** "Nous avons décidé que", "L’assemblée vote le renouvellement": the sentence itself decides. */
export function saysDecided(text: string): boolean {
  // "Accepté" is no "accepte": accents are looked at.
  const words = oneLine(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[’ʼ‘′]/g, "'")
  // "ACCEPTE les tarifs proposés"
  if (/^\p{Lu}{4,}(?!\p{L})/u.test(text) && IN_CAPITALS.test(words)) return true
  // "Le quitus est donné au syndic."
  if (/^(?:le )?quitus (?:est|a ete) (?:donne|accorde|vote)\b/.test(plainLine(text))) return true
  const bare = withoutStops(text.replace(/\s\([^()]*\)/g, ''))
  const folded = plainLine(bare)
  const isProclaimed =
    (PROCLAIMED.test(folded) ||
      ([APPOINTED, EMPOWERED, HIRED].some((one) => one.test(folded)) && !isOfOthers(bare))) &&
    !/\b(?:si|lorsque|en cas|ayant (?:remporte|obtenu)|le plus age|la plus agee)\b/.test(folded)
  if (isProclaimed || BODY_DECIDES.test(words)) return !OF_FORM.test(folded)
  if (BODY_DECIDED.test(words)) return !isAskedOrTold(text) && !OF_FORM.test(folded)
  const told = SAYS_SO.exec(folded)?.[0]
  return told !== undefined && !isOfOthers(bare, beforeWhat(bare.slice(told.length)))
}

/** "Monsieur le maire est autorisé à signer la convention": where nothing else was decided beside it. */
export function saysAllowed(text: string): boolean {
  return /^(?:(?:monsieur|madame|m\.|mme) )?(?:le|la) (?:maire|presidente?|tresori\w+|directeur|directrice|bureau) (?:est|sont) (?:donc |egalement )?autorisee?s? a\b/.test(
    plainLine(text),
  )
}

/** "Tarifs validés." alone: nothing else than the decision. */
export function saysValidated(text: string): boolean {
  if (/\b(?:etre|si|que|soit|pas encore|(?:est|sont|ete) pas)\b|\bqu'/.test(plainLine(text))) return false
  const found = VALIDATED.exec(text.trim())
  return found !== null && !isOfOthers(text, found.groups?.by ?? '')
}

const VALIDATED =
  /^(?:\p{Lu}[^.:;,?!]{5,70}, )?\p{L}[^.:;,?!]{3,70}\s(?:(?:est |sont |a été |ont été )?(?:validé|approuvé|adopté|ratifié|entériné)|(?:est|sont|a été|ont été) (?:retenu|acté))(?:e|s|es)?(?:,? (?:sans (?:observation|modification|réserve|remarque|opposition|changement)s?|en l[’']état|(?<by>par (?:le|la|l[’']) ?\p{L}+)))?(?: \([^()]{3,60}\))?\.?$/u
