import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import {
  type Application,
  answerSaveDialog,
  callBridge,
  freshFolder,
  startApplication,
} from './application.ts'

let app: Application
const folder = freshFolder()
const dataDir = join(folder, 'data')
const bytesOf = (text: string) => new TextEncoder().encode(text)
beforeAll(async () => {
  app = await startApplication({ dataDir })
})
afterAll(() => app.close())

const modeOf = (path: string) => (lstatSync(path).mode & 0o777).toString(8)
/** Everything below a folder that others than its owner can read, itself included. */
function seenByOthers(path: string): string[] {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return []
  const below = found.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : []
  return [...((found.mode & 0o077) === 0 ? [] : [path]), ...below.flatMap(seenByOthers)]
}
/** Where the copies lie that other programs open. */
function openedFolder(): string {
  const base = join(folder, 'profile', 'seances-inp')
  const window = readdirSync(base).find((name) => name.startsWith('window'))
  return join(base, window ?? '', 'opened')
}

/** Has the system's programs note what they are asked to open. */
async function noteOpened(): Promise<() => Promise<string[]>> {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'opened', opened)
    shell.openPath = async (path) => {
      opened.push(path)
      return ''
    }
  })
  return () => app.electron.evaluate(() => Reflect.get(globalThis, 'opened'))
}

async function attach(fileName: string, bytes: Uint8Array): Promise<{ id: string; meetingId: string }> {
  const meeting = await callBridge(app.page, 'meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: false,
  })
  if (!meeting.ok) throw new Error(meeting.error.code)
  const meetingId = meeting.value.id
  const added = await app.page.evaluate(
    ([place, name, text]) =>
      Reflect.get(globalThis, 'seances').call('attachments.add', {
        meetingId: place,
        itemId: null,
        file: { fileName: name, bytes: new TextEncoder().encode(text) },
      }),
    [meetingId, fileName, new TextDecoder().decode(bytes)] as const,
  )
  if (!added.ok) throw new Error(added.error.code)
  return { id: added.value[0].id, meetingId }
}

it('a document opens as a copy that its owner alone reads and nobody changes; what is on no list is exported', async () => {
  const opened = await noteOpened()
  const note = await attach('note.pdf', bytesOf('%PDF-1.7'))
  expect(await callBridge(app.page, 'attachments.open', { id: note.id })).toEqual({ ok: true, value: {} })
  const [copy = ''] = await opened()
  expect(basename(copy)).toBe('note.pdf')
  expect(dirname(dirname(copy))).toBe(openedFolder())
  expect(modeOf(copy)).toBe('400')
  expect(seenByOthers(openedFolder())).toEqual([])

  const disk = await attach('disque.iso', bytesOf('CD001'))
  expect(await callBridge(app.page, 'attachments.open', { id: disk.id })).toEqual({
    ok: false,
    error: { code: 'file-not-opened' },
  })
  expect(await opened()).toHaveLength(1)
  await answerSaveDialog(app.electron, join(folder, 'disque.iso'))
  expect(await callBridge(app.page, 'attachments.export', { id: disk.id })).toEqual({
    ok: true,
    value: { fileName: 'disque.iso' },
  })
  expect(existsSync(join(folder, 'disque.iso'))).toBe(true)
  await answerSaveDialog(app.electron, null)
  expect(await callBridge(app.page, 'attachments.export', { id: disk.id })).toEqual({ ok: true, value: null })
})

it('what is copied is said copied once the clipboard has it', async () => {
  const meetings = await callBridge(app.page, 'meetings.list', { year: null })
  const meetingId = meetings.ok ? (meetings.value[0]?.id ?? '') : ''
  const prepared = await callBridge(app.page, 'dispatch.prepare', {
    meetingId,
    kind: 'convocation',
    itemId: null,
  })
  const id = prepared.ok ? (prepared.value[0]?.dispatch.id ?? newId()) : newId()
  expect(await callBridge(app.page, 'dispatch.copy', { id, what: 'subject' })).toEqual({
    ok: true,
    value: {},
  })
  // As Electron 44 and later do it: what goes wrong is known by the promise alone.
  await app.electron.evaluate(({ clipboard }) => {
    clipboard.writeText = () => Promise.reject(new Error('the clipboard is held by another program'))
  })
  expect(await callBridge(app.page, 'dispatch.copy', { id, what: 'subject' })).toMatchObject({ ok: false })
})

it('data, copies and the log are read by their owner alone, an export as all that is made there', async () => {
  const backup = await callBridge(app.page, 'backups.make', {})
  expect(backup.ok).toBe(true)
  expect(readdirSync(join(dataDir, 'pieces')).length).toBeGreaterThan(0)
  expect(seenByOthers(dataDir)).toEqual([])
  const window = dirname(openedFolder())
  expect(modeOf(window)).toBe('700')
  const meetings = await callBridge(app.page, 'meetings.list', { year: null })
  const meetingId = meetings.ok ? (meetings.value[0]?.id ?? '') : ''
  const path = join(folder, 'ordre-du-jour.pdf')
  await answerSaveDialog(app.electron, path)
  const saved = await callBridge(app.page, 'documents.save', { kind: 'agenda', meetingId })
  expect(saved).toMatchObject({ ok: true })
  const control = join(folder, 'control')
  writeFileSync(control, '')
  expect(modeOf(path)).toBe(modeOf(control))
})

it('copies that were opened are gone when the application closes, and those of one that died when it starts', async () => {
  const opened = openedFolder()
  expect(existsSync(opened)).toBe(true)
  await app.close()
  expect(existsSync(opened)).toBe(false)
  mkdirSync(join(opened, 'copy-planted'), { recursive: true })
  writeFileSync(join(opened, 'copy-planted', 'note.pdf'), '%PDF-1.7', { mode: 0o400 })
  app = await startApplication({ dataDir })
  await expect.poll(() => existsSync(opened)).toBe(false)
})
