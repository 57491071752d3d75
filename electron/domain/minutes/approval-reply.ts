// What members answer when minutes are approved by writing.
import { z } from 'zod'
import { Id, Instant, PlainText, Version } from '../ids.ts'
import { fold } from '../text/fold.ts'

/** No row: silence. */
export const ApprovalAnswer = z.enum(['approves', 'observations'])
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>

export const ApprovalReply = z.strictObject({
  id: Id,
  version: Version,
  meetingId: Id,
  personId: Id,
  answer: ApprovalAnswer,
  /** Of the mail it was read in; empty when it was noted by hand. */
  words: PlainText,
  answeredAt: Instant,
})
export type ApprovalReply = z.infer<typeof ApprovalReply>

const remark =
  '(?:observations?|remarques?|modifications?|corrections?|reserves?|amendements?|objections?|commentaires?)'
/** "N’appelle de notre part aucune observation": the negation is of the remark, not of an agreement. */
const none = new RegExp(
  String.raw`(?:\bn(?:e |['’ ])(?:a|ai|ont|avons|appelle\w*|emet\w*|formul\w+|fai\w+|comporte\w*|souleve\w*|suscite\w*) (?:[^.,;:!?\n]{0,40} )?)?\b(?:sans|aucune?|pas (?:d['’ ]|de )?|ni)\s*(?:autres? |nouvelles? )?${remark}|(?:\bn(?:['’ ])\w+ )?\brien a (?:signaler|redire|ajouter)`,
  'gu',
)
const some = new RegExp(
  String.raw`\b(?:${remark}|remplacer|ajouter|supprimer|rectifier|corriger|preciser)\b`,
  'u',
)
const refused =
  /\b(?:approuv|valid|convien)\w* pas\b|\bpas (?:tout a fait |entierement |totalement |pleinement |du tout |en mesure (?:d |de ))?(?:d['’ ]accord|favorables?|approuv\w*|valid\w*)\b|\brefus(?:e|es|ons|ent)\b|\bdefavorables?\b|\bdesaccord\b|\bdesapprouv\w*|\boppos(?:e|es|ee|ons|ent)\b/u
/** "Je ne m’oppose pas", "aucun désaccord": nobody but a person tells what is meant. */
const denied =
  /\b(?:n['’ ]|ne |aucune? |pas |sans )[^.;:!?\n]{0,20}\b(?:refus|defavorable|desaccord|desapprouv|oppos)\w*/gu
/** Of the text itself, or of the whole of it: to be favourable to something else is no approval. */
const ofText =
  '(?: (?:a |au |sur )?(?:l |la |le |ce |cette |son |sa |notre |votre )?(?:approbation|adoption|validation|texte|projet|compte rendu|pv|proces verbal|redaction|version)|(?: tel(?:le)? quel(?:le)?)|(?= sans )|(?= pour (?:nous|moi|ma part|notre part))|(?= de (?:notre|ma) part)|(?=[\\s.!]*$))'
/**
 * As somebody says it who does so now and for themselves or for those whom they speak for: to be to approve, to ask for a
 * validation, or to await the agreement of another, is not to give it.
 */
const agreed = [
  String.raw`\b(?:je|j|nous|on|(?:association|collectivite|commune|metropole|region|departement|federation|instance|administration|direction|college)\b[^.;:!?\n]{0,40}) (?:(?:l|le|la|les|vous|en|y) )?(?:\w+ment )?(?:approuv(?:e|ons)|valid(?:e|ons))\b`,
  String.raw`^\W*(?:et |oui |lu |relu |vu |tres bien |c est |tout est |texte |projet |compte rendu |pv )*(?:l )?(?:approuve|valide)(?:e|es|s)?\b(?! a )`,
  String.raw`\b(?:texte|projet|compte rendu|pv) est (?:\w+ment )?(?:approuve|valide)`,
  String.raw`^\W*(?:oui |bien |tout a fait |entierement |totalement )*(?:d accord|accord(?= (?:de (?:notre|ma) part|pour (?:nous|moi)|sans)|[\s.!]*$)|bon pour accord|ras|r\.a\.s)\b`,
  String.raw`\b(?:suis|sommes|est) (?:\w+ment |tout a fait |bien )?d accord\b`,
  String.raw`\b(?:je|j|nous|vous|on) (?:vous )?(?:ai|avons|avez|donn\w+|confirm\w+|renouvel\w+|marqu\w+) (?:\w+ment |par la presente )?(?:mon|notre) (?:plein |entier )?accord\b`,
  String.raw`(?:^\W*|\b(?:je|j|nous|on) (?:\w+ )?(?:emets|emettons|rends|rendons|donne|donnons|formulons|formule) un )avis (?:\w+ment |tout a fait |tres )?favorable${ofText}`,
  String.raw`(?:^\W*|\b(?:je|nous|on) (?:y )?(?:suis|sommes|est) )(?:\w+ment |tout a fait |tres )?favorables?${ofText}`,
  String.raw`\b(?:me|nous|cela|texte|projet|compte rendu) convient\b`,
].map((source) => new RegExp(source, 'u'))
/** Beside an agreement nobody but a person tells what it denies, puts off, or hands to another. */
const doubtful =
  /\bn (?=[a-z])|\b(?:ne|non|pas|jamais|ni|guere|si|lorsque|des que|attend\w*|attente|bien que|condition\w*|abstien\w*|abstenons|revien\w*|revenons|reviendr\w*|transm(?!is\b)\w*|soumet\w*|sollicit\w*|demand\w*|interne|venir)\b|\bsans (?:\w+ ){0,2}(?:accord|avis)\b|\?/u

const but =
  /\b(?:mais|sauf|toutefois|cependant|neanmoins|hormis|excepte|hors|seule?|juste|il (?:faut|faudrait|manque))\b/u

/** Beside an agreement: a place in the text, or what is wrong there. */
const place =
  /\b(?:pages?|points?|paragraphes?|lignes?|coquilles?|erreurs?|fautes?|attention|plutot|oubli\w*|mal (?:ecrit|orthographie)\w*|(?:se|dev)rai(?:t|ent))\b/u

/**
 * What somebody's own words answer; null where they do not say, or agree and say something else.
 * @param writer whose name below is no sentence
 */
export function readApproval(words: string, writer = ''): ApprovalAnswer | null {
  const said = fold(words)
  const rest = said.replace(none, ' ')
  const undenied = rest.replace(denied, ' ')
  if (some.test(rest) || refused.test(undenied)) return 'observations'
  if (undenied !== rest) return null
  const names = new Set(fold(writer).match(/\p{L}+/gu))
  const kinds = toldIn(words)
    .filter((sentence) => !(sentence.match(/\p{L}+/gu) ?? []).every((word) => names.has(word)))
    .flatMap(kindsIn)
  return kinds.includes('agrees') && !kinds.includes('other') ? 'approves' : null
}

type Kind = 'agrees' | 'aside' | 'other'

/** What stands beside an agreement may be a remark, which a person reads. */
function kindsIn(sentence: string): Kind[] {
  const rest = sentence.replace(none, NOTHING)
  if (doubtful.test(rest) || but.test(rest) || place.test(rest)) return ['other']
  return rest
    .split(
      /[,;:(]\s*|\bet (?=je |j |nous |on |l |n |le |la |les |il |elle |mme |m |madame |monsieur |votre )/u,
    )
    .map(kindOf)
}

/** Stands where somebody said that there is nothing to remark. */
const NOTHING = ' \u2205 '

function kindOf(clause: string): Kind {
  // What is agreed to is this text, and nothing stands beside it.
  if (agreed.some((one) => one.test(clause) && isEmpty(clause.replace(one, ' '))))
    return isOfTheText(clause) ? 'agrees' : 'other'
  if (isEmpty(clause)) return clause.includes(NOTHING.trim()) ? 'agrees' : 'aside'
  return aside.test(clause) || courtesy.test(clause) ? 'aside' : 'other'
}

/** What a text has parts or days of: agreed to by itself, it is not the text. */
const ofSomething =
  /\b(?:part|annexes?|titre|formule|1er|\d+|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/u
const theText =
  /\b(?:texte|projet|compte rendu|comptes rendus|pv|proces ?verbal|document|version|releve|seance|reunion|pleniere)\b/u
const forSomebody = /\b(?:pour|de) (?:ma|notre|sa) part\b/gu

/** "Lu et approuvé le 12 mars": the day at its end is that of signing, and nobody's "j'approuve le 12 mars". */
const signedOn =
  /^(\W*(?:(?:oui|lu|relu|vu|et|bon pour) )*(?:approuve|valide|accord)(?:e|s|es)?) (?:ce |le )(?:(?:1er|\d{1,2}) \p{L}+(?: \d{4})?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}){1,2})\W*$/u

function isOfTheText(clause: string): boolean {
  const told = clause.replace(signedOn, '$1').replace(forSomebody, ' ')
  const [part, text] = [told.search(ofSomething), told.search(theText)]
  return part < 0 || (text >= 0 && text < part)
}

/** Words that name the text, its meeting and day, or that a polite sentence is made of: none of them can be a remark. */
const empty = new Set(
  `a accord adoption ai ainsi annexe appelle appelons approbation approuve au aux avis avons avril aout bien ce cet cette compte comptes
  connaissance confirme confirmons d de decembre derniere des document dont du en entierement envoi envoye est et etat faire
  fait favorable fevrier formule formuler honneur indiquer informer inp instance j janvier je joint jointe juillet juin l la le les
  lecture lu ma mai mail mars me mes mon n nos notre nous novembre numero octobre on oui ouvert par part particuliere
  particulierement plaisir pleinement plenier pleniere pour precedente presente pris proces procesverbal projet pv que qui
  redaction relecture releve relu rendu rendus reunion sa sans savoir seance septembre soumis son suis sur tel telle texte titre
  totalement tous tout toute transmis tres un unanimite une validation valide verbal version volontiers vos votre vous vu y
  1er`.split(/\s+/u),
)
const isEmpty = (clause: string): boolean =>
  (clause.match(/[\p{L}\d]+/gu) ?? []).every((word) => empty.has(word) || /^(?:\d{1,2}|20\d\d)$/u.test(word))

/** For whom, or after what: nothing that could be a remark. */
const aside =
  /^\W*(?:oui|parfait|c est parfait|tres bien|bien recu|bonne (?:journee|soiree)|(?:apres|suite a|pour|au nom d[eu]?s?|en tant que|de (?:notre|ma) part|quant a)(?: [\p{L}.]+){0,8}|(?:je |j |nous )?(?:ai |avons )?(?:bien )?(?:lu|relu|recu|pris connaissance|parcouru)(?: (?:du?|de|le|la|ce|cette|votre|vos|texte|projet|compte rendu|document|message|envoi|transmis|envoye|joint|\d{1,2}|20\d\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))*)\W*$/u

/** A greeting up to its comma; what follows is a sentence of its own. */
const greeting =
  /^\W*(?:bonjour|bonsoir|mesdames?|messieurs?|madame|monsieur|chere?s?)\b[^,.;:!?\n]{0,40}(?:,|$)/u
const courtesy =
  /^\W*(?:envoye (?:de|depuis) mon [\p{L}\d ]{2,20}|(?:merci|remerciements|je vous remercie|nous vous remercions)(?: (?:d avance|beaucoup|bien|pour (?:cet|ce|votre|vos) (?:envoi|projet|document|message|travail|retour|compte rendu|relance)s?|a (?:vous|tous|toutes)))?|(?:bien )?cordialement|bien a vous|respectueusement|(?:meilleures )?salutations|bonne (?:journee|soiree|reception)|desole\w* (?:de ne pas avoir|de n avoir pas|d avoir) (?:pu )?(?:repond(?:u|re))(?: (?:plus tot|avant|si tard|tard\w*))?|(?:avec )?(?:mes|nos|toutes mes|toutes nos) excuses pour (?:le|ce|mon|cette|la) (?:retard|reponse tardive))\W*$/u
/** Without greeting and politeness. */
function toldIn(words: string): string[] {
  return fold(words)
    .split(/[.;!?]\s|\n/u)
    .map((sentence) => sentence.replace(greeting, '').trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && !courtesy.test(sentence))
}

const joinedFile =
  /\b(?:ci[- ]?joint(?:e?s?)|(?:pieces?|fichiers?) jointe?s?|en (?:annexe|pj|piece jointe))\b/u
const more =
  /\b(?:points?|pages?|paragraphes?|aussi|egalement|par ailleurs|en outre|demand\w+|souhait\w+|propos\w+|remplac\w+|ajout\w+|supprim\w+|preciser|car|puisque|parce que|alors que)\b/u
/** What follows the file names it, in a few words; a remark that goes on there takes a comma, or more of them. */
const namesFile = /^(?:[^\s,]+\s*){0,10}$/u

/** Whether a mail says that something is joined, and nothing else that could be a remark. */
export function onlyTellsOfFiles(words: string): boolean {
  const sentences = toldIn(words)
  return (
    sentences.length > 0 &&
    sentences.every((sentence) => {
      const [file, ...behind] = sentence.split(joinedFile)
      return (
        file !== sentence &&
        behind.every((words) => namesFile.test(words.trim())) &&
        !more.test(sentence) &&
        !but.test(sentence)
      )
    })
  )
}

const silenceApproves =
  /\b(?:tacite\w*|silence|tenue?s? pour (?:approuv|accord)\w*|repute\w* (?:approuv|accept)\w*|vau(?:t|dra) (?:accord|approbation|acceptation)|sera considere\w* comme approuv\w*)/u
const values = 'vau|equiva|emport|entrain|constitu|signifi'
const isOrMay = String.raw`(?:est|sera\w*|saurai\w*|peu\w+|pour\w+|doi\w+|dev\w+)`
const notAtAll = '(?:ni|pas|point|plus|jamais|nullement|aucunement|en aucun cas|en rien)'
const taken =
  '(?:valoir|equivaloir|emporter|entrainer|constituer|signifier|tenue?s?|repute|consider|regard|compris|interpret|assimil|dedui|tacite|(?:un |une |d )?(?:accord|approbation|acceptation))'
/**
 * "Le silence ne vaut pas accord", "ne saurait valoir accord", and not "si votre réponse n’est pas parvenue, le silence vaut
 * accord": what is denied is what silence does, or what it is taken for. Where it may be meant, nobody was told.
 */
const silenceDenied = new RegExp(
  [
    String.raw`\bne? (?:${values})\w+ ${notAtAll}\b`,
    String.raw`\bne? ${isOrMay} (?:(?:${notAtAll}|donc|etre|se|\w+ment) )*${taken}`,
    // Until it is said what silence is worth: what stands behind is of something else.
    String.raw`\bsilence\b(?:(?!\b(?:${values})).)*\bne? ${isOrMay}\b`,
    String.raw`\bil ne? (?:est|sera) ${notAtAll} (?!necess|besoin|utile|requis|oblig|indispens|demand)(?:\w+ )?(?:que|de|d|du)\b`,
    String.raw`\b(?:en aucun cas|pas|point|jamais|nullement) (?:valoir|equivaloir|emporter|constituer)\b`,
    String.raw`\b(?:aucun|pas d|sans) accord tacite`,
  ].join('|'),
  'u',
)

/** A message that asks to approve says what its readers' silence is taken for. */
export function saysSilenceApproves(words: string): boolean {
  return fold(words)
    .split(/[.;!?]|\n\s*\n/u)
    .map((sentence) => sentence.replace(/\s+/gu, ' '))
    .some((sentence) => silenceApproves.test(sentence) && !silenceDenied.test(sentence))
}

const ofApproval =
  /\b(?:silence|tacit\w*|approuv\w*|approbation|adopt\w*|valid\w*|tenue?s? pour|repute\w*|accord|acceptation|expres(?:se)?|votes?|voter|necessaires?|indispensables?|obligatoires?|requise?s?)\b/u

/** A reminder that says nothing of how a text is approved takes nothing back. */
export const speaksOfApproval = (words: string): boolean => ofApproval.test(fold(words))

/** Whether a last day comes before another that somebody was told; none at all takes back what was said. */
export function isSooner(day: string | null, told: string | null): boolean {
  return told !== null && (day === null || day < told)
}

export type WhyNotTacit =
  | 'outdated'
  | 'observed'
  | 'undated'
  | 'noDeadline'
  | 'early'
  | 'unreached'
  | 'untold'

/**
 * Null where nobody had anything to say, and whoever was asked was told until when to say it, and that silence approves: in
 * a consultation that reached somebody, else in the review of the draft, which is over.
 */
export function whyNotTacit(
  asked: {
    closesOn: string | null
    sentAt: string | null
    /** They were asked about an earlier text. */
    isOutdated: boolean
    isSilenceTold: boolean
    members: readonly { answer: ApprovalAnswer | null; isReached: boolean }[]
    reviewDeadline: string | null
  },
  day: string,
): WhyNotTacit | null {
  const { closesOn, sentAt, members, reviewDeadline } = asked
  if (asked.isOutdated) return 'outdated'
  if (members.some(({ answer }) => answer === 'observations')) return 'observed'
  const isAnswered = members.every(({ answer }) => answer !== null)
  if (sentAt !== null) {
    if (closesOn === null && !isAnswered) return 'undated'
    // Whoever was not reached kept no silence; the seal says how many.
    if (members.length > 0 && members.every(({ answer, isReached }) => answer === null && !isReached))
      return 'unreached'
    return asked.isSilenceTold || isAnswered ? null : 'untold'
  }
  if (reviewDeadline === null) return 'noDeadline'
  if (reviewDeadline >= day) return 'early'
  return asked.isSilenceTold || isAnswered ? null : 'untold'
}

export type WhyNotByWriting = 'outdated' | 'unasked'

/** Null where members were asked about this text, or answered. */
export function whyNotByWriting(
  asked: Pick<Parameters<typeof whyNotTacit>[0], 'sentAt' | 'isOutdated' | 'members'>,
): WhyNotByWriting | null {
  if (asked.members.some(({ answer }) => answer !== null)) return null
  if (asked.isOutdated) return 'outdated'
  return asked.sentAt === null && asked.members.length > 0 ? 'unasked' : null
}

/** While there is time to answer, whoever has not is not silent. */
export function isOpenOn(
  {
    closesOn,
    sentAt,
    members,
  }: { closesOn: string | null; sentAt: string | null; members: readonly { answer: unknown }[] },
  day: string,
): boolean {
  return (
    sentAt !== null && closesOn !== null && day <= closesOn && members.some(({ answer }) => answer === null)
  )
}
