import { type Draft, readAt } from '../../../domain/agenda/draft.ts'
import { timesIn } from '../clock-times.ts'
import { datesIn, inYear, isWeekOf } from '../dates.ts'
import { LABEL, type Line } from '../lines.ts'
import { MEETINGS } from '../meeting-words.ts'
import { oneLine, plainLine } from '../plain-line.ts'

/** "Dates prévisionnelles de réunions : …" */
const TO_COME = String.raw`^(?:dates?|calendrier) (?:previsionnel(?:le)?s?|envisagee?s?|prevue?s?|a venir) (?:pour )?(?:de |des |d'|les? |la )(?:la |les )?(?:prochaines? )?(?:reunions?|seances?|rencontres?)(?=\s?:)`

/** In a sentence the next council may be another body's; at the start of a line it is one's own. */
const NEXT = new RegExp(
  String.raw`\b(?:prochaine?s? (?:discussions?|echanges?|entrevues?|points?|rencontres?|appels?) (?:aura|auront) lieu|prochaines? (?:reunions?|seances?|rencontres?|plenieres?|dates?|sessions?)|une (?:2e|2eme|deuxieme|seconde|autre|nouvelle) (?:reunion|seance)\b.{0,60}\b(?:programmee?|prevue?|fixee?|aura lieu|se tiendra)|(?:reunion|seance|rencontre) suivante(?=\s?:|$)|\b(?:pour|de) la prochaine (?:reunion|seance)$|next meeting|se revoir|(?:on se|nous nous) (?:retrouve|reverr|revoi|reunir)[a-z]* (?:le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|se reunir(?:a|ont)? (?:de nouveau|a nouveau))\b|^(?:projet|proposition)s? d'(?:ordre du jour|odj) (?:pour|de) (?:la |le |l')?[^.:;]{3,60}\bdu (?:\p{L}+di )?\d|^dates? a retenir ?:|${TO_COME}|^(?:\d{1,2} )?(?:dates? (?:de la |du |des ))?(?:le |la |l')?prochaine?s? (?:${MEETINGS})(?=\s*(?:$|[–—(,-]|\d|[^.:]{0,40}:|(?:le|aura|se|est|sera|\p{L}+di)\b))`,
  'u',
)
const SAYS_TO_COME = new RegExp(TO_COME)
const ALONE = new RegExp(
  String.raw`^(?:\d{1,2} )?(?:dates? (?:de la |du |des ))?prochaine?s? (?:${MEETINGS})\s*:?$`,
)

/** "Rdv : jeudi 2 avril, 14 h, chez Zoé" with which all ends; what else there is to do at it makes it another appointment. */
const APPOINTMENT = /^(?:rdv|rendez-vous) ?:(?!.*\b(?:pour|avec|afin|devant|notaire|medecin|visite)\b)/

/** "Prochaine réunion : …", "La prochaine séance aura lieu…" */
export function announcesNext(words: string): boolean {
  return NEXT.test(plainLine(words))
}

