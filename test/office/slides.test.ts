// Presentations of a projection folder, converted by a real LibreOffice.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { installedOffice } from '../../electron/office/convert.ts'
import { withConvertedSlides } from '../../electron/shell/convert-slides.ts'
import { drawnLines } from '../documents-check/drawn-lines.ts'
import { Office } from './office.ts'

const ns = (name: string, of: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${of}:1.0"`
const words = 'Les quais en 2027'
const flat = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${ns('office', 'office')} ${ns('draw', 'drawing')} ${ns('text', 'text')} ${ns('svg', 'svg-compatible')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation><draw:page draw:name="une"><draw:frame svg:width="20cm" svg:height="3cm" svg:x="2cm" svg:y="2cm"><draw:text-box><text:p>${words}</text:p></draw:text-box></draw:frame></draw:page></office:presentation></office:body></office:document>`

let office: Office
beforeAll(() => {
  office = new Office()
})
afterAll(() => office.dispose())

it('in each format become PDF, and one that is damaged is told', async () => {
  const made = ['pptx', 'ppt', 'odp'].map(
    (as) => [as, office.converted('une.fodp', Buffer.from(flat), as)] as const,
  )
  const all = [...made, ['pptx', made[0]?.[1].subarray(0, 900) ?? Buffer.alloc(0)] as const]
  const slides = all.map(([as, bytes], at) => {
    const path = join(office.folder, `${at}.${as}`)
    writeFileSync(path, bytes)
    return { attachmentId: String(at), name: `${at}.${as}`, path }
  })
  await withConvertedSlides(
    await installedOffice(),
    slides,
    {
      folder: mkdtempSync(join(office.folder, 'work-')),
      signal: new AbortController().signal,
      onStart: () => undefined,
      warn: () => undefined,
    },
    async ({ pdfs, failed }) => {
      expect(failed.map(({ name }) => name)).toEqual(['3.pptx'])
      expect(pdfs.map(({ attachmentId }) => attachmentId)).toEqual(['0', '1', '2'])
      for (const { path } of pdfs)
        expect((await drawnLines(readFileSync(path))).map((line) => line.words.trim())).toEqual([words])
    },
  )
})
