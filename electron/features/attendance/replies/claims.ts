// Folded French words, no guess.
import { fold } from '../../../domain/text/fold.ts'

/** `away`: not there in person; `notAtAll`: does not take part. */
export type Claim =
  | 'there'
  | 'onSite'
  | 'remote'
  | 'notOnSite'
  | 'notRemote'
  | 'away'
  | 'notAtAll'
  | 'excused'
  | 'represented'

export type Said = {
  claims: readonly Claim[]
  /** Something was claimed under a condition, as a question or as a maybe. */
  unsure: boolean
  /** Remote means are spoken of without saying that they will be used. */
  mentionsRemote: boolean
  /** "… mais …" before a claim: it corrects what stands before. */
  corrected: boolean
}

const remote =
  /\b(visios?|visioconf\w*|a distance|distanciel|teams|zoom|webex|skype|en ligne|audio(conf\w*)?|par telephone|connecte\w*|liaison)\b/
const onSite =
  /\b(sur place|presentiel|physiquement|en personne|(en|dans la) salle|sur site|dans vos locaux|deplacer\w*|(le|ce) deplacement)\b/
/** Verbs that say of "visio" that it will be used, not only spoken of. */
const using =
  /\b(ser(ai|ais|ons|a|ont)|suis|sommes|etre|particip\w+|assist\w+|suivr\w+|rejoin\w+|connecte\w*|vien\w+|prefer\w+|souhait\w+|opte\w*|choisi\w+|confirm\w+|intervien\w+|interviendr\w+|presenter(ai|ons)|pourr(ai|ons|a))\b/
const here =
  /\b(ser(ai|ais|ons|a|ont)|suis|sommes|etre|est)( (?!a )\w+){0,3} (presente?s?|des votres|parmi (vous|nous))\b|\b(ser(ai|ons|a)|etre)( (bien|pas|plus|malheureusement|donc)){0,2} la(?=$| (le|ce|pour|a|en|avec|demain|lors|au)\b)|\by ser(ai|ons|a)\b|\b(ma|notre|sa|leur) (presence|venue)\b|^presente?s?( (a|pour|le|lors|en|sur)\b.*)?$|\b(vien(s|t|dr\w+)|venir|me rendre)\b/
const takingPart =
  /\bparticip(erai|erons|era|eront|e|ons)\b|\bassist(erai|erons|era|eront|e|ons)\b|\bsuivr(ai|ons|a)\b|\b(me|nous|se) join(drai|drons|dra|dre)\b|\b(rejoindr|prendr)(ai|ons|a)\b.*\b(seance|reunion|part|vous)\b|\b(ma|notre|sa|leur) participation\b|\b(pourr(ai|ons|a)|souhait\w+|confirm\w+|compt\w+|prefer\w+|(ravie?|heureux|heureuse|content\w*|disponible) (de|pour)|mesure d\w?|possible d\w?|ne p\w+|impossib\w+ d\w?|n ai pas)( \w+){0,3} (participer|assister|suivre|prendre part)\b|\b(vais|allons|va) (participer|assister|suivre)\b/
const unavailable =
  /\b(indisponible|empechee?s?)\b|\b(suis|serai|sera|etant)( \w+){0,2} retenue?s?\b|\b(pas|plus|non) (disponible|libre)s?\b|\b(impossib\w+|incapacite) d\w? (y )?(participer|assister|etre|venir|me|vous rejoindre|suivre)\b|\b(decline|decliner)\b|\bannul\w+ (ma|notre|sa) (participation|presence|venue)\b/
const absent =
  /\b(ser(ai|ais|ons|a|ont)|suis|sommes)( \w+){0,2} absente?s?\b|\b(mon|notre|son|leur) absence\b|\bl absence d\w?\b|^absente?s?( (le|ce|pour|a|lors)\b.*)?$/
const excuse =
  /\b(m|nous|l|les|le|la) excuser\b|\bexcuser (mon|notre|son|sa|leur|l|cette|monsieur|madame|m|mme|mr)\b|\bexcusez (moi|nous|mon|notre|son|l)\b|\b(suis|serai|sera|sommes|serons|est|etre)( \w+){0,2} excusee?s?\b|^excusee?s?\b/
const inPart = /\b(avant|apres|jusqu\w*|(des le|au) debut|toute (la|l|cette)|en entier|l integralite)\b/
/** One is sorry for something else than for not being there. */
const otherExcuse =
  /\b(retard|tard|tardi\w+|delai|reponse|repondre|repondu|derang\w+|oubli\w*|erreur|doublon|gene|mails?|messages?|confusion|insistance|coquille|relance\w*)\b/
