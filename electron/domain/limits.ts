// What one field, one paste and one file may hold, said once. Without zod: the first screen reads them too.

/** Letters of one line of text, and of a text of several lines. */
export const LINE_LENGTH = 500
export const TEXT_LENGTH = 20_000

/** Letters of one paste: a mail, a text with its articles. */
export const PASTED_LENGTH = 200_000

/** Letters of an address that can be delivered to. Source: RFC 5321, section 4.5.3.1.3, without the two brackets. */
export const ADDRESS_LENGTH = 254

/** Bytes of the largest file that is read. */
export const MOST_READ_BYTES = 50 * 1024 * 1024
/** Bytes of the largest sheet of a subject: a form of some pages. */
export const MOST_SHEET_BYTES = 20 * 1024 * 1024
