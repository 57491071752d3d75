import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NotebookPaper, writeNotebook } from '../../electron/documents/notebook/notebook.ts'
import { notebookText } from '../../electron/documents/text/notebook.ts'
import {
  likeness,
  type NotebookItem,
  notebookHeading,
  notebookReference,
  placeLines,
  speaksOf,
} from '../../electron/domain/session/notebook.ts'
import { newId } from '../../electron/features/new-id.ts'
import { readNotebook } from '../../electron/imports/notebook/read-notebook.ts'
import { growth } from '../growth.ts'
import { editedDocx, type Typed, typedDocx, typedText } from './notebook-typed.ts'

const now = new Date('2026-12-10T14:00:00Z')
const meetingId = newId(now)
const item = (number: string, title: string): NotebookItem => ({ id: newId(now), number, title })
const agenda = [
  item('1', 'Approbation du compte rendu'),
  item('2', 'Annuaire partagé'),
  item('2.1', 'Calendrier de bascule'),
  item('3', 'Questions diverses'),
]
const paper = (items: readonly NotebookItem[]): NotebookPaper => ({
  meetingId,
  author: 'Instance de démonstration',
  meeting: notebookText.meeting('Instance de démonstration, n° 11', notebookReference(meetingId)),
  items: items.map(({ id, number, title }) => ({
    id,
    depth: 1,
    heading: notebookHeading({ number, title }),
    planned: notebookText.planned('14 h – 14 h 10, Hélène Marchetti (DGX)'),
  })),
})
const general = 'Notes générales'
const headings = (items: readonly NotebookItem[]) => [general, ...items.map(notebookHeading)]

