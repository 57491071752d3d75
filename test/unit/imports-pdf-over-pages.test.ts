import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'

// Lists that run over the foot of a page, as programs without tags write them.

type Written = readonly (readonly [words: string, x: number, size?: number])[]

async function paged(pages: readonly Written[]) {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const lines of pages) {
    const page = document.addPage([595, 842])
    for (const [at, [words, x, size]] of lines.entries())
      page.drawText(words, { x, y: 800 - 24 * at, size: size ?? 10, font })
  }
  const { draft } = await readFile({
    fileName: 'compte-rendu.pdf',
    bytes: await document.save(),
    today: '2026-06-01',
  })
  return draft
}

const BULLET = '•'

describe('a list that runs over the foot of a page', () => {
  const FIRST: Written = [
    ['Compte rendu de la cour 2', 60, 18],
    ['Réunion du 12 mai 2026 en salle des fêtes', 60],
    ['Présents : Odile Roure, Paul Lidon, Zoé Marval', 60],
    ['1. Le four est réparé et le préau attend sa peinture', 60],
    ['2. Répartition des tâches', 60],
  ]

  it('keeps its levels', async () => {
    const { actions } = await paged([
      [...FIRST, [`${BULLET} Odile :`, 80], ['– Finir la notice', 100]],
      [
        ['– Relire le plan', 100],
        [`${BULLET} Paul :`, 80],
        ['– Peindre le préau', 100],
        ['3. Divers', 60],
      ],
    ])
    expect(actions.map(({ text, owner }) => [text, owner])).toEqual([
      ['Finir la notice', 'Odile'],
      ['Relire le plan', 'Odile'],
      ['Peindre le préau', 'Paul'],
    ])
  })

  it('keeps them where nothing on the page stands as far left as the text', async () => {
    const { actions } = await paged([
      [...FIRST, [`${BULLET} Odile :`, 80], ['– Finir la notice', 100]],
      [
        ['– Relire le plan', 100],
        [`${BULLET} Paul :`, 80],
        ['– Peindre le préau', 100],
      ],
    ])
    expect(actions.map(({ owner }) => owner)).toEqual(['Odile', 'Odile', 'Paul'])
  })

  it('goes on below the title and the number of the page', async () => {
    const { actions } = await paged([
      FIRST,
      [
        ['Compte rendu de la cour 2, 12 mai 2026 2', 60],
        [`${BULLET} Odile Roure : Notice du four`, 80],
        [`${BULLET} Paul Lidon : Peinture du préau`, 80],
      ],
    ])
    expect(actions.map(({ text, owner }) => [text, owner])).toEqual([
      ['Notice du four', 'Odile Roure'],
      ['Peinture du préau', 'Paul Lidon'],
    ])
  })
})
