import { datesIn } from '../dates.ts'
import { isGivenName } from '../names/given-names.ts'
import { isOrganisationName, isPerson } from '../people.ts'
import { plainLine, trimPunctuation } from '../plain-line.ts'
import { personName } from './person-name.ts'

type Said = { rest: string; owner: string | null; dueDate: string | null }

const LABELLED_OWNER =
  /(?<![\s(–—-])[\s(–—-]*(?:responsables?|pilotes?|porteurs?|resp\.|charg[ée]e?)\s?:\s?([^;:()]{1,80}?)(?=\s*(?:[;()]|\s[–—-]\s|,\s?(?:[ée]ch[ée]ance|pour le|avant)|$))/iu
/** Words that lead to a date of their own, at the end of what is to be done. */
const BEFORE_DATE =
  /(?:(?<![\s,;(–—-])[\s,;(–—-]+|^)(?:[ée]ch[ée]ance|d[ée]lai|pour(?: le)?|avant(?: le)?|d[’']ici(?: au| le)?|au plus tard(?: le)?)?\s?:?\s{0,9}$/iu
/** "courrier parti le", "dossier reçu du": told of a day, which is no day until when; "être rendu le", "la remise du" are. */
const DONE =
  /(?<!\p{L}|(?<!\p{L})(?:la|les|une|cette|de|en|pour|à|être|sera|seront|soit|soient)\s)(?:parti|arrivé|reçu|envoyé|transmis|remis|déposé|adressé|daté|signé|paru|rendu|tenu)e?s?\s(?:le|du|au|en|depuis le)\s{0,9}$/u

/** "avant fin avril 2024": until when, though it makes no date. */
const VAGUE_DUE =
  /(?<![\s,;(–—-])[\s,;(–—-]+(?:avant|d[’']ici|pour|[ée]ch[ée]ance\s?:?)\s+(?:la\s+)?(?:fin|d[ée]but|mi)[\s-]\s?\p{L}+(?:\s\d{4})?\)?[.\s]*$/iu

/**
 * "Publier la note – A. Roy – 12/03/2026", "Publier la note (DGX) avant le 12 mars 2026" taken apart; what is not said is null.
 * The words at the end are an owner only when they look like a person or a body.
 * @param known folded names of the bodies and persons that took part
 */
export function ownerAndDue(text: string, known: ReadonlySet<string> = new Set()): Said {
  const said: Said = { rest: text.trim(), owner: null, dueDate: null }
  const labelled = LABELLED_OWNER.exec(said.rest)
  if (labelled !== null) {
    said.owner = labelled[1]?.trim() ?? null
    said.rest = said.rest
      .replace(labelled[0], ' ')
      .replace(/\(\s*\)/g, ' ')
      .trim()
  }
  // Owner and date stand in either order.
  for (let turn = 0; turn < 3; turn += 1) {
    takeDue(said)
    takeOwner(said, known)
  }
  // "Rédiger la note (Marc), puis la relire": only who was there is told by a bracket in the text.
  if (said.owner === null)
    said.owner =
      [...said.rest.matchAll(/\(([^()]{2,40})\)/gu)].find(([, who = '']) => areKnown(who, known))?.[1] ?? null
  const rest = trimPunctuation(said.rest.replace(/\s{2,}/g, ' '))
  return { ...said, rest: rest === '' ? text.trim() : rest }
}

function takeDue(said: Said): void {
  said.rest = said.rest.replace(VAGUE_DUE, '')
  if (said.dueDate !== null) return
  const last = datesIn(said.rest).at(-1)
  if (last === undefined || last.date === null) return
  const after = said.rest.slice(last.index + last.length)
  if (!/^[\s).;]*$/.test(after)) return
  const before = said.rest.slice(0, last.index)
  const lead = BEFORE_DATE.exec(before)
  if (lead === null || DONE.test(before)) return
  // "faire un point le 9 mars": the date is part of what is to be done.
  if (/\b(?:le|du|au|de|en|à)$/iu.test(before.trim()) && lead[0].trim() === '') {
    said.dueDate = last.date
    return
  }
  const closes = after.includes(')') && !lead[0].includes('(')
  said.rest = said.rest.slice(0, lead.index) + (closes ? ')' : '')
  said.dueDate = last.date
}

function takeOwner(said: Said, known: ReadonlySet<string>): void {
  if (said.owner !== null) return
  const found =
    /\s*[([]([^()[\]]{2,60})[)\]][.\s]*$/u.exec(said.rest) ??
    /\s(?:->|→|=>)\s*(\p{Lu}[^→>:]{1,40}?)[.\s]*$/u.exec(said.rest) ??
    /\s(?:->|→|=>)\s*(?:\p{Ll}+\s){1,3}par\s((?:l[ea]\s|l[’'])?\p{L}[^→>:,.]{1,40}?)[.\s]*$/u.exec(
      said.rest,
    ) ??
    MENTIONED.exec(said.rest) ??
    /\s@(\p{L}[\p{L} .’'-]{1,50}?)[.\s]*$/u.exec(said.rest) ??
    /\s[–—-]\s+([^–—]{2,60}?)[.\s–—-]*$/u.exec(said.rest) ??
    behindColon(said.rest, known)
  const words = found?.[1]?.trim()
  if (
    found === null ||
    words === undefined ||
    (!/[)\]][.\s]*$/.test(found[0]) && lacksWhom(said.rest.slice(0, found.index))) ||
    !(
      namesSomebody(words) ||
      areKnown(words, known) ||
      EVERYBODY.test(words) ||
      words.startsWith('@') ||
      isPointedAt(found[0], words) ||
      isBracketed(found[0], words)
    )
  )
    return
  said.owner = words.replace(/(?<!\S)@/g, '')
  said.rest = said.rest.slice(0, found.index)
}

/** "@zoe", "@Zoé, @luc et @p_roy" at the end: whoever is called so is asked to do it. */
const MENTIONED =
  /(?:\s(?:->|→|=>))?\s((?:@[\p{L}\d][\p{L}\d_.-]{1,30}(?:,\s|\s(?:et|&)\s)?)*@[\p{L}\d][\p{L}\d_.-]{0,30}[\p{L}\d])[.\s–—-]*$/u

const EVERYBODY = /^(?:tous|toutes|tout le monde|all|everyone)$/iu

/** "Relire la charte : Zoé et Luc": who was there, or everybody, alone behind a colon. */
function behindColon(words: string, known: ReadonlySet<string>): RegExpExecArray | null {
  const found = /\s?:\s([^:;()]{2,60}?)[.\s]*$/u.exec(words)
  const [, who = ''] = found ?? []
  return areKnown(who, known) || EVERYBODY.test(who) ? found : null
}

/** What is done to somebody: alone, or with no more than how, where and when. */
const TO_SOMEBODY =
  /^(?:inviter|prévenir|remercier|relancer|contacter|recontacter|convoquer|convier|proposer|rappeler|appeler|informer|avertir|féliciter|accueillir|rencontrer|recevoir|interroger|solliciter|consulter|associer|saluer|excuser|attendre|demander|inscrire|conseiller|remplacer|élire|réélire|nommer|désigner|coopter)(?:\s(?:aussi|également|ensuite|encore|donc|de nouveau)|\s(?:comme|en|à|aux?|d[eu]|pour|par|avant|après|lors d[eu]|dès|chez|dans)(?:\s(?:l[ea]s?\s|l[’'])?[^\s’']+))*$/iu
/** "Élire la présidente": the one whom the name is of. */
const TO_AN_OFFICE = /^(?:ré)?(?:élire|nommer|désigner|coopter)\s(?:l[ea]\s|l[’'])\S+$/iu
const OPEN_END =
  /(?:^|\s)(?:à|de|du|des|d[’']|avec|pour|par|chez|entre|comme|vers|sur|sans|contre|aux?|en|et|ou|l[ea]s?|une?)$/iu

/** "Prévenir", "Voir avec", "Proposer comme trésorière": a name behind it is whom it is about. */
export function lacksWhom(todo: string): boolean {
  const words = trimPunctuation(todo)
  return OPEN_END.test(words) || TO_SOMEBODY.test(words) || TO_AN_OFFICE.test(words)
}

/** "-> Laure": one name behind an arrow is who does it. */
function isPointedAt(found: string, words: string): boolean {
  if (/^\s(?:->|→|=>)/.test(found) && /\spar\s/.test(found)) return true
  return /^\s(?:->|→|=>)/.test(found) && /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)?$/u.test(words)
}

/** "[Odile]", "[Tous les participants]" behind what is to be done. */
function isBracketed(found: string, words: string): boolean {
  return (
    /\]/.test(found) &&
    (/^\p{Lu}\p{Ll}+(?:(?:[\s,/-]+|\set\s)\p{Lu}\p{Ll}+){0,3}$/u.test(words) ||
      /^(?:tous|toutes|tout le monde)\b/iu.test(words))
  )
}

/** Bodies and persons that the same minutes name: "Montrelle" may be anything elsewhere. */
export function areKnown(words: string, known: ReadonlySet<string>): boolean {
  return words.split(/\s*(?:,|\/|\+|&|\bet\b)\s*/u).every((piece) => known.has(plainLine(piece)))
}

/** One person or body, or several. */
export function namesSomebody(words: string): boolean {
  return words.split(/\s*(?:,|\/|\bet\b)\s*/u).every((piece) => {
    if (
      isPerson(piece) ||
      isOrganisationName(piece) ||
      /^(?:tous|toutes|le secr[ée]tariat|secr[ée]tariat)$/iu.test(piece)
    )
      return true
    const name = personName(piece, 'givenFirst')
    return name !== null && name.givenName !== null && /^\p{Lu}/u.test(piece)
  })
}

/** "Refaire les panneaux. (Action Zoé et Luc)": who does it, in brackets that say so. */
export function assignedIn(words: string): { what: string; owner: string } | null {
  const { what = '', owner = '' } =
    /^(?<what>\S.{7,400}?)[\s.]*\((?:action|à faire|resp(?:onsable)?|pilote)s?\.?\s?:?\s(?:par\s)?(?<owner>\p{Lu}[^():]{1,60})\)[.\s]*$/iu.exec(
      words,
    )?.groups ?? {}
  const isName = (name: string) => /^\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){0,3}$/u.test(name)
  return owner !== '' && owner.split(/,\s|\s(?:et|&)\s/u).every(isName) ? { what, owner } : null
}

/** "DGX : envoyer le plan"; a name of those who were there also before other words: "Marc : affiche", "[Alice] affiche". */
export function byWhom(words: string, known: ReadonlySet<string>): RegExpExecArray | null {
  const said = /^([^:]{2,60}?)\s?:\s(\p{L}+(?:er|ir|re|oir)(?:\s.+)?)$/iu.exec(words)
  const named =
    /^\[?([^:[\]]{2,60}?)(?:\]|\s?:)\s*(\S.*)$/u.exec(words) ??
    /^([^:,–—>=-]{2,60}?)(?:\s[–—-]|\s?(?:=>|->|→)|,)\s+(\S.*)$/u.exec(words)
  if (said !== null || named?.[1] === undefined) return said
  return areKnown(named[1], known) || named[1].startsWith('@') ? named : null
}

const TITLED = String.raw`(?:MM?\.|Mmes?|Mlle|Monsieur|Madame|Dr|Me)(?:\s\p{Lu}[\p{L}’'-]+){1,3}`
/** "Mme Roy diffuse", "M. Bel et Mme Roy relisent" */
const TITLED_DOERS = new RegExp(
  String.raw`^${TITLED}(?:(?:,|\set)\s${TITLED})*(?=\s(?!(?:et|ou|de|du|des)\s)\p{Ll})`,
  'u',
)

/** "est prévenu", "doit être relancé", "n’a pas répondu", "étant absent": who is told of, and does not do it. */
const TOLD_OF =
  /^\s(?:n[’']|(?:est|sont|sera|seront)(?!\p{L})(?!\s(?:en\s)?charg)|a(?!\p{L})(?!\s(?:en|la)\scharge|\spour)|(?:soit|soient|ont|avait|avaient|étant|ayant|peut|peuvent|doi(?:t|vent)\sêtre|absente?s?|excusée?s?|ne)(?!\p{L}))/u

/** "Karim Bel contacte la mairie": who was there, as the subject of what is to be done. */
export function firstNamed(words: string, known: ReadonlySet<string>): string | null {
  const subject = subjectOf(words, known)
  return subject === null || TOLD_OF.test(words.slice(subject.length)) ? null : subject
}

function subjectOf(words: string, known: ReadonlySet<string>): string | null {
  const titled = TITLED_DOERS.exec(words)?.[0]
  if (titled !== undefined) return titled
  const name = /^((?:\p{Lu}[\p{L}’'-]+\s){1,3})(?=\p{Ll})/u.exec(words)?.[1]?.trim()
  if (name !== undefined && (known.has(plainLine(name)) || isCalled(name))) return name
  const office =
    /^(?:le|la|l[’'])\s?(?:syndic|secrétaire|secrétariat|trésori(?:er|ère)|présidente?|bureau|maire|mairie)(?=\s\p{Ll})/iu.exec(
      words,
    )?.[0]
  if (office !== undefined) return office
  // "kestrel ouvre le compte": a handle may have no capital.
  const [handle = ''] = /^[\p{Ll}\d_.-]{3,25}(?=\s\p{Ll})/u.exec(words) ?? []
  return known.has(plainLine(handle)) ? handle : null
}

/** "Anne Roy" */
function isCalled(words: string): boolean {
  const [given = '', ...family] = words.split(' ')
  return family.length > 0 && isGivenName(given)
}

/** "Clara : préparer la note": one word with a capital before what is to be done. */
export function isName(words: string): boolean {
  const isWord =
    /^(?:rappel|notes?|nota|remarques?|attention|objectifs?|urgent|infos?|points?|suites?|options?|exemples?|reste|bilan|budget|projets?|dates?|priorite|conclusion|autres?)$/
  return /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(words) && !isWord.test(plainLine(words))
}