const represented =
  /\brepresentee?s?\b.*\bpar\b|\b(me|nous|se) (faire|ferai|ferons|fera|fais|faisons)( \w+)? (representer|remplacer|suppleer) par\b|\b(remplacee?|suppleee?) par\b|\b(donn\w+|confi\w+|laiss\w+|remet\w*)\b.*\b(pouvoir|procuration|mandat)\b.*\b(a|au|aux)\b|\b(me|m|nous|le|la|l) (representera|remplacera|suppleera)\b|\b(a|en) (ma|notre|sa) place\b|\ben mon nom\b|\bpour (me|nous|le|la) (representer|remplacer|suppleer)\b|\b(demand|charg|delegu|mandat|design)\w+\b.*\b(me|nous) (representer|remplacer)\b/

const maybe =
  /\b(peut etre|sous reserve|eventuellement|probablement|sans doute|en principe|normalement|a priori|si possible|si tout|si besoin|a confirmer|pas encore|ne sais|ne sait|pas (certaine?|sure?)\b(?! (place|site))|serais (ravie?|heureux|heureuse|content\w*)|je pense|nous pensons|j espere|pourrais|pourrions|voudrais|aimerais|souhaiterais|devrais|devrait|devrions|essa(ier|ye)\w*|tacher\w*|dans la mesure|il est possible|confirmer(ai|ons|a)|reviendrai|reviens vers vous (des|quand|rapidement|ulterieurement|prochainement|bientot|si|apres)|en attente|attends|quelques chances|idealement)\b|\bne (peux|peut|pouvons|puis|suis)( \w+){0,5} confirmer\b|\bne confirm\w+ pas\b/
const condition =
  /^(et |mais )?(si|s il(?! (vous|te) plait)|sous reserve|sauf si|a condition|a moins|dans la mesure)\b/
/** The same behind what is claimed: "je serai présent si mon train circule". */
const conditionBehind =
  /\b(si(?! (tard|tot|vite|bien|peu|souvent|longtemps)\b)|s il(?! (vous|te) plait)|a condition|a moins|pourvu|des lors)\b/
/** What is asked beside an answer puts no condition on it: "je confirme ma présence et vous demande si un parking est prévu". */
const askedBehind = /(?<=\w )et (?:\w+ ){0,4}(?:demand\w*|savoir|dire|precise\w*|indiquer) (?:si|s il)\b.*$/
/** Another meeting is meant beside this one: which of them, only a person can tell. */
const another =
  /\b(mais|et) (pas|non) (a |au |pour |lors d\w* )?(celles?|celui|ceux|l autre|la (suivante|precedente|seconde|deuxieme)|le \d)/

/** Phrases whose "ne" or "pas" denies nothing of what is asked. */
const harmless =
  /\bpas de (souci|probleme|pb)s?\b|\bpourquoi pas\b|\bn? ?hesite\w* pas\b|\bne manquer(ai|ons|a) pas d\w?\b|\bne (vois|voyons|voit) pas d inconvenient\w*\b|\bn\s?°\s?\d+|\bn \d+\b|\bplus tot\b|\bnon seulement\b/g

/** "Je ne viendrai pas seul": somebody comes along. */
const notAlone = /\bne (\w+(?: \w+){0,2}) pas (?:tout )?seule?s?\b/g

const firstPerson = /\b(je|j|me|m|moi|mon|ma|nous|notre|nos)\b/
/** Somebody for whom one may answer: named with a civility, a title, or "il", "elle". */
const principal =
  /^(et |mais |donc )?(mme|m|mr|mlle|madame|monsieur|il|elle|(le|la) (maire|presidente?|directeur|directrice|secretaire|deleguee?|cheffe?|prefete?|ministre|vice))\b/
const somebodyElse =
  /\b(mon|ma|mes|un|une|notre|nos) (collegue|collaborat|equipe|adjoint|assistant|agent|stagiaire|service)/
const aMeeting = /\b(reunion|seance|rencontre|lien|convocation|ordre du jour|document|support|presentation)\b/

/** The folded words of a clause, single spaces, no punctuation; a letter lost with its accent counts as an "e". */
function folded(clause: string): string {
  const mended = clause
    .replace(/(?<=\p{L})\?(?=\p{L})|(?<=\p{L})\ufffd|\ufffd(?=\p{L})/gu, 'e')
    .replaceAll('\ufffd', 'a')
  return fold(mended)
    .replace(/[^a-z0-9°]+/g, ' ')
    .trim()
}

const cuts =
  /[,;:()–—…]+|(?<!\b(?:que|si|quand|dont|où|ou|lorsque))\s(?=je\s|j['’])|\s(?=(?:mais|cependant|toutefois|en revanche|par contre|néanmoins|neanmoins|pourtant|car|donc|puisque|parce qu|plutôt qu|plutot qu|au lieu d|et non|et pas|c['’]est|et (?:je|j['’]|ne|n['’]|participerai|suivrai|assisterai|serai|viendrai|me|se|sera|participera|souhaite|donne))\b)/giu

