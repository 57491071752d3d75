import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { docxBlocks, odtBlocks } from '../documents-check/flowing-blocks.ts'
import { pdfBlocks } from '../documents-check/pdf-blocks.ts'
import { compareBlocks, isSame } from './compare-blocks.ts'
import { type DemoDocument, demoDocuments } from './demo-documents.ts'
import { differenceOf } from './text-equality.ts'

let folder: string
let documents: DemoDocument[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-text-'))
  documents = await demoDocuments(folder, { years: 1, meetings: 2, formats: ['pdf', 'docx', 'odt'] })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readers = { pdf: pdfBlocks, docx: docxBlocks, odt: odtBlocks } as const

it.each(['pdf', 'docx', 'odt'] as const)('%s says the model block by block, in its order', async (format) => {
  expect(documents.map(({ kind }) => kind)).toEqual(['minutes', 'agenda', 'minutes', 'agenda'])
  for (const document of documents) {
    const difference = differenceOf(
      document,
      // Office programs count the numbers of items themselves: they are no words of the file.
      format === 'pdf' ? 'pdf' : `${format}, read as LibreOffice`,
      await readers[format](readFileSync(document.path(format))),
    )
    expect(difference.blocks).toBeGreaterThan(50)
    expect(difference).toEqual({ blocks: difference.blocks, missing: [], added: [], outOfOrder: 0 })
  }
})

it('the comparison tells a block that is missing, one too many, and one that is elsewhere', () => {
  const wanted = ['a', 'b', 'b', 'c', 'd']
  expect(isSame(compareBlocks(wanted, wanted))).toBe(true)
  expect(compareBlocks(wanted, ['a', 'b', 'c', 'd'])).toEqual({
    blocks: 5,
    missing: ['b'],
    added: [],
    outOfOrder: 0,
  })
  expect(compareBlocks(wanted, ['a', 'b', 'b', 'e', 'c', 'd'])).toMatchObject({ missing: [], added: ['e'] })
  expect(compareBlocks(wanted, ['b', 'b', 'c', 'a', 'd'])).toMatchObject({
    missing: [],
    added: [],
    outOfOrder: 1,
  })
})
