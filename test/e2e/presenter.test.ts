import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { sessionText } from '../../renderer/text/session.ts'
import type { Application } from './application.ts'
import { displays, openSample, show, violations } from './screens.ts'
import { openSession } from './session-hands.ts'

const SECRET = 'Ceci ne regarde pas la salle'
let app: Application
let room: Page

beforeAll(async () => {
  const opened = await openSample()
  app = opened.app
  const { planned } = opened.meetings
  const { page } = app
  await show(page, 'session', paths.session.replace(':meetingId', planned))
  await openSession(page)
  await page.keyboard.type(SECRET)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText(SECRET).waitFor()
  await page.keyboard.type(`${SECRET}, encore`)
  room = await openRoom()
})
afterAll(() => app.close())

async function openRoom(): Promise<Page> {
  const opened = app.electron.waitForEvent('window')
  await app.page.getByRole('button', { name: sessionText.presenter }).click()
  const page = await opened
  await page.locator('.room').waitFor()
  return page
}
const title = () => room.getByRole('heading', { level: 1 }).textContent()
const line = () => app.page.getByRole('textbox', { name: sessionText.line, exact: true })

describe('the window of the room', () => {
  it('shows the item that is on, changes with it at once, and shows no note', async () => {
    const before = await title()
    await line().focus()
    await app.page.keyboard.press('Control+ArrowDown')
    await expect.poll(title, { timeout: 2_000 }).not.toBe(before)
    expect(app.complaints).toEqual([])
    expect(await room.content()).not.toContain(SECRET)
    expect(
      JSON.stringify(await room.evaluate(() => Reflect.get(globalThis, 'presenter').view())),
    ).not.toContain(SECRET)
  })

  it('has no word to write with', async () => {
    const found = await room.evaluate(() => ({
      general: 'seances' in globalThis,
      words: Object.keys(Reflect.get(globalThis, 'presenter')).sort(),
      node: ['require', 'process', 'ipcRenderer'].filter((name) => name in globalThis),
    }))
    expect(found).toEqual({ general: false, words: ['fullScreen', 'on', 'view'], node: [] })
  })

  it('stays where it is, opens nothing, and has the policy of the other', async () => {
    const tried = await room.evaluate(async () => {
      const opened = window.open('/index.html') !== null
      location.href = '/index.html'
      const answer = await fetch('/presenter.html')
      let isRefused = false
      try {
        document.createElement('p').innerHTML = '<b>x</b>'
      } catch {
        isRefused = true
      }
      return { opened, policy: answer.headers.get('content-security-policy') ?? '', isRefused }
    })
    expect(tried).toMatchObject({ opened: false, isRefused: true })
    expect(tried.policy).toMatch(/^default-src 'none'; .*require-trusted-types-for 'script'/)
    await room.waitForTimeout(300)
    expect(new URL(room.url()).pathname).toBe('/presenter.html')
  })

  it('is still there after it was loaded again', async () => {
    const before = await title()
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().endsWith('/presenter.html')) window.webContents.reload()
    })
    await room.locator('.room').waitFor()
    expect(await title()).toBe(before)
  })

  for (const [name, { media }] of Object.entries(displays))
    it(`is accessible: ${name}`, async () => {
      await room.emulateMedia(media)
      expect(await violations(room)).toEqual([])
    })

  it('closes from the screen of the meeting, and with its window', async () => {
    const closed = room.waitForEvent('close')
    await app.page.getByRole('button', { name: sessionText.presenter }).click()
    await closed
    room = await openRoom()
    const ended = room.waitForEvent('close')
    const gone = new Promise((resolve) => app.electron.process().once('exit', resolve))
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().includes('/index.html')) window.close()
    })
    await ended
    // The last window of ours: the application ends with it.
    await gone
  })
})
