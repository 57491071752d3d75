import { SPELLED, spelledNumber } from './spelled.ts'

/** Hours `HH:MM`; `index` and `length` of the words in the text searched. */
export type TimeSpan = { start: string; end: string | null; index: number; length: number }

const TIME = String.raw`(\d{1,2})\s?(?:(?:h|H|heures?)(?![\p{L}])\s?([0-5]\d)?(?!\d)|:([0-5]\d)(?!\d))(?:\s?min\b|:\d\d)?`
const SPAN = new RegExp(
  String.raw`(?<![\d/,.])(?:de |d[’']|entre )?${TIME}(?:\s?(?:->|=>|-|–|—|→|>|/|à|a|jusqu[’']à|au|et)\s?${TIME})?`,
  'giu',
)

const SPELLED_TIME = new RegExp(
  String.raw`(?<![\p{L}])à (${SPELLED}) heures?(?: (${SPELLED}))?(?![\p{L}-])`,
  'giu',
)

/** Every hour or interval of hours, in order. A first hour without its own h ("14-16h") is read too. */
export function timesIn(text: string): TimeSpan[] {
  const spans: TimeSpan[] = []
  for (const found of text.matchAll(SPAN)) {
    const start = clock(found[1], found[2] ?? found[3])
    if (start === null) continue
    const end = found[4] === undefined ? null : clock(found[4], found[5] ?? found[6])
    spans.push({ start, end, index: found.index, length: found[0].length })
  }
  return text.includes('heure') && /\p{L}\sheures?\b/u.test(text)
    ? [...spans, ...spelledTimes(text)].sort((a, b) => a.index - b.index)
    : spans
}

/** "à midi et demi" as "à 12h30": where an hour is sure to be said. */
export function withNoon(text: string): string {
  return text.replace(
    /(?<=(?<!\p{L})(?:à|vers)\s)(midi|minuit)(\set\sdemie?)?(?!\p{L})/giu,
    (_, noon: string, half?: string) => `${noon.length === 4 ? 12 : 0}h${half === undefined ? '00' : '30'}`,
  )
}

/** "à dix-huit heures trente": after "à" only, or it may be how long something lasts. */
function spelledTimes(text: string): TimeSpan[] {
  return [...text.matchAll(SPELLED_TIME)].flatMap((found) => {
    const start = clock(
      String(spelledNumber(found[1] ?? '')),
      found[2] === undefined ? undefined : String(spelledNumber(found[2])).padStart(2, '0'),
    )
    return start === null ? [] : [{ start, end: null, index: found.index, length: found[0].length }]
  })
}

/** The hour or interval a whole text is, or null. */
export function wholeTime(text: string): TimeSpan | null {
  const trimmed = text.trim()
  const short = /^(\d{1,2})\s?(?:-|–|à)\s?(\d{1,2})\s?[hH]$/.exec(trimmed)
  const spans = timesIn(short === null ? trimmed : `${short[1]}h-${short[2]}h`)
  const first = spans[0]
  if (first === undefined || spans.length > 1) return null
  const rest = short === null ? trimmed.slice(0, first.index) + trimmed.slice(first.index + first.length) : ''
  return /^[\s:.,;–—-]*(?:à partir de|à|précises?)?[\s:.,;–—-]*$/i.test(rest) ? first : null
}

/** Minutes from start to end of one day, or null when the end is missing or earlier. */
export function spanMinutes(span: { start: string; end: string | null }): number | null {
  if (span.end === null) return null
  const minutes = minutesOf(span.end) - minutesOf(span.start)
  return minutes > 0 ? minutes : null
}

/** `HH:MM` → minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function clock(hours: string | undefined, minutes: string | undefined): string | null {
  const hour = Number(hours)
  if (!(hour <= 23)) return null
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
}
