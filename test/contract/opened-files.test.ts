import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { fateOf } from '../../electron/domain/documents/opening.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { internal } from './profile-world.ts'
import { openTwoDesks } from './two-desks.ts'

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const sound = bytesOf('%PDF-1.7\nla note')

/** Rows that no door lets in: what they are called, what they hold, and what becomes of them. */
const forged = [
  { fileName: 'note.pdf.exe', bytes: bytesOf('MZ\x90\0'), open: 'file-refused', export: 'file-refused' },
  { fileName: 'liste.bat.', bytes: bytesOf('@echo off'), open: 'file-refused', export: 'file-refused' },
  { fileName: 'photo.jpg', bytes: bytesOf('MZ\x90\0.'), open: 'file-refused', export: 'file-refused' },
  { fileName: 'Images.library-ms', bytes: bytesOf('<?xml?>'), open: 'file-refused', export: 'file-refused' },
  { fileName: 'page.pdf', bytes: bytesOf('<html>'), open: 'file-not-opened', export: 'ok' },
  { fileName: 'disque.iso', bytes: bytesOf('CD001'), open: 'file-not-opened', export: 'ok' },
  { fileName: 'requete.iqy', bytes: bytesOf('WEB'), open: 'file-not-opened', export: 'ok' },
] as const

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-portes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A meeting with a sound document for each forged row, which then take the documents' place behind the core's back. */
async function plant(desk: OpenedCore): Promise<void> {
  const { id: meetingId } = await desk.ok('meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: false,
  })
  for (const [rank] of [...forged, null].entries())
    await desk.ok('attachments.add', {
      meetingId,
      itemId: null,
      file: { fileName: `note-${rank}.pdf`, bytes: Buffer.concat([sound, bytesOf(String(rank))]) },
    })
  desk.isTampered = true
  await desk.restart(() => {
    const db = new Database(join(desk.folder, 'seances.sqlite'), nativeOptions())
    const put = db.prepare(
      'UPDATE attachment SET file_name = ?, sha256 = ?, size_bytes = ? WHERE file_name = ?',
    )
    for (const [rank, { fileName, bytes }] of forged.entries()) {
      writeFileSync(join(desk.folder, 'pieces', sha256(bytes)), bytes)
      put.run(fileName, sha256(bytes), bytes.length, `note-${rank}.pdf`)
    }
    db.close()
  })
}

/** What each document gives when it is opened and when it is exported. */
async function doors(desk: OpenedCore): Promise<Record<string, { open: string; export: string }>> {
  const [meeting] = await desk.ok('meetings.list', { year: 2026 })
  const listed = await desk.ok('attachments.list', { meetingId: meeting?.id ?? '' })
  const outcome = async (id: string, to: 'open' | 'export') => {
    const answer = await desk.core.internal('attachmentFile', { id, to })
    return answer.ok ? 'ok' : answer.error.code
  }
  return Object.fromEntries(
    await Promise.all(
      listed.map(
        async ({ id, fileName }) =>
          [fileName, { open: await outcome(id, 'open'), export: await outcome(id, 'export') }] as const,
      ),
    ),
  )
}

const expected = {
  ...Object.fromEntries(forged.map(({ fileName, open, export: out }) => [fileName, { open, export: out }])),
  // The control: the same doors let a sound document through.
  [`note-${forged.length}.pdf`]: { open: 'ok', export: 'ok' },
}

describe('a forged row is judged again when its file leaves', () => {
  it('on the desk itself, and from a backup of it', async () => {
    const desk = await openTestCore()
    const other = await openTestCore()
    try {
      await plant(desk)
      expect(await doors(desk)).toEqual(expected)
      const { token } = await desk.ok('backups.make', {})
      // The backup has the same rows.
      other.isTampered = true
      await internal(other, 'restoreChosen', { path: join(desk.folder, 'sauvegardes', token) })
      expect(await doors(other)).toEqual(expected)
    } finally {
      await desk.dispose()
      await other.dispose()
    }
  })

  it('from a profile', async () => {
    const desk = await openTestCore()
    const other = await openTestCore()
    try {
      await plant(desk)
      const path = join(folder, 'profil.zip')
      await internal(desk, 'exportProfile', { path, form: 'zip' })
      await internal(other, 'importProfile', { path })
      expect(await doors(other)).toEqual(expected)
    } finally {
      await desk.dispose()
      await other.dispose()
    }
  })

  it('from a hand-over', async () => {
    const desks = await openTwoDesks()
    try {
      await plant(desks.first)
      await desks.first.ok('handOver.transmit', {})
      desks.second.isTampered = true
      await desks.second.ok('handOver.take', { breaks: false })
      expect(await doors(desks.second)).toEqual(expected)
    } finally {
      await desks.close()
    }
  })

  it('and no program goes into the projection folder or a profile', async () => {
    const desk = await openTestCore()
    const written = (within = '') =>
      readdirSync(join(folder, within), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name, parentPath }) => ({ name, bytes: readFileSync(join(parentPath, name)) }))
    const programs = (within = '') =>
      written(within)
        .filter(({ name, bytes }) => fateOf(name, bytes) === 'refused')
        .map(({ name }) => name)
    try {
      await plant(desk)
      const [meeting] = await desk.ok('meetings.list', { year: 2026 })
      const meetingId = meeting?.id ?? ''
      await internal(desk, 'buildProjection', { meetingId, place: folder, withPdf: false, pdfs: [] })
      expect(written().map(({ name }) => name)).toContain(`00_note-${forged.length}.pdf`)
      expect(programs()).toEqual([])
      await internal(desk, 'exportProfile', { path: join(folder, 'profil'), form: 'folder' })
      // All of it is there, under names that no desk runs.
      const pieces = join('profil', 'pieces')
      expect(written(pieces).filter(({ name }) => name.endsWith('.retenu'))).toHaveLength(4)
      expect(programs(pieces).filter((name) => !name.endsWith('.retenu'))).toEqual([])
    } finally {
      await desk.dispose()
    }
  })
})

describe('a file taken from a mail', () => {
  it('leaves under a name that every system takes', async () => {
    const desk = await openTestCore()
    try {
      const id = '01970000-0000-7000-8000-000000000001'
      await desk.ok('subjects.add', { id, fields: { title: 'Annuaire' } })
      const file = { fileName: 'RE: note ?\u202e.pdf. ', bytes: sound }
      const { files } = await desk.ok('subjects.addFile', { subjectId: id, file })
      expect(await desk.core.internal('subjectFile', { id: files[0]?.id ?? '', to: 'open' })).toMatchObject({
        ok: true,
        value: { fileName: 'RE- note --.pdf' },
      })
      const page = { fileName: 'page.html', bytes: bytesOf('<script>') }
      const more = await desk.ok('subjects.addFile', { subjectId: id, file: page })
      const kept = more.files.find(({ fileName }) => fileName === 'page.html')?.id ?? ''
      expect(await desk.core.internal('subjectFile', { id: kept, to: 'open' })).toMatchObject({
        error: { code: 'file-not-opened' },
      })
      expect(await desk.core.internal('subjectFile', { id: kept, to: 'export' })).toMatchObject({ ok: true })
    } finally {
      await desk.dispose()
    }
  })
})
