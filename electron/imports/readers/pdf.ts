import { AppError } from '../../contract/errors.ts'
import type { Page, ReadPages } from '../../domain/documents/drawn-pages.ts'
import { withAccents } from '../pdf/accents.ts'
import { checkInflation } from '../pdf/inflation.ts'
import { headingSizes, layoutOf, type OpenLists, type PagePart } from '../pdf/layout.ts'
import { arePictures, readPdfPages } from '../pdf/pieces.ts'
import { checkRepeatedObjects } from '../pdf/repeated-objects.ts'
import type { TableRow } from '../pdf/ruled-tables.ts'
import { withoutRunningHeads } from '../pdf/running-heads.ts'
import { areHeadingsText, hasUntaggedTable, taggedParts } from '../pdf/tagged.ts'
import { emptyReading, MAX_BLOCK_CHARACTERS, MAX_BLOCKS, type Reading } from './reading.ts'

/** @throws AppError `file-inflates`, `file-protected`, `file-damaged`, `file-scanned` (pictures of pages: there are no words to read) */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  checkInflation(bytes)
  checkRepeatedObjects(bytes)
  const drawn: Page[] = []
  const { pageCount } = await readPdfPages(bytes, (page) => drawn.push(page))
  if (arePictures(drawn)) throw new AppError('file-scanned')
  return readPages({ pages: withAccents(drawn), pageCount })
}

/** Pages whose words are known: drawn there, or recognised in pictures. */
export function readPages({ pages, pageCount }: ReadPages): Reading {
  const pieces = withoutRunningHeads(pages)
  const sizes = headingSizes(pieces)
  const smallest = areHeadingsText(pages, pieces) ? (sizes.larger.at(-1) ?? Number.POSITIVE_INFINITY) : 0
  const reading = { ...emptyReading(), truncated: pageCount > pages.length }
  const writer = new PartWriter(reading)
  const open: OpenLists = { left: Number.NaN, indents: [] }
  pages.forEach((page, at) => {
    const own = pieces[at] ?? []
    const tagged = taggedParts(
      page,
      own.filter(({ isArtifact }) => !isArtifact),
      smallest,
    )
    const header = own.filter(({ isArtifact }) => isArtifact)
    const isTold = tagged !== null && !hasUntaggedTable(page, own)
    writer.page(
      isTold ? [...layoutOf(page, header, sizes, open), ...tagged] : layoutOf(page, own, sizes, open),
    )
  })
  return reading
}

class PartWriter {
  private readonly reading: Reading
  private table = -1
  /** Columns and first row of the table that the last page ended with: it may go on. */
  private open: { columns: number; head: string } | null = null

  constructor(reading: Reading) {
    this.reading = reading
  }

  page(parts: readonly PagePart[]): void {
    parts.forEach((part, at) => {
      if (part.type === 'blocks') {
        this.open = null
        for (const block of part.blocks) this.push(block)
      } else this.rows(part, at === 0)
    })
  }

  /** A table at the top of a page, with as many columns as the one that ended the page before, is the same one. */
  private rows({ rows }: { rows: TableRow[] }, isFirst: boolean): void {
    const columns = rows[0]?.cells.length ?? 0
    const goesOn = isFirst && this.open !== null && this.open.columns === columns
    if (!goesOn) {
      this.table += 1
      this.open = { columns, head: JSON.stringify(rows[0]?.cells) }
    }
    rows.forEach(({ cells, repeated }, at) => {
      // Heads are printed again on each page.
      if (goesOn && at === 0 && JSON.stringify(cells) === this.open?.head) return
      if (repeated.size > 0) this.reading.repeated.set(this.reading.blocks.length, repeated)
      this.push({ type: 'row', table: this.table, cells })
    })
  }

  private push(block: Reading['blocks'][number]): void {
    const last = this.reading.blocks.at(-1)
    if (this.reading.blocks.length >= MAX_BLOCKS) this.reading.truncated = true
    else if (block.type === 'heading' && last?.type === 'heading' && goesOn(last, block))
      last.text = `${last.text} ${block.text}`.slice(0, MAX_BLOCK_CHARACTERS)
    else if (block.type === 'row') this.reading.blocks.push(block)
    else this.reading.blocks.push({ ...block, text: block.text.slice(0, MAX_BLOCK_CHARACTERS) })
  }
}

type Heading = Extract<Reading['blocks'][number], { type: 'heading' }>

/** "2. Reversement de la taxe à la" over "Communauté de communes": one heading that the margin cut. */
function goesOn(above: Heading, below: Heading): boolean {
  return (
    above.level === below.level &&
    /\s(?:à|de|du|des|la|le|les|et|en|sur|pour|par|au|aux|avec)$|\s[dl][’']$/u.test(above.text.trimEnd()) &&
    /^\p{L}/u.test(below.text)
  )
}
