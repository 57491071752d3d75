// Without zod, for the first screen.

/** Largest mail read, in bytes: past this its documents are better saved one by one. */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024

/** Most mails taken in at once, and most bytes of them together: more is dropped in several times. */
export const MAX_MAILS = 50
export const MAX_MAILS_BYTES = 300 * 1024 * 1024

/** Whether a file is a mail by its name: `.msg` of Outlook, `.eml` of the other programs. */
export function isMailFile(fileName: string): boolean {
  return /\.(?:msg|eml)$/i.test(fileName.trim())
}
