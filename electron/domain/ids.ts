import { z } from 'zod'
import { LINE_LENGTH, TEXT_LENGTH } from './limits.ts'

/** A UUIDv7 in its canonical lower-case text form: sorts by creation time. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** Bytes of chance in an id. */
export const ID_CHANCE = 10

/**
 * A UUIDv7: 48 bits of Unix milliseconds, then chance. Source: RFC 9562, section 5.7.
 * @param chance `ID_CHANCE` bytes; six of their bits make room for the version and the variant.
 */
export function idOf(at: number, chance: Uint8Array): Id {
  const time = at.toString(16).padStart(12, '0')
  const hex = Array.from(chance, (byte, index) => {
    const marked = index === 0 ? (byte & 0x0f) | 0x70 : index === 2 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}

/**
 * The day (UTC) on which an id was made, as a UUIDv7 says it in its first 48 bits; of any other id, a fixed day.
 * Source: RFC 9562, section 5.7.
 */
export function createdOn(id: Id): CivilDate {
  return new Date(madeAt(id)).toISOString().slice(0, 10)
}

/** When an id was made, in milliseconds, as it says itself. */
export function madeAt(id: Id): number {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : Date.UTC(2000, 0)
}

/** A civil date `YYYY-MM-DD` that exists in the Gregorian calendar (29 February only in leap years). */
export const CivilDate = z.iso.date()
export type CivilDate = z.infer<typeof CivilDate>

/** An instant in ISO-8601 UTC text, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** A wall-clock time `HH:MM`, 00:00 to 23:59. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type ClockTime = z.infer<typeof ClockTime>

/** Row version for optimistic locking; every update says which version it changes. */
export const Version = z.int().min(1)

/** What no program shows, and no base of a team holds: it comes from other programs, by pasting or in a file. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '')
/** Blanks alone are no words: they would be numbered, printed and counted as if something were said. */
const words = (text: string): string => (/^[\p{Z}\p{Cc}\p{Cf}]*$/u.test(text) ? '' : withoutNul(text))
/** One line of text typed by a person; empty when it says nothing. */
export const Line = z.string().max(LINE_LENGTH).overwrite(words)
/** A line that says something: blanks, and signs that nobody sees, are no name. */
export const Name = Line.refine((text) => /[^\p{Z}\p{C}]/u.test(text))
/** Several lines of plain text typed by a person; empty when they say nothing. */
export const PlainText = z.string().max(TEXT_LENGTH).overwrite(words)

/** Bytes of a file as they cross between processes. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
