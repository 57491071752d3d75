// A sentence that decides, as minutes write it: who decides and the verb for it, "il est …", what was decided and its
// participle, or a few words without a verb.
import { oneLine, plainLine } from '../plain-line.ts'
import { ASIDES, CHARGES, withoutStops } from './deciding-words.ts'
import { beforeWhat, isAskedOrTold, isOfOthers, THOSE_WHO_MET } from './whose.ts'

/** What a body does in the present, one or several. */
const DECIDES = String.raw`(?:(?:approuv|adopt|valid|d[ée]cid|ratifi|act|accept|refus|rejett|mandat|confirm|reconduis|autoris|vot|arr[êe]t|renonc|opt|maintienn|retienn|choisiss|conviennen|s'accord|s'oppos|privil[ée]gi)(?:e|ent|t)|retient|maintient|choisit|convient|élit|élisent|reconduit) (?!pas\b|trop\b|à (?:une?|des|main|bulletin)|au scrutin|en compte)|(?:s'accorde|se prononce|se positionne)(?:nt)? (?:pour|contre|en faveur|favorablement|sur)|(?:se mettent|se met|tombe|tombent|sont|est) (?:donc |tous |toutes )?d'accord (?:pour|sur|avec|que)|(?:donne|accorde)(?:nt)? (?:leur|son) (?:accord|aval|feu vert)|(?:sont|est) (?:donc |tous |toutes |majoritairement |plutôt )?favorables? (?:à|au|aux) |(?:rend|rendent|émet|émettent|donne|donnent) un avis (?:dé)?favorable|ne (?:donne|donnent|souhaite|souhaitent) pas (?:donner )?suite|prend la décision|prennent la décision|délègue(?:nt)? (?:à|au|aux) |${CHARGES}`

const HAVE_DECIDED = String.raw`(?:a|ont|avons) (?:donc |également |aussi |ainsi |tous |finalement )?(?:approuvé|adopté|validé|décidé|ratifié|entériné|acté|voté|opté|retenu|choisi|convenu|refusé|rejeté)s? (?!pas\b)`

const WITHIN = `(?:,? à l'unanimité,?|,? après [^.;:?!]{3,80}?,|${ASIDES})?`

const BODY_DECIDES = new RegExp(
  `^(?:[^.;:?!]{2,120}?, )?${THOSE_WHO_MET}${WITHIN} (?:${DECIDES}|${HAVE_DECIDED})`,
  'u',
)

/** "On garde le tarif", "nous optons pour": what those who speak of themselves take as settled. */
const KEPT = String.raw`(?:le même|la même|les mêmes|cette|cet|ce|ces|celui|celle|ceux|celles|l[ea]s? (?:principe|tarif|prix|date|horaire|formule|nom|logo|salle|lieu|format|version|solution|option|idée|montant|devis|proposition|modèle|thème|couleur|scénario)s?)(?![\p{L}-])`
const WE_DECIDE = new RegExp(
  String.raw`^(?:[^.;:?!]{2,80}?, )?(?:on (?:valide|choisit|opte pour|part sur (?:${KEPT}|une?)|se met d'accord|s'accorde (?:sur|pour)|renonce à|acte|décide|fixe|a (?:décidé|validé|opté|retenu|acté|choisi|convenu)|(?:garde|conserve|maintient|retient|reste sur) ${KEPT})|nous (?:validons|choisissons|partons sur (?:${KEPT}|une?)|optons|décidons|convenons|actons|renonçons|approuvons|adoptons|fixons|sommes (?:donc |tous |toutes )?d'accord (?:pour|sur)|nous (?:sommes mis|mettons) d'accord|avons (?:donc |finalement |également |aussi |ainsi |tous )?(?:décidé|validé|opté|retenu|acté|choisi|convenu|adopté|approuvé|voté)s?|(?:gardons|conservons|maintenons|retenons|restons sur) ${KEPT}))(?!\p{L})(?! pas| de (?:vous|ne)| tou(?:s|tes)? de même)`,
  'u',
)

/** "il est convenu que", "il est mis fin à"; folded. */
const IMPERSONAL =
  /^(?:[^.;:?!]{2,120}?, )?il (?:est|a ete) (?:donc |egalement |aussi |ainsi |alors |ensuite |enfin |finalement |collectivement |propose et )?(?:decide|convenu|acte|vote|valide|accepte|adopte|approuve|retenu|choisi|entendu|mis fin|fait le choix|pris la decision|donne (?:son |un )?(?:accord|mandat|pouvoir|quitus))\b|^il ne sera pas donne suite\b/

/** What a sentence in the passive says of a thing, where no other is named who did it; folded. */
const SETTLED =
  '(?:adopte|approuve|vote|ratifie|enterine|rejete|decide|acte|valide|accepte|retenu|refuse|resilie|prononce|ajourne|ecarte)(?:e|s|es)?'
