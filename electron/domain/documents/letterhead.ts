import { z } from 'zod'
import { CivilDate, Id, Line, PlainText, Version } from '../ids.ts'
import { LINE_LENGTH } from '../limits.ts'

export const LetterheadFields = z.strictObject({
  /** Documents of meetings on or after this day use it; null = the first one, valid before every other. */
  validFrom: CivilDate.nullable(),
  /** The issuing direction or mission, printed at the top. */
  issuer: Line,
  /** Address and telephone of the service, one line each, under the issuer on letters. */
  address: PlainText,
  /** Where letters are dated ("Paris, le …"); empty = the date alone. */
  place: Line,
  signatoryName: Line,
  signatoryTitle: PlainText,
})
export type LetterheadFields = z.infer<typeof LetterheadFields>

export const ImageType = z.enum(['image/png', 'image/jpeg', 'image/svg+xml'])
export type ImageType = z.infer<typeof ImageType>

/** More bytes, or more pixels, than any logo needs: refused before it is decoded. */
export const MAX_LOGO_BYTES = 5 * 1024 * 1024
export const MAX_LOGO_PIXELS = 10_000_000
/** Partners shown in one letterhead. */
export const MAX_PARTNER_LOGOS = 12

export const Logo = z.strictObject({
  id: Id,
  version: Version,
  letterheadId: Id,
  role: z.enum(['issuer', 'partner']),
  position: z.int().min(0),
  fileName: z.string().min(1).max(255),
  /** Lower-case hex SHA-256 of the bytes in the store of files. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: ImageType,
  /** Pixels, or units of the drawing; only their ratio counts. */
  width: z.int().min(1),
  height: z.int().min(1),
  /** Said to who does not see it. */
  alt: z.string().max(LINE_LENGTH),
})
export type Logo = z.infer<typeof Logo>

export const Letterhead = LetterheadFields.extend({ id: Id, version: Version })
export type Letterhead = z.infer<typeof Letterhead>

/** The letterhead in force on a day: the one with the latest start that is not after it. Null when there is none. */
export function letterheadOn<T extends { validFrom: CivilDate | null }>(
  letterheads: readonly T[],
  date: CivilDate,
): T | null {
  let found: T | null = null
  for (const letterhead of letterheads) {
    if (letterhead.validFrom !== null && letterhead.validFrom > date) continue
    if (found === null || (letterhead.validFrom ?? '') >= (found.validFrom ?? '')) found = letterhead
  }
  return found
}
