import { isGivenName } from '../names/given-names.ts'
import { isFunction, isOrganisationName, mayBePerson } from '../people.ts'
import { isCollege, severalOf } from './behind-body.ts'
import { attendanceOf, organisationAndRole, type PersonLine, personLine } from './person-line.ts'
import { hasCivility } from './person-name.ts'

/** "Mme ROY | CGT", "Université du Torvan | Paul Bon", "Mme la sous-préfète représentée par M. Lac". */
export function besideThem(words: string): PersonLine[] {
  const [left = '', right = '', ...more] = words.split(/\s\|\s/u)
  if (right !== '' && more.length === 0) return inTwo(left, right)
  // "Monsieur le consul, Paul Lac"
  const [, office = '', holder = ''] =
    /^((?:M\.|Mme|Monsieur|Madame)\s+l(?:[ea]\s|[’'])[^,;:]{3,80}),\s+([^,;:]{4,60})$/u.exec(words) ?? []
  if (holder !== '' && (mayBePerson(holder) || hasCivility(holder)))
    return severalOf(holder).map((person) => ({ ...person, role: person.role ?? office }))
  const instead =
    /^(?:M\.|Mme|Monsieur|Madame)\s+l(?:[ea]\s|[’'])[^,;]{2,80}?,?\s+représentée?\s+par\s+(.+)$/iu.exec(
      words,
    )?.[1]
  return instead === undefined ? [] : severalOf(instead)
}

/** "Mme Roy inspectrice de la 2e circonscription": no comma parts the name from what they are. */
export function namedFirst(words: string): PersonLine[] {
  const [, name = '', rest = ''] =
    /^((?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame)\s+\p{Lu}[\p{L}’'-]+)\s+(\S.*)$/u.exec(words) ?? []
  if (name === '' || words.length > 120 || /[.!?:]$/.test(words)) return []
  // "Mme Roy Anne" is a name; what has digits or small letters is not.
  if (severalOf(words).length > 0 || !/\d|^(?:\p{Lu}{2,6}\s|\p{Ll})/u.test(rest) || SAYS.test(rest)) return []
  const person = personLine(name)
  return person === null ? [] : [{ ...person, role: rest }]
}

/** "ROY Anne Agence du Lac", "Paul BON directeur": where a page lost its columns, a body or an office behind a name in capitals. */
export function beforeTheirBody(words: string): PersonLine[] {
  const [, name = '', rest = ''] = CAPITAL_NAME.exec(words) ?? []
  if (name === '' || words.length > 160 || /[.!?:]$/.test(words)) return []
  // "Paul BON ROY" has two family names.
  const isName = !/^\p{Lu}{2}/u.test(name.replace(/^(?:M\.|Mme|Mlle)\s/u, '')) && /^[^\p{Ll}]+$/u.test(rest)
  if (isName || (!isOrganisationName(rest) && !isFunction(rest))) return []
  const person = personLine(name)
  if (person === null) return []
  const { organisation, role } = organisationAndRole(rest)
  return [{ ...person, organisation, role }]
}

/** "Université du Torvan Anne Roy (à partir de 15 h)": where a page lost its columns, a body before a given name and another. */
export function behindABody(words: string): PersonLine[] {
  const [bare = '', ...asides] = words.split(/(?=\s\(|,\s|\s[–—-]\s)/u)
  const all = bare.split(' ')
  const at = all.findLastIndex((word, place) => place < all.length - 1 && isGivenName(word))
  const body = all.slice(0, at).join(' ')
  const name = all.slice(at).join(' ')
  if (at < 1 || words.length > 160 || /:|[.!?]$/.test(words) || !LONG_NAME.test(name)) return []
  // "Lycée Anne Roy" is called so.
  const isBody =
    at === 1
      ? UNSPOKEN.test(body)
      : isOrganisationName(body) && !/\s(?:d[eu]s?|la|le|M\.|Mme|Monsieur|Madame)$/u.test(body)
  return isBody
    ? severalOf(`${name}${asides.join('')}`).map((person) => ({ ...person, organisation: body }))
    : []
}

/** "IGN", "CNC", "BSA": letters that no family is called by. */
const UNSPOKEN =
  /^(?:[^\P{Lu}AEIOUY]{2,6}|[AEIOU]{2}\p{Lu}{0,3}|[AEIOU][^\P{Lu}AEIOUY]{2}|[^\P{Lu}AEIOUY]{2}\p{Lu})$/u

const CAPITAL_NAME =
  /^((?:(?:M\.|Mme|Mlle)\s)?(?:\p{Lu}{2}[\p{Lu}’'-]*(?:\s\p{Lu}{2}[\p{Lu}’'-]*)?\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|(?!Mme|Mlle|Mr\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}{2}[\p{Lu}’'-]*))\s([\p{L}].*)$/u

/** A verb or a link makes it a sentence or a list. */
const SAYS =
  /^(?:et|à|a|est|sont|ont|au|aux|pour|puis|ou|qui|dit|propose|rappelle|demande|indique|précise|présente)\s/iu

function inTwo(left: string, right: string): PersonLine[] {
  const isName = (cell: string) =>
    !isOrganisationName(cell) &&
    !isFunction(cell) &&
    (hasCivility(cell) || mayBePerson(cell) || LONG_NAME.test(cell))
  const [bare = ''] = right.split(/\s[–—-]\s|\s\(|,\s|\sreprésent/u)
  if (hasCivility(left) || (isName(left) && !isName(bare))) {
    const [person, ...others] = severalOf(left)
    if (person === undefined || others.length > 0) return []
    const beside = organisationAndRole(right)
    return [
      {
        ...person,
        organisation: person.organisation ?? beside.organisation,
        role: person.role ?? beside.role,
        attendance: person.attendance ?? attendanceOf(right),
      },
    ]
  }
  if (!isName(bare)) return []
  const isBody = !isFunction(left) && !isCollege(left)
  return severalOf(right).map((person) => ({
    ...person,
    organisation: person.organisation ?? (isBody ? left : null),
    role: person.role ?? (isBody ? null : left),
  }))
}

/** "Manuel Tassin de Lorne" */
const LONG_NAME =
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:(?:de|du|la|le|des|van|von|d[’'])\s?)*\p{Lu}[\p{L}’'-]+){1,3}$/u
