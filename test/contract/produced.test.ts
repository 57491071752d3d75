import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentSubject, ProducedFormat } from '../../electron/contract/documents.ts'
import { faultPlace, faultSentence } from '../../electron/contract/fault-sentences.ts'
import { readKey } from '../../electron/contract/read-key.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { entryOf } from '../entry.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'

let world: DispatchWorld
let folder: string

beforeEach(async () => {
  world = await dispatchWorld()
  folder = join(world.opened.folder, 'sortie')
  mkdirSync(folder)
})
afterEach(() => world.opened.dispose())

const produced = () => world.opened.ok('documents.produced', { meetingId: world.meetingId })
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

async function save(kind: 'agenda' | 'timedAgenda' | 'signInSheet', format: ProducedFormat, name: string) {
  const subject: DocumentSubject = { kind, meetingId: world.meetingId }
  return world.opened.core.internal('writeDocument', { subject, format, path: join(folder, name) })
}

async function saved(kind: 'agenda' | 'timedAgenda' | 'signInSheet', format: ProducedFormat, name: string) {
  const written = await save(kind, format, name)
  if (!written.ok) throw new Error(written.error.code)
  const { producedId } = written.value
  if (producedId === null) throw new Error('nothing was recorded')
  return { ...written.value, producedId }
}

async function publish() {
  const { opened, meetingId } = world
  await opened.ok('agenda.submit', { meetingId, to: 'Camille Essai' })
  await opened.ok('agenda.validate', { meetingId, by: 'Camille Essai' })
  await opened.ok('agenda.publish', { meetingId })
}

