// Without zod, for the first screen.
import { MOST_READ_BYTES } from '../limits.ts'

/** Most mails taken in at once, and most bytes of them together: more is dropped in several times. */
export const MAX_MAILS = 50
export const MAX_MAILS_BYTES = 300 * 1024 * 1024

/** Whether a file is a mail by its name: `.msg` of Outlook, `.eml` of the other programs. */
export function isMailFile(fileName: string): boolean {
  return /\.(?:msg|eml)$/i.test(fileName.trim())
}

/** Why a mail is not read, by its size and by what is read before it in the same go; null where it is. */
export function whyLeftOut(
  bytes: number,
  before: { readonly files: number; readonly bytes: number },
): 'file-too-large' | 'limit-reached' | null {
  if (bytes > MOST_READ_BYTES) return 'file-too-large'
  return before.files >= MAX_MAILS || before.bytes + bytes > MAX_MAILS_BYTES ? 'limit-reached' : null
}
