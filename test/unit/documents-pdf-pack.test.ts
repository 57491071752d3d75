import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { packPdf } from '../../electron/documents/pdf/pack.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { longMeeting } from './documents-samples.ts'

const read = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

it('the packing writes what pdf-lib writes, of a file whose objects were packed already', async () => {
  const { bytes } = await renderPdf(minutesModel(longMeeting()))
  const saved = await (await read(bytes)).save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  expect(Buffer.from(packPdf(await read(bytes))).equals(saved)).toBe(true)
})

it('the packing of ten times as many objects takes less than thirty times the time', async () => {
  const timed = async (count: number) => {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.addPage()
    for (let rank = 0; rank < count; rank += 1)
      document.context.register(document.context.obj({ Rank: PDFString.of(String(rank)) }))
    const { user } = process.cpuUsage()
    const bytes = packPdf(document)
    return { bytes, took: process.cpuUsage().user - user }
  }
  await timed(2_000)
  const few = await timed(2_000)
  const many = await timed(20_000)
  expect(many.took).toBeLessThan(30 * few.took)
  const again = (await read(many.bytes)).context.enumerateIndirectObjects()
  const ranks = again.filter(([, one]) => one instanceof PDFDict && one.has(PDFName.of('Rank')))
  expect(ranks).toHaveLength(20_000)
})
