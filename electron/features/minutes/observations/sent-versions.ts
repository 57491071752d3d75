import type { ReturnedFile, ReturnRefusal } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import type { FileToPrint } from '../../../domain/meetings/meeting-file.ts'
import { unnumbered } from '../../../domain/minutes/difference.ts'
import { MinutesContent } from '../../../domain/minutes/version.ts'
import type { WordReview } from '../../../domain/minutes/word-review.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { sentPlaces } from './sent-file.ts'
import type { SentPlace } from './sent-minutes.ts'

/** With less of its words in a file, a text is not the one that came back. */
const OURS = 0.2
/** With less than this, a file that bears another title is of that other meeting. */
const SURELY_OURS = 0.6
/** Where a title stands. */
const TITLE_PARAGRAPHS = 12

/** Versions looked at, newest first. */
const MOST_VERSIONS = 15

export type SentVersion = {
  id: string | null
  number: number | null
  isSent: boolean
  places: readonly SentPlace[]
}

/** Newest first, those that were sent before the others; then the minutes as they are. */
export async function sentVersions(tx: Reader, file: FileToPrint): Promise<SentVersion[]> {
  const rows = await tx
    .selectFrom('minutesVersion')
    .select(['id', 'number', 'reason', 'state', 'content'])
    .where('meetingId', '=', file.meeting.id)
    .orderBy('number', 'desc')
    .limit(MOST_VERSIONS)
    .execute()
  const versions = rows.map(({ id, number, reason, state, content }) => ({
    id,
    number,
    isSent: reason === 'sent',
    places: sentPlaces(file, { state, content: MinutesContent.parse(JSON.parse(content)) }),
  }))
  const present = { id: null, number: null, isSent: false, places: sentPlaces(file, null) }
  return [...versions.filter(({ isSent }) => isSent), ...versions.filter(({ isSent }) => !isSent), present]
}

/** The text that most of the file's paragraphs are of; of equal ones the first. */
export function versionOf(versions: readonly SentVersion[], review: WordReview): SentVersion | null {
  const said = new Set(review.paragraphs.map(({ before }) => bareText(before ?? '')))
  let best: { version: SentVersion; score: number } | null = null
  for (const version of versions) {
    const own = version.places.filter(({ isOwn }) => !isOwn)
    const isSaid = (words: string) => said.has(bareText(words))
    const found = own.filter((place) => isSaid(place.text) || isSaid(unnumbered(place))).length
    // Of two texts, one of which goes on where the other ends, the one that says no more than the file is meant.
    const score = 2 * found - own.length
    if (best === null || score > best.score) best = { version, score }
  }
  return best?.version ?? null
}

/** Number of a version of which a newer one was sent since; null when it is the last, or the present text. */
export function olderThanSent(versions: readonly SentVersion[], chosen: SentVersion): number | null {
  const last = versions.find(({ isSent }) => isSent) ?? versions.find(({ id }) => id !== null)
  if (last === undefined || last.number === null || chosen.number === null) return null
  return chosen.number < last.number ? chosen.number : null
}

export type Stranger = { refusal: ReturnRefusal; otherTitle: string }
export type Compared = Stranger | (Pick<ReturnedFile, 'drafts'> & Partial<ReturnedFile>)

/** Why a file is not what was sent; null when it is. */
export function strangerOf(
  { paragraphs, pictures }: { paragraphs: readonly Sides[]; pictures: number },
  share: number,
  title: readonly string[],
): Stranger | null {
  if (paragraphs.length === 0 || (pictures > 0 && share < OURS && lengthOf(paragraphs) < 200))
    return { refusal: pictures > 0 ? 'only-pictures' : 'not-ours', otherTitle: '' }
  if (share >= SURELY_OURS) return null
  const front = paragraphs.slice(0, TITLE_PARAGRAPHS).map(({ before, after }) => before ?? after ?? '')
  const ours = new Set(title.map(bareText))
  const at = front.findIndex((words) => /\b(?:s[ée]ance|r[ée]union)\b.*\bn°\s*\d+/iu.test(words))
  const named = front[at]
  if (named !== undefined && !ours.has(bareText(named))) {
    const day = front[at + 1] ?? ''
    return { refusal: 'other-meeting', otherTitle: /^du\s/iu.test(day) ? `${named} ${day}` : named }
  }
  return share < OURS ? { refusal: 'not-ours', otherTitle: '' } : null
}

type Sides = Pick<WordReview['paragraphs'][number], 'before' | 'after'>

const lengthOf = (paragraphs: readonly Sides[]) =>
  paragraphs.reduce((sum, { before }) => sum + (before ?? '').length, 0)

/** The words that begin a version. */
export const titleOf = ({ places }: SentVersion) => places.slice(0, TITLE_PARAGRAPHS).map(({ text }) => text)
