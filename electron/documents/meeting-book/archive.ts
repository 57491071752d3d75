// The zip of what is not among the pages of the book; the same files under the same names give the same bytes.
import { type Zippable, zipSync } from 'fflate'

/** The oldest date an archive can say: entries bear no moment of their own. */
const NO_DATE = new Date(1980, 0, 1)
/** Compressed already: pressing them again takes time and wins nothing. */
const compressed = new Set(
  'docx xlsx pptx odt ods odp jpg jpeg png gif webp mp3 mp4 mov zip 7z pdf'.split(' '),
)

/** @param files under names that are unlike each other. */
export function zipOf(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  const entries: Zippable = {}
  for (const { name, bytes } of files) {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    entries[name] = [bytes, { level: compressed.has(extension) ? 0 : 6, mtime: NO_DATE }]
  }
  return zipSync(entries)
}
