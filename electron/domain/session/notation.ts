import type { CivilDate, Id } from '../ids.ts'
import { fold } from '../text/fold.ts'
import { type DueContext, dueWords } from '../time/due-words.ts'
import { type LineKind, type SaidStance, stanceSaid } from './session.ts'

/** Somebody whom a line can name: an organisation by its acronym or name, a person by name. */
export type Speaker = {
  /** As printed: "DGX", "Hélène Marchetti". */
  label: string
  /** Every way to say it, folded (see `fold`): acronym, name, family name. */
  keys: readonly string[]
  organisation: string
  organisationId: Id | null
  personId: Id | null
  /** Of an organisation, who answers for it: its titulaire, else a deputy. */
  answering: string
}

/** A part of the typed line, for the echo: its marks are shown as what they were taken for. */
export type LinePart = { start: number; end: number; type: 'mark' | 'item' | 'speaker' | 'due' }

export type ReadLine = {
  /** A position is no line: it stands beside the lines of its item. */
  kind: LineKind | 'position'
  /** Printed number of the item it was sent to ("#4"); null = the current one. */
  itemNumber: string | null
  /** The words without marks; of an action also without its owner and a deadline at its end. */
  text: string
  /**
   * Who speaks, or who must act. `speaker` is null for a name that nobody in the directory has; `others` are called by the
   * same words ("Marchetti", of whom there are two).
   */
  named: { words: string; speaker: Speaker | null; others: readonly Speaker[] } | null
  due: { words: string; date: CivilDate | null; isNoDay: boolean } | null
  /** What an organisation thinks, as far as the words say it; null for every other kind. */
  position: SaidStance | null
  parts: readonly LinePart[]
}

/** What a line must still say before it can be noted; `item`: of which item, while none is on. */
export type Lack = 'words' | 'organisation' | 'stance' | 'item'

export type NotationContext = DueContext & { speakers: readonly Speaker[] }

const kinds: Readonly<Record<string, ReadLine['kind']>> = {
  d: 'decision',
  a: 'action',
  v: 'watch',
  p: 'position',
  '?': 'question',
}
/** French typography puts a space before a colon; the typist may or may not. */
const SPACE = '[ \\u00a0\\u202f\\t]*'
const itemPattern = new RegExp(`^#(\\d{1,3}(?:\\.\\d{1,3}){0,2})(?=[ \\u00a0\\u202f]|$)${SPACE}`, 'u')
const markPattern = new RegExp(`^([DAVP?])${SPACE}:${SPACE}`, 'iu')
const escapedPattern = new RegExp(`^\\\\(?=(?:[DAVP?]${SPACE}:|#|@))`, 'iu')
/** Longest name that may stand before a colon. */
const MAX_NAME_WORDS = 8

/** Reads one typed line. Marks count at its beginning only; `\D :` is the text "D :". */
export function readLine(raw: string, context: NotationContext): ReadLine {
  const parts: LinePart[] = []
  let at = raw.length - raw.trimStart().length
  let itemNumber: string | null = null
  const item = itemPattern.exec(raw.slice(at))
  if (item !== null) {
    itemNumber = item[1] ?? null
    parts.push({ start: at, end: at + item[0].trimEnd().length, type: 'item' })
    at += item[0].length
  }
  const rest = raw.slice(at)
  if (
    escapedPattern.test(rest) ||
    (rest.startsWith('\\') && readLine(rest.slice(1), context).kind !== 'note')
  )
    return plain(rest.slice(1), itemNumber, parts)
  const mark = markPattern.exec(rest)
  const kind = kinds[fold(mark?.[1] ?? '') || (mark?.[1] ?? '')]
  if (mark !== null && kind !== undefined) {
    parts.push({ start: at, end: at + mark[0].trimEnd().length, type: 'mark' })
    at += mark[0].length
    if (kind === 'action') return readAction(raw, at, { context, itemNumber, parts })
    if (kind === 'position') return readPosition(raw, at, { context, itemNumber, parts })
    return { ...plain(withoutSigns(raw.slice(at)), itemNumber, parts), kind }
  }
  return (
    readIntervention(raw, at, { context, itemNumber, parts }) ?? plain(withoutSigns(rest), itemNumber, parts)
  )
}

