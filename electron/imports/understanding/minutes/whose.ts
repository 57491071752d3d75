// Did those who met decide this, or was it somebody else, before, or only asked?
import { plainLine } from '../plain-line.ts'

/** Verbs are read with their accents, "valide" is not "validé"; bodies with and without them. */
const anyAccent = (source: string): string =>
  source.replace(/[éè]/g, (letter) => (letter === 'é' ? '[eé]' : '[eè]'))

const BODIES =
  "(?:groupe|conseil|comité|copil|cotech|codir|comop|cotec|cosui|comex|codev|gt ?\\d{0,2}|sg ?\\d{1,2}|bureau|collectif|collège|cercle|directoire|jury|ca|cse|ag|équipe|instance|assistance|assemblée|association|union|commission|formation|cle|section|plénière|collégiale|coordination)(?: (?:générale|ordinaire|extraordinaire|constitutive|mixte|annuelle|municipale?|communautaire|directeur|technique|syndicale?|citoyen|d'(?:administration|école|établissement)|de (?:travail|projet|pilotage|suivi|direction|gestion)))*"

const PEOPLE =
  '(?:membres|élue?s|présente?s|participante?s|adhérente?s|administrat(?:eur|rice)s|conseill(?:er|ère)s|parents|bénévoles|habitante?s|associée?s|déléguée?s|votante?s|copropriétaires|représentante?s|personnes|partenaires|étudiante?s|équipes|co-?pilotes|pilotes)'

/** Who met, as the subject of a sentence. */
export const THOSE_WHO_MET = anyAccent(
  String.raw`(?:(?:l'|(?:le|la|notre) )${BODIES}|la commune(?: d[^.;:,]{1,40})?(?=,? après (?:en )?avoir délibéré)|(?:tous |toutes )?les ${PEOPLE}(?: (?:du |de la |de l')${BODIES}| (?:du |de la |des |de l'|d')?(?!ont |sont |a |est )[\p{L}'-]{2,30})?(?: (?:et )?(?:présente?s|représentée?s|votants))*|(?:l'ensemble|la (?:majorité|totalité)|une (?:large )?majorité) (?:des |du |de l(?:a |'))[^.;:?!,]{3,50}?|(?:tous|toutes)(?: les présente?s)?|tout le monde|chacun)`,
)

/** The same behind "par" and "de", folded: a body of a name or of a place is not the one that met. */
export const OWN = anyAccent(
  String.raw`(?:l[ea]s? |l'|notre |nos |\d+ )?(?:(?:${BODIES}|ensemble|totalite|majorite|unanimite)\b(?! (?:departemental|regional|general|national|d(?:u|es) |d(?:e |')(?!(?:ne )?[a-z']+(?:er|ir|re|oir)\b)))|${PEOPLE}\b|(?:tous|toutes|tout le monde|chacun)\b)`,
)

/** By whom, or from whom: "par an", "par vote", "par ailleurs" is no one; folded. */
const BY_OTHERS = new RegExp(
  String.raw`\bpar (?!${OWN})(?:l[ea]s? (?!suite\b|biais\b|passe\b|poste\b)|l'(?!intermediaire\b)|son |sa |ses |leurs? |mm?\. |mmes? |mlle |monsieur |madame |(?:sous-)?prefet|arrete |decision )|\b(?:de la part|recue?s?|emanant) d(?:u |es |e |')(?!${OWN})`,
)
const BY_NAME = /(?<!\p{L})par (?!AG\b|CA\b|CSE\b)\p{Lu}/u

