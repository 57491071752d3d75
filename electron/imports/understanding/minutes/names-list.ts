import { isFunction, isOrganisationName, mayBePerson } from '../people.ts'
import { oneLine, trimPunctuation } from '../plain-line.ts'
import { isWrittenOtherwise, OF_A_LAND } from './behind-body.ts'
import { attendanceOf, type PersonLine, personLine, representedBy } from './person-line.ts'
import { personName } from './person-name.ts'

/** What one piece of a line that may list names looks like. */
type Shape = 'full' | 'single' | 'aside' | 'other'

/** Stands where names are expected and says that there are none, or all. */
const NOBODY = /^(?:aucune?|néant|personne|tou(?:s|tes|t)|idem|voir|sans|liste|quorum|autres?|rien|ras)$/iu

/** From so many names on, one piece that is none does not make the line something else. */
const MANY = 4

/**
 * "Anne-Lise, Bruno, Chloé", "Anne Roy, Paul Petit, stagiaire, Zoé Bon": the names of a line that lists them, given names alone
 * included; null when the line says something of one person, or is none of this. Where people are listed only.
 */
export function namesIn(text: string): PersonLine[] | null {
  const pieces = piecesOf(text)
  const handles = handlesIn(pieces)
  if (handles.length > 0) return handles
  if (isWrittenOtherwise(pieces)) return null
  const shaped = pieces.map((piece) => ({ piece, shape: shapeOf(piece) }))
  const names = shaped.filter(({ shape }) => shape === 'full' || shape === 'single')
  if (names.length < 2 || shaped[0]?.shape === 'other' || shaped[0]?.shape === 'aside') return null
  const others = shaped.filter(({ shape }) => shape === 'other').length
  const alike = new Set(names.map(({ shape }) => shape)).size === 1
  const isList =
    others === 0 ? alike || names.length >= MANY : names.length >= MANY && others * 4 <= pieces.length
  if (!isList) return null
  return names.flatMap(({ piece, shape }) =>
    shape === 'full' ? (fullName(piece) ?? []) : (singleName(piece) ?? []),
  )
}

/** One word, with whatever signs people put into what they call themselves. */
export const HANDLE = /^[\p{L}\d][\p{L}\d_.-]{1,24}$/u

export const bareName = (familyName: string): PersonLine => ({
  familyName,
  givenName: null,
  organisation: null,
  role: null,
  attendance: null,
})

/** "loutre, Kestrel7, p_roy, b3nj": what people call themselves, half of it at least with signs that no other word has. */
function handlesIn(pieces: readonly string[]): PersonLine[] {
  const words = pieces.map(bare)
  const areHandles =
    words.length >= MANY &&
    words.every(
      (word) =>
        HANDLE.test(word) &&
        !isFunction(word) &&
        !isOrganisationName(word) &&
        !NOBODY.test(word) &&
        attendanceOf(word) === null,
    )
  const signed = words.filter((word) => /_|\p{L}\d/u.test(word)).length
  if (!areHandles || signed * 2 < words.length) return []
  return words.map((word, at) => ({
    ...bareName(word),
    attendance: attendanceOf(/\(([^()]*)\)/.exec(pieces[at] ?? '')?.[1] ?? ''),
  }))
}

