// The way in of imports: the bytes of one file to its blocks and the draft understood from them; no file system, no clock.

import { AppError } from '../contract/errors.ts'
import type { ReadFile } from '../domain/agenda/draft.ts'
import { isSameLayout, type LearntLayout, labelsOf, saidByHabit } from '../domain/agenda/reading-habits.ts'
import {
  MOST_SAID,
  NOTHING_SAID,
  type Said,
  type SaidLine,
  type SaidOfFile,
} from '../domain/agenda/said-lines.ts'
import type { ReadPages } from '../domain/documents/drawn-pages.ts'
import type { Carried } from '../domain/documents/meeting-facts.ts'
import { type Recognised, recognise } from './format.ts'
import { type CarriedIn, withCarried } from './own-file.ts'
import { readOwnLayout } from './own-layout/own-layout.ts'
import { readMailFile } from './read-mail-file.ts'
import { readCsv } from './readers/csv.ts'
import { readDocx } from './readers/docx.ts'
import { readHtml } from './readers/html.ts'
import { readIcs } from './readers/ics.ts'
import { readMarkdown } from './readers/markdown.ts'
import { readOdsSheets } from './readers/ods.ts'
import { readOdt } from './readers/odt.ts'
import { emptyReading, MAX_SHEETS, type Reading, type SheetReading } from './readers/reading.ts'
import { readText } from './readers/text.ts'
import { readXlsxSheets } from './readers/xlsx.ts'
import { asRecognised } from './scan/as-recognised.ts'
import { withSaid } from './understanding/said.ts'
import { understand } from './understanding/understand.ts'
import { understandSheets } from './understanding/understand-sheets.ts'
import { unreadLines } from './understanding/unread.ts'

/**
 * What somebody said of single lines outweighs the reading of them, and guides that of the others.
 * @param input.learnt what was said of files before: of one laid out alike it holds until somebody says anything
 * @param input.fileName only its extension counts, and only when the content does not decide
 * @param input.today `YYYY-MM-DD`
 * @param input.scan the words recognised in a file of pictures
 * @param carriedIn finds what a file of our own carries
 * @throws AppError `file-empty`, `file-too-large`, `file-inflates`, `file-damaged`, `file-protected`, `file-scanned`,
 *   `file-format-old-word`, `file-format-rich-text`, `file-format-unknown`
 */
export async function readFile(
  input: {
    fileName: string
    bytes: Uint8Array
    today: string
    said?: SaidOfFile | undefined
    learnt?: readonly LearntLayout[]
    scan?: ReadPages | undefined
  },
  carriedIn: CarriedIn = () => Promise.resolve(null),
): Promise<ReadFile> {
  const { learnt = [] } = input
  const first = await readSaid({ ...input, said: input.said ?? NOTHING_SAID }, carriedIn)
  const remembered = input.said === undefined && first.sheet === undefined ? recalled(first, learnt) : []
  const said = input.said ?? { ...NOTHING_SAID, lines: remembered, sheet: null }
  const read = remembered.length === 0 ? first : await readSaid({ ...input, said }, carriedIn)
  const shown = (one: Pick<ReadFile, 'blocks' | 'draft'>, isMeant: boolean) => {
    const heard = isMeant ? said : NOTHING_SAID
    const draft = withSaid(one.draft, one.blocks, heard)
    return { draft, unread: unreadLines(one.blocks, draft, heard) }
  }
  return {
    ...read,
    ...(remembered.length === 0 ? {} : { remembered }),
    ...shown(read, said.sheet === null || said.sheet === read.sheet?.at),
    ...(read.otherSheets === undefined
      ? {}
      : { otherSheets: read.otherSheets.map((one) => ({ ...one, ...shown(one, said.sheet === one.at) })) }),
  }
}

/** By the last file that was laid out like this one. */
function recalled({ blocks }: ReadFile, learnt: readonly LearntLayout[]): SaidLine[] {
  if (learnt.length === 0) return []
  const labels = labelsOf(blocks)
  const layout = learnt.findLast((one) => isSameLayout(one.labels, labels))
  return layout === undefined ? [] : saidByHabit(blocks, layout.habits).slice(0, MOST_SAID)
}

