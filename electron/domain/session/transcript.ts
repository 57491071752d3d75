import type { Id } from '../ids.ts'
import { foldedWords } from '../text/fold.ts'
import type { NotebookItem, TranscriptLine } from './notebook.ts'
import { type SessionLine, type SessionSpan, UNTIMED } from './session.ts'

/** What one speaker said without a break under one item. */
export type Passage = {
  itemId: Id | null
  /** Hour by the clock of the meeting; null where one of both is not known. */
  at: Date | null
  speaker: string | null
  words: string
}

/** A passage that has run this long ends with its sentence: it is taken over or left whole. */
const LONG_MS = 60_000
const LONG_WORDS = 600
/** Where no sentence ends; also of one line, which programs write as long as the recording. */
const LONGEST = 4_000

/**
 * Passages in the order of the recording, cut where the live screen went on to another item; by the titles of the items
 * where it kept no hours or the recording has none.
 * The recording is taken to begin with the first item; whoever knows better moves it.
 */
export function passagesOf(
  read: readonly TranscriptLine[],
  { items, spans }: { items: readonly NotebookItem[]; spans: readonly Span[] },
): Passage[] {
  const lines = read.flatMap(cut)
  const begin = spans[0]?.startedAt
  const isTimed = begin !== undefined && lines.some(({ start }) => start !== null)
  return joined(isTimed ? byClock(lines, spans, new Date(begin)) : byTitles(lines, items))
}

/** Pieces no longer than a passage may be, at the end of a sentence or of a word where there is one. */
function cut(line: TranscriptLine): TranscriptLine[] {
  const pieces: TranscriptLine[] = []
  let rest = line.words
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST)
    const at = /^.*[.!?…]["»”)]*(?= )/su.exec(head)?.[0].length ?? head.lastIndexOf(' ')
    const end = at > 0 ? at : LONGEST
    pieces.push({ ...line, words: rest.slice(0, end) })
    rest = rest.slice(end).trimStart()
  }
  return [...pieces, { ...line, words: rest }]
}

type Span = Pick<SessionSpan, 'itemId' | 'startedAt' | 'endedAt'>

/** The item that was on at an instant; null before the first, while suspended, and after the end. */
export function itemAt(spans: readonly Span[], at: Date): Id | null {
  const time = at.getTime()
  const on = spans.findLast(({ startedAt }) => Date.parse(startedAt) <= time)
  return on === undefined || (on.endedAt !== null && Date.parse(on.endedAt) <= time) ? null : on.itemId
}

/** In seconds. */
const HALF_A_DAY = 12 * 3600

/** A line without a time was said after the one before it. */
function byClock(lines: readonly TranscriptLine[], spans: readonly Span[], begin: Date): Passage[] {
  let at = begin
  const midnight = new Date(begin)
  midnight.setHours(0, 0, 0, 0)
  let clock = (begin.getTime() - midnight.getTime()) / 1000
  return lines.map(({ start, speaker, words, isClock }) => {
    if (start !== null && isClock) {
      // An hour that goes back by much is of the next day.
      if (clock - start > HALF_A_DAY) midnight.setDate(midnight.getDate() + 1)
      clock = start
    }
    if (start !== null) at = new Date((isClock ? midnight : begin).getTime() + start * 1000)
    return { itemId: itemAt(spans, at), at, speaker, words }
  })
}

/** Said where one item ends and another begins; a title alone may be named at any time. */
const ANNOUNCED =
  /\b(?:point|points|passons|passe|passer|passez|abordons|aborder|aborde|ouvrons|venons|prenons|prochain|suivant|suivante)\b/u

function byTitles(lines: readonly TranscriptLine[], items: readonly NotebookItem[]): Passage[] {
  const titles = items
    .map(({ id, number, title }) => ({ id, number, words: foldedWords(title).join(' ') }))
    .filter(({ words }) => words !== '')
  let itemId: Id | null = null
  return lines.flatMap(({ speaker, words }): Passage[] => {
    const folded = foldedWords(words).join(' ')
    // A heading that somebody put between the turns: it was not said.
    const heading =
      speaker === null
        ? titles.find(({ words: title, number }) => folded === title || folded === headed(number, title))
        : undefined
    if (heading !== undefined) {
      itemId = heading.id
      return []
    }
    const named = ANNOUNCED.test(folded)
      ? titles.filter(({ words: title }) => ` ${folded} `.includes(` ${title} `))
      : []
    // The agenda read out names them all.
    const [only, second] = named
    if (only !== undefined && second === undefined) itemId = only.id
    return [{ itemId, at: null, speaker, words }]
  })
}

const headed = (number: string, title: string) => `${foldedWords(number).join(' ')} ${title}`

function joined(lines: readonly Passage[]): Passage[] {
  const passages: Passage[] = []
  let open: Passage | null = null
  for (const line of lines) {
    if (open !== null && open.speaker === line.speaker && open.itemId === line.itemId && !isLong(open, line))
      open.words += ` ${line.words}`
    else {
      open = { ...line }
      passages.push(open)
    }
  }
  return passages
}

function isLong(passage: Passage, next: Passage): boolean {
  if (passage.words.length + next.words.length >= LONGEST) return true
  const isLong =
    passage.at === null || next.at === null || passage.at.getTime() === next.at.getTime()
      ? passage.words.length >= LONG_WORDS
      : next.at.getTime() - passage.at.getTime() >= LONG_MS
  return isLong && /[.!?…]["»”)\s]*$/u.test(passage.words.slice(-8))
}

/** Ids of lines of notebooks that took the place of a note: they have its hour and its position. */
export function standIns(
  lines: readonly Pick<SessionLine, 'id' | 'at' | 'position' | 'notebookId'>[],
): ReadonlySet<string> {
  const places = new Map<string, number>()
  const placeOf = ({ at, position }: Pick<SessionLine, 'at' | 'position'>) => `${at} ${position}`
  for (const line of lines) places.set(placeOf(line), (places.get(placeOf(line)) ?? 0) + 1)
  return new Set(
    lines
      .filter(
        (line) => line.notebookId !== null && line.at !== UNTIMED && (places.get(placeOf(line)) ?? 0) > 1,
      )
      .map(({ id }) => id),
  )
}

/**
 * Whether lines are passages: what a person typed of somebody's words begins with a name.
 * @param others those that stand for notes, whose hour is not their own.
 */
export const isTranscript = (
  lines: readonly Pick<SessionLine, 'id' | 'at' | 'kind' | 'raw' | 'text'>[],
  others: ReadonlySet<string>,
) =>
  lines.some(
    ({ id, at, kind, raw, text }) =>
      (at !== UNTIMED && !others.has(id)) || (kind === 'intervention' && raw === text),
  )

/**
 * Those who speak in a transcript and of whom nobody has said who they are, with how many passages each.
 * @param known everybody who has a name here; those of a guest without an organisation are known by it alone.
 */
export function unknownSpeakers(
  lines: readonly Pick<SessionLine, 'kind' | 'speaker' | 'organisation' | 'personId' | 'organisationId'>[],
  known: readonly { label: string }[],
): Map<string, number> {
  const labels = new Set(known.map(({ label }) => label))
  const unknown = new Map<string, number>()
  for (const { kind, speaker, organisation, personId, organisationId } of lines) {
    const isNamed = organisation !== '' || personId !== null || organisationId !== null
    if (kind === 'intervention' && speaker !== '' && !isNamed && !labels.has(speaker))
      unknown.set(speaker, (unknown.get(speaker) ?? 0) + 1)
  }
  return unknown
}
