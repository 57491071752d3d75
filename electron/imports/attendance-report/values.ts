import { CivilDate } from '../../domain/ids.ts'

/** The hour in a text ("12/11/2026, 14:03:11", "11/12/26, 2:03:11 PM") as `HH:MM`; null without one. */
export function clockIn(text: string): string | null {
  const found = /(?<!\d)(\d{1,2})\s?[:h]\s?(\d{2})(?:\s?:\s?\d{2})?(?:\s?([ap])\.?\s?m\b)?/i.exec(text)
  if (found === null) return null
  const [, hours = '', minutes = '', half] = found
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The days that a date may mean: "11/12/26" is in November or in December. */
export function daysIn(text: string): string[] {
  const found = /(?<!\d)(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?!\d)/.exec(text)
  if (found === null) return []
  const [, first = '', second = '', third = ''] = found
  const readings =
    first.length === 4
      ? [[first, second, third]]
      : [
          [year(third), second, first],
          [year(third), first, second],
        ]
  return readings.flatMap(([y = '', m = '', d = '']) => {
    const day = CivilDate.safeParse(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
    return day.success ? [day.data] : []
  })
}

const year = (text: string) => (text.length === 2 ? `20${text}` : text)

/** Seconds of a duration ("1 h 2 min 3 s", "1h 2m 3s", "01:02:03", "62" of minutes); null for another text. */
export function secondsIn(text: string): number | null {
  const plain = text.trim().toLowerCase()
  const whole = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(plain)
  if (whole !== null) return Math.round(Number(`${whole[1]}.${whole[2] ?? 0}`) * 60)
  const clock = /^(\d{1,3}):(\d{2}):(\d{2})$/.exec(plain)
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const parts = /^(?:(\d{1,3})\s?h[a-z.]*)?\s?(?:(\d{1,4})\s?m[a-z.]*)?\s?(?:(\d{1,5})\s?s[a-z.]*)?$/.exec(
    plain,
  )
  if (parts === null || plain === '') return null
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
}
