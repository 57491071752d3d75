// What somebody means who types a few words: numbers and dates are read, words that say of what kind a thing is are told
// from the words that it is about.
import { slipsToStart } from './near.ts'
import { foldedLine, readWhen, type When } from './when.ts'

/** What a search is about, where its words say so. */
export type About =
  | 'minutes'
  | 'agenda'
  | 'item'
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
  readonly place: 'next' | 'last' | 'beforeLast' | null
  /** "décision n° 2", "point 4": which one of its meeting. */
  readonly rank: number | null
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
    'notre nous on ou par pas pour qu que quel quelle quels quelles qui quoi s sa se ses son sont sur t ta te un une vos votre y ' +
    // Nobody is told from others by them.
    'mm mme mmes mr mlle madame mesdames mademoiselle monsieur messieurs'
  ).split(' '),
)

/** The words that say of what kind a thing is; each may bear the mark of the plural. */
const kindWords: readonly (readonly [About, readonly string[]])[] = [
  ['minutes', ['compte rendu', 'cpte rendu', 'cr', 'pv', 'proces verbal', 'proces verbaux', 'minute']],
  ['agenda', ['ordre du jour', 'odj']],
  ['dispatch', ['convocation', 'envoi']],
  [
    'attendance',
    [
      ...['presence', 'present', 'emargement', 'participant', 'absent', 'absente', 'excuse', 'excusee'],
      ...['qui vient', 'qui viendra', 'qui sera la', 'qui etait', 'qui etait la', 'qui est venu'],
    ],
  ],
  ['documents', ['document', 'piece', 'piece jointe', 'support', 'fichier', 'diaporama']],
  ['decision', ['decision']],
  ['action', ['action', 'tache']],
  [
    'person',
    [
      ...['personne', 'contact', 'coordonnee', 'telephone de', 'telephone du', 'numero de telephone'],
      ...['adresse mail', 'adresse email', 'adresse electronique', 'adresse courriel'],
    ],
  ],
  ['organisation', ['organisme', 'organisation']],
  ['project', ['projet']],
  ['subject', ['sujet', 'sujet recu']],
  ['watch', ['texte']],
  ['said', ['position', 'intervention', 'prise de position', 'propos']],
  ['meeting', ['seance', 'reunion', 'instance', 'pleniere']],
]

/**
 * A kind whose words hold a slip ("comte rendu", "convocaton"), and the words beside it.
 * @param isMeant a date or a number stands beside it: one word alone may be any other
 */
function nearKind(rest: string, isMeant: boolean): { about: About; rest: string } | null {
  const typed = rest.trim().split(' ')
  for (const [about, phrases] of kindWords)
    for (const phrase of phrases) {
      const wanted = phrase.split(' ')
      if (wanted.length === 1 && (!isMeant || phrase.length < SHORTEST_ALONE)) continue
      const at = typed.findIndex((_, from) =>
        wanted.every((word, by) => isNear(typed[from + by] ?? '', word)),
      )
      if (at >= 0) return { about, rest: ` ${typed.toSpliced(at, wanted.length).join(' ')} ` }
    }
  return null
}

/** Shorter words are too near to others. */
const SHORTEST_ALONE = 6

function isNear(typed: string, word: string): boolean {
  return [word, `${word}s`].some(
    (form) =>
      typed === form ||
      (form.length > 3 &&
        typed[0] === form[0] &&
        Math.abs(typed.length - form.length) < 2 &&
        slipsToStart(typed, form, 1) !== null),
  )
}

const monthsBegin = '(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)'
const yearOf = '(?:19|20)\\d\\d'
const numeral = '(?:n ?[°o]|numero|num|#) ?'
const apart = '[ /.]'
/** Made at the first search: a start does not wait for it. */
let made: ReturnType<typeof makePatterns> | undefined
function patterns() {
  made ??= makePatterns()
  return made
}

