import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { withCapital } from '../../../domain/text/french.ts'
import { isGivenName } from '../names/given-names.ts'
import { isFunction, isOrganisationName, isPerson, mayBePerson } from '../people.ts'
import { behindTheirBody, giversOf, severalOf, withoutGivers } from './behind-body.ts'
import { namesIn } from './names-list.ts'
import { type PersonLine, personLine, representedBy } from './person-line.ts'

/** The people of a line: one, or several parted by semicolons, or by commas when each piece is a person. */
export function peopleOf(text: string, state: AttendanceStatus | null): PersonLine[] {
  let body: string | null = null
  // "(Anne Roy, Paul Bon)": brackets around all of them say nothing of the second.
  const plain = withOneParting(withoutAsides(text.replace(/^\(([^()]+,[^()]+)\)\.?$/u, '$1')))
    // "Mme Roy (). Ainsi que : M. Bon, (DGX)"
    .replace(/\s?\(\s*\)/gu, '')
    .replace(/,\s+(?=\()/gu, ' ')
    .replace(
      /(?<!\s)[.,;]?\s+ainsi que(?:\s?:|,)?\s+(?=(?:MM?\.|Mmes?|Monsieur|Madame|Messieurs|Mesdames|\p{Lu}\p{Ll}+)\s\p{Lu})/giu,
      ', ',
    )
    // "le Dr Roy"
    .replace(/(?<=^|[,;:]\s|\set\s)l[ea]\s(?=(?:Dr|Pr|Docteure?|Professeure?)\.?\s\p{Lu})/gu, '')
    // "Paul Bon → excusé", "Anne Roy => Présente"
    .replace(/(?<!\s)\s+(?:→|->|=>)\s+(?=\p{Ll}|(?:Présent|Absent|Excusé|Représenté)e?(?!\p{L}))/gu, ', ')
    // "M.Roy", "MmeROY"
    .replace(/(?<!\p{L})(?:(MM?\.|Mme\.?|Mr\.?)(?=\p{Lu}\p{Ll})|(M\.|Mme)(?=\p{Lu}{3}))/gu, '$1$2 ')
    .replace(/(?<!\s)\s+(?:[·•]|\+(?=\s+\p{Lu}))\s+/gu, ', ')
    // "Paul Bon → Anne Roy": their power
    .replace(/(?<!\s)\s+(?:→|->|=>)\s+(\p{Lu}[^,;()>→]{2,40})/gu, ' (pouvoir à $1)')
    .replace(/^(Mesdames|Messieurs|Mmes|MM\.?)(?:,|\s?:)\s(?=\p{Lu})/u, '$1 ')
    // "M. Paul Bon demeurant au 3 rue du Lac"
    .replace(/(?<=\p{L}),?\s(?=(?:résidant|demeurant|domiciliée?|habitant)\s(?:au|à|aux|\d))/gu, ', ')
    // "ROY Anne de VAUX": behind both names a town
    .replace(
      /^((?:MM?\.\s|Mmes?\s)?\p{Lu}{2}[\p{Lu}’'-]*(?:\s\p{Lu}{2}[\p{Lu}’'-]*){0,2}\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\sde\s(\p{Lu}{2}[\p{Lu}\s’'-]{1,40})$/u,
      '$1 ($2)',
    )
    // "Anne ROY CD12 (a.roy@cd12.fr)": a name holds no figure
    .replace(
      /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}{2}[\p{Lu}’'-]*)\s(\p{Lu}{2,5}\d{1,3})(?=\s\(|,|$)/u,
      '$1, $2',
    )
    // "Anne ROY-Centre du Lac"
    .replace(/(?<=\p{Lu}{3})-(?=(\p{Lu}\p{Ll}+\s[^,;]{3,80}))/gu, (dash, behind: string) =>
      isOrganisationName(behind) ? ' - ' : dash,
    )
    // "Anne Roy -trésorière"
    .replace(/(?<=\p{L})\s-(?=\p{L}{4})/gu, ' - ')
    // "M Roy, Mme Bon, , M Lac"
    .replace(/(?<=^|[,;:]\s{0,3}|\set\s)M(?=\s\p{Lu}[\p{L}’'-]+(?:[,;.]|\s|$))/gu, 'M.')
    .replace(/,(?:\s{0,3},)+/g, ',')
    .replace(/(?<!\p{L})Melle(?=\s\p{Lu})/gu, 'Mlle')
    // "délégué(e)s"
    .replace(/(?<=\p{L})\((?:e|ne|le)\)(?=s?(?!\p{L}))/gu, '')
    // "Anne ROY Jean-Paul BON"
    .replace(
      /(?<=(?:^|[,;:.]\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{Lu}’'-]{2,40})\s+(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}{3})/gu,
      ', ',
    )
    // "Anne ROY. Paul BON."
    .replace(/(?<=\p{Lu}{2})(?<!(?<!\p{L})MM)\.\s+(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}{2,})/gu, ', ')
    .replace(/(?<=^|:\s)(madame|monsieur)(?=\s\p{Lu})/gu, withCapital)
    .replace(/(?<=\set\s)m(?=(?:onsieur|adame)\s\p{Lu})/gu, 'M')
    .replace(/(?<!\p{L})(?:Melles|Mlles|Mesdemoiselles)(?=\s\p{Lu})/gu, 'Mmes')
    // "MMES ROY, BON"
    .replace(/(?<!\p{L})M(?:ME)(S?)\.?(?=\s\p{Lu})/gu, (_, several: string) => `Mme${several.toLowerCase()}`)
    .replace(/(?<!\p{L})(?:MM|Mrs\.?)(?=\s\p{Lu})/gu, 'MM.')
    // "M. Paul BON M. Luc LAC"
    .replace(
      /(?<=(?<!\p{L})(?:M\.|Mme|Mlle)\s\p{Lu}[\p{L}’'-]{1,30}(?:\s\p{Lu}[\p{L}’'-]{1,30}){0,3})\s(?=(?:M\.|Mme|Mlle)\s\p{Lu})/gu,
      ', ',
    )
    // "Mmes Roy, Lac MM. Bon, Lis"
    .replace(/(?<=\p{Lu}\p{L}{2,30})\s(?=(?:Mmes|MM\.)\s\p{Lu})/gu, ', ')
  const { rest, givers: represented } =
    state === 'represente' ? { rest: plain, givers: [] } : withoutGivers(plain)
  const people = withFunctionsParted(withBodiesParted(rest))
    .replace(/(?<!(?:^|[^\p{L}])\p{Lu})\.\s*$/u, '')
    .replace(/(?<![\s,])\s*,\s*$/, '')
    .split(/\s*;\s*/)
    .flatMap((piece) => (state === 'represente' ? powersOf(piece) : [piece]))
    .filter((piece) => piece.trim() !== '')
    .flatMap((piece): PersonLine[] => {
      const behind = behindTheirBody(piece)
      if (behind !== null) {
        body = behind.organisation
        return [...behind.people]
      }
      const away =
        state === 'represente'
          ? /^(.{3,60}?)\s+(?:donne(?:nt)?\s+(?:pouvoir|procuration)\s+)?(?:à|par)\s+(.{2,60})$/iu.exec(piece)
          : null
      const person = away?.[1] === undefined ? null : personLine(away[1])
      const by = representedBy(`pouvoir à ${away?.[2] ?? ''}`)
      if (person !== null && by !== null) return [{ ...person, attendance: 'represente', representedBy: by }]
      // "pouvoir à M. le maire"
      if (person !== null && /^(?:M\.|Mme|Monsieur|Madame) l[ea] /u.test(away?.[2] ?? ''))
        return [{ ...person, attendance: 'represente' }]
      const givers = giversOf(piece, state === 'represente')
      if (givers.length > 0) return givers
      const both = piece.split(/\s[–—-]\s/u)
      if (both.length === 2 && both.every((one) => isPerson(one) && !/[,(]/.test(one)))
        return both.flatMap((one) => personLine(one) ?? [])
      const several = severalOf(piece)
      const names = several.length > 1 ? null : namesIn(piece)
      return (names ?? several).map((one) => ({ ...one, organisation: one.organisation ?? body }))
    })
  // "Anne Roy, Paul Bon (excusés)" is said of both.
  const isOfAll = state === null && /^[^()]*\(\p{L}+s\)\W*$/u.test(text)
  const shared = isOfAll ? (people.at(-1)?.attendance ?? null) : null
  return [...people.map((one) => ({ ...one, attendance: one.attendance ?? shared })), ...represented]
}

/** "M. Roy (512)", "Mme Bon (48 voix)": what each counts; a picture beside a name says nothing of it. */
function withoutAsides(text: string): string {
  return (
    text
      .replace(
        /(?<=\p{L})\s\(\d{1,6}(?:[\s.]\d{3})*(?:\s(?:voix|parts?|tantièmes|millièmes|lots?))?\)/giu,
        '',
      )
      .replace(/\s?(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D})+(?=\s|[,;.]|$)/gu, '')
      // "M. et Mme Roy", "SCI du Lac représentée par M. Bon"
      .replace(/(?<!\p{L})M\.?\s(?:et|&)\sMme\s(?=\p{Lu})/gu, 'Mme ')
      .replace(
        /(?<=^|[,;]\s|\s[–—-]\s)((?:SCI|SARL|SAS|SA|Sté|Société|Indivision)\s[^,;()–—]{2,60}?),?\sreprésentée?s?\spar\s((?:M\.|Mme|Mlle)\s[^,;()–—]{3,40})/gu,
        '$2 ($1)',
      )
  )
}

const CIVILITIES = String.raw`(?:Mesdames|Messieurs|Mmes|MM\.?|Ms\.?|Mrs\.?)`
const CIVIL = String.raw`(?:M\.|Mme|Mlle|Monsieur|Madame)\s\p{Lu}`

/** A list as it is meant, however its names are parted: "Mmes et MM. Roy – Bon–Lac formant la majorité" is "MM. Roy, Bon, Lac". */
function withOneParting(text: string): string {
  const listed = text
    .replace(ENDS_WITH, '')
    // Names in full need no civility.
    .replace(BOTH_CIVILITIES, (civilities, at: number, whole: string) =>
      FULL_NAME.test(whole.slice(at + civilities.length)) ? '' : 'MM. ',
    )
    // "Anne Roy –Paul Bon–Zoé Lac"
    .replace(/(?<=\p{L})(?:\s[–—-]|[–—]\s?)(?=\s?\p{Lu})/gu, ' – ')
    .replace(/ – {2}/g, ' – ')
  const names = listed.split(/\s[–—-]\s/u)
  if (names.length > 2 && COLLECTIVE.test(listed) && !listed.includes(',')) return names.join(', ')
  // "Mme Roy, procuration à M. Bon – M. Lac, excusé. Mme Val": where one is called so, the next begins with how they are called.
  return new RegExp(`^${CIVIL}`, 'u').test(listed) ? listed.replace(NEXT_CIVIL, ' ; ') : listed
}

/** "… formant la majorité des membres en exercice", "…, soit 8 membres sur 11": said of all of them. */
const ENDS_WITH =
  /,?\s+(?:formant|constituant|représentant|composant|soit)\s(?:(?:ainsi|au total)\s)?(?:la (?:majorité|totalité)|\d{1,3} (?:membres|personnes|présents|votants|voix|conseillers|élus|adhérents))(?!\p{L})[^,;:]{0,80}$/u
const BOTH_CIVILITIES = new RegExp(
  String.raw`^${CIVILITIES}(?:\s(?:et|&)\s|\s?/\s?|,\s)${CIVILITIES}\s(?=\p{Lu})`,
  'u',
)
const FULL_NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}/u
const COLLECTIVE = new RegExp(String.raw`^${CIVILITIES}\s\p{Lu}`, 'u')
const NEXT_CIVIL = new RegExp(
  String.raw`(?:(?<=[\p{L}.)])(?:\s+[–—-]+)+\s*|(?<=\p{Ll}{2}|\p{Lu}{2})\.\s+)(?=${CIVIL})`,
  'gu',
)

/** "DDT (A. Roy, P. Bon), DREAL (Z. Lac)": a body and its people each. */
function withBodiesParted(text: string): string {
  const pieces = text.split(/(?<=\)),\s+/u)
  const isBody = (piece: string) => {
    const [, body = '', people = ''] = /^([^()]{2,60}?)\s+\(([^()]+)\)\.?$/u.exec(piece) ?? []
    return body !== '' && !mayBePerson(body) && people.split(/,\s*/).every((name) => mayBePerson(name))
  }
  return pieces.length > 1 && pieces.every(isBody) ? pieces.join(' ; ') : text
}

/** "Mme Roy adjointe au sport" as "Mme Roy, adjointe au sport". */
function withFunctionsParted(text: string): string {
  return text
    .split(/(?<=,)/)
    .map((piece) => {
      if (!NAMED.test(piece)) return piece
      const words = piece.trim().split(' ')
      const at = words.findIndex(
        (_, place) =>
          place >= 2 && place <= (words.includes('et') ? 7 : 4) && isFunction(words.slice(place).join(' ')),
      )
      return at < 0 ? piece : ` ${words.slice(0, at).join(' ')}, ${words.slice(at).join(' ')}`
    })
    .join('')
}

const NAMED =
  /^\s*(?:(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame)\s+\p{Lu}|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}{2,})/u

/** "Anne Roy", and not "Moulin Vert". */
const isSomebody = (words: string): boolean =>
  isPerson(words) || (mayBePerson(words) && isGivenName(words.split(' ')[0] ?? ''))

/** "M. Mur à Mme Roy, Mme Val à M. Lac", "Luc Mur (Anne Roy)": a power each. */
function powersOf(text: string): string[] {
  const held = text
    .split(/(?<=\)),\s+/u)
    .map((piece) => /^(?<giver>[^,()]{3,60}?)\s+\((?<holder>[^,()]{3,60})\)\.?$/u.exec(piece)?.groups)
  const isPower = (one: (typeof held)[number]) =>
    mayBePerson(one?.giver ?? '') && isSomebody(one?.holder ?? '')
  if (held.every(isPower)) return held.map((one) => `${one?.giver} (pouvoir à ${one?.holder})`)
  const pieces = text.split(
    /(?:(?<!\s)\s+)?,\s*(?:et\s+)?|(?<!\s)\s+et\s+(?=(?:MM?\.|Mmes?|Mlles?)\s)|\s[–—-]\s/u,
  )
  return pieces.every((piece) => /^[^()]{3,60}\s(?:à|par)\s[^()]{2,60}$/u.test(piece)) ? pieces : [text]
}
