// Random tables and titles, printed, then measured by a reader that shares nothing with what printed or checked them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import {
  action,
  attendee,
  decision,
  emptyFile,
  item,
  paragraph,
  rich,
  section,
  table,
} from '../unit/documents-builders.ts'
import { modelsAtRandom, type Say } from './models-at-random.ts'

export type Box = { page: number; left: number; right: number; top: number; bottom: number; words: string }
export type Measured = { boxes: Box[]; pages: { width: number; height: number }[] }

/** By Poppler where it is here, else by another reading of the same bytes. */
export async function measured(bytes: Uint8Array): Promise<Measured & { by: 'pdftotext' | 'pdf.js' }> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bbox-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, bytes)
    const { status, stdout } = spawnSync('pdftotext', ['-bbox', path, '-'], {
      encoding: 'utf8',
      maxBuffer: 500_000_000,
    })
    if (status === 0) return { by: 'pdftotext', ...popplerBoxes(stdout) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { by: 'pdf.js', ...(await drawnBoxes(bytes)) }
}

function popplerBoxes(html: string): Measured {
  const pages: Measured['pages'] = []
  const boxes: Box[] = []
  const pattern =
    /<page width="([\d.]+)" height="([\d.]+)"|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g
  for (const [, width, height, ...word] of html.matchAll(pattern)) {
    if (width !== undefined) {
      pages.push({ width: Number(width), height: Number(height) })
      continue
    }
    const [left = 0, top = 0, right = 0, bottom = 0] = word.slice(0, 4).map(Number)
    boxes.push({ page: pages.length, left, right, top, bottom, words: word[4] ?? '' })
  }
  return { pages, boxes }
}

async function drawnBoxes(bytes: Uint8Array): Promise<Measured> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  try {
    const document = await task.promise
    const pages: Measured['pages'] = []
    const boxes: Box[] = []
    for (let page = 1; page <= document.numPages; page += 1) {
      const sheet = await document.getPage(page)
      const [, , width = 0, height = 0]: number[] = sheet.view
      pages.push({ width, height })
      for (const piece of (await sheet.getTextContent()).items) {
        if (!('str' in piece) || piece.str.trim() === '') continue
        const [, , , , x = 0, y = 0]: number[] = piece.transform
        const box = { left: x, right: x + piece.width, top: height - y - piece.height, bottom: height - y }
        boxes.push({ page, ...box, words: piece.str })
      }
    }
    return { pages, boxes }
  } finally {
    await task.destroy()
  }
}

/** Points that rounding makes, and part of its height by which a line may reach into the next. */
const [ROUNDING, TOUCHING] = [1.5, 0.5]
/** The margins of the paper less what a hyphen may hang, in points. */
const PAPER = { left: 64, right: 66, top: 22, bottom: 14 }
const marginsOf: Partial<Record<DocumentModel['kind'], typeof PAPER>> = {
  // Cards that are folded have the edge of the paper for theirs.
  nameCards: { left: 20, right: 20, top: 8, bottom: 8 },
}

/** Pairs of words that lie on one another, and words that stand in the margins. */
export function faultsOf(
  { boxes, pages }: Measured,
  kind: DocumentModel['kind'] = 'minutes',
): { overlaps: string[]; outside: string[] } {
  const { left, right, top, bottom } = marginsOf[kind] ?? PAPER
  const overlaps: string[] = []
  const outside: string[] = []
  for (const [rank, { width, height }] of pages.entries()) {
    const own = boxes.filter(({ page, words }) => page === rank + 1 && words.trim() !== '')
    own.sort((a, b) => a.top - b.top)
    for (const [at, one] of own.entries()) {
      if (one.left < left || one.right > width - right || one.top < top || one.bottom > height - bottom)
        outside.push(
          `page ${one.page}, ${Math.round(one.left)} to ${Math.round(one.right)} of ${Math.round(width)}: ${one.words}`,
        )
      for (let next = at + 1; next < own.length; next += 1) {
        const other = own[next]
        if (other === undefined || other.top > one.bottom) break
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const along = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        const least = Math.min(one.bottom - one.top, other.bottom - other.top)
        if (across > ROUNDING && along > TOUCHING * least)
          overlaps.push(`page ${one.page}: ${one.words} | ${other.words}`)
      }
    }
  }
  return { overlaps, outside }
}

const word = fc.oneof(
  fc.constantFrom('Intercommunalités', 'Dématérialisation', 'expérimentation', 'de', 'la', 'n° 12', 'M. Ly'),
  fc.constantFrom(
    '1 234 567,89 €',
    '100 %',
    'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson',
    '1er mars 2027',
  ),
  fc.constantFrom(
    'https://exemple.invalid/une/adresse?longue=1&autre=2',
    'DINTAP/2026/000123/B',
    'ANTICONSTITUTION',
  ),
  fc.constantFrom(
    'محمد',
    'שלום',
    'Ελλάδα',
    'anticonstitutionnellement',
    '',
    '–',
    'prenom.nom@exemple.invalid',
  ),
  fc.string({ unit: fc.constantFrom(...'abcéiW1M'), minLength: 1, maxLength: 40 }),
  // Bound spaces, and signs behind or before which a space ends no line.
  fc.string({
    unit: fc.constantFrom(...'aei(«»;?!/—W'.split(''), 'mot', ' ', '\u00a0', '\u202f'),
    minLength: 1,
    maxLength: 24,
  }),
)
const words = (most: number) => fc.array(word, { maxLength: most }).map((all) => all.join(' '))
/** Few as a rule, now and then as many as somebody pastes from a workbook. */
const rows = fc.oneof(
  { weight: 15, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 13, max: 200 }) },
)
const grid = fc.tuple(fc.integer({ min: 1, max: 14 }), rows).chain(([columns, rows]) =>
  fc.array(fc.array(words(5), { minLength: columns, maxLength: columns }), {
    minLength: rows + 1,
    maxLength: rows + 1,
  }),
)

