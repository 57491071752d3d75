import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { attachments, bookmarks, pagesByLabel, unpacked } from '../unit/meeting-book-made.ts'
import { pdfOf, protectedPdf, signedPdf, truncatedPdf } from '../unit/meeting-book-pdfs.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { until } from './until.ts'

let opened: OpenedCore
let meetingId: string
let place: string
let items: string[]
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
  items = []
  for (const title of ['Annuaire', 'Archives']) {
    const id = newId()
    await opened.ok('agenda.add', {
      id,
      meetingId,
      parentId: null,
      afterId: items.at(-1) ?? null,
      fields: { title },
    })
    items.push(id)
  }
  place = mkdtempSync(join(tmpdir(), 'seances-dossier-'))
})
afterEach(async () => {
  await opened.dispose()
  rmSync(place, { recursive: true, force: true })
})

type Marks = { title?: string; tabled?: boolean; circulation?: 'secretariat' | 'members' | 'public' }
async function add(
  fileName: string,
  bytes: Uint8Array,
  item: number | null,
  marks: Marks & { replaces?: string } = {},
) {
  const { replaces, ...patch } = marks
  const itemId = item === null ? null : (items[item] ?? null)
  const becomes = replaces === undefined ? {} : { replaces }
  const list = await opened.ok('attachments.add', {
    meetingId,
    itemId,
    file: { fileName, bytes },
    ...becomes,
  })
  const one = list.find((listed) => listed.fileName === fileName && listed.itemId === itemId)
  if (one === undefined) throw new Error('not added')
  if (Object.keys(patch).length > 0)
    await opened.ok('attachments.update', { id: one.id, version: one.version, patch })
  return one
}
const subject = (circulation: 'members' | 'secretariat' = 'members') =>
  ({ kind: 'meetingBook', meetingId, circulation }) as const
const contents = async (circulation: 'members' | 'secretariat' = 'members') =>
  (await opened.ok('meetingBook.contents', { meetingId, circulation })).map(
    ({ number, name, fate, outName }) => [number, name, fate.goes, outName],
  )
const write = (path: string) =>
  opened.core.internal('writeDocument', { subject: subject(), format: 'pdf', path })
const words = (text: string) => new TextEncoder().encode(text)

