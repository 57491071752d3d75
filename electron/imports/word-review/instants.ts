/** The instant that a revision or a comment says; null when it says none. @param utc what newer files say beside it. */
export type InstantOf = (written: string | undefined, utc?: string) => string | null

/**
 * Word and LibreOffice write the clock of the desk and put a Z behind it; true instants have a zone in hours, or stand in
 * `w16du:dateUtc` and `w16cex:dateUtc` beside the clock.
 * @param isClock whether a Z says nothing; a program that keeps no properties of the document (Google Docs) means it.
 */
export function instantReader(isClock: boolean): InstantOf {
  return (written, utc) => {
    const said = utc ?? written
    if (said === undefined) return null
    const hasZone = /(?:Z|[+-]\d\d:\d\d)$/.test(said)
    const isUniversal = utc !== undefined || !isClock
    const moment = new Date(isUniversal ? (hasZone ? said : `${said}Z`) : said.replace(/Z$/, ''))
    return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
  }
}
