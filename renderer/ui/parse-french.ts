import { fold } from '../../electron/domain/text/fold.ts'
import { minutesOfWords } from '../../electron/domain/time/duration-words.ts'

export type Understood<T> = { ok: true; value: T } | { ok: false }

const two = (value: number) => String(value).padStart(2, '0')

/** "14h30", "14 heures 30", "14:30", "1430", "14h", "9" → `HH:MM`; an empty text is null. */
export function parseTime(text: string): Understood<string | null> {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase()
  if (bare === '') return { ok: true, value: null }
  const match =
    /^(\d{1,2})(?:(?:h|heures?|[:.])(?:(\d{2})(?:mi?n)?)?)?$/.exec(bare) ?? /^(\d{1,2})(\d{2})$/.exec(bare)
  const hours = Number(match?.[1] ?? Number.NaN)
  const minutes = Number(match?.[2] ?? 0)
  if (!(hours <= 23 && minutes <= 59)) return { ok: false }
  return { ok: true, value: `${two(hours)}:${two(minutes)}` }
}

/** "45", "45 min", "1h30", "1:15", "une demi-heure" → minutes, at most 24 h; an empty text is null. */
export function parseDuration(text: string): Understood<number | null> {
  const said = text.trim()
  if (said === '') return { ok: true, value: null }
  const clock = /^(\d{1,2})\s?:\s?(\d{2})?$/.exec(said)
  const minutes = clock === null ? minutesOfWords(said) : Number(clock[1]) * 60 + Number(clock[2] ?? 0)
  const bare = said.replace(/\s/g, '')
  const value = minutes ?? (/^\d{1,4}$/.test(bare) ? Number(bare) : Number.NaN)
  return value <= 1440 ? { ok: true, value } : { ok: false }
}

/** A whole number between two bounds, with its unit where `said`, or a label, ends with that ("30 jours"); an empty text is null. */
export function parseWhole(text: string, min: number, max: number, said = ''): Understood<number | null> {
  const bare = withoutUnit(text, said).replace(/[\s\u00a0\u202f]/g, '')
  if (bare === '') return { ok: true, value: null }
  const value = /^\d+$/.test(bare) ? Number(bare) : Number.NaN
  return value >= min && value <= max ? { ok: true, value } : { ok: false }
}

const UNIT = /(?:^|, en |\()(\p{L}+|€)\)?$/u
const singular = (unit: string) => fold(unit).replace(/s$/, '')

function withoutUnit(text: string, said: string): string {
  const [, number, unit] = /^([\d\s]+)(\p{L}{2,}|€)$/u.exec(text.trim()) ?? []
  const isOwn = unit !== undefined && singular(unit) === singular(UNIT.exec(said)?.[1] ?? '')
  return isOwn && number !== undefined ? number : text
}

const parts: Readonly<Record<string, number>> = { moitie: 2, tiers: 3, quart: 4, cinquieme: 5 }
const times: Readonly<Record<string, number>> = { deux: 2, trois: 3, quatre: 4 }

/** "50", "50 %", "1/2", "la moitié" → whole percent; of thirds ("1/3", "33,3 %") the nearest; an empty text is null. */
export function parseShare(text: string): Understood<number | null> {
  const said = fold(text).replace(/\s+/g, ' ').trim()
  if (said === '') return { ok: true, value: null }
  const percent = percentSaid(said)
  const whole = Math.round(percent)
  const isThird = [100 / 3, 200 / 3].some((third) => Math.abs(percent - third) < 0.1)
  const isExact = Math.abs(percent - whole) < 1e-9 || isThird
  return isExact && whole >= 1 && whole <= 100 ? { ok: true, value: whole } : { ok: false }
}

/** Not a number where none is said. */
function percentSaid(said: string): number {
  const [, number] = /^(\d{1,3}(?:[.,]\d{1,6})?) ?(?:%|pour ?cents?)?$/.exec(said) ?? []
  if (number !== undefined) return Number(number.replace(',', '.'))
  const [, above, below] = /^(\d{1,2}) ?\/ ?(\d{1,2})$/.exec(said) ?? []
  if (above !== undefined) return (100 * Number(above)) / Number(below)
  const [, count = '', part = ''] =
    /^(?:l[ae]s? )?(?:(une?|deux|trois|quatre) )?(moitie|tiers|quart|cinquieme)s?$/.exec(said) ?? []
  return (100 * (times[count] ?? 1)) / (parts[part] ?? Number.NaN)
}
