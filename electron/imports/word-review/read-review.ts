import { AppError } from '../../contract/errors.ts'
import type { ReviewParagraph, WordReview } from '../../domain/minutes/word-review.ts'
import { recognise } from '../format.ts'
import { relatedPart, relationshipsOf } from '../package-parts.ts'
import { readStyles } from '../readers/docx-styles.ts'
import { readXml } from '../xml.ts'
import { AtomReader } from './atoms.ts'
import { readComments } from './comments.ts'
import { type Pair, pairsOf } from './pairs.ts'

/** Elements of the body: blocks, and what stands between them. */
const wanted = [
  'w:p',
  'w:tbl',
  'w:sdt',
  'w:bookmarkStart',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
] as const

/**
 * Reads the body of a docx: heads, feet and notes are left out, changes of looks alone are no changes.
 * @throws AppError `file-empty`, `file-too-large`, `file-inflates`, `file-damaged`, `file-protected`,
 *   `file-format-old-word`, `file-format-unknown` (anything but Word)
 */
export function readReview({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): WordReview {
  const recognised = recognise(fileName, bytes)
  if (recognised.format !== 'docx') throw new AppError('file-format-unknown')
  const { archive, main } = recognised
  const relationships = relationshipsOf(archive, main)
  const pairs: Pair[] = []
  const reader = new AtomReader(readStyles(relatedPart(archive, relationships, 'styles')), (atoms) => {
    pairs.push(...pairsOf(atoms))
  })
  readXml(archive.read(main) ?? new Uint8Array(), wanted, (element) => {
    reader.block(element)
    return !reader.isCut
  })
  reader.end()
  const comments = readComments(archive, relationships)
  const spans = new Map<string, number>()
  for (const id of pairs.flatMap(({ continued }) => continued)) spans.set(id, (spans.get(id) ?? 1) + 1)
  const paragraphs = pairs.map(
    ({ continued: _, ...pair }): ReviewParagraph => ({
      ...pair,
      comments: pair.comments.flatMap((id) => {
        const comment = comments.get(id)
        const quoted = (reader.quoted.get(id) ?? '').trim()
        return comment === undefined ? [] : [{ ...comment, quoted, span: spans.get(id) ?? 1 }]
      }),
    }),
  )
  return { paragraphs, isTracked: reader.isTracked, pictures: reader.pictures, isCut: reader.isCut }
}
