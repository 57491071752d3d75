import { AppError } from '../../contract/errors.ts'
import type { ReviewComment, ReviewParagraph, Unread, WordReview } from '../../domain/minutes/word-review.ts'
import { recognise } from '../format.ts'
import { relatedPart, relationshipsOf } from '../package-parts.ts'
import { readStyles } from '../readers/docx-styles.ts'
import { readXml, type XmlElement } from '../xml.ts'
import { AtomReader } from './atoms.ts'
import { readComments } from './comments.ts'
import { instantReader } from './instants.ts'
import { withoutPageNumbers } from './page-numbers.ts'
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
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:customXml',
  'w:customXmlInsRangeStart',
  'w:customXmlDelRangeStart',
  'w:altChunk',
  'mc:AlternateContent',
  'w:sectPr',
] as const

/** Parts beside the body: what is changed there is counted. */
const besides: Readonly<Record<string, Unread>> = {
  footnotes: 'note',
  endnotes: 'note',
  header: 'margin',
  footer: 'margin',
}
/** A document has three of each in a section. */
const MAX_BESIDES = 200

/**
 * Reads the body of a docx; what is changed in heads, feet and notes, and of looks alone, is counted.
 * @param printed what its heads and feet said when it left, but for numbers of pages; null when it does not tell: then only
 *   tracked changes count
 * @throws AppError `file-empty`, `file-too-large`, `file-inflates`, `file-damaged`, `file-protected`,
 *   `file-format-old-word`, `file-format-unknown` (anything but Word)
 */
export function readReview(
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  printed: readonly string[] | null = null,
): WordReview {
  const recognised = recognise(fileName, bytes)
  if (recognised.format !== 'docx') throw new AppError('file-format-unknown')
  const { archive, main } = recognised
  const relationships = relationshipsOf(archive, main)
  const styleOf = readStyles(relatedPart(archive, relationships, 'styles'))
  const properties = relationshipsOf(archive, '')
  // Of Transitional and of Strict packages (ISO 29500-4, ISO 29500-1).
  const instantOf = instantReader(
    ['extended-properties', 'extendedProperties'].some(
      (type) => relatedPart(archive, properties, type) !== null,
    ),
  )
  const unread = new Map<Unread, number>()
  const tell = (reason: Unread, count: number) => {
    if (count > 0) unread.set(reason, (unread.get(reason) ?? 0) + count)
  }
  const readPart = (part: Uint8Array, blockOf = (element: XmlElement) => element) => {
    const pairs: Pair[] = []
    const reader = new AtomReader(styleOf, instantOf, (atoms) => {
      const found = pairsOf(atoms)
      pairs.push(...found.pairs)
      tell('blank', found.blank)
    })
    readXml(part, wanted, (element) => {
      reader.block(blockOf(element))
      return !reader.isCut
    })
    reader.end()
    for (const [reason, count] of reader.unread) tell(reason, count)
    return { pairs, reader }
  }
  const { pairs, reader } = readPart(archive.read(main) ?? new Uint8Array())
  const comments = readComments(archive, relationships, instantOf)
  const beside = [...relationships.values()].flatMap(({ type, target, external }) => {
    const reason = besides[type]
    return reason === undefined || external ? [] : [{ reason, target }]
  })
  const readers = [reader]
  const margins: string[] = []
  for (const { reason, target } of beside.slice(0, MAX_BESIDES)) {
    const part = archive.read(target)
    if (part === null) continue
    const found = readPart(part, reason === 'margin' ? withoutPageNumbers : undefined)
    readers.push(found.reader)
    tell(reason, found.pairs.filter((pair) => reason === 'note' || isChanged(pair)).length)
    if (reason === 'margin') margins.push(...found.pairs.flatMap(({ before }) => before ?? []))
  }
  if (printed !== null && beside.length <= MAX_BESIDES) tell('margin', changedMargins(margins, printed))
  if (beside.length > MAX_BESIDES) tell('beyond', 1)
  const places = placesOf(pairs)
  const told = (id: string): ReviewComment[] => {
    const quoted = readers.find((one) => one.isPlaced(id))?.quoted(id) ?? ''
    return (comments.get(id) ?? []).map((one) => ({ ...one, quoted, span: places.get(id)?.span ?? 1 }))
  }
  const standing = new Map<number, string[]>()
  for (const [id, { at }] of places) standing.set(at, [...(standing.get(at) ?? []), id])
  const paragraphs = pairs.flatMap(({ covered: _, ...pair }, at): ReviewParagraph[] => {
    const own = (standing.get(at) ?? []).flatMap(told)
    return own.length === 0 && isWordless(pair) ? [] : [{ ...pair, comments: own }]
  })
  if (reader.isCut) tell('beyond', 1)
  const placeless = [...comments.keys()].filter((id) => !reader.isPlaced(id)).flatMap(told)
  return {
    paragraphs: placeless.length === 0 ? paragraphs : [{ ...nowhere, comments: placeless }, ...paragraphs],
    isTracked: reader.isTracked,
    unread: [...unread].map(([reason, count]) => ({ reason, count })),
    pictures: reader.pictures,
  }
}

/** Where each comment stands: in the paragraph it begins in, or in the next one when it is about no word of that. */
function placesOf(pairs: readonly Pair[]): ReadonlyMap<string, { at: number; span: number }> {
  const about = new Map<string, number[]>()
  pairs.forEach(({ covered }, at) => {
    for (const id of covered) about.set(id, [...(about.get(id) ?? []), at])
  })
  return new Map(
    pairs.flatMap(({ comments }, begins) =>
      comments.map((id) => {
        const paragraphs = about.get(id) ?? []
        const at = paragraphs.find((one) => one >= begins) ?? begins
        return [id, { at, span: Math.max(1, paragraphs.length) }] as const
      }),
    ),
  )
}

/** An empty paragraph, which is there for a comment that begins in it. */
const isWordless = ({ before, after }: Pick<Pair, 'before' | 'after'>) => before === null && after === null

/** How many texts of heads and feet are others, or gone. */
function changedMargins(found: readonly string[], printed: readonly string[]): number {
  // Programs set the spaces.
  const bare = (texts: readonly string[]) =>
    new Set(texts.map((text) => text.replaceAll(/\s+/gu, '')).filter((text) => text !== ''))
  const [said, wanted] = [bare(found), bare(printed)]
  const added = [...said].filter((text) => !wanted.has(text)).length
  const missing = [...wanted].filter((text) => !said.has(text)).length
  return Math.max(added, missing)
}

/** Of what stands in heads and feet; a note is none of ours, tracked or not. */
const isChanged = ({ before, after }: Pair) => before !== after

const nowhere = {
  anchors: [],
  level: null,
  isContents: false,
  isCounted: false,
  cell: null,
  before: null,
  after: null,
  continues: false,
  changes: [],
  struck: null,
  struckSince: null,
  move: null,
} satisfies Omit<ReviewParagraph, 'comments'>