/** What a decision changes, told in the present: "la cotisation est fixée à 15 €". */
const CHANGED =
  "(?:(?:accorde|attribue|alloue|octroye|abandonne|supprime|annule|renouvele|modifie|transfere)(?:e|s|es)?|(?:reconduit|maintenu)(?:e|s|es)?(?! en )|repoussee?s? (?:au|en|a (?!la prochaine|une prochaine))|(?:fixe|porte|arrete)(?:e|s|es)? (?:a|au)\\b|reportee?s? (?:au|en|a (?!la prochaine|une prochaine|l'ordre)))"

const NOUN = String.raw`(?:l[ea]s? |l'|une? |des |cette |cet |ces? |notre |nos |leur |ledit |lesdits |\d+ )(?:(?! (?:est|sont|a (?:ete|[a-z]+[eiu]s?)|ont|demande|doit|doivent|peuvent|sera|seront|etait|etaient|qui|que|dont|ou|si|lorsque|quand|doit|peut) )[^.;:?!,()]){2,110}?(?<! (?:etre|que|qu))`

const PASSIVE = new RegExp(
  String.raw`^(?:[^.;:?!]{2,120}?, )?${NOUN} (?:(?:est|sont) (?:donc |egalement |aussi |ainsi |alors |finalement |mise?s? aux voix et )?(?:${SETTLED}|${CHANGED})|(?:a|ont) ete (?:donc |egalement |aussi |ainsi |alors |finalement |mise?s? aux voix et |(?:presente|expose|examine|discute|debattu|relu|lu)e?s?,? (?:puis |et |et ensuite ))?(?:adopte|approuve|vote|ratifie|enterine|decide|acte|valide|retenu|rejete)(?:e|s|es)?(?! (?:au|en) (?!seance|l'etat|assemblee|ag\b|reunion|ca\b|bureau)))(?![a-z])`,
)

/** What such a sentence says of the meeting itself, of work that was done, or of what others did before. */
const OTHERWISE =
  /^(?:l[ea] |l'|les )?prochaine?s? |^ces? derni(?:er|ere)s? |^(?:l[ea] |l'|une? |les )?(?:nouvelle )?(?:reunions?|rendez-vous|rdv|ordre du jour|point|sujet|question|parole|president de seance|secretaire de seance|quorum|inscriptions?|seance|jugement|bug|code|fonction|fichier|bouton|page|ligne|test|message|utilisateur)s?\b|\bsecretaire de seance\b|\bdate d(?:e |u |'|e la |e l')(?:prochaine )?(?:reunion|conseil|ag|assemblee)\b|\b(?:depuis|deja|precedemment|jadis|hier|auparavant|chaque annee|l'an dernier|l'annee derniere|en (?:19|20)\d\d|des que|a condition|sous reserve d'etre|en cours|en attente|pas encore|n'est pas|ne sont pas|n'a pas|n'ont pas|si|lorsqu\w*|quand|afin|faute de|a cause|pour l'instant|pour le moment|actuellement|a ce jour|pourrait|devrait|avait|avaient|etait|etaient|selon les statuts|statuant|par defaut|en continu|en est|pouvant|[ld]' ?article \d+ (?:prevoit|stipule))\b/

