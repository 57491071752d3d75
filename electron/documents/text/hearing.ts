export const hearingText = {
  /** "séance n° 9 du 8 octobre 2026". */
  at: (word: string, number: number | null, date: string) =>
    number === null ? `${word} du ${date}` : `${word} n°\u00a0${number} du ${date}`,
} as const
