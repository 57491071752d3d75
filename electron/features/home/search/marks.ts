// How lines of different kinds stand beside each other: what fits best first, a name before what is said of it.
import type { SearchKind } from '../../../contract/search.ts'
import type { FoundText } from '../../../db/search/find-texts.ts'
import { quality, type Wanted } from '../../../domain/search/quality.ts'
import type { About } from '../../../domain/search/query.ts'

/** Of two lines that hold the words equally well, the one that more people look for. */
const likely: Readonly<Record<SearchKind, number>> = {
  person: 9,
  organisation: 9,
  project: 6,
  meeting: 5,
  watch: 4,
  subject: 3,
  decision: 3,
  action: 3,
  section: 2,
  document: 2,
  attachment: 2,
  item: 1,
  position: 1,
  line: 0,
  minutes: 0,
  agenda: 0,
  dispatch: 0,
  attendance: 0,
  documents: 0,
}

/** What a line of a kind gains when the search is about it. */
const SAID = 25
/** Of what somebody was given to do or decided, which says it in its text alone: "actions de Fontvieille". */
const SAID_OF_NOTED = 60
const kindsAbout: Readonly<Record<About, readonly SearchKind[]>> = {
  minutes: ['section', 'document'],
  agenda: ['item'],
  item: ['item'],
  meeting: ['meeting'],
  dispatch: [],
  attendance: [],
  documents: ['attachment', 'document'],
  decision: ['decision'],
  action: ['action'],
  person: ['person'],
  organisation: ['organisation'],
  project: ['project'],
  subject: ['subject'],
  watch: ['watch'],
  said: ['position', 'line'],
}

/** What a line of today gains over one of long ago. */
const RECENT = 4

export function markOf(
  { kind, date, foldedTitle, byTitle }: Pick<FoundText, 'kind' | 'date' | 'foldedTitle' | 'byTitle'>,
  wanted: readonly Wanted[],
  { about, today }: { about: About | null; today: string },
): number {
  const title: string[] = foldedTitle.match(/[\p{L}\p{N}]+/gu) ?? []
  // Of a person the family name is typed first.
  if (kind === 'person') title.push(...title.splice(0, 1))
  const years = date === null ? 0 : Math.abs(yearOf(date) - yearOf(today))
  const isAbout = about !== null && kindsAbout[about].includes(kind)
  const isNoted = (kind === 'action' || kind === 'decision') && !byTitle
  const said = isAbout ? (isNoted ? SAID_OF_NOTED : SAID) : 0
  return quality(wanted, title) + likely[kind] + said + RECENT / (1 + years)
}

/** With the months as a part of it: near enough to tell old from new. */
function yearOf(date: string): number {
  return Number(date.slice(0, 4)) + Number(date.slice(5, 7)) / 12
}

/** Who has a seat is looked for more often than who wrote once. */
export const MEMBER = 8

/** What was meant by a number or a date comes before any words. */
export const BY_NUMBER = 160
export const BY_DATE = 140
/** A part of meetings, of none in particular. */
export const BY_PART = 80
/** Days beside other words narrow what these find, and come after it. */
export const BESIDE_WORDS = 50