/** "La prochaine réunion, le 12 juin": not what is to be done until then. */
export function opensWithNext(words: string): boolean {
  const folded = plainLine(words)
  const at = NEXT.exec(folded)?.index
  return (
    at !== undefined && /^(?:dates? (?:de (?:la )?|du |des ))?(?:la |les? |l')?$/.test(folded.slice(0, at))
  )
}

/** "Date : 9 juin à 14h" below "Buts de la prochaine séance : …". */
export function isDayOfNext(line: Line, above: Line | undefined): boolean {
  return (
    /^(?:date|jour|quand)\b/.test(plainLine(LABEL.exec(line.text)?.[1] ?? '')) &&
    announcesNext(LABEL.exec(above?.text ?? '')?.[1] ?? '')
  )
}

type Next = NonNullable<Draft['nextMeeting']>

/** Of what was said of next meetings the first that comes after this one. */
export function nextAfter(all: readonly Next[], date: string | null): Draft['nextMeeting'] {
  return all.find((next) => next.date === null || date === null || isAfter(next.date, date)) ?? null
}

/** The year of a day soon after is often that of the day it was written on: it is shown as written. */
function isAfter(next: string, date: string): boolean {
  if (next.slice(-5) === date.slice(-5)) return false
  if (next.startsWith('-') || date.startsWith('-') || next > date) return true
  const ahead = Date.parse(`${Number(next.slice(0, 4)) + 1}${next.slice(4)}`) - Date.parse(date)
  return ahead > 0 && ahead < HALF_A_YEAR
}

/** "Le 12/12, même heure": that of this meeting. */
export function atTheSameHour(next: Draft['nextMeeting'], startTime: string | null): Draft['nextMeeting'] {
  const isSame =
    next?.startTime === null && /\b(?:a la )?memes? heures?\b/.test(plainLine(next.source?.excerpt ?? ''))
  return next !== null && isSame ? { ...next, startTime } : next
}

const HALF_A_YEAR = 183 * 24 * 3600 * 1000

/** The next meetings that have a date, and the lines that say nothing else. */
export function readNextMeetings(lines: readonly Line[]): { all: Next[]; used: Set<number> } {
  const used = new Set<number>()
  const all: Next[] = []
  lines.forEach((line, at) => {
    const folded = plainLine(line.words)
    // "La séance est levée. Prochain rendez-vous le 5 mai."
    const isLast = at >= lines.length - LAST && APPOINTMENT.test(folded)
    const sentence = isLast
      ? line.words
      : line.words.split(/(?<=\p{L}{2}|\d|\))[.!?]\s+(?=\p{Lu})/u).find(announcesNext)
    if (sentence === undefined) return
    // "3. Prochaine réunion" as a heading is no item of an agenda; in a list of items it is one.
    const isListed = line.type === 'list' && line.number !== null && lines[at - 1]?.type === 'list'
    if (ALONE.test(folded) && !isListed) used.add(line.block)
    const after = lines[at + 1]
    // All that stands under such a heading speaks of the next meeting: its hour, its place, even its agenda.
    const under = line.type === 'heading' && ALONE.test(folded) ? linesUnder(lines, at) : []
    for (const one of under) used.add(one.block)
    const own =
      fromWords(afterNext(sentence)) ??
      (under.length > 1 ? fromWords(under.map(({ words }) => words).join(' ; ')) : null)
    const isDeadline = /\b(?:avant|jusqu'au|d'ici|au plus tard)\b/.test(plainLine(after?.words ?? ''))
    const below =
      after === undefined || own !== null || all.length > 0 || isDeadline ? null : fromWords(after.words)
    const found = own ?? below
    const from = below !== null && after !== undefined ? after : line
    const source = readAt(from, from.text, 0.8)
    if (found !== null) all.push({ ...found, source })
    // Its hour and its place are not those of this meeting.
    if (below !== null && after !== undefined && ALONE.test(folded)) used.add(after.block)
    const isOwn =
      line.type !== 'heading' && /^(?:(?:date (?:de |du ))?(?:la |le )?)?prochaine?s? /.test(folded)
    if ((isOwn || (own !== null && SAYS_TO_COME.test(folded))) && !isListed) used.add(line.block)
  })
  return { all, used }
}

/** Among so many last lines an appointment is the next meeting. */
const LAST = 3

const MOST_UNDER = 12

function linesUnder(lines: readonly Line[], at: number): Line[] {
  const rest = lines.slice(at + 1, at + 1 + MOST_UNDER)
  const end = rest.findIndex(({ type, number }) => type === 'heading' || type === 'row' || number !== null)
  return end < 0 ? rest : rest.slice(0, end)
}

function afterNext(words: string): string {
  const at =
    /prochaine?s?|(?:projet|proposition)s? d[’'](?:ordre du jour|odj)|se retrouve|nous retrouv|se revoir|se réuni|(?:2e|2ème|deuxième|seconde|autre|nouvelle) (?:réunion|séance)/iu.exec(
      words,
    )?.index ?? 0
  return words.slice(at)
}

function fromWords(words: string): Draft['nextMeeting'] {
  const dates = datesIn(words)
  const [first] = dates
  if (first === undefined || first.date === null || isWeekOf(words, first)) return null
  // "16 avril, 2 juillet, 8 octobre 2026": the year is said once, at the end.
  const year = dates.find(({ date }) => date?.startsWith('-') === false)?.date?.slice(0, 4)
  const isList = dates.length > 1 && year !== undefined && first.date.startsWith('-')
  const last = dates.at(-1)
  const rest = words.slice((last?.index ?? 0) + (last?.length ?? 0))
  const place = /(?:,|–)\s*(?:en |à la |à l[’']|au )?((?:salle|auditorium|amphi|lieu)[^.;()]*)/iu.exec(
    rest,
  )?.[1]
  // "Bureau le 23 mars (8h30), conseil le 30 mars (18h)"
  const second = dates[1]
  const near = words.slice(first.index + first.length, second?.index ?? words.length)
  return {
    date: isList ? (inYear(first.date, year) ?? first.date) : first.date,
    startTime: (timesIn(near)[0] ?? timesIn(rest)[0])?.start ?? null,
    place: place === undefined ? null : oneLine(place),
  }
}