type Begun = { context: NotationContext; itemNumber: string | null; parts: LinePart[] }

function plain(text: string, itemNumber: string | null, parts: readonly LinePart[]): ReadLine {
  return { kind: 'note', itemNumber, text: text.trim(), named: null, due: null, position: null, parts }
}

/** The sign before a name serves whoever types: the minutes say the name. */
const withoutSigns = (words: string) => words.replace(/(?<=^|[ \u00a0\u202f(«’'])@(?=\p{L})/gu, '')

/**
 * Null for a line that can be noted.
 * @param isOnItem whether there is an item that it goes to: a position is one on an item.
 */
export function lackOf({ kind, text, named, position }: ReadLine, isOnItem = true): Lack | null {
  if (kind !== 'position') return text === '' ? 'words' : null
  if (named === null) return 'organisation'
  if (position?.stance == null) return 'stance'
  return isOnItem ? null : 'item'
}

function readAction(raw: string, from: number, { context, itemNumber, parts }: Begun): ReadLine {
  let words = raw.slice(from)
  const sign = /(?:^|[ \u00a0\u202f])@(?=[\p{L}\p{N}])/u.exec(words)
  let named: ReadLine['named'] = null
  let offset = from
  if (sign !== null) {
    const start = sign.index + sign[0].length - 1
    const name = ownersAt(words, start + 1, context.speakers)
    parts.push({ start: from + start, end: from + name.end, type: 'speaker' })
    named = namedBy(name.words, name.speakers)
    // The owner has a place of its own: it is not said again in the text.
    if (words.slice(0, start).trim() === '') {
      offset = from + name.end
      words = words.slice(name.end)
    } else words = `${words.slice(0, start)}${words.slice(start + 1)}`
  }
  const due = dueWords(words, context)
  if (due !== null) {
    const shift = raw.indexOf(due.words, offset + Math.max(0, due.start - 1))
    if (shift >= 0) parts.push({ start: shift, end: shift + due.words.length, type: 'due' })
    // Within the sentence it belongs to it; at its end it is said beside the text.
    if (due.isAnnounced && words.slice(due.end).replace(/[\s.]/gu, '') === '')
      words = words.slice(0, due.start)
  }
  const text = words
    .trim()
    .replace(/^[,:]\s*/u, '')
    .replace(/[,;]$/u, '')
    .trim()
  return {
    kind: 'action',
    itemNumber,
    text: text === '' ? text : capitalised(withoutSigns(text)),
    named,
    due: due === null ? null : { words: due.words, date: due.date, isNoDay: due.isNoDay },
    position: null,
    parts: [...parts].sort((a, b) => a.start - b.start),
  }
}

/** "@AMX texte", or "AMX : texte" where the directory has an AMX; null when it is neither. */
function readIntervention(raw: string, from: number, { context, itemNumber, parts }: Begun): ReadLine | null {
  if (raw[from] === '@' && /[\p{L}\p{N}]/u.test(raw[from + 1] ?? '')) {
    const name = signedAt(raw, from + 1, context.speakers)
    const text = raw.slice(name.end).replace(new RegExp(`^${SPACE}:?${SPACE}`, 'u'), '')
    parts.push({ start: from, end: name.end, type: 'speaker' })
    const named = namedBy(name.words, name.speakers)
    const words = withoutSigns(text.trim())
    return { kind: 'intervention', itemNumber, text: words, named, due: null, position: null, parts }
  }
  const label = labelAt(raw, from)
  const speakers = label === null ? [] : called(label.words, context.speakers)
  if (label === null || speakers.length === 0) return null
  parts.push({ start: from, end: from + label.sign, type: 'speaker' })
  const text = withoutSigns(raw.slice(from + label.end).trim())
  const named = namedBy(label.words, speakers)
  return { kind: 'intervention', itemNumber, text, named, due: null, position: null, parts }
}

/** "P : AMX réserve sur les délais", "P : la région Lys : favorable". */
function readPosition(raw: string, from: number, { context, itemNumber, parts }: Begun): ReadLine {
  const lead = /^(?:@|l[’']|l[ae]s? )?/iu.exec(raw.slice(from))?.[0].length ?? 0
  const name = whoThinks(raw, from + lead, context.speakers)
  if (name.words !== '') parts.push({ start: from, end: name.end, type: 'speaker' })
  const text = withoutSigns(
    raw
      .slice(name.end)
      .replace(new RegExp(`^${SPACE}[:,]`, 'u'), '')
      .trim(),
  )
  return {
    kind: 'position',
    itemNumber,
    text,
    named: name.words === '' ? null : namedBy(name.words, name.speakers),
    due: null,
    position: stanceSaid(text),
    parts,
  }
}

/** A body that nobody has in the directory: its name in capitals, what kind of body it is, and what joins them. */
const KIND =
  'régions?|départements?|communes?|villes?|métropoles?|associations?|fédérations?|unions?|syndicats?|directions?|préfectures?|ministères?|agences?|conseils?|chambres?|général|régionale?|départementale?'
const bodyName = new RegExp(
  `^(?:(?:\\p{Lu}[\\p{L}\\p{N}’'.-]*|${KIND}|d[eu]s?|l[ae]s?|et|aux?|pour)(?:\\s+|$))+$`,
  'u',
)
/** A sentence may begin with a capital and be no name. */
const noBody =
  /^(?:pas|non|ni|aucune?|jamais|plus|peu|tous|toutes|rien|personne|plutôt|très|avis|majorité)(?![\p{L}])/iu
const isBody = (words: string) => bodyName.test(words) && !noBody.test(words)

/** Known, by its name or before a colon; else a name that stands before what it thinks, or before the colon. */
function whoThinks(raw: string, start: number, speakers: readonly Speaker[]) {
  const name = nameAt(raw, start, speakers)
  if (name.speakers.length > 0) return name
  const label = labelAt(raw, start)
  const labelled =
    label === null
      ? null
      : { words: label.words, end: start + label.words.length, speakers: called(label.words, speakers) }
  if (labelled !== null && labelled.speakers.length > 0) return labelled
  for (const end of wordEnds(raw, start)) {
    const words = raw.slice(start, end)
    const rest = raw.slice(end).replace(new RegExp(`^${SPACE}[:,]?${SPACE}`, 'u'), '')
    if (isBody(words) && stanceSaid(rest).stance !== null) return { words, end, speakers: [] }
  }
  return labelled !== null && isBody(labelled.words) ? labelled : { words: '', end: start, speakers: [] }
}

/** What stands before a colon; `sign` and `end` count from there, to the colon and to the words behind it. */
function labelAt(raw: string, from: number): { words: string; sign: number; end: number } | null {
  const before = new RegExp(`^([^:]{1,80}?)${SPACE}:${SPACE}`, 'u').exec(raw.slice(from))
  const words = before?.[1]?.trim() ?? ''
  return before === null || words === ''
    ? null
    : { words, sign: before[0].trimEnd().length, end: before[0].length }
}

/** All who answer to a name, those who are there first, as the vocabulary has them. */
function called(words: string, speakers: readonly Speaker[]): Speaker[] {
  const key = fold(words)
  return speakers.filter(({ keys }) => keys.includes(key))
}

function namedBy(words: string, [speaker, ...others]: readonly Speaker[]): ReadLine['named'] {
  return { words, speaker: speaker ?? null, others }
}

/** The longest known name that begins at a place; the first word when the directory knows none. */
function nameAt(text: string, start: number, speakers: readonly Speaker[]) {
  const ends = wordEnds(text, start)
  for (const end of [...ends].reverse()) {
    const found = called(text.slice(start, end), speakers)
    if (found.length > 0) return { words: text.slice(start, end), end, speakers: found }
  }
  const end = ends[0] ?? start
  return { words: text.slice(start, end), end, speakers: [] }
}

/**
 * Behind an "@" somebody is meant: a given name is enough where one person bears it, and no family name follows, as in
 * "@Jean Dupont" of whom nobody knows.
 */
function signedAt(text: string, start: number, speakers: readonly Speaker[]) {
  const name = nameAt(text, start, speakers)
  if (name.speakers.length > 0 || /^[ \u00a0\u202f]+\p{Lu}/u.test(text.slice(name.end))) return name
  const given = fold(name.words)
  const bearers = speakers.filter(
    ({ label, personId, organisationId }) =>
      (personId !== null || organisationId === null) &&
      label.includes(' ') &&
      fold(label.split(' ')[0] ?? '') === given,
  )
  return { ...name, speakers: bearers.length === 1 ? bearers : [] }
}

/** "DGX et @ADX", "DGX, @ADX et @Marchetti", "DGX @ADX": together they own it, in words, since a row has one owner. */
function ownersAt(text: string, start: number, speakers: readonly Speaker[]) {
  let owners = signedAt(text, start, speakers)
  for (;;) {
    const [joint] = /^(?: *,| et|(?= )) *@(?=[\p{L}\p{N}])/u.exec(text.slice(owners.end)) ?? []
    if (joint === undefined) return owners
    const next = signedAt(text, owners.end + joint.length, speakers)
    const label = [owners, next]
      .map((one) => one.speakers[0]?.label ?? one.words)
      .join(joint.trim() === '@' ? ', ' : joint.replace('@', ''))
    const together = {
      label,
      keys: [],
      organisation: '',
      organisationId: null,
      personId: null,
      answering: '',
    }
    const isKnown = owners.speakers.length > 0 && next.speakers.length > 0
    owners = { words: label, end: next.end, speakers: isKnown ? [together] : [] }
  }
}

/** Where each of the first words ends, without the signs behind it. */
const wordEnds = (text: string, start: number): number[] =>
  [...text.slice(start).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)]
    .slice(0, MAX_NAME_WORDS)
    .map((word) => start + word.index + word[0].replace(/(?<![.’'-])[.’'-]+$/u, '').length)

function capitalised(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('fr') + text.slice(first.length)
}

/**
 * Completions at the end of what is typed: after an "@", or at the beginning of a line. After the whole name of an
 * organisation itself, then its people, who answers for it first.
 */
export function completions(typed: string, speakers: readonly Speaker[], limit = 6): Speaker[] {
  const open =
    /(?:^|[ \u00a0\u202f])@([\p{L}\p{N}’' .-]{0,60})$/u.exec(typed) ?? /^([\p{L}\p{N}]{2,20})$/u.exec(typed)
  const begun = open === null ? null : fold(open[1] ?? '')
  if (begun === null) return []
  const starts = speakers.filter(({ keys }) => keys.some((key) => key.startsWith(begun) && key !== begun))
  const whole = speakers.find(({ keys, personId }) => personId === null && keys.includes(begun))
  const people =
    whole === undefined || whole.organisationId === null
      ? []
      : speakers.filter(
          ({ personId, organisationId }) => personId !== null && organisationId === whole.organisationId,
        )
  const answers = people.filter(({ label }) => label === whole?.answering)
  const more = [...new Set([...answers, ...people, ...starts])]
  // Named already, it stays first: nobody else is taken for it by one key.
  return (whole === undefined || more.length === 0 ? more : [whole, ...more]).slice(0, limit)
}
