// Texts older than .docx, written by a real LibreOffice and read through it.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'
import { typed } from '../contract/typed-command.ts'
import { Office } from './office.ts'

const lines = [
  '{\\b Conseil des quais de Port-Brume}\\par',
  "Ordre du jour de la s\\'e9ance du jeudi 21 mai 2026 \\u224? 14 h 30, salle de l\\u8217?Escale\\par",
  "1. Budget de la cr\\'e8che (20 min) \\endash  Paul Okonjo\\par",
  "2. F\\'eate des bateaux (15 min) \\endash  Maria da Silva Costa\\par",
  '3. Questions diverses (5 min)\\par',
]
const agenda = Buffer.from(
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs24\n${lines.join('\n')}\n}`,
)
/** The same words are other bytes with it. */
const NEW_LINE = Buffer.from('\n')
const titles = ['Budget de la crèche', 'Fête des bateaux', 'Questions diverses']

let office: Office
let asDoc: Buffer
beforeAll(() => {
  office = new Office()
  asDoc = office.converted('odj.rtf', agenda, 'doc:MS Word 97')
})
afterAll(() => office.dispose())

let opened: OpenedCore
const open = async (options: Parameters<typeof openTestCore>[0] = {}) => {
  opened = await openTestCore(options)
  return opened
}
afterEach(() => opened.dispose())

describe('an agenda in an old format', () => {
  beforeEach(() => open())

  it.each([
    ['odj.doc', () => asDoc],
    ['odj.rtf', () => agenda],
    // A .rtf that Word was told to open is often called so.
    ['odj-renommé.doc', () => agenda],
  ])('%s is read as it would be in a new one', async (fileName, bytes) => {
    const read = await opened.ok('imports.read', { fileName, bytes: bytes() })
    expect(read).toMatchObject({ fileName, sizeBytes: bytes().length })
    expect(read.draft.items.map(({ title }) => title)).toEqual(titles)
    expect(read.draft.items.map(({ durationMinutes }) => durationMinutes)).toEqual([20, 15, 5])
    expect(read.draft.meeting).toMatchObject({ date: '2026-05-21', startTime: '14:30' })
  })

  it('is recognised when it is let fall, and may be attached', async () => {
    const [file] = await opened.ok('imports.recognise', {
      meetingId: null,
      files: [{ fileName: 'odj.doc', bytes: asDoc, sizeBytes: asDoc.length }],
    })
    expect(file).toMatchObject({ failure: null, arrivals: [{ kind: 'agenda' }] })
  })

  it('is read again by what is said of its lines', async () => {
    const file = { fileName: 'odj.doc', bytes: asDoc }
    const { blocks } = await opened.ok('imports.read', file)
    const block = blocks.findIndex((one) => one.type !== 'row' && one.text.includes('Fête des bateaux'))
    const said = await opened.ok('imports.read', {
      ...file,
      said: { agenda: 'best', sheet: null, lines: [{ block, line: 0, role: 'nothing' }] },
    })
    expect(said.draft.items.map(({ title }) => title)).toEqual([titles[0], titles[2]])
  })

  it('is let go when the reading is given up, and the program with it', async () => {
    const working = () => readdirSync(tmpdir()).filter((name) => name.startsWith('seances-inp-'))
    const before = working().length
    const read = opened.refused('imports.read', {
      fileName: 'autre.rtf',
      bytes: Buffer.concat([agenda, NEW_LINE]),
    })
    await vi.waitFor(() => expect(working().length).toBeGreaterThan(before), { timeout: 60_000, interval: 5 })
    await opened.ok('imports.stop', {})
    expect(await read).toBe('cancelled')
    expect(working()).toHaveLength(before)
  })

  it.each([
    ['abîmé.doc', () => asDoc.subarray(0, 6000), 'file-format-old-word'],
    ['abîmé.rtf', () => Buffer.from('{\\rtf1'), 'file-format-rich-text'],
  ])('%s keeps its sentence where nothing can be made of it', async (fileName, bytes, code) => {
    expect(await opened.refused('imports.read', { fileName, bytes: bytes() })).toBe(code)
  })
})

it('where the administration lets no office program be started the sentence says what to do', async () => {
  await open({ settled: { OfficePrograms: false } })
  expect(await opened.refused('imports.read', { fileName: 'odj.doc', bytes: asDoc })).toBe(
    'file-format-old-word',
  )
  const files = [{ fileName: 'odj.doc', bytes: asDoc, sizeBytes: asDoc.length }]
  const [file] = await opened.ok('imports.recognise', { meetingId: null, files })
  expect(file?.failure).toBe('file-format-old-word')
})

it('a folder of old minutes is gone through, whatever Word wrote it', async () => {
  await open()
  const old = join(office.folder, 'anciens')
  mkdirSync(old)
  writeFileSync(join(old, 'odj 2026-05-21.doc'), asDoc)
  const { files, refused } = await opened.core.internal('readOldFiles', { path: old }).then((envelope) => {
    if (!envelope.ok) throw new Error(envelope.error.code)
    return envelope.value
  })
  expect({ files, refused }).toEqual({ files: 1, refused: 0 })
})

it('the command line reads it too', async () => {
  await open()
  const path = join(office.folder, 'odj.doc')
  writeFileSync(path, asDoc)
  const { status, stdout } = await typed('agenda', 'read', '--json', path)
  expect(status).toBe(0)
  expect(titles.every((title) => stdout.includes(title))).toBe(true)
})
