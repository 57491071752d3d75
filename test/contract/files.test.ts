import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { xlsx } from '../fixtures/corpus/make/sheets.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })).id
})
afterEach(() => opened.dispose())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const add = (fileName: string, bytes = bytesOf(fileName)) => ({
  meetingId,
  itemId: null,
  file: { fileName, bytes },
})

describe('attachments', () => {
  it('are kept once under their hash, removed, and found again by undo', async () => {
    const bytes = bytesOf('note juridique')
    await opened.ok('attachments.add', add('note.pdf', bytes))
    expect(await opened.refused('attachments.add', add('copie.pdf', bytes))).toBe('file-already-there')
    const [first] = await opened.ok('attachments.list', { meetingId })
    expect(first?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(readdirSync(join(opened.folder, 'pieces'))).toEqual([first?.sha256])
    expect(await opened.ok('attachments.remove', { id: first?.id ?? '', version: 1 })).toHaveLength(0)
    await opened.ok('history.undo', {})
    expect(await opened.ok('attachments.list', { meetingId })).toHaveLength(1)
  })

  it.each(['virus.exe', 'macro.VBS', 'raccourci.lnk', 'script.sh'])('refuse %s', async (name) => {
    expect(await opened.refused('attachments.add', add(name))).toBe('file-refused')
    expect(await opened.ok('attachments.list', { meetingId })).toEqual([])
  })

  it('refuse a program under an innocent name, and an empty file', async () => {
    expect(await opened.refused('attachments.add', add('photo.jpg', bytesOf('MZ…')))).toBe('file-refused')
    expect(await opened.refused('attachments.add', add('vide.pdf', new Uint8Array()))).toBe('file-empty')
  })

  it('say when a kept file is no longer what it was', async () => {
    const [kept] = await opened.ok('attachments.add', add('note.pdf'))
    writeFileSync(join(opened.folder, 'pieces', kept?.sha256 ?? ''), 'autre chose')
    expect(await opened.core.internal('attachmentFile', { id: kept?.id ?? '', to: 'export' })).toMatchObject({
      ok: false,
      error: { code: 'kept-file-altered' },
    })
  })
})

describe('imports', () => {
  const agenda = bytesOf(
    '# Ordre du jour du jeudi 14 janvier 2027\n\n1. Annuaire (20 min)\n   1. Cadre juridique (5 min)\n2. Archives (15 min)\n',
  )

  it('read a file without storing anything, then take it in at once, undone at once', async () => {
    const read = await opened.ok('imports.read', { fileName: 'odj.md', bytes: agenda })
    expect(read.draft.meeting.date).toBe('2027-01-14')
    expect(await opened.ok('meetings.list', { year: 2027 })).toEqual([])
    const view = await opened.ok('imports.apply', {
      fileName: 'odj.md',
      items: read.draft.items,
      target: { type: 'new', fields: { date: '2027-01-14' } },
    })
    expect(view.items.map(({ title, durationMinutes }) => [title, durationMinutes])).toEqual([
      ['Annuaire', 20],
      ['Cadre juridique', 5],
      ['Archives', 15],
    ])
    expect(view.items[1]?.parentId).toBe(view.items[0]?.id)
    await opened.ok('history.undo', {})
    expect(await opened.ok('meetings.list', { year: 2027 })).toEqual([])
  })

  it('add to an existing meeting after its items', async () => {
    const { draft } = await opened.ok('imports.read', { fileName: 'odj.md', bytes: agenda })
    const view = await opened.ok('imports.apply', {
      fileName: 'odj.md',
      items: draft.items,
      target: { type: 'existing', meetingId },
    })
    expect(view.items).toHaveLength(5)
    expect(view.items.at(-1)?.title).toBe('Archives')
  })

  it('read a workbook with its other sheets beside the one that is shown', async () => {
    const rows = (title: string) => [
      ['N°', 'Sujet', 'Durée'],
      [1, title, '20 min'],
    ]
    const bytes = xlsx([
      { name: 'Mars', rows: rows('Budget') },
      { name: 'Avril', rows: rows('Archives') },
    ])
    const read = await opened.ok('imports.read', { fileName: 'odj.xlsx', bytes })
    expect(read.sheet).toEqual({ at: 0, name: 'Mars' })
    expect(read.otherSheets).toMatchObject([
      { at: 1, name: 'Avril', draft: { items: [{ title: 'Archives' }] } },
    ])
    expect(read.draft.warnings.map(({ code }) => code)).toContain('sheets-left-aside')
  })

  it('refuse what cannot be read, by its own code', async () => {
    expect(await opened.refused('imports.read', { fileName: 'vide.docx', bytes: new Uint8Array() })).toBe(
      'file-empty',
    )
    expect(
      await opened.refused('imports.read', { fileName: 'faux.docx', bytes: bytesOf('PK\u0003\u0004abc') }),
    ).toBe('file-damaged')
    expect(
      await opened.refused('imports.read', {
        fileName: 'gros.docx',
        bytes: new Uint8Array(51 * 1024 * 1024),
      }),
    ).toBe('file-too-large')
  })
})