/** Anything that one line of a note may hold; marks of lists and headings have a meaning of their own. */
const note = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}@?:.,;!«»<>&'’"()/%€-]{1,12}$/u), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '))
  .filter((text) => !/^(?:[-–—•*·▪#]|\[)/u.test(text) && /\p{L}|\p{N}/u.test(text))

const expected = (typed: Typed, items: readonly NotebookItem[]) =>
  headings(items).flatMap((heading, index) =>
    (typed.get(heading) ?? []).map((text) => ({ itemId: items[index - 1]?.id ?? null, gone: '', text })),
  )
const readBack = (bytes: Uint8Array, fileName: string, items: readonly NotebookItem[]) => {
  const read = readNotebook({ bytes, fileName })
  return { ...read, placed: placeLines(read.lines, items) }
}

describe('a blank notebook typed under', () => {
  const lists = fc.array(fc.array(note, { maxLength: 4 }), { minLength: 5, maxLength: 5 })
  const typedOf = (all: readonly (readonly string[])[]): Typed =>
    new Map(headings(agenda).map((heading, index) => [heading, all[index] ?? []]))
  const some = lists.filter((all) => all.flat().length > 0)

  for (const [format, type] of [
    ['docx', typedDocx],
    ['txt', typedText],
  ] as const)
    it(`reads back exactly from ${format}`, async () => {
      const blank = await writeNotebook(paper(agenda), format)
      fc.assert(
        fc.property(some, (all) => {
          const typed = typedOf(all)
          const read = readBack(type(blank, typed, 'Camille Perrin'), `carnet.${format}`, agenda)
          expect(read.placed).toEqual(expected(typed, agenda))
          expect(read.author).toBe('Camille Perrin')
          expect(read.reference).toBe(notebookReference(meetingId))
          expect(read.meetingId).toBe(format === 'docx' ? meetingId : null)
        }),
        { numRuns: format === 'docx' ? 60 : 200 },
      )
    })

  it('is refused while nothing was typed in it', async () => {
    for (const format of ['docx', 'txt'] as const) {
      const bytes = await writeNotebook(paper(agenda), format)
      expect(() => readNotebook({ bytes, fileName: `carnet.${format}` })).toThrow('notebook-empty')
    }
  })
})

describe('items found again', () => {
  const typed: Typed = new Map([['2 Annuaire partagé', ['une note']]])
  const under = async (items: readonly NotebookItem[], edit = (xml: string) => xml) =>
    readBack(editedDocx(typedDocx(await writeNotebook(paper(agenda), 'docx'), typed), edit), 'a.docx', items)
      .placed
  const [first, second, third, last] = agenda
  if (first === undefined || second === undefined || third === undefined || last === undefined)
    throw new Error('no agenda')

  it('by their bookmark when they were renamed and moved', async () => {
    const renamed = [{ ...second, number: '1', title: 'Tout autre titre' }, first, third, last]
    expect(await under(renamed)).toEqual([{ itemId: second.id, gone: '', text: 'une note' }])
  })

  it('by title when bookmarks were lost and numbers changed', async () => {
    const bare = (xml: string) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/gu, '')
    const moved = [
      { ...second, number: '1' },
      { ...first, number: '2' },
    ]
    expect(await under(moved, bare)).toEqual([{ itemId: second.id, gone: '', text: 'une note' }])
  })

  it('keeps what stands under an item that is gone, with its heading', async () => {
    expect(await under([first, last])).toEqual([
      { itemId: null, gone: '2 Annuaire partagé', text: 'une note' },
    ])
  })

  it('keeps what was typed at the end of a heading', () => {
    const lines = [{ text: '2 Annuaire partagé : reporté', isHeading: true, itemId: null }]
    expect(placeLines(lines, agenda)).toEqual([{ itemId: second.id, gone: '', text: 'reporté' }])
    const quoted = item('4', `L'état du "registre" : suite`)
    const typedAfter = [{ text: `${notebookHeading(quoted)} – fait`, isHeading: true, itemId: null }]
    expect(placeLines(typedAfter, [quoted])).toEqual([{ itemId: quoted.id, gone: '', text: 'fait' }])
  })

  it('knows a heading that lost its look only by its very number and title', () => {
    const plain = (text: string) => ({ text, isHeading: false, itemId: null })
    expect(
      placeLines(['2.1 Calendrier de bascule', 'ceci', '3 communes absentes'].map(plain), agenda),
    ).toEqual([
      { itemId: third.id, gone: '', text: 'ceci' },
      { itemId: third.id, gone: '', text: '3 communes absentes' },
    ])
  })

  it('takes a file without any heading as general notes, and tells one of other items', () => {
    const line = (text: string, isHeading: boolean) => ({ text, isHeading, itemId: null })
    expect(speaksOf([line('une note', false)], agenda)).toBe(true)
    expect(speaksOf([line('1 Budget annexe', true), line('une note', false)], agenda)).toBe(false)
    expect(speaksOf([line('2 Annuaire partagé', true)], agenda)).toBe(true)
  })
})

describe('tracked changes and tables', () => {
  it('reads inserted words, leaves deleted ones, and rows of tables', async () => {
    const blank = await writeNotebook(paper(agenda), 'docx')
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const added = `<w:p><w:ins w:id="900" w:author="x">${run('ajouté')}</w:ins><w:del w:id="901" w:author="x"><w:r><w:delText>ôté</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p>${run('gauche')}</w:p></w:tc><w:tc><w:p>${run('droite')}</w:p></w:tc></w:tr></w:tbl>`
    const bytes = editedDocx(blank, (xml) => xml.replace('<w:sectPr', `${added}<w:sectPr`))
    expect(readBack(bytes, 'a.docx', agenda).placed.map(({ text }) => text)).toEqual([
      'ajouté',
      'gauche | droite',
    ])
  })
})

describe('bad files', () => {
  const read = (fileName: string, bytes: Uint8Array) => () => readNotebook({ fileName, bytes })
  const utf8 = (text: string) => new TextEncoder().encode(text)

  it('are refused by what they are', async () => {
    expect(read('vide.txt', new Uint8Array())).toThrow('file-empty')
    expect(read('blanc.txt', utf8(' \n\n'))).toThrow('notebook-empty')
    expect(read('ancien.doc', utf8('un texte'))).toThrow('file-format-old-word')
    expect(read('tableau.csv', utf8('a;b'))).toThrow('file-format-unknown')
    expect(read('faux.docx', utf8('un texte'))).toThrow('file-damaged')
    const image = editedDocx(await writeNotebook(paper([]), 'docx'), (xml) =>
      xml.replace(/<w:body>.*<w:sectPr/su, '<w:body><w:p><w:r><w:drawing/></w:r></w:p><w:sectPr'),
    )
    expect(read('image.docx', image)).toThrow('notebook-empty')
  })

  it('of ten megabytes are told in a time that grows with them', async () => {
    const told = (lines: number) => {
      const bytes = utf8('une ligne de texte\n'.repeat(lines))
      expect(read('long.txt', bytes)).toThrow('notebook-too-long')
      return bytes.length
    }
    expect(told(560_000)).toBeGreaterThan(10_000_000)
    expect(await growth(told, { size: 70_000, times: 8 })).toBeLessThan(4)
  })
})

describe('likeness', () => {
  it('is 1 for the same words, 0 for none in common, and the same both ways', () => {
    fc.assert(
      fc.property(note, note, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a))
        if (/[\p{L}\p{N}]/u.test(a)) expect(likeness(a, a)).toBe(1)
      }),
    )
    expect(likeness('bascule reportée en mars', 'budget annexe')).toBe(0)
    // One and several are the same; a short word that ends like a plural is none.
    expect(likeness('budgets votés', 'budget voté')).toBe(1)
    expect(likeness('cas', 'ca')).toBe(0)
    expect(likeness('La bascule est reportée en mars', 'bascule reportée au mois de mars')).toBeGreaterThan(
      0.6,
    )
  })
})
