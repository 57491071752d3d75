import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { packPdf } from '../../electron/documents/pdf/pack.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { growth } from '../growth.ts'
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

it('the packing takes a time that grows with the number of objects', async () => {
  const packed = async (count: number) => {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.addPage()
    for (let rank = 0; rank < count; rank += 1)
      document.context.register(document.context.obj({ Rank: PDFString.of(String(rank)) }))
    return packPdf(document)
  }
  expect(await growth(packed, { size: 2_000, times: 10 })).toBeLessThan(3)
  const again = (await read(await packed(20_000))).context.enumerateIndirectObjects()
  const ranks = again.filter(([, one]) => one instanceof PDFDict && one.has(PDFName.of('Rank')))
  expect(ranks).toHaveLength(20_000)
})