/** "Trésorière de la fédération", "responsable dans son entreprise": no office of those who met; folded. */
const ELSEWHERE =
  /^[^,;]*\b(?:president|vice-president|secretaire|tresori|delegue|represent|responsable|direct)\p{L}*(?: (?!au\b|aux\b|aupres\b)\p{L}+)?(?: d(?:u|es|e la)| de l'| dans (?:la|une?|sa|son)| chez (?:le|la|un|son)?|) ?(?:sous-)?(?:federation|ligue|prefecture|ministere|service|entreprise|societe|region|departement|etat|agence|rectorat)\b/u

/** "Avis favorable de la préfecture", "Accord donné par la mairie"; folded. */
const GIVEN_BY_OTHERS = new RegExp(
  String.raw`^(?:avis|accord)(?: (?:de)?favorable| de principe| unanime| collectif| commun| formel| ecrit| oral| prealable| donne| emis| rendu| exprime| prononce| recu| obtenu){0,3} (?:(?:par|de|du|des) |d')(?!principe\b|[a-z]+(?:er|ir|re|oir)\b|${OWN})`,
)

/** "Selon la meunière, …", "De l’avis du préfet, …": what others think, and no rule that was followed; folded. */
const OPINION = new RegExp(
  String.raw`^(?:(?:selon|d'apres) (?!(?:l[ea]s? |l'|ses |nos |notre |cette |ces? )?(?:\d+ )?(?:articles?|reglement|regles?|statuts|loi|code|decret|ordre du jour|votes?|scrutin|resultats?|depouillement|modalites|conditions|termes|calendrier|planning|tableau|bareme|grille|procedure|usages?|habitude|convention|charte|contrat|principes?|quorum|dispositions|criteres|propositions?|deliberation|decision|cahier|annexe)\b|${OWN})|(?:de l'avis|aux yeux|au dire|aux dires) (?:(?:de|du|des) |d')(?!${OWN})|pour (?:l[ea]s? |l')?(?:(?:sous-)?prefet|prefecture|ministre|inspect|architecte|expert|avocat|notaire|juge|commissaire))[^.;:?!]{0,80}, `,
)

/** What was decided may be of anybody: "il est convenu que le pain est fait par Luc". */
export const beforeWhat = (words: string): string => words.split(/ (?:que|de|sur) | (?:qu|d)[’']|:/u)[0] ?? ''

/** @param behind the words behind the verb that decides: who is named before it only asked */
export function isOfOthers(sentence: string, behind: string = sentence): boolean {
  const folded = plainLine(sentence)
  return (
    BY_OTHERS.test(plainLine(behind)) ||
    BY_NAME.test(behind) ||
    ELSEWHERE.test(plainLine(behind)) ||
    GIVEN_BY_OTHERS.test(folded) ||
    OPINION.test(folded)
  )
}

/** What was before, or when those who met meet again; folded. */
const BEFORE =
  /\b(?:a|ont|avons) [a-z]+ .*(?:\blors d[eu'] |\bderniere?s?\b|\bprecedente?s?\b|\bl'an(?:nee)? (?:passe|d'avant)|\bdepuis\b|\ben 20\d\d\b)|\b(?:hier|deja|jadis|auparavant|avait|avaient|il y a)\b|\bse (?:revoir|retrouver|reunir)\b|\bseance est levee\b|\btire a sa fin\b/

/** "Par délibération du 3 mars 2025, le conseil a approuvé": recalled in the reasons of a proposal; folded. */
const RECALLED =
  /^(?:par (?:une )?(?:deliberation|decision)|(?:lors de|dans|en) (?:l[ea] |sa )?(?:seance|reunion)|lors d(?:u|e son) (?:conseil|comite|bureau)(?: [a-z]+)?)(?: n ?°? ?[\w/.-]+)?(?: prise)? (?:du|en date du|le) (?:[a-z]+di )?\d{1,2}(?:er)? ?(?:[a-z]+|[/.-] ?\d{1,2} ?[/.-]) ?\d{2,4}\b.*\b(?:a|ont|avons) (?!pas\b)/

/** Asked, or told of what was before. */
export const isAskedOrTold = (sentence: string): boolean =>
  /\?/.test(sentence) || BEFORE.test(plainLine(sentence)) || RECALLED.test(plainLine(sentence))