/** `about`: whether the sentence names the person it speaks of. */
export function saidIn(sentence: string, about: boolean): Said {
  const question = /\?\s*$/.test(sentence)
  const clauses = sentence
    .split(cuts)
    .map((clause) => folded(clause).replace(askedBehind, ''))
    .filter((clause) => clause !== '')
  const claims: Claim[] = []
  const said = { unsure: false, mentionsRemote: false, corrected: false }
  const conditional = clauses.some((clause) => condition.test(clause))
  let speaking = about
  for (const clause of clauses) {
    if (firstPerson.test(clause) || principal.test(clause)) speaking = true
    if (another.test(clause)) said.unsure = true
    const found = speaksOfAnother(clause) ? [] : claimsOf(clause, speaking)
    if (found.length === 0) {
      if (remote.test(clause)) said.mentionsRemote = true
      if (maybe.test(clause) && (here.test(clause) || takingPart.test(clause) || isShort(clause)))
        said.unsure = true
      continue
    }
    if (question && !speaking) said.mentionsRemote ||= remote.test(clause)
    else if (question || conditional || maybe.test(clause) || conditionBehind.test(clause)) said.unsure = true
    else {
      if (/^(mais|cependant|toutefois|en revanche|par contre|neanmoins|pourtant)\b/.test(clause))
        said.corrected = true
      claims.push(...found)
    }
  }
  return { claims, ...said }
}

function claimsOf(whole: string, speaking: boolean): Claim[] {
  const clause = whole.replace(harmless, ' ').replace(notAlone, '$1').trim()
  const short = isShort(clause) && !aMeeting.test(clause)
  // "ne … qu’en visio" restricts, it does not deny.
  const restricts =
    /\bne?\b(?!.*\b(pas|plus|point|aucun\w*|jamais)\b).*\b(qu|que|uniquement|seulement)\b/.test(clause)
  const denies =
    (!restricts && /\b(ne|n)\b/.test(clause)) ||
    /\b(pas|impossib\w+|incapacite|empechee?s?)\b/.test(clause) ||
    /^(et )?(non|ni|plutot qu\w?|au lieu)\b/.test(clause)
  if (!speaking && !short) return []
  if (represented.test(clause)) return isDenied(clause) ? [] : ['represented']
  const [atDistance, inRoom] = [remote.test(clause), onSite.test(clause)]
  const part = takingPart.test(clause)
  const place = here.test(clause)
  if (denies) return denied({ clause, atDistance, inRoom, part, place })
  const claims: Claim[] = []
  if (excuse.test(clause) && !otherExcuse.test(clause)) claims.push('excused')
  if (absent.test(clause) && !otherExcuse.test(clause)) claims.push('excused')
  if (unavailable.test(clause)) claims.push('notAtAll')
  if (claims.length > 0) return claims
  if (atDistance && (part || place || using.test(clause) || short)) claims.push('remote')
  if (inRoom && (part || place || using.test(clause) || short || /\bdeplace/.test(clause)))
    claims.push('onSite')
  if (claims.length === 0 && (part || place))
    claims.push(/\b(vien|viendr|venir|venue)/.test(clause) ? 'onSite' : 'there')
  return claims
}

function speaksOfAnother(clause: string): boolean {
  return somebodyElse.test(clause) && !/\b(je|j|moi|nous)\b/.test(clause) && !represented.test(clause)
}

/** Few enough words to be an answer without a verb: "En visio pour ma part." */
function isShort(clause: string): boolean {
  return clause.split(' ').length <= 6
}

/** Whether the denial bears on being represented: "je ne pourrai pas me faire représenter". */
function isDenied(clause: string): boolean {
  return /\b(ne|n|pas)\b(?:(?! (je|j|qui|c est)\b).)*\b(represent|remplac|pouvoir|procuration)/.test(clause)
}

function denied(of: {
  clause: string
  atDistance: boolean
  inRoom: boolean
  part: boolean
  place: boolean
}): Claim[] {
  const { clause, atDistance, inRoom, part, place } = of
  // "je ne pourrai pas être là avant 15 h": one comes all the same.
  if (inPart.test(clause)) return []
  // "je ne serai pas absent": says too little.
  if (absent.test(clause) && !excuse.test(clause)) return []
  if (excuse.test(clause) && !otherExcuse.test(clause)) return ['excused']
  if (otherExcuse.test(clause) && !part && !place) return []
  if (atDistance && inRoom) return ['notAtAll']
  const meant = part || place || using.test(clause) || /^(et )?(non|pas|ni|plutot|au lieu)\b/.test(clause)
  if (atDistance) return meant ? ['notRemote'] : []
  if (inRoom) return ['notOnSite']
  if (unavailable.test(clause)) return ['notAtAll']
  if (place) return ['away']
  if (part || /\b(participer|assister|etre des)\b/.test(clause)) return ['notAtAll']
  return []
}