type Given = { file: FileToPrint; pool: string[]; rows: number }
const given: fc.Arbitrary<Given> = fc
  .record({
    rows,
    pool: fc.array(fc.oneof({ weight: 9, arbitrary: words(12) }, { weight: 1, arbitrary: words(120) }), {
      minLength: 60,
      maxLength: 60,
    }),
    titles: fc.array(words(24), { minLength: 1, maxLength: 5 }),
    grids: fc.array(grid, { minLength: 1, maxLength: 4 }),
    people: fc.array(fc.tuple(words(3), words(3), words(8)), { maxLength: 12 }),
    texts: fc.array(words(40), { minLength: 1, maxLength: 4 }),
  })
  .map(({ titles, grids, people, texts, ...rest }) => ({
    ...rest,
    file: {
      ...emptyFile(),
      items: titles.map((title, rank) =>
        item(rank + 1, {
          title: title.slice(0, 600).trim() || `Point ${rank + 1}`,
          presenter: people[rank]?.[0].slice(0, 200) ?? '',
          organisation: people[rank]?.[2].slice(0, 200) ?? '',
          durationMinutes: 10,
          nature: 'avis',
        }),
      ),
      attendees: people.map(([givenName, familyName, organisation], rank) =>
        attendee(rank, {
          givenName,
          familyName,
          organisation,
          status: 'surPlace',
          ...(rank === 3 ? { arrivedAt: '15:00' } : {}),
        }),
      ),
      sections: titles.map((_, rank) =>
        section(rank + 1, {
          presentation: rich(
            paragraph(texts[rank % texts.length] ?? ''),
            ...grids
              .filter((__, at) => at % titles.length === rank)
              .map(([head = [], ...rows]) => table(head, ...rows)),
          ),
        }),
      ),
      decisions: texts.map((text, rank) => decision(rank + 1, 1, text)),
      actions: texts.map((text, rank) =>
        action(rank + 1, 1, { text, owner: people[0]?.[0] ?? '', organisation: people[0]?.[2] ?? '' }),
      ),
    },
  }))

export type Printed = {
  /** Who measured. */
  by: string
  pages: number
  documents: number
  kinds: Set<DocumentModel['kind']>
  overlaps: string[]
  outside: string[]
  checked: string[]
}

/** A sound document with one word more, on the first word of its first page. */
export async function overprintedOnce(): Promise<{ measured: number; checked: string[] }> {
  const model = minutesModel({ ...emptyFile(), items: [item(1)] })
  const { bytes } = await renderPdf(model)
  const { boxes, pages } = await measured(bytes)
  const [first] = boxes.filter(({ words }) => words.length > 4)
  if (first === undefined) throw new Error('no word')
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  document
    .getPage(0)
    .drawText('mot', { x: first.left, y: (pages[0]?.height ?? 0) - first.bottom + 3, size: 10 })
  const planted = await document.save({ updateFieldAppearances: false })
  const faults = await checkPdf(planted, model)
  return {
    measured: faultsOf(await measured(planted)).overlaps.length,
    checked: faults.map(({ code }) => code),
  }
}

const kinds = DocumentModel.options.map(({ shape }) => shape.kind.value)

/** One document of a kind, of what the seed gives. */
export async function printOne(seed: number, kind: DocumentModel['kind']) {
  const [sample] = fc.sample(given, { numRuns: 1, seed })
  if (sample === undefined) throw new Error('no words')
  const { file, pool, rows } = sample
  let at = 0
  const say: Say = (most = 2_000) => {
    at += 1
    return (pool[at % pool.length] ?? '').slice(0, most).trim()
  }
  const model = DocumentModel.parse(modelsAtRandom[kind]({ file, say, rows }))
  return { model, ...(await renderPdf(model)) }
}

/** @param least how many pages, at least; each kind of document is among them. */
export async function printedAtRandom(seed: number, least: number): Promise<Printed> {
  const all: Printed = {
    by: '',
    pages: 0,
    documents: 0,
    kinds: new Set(),
    overlaps: [],
    outside: [],
    checked: [],
  }
  for (let turn = 0; all.pages < least || all.kinds.size < kinds.length; turn += 1) {
    const kind = kinds[turn % kinds.length]
    if (kind === undefined) throw new Error('no kind')
    const { model, bytes, pageCount } = await printOne(seed + turn, kind)
    const drawn = await measured(bytes)
    const { overlaps, outside } = faultsOf(drawn, kind)
    all.by = drawn.by
    const place = (fault: string) => `seed ${seed + turn}, ${kind}, ${fault}`
    all.pages += pageCount
    all.documents += 1
    all.kinds.add(kind)
    all.overlaps.push(...overlaps.map(place))
    all.outside.push(...outside.map(place))
    const told = (await checkPdf(bytes, model)).filter(({ code }) =>
      ['overprinted', 'outside-cell', 'outside-margins'].includes(code),
    )
    all.checked.push(...told.map(({ code, page }) => place(`page ${page}: ${code}`)))
    // Memory of the engine is given back between documents.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}
