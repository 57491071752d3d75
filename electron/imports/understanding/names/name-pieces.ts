// A line cut wherever lists are cut, and how surely each piece is somebody's name.

import { attendanceOf } from '../minutes/person-line.ts'
import { hasCivility, namesOffice, type PersonName, personName } from '../minutes/person-name.ts'
import { isFunction, isOrganisationName, isThing } from '../people.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { isGivenName } from './given-names.ts'

type Named = {
  /** 3 hardly anything else, 2 a given name alone, an initial or capitals, 1 only the shape of one, 0 none. */
  strength: 0 | 1 | 2 | 3
  name: PersonName | null
  /** What stands in brackets behind it, or in small letters. */
  asides: string[]
  /** It begins with a name and goes on: "Anne Roy ouvre la séance". */
  tells: boolean
}

export type Piece = Named & {
  text: string
  /** A colon stands behind it. */
  isLabel: boolean
}

const NOBODY: Named = { strength: 0, name: null, asides: [], tells: false }

const CIVILITY = String.raw`(?:MM?\.|Mmes?|Mlles?|Mr|Monsieur|Madame|Messieurs|Mesdames|Dr|Pr)`
const ADDRESSED = new RegExp(String.raw`^${CIVILITY}\.?\s+`, 'u')
const RUN_ON = new RegExp(String.raw`(?<=[\p{L})\d.])\s(?=${CIVILITY}\s\p{Lu})`, 'gu')
const MARKS =
  /([,;·•|]|:(?=\s|$)|(?<=\s)(?:[–—/+&-]|→|->|et|puis)(?=\s)|[–—]|(?<=\p{L}{3}|\))\.(?=\s|$))(?![^(]*\))/u

/** The pieces of a list, in order; what stands in brackets stays with its piece. */
export function piecesOf(line: string): Piece[] {
  const text = oneLine(
    line
      .replace(/\t+/g, ' ; ')
      .replace(/\*+|(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D})+/gu, ' ')
      .replace(/^\s*[–—•·+>-]+\s/u, ''),
  )
    // "Présents Anne R., Paul B."
    .replace(/^((?:présent|excusé|absent|participant)e?s?)\s(?=\p{Lu}\p{Ll})/iu, '$1 : ')
    .replace(/(?<!\p{L})(M\.|MM\.|Mme|Mr)(?=\p{Lu}\p{L})/gu, '$1 ')
    .replace(RUN_ON, ' ; ')
    // "Anne ROY Paul BON"
    .replace(/(?<=\p{Lu}{2})\s(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}{2})/gu, ' ; ')
  const parts = text.split(MARKS)
  return parts.flatMap((part, at) => {
    const piece = part.trim()
    return at % 2 === 1 || piece === '' ? [] : [pieceOf(piece, parts[at + 1] === ':')]
  })
}

function pieceOf(text: string, isLabel: boolean): Piece {
  const brackets = [...text.matchAll(/\(([^()]*)\)?/g)].map(([, inside = '']) => inside.trim())
  const bare = oneLine(text.replace(/\([^()]*\)?/g, ' '))
  const own = nameIn(bare)
  // "Ville de Vaux (Anne Roy)"
  const inside =
    own.strength === 0 && brackets.length === 1 && isOrganisationName(bare)
      ? nameIn(brackets[0] ?? '')
      : NOBODY
  if (inside.strength === 3) return { ...inside, text, isLabel, asides: [bare, ...inside.asides] }
  return { ...own, text, isLabel, asides: [...own.asides, ...brackets] }
}

