/** The word a body has for its meetings. */
const USUAL = 'séance'

/** "n° 4": the sign and the number never part. */
export const numbered = (number: number | string): string => `n°\u00a0${number}`

/** "séance n° 4"; of one without a number, the word alone. */
export function meetingNumbered(number: number | null, word: string = USUAL): string {
  return number === null ? word : `${word} ${numbered(number)}`
}

/**
 * "séance n° 4 du 12 mars 2026", "séance du 12 mars 2026".
 * @param day as its place writes days.
 */
export function meetingName(number: number | null, day: string, word: string = USUAL): string {
  return `${meetingNumbered(number, word)} du ${day}`
}

/** "séance n° 4", where the day is of no use; without a number it is named by its day. */
export function shortMeetingName(number: number | null, day: string, word: string = USUAL): string {
  return number === null ? meetingName(number, day, word) : meetingNumbered(number, word)
}

/** "n° 4, 12 mars 2026" in a list of meetings; without a number, the day. */
export function listedMeeting(number: number | null, day: string): string {
  return number === null ? day : `${numbered(number)}, ${day}`
}
