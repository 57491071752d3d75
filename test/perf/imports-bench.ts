import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { jobEntry } from '../campaigns/reader-fuzz.ts'
import { startReader } from '../campaigns/reader-process.ts'
import { h1, num, p, table, title } from '../fixtures/corpus/make/blocks.ts'
import { word } from '../fixtures/corpus/make/word.ts'
import { type Line, ms } from './measure.ts'

const SENTENCE =
  'Le comité examine la mise en œuvre du partage des données entre les services et relève trois points. '
const MEGABYTE = 1024 * 1024

/** Some 500 words a page, with headings, lists and tables. */
function fortyPages(): Uint8Array {
  const chapters = Array.from({ length: 40 }, (_, at) => [
    h1(`Point ${at + 1} : les échanges de la page`),
    p(SENTENCE.repeat(14)),
    p(SENTENCE.repeat(12)),
    num('Première suite à donner (DGX) – 10 min'),
    table([
      ['Sujet', 'Décision', 'Action', 'Responsable'],
      [`Point ${at + 1}`, 'Poursuivre les travaux', 'Rédiger une note', 'ANX'],
    ]),
  ])
  return word([title('Compte rendu du Comité des échanges'), p('Réunion du 5 mars 2026'), ...chapters.flat()])
}

/** Two hundred pages of words, and pictures that nobody can press smaller, up to ten megabytes. */
async function tenMegabytes(): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const font = await file.embedFont(StandardFonts.Helvetica)
  for (let at = 0; at < 200; at += 1) {
    const page = file.addPage([595, 842])
    page.drawText(`${at + 1}. Point de la page (DGX) - 10 min`, { x: 50, y: 790, size: 14, font })
    for (let line = 0; line < 45; line += 1)
      page.drawText('Le comite examine la mise en oeuvre du partage des donnees entre les services.', {
        x: 50,
        y: 760 - line * 15,
        size: 11,
        font,
      })
    const noise = new Uint8Array(45_000)
    let state = at + 1
    for (let index = 0; index < noise.length; index += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      noise[index] = state >>> 24
    }
    const picture = file.context.stream(noise, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 150,
      Height: 100,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
    })
    page.node.newXObject('Im', file.context.register(picture))
  }
  return file.save({ useObjectStreams: false })
}

async function read(fileName: string, bytes: Uint8Array, budget: number): Promise<Line> {
  const times: number[] = []
  let peak = 0
  for (let run = 0; run < 3; run += 1) {
    const reader = startReader(jobEntry)
    const started = performance.now()
    const { end, peakBytes } = await reader.read('readFile', { fileName, bytes, today: '2026-01-10' }, 60_000)
    times.push(performance.now() - started)
    peak = Math.max(peak, peakBytes ?? 0)
    await reader.close()
    if (end !== 'answer') throw new Error(`${fileName}: ${end}`)
  }
  const best = Math.min(...times)
  return {
    what: `${fileName} (${(bytes.length / MEGABYTE).toFixed(1)} MB) to its review, with the start of its process`,
    measured: `${ms(best)}, ${Math.round(peak / MEGABYTE)} MB of memory`,
    budget: ms(budget),
    holds: best <= budget,
  }
}

/** @param say told what is being measured. */
export async function benchImports(say: (line: string) => void): Promise<Line[]> {
  say('files to their review…')
  return [
    await read('40 pages.docx', fortyPages(), 1000),
    await read('10 Mo.pdf', await tenMegabytes(), 5000),
  ]
}