describe('what leaves', () => {
  it('makes a line with its bytes, pages, moment and author, newest first, in every format', async () => {
    const formats: ProducedFormat[] = ['pdf', 'docx', 'odt', 'html', 'json']
    for (const [minute, format] of formats.entries()) {
      world.setNow(`2026-11-02T09:0${minute}:00.000Z`)
      await saved('timedAgenda', format, `odj.${format}`)
    }
    const lines = await produced()
    expect(lines.map(({ format }) => format)).toEqual(formats.toReversed())
    for (const { fileName, sha256, sizeBytes, producedBy, format, pageCount } of lines) {
      const path = join(folder, fileName)
      expect({ sha256, sizeBytes }).toEqual({ sha256: hashOf(path), sizeBytes: readFileSync(path).length })
      expect(producedBy).toBe('essai')
      expect(pageCount === null).toBe(format !== 'pdf')
    }
    expect(lines[0]?.producedAt).toBe('2026-11-02T09:04:00.000Z')
  })

  it('is checked from the very bytes written; the verdict is waited for, kept, and said by an event', async () => {
    const name = readKey('documents.produced', { meetingId: world.meetingId }) ?? ''
    const isSaid = () =>
      world.opened.events.some(
        (event) => event.topic === 'changed' && event.reads !== 'all' && event.reads.includes(name),
      )
    await produced()
    world.opened.events.length = 0
    const { producedId } = await saved('timedAgenda', 'pdf', 'odj.pdf')
    expect(isSaid()).toBe(true)
    world.opened.events.length = 0
    const [{ checking } = { checking: null }] = await produced()
    expect(await world.opened.ok('documents.verdict', { producedId })).toEqual({
      faults: [],
      isToCome: false,
    })
    // A verdict that was there already when the list was read is in it.
    expect(isSaid()).toBe(checking !== null)
    expect(await produced()).toMatchObject([{ faults: [], checking: null }])
    await world.opened.restart()
    expect(await produced()).toMatchObject([{ faults: [] }])
  })

  it('checks nothing of what is not a PDF', async () => {
    const { producedId } = await saved('agenda', 'docx', 'odj.docx')
    expect(await world.opened.ok('documents.verdict', { producedId })).toEqual({
      faults: null,
      isToCome: false,
    })
    expect(await world.opened.refused('documents.verdict', { producedId: newId() })).toBe('not-found')
  })

  it('warns of signs that could not be drawn, in a sentence', async () => {
    const [item] = (await world.opened.ok('agenda.list', { meetingId: world.meetingId })).items
    if (item === undefined) throw new Error('no item')
    await world.opened.ok('agenda.update', {
      id: item.id,
      version: item.version,
      patch: { title: 'Annuaire partagé 😀' },
    })
    const { producedId } = await saved('timedAgenda', 'pdf', 'odj.pdf')
    const { faults } = await world.opened.ok('documents.verdict', { producedId })
    expect(faults).toMatchObject([{ code: 'undrawn-signs', about: '😀' }])
    expect((faults ?? []).map(faultSentence)[0]).toContain('remplacés par □\u00a0: 😀.')
  })

  it('is recorded each time it is saved, and once when it is published, saved as published and sent', async () => {
    await saved('timedAgenda', 'pdf', 'a.pdf')
    await saved('timedAgenda', 'pdf', 'b.pdf')
    expect(await produced()).toHaveLength(2)
    await publish()
    const [published, ...others] = await produced()
    expect(published).toMatchObject({ kind: 'timedAgenda', format: 'pdf', pageCount: 1 })
    expect(others).toHaveLength(2)
    const { versions } = await world.opened.ok('agenda.status', { meetingId: world.meetingId })
    expect(published?.sha256).toBe(versions[0]?.sha256 ?? published?.sha256)
    await world.opened.core.internal('writeDocument', {
      subject: { kind: 'agendaVersion', id: versions[0]?.id ?? '' },
      format: 'pdf',
      path: join(folder, 'v1.pdf'),
    })
    expect(hashOf(join(folder, 'v1.pdf'))).toBe(published?.sha256)
    world.setNow('2026-11-02T10:00:00.000Z')
    await world.send('convocation')
    // The letter was made for the message; the agenda went as it was published.
    expect((await produced()).map(({ kind }) => kind)).toEqual([
      'convocation',
      'timedAgenda',
      'timedAgenda',
      'timedAgenda',
    ])
  })

  it('stays in the record when the sending is taken back, and is not recorded twice when it is marked again', async () => {
    await world.send('convocation')
    const before = await produced()
    expect(before.map(({ kind }) => kind).toSorted()).toEqual(['convocation', 'timedAgenda'])
    await world.opened.ok('history.undo', {})
    expect((await produced()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    await world.opened.ok('history.redo', {})
    expect(await produced()).toHaveLength(2)
  })

  it('stays in the record when the very meeting is undone, and is there again with it', async () => {
    const { id } = await world.opened.ok('meetings.create', {
      fields: { date: '2027-01-14', title: 'Séance reprise' },
      fromTemplate: false,
    })
    const subject = { kind: 'signInSheet' as const, meetingId: id }
    const path = join(folder, 'emargement.pdf')
    const written = await world.opened.core.internal('writeDocument', { subject, format: 'pdf', path })
    expect(written).toMatchObject({ ok: true })
    await world.opened.ok('history.undo', {})
    expect(await world.opened.refused('meetings.get', { id })).toBe('not-found')
    expect(await world.opened.ok('documents.produced', { meetingId: id })).toHaveLength(1)
    await world.opened.ok('history.redo', {})
    expect(await world.opened.ok('documents.produced', { meetingId: id })).toHaveLength(1)
  })
})

describe('what cannot be written', () => {
  it('leaves no line, no half file, and the former file as it was', async () => {
    const open = join(folder, 'pris.pdf')
    mkdirSync(open)
    writeFileSync(join(open, 'ancien'), 'ancien')
    const closed = join(folder, 'ferme')
    mkdirSync(closed)
    writeFileSync(join(closed, 'odj.pdf'), 'ancien')
    chmodSync(closed, 0o555)
    const codes: string[] = []
    for (const name of ['absent/odj.pdf', `${'x'.repeat(300)}.pdf`, 'pris.pdf', 'ferme/odj.pdf']) {
      const written = await save('timedAgenda', 'pdf', name)
      codes.push(written.ok ? 'written' : written.error.code)
    }
    chmodSync(closed, 0o755)
    // Nothing is closed to root, who runs these tests in a container.
    const last = process.getuid?.() === 0 ? 'written' : 'folder-read-only'
    expect(codes).toEqual(['folder-gone', 'name-too-long', 'folder-unreachable', last])
    expect(readdirSync(folder).toSorted()).toEqual(['ferme', 'pris.pdf'])
    expect(readdirSync(open)).toEqual(['ancien'])
    expect(readdirSync(closed)).toEqual(['odj.pdf'])
    expect(await produced()).toHaveLength(last === 'written' ? 1 : 0)
  })
})

describe('a damaged PDF, through a real job', () => {
  it('gives the page and a sentence that says what to do', async () => {
    const { opened, meetingId } = world
    await saved('timedAgenda', 'json', 'odj.json')
    await saved('timedAgenda', 'pdf', 'odj.pdf')
    const model: unknown = JSON.parse(readFileSync(join(folder, 'odj.json'), 'utf8'))
    const document = await PDFDocument.load(readFileSync(join(folder, 'odj.pdf')), { updateMetadata: false })
    scrawl(document)
    document.catalog.delete(PDFName.of('Lang'))
    const bytes = await document.save({ updateFieldAppearances: false })
    const jobs = forkRunner(entryOf('job'))
    try {
      const { faults } = await jobs.run('checkPdf', { bytes, model, undrawn: [] })
      expect(faults.map((fault) => `${faultPlace(fault)}|${faultSentence(fault)}`)).toEqual([
        expect.stringMatching(/^\|La langue du document n’est pas dite/),
        expect.stringMatching(/^page\u00a01.*\|Quelque chose est dessiné.*le signaler/),
      ])
      const notPdf = await jobs.run('checkPdf', { bytes: new Uint8Array(20), model, undrawn: [] })
      expect(notPdf.faults).toMatchObject([{ code: 'unreadable', page: null }])
    } finally {
      jobs.close()
    }
    expect(await opened.ok('documents.produced', { meetingId })).toHaveLength(2)
  })
})

/** Draws outside the structure of the first page. */
function scrawl(document: PDFDocument): void {
  const node = document.getPages()[0]?.node
  const reference = node?.get(PDFName.of('Contents'))
  const content = node?.lookup(PDFName.of('Contents'))
  if (!(reference instanceof PDFRef) || !(content instanceof PDFRawStream)) throw new Error('unexpected')
  const drawn = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')
  document.context.assign(
    reference,
    document.context.stream(Buffer.from(`${drawn}\n0 0 10 10 re f\n`, 'latin1')),
  )
}
