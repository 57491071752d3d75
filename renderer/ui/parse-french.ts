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

/** A whole number between two bounds; an empty text is null. */
export function parseWhole(text: string, min: number, max: number): Understood<number | null> {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '')
  if (bare === '') return { ok: true, value: null }
  const value = /^\d+$/.test(bare) ? Number(bare) : Number.NaN
  return value >= min && value <= max ? { ok: true, value } : { ok: false }
}
