import { type Draft, type DraftSource, readAt } from '../../domain/agenda/draft.ts'
import { timesIn } from './clock-times.ts'
import { datesIn, isWeekOf } from './dates.ts'
import { LABEL, type Line } from './lines.ts'
import { findNumber, findTitle } from './meeting-title.ts'
import { findWhen } from './meeting-when.ts'
import { findWhere } from './meeting-where.ts'
import { MEETINGS } from './meeting-words.ts'
import { plainLine } from './plain-line.ts'

export type MeetingReading = Pick<Draft, 'meeting' | 'meetingSources' | 'nextMeeting'> & {
  /** The weekday beside the date is another one's. */
  dateDoubtful: boolean
  /** A day that does not exist, as it is written where the date stands. */
  unrealDate: string | null
}

/** The confidence of hours that a line says to be those of the beginning or the end. */
const SAID_OUTRIGHT = 0.95

/** Whatever a meeting is called stands among its first lines. */
const NAMED_WITHIN = 25

/**
 * @param before lines that stand before the agenda or beside it
 * @param after lines that follow it: only what the first ones do not say is looked for there
 */
export function readMeeting(before: readonly Line[], after: readonly Line[]): MeetingReading {
  const next = (line: Line) =>
    new RegExp(`^(?:dates? (?:de (?:la )?|du |des ))?prochaine?s? (?:${MEETINGS}|dates?)\\b`).test(
      plainLine(line.text),
    )
  const isOwn = (line: Line, at: number, lines: readonly Line[]) =>
    !next(line) && !isDayBelow(line, lines[at - 1], next)
  const head = splitLabels(withLabelsAbove(before.filter(isOwn)))
  const tail = splitLabels(withLabelsAbove(after.filter(isOwn)))
  const all = [...head, ...tail]
  const when = findWhen(head)
  const { found: date, line: dateLine } = when.date ?? findWhen(tail).date ?? { found: null, line: null }
  // "Début de réunion : 21 heures" may stand below the agenda; other hours there are of anything.
  const below = when.times === null ? findWhen(tail).times : null
  const times = when.times ?? (below !== null && below.confidence >= SAID_OUTRIGHT ? below : null)
  const { place, videoLink, phone } = findWhere(all, date?.date ?? null)
  // "30 septembre" in the title, and the whole date beside it.
  const partial = date?.date ?? ''
  const whole = partial.startsWith('-') ? wholeDateOf(partial, head) : null
  const title = findTitle(head.slice(0, NAMED_WITHIN))
  const number = findNumber(head)
  const meeting = {
    number: number?.number ?? null,
    title: title?.text ?? null,
    date: whole ?? date?.date ?? null,
    startTime: times?.span.start ?? null,
    endTime: times?.span.end ?? null,
    place: place?.text ?? null,
    videoLink: videoLink?.text ?? null,
    phone: phone?.text ?? null,
  }
  const sources = {
    number: number === null ? null : source(number.line, number.confidence),
    title: title === null ? null : source(title.line, title.confidence),
    date:
      dateLine === null
        ? null
        : source(dateLine, Math.min(when.date?.confidence ?? 0.5, sureOf(meeting.date))),
    startTime: times === null ? null : source(times.line, times.confidence),
    endTime: times === null ? null : source(times.line, times.confidence),
    place: place === null ? null : source(place.line, place.confidence),
    videoLink: videoLink === null ? null : source(videoLink.line, videoLink.confidence),
    phone: phone === null ? null : source(phone.line, phone.confidence),
  }
  const meetingSources: Draft['meetingSources'] = {}
  for (const key of Object.keys(sources) as (keyof typeof sources)[]) {
    const from = sources[key]
    if (from !== null && meeting[key] !== null) meetingSources[key] = from
  }
  const isUnreal = date !== null && date.date === null
  return {
    ...{ meeting, meetingSources, nextMeeting: readNext([...before, ...after].find(next)) },
    dateDoubtful: !isUnreal && (date?.doubtful ?? false),
    unrealDate: isUnreal ? dateLine.text.slice(date.index, date.index + date.length) : null,
  }
}

/** "9 juin à 14h" right under "Date de la prochaine réunion". */
function isDayBelow(line: Line, above: Line | undefined, next: (line: Line) => boolean): boolean {
  return (
    above !== undefined &&
    next(above) &&
    datesIn(above.text).length === 0 &&
    line.text.length <= 60 &&
    datesIn(line.text).length > 0
  )
}

/** "Lieu" alone over the address, line by line: one line that says both. */
function withLabelsAbove(lines: readonly Line[]): Line[] {
  return lines.map((line, at) => {
    const label = plainLine(line.words).replace(/\s?[:?]$/, '')
    if (
      !/^(?:lieux?(?: de (?:la )?(?:reunion|seance))?|adresse|ou|quand|date|jour|date et (?:heure|lieu)|horaires?|heures?)$/.test(
        label,
      ) ||
      line.type === 'row'
    )
      return line
    const below = lines.slice(at + 1, at + 4)
    const end = below.findIndex(
      ({ words, type, text }) =>
        type === 'heading' || type === 'row' || LABEL.test(text) || words.length > 80,
    )
    const value = below.slice(0, end < 0 ? below.length : end).map(({ words }) => words)
    return value.length === 0
      ? line
      : { ...line, text: `${line.words.replace(/\s?[:?]$/, '')} : ${value.join(', ')}` }
  })
}

/** "Lieu : salle 3 | Visioconférence : https://…" is two lines. */
function splitLabels(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) =>
    // "+ Salle des fêtes", "- Date : 3 mars"
    (line.bullet ? line.words : line.text)
      .split(/(?<!\s)\s+[|–—]\s+(?=\p{Lu}[\p{L} ’'.]{2,25}\s?:\s)|(?<!\s)\s+\|\s+/u)
      .map((text) => ({ ...line, text })),
  )
}

function readNext(line: Line | undefined): Draft['nextMeeting'] {
  if (line === undefined) return null
  const value = line.text.replace(LABEL, '')
  const date = datesIn(value)[0]
  if (date === undefined || date.date === null || isWeekOf(value, date)) return null
  const rest = value.slice(date.index + date.length)
  const time = timesIn(rest)[0]
  const place = /(?:,|–)\s*(?:en |à la |à l[’']|au )?((?:salle|auditorium|amphi|lieu)[^.;()]*)/iu.exec(
    rest,
  )?.[1]
  return {
    date: date.date,
    startTime: time?.start ?? null,
    place: place?.trim() ?? null,
    source: source(line, 0.8),
  }
}

function source(line: Line, confidence: number): DraftSource {
  return readAt(line, line.text, Math.round(confidence * 100) / 100)
}

/** A day whose year has to be found elsewhere is never sure. */
function sureOf(date: string | null): number {
  return date?.startsWith('-') === true ? WITHOUT_YEAR : 1
}

const WITHOUT_YEAR = 0.7

/** The only date of that day and month that has its year. */
function wholeDateOf(partial: string, lines: readonly Line[]): string | null {
  const dates = lines.flatMap(({ text }) => datesIn(text).flatMap((found) => found.date ?? []))
  const whole = new Set(dates.filter((date) => !date.startsWith('-') && date.endsWith(partial.slice(1))))
  return whole.size === 1 ? ([...whole][0] ?? null) : null
}
