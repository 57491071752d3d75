import type { Finished } from '../../../db/copies/finished.ts'
import { type IndexedText, indexedTexts, indexedWords } from '../../../db/search/word-index.ts'
import { HOME, hrefTo } from '../../../documents/open-profile/page.ts'
import { anchorOf } from '../../../documents/open-profile/register-page.ts'
import { registerPath } from '../../../documents/open-profile/register-places.ts'
import {
  SEARCH_FOLDER,
  TITLES_PER_FILE,
  type TitleLine,
  titlesFile,
  wordFile,
  wordsFile,
} from '../../../documents/open-profile/search-script.ts'
import type { Parcel } from '../../../documents/parcel/parcel.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'

/** The papers of a meeting, by its id. */
export type MeetingPlaces = ReadonlyMap<string, { path: string; agenda: string; minutes: string | null }>

export function addSearch(parcel: Parcel, { sqlite }: Finished, places: MeetingPlaces): void {
  const rankOf = new Map<number, number>()
  let titles: TitleLine[] = []
  const flush = (file: number) => {
    parcel.add(`${SEARCH_FOLDER}/titres-${file}.js`, [titlesFile(titles)])
    titles = []
  }
  for (const found of indexedTexts(sqlite)) {
    const address = addressOf(found, places)
    if (address === null) continue
    rankOf.set(found.rowid, rankOf.size)
    titles.push([
      found.kind,
      found.title,
      found.date === null ? '' : formatDateWithoutWeekday(found.date),
      address,
    ])
    if (titles.length === TITLES_PER_FILE) flush(rankOf.size / TITLES_PER_FILE - 1)
  }
  if (titles.length > 0) flush(Math.floor(rankOf.size / TITLES_PER_FILE))
  addWords(parcel, indexedWords(sqlite), rankOf)
}

/** Words come in the order of their bytes, so that those of one file come together. */
function addWords(
  parcel: Parcel,
  instances: Iterable<{ term: string; doc: number }>,
  rankOf: ReadonlyMap<number, number>,
): void {
  let file = ''
  let words = new Map<string, number[]>()
  const flush = () => {
    if (words.size > 0) parcel.add(`${SEARCH_FOLDER}/${file}`, [wordsFile(words)])
    words = new Map()
  }
  for (const { term, doc } of instances) {
    const rank = rankOf.get(doc)
    // A single letter is not searched for.
    if (rank === undefined || Array.from(term).length < 2) continue
    const own = wordFile(term)
    if (own !== file) flush()
    file = own
    const ranks = words.get(term)
    if (ranks === undefined) words.set(term, [rank])
    else if (ranks.at(-1) !== rank) ranks.push(rank)
  }
  flush()
}

function addressOf({ kind, entityId, meetingId, date }: IndexedText, places: MeetingPlaces): string | null {
  const place = meetingId === null ? undefined : places.get(meetingId)
  const at = (path: string) => `${hrefTo(HOME, path)}#${anchorOf(entityId)}`
  switch (kind) {
    case 'meeting':
      return place === undefined ? null : hrefTo(HOME, place.path)
    case 'item':
      return place === undefined ? null : hrefTo(HOME, place.agenda)
    case 'section':
      return place === undefined ? null : hrefTo(HOME, place.minutes ?? place.path)
    case 'decision':
      return at(registerPath.decision)
    case 'action':
      return at(registerPath.action)
    case 'project':
      return at(registerPath.project)
    case 'watch':
      return at(registerPath.watch(date?.slice(0, 4) ?? ''))
    case 'subject':
      return at(registerPath.subject)
    case 'person':
      return at(registerPath.person)
    default:
      return null
  }
}
