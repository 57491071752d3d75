/** No clock is farther from universal time, in milliseconds. */
const FARTHEST_ZONE = 14 * 3_600_000

/** The instant that a revision or a comment says; null when it says none. @param utc what newer files say beside it. */
export type InstantOf = (written: string | undefined, utc?: string) => string | null

/**
 * Word and LibreOffice write the clock of the desk and put a Z behind it; true instants have a zone in hours, or stand in
 * `w16du:dateUtc` and `w16cex:dateUtc` beside the clock.
 * @param isClock whether a Z says nothing; a program that keeps no properties of the document (Google Docs) means it.
 */
export function instantReader(isClock: boolean): InstantOf {
  return (written, utc) => {
    const clock = written === undefined ? Number.NaN : universal(written)
    const exact = utc === undefined ? Number.NaN : universal(utc)
    // A program that does not know the instant leaves it when it writes another hour, or writes that of its own saving.
    const isOfOne = !(Math.abs(exact - clock) > FARTHEST_ZONE)
    const moment =
      Number.isNaN(exact) || !isOfOne
        ? isClock
          ? Date.parse((written ?? '').replace(/Z$/, ''))
          : clock
        : exact
    return Number.isNaN(moment) ? null : new Date(moment).toISOString()
  }
}

/** Of a moment that names no zone, as if it named that of zero. */
const universal = (said: string) => Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(said) ? said : `${said}Z`)
