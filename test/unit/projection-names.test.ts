import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bearsNameOf,
  bearsTitle,
  splitName,
  withoutVersion,
} from '../../electron/domain/documents/document-name.ts'
import {
  freeName,
  pdfName,
  projectedFiles,
  projectionFolderName,
  sameFile,
} from '../../electron/domain/documents/projection.ts'

type Item = Parameters<typeof projectedFiles>[0][number]
type Document = Parameters<typeof projectedFiles>[1][number]

const item = (id: string, position: number, more: Partial<Item> = {}): Item => ({
  id,
  parentId: null,
  position,
  kind: 'item',
  ...more,
})
const document = (id: string, fileName: string, more: Partial<Document> = {}): Document => ({
  id,
  itemId: null,
  fileName,
  title: '',
  circulation: 'members',
  sha256: id,
  versionNumber: 1,
  ...more,
})
const names = (items: readonly Item[], documents: readonly Document[]) =>
  projectedFiles(items, documents).map(({ name }) => name)

describe('a file name without its version', () => {
  it.each([
    ['Annuaire', 'Annuaire'],
    ['Annuaire_v2', 'Annuaire'],
    ['Annuaire V 2.1', 'Annuaire'],
    ['Annuaire (1)', 'Annuaire'],
    ['Annuaire(3)', 'Annuaire'],
    ['Annuaire_v2 (1)', 'Annuaire'],
    ['Annuaire-final', 'Annuaire'],
    ['Annuaire_VDEF - Copie (2)', 'Annuaire'],
    ['Annuaire définitif', 'Annuaire'],
    ['Annuaire_version-03', 'Annuaire'],
    ['Annuaire rév2', 'Annuaire'],
    ['Budget 2027', 'Budget 2027'],
    ['Projet de loi (2026)', 'Projet de loi (2026)'],
    ['Vivier', 'Vivier'],
    ['v2', 'v2'],
    ['Final', 'Final'],
    [' - final', '- final'],
  ])('%s → %s', (stem, bare) => {
    expect(withoutVersion(stem)).toBe(bare)
  })

  it('leaves something, and nothing more to take away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (stem) => {
        const bare = withoutVersion(stem)
        expect(bare === '').toBe(stem.trim() === '')
        expect(withoutVersion(bare)).toBe(bare)
      }),
    )
  })

  it('parts the extension, which has a letter in it', () => {
    expect(splitName('Note 1.2')).toEqual({ stem: 'Note 1.2', extension: '' })
    expect(splitName('Note 1.2.PPTX')).toEqual({ stem: 'Note 1.2', extension: 'PPTX' })
    expect(splitName('.profil')).toEqual({ stem: '.profil', extension: '' })
  })
})

describe('versions of one document', () => {
  it.each([
    'annuaire partage V2.pptx',
    'Annuaire_partagé-final.pdf',
    '03_Annuaire partagé_v2.pptx',
    'Copie de ANNUAIRE PARTAGÉ (1).pptx',
  ])('%s bears the name', (fileName) => {
    expect(bearsNameOf(fileName, { fileName: 'Annuaire partagé.pptx', title: '' })).toBe(true)
    expect(bearsNameOf(fileName, { fileName: 'PPT1.pptx', title: 'Annuaire partagé' })).toBe(true)
    expect(bearsTitle(fileName, 'Annuaire  partagé')).toBe(true)
  })

  it('other names are others, and signs alone are no name', () => {
    expect(bearsNameOf('Annuaires.pptx', { fileName: 'Annuaire.pptx', title: 'Archives' })).toBe(false)
    expect(bearsNameOf('---.pptx', { fileName: '….pptx', title: '' })).toBe(false)
  })
})

