import type { Id } from '../ids.ts'
import { foldedWords } from '../text/fold.ts'
import { typography } from '../text/french.ts'

/** Words that are printed in a blank notebook and known again when it returns. */
export const notebookWords = {
  title: 'Carnet de notes',
  name: 'Nom de la personne qui prend les notes',
  meeting: 'Séance',
  reference: 'référence du carnet',
  general: 'Notes générales',
  planned: 'Prévu',
  /** The notation, in three lines. */
  legend: [
    'Écrire sous chaque point, une ligne par note. Une ligne sans marque est une note.',
    'D\u00a0: décision · A\u00a0: @qui action avant le 15/06 · V\u00a0: veille · ?\u00a0: question restée ouverte.',
    '@organisme ou «\u00a0organisme\u00a0:\u00a0» en début de ligne pour une intervention · #4 pour ranger la ligne au point 4.',
  ],
} as const

/** One line of a returned notebook, in its order. */
export type NotebookLine = {
  text: string
  isHeading: boolean
  /** The item whose bookmark it bears; null when it bears none. */
  itemId: Id | null
}

/** Words as a program heard them: `speaker` as it calls whoever spoke. */
export type TranscriptLine = {
  /** In seconds of the recording; of the day of the meeting where `isClock`. */
  start: number | null
  speaker: string | null
  words: string
  isClock?: true
}

/** A returned notebook as it was read: nothing is known yet of the agenda it belongs to. */
export type ReadNotebook = {
  /** The meeting it was made for; null when its reference was lost. */
  meetingId: Id | null
  /** The short reference that is printed in it; null when it was lost. */
  reference: string | null
  /** Who took the notes, as written; empty when nobody did. */
  author: string
  lines: NotebookLine[]
  /** Pictures, which are not read. */
  pictures: number
  /** What a program heard, where the file is a transcript: it has no lines of its own then. */
  transcript: readonly TranscriptLine[] | null
}

/** Where a line of a notebook goes. */
export type PlacedLine = {
  /** Null: a general note, or one of an item that is gone. */
  itemId: Id | null
  /** Heading of the item that is gone; empty otherwise. */
  gone: string
  text: string
}

export type NotebookItem = { id: Id; number: string; title: string }

/** "3.2 Annuaire partagé", as it is printed: with plain spaces, which every editor keeps. */
export function notebookHeading({ number, title }: Pick<NotebookItem, 'number' | 'title'>): string {
  return plainSpaces(`${number} ${typography(title.trim())}`)
}

/** Printed in a notebook so that one of another meeting is told. */
export function notebookReference(meetingId: Id): string {
  const end = meetingId.replaceAll('-', '').slice(-8).toUpperCase()
  return `CN-${end.slice(0, 4)}-${end.slice(4)}`
}

/** Names of the bookmarks: Word takes forty letters and digits that begin with a letter. */
export const itemBookmark = (id: Id) => `point_${id.replaceAll('-', '')}`
export const meetingBookmark = (id: Id) => `seance_${id.replaceAll('-', '')}`

/** The id that a bookmark of ours names; null for any other. */
export function bookmarked(name: string, kind: 'point' | 'seance'): Id | null {
  const hex = new RegExp(`^${kind}_([0-9a-f]{32})$`, 'u').exec(name.toLowerCase())?.[1]
  return hex === undefined ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}

/**
 * Lines of a notebook by item, in their order. An item is told by its bookmark, else by its number and the likeness of its
 * title; between two that are as like, by the order. Nothing is left out.
 */
export function placeLines(lines: readonly NotebookLine[], items: readonly NotebookItem[]): PlacedLine[] {
  const placed: PlacedLine[] = []
  let [itemId, gone]: [Id | null, string] = [null, '']
  for (const line of lines) {
    const found = headingOf(line, items, itemId)
    if (found === null) placed.push({ itemId, gone, text: line.text })
    else {
      ;[itemId, gone] = found
      const typed = afterTitle(
        line.text,
        items.find(({ id }) => id === itemId),
      )
      if (typed !== '') placed.push({ itemId, gone, text: typed })
    }
  }
  return placed
}

