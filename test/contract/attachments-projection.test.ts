import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InternalCalls } from '../../electron/contract/wire.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

type Input = InternalCalls['buildProjection']['input']

let opened: OpenedCore
let meetingId: string
let itemId: string
let place: string
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-12-09T17:40:00.000Z' })
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
  itemId = newId()
  const fields = { title: 'Annuaire' }
  await opened.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  place = mkdtempSync(join(tmpdir(), 'seances-projection-'))
})
afterEach(async () => {
  await opened.dispose()
  rmSync(place, { recursive: true, force: true })
})

const folder = () => join(place, '2026-12-10_Projection_INP')
const visible = (path = folder()) =>
  readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()
const read = (name: string) => readFileSync(join(folder(), name), 'utf8')
async function add(fileName: string, text = fileName, replaces?: string): Promise<string> {
  const file = { fileName, bytes: new TextEncoder().encode(text) }
  const becomes = replaces === undefined ? {} : { replaces }
  const list = await opened.ok('attachments.add', { meetingId, itemId, file, ...becomes })
  return list.find((one) => one.fileName === fileName)?.id ?? ''
}
async function tryBuild(more: Partial<Input> = {}) {
  return opened.core.internal('buildProjection', { meetingId, place, withPdf: false, pdfs: [], ...more })
}
async function build(more: Partial<Input> = {}) {
  const built = await tryBuild(more)
  if (!built.ok) throw new Error(`${built.error.code} ${opened.log.join('\n')}`)
  return built.value
}
const state = () => opened.ok('attachments.projection', { meetingId })

