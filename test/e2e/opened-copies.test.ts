import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Envelope } from '../../electron/contract/method.ts'
import { href } from '../../renderer/app/paths.ts'
import { attachmentsText } from '../../renderer/text/attachments.ts'
import {
  type Application,
  answerOpenDialog,
  callBridge,
  freshFolder,
  startApplication,
} from './application.ts'
import { type Meetings, openSample, show } from './screens.ts'

let app: Application
let meetings: Meetings
beforeAll(async () => {
  ;({ app, meetings } = await openSample())
  await watchPrograms()
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

function answered<T>(envelope: Envelope<T>): T {
  if (!envelope.ok) throw new Error(envelope.error.code)
  return envelope.value
}

/** No program of the system takes part: what it would have been given is written down. */
const watchPrograms = () =>
  app.electron.evaluate(({ shell }) => {
    const given: string[] = []
    Reflect.set(globalThis, 'given', given)
    shell.openPath = async (path) => {
      given.push(path)
      return ''
    }
  })

const programs = () => app.electron.evaluate((): string[] => Reflect.get(globalThis, 'given'))
/** The same, and none afterwards. */
const given = () => app.electron.evaluate((): string[] => Reflect.get(globalThis, 'given').splice(0))

/** The window's own process takes itself for one on Windows, where a mark is a stream beside the file; here a file. */
async function onWindows<T>(work: () => Promise<T>): Promise<T> {
  const say = (name: string) =>
    app.electron.evaluate(
      (_, platform) => void Object.defineProperty(process, 'platform', { value: platform }),
      name,
    )
  await say('win32')
  try {
    return await work()
  } finally {
    await say(process.platform)
  }
}

const markOf = (path: string) =>
  existsSync(`${path}:Zone.Identifier`) ? readFileSync(`${path}:Zone.Identifier`, 'utf8') : ''

const MARK = '[ZoneTransfer]\r\nZoneId=3\r\n'

/** Adds a document to the meeting in preparation; returns the names as they are listed. */
async function attach(fileName: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  answered(
    await callBridge(app.page, 'attachments.add', {
      ...{ meetingId: meetings.planned, itemId: null },
      file: { fileName, bytes },
    }),
  )
}

const showDocuments = () =>
  show(app.page, 'attachments', href('attachments', { meetingId: meetings.planned }))

describe('a document of a meeting', () => {
  it('is opened as a read-only copy, marked as received, which closing and starting remove', async () => {
    await attach('note de cadrage.txt', 'note de cadrage')
    await showDocuments()
    const open = app.page.getByRole('button', { name: attachmentsText.open('note de cadrage.txt') })
    const path = await onWindows(async () => {
      await open.click()
      await expect.poll(programs).toHaveLength(1)
      return (await given())[0] ?? ''
    })
    expect(path).toMatch(/[\\/]opened[\\/]copy-[^\\/]+[\\/][^\\/]+$/)
    expect(basename(path)).toBe('note de cadrage.txt')
    expect(readFileSync(path, 'utf8')).toBe('note de cadrage')
    expect(statSync(path).mode & 0o777).toBe(0o400)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    expect(markOf(path)).toBe(MARK)
    await app.close()
    expect(existsSync(dirname(path))).toBe(false)
    const { dataDir } = app
    // As a program that was killed leaves them.
    const left = join(dirname(dirname(path)), 'left behind.txt')
    mkdirSync(dirname(left), { recursive: true })
    writeFileSync(left, '')
    app = await startApplication({ dataDir })
    await watchPrograms()
    await expect.poll(() => existsSync(left)).toBe(false)
  })

  it('is not opened when it is of a kind that is only kept, and the screen says so', async () => {
    await attach('disque.iso', 'CD001')
    await showDocuments()
    const name = app.page.getByTitle(attachmentsText.onlyExported('disque.iso'))
    await name.waitFor()
    await name.click()
    const listed = answered(await callBridge(app.page, 'attachments.list', { meetingId: meetings.planned }))
    const id = listed.find(({ fileName }) => fileName === 'disque.iso')?.id ?? ''
    expect(await callBridge(app.page, 'attachments.open', { id })).toMatchObject({
      error: { code: 'file-not-opened' },
    })
    expect(await given()).toEqual([])
  })

  it('goes marked into the folder for projection and into the folder of a message', async () => {
    const place = freshFolder()
    await answerOpenDialog(app.electron, [place])
    const meetingId = meetings.planned
    const built = await onWindows(async () =>
      answered(
        await callBridge(app.page, 'attachments.buildProjection', {
          meetingId,
          convert: false,
          elsewhere: false,
        }),
      ),
    )
    const names = built?.fileNames ?? []
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(markOf(join(place, built?.folderName ?? '', name))).toBe(MARK)
    const [message] = answered(
      await callBridge(app.page, 'dispatch.prepare', { meetingId, kind: 'convocation', itemId: null }),
    )
    const written = await onWindows(async () =>
      answered(await callBridge(app.page, 'dispatch.openFolder', { id: message?.dispatch.id ?? '' })),
    )
    expect(written.fileCount).toBeGreaterThan(0)
    const [folder = ''] = await given()
    const papers = readdirSync(folder).filter((name) => !name.includes(':'))
    expect(papers).toHaveLength(written.fileCount)
    for (const name of papers) expect(markOf(join(folder, name))).toBe(MARK)
  })
})