describe('the projection folder', () => {
  const items = [
    item('welcome', 0, { kind: 'welcome' }),
    item('a', 1),
    item('break', 2, { kind: 'break' }),
    item('b', 3),
    item('b1', 0, { parentId: 'b' }),
    item('b2', 1, { parentId: 'b' }),
  ]

  it('names by number, title or file name, and version', () => {
    expect(
      names(items, [
        document('1', 'Annuaire_v7-final.pptx', { itemId: 'b2', versionNumber: 2 }),
        document('2', 'x.pdf', { itemId: 'a', title: 'Cadre juridique : bilan' }),
        document('3', 'note interne.docx', { itemId: 'a', circulation: 'secretariat' }),
        document('4', '02_Archives.pdf', { itemId: 'b', circulation: 'public' }),
        document('5', 'Ordre du jour.pdf'),
        document('6', 'café.pdf', { itemId: 'break' }),
        document('7', 'accueil.pdf', { itemId: 'welcome' }),
      ]),
    ).toEqual([
      '00_Ordre du jour.pdf',
      '00_accueil.pdf',
      '01_Cadre juridique - bilan.pdf',
      '01_café.pdf',
      '02_Archives.pdf',
      '02-2_Annuaire_v2.pptx',
    ])
  })

  it('pads numbers so that the tenth comes after the second', () => {
    const children = Array.from({ length: 10 }, (_, rank) => item(`c${rank}`, rank, { parentId: 'a' }))
    expect(
      names(
        [item('a', 0), ...children],
        [document('1', 'n.pdf', { itemId: 'c1' }), document('2', 'n.pdf', { itemId: 'c9' })],
      ),
    ).toEqual(['01-02_n.pdf', '01-10_n.pdf'])
  })

  it('numbers what would be one file for Windows or macOS', () => {
    expect(
      names(
        [item('a', 0)],
        [
          document('1', 'Note.pdf', { itemId: 'a' }),
          document('2', 'NOTE.PDF', { itemId: 'a' }),
          document('3', 'note (1).pdf', { itemId: 'a' }),
        ],
      ),
    ).toEqual(['01_Note.pdf', '01_NOTE (2).PDF', '01_note (3).pdf'])
    expect(pdfName('03_Annuaire_v2.pptx')).toBe('03_Annuaire_v2.pdf')
    expect(projectionFolderName('2026-12-10', 'I/NP')).toBe('2026-12-10_Projection_I-NP')
  })

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 250 }),
    fc.string({ unit: 'grapheme', maxLength: 250 }),
  )
  const anyDocument = fc.record({
    itemId: fc.constantFrom(null, ...items.map(({ id }) => id)),
    fileName: text.map((name) => name || 'x'),
    title: text,
    circulation: fc.constantFrom('secretariat' as const, 'members' as const, 'public' as const),
    versionNumber: fc.integer({ min: 1, max: 30 }),
  })

  it('gives every file a name of its own that every system takes, in agenda order, and nothing secret', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 12 }), (drawn) => {
        const documents = drawn.map((one, rank) => document(String(rank), one.fileName, one))
        const files = projectedFiles(items, documents)
        expect(files.map(({ attachmentId }) => attachmentId).sort()).toEqual(
          documents
            .filter(({ circulation }) => circulation !== 'secretariat')
            .map(({ id }) => id)
            .sort(),
        )
        expect(new Set(files.map(({ name }) => sameFile(name))).size).toBe(files.length)
        const order = ['00', '01', '02', '02-1', '02-2']
        const ranks = files.map(({ name }) => order.indexOf(name.slice(0, name.indexOf('_'))))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        for (const { name } of files) {
          expect(name).toMatch(/^\d\d(-\d)?_/)
          expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]|[. ]$/u)
          expect(name.length).toBeLessThanOrEqual(120)
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        }
      }),
    )
  })

  it('never gives a name that is taken', () => {
    fc.assert(
      fc.property(text, fc.array(text), (name, others) => {
        const taken = new Set(others.map(sameFile))
        const before = new Set(taken)
        const free = freeName(name, taken)
        expect(before.has(sameFile(free))).toBe(false)
        expect(taken.has(sameFile(free))).toBe(true)
      }),
    )
  })
})
