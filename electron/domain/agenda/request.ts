// What a mail asks for besides its subject: for how long, to what end, and whether it asks for something else too.

import { ownLines } from '../dispatch/newest-part.ts'
import { fold } from '../text/fold.ts'
import { withCapital } from '../text/french.ts'
import type { ItemNature } from './agenda.ts'

export type Asked = { readonly durationMinutes: number | null; readonly nature: ItemNature | null }

const natures: readonly (readonly [word: string, nature: ItemNature])[] = [
  ['avis', 'avis'],
  ['information', 'information'],
  ['echange', 'echange'],
  ['concertation', 'concertation'],
  ['decision', 'decision'],
  ['approbation', 'approbation'],
]
/** Not at the beginning of a sentence, where "Pour information, …" says nothing of the agenda. */
const TO_WHAT_END = new RegExp(
  `[^.!?:\\n ] ?[(,]? ?pour (${natures.map(([word]) => word).join('|')})s?\\b`,
  'g',
)

/** What a mail asks for stands at its beginning, in characters. */
const MOST_READ = 20_000

const NOT_ASKED = /(?:dans|il y a|depuis|retard de|avance de|d ici|sous) (?:environ )?$/
const DURATION =
  /\b(?:(trois quarts d heure)|(?:une? )?(demi heure)|(?:un )?(quart d heure)|(une|\d{1,2}) ?h(?:eures?)?(?: ?(\d{2})\b| et (demie))?|(\d{1,3}) ?(?:minutes?|min|mn)\b)/g

/** Only where it says one thing; two durations, or two ends, are left to whoever reads it. */
export function askedIn(text: string): Asked {
  const words = fold(ownLines(text.slice(0, MOST_READ)).join('\n')).replace(/[\s-]+/g, ' ')
  const durations = new Set<number>()
  for (const found of words.matchAll(DURATION)) {
    const minutes = minutesOf(found)
    if (minutes > 0 && minutes <= 240 && !NOT_ASKED.test(before(words, found)) && !isTime(words, found))
      durations.add(minutes)
  }
  const ends = new Set([...words.matchAll(TO_WHAT_END)].map(([, word]) => word))
  const nature = natures.find(([word]) => ends.has(word))?.[1] ?? null
  return { durationMinutes: only(durations), nature: ends.size === 1 ? nature : null }
}

function minutesOf([
  ,
  threeQuarters,
  half,
  quarter,
  hours,
  more,
  andHalf,
  minutes,
]: RegExpMatchArray): number {
  if (threeQuarters !== undefined) return 45
  if (half !== undefined) return 30
  if (quarter !== undefined) return 15
  if (minutes !== undefined) return Number(minutes)
  return (hours === 'une' ? 1 : Number(hours)) * 60 + (andHalf === undefined ? Number(more ?? 0) : 30)
}

/** "à 14 h", "de 10 h à 11 h": when, and not for how long. */
function isTime(words: string, { index = 0, 4: hours }: RegExpMatchArray): boolean {
  return (
    hours !== undefined &&
    (Number(hours) > 4 ||
      /(?:\ba|\bde|\bvers|\bdes|entre|et|avant|apres|jusqu a) $/.test(before(words, { index })))
  )
}

/** The last words before a place: enough for any that say what a duration is. */
function before(words: string, { index = 0 }: { index?: number }): string {
  return words.slice(Math.max(0, index - 30), index)
}

function only(values: ReadonlySet<number>): number | null {
  const [first] = values
  return values.size === 1 && first !== undefined ? first : null
}

const ALSO =
  /^(?:par ailleurs|d autre part|en outre|(?:un )?(?:second|deuxieme|autre) (?:point|sujet)|je profite|nous profitons|(?:2|ii) ?[.)])/

/** The part of a mail that asks for something else, from its own sentence on; null where it asks for one thing. */
export function secondRequest(text: string): string | null {
  const own = ownLines(text).join('\n')
  for (const { index } of own.matchAll(/(?:^|[.!?]\s+|\n\s*)(?=\S)/g)) {
    const start = index + (/^(?:[.!?]?\s*)/.exec(own.slice(index))?.[0].length ?? 0)
    if (start > 0 && ALSO.test(fold(own.slice(start, start + 40)))) return own.slice(start).trim()
  }
  return null
}

const PRESENTS =
  /^[\s•*–-]*(?:rapporteur|rapporteure|rapporteuse|intervenante?|orat(?:eur|rice)|présentation|présentée?)(?:\s+par)?\s*:\s*(?:(?:M\.|MM\.|Mme|Mlle|Monsieur|Madame)\s+)?(\p{Lu}[^,;(\n]*)/imu

/** Who will speak of it, where a line of a mail says so; empty otherwise: who asks is not who presents. */
export function askedPresenter(text: string): string {
  const found = PRESENTS.exec(ownLines(text.slice(0, MOST_READ)).join('\n'))
  return (found?.[1] ?? '').trim().replace(/\.$/, '')
}

/** Words that begin a sentence and say nothing of what it asks for. */
const OPENING =
  /^(?:par ailleurs|d[’']autre part|en outre|(?:2|II) ?[.)]|nous (?:souhaiterions|souhaitons|voudrions)|je (?:souhaiterais|souhaite|voudrais))[\s,:]*/iu

/** What a part of a mail is called as a subject, until somebody says it better. */
export function requestTitle(words: string): string {
  let title = words.trim().split(/[.!?\n]/)[0] ?? ''
  for (let rest = title.replace(OPENING, ''); rest !== title; rest = title.replace(OPENING, '')) title = rest
  const cut = title.length <= 90 ? title : title.slice(0, title.lastIndexOf(' ', 90))
  return withCapital(cut).trim()
}