function makePatterns() {
  const endsHere = `(?![\\p{L}\\p{N}/.]| (?:\\d|${monthsBegin}))`
  return {
    /** The longest first: "pièce jointe" is no "pièce". */
    kinds: kindWords.map(([about, phrases]) => {
      const forms = [...phrases]
        .sort((a, b) => b.length - a.length)
        .map((one) => `${one.replaceAll(' ', 's? ')}s?`)
      return [about, new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u')] as const
    }),
    /** A letter and figures, run together or not; with the word written out the year has its century. */
    number: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:([da]) ?(\\d\\d)${apart}(\\d{1,3})${apart}(\\d{1,4})` +
        `|([da]|decisions?|actions?)(?: ?${numeral})?${apart}?(${yearOf})${apart}(\\d{1,3})(?:${apart}(\\d{1,4}))?` +
        `|([da])(?: ?(${yearOf})|(\\d\\d))(\\d\\d)(\\d\\d)?)(?![\\p{L}\\p{N}])`,
      'u',
    ),
    /** "décision n° 2", "point 4"; what a month follows is a date. */
    rank: new RegExp(
      `(?<![\\p{L}\\p{N}])(decision|action|point)s? (?:${numeral})?(\\d{1,3})${endsHere}`,
      'u',
    ),
    /** A year may follow, which is none of its figures: "n° 11 2025", "séance n° 5/2023". */
    meetingNumber: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${numeral}(\\d{1,3})(?:/(?=${yearOf}(?!\\d))|(?= ${yearOf}(?![\\p{L}\\p{N}/. ]*\\d))|${endsHere})` +
        `|(?<=(?:seance|reunion|cr|rendu|jour|odj|pv|instance) )(\\d{1,3})(?:(?= ${yearOf}(?![\\p{L}\\p{N}/. ]*\\d))|${endsHere})` +
        `|(\\d{1,3}) ?(?:er|re|ere|e|eme|ieme|nd|nde)(?= (?:seance|reunion)))`,
      'u',
    ),
  }
}
const PLACE =
  /(?<![\p{L}\p{N}])(?:(prochaine?s?)|(avant dernier|avant derniere)|(dernier|derniere|derniers|dernieres|precedente?))(?![\p{L}\p{N}])/u

/** @param today what "le mois dernier" is told from */
export function readQuery(typed: string, today: string | null = null): SearchQuery {
  // "À" is no action, and a NOR is found without the word for it.
  const folded = ` ${foldedLine(typed.replace(/(?<!\p{L})à(?!\p{L})/giu, ' '))} `.replace(
    /(?<!\p{L})nor ?:? ?(?=[a-z]{4} ?\d{7})/u,
    '',
  )
  let rest = folded
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found !== null)
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.replace(/ +/gu, ' ')
    return found
  }
  const number = numberIn(take(patterns().number))
  const ranked = take(patterns().rank)
  const meetingNumber = take(patterns().meetingNumber)
  // "2024-1234" is the number of a text, not a year.
  const isTextNumber = /\d{4}-\d{3,}/u.test(typed)
  const dated = isTextNumber ? null : readWhen(rest, today)
  if (dated !== null) rest = dated.rest.replace(/ +/gu, ' ')
  const placed = take(PLACE)
  // The first word of a kind says it; "séance" only where nothing else does: "compte rendu de la séance".
  const [named = null] = patterns().kinds.flatMap(([kind, pattern]) => (take(pattern) === null ? [] : [kind]))
  const isMeant = [number, ranked, meetingNumber, dated, placed].some((one) => one !== null)
  const slipped = named !== null && named !== 'meeting' ? null : nearKind(rest, isMeant)
  if (slipped !== null) rest = slipped.rest
  const about = ranked === null ? (slipped?.about ?? named) : aboutRank(ranked[1])
  const words = isMeant || about !== null ? tellingWords(rest) : wordsOf(rest)
  return {
    all: wordsOf(folded),
    words,
    about,
    number,
    meetingNumber: numberOf(meetingNumber),
    when: dated?.when ?? null,
    place:
      placed === null
        ? null
        : placed[1] !== undefined
          ? 'next'
          : placed[2] !== undefined
            ? 'beforeLast'
            : 'last',
    rank: ranked === null ? null : Number(ranked[2]),
  }
}

/** What stands beside an act and says when, or of which meeting it is: "feuille d’émargement décembre", "bilan 2025". */
export type PeriodOfAct = Pick<SearchQuery, 'when' | 'meetingNumber'>

/** An act as typed, apart from its period. */
export function readAct(typed: string, today: string): PeriodOfAct & { readonly words: readonly string[] } {
  const line = ` ${foldedLine(typed)} `
  const found = patterns().meetingNumber.exec(line)
  const rest =
    found === null
      ? line
      : `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`.replace(/ +/gu, ' ')
  const dated = readWhen(rest, today)
  return {
    words: tellingWords((dated?.rest ?? rest).replace(PLACE, ' ')),
    when: dated?.when ?? null,
    meetingNumber: numberOf(found),
  }
}

function numberOf(found: RegExpExecArray | null): number | null {
  return found === null ? null : Number(found[1] ?? found[2] ?? found[3])
}

function aboutRank(word: string | undefined): About {
  return word === 'decision' || word === 'action' ? word : 'item'
}

function numberIn(found: RegExpExecArray | null): ObjectNumber | null {
  if (found === null) return null
  const [, short, shortYear, m1, r1, long, longYear, m2, r2, glued, gluedLong, gluedShort, m3, r3] = found
  const year = shortYear ?? longYear ?? gluedLong ?? gluedShort ?? ''
  return {
    of: (short ?? long ?? glued ?? '').startsWith('d') ? 'decision' : 'action',
    // The century is left out as often as the hyphens.
    year: year.length === 2 ? 2000 + Number(year) : Number(year),
    meeting: Number(m1 ?? m2 ?? m3),
    rank: rankOf(r1 ?? r2 ?? r3),
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
