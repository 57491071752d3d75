import { createHash } from 'node:crypto'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { figureAlts } from '../documents-check/figure-alts.ts'
import { pdfFaults } from '../documents-check/pdf-faults.ts'
import { bullets, emptyFile, item, paragraph, rich, section, table } from './documents-builders.ts'
import { chosen, dressedMeeting, images, words } from './documents-dressed.ts'
import { jpeg, png } from './picture-builders.ts'

const dates = { date: '2026-10-20', replyBy: '2026-11-05' }
const papers = {
  minutes: minutesModel,
  agenda: agendaModel,
  convocation: (file: FileToPrint) => convocationModel(file, dates),
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('what the secretariat chose', () => {
  it.each(Object.entries(papers))('is seen on the %s', async (kind, make) => {
    const model = make(dressedMeeting())
    const { bytes } = await renderPdf(model, { images })
    expect(await pdfFaults(bytes, model.kind)).toEqual([])
    const pages = await drawnPages(bytes)
    for (const { text } of pages) {
      expect(text).toContain(words.footer)
      expect(text).toMatch(/INP\/2026\/10-/)
      expect(text).toMatch(new RegExp(`Page \\d+ sur ${pages.length}`))
    }
    expect(pages[0]?.colours).toContain(chosen.accent)
    const alts = await figureAlts(bytes)
    expect(alts).toContain(words.issuerLogo)
    expect(alts).toContain(words.partnerLogo.replaceAll(/"(.*?)"/g, '«\u00a0$1\u00a0»'))
    expect(pages[0]?.text.includes(words.address)).toBe(kind === 'convocation')
  })

  it('colours decisions and actions, and the shipped colours are gone', async () => {
    const { bytes } = await renderPdf(minutesModel(dressedMeeting()), { images })
    const used = new Set((await drawnPages(bytes)).flatMap(({ colours }) => [...colours]))
    for (const colour of Object.values(chosen)) expect(used).toContain(colour)
    const { accent, decisionColour } = emptyFile().look.style
    for (const colour of [accent, decisionColour]) expect(used).not.toContain(colour)
  })

  it('takes no room where nothing was chosen', async () => {
    const { bytes } = await renderPdf(minutesModel(emptyFile()))
    expect(await figureAlts(bytes)).toEqual([])
    expect((await drawnPages(bytes))[0]?.pictures).toEqual([])
  })

  it('holds a foot of 500 signs on every page, and leaves the data out when it is told to', async () => {
    const file = dressedMeeting()
    const footer = 'Direction de démonstration, service des instances. '.repeat(10).trim().slice(0, 500)
    const style = { ...file.look.style, footer, embedsData: false }
    const { bytes } = await renderPdf(minutesModel({ ...file, look: { ...file.look, style } }), { images })
    const bare = (text: string) => text.replace(/\s+/g, '')
    for (const { text } of await drawnPages(bytes)) {
      expect(bare(text)).toContain(bare(footer))
      expect(text).toMatch(/Page \d+ sur \d+/)
    }
    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(catalog.has(PDFName.of('AF'))).toBe(false)
  })
})

describe('what is far too long', () => {
  it('never runs over the page at its head, and stands whole on the first', async () => {
    const file = dressedMeeting()
    const name = 'Instance nationale de démonstration, '.repeat(14).slice(0, 500).trim()
    const { bytes } = await renderPdf(minutesModel({ ...file, body: { ...file.body, name } }), { images })
    expect(await pdfFaults(bytes)).toEqual([])
    const [first, ...others] = await drawnPages(bytes)
    const bare = (text = '') => text.replace(/[\s-]+/g, '')
    expect(bare(first?.text)).toContain(bare(name))
    for (const { text } of others) {
      expect(text).toContain('…')
      expect(bare(text)).not.toContain(bare(name))
    }
  })

  it('leaves the signature of a letter with its last sentences', async () => {
    const model = convocationModel(dressedMeeting(), dates)
    const [point] = model.points
    if (point === undefined) throw new Error('the sample has no point')
    for (let count = 4; count < 40; count += 3) {
      const points = Array.from({ length: count }, (_, rank) => ({
        ...point,
        number: `${rank + 1}`,
        points: [],
      }))
      const last = (await drawnPages((await renderPdf({ ...model, points }, { images })).bytes)).at(-1)
      const words = last?.leaves.map((leaf) => leaf.words).join('') ?? ''
      for (const line of [...model.closing.slice(-2), ...model.signature])
        expect(words.replace(/[\s-]+/g, '')).toContain(line.replace(/[\s-]+/g, ''))
    }
  }, 30_000)
})

describe('logos', () => {
  const sizes = [
    [640, 80],
    [300, 300],
    [90, 400],
  ] as const
  const pictures = sizes.map(([width, height]) => ({ bytes: png(width, height), width, height }))
  const logos = pictures.map(({ bytes, width, height }, position) => ({
    role: 'partner' as const,
    image: {
      type: 'image' as const,
      sha256: hash(bytes),
      mediaType: 'image/png' as const,
      width,
      height,
      alt: position === 1 ? '' : `Partenaire ${position}`,
    },
  }))

  it('of partners keep their proportions, none is large, and one without words says nothing', async () => {
    const model = agendaModel(emptyFile())
    const dressed = { ...model, head: { ...model.head, look: { ...model.head.look, logos } } }
    const { bytes } = await renderPdf(dressed, {
      images: pictures.map((one) => ({ sha256: hash(one.bytes), bytes: one.bytes })),
    })
    expect(await pdfFaults(bytes)).toEqual([])
    expect(await figureAlts(bytes)).toEqual(['Partenaire 0', 'Partenaire 2'])
    const drawn = (await drawnPages(bytes))[0]?.pictures ?? []
    expect(drawn).toHaveLength(sizes.length)
    drawn.forEach(({ width, height }, index) => {
      const [w, h] = sizes[index] ?? [1, 1]
      expect(width / height).toBeCloseTo(w / h, 1)
      expect(height).toBeLessThan(40)
      expect(width).toBeLessThan(100)
    })
  })
})

describe('pictures in the text', () => {
  const shapes = { small: png(60, 40), large: png(2400, 300), tall: png(200, 4000), grey: jpeg(320, 240) }
  const kept = Object.values(shapes).map((bytes) => ({ sha256: hash(bytes), bytes: new Uint8Array(bytes) }))
  const picture = (shape: keyof typeof shapes, width: number, height: number): RichBlock => ({
    type: 'image',
    attrs: {
      sha256: hash(shapes[shape]),
      mediaType: shape === 'grey' ? 'image/jpeg' : 'image/png',
      ...{ width, height, alt: `Image ${shape}` },
    },
  })
  const inTable = table(['Nom', 'Vue'], ['Un', 'Deux'])
  if (inTable.type === 'table') inTable.content[1]?.content[1]?.content.push(picture('large', 2400, 300))
  const file: FileToPrint = {
    ...emptyFile(),
    items: [item(1)],
    sections: [
      section(1, {
        exchanges: rich(
          picture('small', 60, 40),
          picture('large', 2400, 300),
          picture('tall', 200, 4000),
          bullets([paragraph('Dans une liste'), picture('grey', 320, 240)]),
          inTable,
        ),
      }),
    ],
  }

  it('have their natural size or less, hold in the text and in half a page, in lists and cells too', async () => {
    const { bytes } = await renderPdf(minutesModel(file), { images: kept })
    expect(await pdfFaults(bytes)).toEqual([])
    expect(await figureAlts(bytes)).toHaveLength(5)
    const drawn = (await drawnPages(bytes)).flatMap(({ pictures }) => pictures)
    expect(drawn).toHaveLength(5)
    const [small, large, tall, grey, cell] = drawn
    expect(small?.width).toBeCloseTo(45, 1)
    expect(small?.height).toBeCloseTo(30, 1)
    expect(large?.width).toBeLessThan(430)
    expect((large?.width ?? 0) / (large?.height ?? 1)).toBeCloseTo(8, 2)
    expect(tall?.height).toBeLessThan(842 / 2)
    expect(grey?.width).toBeCloseTo(240, 1)
    expect(cell?.width).toBeLessThan((large?.width ?? 0) / 1.5)
  })

  it('and logos give the same bytes twice', async () => {
    const model = minutesModel(dressedMeeting())
    const [one, other] = [await renderPdf(model, { images }), await renderPdf(model, { images })]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  it('that are missing or damaged are told, whatever was made before', async () => {
    const model = minutesModel(file)
    await renderPdf(model, { images: kept })
    await expect(renderPdf(model, { images: kept.slice(1) })).rejects.toMatchObject({ code: 'file-damaged' })
    const spoilt = kept.map(({ sha256, bytes }) => ({ sha256, bytes: bytes.slice(0, 30) }))
    await expect(renderPdf(model, { images: spoilt })).rejects.toMatchObject({ code: 'file-damaged' })
  })
})
