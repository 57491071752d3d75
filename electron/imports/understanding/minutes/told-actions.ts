// What somebody takes upon them in a sentence of the text: "Zoé fera le planning", "Affiche à refaire (Luc)".

import type { Line } from '../lines.ts'
import { isGivenName } from '../names/given-names.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { IN_BULLET, INFINITIVE, TAKES_ON } from './doing-words.ts'
import { lacksWhom, namesSomebody, ownerAndDue } from './owner-and-due.ts'
import type { FoundAction } from './statements.ts'

/** What a future says is to be done, and not only how it will be; folded. In the present minutes tell what was said. */
const WILL = String.raw`(?:(?:enverr|ecrir|relancer|preparer|rediger|contacter|reserver|transmettr|adresser|completer|ajouter|fournir|remettr|deposer|remplir|finaliser|publier|verifier|organiser|chercher|acheter|commander|refer|previendr|installer|imprimer|appeller|diffuser|convoquer|distribuer|rencontrer|recontacter)(?:a|ont)|(?:fera|feront) (?:passer|parvenir|suivre|circuler|(?:l[ea]s?|une?|des|deux|trois) (?:planning|affiches?|courriers?|devis|comptes?[- ]rendus?|dossiers?|demandes?|lettres?|mails?|notes?|listes?|relances?|tableaux?|tracts?|sondages?|inventaires?|commandes?|courses?))|(?:prendra|prendront) (?:contact|rendez-vous|rdv)|s'en (?:occupe|charge)(?:ra|ront|nt)?|se (?:chargera|chargeront|charge|chargent) d(?:e|u|es)?)\b`

/** "doit relancer la mairie", "est chargée de prévenir", "s’engage à écrire": what somebody has to do, whatever it is. */
const HAS_TO = String.raw`(?:(?:doit|doivent|devra|devront|va|vont) (?!etre\b|avoir\b|partir\b|quitter\b|arriver\b|revenir\b|aller\b|bien\b|mieux\b|pouvoir\b|falloir\b|rester\b|permettre\b|vouloir\b)(?:nous |vous |leur |lui |se |s'|l[ea]s? |l'|y |en )?[a-z]+(?:er|ir|re|oir) |(?:est|sont|sera|seront) (?:donc )?chargee?s? d(?:e |'|u |es )|s'(?:engage|occupe)(?:nt)? (?:a |d(?:e |'|u |es ))|se propos(?:e|ent) (?:de |d'|pour (?!etre |l)[a-z]+(?:er|ir|re|oir) )|se portent? volontaires? |(?:est|sont) volontaires? pour |accept(?:e|ent) de |pren(?:d|nent|dra|dront) en charge |(?:est|sont|sera|seront) en charge d(?:e |u |es |')|aur(?:a|ont) la charge d(?:e |u |es |')|se renseign(?:e|ent|era|eront) )`