/** "Accord de principe pour …", "Avis favorable", "OK pour le 5 mai", "Proposition acceptée"; folded. */
const NOMINAL =
  /^(?:accord (?:de principe|pour |d(?:e|u|es) |de l'|a l'unanimite|collectif|commun|donne)|avis (?:de)?favorable(?= ?(?:$|[^ a-z]| (?:aux?|pour|sur|sous|avec|sans|mais|unanime|general|concernant|quant|relatif|donne|emis|rendu|exprime|prononce|du|des?)\b| a | d'))|ok pour |(?:pas d'|aucune )(?:opposition|objection)s? (?:a|au|aux|pour|sur) |(?:proposition|motion|resolution|demande|devis|budget|principe|projet|solution|idee)s? (?:acceptee?s?|validee?s?|adoptee?s?|approuvee?s?|retenue?s?|rejetee?s?|refusee?s?)[ .!]*$|decision (?:est |a ete )?(?:prise )?(?:d'|de )(?:ne pas )?[a-z]+(?:er|ir|re|oir)\b|(?:vote ?: ?)?unanimite(?: pour)?[ .!]*$|(?:autorisation|pouvoir|mandat|delegation) (?:est|a ete) (?:donc )?donnee? (?:a|au|aux) )|^(?:[^.;:?!]{2,120}?, )?la decision (?:(?:est|a ete) (?:donc )?prise (?:d'|de |que )|(?:d'|de |que )[^.;:?!]{3,120} (?:est|a ete) prise\b)/

/** "Le choix s’est porté sur", "La date retenue est le 5 mai"; folded. */
const CHOSEN =
  /^(?:[^.;:?!]{2,80}?, )?(?:(?:notre|le) choix (?:du groupe |de l'equipe |du bureau |final )?(?:se porte|s'est (?:donc |finalement )?porte|s'arrete|s'est arrete) sur|(?:la |le |l')(?:date|solution|option|scenario|proposition|lieu|nom|logo|choix)s? (?:retenue?s?|choisie?s?) (?:est|sont|sera)\b)/

/** "Le bureau est constitué comme suit : …", "Le nouveau bureau est composé de …"; folded. */
const COMPOSED =
  /^(?:a l'issue[^.;:?!]{2,80}, )?le (?:nouveau )?(?:bureau|conseil d'administration|ca) (?:est|se compose) (?:donc |ainsi |desormais )?(?:(?:constitue|compose|elu|forme) (?:comme suit|ainsi|de\b)|reconduit|elu[ .!]*$)/

const STAYS = '(?:reste|restent|demeure|demeurent)(?: donc)?'
const AMOUNT = String.raw`\d+(?:[.,]\d+)?`
const GOES_TO = `(?:passe|passent) (?:donc )?(?:de [^.;:?!]{1,30} )?a ${AMOUNT}`

/** A participation may be that of people, unless it is of money. "La cotisation reste fixée à 20 €", "Les tarifs passent à 4 €", "Une commission est créée", "Le bail ne sera pas renouvelé"; folded. */
const SET = new RegExp(
  String.raw`^(?:[^.;:?!]{2,120}?, )?(?:(?:l[ea]s? |l'|ce |cette |ces )(?:montants? d(?:e |u |es )(?:l'|la )?)?(?:(?:cotisation|tarif)s?(?: [^.;:?!,]{2,60}?)? (?:${STAYS} (?:inchange|identique|fixe|maintenu|a \d)|${GOES_TO}(?! ?%|[.,]?\d))|(?:adhesion|participation)s?(?: [^.;:?!,]{2,60}?)? (?:${STAYS} (?:(?:fixe|maintenu)[a-z]* )?a ${AMOUNT}|${GOES_TO})(?= ?(?:€|euros?\b)))|(?:une?|la|le|deux) (?:commission|comite|poste|section)s?(?: [^.;:?!,]{2,60}?)? (?:est|sont) (?:donc )?(?:cree|constitue|institue)|il est (?:donc )?(?:cree|institue|constitue) (?:une?|des|deux) |${NOUN} ne (?:sera|seront) (?:donc )?(?:pas|plus) (?:renouvele|reconduit|retenu|accepte|augmente|finance))`,
)

/** "Cette résolution est adoptée": said again of what was told above. */
const SAID_AGAIN =
  /^(?:cette|ces|ladite|(?:la|les) (?:resolution|deliberation)s?) (?:(?:resolution|deliberation|decision|proposition|motion)s? )?(?:,? ?mise aux voix,? )?(?:est|sont|a ete|ont ete)\b/

/** Whether minutes of the meeting before were approved is a matter of form where what is decided is marked. */
export const saysFormerMinutes = (sentence: string): boolean =>
  /^l[ea]s? (?:compte-?\s?rendu|comptes-?\s?rendus|proces-?\s?verba(?:l|ux)|pv|cr)\b/.test(
    plainLine(sentence),
  )

/** ", mis aux voix," before the verb */
const ASIDE =
  /, (?:mise?s? aux voix|soumise?s? (?:au vote|à l[’']assemblée)|d[’']un montant (?:total )?de [^,;]{1,40}|après [^,;]{3,60}),\s/iu

/** @param sentence one sentence, as written */
export function decides(sentence: string): boolean {
  // "Les membres du bureau (Anne Roy, Paul Bon) sont habilités à signer"
  const bare = oneLine(
    withoutStops(
      sentence
        .normalize('NFC')
        .replace(/^[\s–—•*>-]+/, '')
        .replace(/\s\([^()]*\)/g, '')
        .replace(ASIDE, ' '),
    ),
  )
  const words = bare.toLowerCase().replace(/[’ʼ‘′]/g, "'")
  const folded = plainLine(bare)
  if (isAskedOrTold(sentence) || SAID_AGAIN.test(folded)) return false
  if (BODY_DECIDES.test(words) || WE_DECIDE.test(words)) return true
  const form = [NOMINAL, CHOSEN, COMPOSED, IMPERSONAL, SET, PASSIVE].find((one) => one.test(folded))
  const told = form?.exec(folded)?.[0]
  if (told === undefined || ((form === PASSIVE || form === SET) && OTHERWISE.test(folded))) return false
  // Folded words are as long as those they were made of, but for ligatures.
  const behind = bare.slice(told.length)
  return !isOfOthers(bare, form === IMPERSONAL || form === CHOSEN ? beforeWhat(behind) : behind)
}