const PARTICLE = /^(?:de|du|des|la|le|les|van|von|der|da|dos|del|di|el|ben|d[’']|l[’'])$/i
const OFFICE = /^(?:MM?\.?|Mmes?|Monsieur|Madame|Messieurs|Mesdames)\s(?:l[ea]s?\s|l[’'])/u
/** "Présents", "Prénom NOM": heads, and nobody. */
const SAYS_WHO =
  /^(?:(?:pre|pr)?sent|absent|excus|particip|invit|etaient|prenom|noms?\b|represent|membres?\b|liste\b|procuration|pouvoir|total\b)/

function nameIn(words: string): Named {
  if (namesOffice(words)) return NOBODY
  const own = ownWords(words.replace(ADDRESSED, '').split(' '))
  const said = own.join(' ')
  const isCivil = hasCivility(words)
  const end = words.indexOf(said) + said.length
  const rest = words.slice(end).trim()
  // "Odile Marchal maire de Vaux": only what somebody is may be written behind the name.
  if (said === '') return NOBODY
  const isOdd = /[\d@_#?!"«»]|https?:/.test(words) || words.length > 90
  if (rest !== '' && (isOdd || (!isFunction(rest) && attendanceOf(rest) === null)))
    return { ...NOBODY, tells: own.length > 1 && strengthOf(own) > 1 }
  const name = personName(isCivil ? words.slice(0, end) : said, 'givenFirst')
  if (isOdd || name === null || SAYS_WHO.test(plainLine(said))) return NOBODY
  if (isCivil && OFFICE.test(words) && !own.some(isGivenName)) return NOBODY
  const strength = isCivil ? 3 : strengthOf(own)
  const alone = own.length === 1 && !isCivil ? { familyName: said, givenName: null } : name
  return strength === 0 ? NOBODY : { strength, name: alone, asides: rest === '' ? [] : [rest], tells: false }
}

/** The first words, as far as they are written as names are. */
function ownWords(words: readonly string[]): string[] {
  const small = words.findIndex((word, at) => at > 0 && !isNameWord(word) && !PARTICLE.test(word))
  // "Jean-Paul ROY Maire"
  const office = words.findIndex(
    (word, at) => at > 0 && !isGivenName(word) && isFunction(words.slice(at).join(' ')),
  )
  let end = Math.min(...[small, office, words.length].filter((one) => one >= 0))
  while (end > 0 && PARTICLE.test(words[end - 1] ?? '')) end -= 1
  const own = words.slice(0, end)
  const first = own[0] ?? ''
  // "APPROUVENT M. le maire"
  const isSentence = own.some(
    (word, at) => at > 0 && /^(?:MM?\.|Mmes?)$/.test(word) && isCapitals(own[at - 1]),
  )
  return own.length > 6 || isSentence || !(isNameWord(first) || PARTICLE.test(first)) ? [] : own
}

function strengthOf(own: readonly string[]): Named['strength'] {
  const said = own.join(' ')
  const [first = '', second = ''] = own
  const isNone = isThing(said) || isFunction(said) || isOrganisationName(said)
  if (own.length === 1) {
    if (isGivenName(first)) return 2
    return isNone || first.length < 3 ? 0 : 1
  }
  // "CC du Val": a body by its letters
  if (/^\p{Lu}{2,3}$/u.test(first) && PARTICLE.test(second)) return 0
  const last = own.at(-1) ?? ''
  if (
    isGivenName(first) ||
    (!isNone &&
      !isFunction(first) &&
      own.some((word, at) => isGivenName(word) && (word === last || (at > 0 && own.length > 2))))
  )
    return 3
  if (isNone) return 0
  const hasInitial = own.some((word) => /^\p{Lu}(?:\p{Ll}?\.(?:-?\p{Lu}\.)?)?$/u.test(word))
  if (hasInitial && own.length <= 3 && own.some((word) => word.length > 2)) return 2
  // "DREAL Bretagne" is a body, "Aglaé ROY" hardly.
  const isPlain = own.some((word) => /^\p{Lu}\p{Ll}/u.test(word))
  if (own.some(isCapitals) && isPlain) return /^\p{Lu}\p{Ll}/u.test(first) && own.length <= 4 ? 2 : 0
  return own.length <= 3 ? 1 : 0
}

const isCapitals = (word: string | undefined) => /^[\p{Lu}’'-]{3,}$/u.test(word ?? '')

const BEGINS_SENTENCE =
  /^(?:À|A|Si|Le|La|Les|Un|Une|Ce|Cette|Nous|Il|Elle|On|Au|Aux|En|Pour|Sur|Par|Avec|Dans)$/

function isNameWord(word: string): boolean {
  return (
    /^(?:[dDlLO][’'])?\p{Lu}[\p{L}’'.-]*$/u.test(word) &&
    !BEGINS_SENTENCE.test(word) &&
    // "DGX", "PVT": letters that nobody can say
    !/^[B-DF-HJ-NP-TV-XZ]{2,5}$/.test(word) &&
    // "Île-de-France", "Vaux-sur-Lys"
    !/-(?:de|du|des|en|sur|sous|la|le|les|lès)-/u.test(word)
  )
}
