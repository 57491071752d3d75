// Read file: the way in of imports: the bytes of one file to its blocks and the draft understood from them; no file system, no clock.
import type { ReadFile } from '../domain/draft.ts'
import { recognise } from './format.ts'
import { readCsv } from './readers/csv.ts'
import { readDocx } from './readers/docx.ts'
import { readIcs } from './readers/ics.ts'
import { readMarkdown } from './readers/markdown.ts'
import type { Reading } from './readers/reading.ts'
import { readText } from './readers/text.ts'
import { readXlsx } from './readers/xlsx.ts'
import { understand } from './understanding/understand.ts'

/**
 * @param input.fileName only its extension counts, and only when the content does not decide
 * @param input.today `YYYY-MM-DD`
 * @throws AppError `file-empty`, `file-too-large`, `file-inflates`, `file-damaged`, `file-protected`,
 *   `file-format-old-word`, `file-format-unknown`
 */
export function readFile(input: { fileName: string; bytes: Uint8Array; today: string }): ReadFile {
  const recognised = recognise(input.fileName, input.bytes)
  const reading = read(recognised, input.bytes)
  return {
    fileName: input.fileName,
    format: recognised.format,
    sizeBytes: input.bytes.length,
    blocks: reading.blocks,
    draft: understand(reading, input.today),
  }
}

function read(recognised: ReturnType<typeof recognise>, bytes: Uint8Array): Reading {
  switch (recognised.format) {
    case 'docx':
      return readDocx(recognised.archive, recognised.main)
    case 'xlsx':
      return readXlsx(recognised.archive, recognised.main)
    case 'csv':
      return readCsv(bytes)
    case 'md':
      return readMarkdown(bytes)
    case 'txt':
      return readText(bytes)
    case 'ics':
      return readIcs(bytes)
  }
}
