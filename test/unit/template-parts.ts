// A sample template with its text changed by hand, and what a filled one says.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { visibleParagraphs } from '../../electron/documents/word/visible.ts'
import type { SampleTemplate } from '../../electron/domain/documents/word-template.ts'
import { recognise } from '../../electron/imports/format.ts'
import { readDocx } from '../../electron/imports/readers/docx.ts'

export const spaced = (words: string) => words.replace(/\s+/gu, ' ')
export const pages = (bytes: Uint8Array) =>
  visibleParagraphs(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).map(({ text }) =>
    spaced(text),
  )

/** The headings that a reader sees, with the numbers that Word counts before them. */
export function headingsIn(bytes: Uint8Array): string[] {
  const file = recognise('modele.docx', bytes)
  if (file.format !== 'docx') throw new Error('no Word file')
  return readDocx(file.archive, file.main).blocks.flatMap((block) =>
    block.type === 'heading' ? [spaced(block.text)] : [],
  )
}

/** The plain sample with its text changed by hand. */
export function changed(change: (xml: string) => string, name: SampleTemplate = 'simple'): Uint8Array {
  const parts = unzipSync(sampleTemplate(name))
  const before = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error('nothing was changed')
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) })
}

export const wordOf = (bytes: Uint8Array, name = 'word/document.xml') =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
