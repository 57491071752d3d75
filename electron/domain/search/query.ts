// What somebody means who types a few words: numbers and dates are read, words that say of what kind a thing is are told
// from the words that it is about.
import { foldedLine, readWhen, type When } from './when.ts'

/** What a search is about, where its words say so. */
export type About =
  | 'minutes'
  | 'agenda'
  | 'meeting'
  | 'dispatch'
  | 'attendance'
  | 'documents'
  | 'decision'
  | 'action'
  | 'person'
  | 'organisation'
  | 'project'
  | 'subject'
  | 'watch'
  | 'said'

/** "D-2026-11-02", or the beginning of it. */
export type ObjectNumber = {
  readonly of: 'decision' | 'action'
  readonly year: number
  readonly meeting: number
  readonly rank: number | null
}

export type SearchQuery = {
  /** Everything that was typed, folded: what a title may be searched for whole. */
  readonly all: readonly string[]
  /** Without what was read from them, nor small words. */
  readonly words: readonly string[]
  readonly about: About | null
  readonly number: ObjectNumber | null
  readonly meetingNumber: number | null
  readonly when: When | null
  /** "la prochaine séance", "le dernier compte rendu". */
  readonly place: 'next' | 'last' | null
}

/** What `>`, `@` or `"` at the beginning keeps to. */
export type Only = 'acts' | 'persons' | 'said'
const signs: Readonly<Record<string, Only>> = {
  '>': 'acts',
  '@': 'persons',
  '"': 'said',
  '«': 'said',
  '“': 'said',
}

/** "Qui a dit quoi sur…" asks for what `"` asks for. */
const WHO_SAID =
  /^qui (?:a|avait|ont) (?:dit|parle|demande|propose|soutenu|refuse|ecrit)(?: quoi)?(?: (?:de|du|des|sur|que|d|l|la|le|les))*(?= |$)/u

/** What a sign at the beginning keeps to, and the words after it. */
export function readSign(typed: string): { only: Only | null; words: string } {
  const trimmed = typed.trimStart()
  const only = signs[trimmed.charAt(0)] ?? null
  if (only === null) {
    const line = foldedLine(typed)
    const asked = WHO_SAID.exec(line)
    return asked === null
      ? { only, words: typed.trim() }
      : { only: 'said', words: line.slice(asked[0].length).trim() }
  }
  return {
    only,
    words: trimmed
      .slice(1)
      .replace(/[»”"]\s*$/u, '')
      .trim(),
  }
}

const smallWords = new Set(
  (
    'a au aux avec c ce ces cet cette d dans de des du elle en est et il ils je l la le les leur leurs lors m me mes mon n ne nos ' +
    'notre nous on ou par pas pour qu que quel quelle quels quelles qui quoi s sa se ses son sont sur t ta te un une vos votre y'
  ).split(' '),
)

const kinds: readonly (readonly [About, RegExp])[] = [
  ['minutes', words('comptes? rendus?', 'cptes? rendus?', 'crs?', 'pv', 'proces verb(?:al|aux)', 'minutes?')],
  ['agenda', words('ordres? du jour', 'odj')],
  ['dispatch', words('convocations?', 'envois?')],
  ['attendance', words('presences?', 'presents', 'emargements?', 'participants', 'absents', 'excuses')],
  ['documents', words('documents?', 'pieces?', 'pieces? jointes?', 'supports?', 'fichiers?', 'diaporamas?')],
  ['decision', words('decisions?')],
  ['action', words('actions?', 'taches?')],
  ['person', words('personnes?', 'contacts?')],
  ['organisation', words('organismes?', 'organisations?')],
  ['project', words('projets?')],
  ['subject', words('sujets?')],
  ['watch', words('textes?')],
  ['said', words('positions?', 'interventions?', 'prises? de position', 'propos')],
  ['meeting', words('seances?', 'reunions?', 'instances?', 'plenieres?')],
]

const NUMBER =
  /(?<![\p{L}\p{N}])([da]) ?((?:20|19)?\d\d)(?: (\d{1,3})(?: (\d{1,4}))?|(\d\d)(\d\d)?)(?![\p{L}\p{N}])/u
const MEETING_NUMBER =
  /(?<![\p{L}\p{N}])(?:(?:n ?[°o]|numero|num|#) ?(\d{1,3})|(?<=(?:seance|reunion|cr|rendu|jour|odj|pv|instance) )(\d{1,3}))(?![\p{L}\p{N}/.]| (?:\d|janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec))/u
const PLACE =
  /(?<![\p{L}\p{N}])(?:(prochaine?s?)|(dernier|derniere|derniers|dernieres|precedente?))(?![\p{L}\p{N}])/u

export function readQuery(typed: string): SearchQuery {
  const folded = ` ${foldedLine(typed)} `
  let rest = folded
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found !== null)
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.replace(/ +/gu, ' ')
    return found
  }
  const numbered = take(NUMBER)
  const meetingNumber = take(MEETING_NUMBER)
  // "2024-1234" is the number of a text, not a year.
  const isTextNumber = /\d{4}-\d{3,}/u.test(typed)
  const dated = isTextNumber ? null : readWhen(rest)
  if (dated !== null) rest = dated.rest.replace(/ +/gu, ' ')
  const placed = take(PLACE)
  // The first word of a kind says it; "séance" only where nothing else does: "compte rendu de la séance".
  const [about = null] = kinds.flatMap(([kind, pattern]) => (take(pattern) === null ? [] : [kind]))
  const isRead = [numbered, meetingNumber, dated, placed, about].some((one) => one !== null)
  const words = isRead ? tellingWords(rest) : wordsOf(rest)
  return {
    all: wordsOf(folded),
    words,
    about,
    number:
      numbered === null
        ? null
        : {
            of: numbered[1] === 'd' ? 'decision' : 'action',
            // The century is left out as often as the hyphens.
            year:
              (Number(numbered[2]) % 100) +
              (numbered[2]?.startsWith('19') && numbered[2].length === 4 ? 1900 : 2000),
            meeting: Number(numbered[3] ?? numbered[5]),
            rank: rankOf(numbered[4] ?? numbered[6]),
          },
    meetingNumber: meetingNumber === null ? null : Number(meetingNumber[1] ?? meetingNumber[2]),
    when: dated?.when ?? null,
    place: placed === null ? null : placed[1] === undefined ? 'last' : 'next',
  }
}

function rankOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

/** The words that something is about; small ones only when there are no others. */
export function wordsOf(folded: string): string[] {
  const telling = tellingWords(folded)
  return telling.length > 0 ? telling : (folded.match(anyWord) ?? [])
}

const anyWord = /[\p{L}\p{N}]+/gu

function tellingWords(folded: string): string[] {
  return (folded.match(anyWord) ?? []).filter((word) => !smallWords.has(word))
}

/** The word without the mark of its plural, where it seems to bear one. */
export function singular(word: string): string | null {
  if (word.length < 4 || !/[sx]$/u.test(word) || /\d/u.test(word)) return null
  return /aux$/u.test(word) ? `${word.slice(0, -3)}al` : word.slice(0, -1)
}

function words(...forms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}