/** Of somebody who was there any other future tells it too, but for those that only say where and how they will be. */
const WILL_DO =
  /^(?!(?:se|ne|n'|y|en) )(?!(?:ser|aur|pourr|devr|voudr|ir|rester|arriver|(?:re|de|par)?viendr|partir|repartir|quitter|permettr|sortir|saur|commencer|continuer|habiter|manquer|rejoindr|finir|participer|assister|appartiendr|recevr|changer|garder|souhaiter|presider|voter|augmenter|baisser|coûter|couter|durer|ouvrir|fermer|passer|rejouer|gagner|perdr|vivr|attendr|tomber|plair|suffir)(?:a|ont)\b)[a-z]{3,14}(?:er|ir|dr|tr|vr)(?:a|ont) /

/** "Chacun relira le texte" */
const EVERYBODY = /^(?:chacun(?: de nous)?|tout le monde|tous les membres|chaque membre)$/

/** Behind an arrow the present says it too: "→ La DDT envoie la note". */
const DOES = String.raw`(?:envoie|ecrit|relance|prepare|redige|contacte|reserve|transmet|verifie|organise|cherche|achete|commande|refait|previent|installe|imprime|appelle|diffuse|convoque|ajoute|retourne|complete|fournit|remplit|remet|adresse|consulte|voit avec|se renseigne|fait (?:passer|suivre|parvenir|circuler))\b`

const PRONOUNS = "^(?:(?:l[ea]s?|lui|leur|y) |l')*"
const ACTS = new RegExp(`${PRONOUNS}(?:${WILL}|${HAS_TO})`)
const ACTS_NOW = new RegExp(`${PRONOUNS}${TAKES_ON}`)
const ACTS_IN_BULLET = new RegExp(`${PRONOUNS}(?:${TAKES_ON}|${IN_BULLET})`)
const ACTS_POINTED = new RegExp(`${PRONOUNS}(?:${WILL}|${DOES})`)

/** Asked, told, denied, done already or tied to something else. */
const UNSURE =
  /\?|-t-(?:il|elle|on)s?\b|\bqu'|\b(?:que|si|sinon|peut-etre|pas|plus|jamais|deja|depuis|chaque|toujours)\b/

const SENTENCES = /(?<=[^\s.(]{2}[.!?…]|[€%»)][.!?])\s+(?=\S)/u

const PARTS =
  /(?<=[^\s.(]{2}[.!?…]|[€%»)][.!?])\s+(?=\S)|\s*;\s+|\s(?=(?:→|->|=>|➔|➜|⇒)\s)|\s(?:et|mais)\s(?=\p{Lu})|,\s(?=\p{Lu})/u

/** "Affiche à refaire (Luc)", "Panneaux : à nettoyer (services techniques)", "Annonce à passer : Zoé Lac". */
const TO_DO =
  /^(?<what>[^.,;()]{3,80}?\s(?::\s)?à (?:faire|refaire|envoyer|écrire|relancer|préparer|rédiger|contacter|réserver|transmettre|vérifier|organiser|chercher|acheter|commander|installer|imprimer|appeler|diffuser|distribuer|nettoyer|réparer|passer|régler|payer|rendre|fournir|compléter|corriger|revoir|publier|signer|déposer|demander|mettre en (?:place|ligne)|mettre à jour)(?:\s(?:dans|avant|pour|à|au|aux|en)\s[^.,;():]{2,40})?)(?:\s\((?<aside>[^()]{2,60})\)|\s?:\s(?<named>[^():]{2,60})|\spar\s(?<by>[^():]{2,60}?)(?:\s(?:avant|pour|d[’']ici)\s[^():]{2,30})?)[.\s]*$/iu

/** "La lettre sera rédigée par Zoé", "Le devis va être demandé par le trésorier" */
const WILL_BE =
  /^(?<what>[^.;:()]{5,160}?\s(?:sera|seront|va [eê]tre|vont [eê]tre|devra [eê]tre|doit [eê]tre)\s(?:rédig|envoy|prépar|contact|command|achet|réserv|relanc|imprim|diffus|demand|rappel|complét|corrig|publi|install|nettoy|répar|mis à jour|transmis|écrit|fait|réalis|assur|tenu|organis|gér|mont|présent)(?:é?e?s?))\spar\s(?<by>[^.;:()]{2,60})[.\s]*$/iu

/** "Facture des vestes" ends as a verb does: alone on a line of the text only those that are none but verbs count; folded. */
const IS_VERB =
  /^(?:[a-z]+(?:er|ir)|(?:re)?(?:faire|lire|prendre|mettre|ecrire|voir)|transmettre|soumettre|inscrire|apprendre|rendre|repondre|construire|produire|suivre|joindre|conclure) /

/** "L’affiche est confiée à Zoé" */
const ENTRUSTED =
  /^(?<what>[^.;:()]{4,160}?)\s(?:est|sont|sera|seront)\sconfiée?s?\s(?:à|au|aux)\s(?<by>[^.;:()]{2,60})[.\s]*$/iu

/** "Merci à Zoé de relancer la mairie" */
const ASKED =
  /^Merci\sà\s(?<by>[^.;:()]{2,40}?)\s(?:de\s|d[’'])(?<what>\p{Ll}+(?:er|ir|re|oir)\s[^.]{4,160})[.\s]*$/u

/** "- Prendre rendez-vous avec la mairie (AR)" */
const BRACKETED =
  /^(?<what>.{8,200}?)(?:\s?\((?<by>[^()]{2,40})\)|\s?[:–—-]\s(?<named>\p{Lu}[^():.]{1,40}))[.\s]*$/u

const PLACES = 6

/** Behind an arrow whoever is named first does it. */
const POINTED = /^(?:=>|->|→|➔|➜|⇒|►)\s*/u

/** "le syndic", "la présidente": an office, which does what the sentence says will be done. */
const OFFICE =
  /^(?:le|la|l'|l’) ?(?:(?:vice-)?president|secretaire|secretariat|tresori|syndic|chef|direct|animat|coordinat|charge|bureau d'etudes|maitre d'|mairie|agence|office|service|cellule|commission|federation)[a-z' ]{0,25}$/

type Told = Pick<FoundAction, 'text' | 'owner' | 'dueDate'>

/** @param known folded names of whoever was there, and of their bodies */
export function toldActions(
  lines: readonly Line[],
  itemNumberAt: (line: Line) => string | null,
  known: ReadonlySet<string>,
): FoundAction[] {
  return lines
    .filter(({ type, box }) => (type === 'paragraph' || type === 'list') && box === null)
    .flatMap((line) =>
      toldIn(line.words, known, line.bullet).map((told) => ({
        ...told,
        number: null,
        itemNumber: itemNumberAt(line),
        organisation: null,
        block: line.block,
        excerpt: line.text,
      })),
    )
}

function toldIn(words: string, known: ReadonlySet<string>, isBullet: boolean): Told[] {
  const found: Told[] = []
  for (const sentence of oneLine(words).split(SENTENCES)) {
    if (UNSURE.test(plainLine(sentence))) continue
    // "Zoé et Luc écriront" is said of both.
    const together = doerOf(sentence, known, false)
    const parts = together !== null && /\set\s|,\s/u.test(together) ? [sentence] : sentence.split(PARTS)
    for (const whole of parts) {
      const isPointed = POINTED.test(whole)
      const part = whole.replace(POINTED, '')
      // "Le local : Luc s’en occupe"
      const [, said = ''] = /^[^:]{3,80}?\s?:\s(?=\p{Lu}|l[ea]s?\s|l[’'])(.+)$/u.exec(part) ?? []
      const owner =
        doerOf(part, known, isPointed) ??
        doerOf(said, known, false) ??
        doerNow(whole, sentence, known, isBullet) ??
        doerNow(said, sentence, known, isBullet)
      if (owner === null) continue
      const { rest, dueDate } = ownerAndDue(part, known)
      found.push({ text: rest.replace(/\.$/, ''), owner, dueDate })
    }
    const { what, aside, named, by } = TO_DO.exec(sentence)?.groups ?? {}
    const who = aside ?? named ?? by
    const { what: made, by: maker } = WILL_BE.exec(sentence)?.groups ?? {}
    if (made !== undefined && maker !== undefined && (areSome(maker, known) || OFFICE.test(plainLine(maker))))
      found.push(toDo(made, maker, known))
    const asked = ASKED.exec(sentence)?.groups ?? ENTRUSTED.exec(sentence)?.groups
    if (asked?.what !== undefined && asked.by !== undefined && areSome(asked.by, known))
      found.push(toDo(asked.what, asked.by, known))
    const isTask = INFINITIVE.test(sentence) && (isBullet || IS_VERB.test(plainLine(sentence)))
    const task = isTask ? BRACKETED.exec(sentence)?.groups : undefined
    const doer = task?.by ?? task?.named
    const isWhose = task?.by !== undefined || !lacksWhom(task?.what ?? '')
    if (task?.what !== undefined && doer !== undefined && isWhose)
      if (areKnown(doer, known) || (isBullet && /^\p{Lu}{2,3}$/u.test(doer)))
        found.push(toDo(task.what, doer, known))
    if (what !== undefined && who !== undefined && areSome(who.replace(/\.$/, ''), known))
      found.push(toDo(what, who.replace(/\.$/, ''), known))
  }
  return found
}

function toDo(what: string, owner: string, known: ReadonlySet<string>): Told {
  const { rest, dueDate } = ownerAndDue(what, known)
  return { text: rest, owner, dueDate }
}

/** Who does what the sentence says. */
function doerOf(part: string, known: ReadonlySet<string>, isPointed: boolean): string | null {
  const words = part
    .replace(/^(?:enfin|aussi|donc|puis|par ailleurs|de plus),?\s/iu, '')
    .replace(/^C[’']est\s(.{2,40}?)\squi\s/u, '$1 ')
    .split(' ')
  for (let count = 1; count <= Math.min(PLACES, words.length - 1); count += 1) {
    const subject = words.slice(0, count).join(' ')
    const rest = plainLine(words.slice(count).join(' '))
    const isHere = areKnown(subject, known)
    if (isHere && !/^\p{Lu}{2,}$/u.test(subject) && WILL_DO.test(rest)) return subject
    if (!(isPointed ? ACTS_POINTED : ACTS).test(rest)) continue
    if (OFFICE.test(plainLine(subject)) || isHere || EVERYBODY.test(plainLine(subject)) || areGiven(subject))
      return subject
    if (isPointed && /^(?:L[ea]s? |L[’']|Chaque )?\p{Lu}/u.test(subject)) return subject
  }
  return null
}

/** "Zoé relance les adhérents." alone, and no more of it: the present tells what she takes upon her. */
function doerNow(
  part: string,
  sentence: string,
  known: ReadonlySet<string>,
  isBullet: boolean,
): string | null {
  if (sentence.length > SHORT) return null
  const words = part.split(' ')
  for (let count = 1; count <= Math.min(PLACES, words.length - 1); count += 1) {
    const subject = words.slice(0, count).join(' ')
    const rest = plainLine(words.slice(count).join(' '))
    if ((isBullet ? ACTS_IN_BULLET : ACTS_NOW).test(rest) && areKnown(subject, known)) return subject
  }
  return null
}

/** A longer sentence tells a tale. */
const SHORT = 120

function areKnown(words: string, known: ReadonlySet<string>): boolean {
  return words
    .split(/,\s|\s(?:et|\+|&)\s/u)
    .every((one) => known.has(plainLine(one.replace(/^(?:MM?\.|Mmes?|Mlle|Dr)\s/u, ''))))
}

/** "Zoé", "Zoé et Luc": called by the given name, as those are who belong to it. */
function areGiven(words: string): boolean {
  return words
    .split(/,\s|\set\s/u)
    .every((one) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(one) && isGivenName(one))
}

function areSome(words: string, known: ReadonlySet<string>): boolean {
  return areKnown(words, known) || namesSomebody(words) || /^(?:tous|toutes|tout le monde)$/iu.test(words)
}