describe('the projection folder', () => {
  it('holds the current files under their names, and is rebuilt in place after a replacement', async () => {
    expect(await state()).toBeNull()
    const first = await add('Annuaire.pptx', 'un')
    await add('note.pdf')
    expect(await build()).toEqual({
      folderName: '2026-12-10_Projection_INP',
      fileNames: expect.arrayContaining(['01_Annuaire.pptx', '01_note.pdf']),
      leftAlone: [],
    })
    expect(await state()).toMatchObject({
      isCurrent: true,
      fileCount: 2,
      builtAt: '2026-12-09T17:40:00.000Z',
    })
    await add('Annuaire_final.pptx', 'deux', first)
    expect(await state()).toMatchObject({ isCurrent: false })
    await build()
    expect(visible()).toEqual(['01_Annuaire_v2.pptx', '01_note.pdf'])
    expect(read('01_Annuaire_v2.pptx')).toBe('deux')
    expect(readdirSync(place)).toEqual([basename(folder())])
    await opened.restart()
    expect(await state()).toMatchObject({ isCurrent: true, folderName: '2026-12-10_Projection_INP' })
    expect(await opened.core.internal('projectionPlan', { meetingId })).toMatchObject({ value: { place } })
  })

  it('leaves alone and tells what somebody else put or changed there', async () => {
    await add('Annuaire.pptx', 'un')
    await add('note.pdf', 'note')
    await build()
    writeFileSync(join(folder(), 'photo.jpg'), 'photo')
    writeFileSync(join(folder(), '01_Annuaire.pptx'), 'corrigé par le porteur')
    writeFileSync(join(folder(), 'Thumbs.db'), 'système')
    mkdirSync(join(folder(), 'vidéos'))
    writeFileSync(join(folder(), 'vidéos', 'film.mp4'), 'film')
    for (let again = 0; again < 2; again += 1) {
      const built = await build()
      expect(built.leftAlone.sort()).toEqual(['01_Annuaire.pptx', 'photo.jpg', 'vidéos'])
      expect(visible()).toEqual([
        '01_Annuaire (2).pptx',
        '01_Annuaire.pptx',
        '01_note.pdf',
        'Thumbs.db',
        'photo.jpg',
        'vidéos',
      ])
    }
    expect(read('01_Annuaire.pptx')).toBe('corrigé par le porteur')
    expect(read('01_Annuaire (2).pptx')).toBe('un')
    expect(read('vidéos/film.mp4')).toBe('film')
  })

  it('never takes a folder of somebody else for its own', async () => {
    mkdirSync(folder())
    writeFileSync(join(folder(), '01_Annuaire.pptx'), 'le mien')
    await add('Annuaire.pptx', 'un')
    expect((await build()).folderName).toBe('2026-12-10_Projection_INP (2)')
    expect(read('01_Annuaire.pptx')).toBe('le mien')
    expect(visible()).toEqual(['01_Annuaire.pptx'])
  })

  it('keeps apart two meetings of one day', async () => {
    await add('Annuaire.pptx')
    await build()
    const other = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
    expect((await build({ meetingId: other.id })).folderName).toBe('2026-12-10_Projection_INP (2)')
    expect((await build()).folderName).toBe('2026-12-10_Projection_INP')
    expect(visible()).toEqual(['01_Annuaire.pptx'])
  })

  it('follows the meeting to its new date, with what is not ours', async () => {
    await add('Annuaire.pptx')
    await build()
    writeFileSync(join(folder(), 'photo.jpg'), 'photo')
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    await opened.ok('meetings.move', {
      id: meetingId,
      version: meeting.version,
      date: '2026-12-17',
      startTime: meeting.startTime,
      endTime: meeting.endTime,
      reason: 'Salle prise',
    })
    await build()
    expect(readdirSync(place)).toEqual(['2026-12-17_Projection_INP'])
    expect(visible(join(place, '2026-12-17_Projection_INP'))).toEqual(['01_Annuaire.pptx', 'photo.jpg'])
  })

  it('stays as it was when the new one cannot be made', async () => {
    await add('Annuaire.pptx', 'un')
    await build()
    const hash = createHash('sha256').update('deux').digest('hex')
    await add('note.pdf', 'deux')
    writeFileSync(join(opened.folder, 'pieces', hash), 'abîmé')
    expect(await tryBuild()).toMatchObject({ ok: false, error: { code: 'kept-file-altered' } })
    expect(visible()).toEqual(['01_Annuaire.pptx'])
    expect(readdirSync(place)).toEqual([basename(folder())])
    expect(await tryBuild({ place: join(place, 'absent') })).toMatchObject({
      error: { code: 'folder-unreachable' },
    })
  })

  it('puts right what a build ended in its middle left behind', async () => {
    await add('Annuaire.pptx', 'un')
    await build()
    writeFileSync(join(folder(), 'photo.jpg'), 'photo')
    const aside = (state: string) => join(place, `.${basename(folder())}.${state}`)
    // Ended between the two renames: nothing is at the place.
    renameSync(folder(), aside('ancien'))
    mkdirSync(aside('nouveau'))
    writeFileSync(join(aside('nouveau'), '01_Ann'), 'moitié')
    await build()
    expect(visible()).toEqual(['01_Annuaire.pptx', 'photo.jpg'])
    expect(readdirSync(place)).toEqual([basename(folder())])
    // Ended before the old folder was emptied.
    renameSync(folder(), aside('ancien'))
    mkdirSync(folder())
    renameSync(join(aside('ancien'), '.seances-inp.json'), join(folder(), '.seances-inp.json'))
    writeFileSync(join(aside('ancien'), '.seances-inp.json'), read('.seances-inp.json'))
    await build()
    expect(visible()).toEqual(['01_Annuaire.pptx', 'photo.jpg'])
    expect(readdirSync(place)).toEqual([basename(folder())])
  })

  it('is built again where it was when somebody took it away, and says that it cannot be opened', async () => {
    await add('Annuaire.pptx')
    await build()
    rmSync(folder(), { recursive: true })
    expect(await opened.core.internal('projectionFolder', { meetingId })).toMatchObject({
      error: { code: 'folder-unreachable' },
    })
    await build()
    expect(existsSync(join(folder(), '01_Annuaire.pptx'))).toBe(true)
  })

  it('has the PDF of each presentation beside it, made once for the same presentation', async () => {
    const slides = await add('Annuaire.pptx', 'diapositives')
    await add('Bilan.pptx', 'bilan')
    await add('Bilan.pdf', 'bilan en pdf')
    const plan = async () => {
      const answer = await opened.core.internal('projectionPlan', { meetingId })
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value.slides.map(({ attachmentId, name, pdfPath }) => ({ attachmentId, name, pdfPath }))
    }
    expect(await plan()).toEqual([{ attachmentId: slides, name: '01_Annuaire.pptx', pdfPath: null }])
    const pdf = join(opened.folder, 'slides.pdf')
    writeFileSync(pdf, '%PDF-1.7 annuaire')
    const converted = { withPdf: true, pdfs: [{ attachmentId: slides, path: pdf }] }
    await build(converted)
    expect(visible()).toEqual(['01_Annuaire.pdf', '01_Annuaire.pptx', '01_Bilan.pdf', '01_Bilan.pptx'])
    const kept = join(folder(), '01_Annuaire.pdf')
    expect(await plan()).toMatchObject([{ pdfPath: kept }])
    await build({ withPdf: true, pdfs: [{ attachmentId: slides, path: kept }] })
    expect(read('01_Annuaire.pdf')).toBe('%PDF-1.7 annuaire')
    writeFileSync(kept, 'autre chose')
    expect(await plan()).toMatchObject([{ pdfPath: null }])
    await add('Annuaire_v2.pptx', 'diapositives revues', slides)
    expect(await plan()).toMatchObject([{ name: '01_Annuaire_v2.pptx', pdfPath: null }])
  })

  it('reads a desk written before there were projection folders', async () => {
    const old = { copyFolder: null, copyDeclined: true, lastCopyAt: null, lastFailure: null }
    await opened.restart(() => writeFileSync(join(opened.folder, 'desk.json'), JSON.stringify(old)))
    expect(await opened.ok('settings.copies', {})).toMatchObject({ choice: 'declined' })
    await add('Annuaire.pptx')
    await build()
    expect(await opened.ok('settings.copies', {})).toMatchObject({ choice: 'declined' })
    expect(await state()).toMatchObject({ isCurrent: true })
  })
})
