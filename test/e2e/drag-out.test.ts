import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { href } from '../../renderer/app/paths.ts'
import { attachmentsText as text } from '../../renderer/text/attachments.ts'
import { type Application, callBridge } from './application.ts'
import { type Meetings, openSample, show } from './screens.ts'

let app: Application
let meetings: Meetings
beforeAll(async () => {
  ;({ app, meetings } = await openSample())
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const carried = () => app.electron.evaluate((): string => Reflect.get(globalThis, 'carried') ?? '')

it('a document dragged from its row leaves as a copy of its own under its name, in the folder of such copies', async () => {
  const { page } = app
  const bytes = new TextEncoder().encode('note de cadrage')
  const added = await callBridge(page, 'attachments.add', {
    ...{ meetingId: meetings.planned, itemId: null },
    file: { fileName: 'note de cadrage.txt', bytes },
  })
  if (!added.ok) throw new Error(added.error.code)
  // The system would carry it until a real mouse lets it go.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('there is no window')
    contents.startDrag = ({ file, icon }) => {
      const hasIcon = typeof icon !== 'string' && !icon.isEmpty()
      Reflect.set(globalThis, 'carried', hasIcon ? file : 'without an icon')
    }
  })
  await show(page, 'attachments', href('attachments', { meetingId: meetings.planned }))
  const name = page.getByRole('button', { name: text.open('note de cadrage.txt') })
  const box = await name.boundingBox()
  if (box === null) throw new Error('the document is not seen')
  await page.mouse.move(box.x + 10, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 60, { steps: 5 })
  await expect.poll(carried).toContain('note de cadrage.txt')
  await page.mouse.up()
  const file = await carried()
  expect(basename(file)).toBe('note de cadrage.txt')
  expect(file).toMatch(/[\\/]opened[\\/]copy-[^\\/]+[\\/][^\\/]+$/)
  expect(readFileSync(file, 'utf8')).toBe('note de cadrage')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await page.mouse.move(box.x + 10, box.y + 8)
})
