import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { isGivenName } from '../names/given-names.ts'
import { isFunction, isOrganisationName, isThing } from '../people.ts'
import { oneLine, plainLine, trimPunctuation } from '../plain-line.ts'
import { bodyIn } from './body-in-function.ts'
import { hasCivility, personName } from './person-name.ts'

export type PersonLine = {
  familyName: string
  givenName: string | null
  organisation: string | null
  role: string | null
  attendance: AttendanceStatus | null
  /** Who comes instead, as written; only where that is said. */
  representedBy?: string
}

const MAIL = /[([<–-]*\s{0,9}(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\s*[)\]>]*/g
/** Said of a person, in brackets or after a dash. */
const STATES: readonly (readonly [AttendanceStatus, RegExp])[] = [
  [
    'represente',
    /^(?:remplacee?s? par\b|(?:absente?s? )?(?:et )?represente?e?s?(?: par\b|$)|(?:(?:absente?s?|excuse?e?s?) )*(?:et )?(?:ayant |ont |a |avait |avaient |par )?(?:donne )?(?:pouvoirs?|procurations?|proc\.|mandats?)(?! (?:de |d'))(?: (?:donnes? )?a)?|a (?:m|mme|mlle)\.? )/,
  ],
  ['excuse', /^(?:absente?s?(?: ?[,/-])? )?(?:excuse?e?s?|en conge)\b/],
  ['absent', /^absente?s?\b/],
  [
    'visio',
    /^(?:(?:par|en|a distance|connecte?e?)?\s*(?:par |en )?visio(?:conference)?|a distance|(?:via |sur |par |en )?(?:skype|zoom|discord|teams|jitsi|google meet)$)\b/,
  ],
  ['audio', /^(?:(?:par|en|au)?\s*(?:audio(?:conference)?|telephone|conference telephonique))\b/],
  ['surPlace', /^(?:sur place|en salle|en presentiel|sur site)\b/],
  ['present', /^p(?:re|e)sente?s?\b/],
]

const REPRESENTED =
  /(?:(?:représentée?s?|suppléée?s?|remplacée?s?) par(?: s(?:on|a) suppléante?)?|(?:a|ont) donné pouvoir à|pouvoirs? (?:donnée?s? )?à) (.+)$/iu

/** "représenté par Mme Roy", "pouvoir à M. Petit": by whom; null when the words name nobody. */
export function representedBy(text: string): string | null {
  const name = trimPunctuation(REPRESENTED.exec(oneLine(text))?.[1] ?? '')
  return name !== '' && personName(name, 'givenFirst') !== null ? name : null
}

/** The state that words say, or null. */
export function attendanceOf(text: string): AttendanceStatus | null {
  const folded = plainLine(text).replace(/^[(\s–-]+/, '')
  return STATES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/**
 * @param order where no capitals tell given and family name apart
 * @returns null when the line does not begin with a person
 */
export function personLine(
  text: string,
  order: 'givenFirst' | 'familyFirst' = 'givenFirst',
): PersonLine | null {
  const pieces = piecesOf(withBodyOfAddress(text))
  const [first = ''] = pieces
  const name = personName(first, order)
  // "CORVAL, présidente du club": what somebody is makes a word in capitals their name.
  const isCalled =
    /^\p{Lu}{4,}(?:-\p{Lu}{2,})?$/u.test(first) && pieces[1] !== undefined && isFunction(pieces[1])
  if (name === null || (isOrganisationName(first) && !isCalled) || name.familyName.length < 2) return null
  // "Théâtre de la Rose", and not "Grand Paul"
  const isNamed = hasCivility(first) || isGivenName(first.split(' ')[0] ?? '')
  if (!isNamed && / d[eu]s?[ ’]| d[’']/u.test(first) && isThing(first)) return null
  // "Inspecteur de l’éducation" is an office.
  if (isFunction(first) && /\s(?:d[eu]s?\s|d[’'])/iu.test(first) && !hasCivility(first)) return null
  // "Soit, 10 personnes et 6 pouvoirs" counts them.
  const [, second = ''] = pieces
  if (name.givenName === null && /^\d/.test(second) && !isFunction(second) && !hasCivility(first)) return null
  // "Quorum : atteint" is no person.
  if (name.givenName === null && /^\S+\s*:/.test(oneLine(text))) return null
  // One word may be anything: only what follows it, or a civility, makes it a name.
  if (name.givenName === null && pieces.length < 2 && !hasCivility(first)) return null
  const states = pieces.slice(1).map((piece) => attendanceOf(piece))
  const initials = initialsOf(name)
  const place = placeOf(
    pieces
      .slice(1)
      .filter(
        (piece, at) =>
          states[at] === null && !isNameOf(piece, name, initials) && !MOMENT.test(plainLine(piece)),
      ),
  )
  const said = states.find((state) => state !== null) ?? null
  const by = pieces
    .slice(1)
    .map(representedBy)
    .find((one) => one !== null)
  return {
    ...name,
    ...place,
    // "absente à l’ouverture, arrivée à 20 h 50"
    attendance: said !== null && pieces.some((piece) => ARRIVED.test(plainLine(piece))) ? 'present' : said,
    ...(by === undefined ? {} : { representedBy: by }),
  }
}

/** "DGX – cheffe de projet", "Président du GID": where somebody works and what they are there; null when not said. */
export function organisationAndRole(text: string): { organisation: string | null; role: string | null } {
  return text === '' ? { organisation: null, role: null } : placeOf(piecesOf(text))
}

/** When somebody came or left, and how long their voice counts, is nowhere they work. */
const MOMENT =
  /^(?:en retard|retard|rtt|(?:(?:en )?conges?|vacances|malad(?:e|ie)|(?:en |de )?garde|(?:en )?(?:formation|deplacement|mission))$|covid|souffrante?|a quitte|quitte|jusqu|a partir|par mail)\b|^(?:arrivee?s?|departs?|parti[es]*|sorti[es]*)(?:$| (?:a|vers|avant|apres|pendant|des|au debut|en cours|en retard|de (?:la )?seance|\d))|^des \d{1,2} ?[h:]|^voix (?:consultative|deliberative|preponderante|\d)|\b\d{1,2} ?h(?: ?\d{2})?$/

const ARRIVED = /^arrivee?s? /

/** "OV" and "VO" beside Odile Vasseur. */
function initialsOf({
  givenName,
  familyName,
}: {
  givenName: string | null
  familyName: string
}): Set<string> {
  const [given = '', family = ''] = [givenName ?? '', familyName].map((name) =>
    plainLine(name)
      .split(/[ -]/)
      .map((word) => word.charAt(0))
      .join(''),
  )
  return new Set(given === '' ? [] : [given + family, family + given])
}

/** "OV", and "Odile" or "OdileV" in brackets behind Odile Vasseur. */
function isNameOf(
  piece: string,
  { givenName }: { givenName: string | null },
  initials: ReadonlySet<string>,
): boolean {
  const [words, given] = [plainLine(piece), plainLine(givenName ?? '')]
  return (
    initials.has(words) || (given.length > 2 && words.startsWith(given) && words.length < given.length + 3)
  )
}

function placeOf(pieces: readonly string[]): { organisation: string | null; role: string | null } {
  const organisations: string[] = []
  const roles: string[] = []
  for (const piece of pieces) {
    // "pas de pouvoir donné", "+ 1 pouvoir", "pouvoir de M. Bon" is nowhere.
    if (
      /^(?:(?:pas de|sans|aucune?|\+? ?\d) (?:pouvoir|procuration|mandat)|(?:a |avec |porte )?(?:le )?(?:pouvoir|procuration|mandat)s? d)/.test(
        plainLine(piece),
      )
    )
      continue
    if (LIVES.test(plainLine(piece)) || /^\d{5} \p{Lu}/u.test(piece) || STREET.test(plainLine(piece)))
      continue
    const of = /^(\p{L}[\p{L} -]*?)\s+(?:du|de la|de l[’']|de)\s+(\p{Lu}[\p{Lu}\d-]{1,10})$/u.exec(piece)
    // "adjointe à l’urbanisme, à l’environnement et aux travaux"
    const office = roles.at(-1)
    if (office !== undefined && organisations.length === 0 && /^(?:à|aux?|et|en)\s/u.test(piece)) {
      roles[roles.length - 1] = `${office}, ${piece}`
      continue
    }
    // "membre du CA" says what somebody is for the body that meets.
    if (IN_HOUSE.test(plainLine(piece))) roles.push(piece)
    else if (of?.[1] !== undefined && of[2] !== undefined && isFunction(of[1]) && !/\set\s/u.test(of[1])) {
      roles.push(of[1])
      organisations.push(of[2])
    } else if (headed(piece) !== null) {
      roles.push(piece)
      organisations.push(headed(piece) ?? '')
    } else if (
      /^(?:represente|remplace|suppleante?|pour)\b/.test(plainLine(piece)) ||
      isFunction(piece) ||
      isGroupWithin(piece) ||
      isCapacity(piece) ||
      OFFICE.test(plainLine(piece)) ||
      isCommonNoun(piece)
    )
      roles.push(piece)
    else if (!isSentence(piece)) organisations.push(piece)
  }
  const within = roles.filter(isFunction).map(bodyIn)
  return {
    organisation:
      organisations.length === 0 ? (within.find((one) => one !== null) ?? null) : organisations.join(', '),
    role: roles.length === 0 ? null : roles.join(', '),
  }
}

/** "prend part au vote à partir du deuxième point" is no place. */
function isSentence(piece: string): boolean {
  return /^\p{Ll}/u.test(piece) && piece.split(' ').length > 8
}

/** "demeurant au 3 rue du Lac, 75000 Vaux", "propriétaire de 12 lots": where somebody lives and what they own is nowhere they work. */
const LIVES =
  /^(?:demeurant|domiciliee?|residant|residente?|nee? (?:le|a|en)|de nationalite|(?:co-?)?proprietaires? (?:de|du|des|d')|detent(?:eur|rice)s? (?:de|d')|(?:detenant|possedant) )/

/** "10 rue du Lac", "« 10 rue du Lac »": a house. */
const STREET =
  /^[«" ]*\d{1,4} ?(?:bis |ter )?,? ?(?:rue|avenue|quai|place|boulevard|cours|allees?|chemin|route|impasse|square|passage)\b/

/** "Présidente de l’association des Amis du Torvan", "Directeur du Syndicat des eaux": whom they lead is where they work. */
function headed(piece: string): string | null {
  const [, of = ''] =
    /^(?:(?:[1-9](?:er|ère|e|ème)\s)?(?:vice|co)?-?(?:présidente?|directeur|directrice|représentante?|secrétaire général)e?)\s(?:général(?:e)?\s)?(?:de\s(?:la\s|l[’'])|du\s|des\s|de\s(?=\p{Lu}))(\p{L}.*)$/iu.exec(
      piece,
    ) ?? []
  return isOrganisationName(of) &&
    !/^(?:(?:conseil|bureau|comité|commission|pôle|service|assemblée|équipe)(?:\ssortante?)?$|services\s)/iu.test(
      of,
    ) &&
    /\p{Lu}|\s/u.test(of)
    ? of
    : null
}

/** "CA", "collège 2", "WP3": what somebody is for within the body that meets. */
const IN_HOUSE =
  /^(?:colleges?\b.*|(?:membres? (?:du |de la )?)?(?:c\.?a\.?|bureau|codir|conseil(?: (?:d'administration|collegial))?|comite directeur)|(?:wp|axe|lot|groupe|equipe|tache|task|atelier|work ?package)s? ?\d.*|service civique|co-?worke(?:r|use)s?|[lm][123]|\d(?:a|e annee|ere annee|eme annee))$/

/** "Bénévoles", "Membre actif", "Administratrices": as what somebody sits, or how they listen ("En ligne"). */
const CAPACITY =
  /^(?:(?:les |non[- ]|co-?|ex-)?(?:salarie|benevole|adherent|administrateur|administratrice|president|elu|membre|invite|usager|utilisateur|utilisatrice|observateur|observatrice|votant|fondateur|fondatrice|permanent|suppleant|titulaire|habitant|ancien|nouveau|nouvelle|stagiaire|volontaire|apprenti|fab ?manager|sympathisant|candidat|visiteur|referent)(?:e|ne)?[sx]?(?: (?:actif|active|fondateur|fondatrice|adherent|elu|honoraire|sortant|entrant|associe|titulaire|suppleant|invite|membre|salarie|benevole)e?s?| de droit| d'honneur| (?:du|hors) (?:ca|bureau|conseil|collectif))?|(?:en |par )?(?:visio(?:conference)?|ligne|presentiel|distanciel|partie)|a distance|sur place|en salle|salle|(?:hors|non membres? du) ca|ca presente?s?|tresorerie|vp|co-?presidence|communication|(?:l')?equipe|association|personnes? (?:morale|physique|qualifiee|ressource)s?)$/

function isCapacity(piece: string): boolean {
  return CAPACITY.test(plainLine(piece).replace(/(?<=\p{Ll})[·.(][·.()a-z]{1,8}$/u, ''))
}

/** "Présidente", "Pouvoir à Mme Roy" in a cell beside a name: no body, but what somebody is, or whether they came. */
export function withoutCapacity(person: PersonLine): PersonLine {
  const words = person.organisation ?? ''
  const attendance = attendanceOf(words)
  if (attendance === null && !isFunction(words) && !isCapacity(words)) return person
  return {
    ...person,
    organisation: null,
    role: person.role ?? (attendance === null ? words : null),
    attendance: attendance ?? person.attendance,
  }
}

/** "Commission travaux", "groupe com": part of the body that meets; "Commission européenne" is a body. */
function isGroupWithin(piece: string): boolean {
  return (
    /^(?:pôle|(?:[Cc]ommission|[Aa]telier|[Gg]roupe|[EÉeé]quipe)s?) \p{Ll}/u.test(piece) &&
    !/\b(?:europeenne|nationale|regionale|departementale|intercommunale|locale|scolaire)\b/.test(
      plainLine(piece),
    )
  )
}

/** "adhérent", "fabmanager": a body has a capital or is called one. */
function isCommonNoun(piece: string): boolean {
  return (
    /^\p{Ll}[\p{Ll} ’'-]{2,40}$/u.test(piece) &&
    !isOrganisationName(piece) &&
    !/^(?:mairie|commune|ville|service|direction|bureau|pole|departement|region|prefecture|secretariat|laboratoire|association|agence)\b/.test(
      plainLine(piece),
    )
  )
}

/** A role in the meeting: "animation", "secrétariat", "élu référent". */
const OFFICE = /^(?:animation|secretariat(?: de seance)?|redaction|prise de notes|elue? .*|presidence)$/

/** "Anne Roy MOULINBLEU (aroy@moulinbleu.fr)": the words behind a name that its address has are where somebody works. */
function withBodyOfAddress(text: string): string {
  const at = text.indexOf('@')
  const body = at < 0 ? null : bodyToldBy(text, oneLine(text.slice(0, at)).split(' ').slice(2))
  return body === null ? text : text.replace(body, `, ${body}`)
}

/** @returns of these words those that are the name of the site of an address: "Moulin Bleu" of "aroy@moulin-bleu.fr" */
export function bodyToldBy(address: string, words: readonly string[]): string | null {
  const site = /@(?:[\w-]+\.)*([\w-]{5,40})\.\w{2,8}(?![\w.-])/.exec(address)?.[1]
  if (site === undefined || words.length > MOST_WORDS) return null
  const letters = (some: string) => plainLine(some).replace(/[^a-z\d]/g, '')
  for (let from = 0; from < words.length; from += 1)
    for (let to = from + 1; to <= words.length; to += 1) {
      const body = words.slice(from, to).join(' ')
      // "Centre du Moulin": part of a longer name.
      const isWhole = /^\p{Lu}/u.test(body) && !/^\p{Ll}{1,3}$/u.test(words[from - 1] ?? '')
      if (isWhole && letters(body) === letters(site)) return body
    }
  return null
}

/** A line of more words is no single person's. */
const MOST_WORDS = 25

/** Pieces parted by dashes, commas and brackets; addresses are left out. */
function piecesOf(text: string): string[] {
  return (
    oneLine(text)
      .replace(MAIL, ' ')
      .replace(/\(([^()]*)\)/g, ', $1,')
      // "botaniste / FCRM"
      .split(
        /(?:(?<!\s)\s+)?[,;|]\s*|(?<!\s)\s+[–—-]\s+|(?<!\s)\s+\/\s+(?=\p{Lu}{2,}(?:,|$))|(?:(?<!\s)\s+)?:\s+/u,
      )
      .map(trimPunctuation)
      .filter((piece) => piece !== '')
  )
}
