// Where somebody works, said within what they are there: "directrice de l’eau au sein de Vaux Métropole".

import { isFunction, isOrganisationName } from '../people.ts'
import { plainLine } from '../plain-line.ts'

const WITHIN = /\sau sein (?:de (?:la |l[’'])?|d[’']|du |des )(?<body>\p{L}.*)$/u
const AT = /\s(?:à (?:la |l[’'])?|au |aux |chez |pour (?:la |l[’']|le )?)(?<body>\p{L}[^,;]*)$/u

/** Those who stand for a place: what follows is its name. */
const OF_PLACE =
  /^(?:(?:\d{1,2} ?(?:er|ere|e|eme)|premiere?|ancienne?) )?(?:maire(?: (?:deleguee?|adjointe?|honoraire))?|adjointe? (?:au|a la) maire|conseill(?:er|ere) municipale?(?: deleguee?)?|elue?)$/

/** Those who lead it. */
const HEADS =
  /^(?:(?:\d{1,2} ?(?:er|ere|e|eme)|premiere?) )?(?:vice-|co-?)?(?:presidente?|directeur|directrice|gerante?)(?: general[e]?)?(?: adjointe?)?$/

/** Who answers for a subject says it behind "à": "adjointe à l’Urbanisme". */
const FOR_SUBJECT = /\b(?:adjointe?|deleguee?|vice-presidente?|conseill(?:er|ere))\b/

/** A part of the body that meets, or of one that is named behind it. */
const PART =
  /^(?:service|pole|bureau|commission|cellule|comite|mission|section|groupe|equipe|unite|departement|direction|conseil)s?(?! (?:departemental|regional|general|national|interdepartementale?|interregionale?))\b/

/** The body that meets, or a part of it: said alone, whose it is goes without saying. */
const IN_HOUSE =
  /^(?:c\.?a\.?|ag|codir|comex|cse|cle|copil|bureau|comite(?: de (?:direction|pilotage))?|commission|conseil(?: d'administration)?|assemblee(?: generale)?|seance)$/

/** Null where the words name no body. */
export function bodyIn(role: string): string | null {
  if (/^membres?\b/.test(plainLine(role))) return null
  // "maire de Castelroc et présidente de l’agence"
  const offices = role.split(/\s+et\s+/u)
  if (offices.length > 1 && offices.every(isFunction))
    return offices.map(bodyOf).find((body) => body !== null) ?? null
  return bodyOf(role)
}

function bodyOf(role: string): string | null {
  const body = bodyWithin(role)
  return body === null || IN_HOUSE.test(plainLine(body)) ? null : body
}

function bodyWithin(role: string): string | null {
  const aside = role
    .split(/,\s+|\s[–—-]\s/u)
    .slice(1)
    .find(isBody)
  if (aside !== undefined) return aside
  const within = WITHIN.exec(role)?.groups?.body
  if (within !== undefined) return within
  const found = [...role.matchAll(/\s(?:d(?:e (?:la |l[’'])?|u |es |[’']))(?=\p{L})/gu)].map((of) => ({
    before: role.slice(0, of.index),
    body: role.slice(of.index + of[0].length),
  }))
  const [first] = found
  if (first !== undefined && OF_PLACE.test(plainLine(first.before)) && /^\p{Lu}/u.test(first.body))
    return first.body
  const led = HEADS.test(plainLine(first?.before ?? ''))
    ? (/^\p{Lu}[^,]*?(?=$|\s(?:en charge|chargée?|déléguée?)\s)/u.exec(first?.body ?? '')?.[0] ?? '')
    : ''
  if (led !== '' && !isFunction(led)) return led
  const at = AT.exec(role)
  const body = at?.groups?.body ?? ''
  const isOther = /^\p{Lu}/u.test(body) && !isFunction(body) && !FOR_SUBJECT.test(plainLine(role))
  if (at !== null && (isBody(body) || isOther)) return body
  const last = found.findLast((one) => isBody(one.body))
  if (last !== undefined) return last.body
  // "Représentante locale Chambre d’agriculture"
  const [, bare = ''] = /^\p{L}\p{Ll}+(?:\s\p{Ll}+)*\s(?<body>\p{Lu}.*)$/u.exec(role) ?? []
  return isBody(bare) ? bare : null
}

/** "DDT du Lys", "Agence du Torvan": not "service de l’eau", and not "école" alone. */
function isBody(words: string): boolean {
  if (IN_HOUSE.test(plainLine(words))) return false
  if (/^\p{Lu}[\p{Lu}\d&-]{1,9}(?:$|\s)/u.test(words)) return true
  return isOrganisationName(words) && /\p{Lu}/u.test(words) && !PART.test(plainLine(words))
}
