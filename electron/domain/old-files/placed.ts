import type { CivilDate } from '../ids.ts'
import { foldedWords } from '../text/fold.ts'
import { daysBetween } from '../time/civil-date.ts'
import type { OldFilesReason } from './old-files.ts'
import type { KnownFile } from './roles.ts'

export type KnownMeeting = {
  id: string
  date: CivilDate
  number: number | null
  seriesId: string | null
  takenOver: 'locked' | 'unlocked' | null
}
export type OldFilesWorld = {
  today: CivilDate
  meetings: readonly KnownMeeting[]
  series: readonly { id: string; name: string }[]
  /** The meeting that each file's bytes were taken into. */
  taken: ReadonlyMap<string, string>
}

/** A file with the day it is taken to speak of, and how that day is known. */
export type PlacedFile = KnownFile & {
  date: CivilDate | null
  dateReason: OldFilesReason | null
  seriesId: string | null
  isOtherBody: boolean
}

/** The day of a file by itself: what it says, else what its name says, and what is wrong with that. */
export function placeFile(file: KnownFile, world: OldFilesWorld): PlacedFile {
  const { named, facts } = file
  const body = bodyOf(file, world)
  const at = (date: CivilDate | null, dateReason: OldFilesReason | null): PlacedFile => ({
    ...file,
    ...body,
    date,
    dateReason,
  })
  if (facts.date !== null && !facts.date.startsWith('--')) return at(facts.date, null)
  const inName = named.dates.at(-1) ?? null
  if (facts.date !== null) {
    const day = facts.date.slice(2)
    if (inName?.endsWith(day)) return at(inName, 'year-guessed')
    return named.year === null ? at(null, 'no-date') : at(`${named.year}-${day}`, 'year-guessed')
  }
  if (facts.unrealDate !== null || named.unrealDate !== null) return at(inName, 'date-unreal')
  return inName === null ? at(null, 'no-date') : at(inName, 'date-from-name')
}

const GROUP_WORDS = /\b(?:groupe de travail|gt|sous groupe|comite technique|atelier)\b/

/** Which series a file speaks of: the one whose whole name it writes; the only one, unless it speaks of another body. */
function bodyOf(file: KnownFile, { series }: OldFilesWorld): Pick<PlacedFile, 'seriesId' | 'isOtherBody'> {
  const words = ` ${foldedWords(`${file.facts.title ?? ''} ${file.path}`).join(' ')} `
  const written = series
    .filter(({ name }) => words.includes(` ${foldedWords(name).join(' ')} `))
    .sort((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1))
  const [longest] = written
  if (longest !== undefined) return { seriesId: longest.id, isOtherBody: false }
  const isOtherBody = GROUP_WORDS.test(words)
  const [only] = series
  return { seriesId: series.length === 1 && !isOtherBody && only !== undefined ? only.id : null, isOtherBody }
}

export function isSameBody(a: PlacedFile, b: PlacedFile): boolean {
  if (a.seriesId !== null && b.seriesId !== null) return a.seriesId === b.seriesId
  return a.isOtherBody === b.isOtherBody
}

/** Words of titles that many bodies have. */
const COMMON = new Set(
  `reunion seance session comite commission conseil conference groupe gt travail instance pleniere plenier assemblee atelier
  pilotage copil suivi technique ordre jour compte rendu releve decisions invitation convocation previsionnel projet cr odj du
  de des la le les et un une en au aux pour sur par l d n no numero mensuelle annuelle nationale`.split(
    /\s+/u,
  ),
)

/** Two bodies may meet on one day: files of one day are of one meeting when their numbers, agendas or titles do not part them. */
export function mayBeOneMeeting(a: PlacedFile, b: PlacedFile): boolean {
  if (a.sha256 === b.sha256 || a.facts.words === b.facts.words || a.named.stem === b.named.stem) return true
  if (a.facts.number !== null && a.facts.number === b.facts.number) return true
  const [topics, others] = [new Set(a.facts.topics), new Set(b.facts.topics)]
  const shared = [...topics].filter((topic) => others.has(topic)).length
  if (shared > 0 && shared * 3 >= Math.min(topics.size, others.size)) return true
  const [own, their] = [ownWords(a), ownWords(b)]
  const words = [...own].filter((word) => their.has(word)).length
  if (own.size > 0 && their.size > 0) return words * 2 >= Math.min(own.size, their.size)
  // Nothing says so: two agendas that share no item are of two bodies, an agenda and minutes in other words may be of one.
  const isSameSort = (a.kind === 'minutes') === (b.kind === 'minutes')
  return !isSameSort || topics.size < 2 || others.size < 2
}

/** Words that tell a body from others in a title; a year or a day does not. */
function ownWords({ facts }: PlacedFile): Set<string> {
  return new Set(
    foldedWords(facts.title ?? '').filter((word) => !COMMON.has(word) && !/^\d+e?r?$/u.test(word)),
  )
}

/** How far the day in a name may lie from the meeting: sent before it, written up after it. */
const WRITTEN_WITHIN = 60
const SENT_WITHIN = 45

/** Whether the name speaks of the day of the file's meeting, or of a day on which such a paper is written or sent. */
export function nameAgrees(file: PlacedFile): 'yes' | 'written-later' | 'no' {
  const { date, named, kind } = file
  if (date === null || named.dates.length === 0 || named.dates.includes(date)) return 'yes'
  const isNear = named.dates.some((written) => {
    const days = daysBetween(date, written)
    return kind === 'minutes' ? days > 0 && days <= WRITTEN_WITHIN : days < 0 && days >= -SENT_WITHIN
  })
  return isNear ? 'written-later' : 'no'
}
