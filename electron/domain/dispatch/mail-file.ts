// Without zod, for the first screen.

/** Largest mail read, in bytes: past this its documents are better saved one by one. */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024

/** Most mails taken in at once, and most bytes of them together: more is dropped in several times. */
export const MAX_MAILS = 50
export const MAX_MAILS_BYTES = 300 * 1024 * 1024

const HEADER =
  /^[>*\s]*(?:de|from|exp[ée]diteur|envoy[ée](?:\sle)?|date|sent|[àa]|to|cc|objet|sujet|subject)\s?:/i

/** Whether copied words begin as a mail program shows a mail: two headers at their top. */
export function isCopiedMail(words: string): boolean {
  const top = words.slice(0, 4000).split('\n').slice(0, 12)
  return top.filter((line) => HEADER.test(line)).length >= 2
}

/** Whether a file is a mail by its name: `.msg` of Outlook, `.eml` of the other programs. */
export function isMailFile(fileName: string): boolean {
  return /\.(?:msg|eml)$/i.test(fileName.trim())
}