async function readSaid(
  input: { fileName: string; bytes: Uint8Array; today: string; said: Said; scan?: ReadPages | undefined },
  carriedIn: CarriedIn,
): Promise<ReadFile> {
  const recognised = recognise(input.fileName, input.bytes)
  const file = { fileName: input.fileName, format: recognised.format, sizeBytes: input.bytes.length }
  if (isMail(recognised))
    return { ...file, ...(await readMailFile(input.bytes, input.today, readDocument, input.said)) }
  if (isWorkbook(recognised)) {
    const sheets = sheetsOf(recognised)
    if (sheets.length > 1) return { ...file, ...understandSheets(sheets, input.today) }
    const reading = sheets[0]?.reading ?? emptyReading()
    return { ...file, blocks: reading.blocks, draft: understand(reading, input.today, false, input.said) }
  }
  if (input.scan !== undefined) {
    const { readPages } = await import('./readers/pdf.ts')
    const reading = readPages(input.scan)
    const draft = readOwnLayout(reading.blocks, understand(reading, input.today, false, input.said))
    return { ...file, blocks: reading.blocks, draft: asRecognised(draft) }
  }
  const reading = await read(recognised, input.bytes)
  const visible = readOwnLayout(reading.blocks, understand(reading, input.today, false, input.said))
  return {
    ...file,
    blocks: reading.blocks,
    draft: withCarried(reading.blocks, visible, await carriedBy(recognised, input.bytes, carriedIn)),
  }
}

async function carriedBy(
  recognised: Recognised,
  bytes: Uint8Array,
  carriedIn: CarriedIn,
): Promise<Carried | null> {
  switch (recognised.format) {
    case 'docx':
    case 'odt':
      return carriedIn({ format: recognised.format, archive: recognised.archive })
    case 'pdf':
    case 'html':
      return carriedIn({ format: recognised.format, bytes })
    default:
      return null
  }
}

type Mail = { format: 'eml' | 'msg' }

function isMail(recognised: Recognised): recognised is Extract<Recognised, Mail> {
  return recognised.format === 'eml' || recognised.format === 'msg'
}

type Workbook = { format: 'xlsx' | 'ods' }

function isWorkbook(recognised: Recognised): recognised is Extract<Recognised, Workbook> {
  return recognised.format === 'xlsx' || recognised.format === 'ods'
}

function sheetsOf(recognised: Extract<Recognised, Workbook>): SheetReading[] {
  return recognised.format === 'xlsx'
    ? readXlsxSheets(recognised.archive, recognised.main, MAX_SHEETS)
    : readOdsSheets(recognised.archive, MAX_SHEETS)
}

/** A document that a mail brings, each sheet of a workbook by itself; a mail in a mail stays closed. */
async function readDocument({
  fileName,
  bytes,
}: {
  fileName: string
  bytes: Uint8Array
}): Promise<{ title: string; reading: Reading }[]> {
  const recognised = recognise(fileName, bytes)
  if (isMail(recognised)) return []
  if (!isWorkbook(recognised)) return [{ title: fileName, reading: await read(recognised, bytes) }]
  const sheets = sheetsOf(recognised)
  return sheets.flatMap(({ name, reading }) =>
    reading === null ? [] : [{ title: sheets.length > 1 ? `${fileName}, ${name}` : fileName, reading }],
  )
}

async function read(
  recognised: Exclude<Recognised, { format: 'eml' | 'msg' | 'xlsx' | 'ods' }>,
  bytes: Uint8Array,
): Promise<Reading> {
  switch (recognised.format) {
    case 'docx':
      return readDocx(recognised.archive, recognised.main)
    case 'odt':
      return readOdt(recognised.archive)
    case 'pdf': {
      // Heavy: only a job that meets a PDF pays for it.
      const { readPdf } = await import('./readers/pdf.ts')
      return readPdf(bytes)
    }
    case 'html':
      return readHtml(bytes)
    case 'csv':
      return readCsv(bytes)
    case 'md':
      return readMarkdown(bytes)
    case 'txt':
      return readText(bytes)
    case 'ics':
      return readIcs(bytes)
    case 'png':
    case 'jpg':
      throw new AppError('file-scanned')
  }
}
