// Independent programs must read the model in our documents, block by block and in order: the PDF by its structure
// tree, Word and OpenDocument by LibreOffice, the web page by a browser. The controls are files that must differ.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { flatBlocks } from '../documents-check/flowing-blocks.ts'
import { pdfBlocks } from '../documents-check/pdf-blocks.ts'
import { compareBlocks, type Difference, isSame } from './compare-blocks.ts'
import { type DemoDocument, demoDocuments } from './demo-documents.ts'
import { libreOfficeIsHere, readByLibreOffice } from './libre-office.ts'
import { modelBlocks, plain } from './model-blocks.ts'

/** Opens pages in a browser, and returns what each shows. */
export type ReadPages = (pages: readonly string[]) => Promise<readonly (readonly string[])[]>

export type TextReport = {
  documents: number
  compared: number
  different: number
  /** Whether it is here: nothing was read in Word and OpenDocument files otherwise, nor any control made. */
  libreOffice: boolean
  /** Whether a file with a block removed, and one with a block moved, were each told from the model; true if none was made. */
  controls: boolean
}

/**
 * Writes the documents of the meetings of a demo that say most, and has each read.
 * @param options.say told one line per document and format.
 */
export async function textEquality(options: {
  years: number
  meetings: number
  readPages: ReadPages
  say: (line: string) => void
}): Promise<TextReport> {
  const { say } = options
  const folder = mkdtempSync(join(tmpdir(), 'seances-text-'))
  try {
    const formats = ['pdf', 'docx', 'odt', 'html'] as const
    const documents = await demoDocuments(folder, { ...options, formats })
    const report: TextReport = {
      documents: documents.length,
      compared: 0,
      different: 0,
      libreOffice: false,
      controls: true,
    }
    const tell = (document: DemoDocument, reader: string, found: readonly string[]) => {
      const difference = differenceOf(document, reader, found)
      report.compared += 1
      report.different += isSame(difference) ? 0 : 1
      say(line(document, reader, difference))
    }
    for (const document of documents)
      tell(document, 'pdf', await pdfBlocks(readFileSync(document.path('pdf'))))
    const shown = await options.readPages(documents.map(({ path }) => path('html')))
    for (const [index, document] of documents.entries()) tell(document, 'html, browser', shown[index] ?? [])
    report.libreOffice = libreOfficeIsHere(say)
    if (!report.libreOffice) return report
    for (const format of ['docx', 'odt'] as const) {
      const paths = documents.map(({ path }) => path(format))
      const read = readByLibreOffice(paths, join(folder, `read-${format}`))
      for (const document of documents)
        tell(
          document,
          `${format}, LibreOffice`,
          flatBlocks(read.get(basename(document.path('json'), '.json')) ?? ''),
        )
    }
    report.controls = documents[0] !== undefined && controls(documents[0], folder, say)
    return report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How what was found differs from the model of a document. */
export function differenceOf({ json }: DemoDocument, reader: string, found: readonly string[]): Difference {
  return compareBlocks(
    modelBlocks(json, { paged: reader === 'pdf', counted: reader.endsWith('LibreOffice') }),
    found.map(plain).filter((text) => text !== ''),
  )
}

function line({ reference }: DemoDocument, reader: string, difference: Difference): string {
  const { blocks, missing, added, outOfOrder } = difference
  const examples = [
    ...missing.slice(0, 3).map((text) => `- ${text}`),
    ...added.slice(0, 3).map((text) => `+ ${text}`),
  ]
  return [
    `${reference}, ${reader}: ${blocks} blocks, ${missing.length} missing, ${added.length} added, ${outOfOrder} out of order`,
    ...examples,
  ].join('\n  ')
}

/** A Word file with a paragraph of its first page removed, and one with that paragraph behind the next. */
function controls(document: DemoDocument, folder: string, say: (line: string) => void): boolean {
  const files = unzipSync(readFileSync(document.path('docx')))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const [, , third = '', fourth = ''] = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []
  const spoilt = {
    removed: xml.replace(third, ''),
    moved: xml.replace(third, '').replace(fourth, `${fourth}${third}`),
  }
  const paths = Object.entries(spoilt).map(([name, changed]) => {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, zipSync({ ...files, 'word/document.xml': strToU8(changed) }))
    return path
  })
  const read = readByLibreOffice(paths, join(folder, 'read-controls'))
  const found = (name: keyof typeof spoilt) => {
    const reader = 'docx, LibreOffice'
    const difference = differenceOf(document, reader, flatBlocks(read.get(name) ?? ''))
    say(`control, a block ${name}: ${line(document, reader, difference)}`)
    return difference
  }
  const [removed, moved] = [found('removed'), found('moved')]
  return removed.missing.length === 1 && moved.missing.length === 0 && moved.outOfOrder === 1
}
