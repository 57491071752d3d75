import { degrees, PDFDocument, type PDFPage, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'
import { names, titles } from './said.ts'

// What programs paint to look so: heads that stand upright over narrow columns, words with a shadow.

const LEFTS = [60, 200, 360, 390, 420, 450]
const ROWS = [
  ['Mairie de Vaux', 'M. ORSINI Anatole', 'X', '', 'X'],
  ['Syndicat du bief', 'Mme DU VAL Rose', '', 'X', 'X'],
  ['Agence du moulin', 'M. LIS Paul', 'X', '', 'X'],
]

async function painted(draw: (page: PDFPage, write: (words: string, x: number, y: number) => void) => void) {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  const write = (words: string, x: number, y: number) => page.drawText(words, { x, y, size: 10, font })
  write('Compte rendu de la réunion du 12 mai 2026', 60, 780)
  draw(page, write)
  const { draft } = await readFile({
    fileName: 'compte-rendu.pdf',
    bytes: await document.save(),
    today: '2026-06-01',
  })
  return draft
}

/** A table that is ruled, its heads between 620 and 680. */
function table(page: PDFPage, write: (words: string, x: number, y: number) => void) {
  const bottom = 620 - 20 * ROWS.length
  for (const x of LEFTS) page.drawLine({ start: { x, y: bottom }, end: { x, y: 680 } })
  for (const y of [680, ...[0, 1, 2, 3].map((row) => 620 - 20 * row)])
    page.drawLine({ start: { x: 60, y }, end: { x: 450, y } })
  for (const [row, cells] of ROWS.entries())
    for (const [column, words] of cells.entries())
      if (words !== '') write(words, (LEFTS[column] ?? 0) + 5, 607 - 20 * row)
}

describe('a table whose heads stand upright', () => {
  it('says who was there by its crosses', async () => {
    const draft = await painted((page, write) => {
      table(page, write)
      write('Organisme', 65, 645)
      write('Représentant', 205, 645)
      for (const [at, words] of ['Présent', 'Excusé', 'Diffusion'].entries())
        page.drawText(words, { x: 380 + 30 * at, y: 625, size: 10, rotate: degrees(90) })
    })
    expect(names(draft)).toEqual(['Anatole ORSINI present', 'Rose DU VAL excuse', 'Paul LIS present'])
  })

  it('takes one stamp in the margin for no head', async () => {
    const draft = await painted((page, write) => {
      write('Présents : Anatole ORSINI, Paul LIS', 60, 740)
      page.drawText('Copie', { x: 30, y: 700, size: 10, rotate: degrees(90) })
    })
    expect(names(draft)).toEqual(['Anatole ORSINI present', 'Paul LIS present'])
  })
})

describe('a frame around the lines of an agenda', () => {
  it('is no table, though its last row is parted', async () => {
    const subjects = [
      '1) Approbation du compte rendu du conseil municipal du 12 mars 2026',
      '2) Protection de la source et du captage des Trois Fontaines de Vaux',
      '3) Divers',
    ]
    const draft = await painted((page, write) => {
      write('Ordre du jour :', 60, 705)
      for (const [row, words] of [...subjects, 'Salutations'].entries()) {
        const [top, bottom] = [700 - 14 * row, 686 - 14 * row]
        for (const y of [top, bottom]) page.drawLine({ start: { x: 60, y }, end: { x: 520, y } })
        for (const x of row < 3 ? [60, 520] : [60, 330, 520])
          page.drawLine({ start: { x, y: bottom }, end: { x, y: top } })
        write(words, 62, bottom + 3)
      }
    })
    expect(titles(draft)).toEqual([
      'Approbation du compte rendu du conseil municipal du 12 mars 2026',
      'Protection de la source et du captage des Trois Fontaines de Vaux',
      'Divers',
    ])
  })
})

describe('a stamp of two lines in the margin', () => {
  it('is over no column, and enters no line of the text', async () => {
    const draft = await painted((page, write) => {
      write('Présents : Anatole ORSINI, Paul LIS', 60, 740)
      write('Le conseil décide de louer le four à la meunière.', 60, 720)
      for (const [at, words] of ['Copie conforme', 'Mairie de Vaux'].entries())
        page.drawText(words, { x: 30 + 12 * at, y: 690, size: 10, rotate: degrees(90) })
    })
    expect(names(draft)).toEqual(['Anatole ORSINI present', 'Paul LIS present'])
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'Le conseil décide de louer le four à la meunière',
    ])
  })
})

describe('words with a shadow', () => {
  it('are said once, also where a part of them is painted again', async () => {
    const draft = await painted((page, write) => {
      table(page, (words, x, y) => {
        for (const shift of [0, 0.3, 0.6]) write(words, x + shift, y)
      })
      for (const shift of [0, 0.3]) {
        write('Organisme', 65 + shift, 645)
        write('Nom :', 205 + shift, 645)
        write('Nom', 205.1 + shift, 645)
        write('Présent', 362 + shift / 2, 645)
      }
    })
    expect(draft.participants.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).toEqual([
      'Anatole ORSINI',
      'Rose DU VAL',
      'Paul LIS',
    ])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual(ROWS.map(([body]) => body))
  })
})