describe('the dossier de séance', () => {
  it('holds the current files in agenda order, never those of the secretariat in the members’ one', async () => {
    await add('Bilan.pdf', await pdfOf('bilan'), 1)
    await add('Plan.pdf', await pdfOf('plan'), null, { title: 'Plan d’accès' })
    const old = await add('Note.pdf', await pdfOf('ancienne'), 0)
    await add('Note_v2.pdf', await pdfOf('nouvelle'), 0, { replaces: old.id, tabled: true })
    await add('Interne.pdf', await pdfOf('motinterne'), 0, { circulation: 'secretariat' })
    expect(await contents()).toEqual([
      [1, 'Note', 'merged', 'Annexe 01 - Note.pdf'],
      [2, 'Bilan', 'merged', 'Annexe 02 - Bilan.pdf'],
      [3, 'Plan d’accès', 'merged', 'Annexe 03 - Plan d’accès.pdf'],
    ])
    expect((await contents('secretariat')).map(([, name]) => name)).toEqual([
      'Note',
      'Interne',
      'Bilan',
      'Plan d’accès',
    ])
    const book = await opened.ok('documents.render', subject())
    expect(book.fileName).toMatch(/^2026-12-10_DOSSIER_INP(_seance-1)?\.pdf$/)
    const pages = await pagesByLabel(book.bytes)
    expect(pages.get('A1-1')).toBe('nouvelle 1 Page 4 sur 8 · A1-1')
    expect(pages.get('A1')).toContain('Document remis en séance')
    expect([...pages.values()].join(' ')).not.toMatch(/motinterne|ancienne|Interne/)
    expect((await bookmarks(book.bytes)).slice(-3)).toEqual([
      'Annexe 1 – Note → A1',
      'Annexe 2 – Bilan → A2',
      'Annexe 3 – Plan d’accès → A3',
    ])
    const whole = await opened.ok('documents.render', subject('secretariat'))
    expect(whole.fileName).toContain('_secretariat.pdf')
    expect((await pagesByLabel(whole.bytes)).get('A2-1')).toMatch(/^motinterne 1 Page \d+ sur \d+ · A2-1$/)
    expect((await opened.ok('documents.render', subject())).sha256).toBe(book.sha256)
  })

  it('is saved with a zip of what is no PDF under the same name, and recorded as it left', async () => {
    await add('Note.pdf', await pdfOf('note'), 0)
    await add('CON: présentation?.pptx'.replaceAll(/[:?]/g, ''), words('diapositives'), 0, {
      title: 'Diapos : bilan ?',
    })
    await add('signee.pdf', await signedPdf(), 1)
    const path = join(place, 'Dossier.pdf')
    const written = await write(path)
    expect(written).toMatchObject({ ok: true, value: { path, besideName: 'Dossier.zip' } })
    expect(readdirSync(place).sort()).toEqual(['Dossier.pdf', 'Dossier.zip'])
    const zip = unzipSync(readFileSync(join(place, 'Dossier.zip')))
    expect(Object.keys(zip)).toEqual(['Annexe 02 - Diapos - bilan -.pptx'])
    const bytes = readFileSync(path)
    expect([...(await attachments(bytes)).keys()]).toEqual(['Annexe 03 - signee.pdf'])
    const [produced] = await opened.ok('documents.produced', { meetingId })
    expect(produced).toMatchObject({
      kind: 'meetingBook',
      fileName: 'Dossier.pdf',
      faults: null,
      checking: null,
    })
    expect(produced?.sha256).toBe((await opened.ok('documents.render', subject())).sha256)
    const first = readFileSync(join(place, 'Dossier.zip'))
    await write(path)
    expect(Buffer.compare(readFileSync(join(place, 'Dossier.zip')), first)).toBe(0)
  })

  it('has no zip when nothing goes in one, and leaves no zip behind when it cannot be written', async () => {
    const note = await add('Note.pdf', await pdfOf('note'), 0)
    expect(await write(join(place, 'Seul.pdf'))).toMatchObject({ value: { besideName: null } })
    expect(readdirSync(place)).toEqual(['Seul.pdf'])
    await add('Diapos.pptx', words('diapositives'), 0)
    expect(await write(join(place, 'absent', 'Dossier.pdf'))).toMatchObject({ ok: false })
    mkdirSync(join(place, 'Pris.pdf'))
    writeFileSync(join(place, 'Pris.pdf', 'x'), '')
    expect(await write(join(place, 'Pris.pdf'))).toMatchObject({ ok: false })
    expect(readdirSync(place).sort()).toEqual(['Pris.pdf', 'Seul.pdf'])
    expect(note.fileName).toBe('Note.pdf')
  })

  it('is made in spite of files that are gone, altered, cut or protected', async () => {
    const gone = await add('perdue.pdf', await pdfOf('perdue'), 0)
    const altered = await add('altérée.pptx', words('diapositives'), 0)
    await add('coupee.pdf', await truncatedPdf(), 0)
    await add('protegee.pdf', await protectedPdf(), 1)
    const path = (sha256: string) => join(opened.folder, 'pieces', sha256)
    rmSync(path(gone.sha256))
    expect((await contents()).map(([, , goes]) => goes)).toEqual(['missing', 'zip', 'attached', 'attached'])
    // Known already to be whole: only the making finds that it changed since.
    writeFileSync(path(altered.sha256), 'autre chose')
    const target = join(place, 'Dossier.pdf')
    expect(await write(target)).toMatchObject({ value: { besideName: null } })
    expect(existsSync(join(place, 'Dossier.zip'))).toBe(false)
    const pages = await pagesByLabel(readFileSync(target))
    expect(pages.get('A1')).toContain('Pièce manquante')
    expect(pages.get('A2')).toContain('Pièce manquante')
    expect([...(await attachments(readFileSync(target))).keys()]).toEqual([
      'Annexe 03 - coupee.pdf',
      'Annexe 04 - protegee.pdf',
    ])
    await opened.ok('attachments.add', {
      meetingId,
      itemId: items[1] ?? null,
      file: { fileName: 'x.pdf', bytes: await pdfOf('x') },
    })
    expect(await contents()).toHaveLength(5)
  })

  it('ends when it is stopped, and nothing is written', async () => {
    for (let rank = 0; rank < 20; rank += 1) await add(`Note ${rank}.pdf`, await pdfOf(`note ${rank}`, 40), 0)
    const saving = write(join(place, 'Dossier.pdf'))
    const listing = opened.core.call('meetingBook.contents', { meetingId, circulation: 'members' })
    await until(() => opened.events.some((event) => event.topic === 'progress'))
    await opened.ok('meetingBook.stop', {})
    expect(await saving).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await listing).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(place)).toEqual([])
    expect(opened.events.some((event) => event.topic === 'progress')).toBe(true)
    expect(await contents()).toHaveLength(20)
  })
})

it('the book says nothing that is internal: notes, disagreements, addresses, places of files', async () => {
  const secret = 'MOTSECRET'
  const [item] = (await opened.ok('agenda.list', { meetingId })).items
  await opened.ok('agenda.update', {
    id: item?.id ?? '',
    version: item?.version ?? 0,
    patch: { note: secret, disagreementBy: secret, disagreement: secret },
  })
  await add('Note.pdf', await pdfOf('note'), 0)
  await add('Interne.pdf', await pdfOf(secret), 0, { title: secret, circulation: 'secretariat' })
  const { bytes } = await opened.ok('documents.render', subject())
  const all = await unpacked(bytes)
  for (const word of [secret, opened.folder, 'pieces', '@exemple', 'Interne']) expect(all).not.toContain(word)
})