/** Whether anything in it is of this meeting: of no use where its reference says so. */
export function speaksOf(lines: readonly NotebookLine[], items: readonly NotebookItem[]): boolean {
  const headings = lines.filter(
    ({ isHeading, text, itemId }) => itemId !== null || (isHeading && numbered(text) !== null),
  )
  return (
    headings.length === 0 || headings.some((line) => (headingOf(line, items, null)?.[0] ?? null) !== null)
  )
}

/** The item that a line is the heading of, or the words of one that is gone; null for a line that was typed. */
function headingOf(
  line: NotebookLine,
  items: readonly NotebookItem[],
  current: Id | null,
): [itemId: Id | null, gone: string] | null {
  const { text, isHeading, itemId } = line
  if (items.some(({ id }) => id === itemId)) return [itemId, '']
  if (itemId !== null && isHeading) return bestItem(text, items, current) ?? [null, text]
  if (isHeading && foldedWords(text).join(' ') === GENERAL) return [null, '']
  if (isHeading) return bestItem(text, items, current) ?? (numbered(text) === null ? null : [null, text])
  // Its look was lost: only the very number with the very title is a heading then.
  const head = numbered(text)
  const same = items.find(({ number }) => number !== '' && number === head?.number)
  return same !== undefined && foldedWords(same.title).join(' ') === foldedWords(head?.title ?? '').join(' ')
    ? [same.id, '']
    : null
}

/** Words that somebody typed at the end of a heading. */
function afterTitle(text: string, item: NotebookItem | undefined): string {
  const title = item === undefined ? '' : notebookHeading(item)
  const words = plainSpaces(text)
  return title !== '' && words.startsWith(title)
    ? words.slice(title.length).replace(/^[\s:,;.–—-]+/u, '')
    : ''
}

function plainSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

const GENERAL = foldedWords(notebookWords.general).join(' ')
/** A title counts more than a number: items move. */
const TITLE_WEIGHT = 0.7
const LEAST_SCORE = 0.5

function bestItem(text: string, items: readonly NotebookItem[], current: Id | null): [Id, ''] | null {
  const head = numbered(text) ?? { number: '', title: text }
  const from = items.findIndex(({ id }) => id === current)
  let best: { id: Id; score: number } | null = null
  for (const [index, { id, number, title }] of items.entries()) {
    const score =
      TITLE_WEIGHT * likeness(title, head.title) +
      (number !== '' && number === head.number ? 1 - TITLE_WEIGHT : 0) +
      (index > from ? 0.001 / (index - from) : 0)
    if (score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { id, score }
  }
  return best === null ? null : [best.id, '']
}

function numbered(text: string): { number: string; title: string } | null {
  const found = /^(?:point[ \u00a0]+)?(\d{1,3}(?:\.\d{1,3}){0,2})[.)]?[ \u00a0\t:–—-]+(\S.*)$/iu.exec(
    text.trim(),
  )
  return found === null ? null : { number: found[1] ?? '', title: found[2] ?? '' }
}

/** Words that say nothing of what a sentence is about. */
const SMALL_WORDS = new Set(
  'a au aux ce ces cette d dans de des du elle en est et il ils l la le les leur lui ne on ou par pas pour qu que qui s sa se ses son sont sur un une'.split(
    ' ',
  ),
)
/** From here on two notes say the same thing. */
export const LEAST_LIKENESS = 0.6

/** How much two texts share of their words: 0 nothing, 1 the very same words. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.length === 0 || second.length === 0) return 0
  const rest = [...second]
  let common = 0
  for (const word of first) {
    const at = rest.indexOf(word)
    if (at < 0) continue
    rest.splice(at, 1)
    common += 1
  }
  return (2 * common) / (first.length + second.length)
}

function wordsOf(text: string): string[] {
  const all = foldedWords(text)
  const words = all.filter((word) => !SMALL_WORDS.has(word))
  return (words.length === 0 ? all : words).map((word) =>
    word.length > 3 ? word.replace(/[sx]$/u, '') : word,
  )
}
