import { readNotebook } from '../../electron/imports/notebook/read-notebook.ts'

export const utf8 = (text: string) => new TextEncoder().encode(text)

/** Null for a file that is no transcript. */
export const spoken = (text: string | Uint8Array, fileName = 'parole.txt') =>
  readNotebook({ fileName, bytes: typeof text === 'string' ? utf8(text) : text }).transcript

/** Each line as "start speaker: words". */
export const told = (text: string | Uint8Array, fileName?: string) =>
  spoken(text, fileName)?.map(({ start, speaker, words }) => `${start} ${speaker}: ${words}`)