/** "Odile", "Kestrel7", "Sophie R.": one word with a capital, alone or before an initial. Only what stands around it makes it a name. */
export function singleName(text: string): PersonLine | null {
  // "Sophie R., représentée par Anne Roy"
  const [clause = ''] =
    /,\s+(?:représent|suppléé|remplacé|excus|absent)\p{L}*(?:[\s,][^()]{2,60})?$/iu.exec(text) ?? []
  if (clause !== '') {
    const alone = singleName(text.slice(0, -clause.length))
    const by = representedBy(clause)
    const attendance = attendanceOf(clause.replace(/^,\s+/, ''))
    return alone === null ? null : { ...alone, attendance, ...(by === null ? {} : { representedBy: by }) }
  }
  const bracket = /\(([^()]*)\)/.exec(text)?.[1] ?? ''
  const [, called = '', as = ''] = WITH_FUNCTION.exec(bare(text)) ?? []
  const words = called !== '' && isFunction(as) ? called : bare(text)
  const handle = /^@(\p{L}[\p{L}\d_.-]{1,40})$/u.exec(words)?.[1]
  if (handle !== undefined) return { ...bareName(handle), attendance: attendanceOf(bracket) }
  const [, given = '', initial = ''] = /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}\.?)$/u.exec(words) ?? []
  if (given !== '' && !isOrganisationName(given) && !isFunction(given))
    return { ...bareName(initial), givenName: given, attendance: attendanceOf(bracket) }
  if (
    !/^\p{Lu}[\p{L}\d’'-]*\p{Ll}[\p{L}\d’'-]*$/u.test(words) ||
    isOrganisationName(words) ||
    isFunction(words) ||
    NOBODY.test(words)
  )
    return null
  return { ...bareName(words), attendance: attendanceOf(bracket) }
}

/** "Roy, Anne-Lise": the family name first, behind a comma the given name. */
export function turnedName(words: string): PersonLine | null {
  const [, familyName = '', givenName = ''] =
    /^(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?),\s(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)$/u.exec(
      oneLine(words),
    ) ?? []
  if (
    familyName === '' ||
    isFunction(givenName) ||
    isOrganisationName(givenName) ||
    isOrganisationName(familyName)
  )
    return null
  return { familyName, givenName, organisation: null, role: null, attendance: null }
}

/** "de la Maison bleue" behind "et" goes on with what somebody is; "les deux frères Roy", "la maman de Zoé", "+ 12 autres", "le chef" are there, and named by nothing of their own. */
const UNNAMED =
  /^(?:d(?:e|u|es|e la|e l[’'])\s|l[ea]s?\s\p{Ll}|l[’']\p{Ll}|une?\s\p{Ll}|quelques\s|plusieurs\s|\+?\s?\d{1,3}\s|(?:d[’'])?autres\s|cf\.|voir\s|ainsi que\s)/u

/** "Paul stagiaire": a given name, and what they are. */
const WITH_FUNCTION = /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s(\p{Ll}.*)$/u

function fullName(piece: string): PersonLine | null {
  const bracket = /\(([^()]*)\)/.exec(piece)?.[1] ?? ''
  if (/\p{L}{2}/u.test(bracket) && !bracket.includes('*')) return personLine(piece)
  return personLine(bare(piece))
}

function shapeOf(piece: string): Shape {
  const words = bare(piece)
  if (isFunction(words) || (attendanceOf(words) !== null && !mayBePerson(words))) return 'aside'
  if (UNNAMED.test(piece)) return 'aside'
  if (/^\p{Lu}{2,5}$/u.test(words) || isOrganisationName(words) || OF_A_LAND.test(words)) return 'other'
  if (singleName(piece) !== null) return 'single'
  const name = words.split(' ').length <= 5 ? personName(words, 'givenFirst') : null
  return name !== null && (name.givenName !== null || /^(?:MM?\.|Mr|Mmes?|Mlle)/.test(words))
    ? 'full'
    : 'other'
}

function piecesOf(text: string): string[] {
  const dashed = oneLine(text).split(/\s[–—-]\s(?![^(]*\))/u)
  if (dashed.length > 2 && !text.includes(','))
    return dashed.map((piece) => piece.trim()).filter((piece) => piece !== '')
  return oneLine(text)
    .split(/(?:(?<!\s)\s+)?[,;](?![^(]*\))\s*|(?<!\s)\s+(?:et|&)\s+(?![^(]*\))|(?<!\s)\s+\/\s+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

function bare(piece: string): string {
  return trimPunctuation(piece.replace(/\([^()]*\)?/g, ' ').replace(/\*+/g, ' ')).replace(/\.$/, '')
}
