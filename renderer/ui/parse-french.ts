export type Understood<T> = { ok: true; value: T } | { ok: false }

const two = (value: number) => String(value).padStart(2, '0')

/** "14h30", "14 h 30", "14:30", "1430", "14h", "9" → `HH:MM`; an empty text is null. */
export function parseTime(text: string): Understood<string | null> {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase()
  if (bare === '') return { ok: true, value: null }
  const match = /^(\d{1,2})(?:[h:.](\d{2})?)?$/.exec(bare) ?? /^(\d{1,2})(\d{2})$/.exec(bare)
  const hours = Number(match?.[1] ?? Number.NaN)
  const minutes = Number(match?.[2] ?? 0)
  if (!(hours <= 23 && minutes <= 59)) return { ok: false }
  return { ok: true, value: `${two(hours)}:${two(minutes)}` }
}

/** "45", "45 min", "1h30", "1 h", "1:15" → minutes, at most 24 h; an empty text is null. */
export function parseDuration(text: string): Understood<number | null> {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase()
  if (bare === '') return { ok: true, value: null }
  const minutesOnly = /^(\d{1,4})(?:m|mn|min|minutes?|')?$/.exec(bare)
  const hoursAndMinutes = /^(\d{1,2})(?:h|:)(\d{2})?(?:m|mn|min)?$/.exec(bare)
  const minutes =
    minutesOnly === null
      ? Number(hoursAndMinutes?.[1] ?? Number.NaN) * 60 + Number(hoursAndMinutes?.[2] ?? 0)
      : Number(minutesOnly[1])
  return minutes <= 1440 ? { ok: true, value: minutes } : { ok: false }
}

/** A whole number between two bounds; an empty text is null. */
export function parseWhole(text: string, min: number, max: number): Understood<number | null> {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '')
  if (bare === '') return { ok: true, value: null }
  const value = /^\d+$/.test(bare) ? Number(bare) : Number.NaN
  return value >= min && value <= max ? { ok: true, value } : { ok: false }
}
