/** What follows a number of minutes; part of an expression on lower-case words. */
export const MINUTES = String.raw`(?:minutes?|mins?\.?|mns?\.?|m|')`

const HOURS = new RegExp(String.raw`^(\d{1,2})\s?h(?:eures?)?\s?(?:(\d{1,2})\s?${MINUTES}?)?$`)
const PLAIN_MINUTES = new RegExp(String.raw`^(\d{1,4})\s?${MINUTES}$`)

/**
 * Minutes that a whole text says how long something lasts by: "45 min", "1 h 30", "une demi-heure", "1,5 h"; null when it
 * is no duration, or a number without its unit.
 */
export function minutesOfWords(text: string): number | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=^\d) (?=\d{3}\b)/, '')
    .replaceAll('’', "'")
  const minutes = PLAIN_MINUTES.exec(said)
  if (minutes !== null) return Number(minutes[1])
  const hours = HOURS.exec(said)
  if (hours !== null) return Number(hours[1]) * 60 + Number(hours[2] ?? 0)
  const halves = /^(\d{1,2})[,.]([05]|25|75)\s?h(?:eures?)?$/.exec(said)
  if (halves !== null) return Number(halves[1]) * 60 + Math.round(Number(`0.${halves[2]}`) * 60)
  if (/^(?:½ ?h(?:eure)?|1\/2 ?h(?:eure)?|(?:une )?demi[- ]heure)$/.test(said)) return 30
  if (/^(?:¼ ?h(?:eure)?|1\/4 ?h(?:eure)?|(?:un )?quart d'heure)$/.test(said)) return 15
  if (/^(?:¾ ?h(?:eure)?|3\/4 ?h(?:eure)?|trois quarts d'heure)$/.test(said)) return 45
  if (/^une heure$/.test(said)) return 60
  return /^une heure (?:et demie|trente)$/.test(said) ? 90 : null
}
