/** What follows a number of minutes; part of an expression on lower-case words. */
export const MINUTES = String.raw`(?:minutes?|mins?\.?|mns?\.?|m|')`

const HOURS = new RegExp(String.raw`^(\d{1,2})\s?h(?:eures?)?\s?(?:(\d{1,2})\s?${MINUTES}?)?$`)
const PLAIN_MINUTES = new RegExp(String.raw`^(\d{1,3}|\d{4}(?!\s?m$))\s?${MINUTES}$`)
const CLOCK = new RegExp(String.raw`^(\d{1,2})\s?:\s?(\d{2})\s?${MINUTES}$`)
const SPELLED = ['une', 'deux', 'trois', 'quatre']
const HALVES = new RegExp(
  String.raw`^(${SPELLED.join('|')}|\d{1,2}) ?h(?:eures?)?(?: (et demie|trente|1\/2|½|et quart|quinze|1\/4|¼))?$`,
)

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
  const clock = CLOCK.exec(said)
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2])
  const halves = /^(\d{1,2})[,.]([05]|25|75)\s?h(?:eures?)?$/.exec(said)
  if (halves !== null) return Number(halves[1]) * 60 + Math.round(Number(`0.${halves[2]}`) * 60)
  if (/^(?:½ ?h(?:eure)?|1\/2 ?h(?:eure)?|(?:une )?demi[- ]heure)$/.test(said)) return 30
  if (/^(?:(?:¼|1\/4) ?(?:h(?:eure)?|d'heure)|(?:un )?quart d'heure)$/.test(said)) return 15
  if (/^(?:(?:¾|3\/4) ?(?:h(?:eure)?|d'heure)|trois quarts d'heure)$/.test(said)) return 45
  const spelled = HALVES.exec(said)
  if (spelled === null) return null
  const [, many = '', more = ''] = spelled
  const whole = SPELLED.includes(many) ? SPELLED.indexOf(many) + 1 : Number(many)
  return whole * 60 + (more === '' ? 0 : /demie|trente|2|½/.test(more) ? 30 : 15)
}
