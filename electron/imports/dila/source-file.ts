import type { FileRefusal } from '../../domain/watch/jorf-text.ts'

/** Longest file that is read: the largest texts of the JO, with their tables, are a tenth of it. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024

export type SourceFile = { name: string; stamp: string } & ({ bytes: Uint8Array } | { refused: FileRefusal })

/** The list of what is taken out of the base: a path a line, without its `.xml`. */
export const isDeletionList = (name: string): boolean => /(?:^|[\\/])liste_suppression\w*\.dat$/i.test(name)

/** The texts of such a list; what belongs to a text that stays (an article) is not told. */
export function deletedTexts(list: Uint8Array): string[] {
  const lines = new TextDecoder('latin1').decode(list).split(/\r?\n/)
  return lines.flatMap((line) => /(?:^|\/)(JORFTEXT\d{12})(?:\.xml)?\s*$/.exec(line)?.[1] ?? [])
}

/** `JORF_20260819-003012.tar.gz` → `20260819-003012`; a folder of that name says it too. */
export function stampIn(name: string): string {
  return /(?<!\d)\d{8}-\d{6}(?!\d)/.exec(name)?.[0] ?? ''
}
