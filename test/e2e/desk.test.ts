// What the desk around the window asks of it and tells it: links, files, sleep, and ends that nobody asked for.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { linkTo } from '../../electron/domain/link.ts'
import { href } from '../../renderer/app/paths.ts'
import {
  type Application,
  applicationFolder,
  callBridge,
  electronPath,
  freshFolder,
  startApplication,
} from './application.ts'
import { show } from './screens.ts'

const running: Application[] = []
async function start(options: Parameters<typeof startApplication>[0] = {}): Promise<Application> {
  const app = await startApplication(options)
  running.push(app)
  return app
}
afterEach(async () => {
  for (const app of running.splice(0)) await app.close()
})

async function meetingOf(app: Application, date: string): Promise<string> {
  const made = await callBridge(app.page, 'meetings.create', { fields: { date }, fromTemplate: false })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

/** Starts the application a second time, as the system does for a link or a file. */
async function startAgain(app: Application, ...args: readonly string[]): Promise<void> {
  const second = spawn(electronPath(), [applicationFolder, `--data-dir=${app.dataDir}`, ...args], {
    stdio: 'ignore',
    env: { ...process.env, XDG_DATA_HOME: join(app.dataDir, '..', 'profile') },
  })
  await once(second, 'exit')
}

const hashOf = (app: Application) => app.page.evaluate(() => location.hash)
const logsOf = (app: Application) => app.electron.evaluate(({ app: electron }) => electron.getPath('logs'))
const backupsOf = (app: Application) => join(app.dataDir, 'sauvegardes')

describe('a link', () => {
  it('leads to its meeting, at a start and while the application runs; a hostile one leads nowhere', async () => {
    const first = await startApplication()
    const meetingId = await meetingOf(first, '2027-03-11')
    const link = linkTo({ kind: 'meeting', id: meetingId })
    await first.close()
    const app = await start({ dataDir: first.dataDir, args: [link] })
    const agenda = href('agenda', { meetingId })
    await expect.poll(() => hashOf(app), { timeout: 10_000 }).toBe(agenda)
    expect(await callBridge(app.page, 'desk.asked', {})).toEqual({ ok: true, value: null })
    await app.page.getByRole('button', { name: 'Autres actions' }).first().click()
    await app.page.getByRole('menuitem', { name: 'Copier le lien de la séance' }).click()
    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(link)
    await show(app.page, 'settings', href('settings'))
    await startAgain(app, `${link}?id=x`, 'seances-inp:reglages/sauvegardes')
    await startAgain(
      app,
      linkTo({ kind: 'meeting', id: meetingId.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
    )
    await app.page.getByText('n’est pas dans ces données').waitFor()
    expect(await hashOf(app)).toBe(href('settings'))
    await startAgain(app, link.toUpperCase().replace('SEANCES-INP', 'seances-inp'), link)
    await expect.poll(() => hashOf(app), { timeout: 10_000 }).toBe(agenda)
  })
})

describe('the meetings opened last', () => {
  it('are told to the desk, by their number and day', async () => {
    const app = await start()
    const meetingId = await meetingOf(app, '2027-03-11')
    const told = app.electron.evaluate(
      ({ ipcMain }) =>
        new Promise((resolve) => {
          const handlers: Map<string, (...of: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers')
          const call = handlers.get('call')
          handlers.set('call', (event, method, input) => {
            if (method === 'desk.showRecent') resolve(input)
            return call?.(event, method, input)
          })
        }),
    )
    await show(app.page, 'agenda', href('agenda', { meetingId }))
    expect(await told).toEqual({
      title: 'Séances récentes',
      meetings: [{ id: meetingId, title: expect.stringMatching(/^Séance sans numéro, 11\smars\s2027$/) }],
    })
  })
})

describe('a backup that is opened with the application', () => {
  it('is shown where backups are, and replaces nothing until somebody says so', async () => {
    const first = await startApplication()
    await meetingOf(first, '2027-03-11')
    await first.close()
    const [name = ''] = readdirSync(backupsOf(first)).filter((file) => file.endsWith('.seances'))
    const elsewhere = join(freshFolder(), 'reçue.seances')
    cpSync(join(backupsOf(first), name), elsewhere)

    const app = await start()
    await startAgain(app, elsewhere)
    await app.page.getByText('Le fichier « reçue.seances » a été ouvert').waitFor()
    expect(await callBridge(app.page, 'meetings.list', { year: null })).toEqual({ ok: true, value: [] })
    await app.page.getByRole('button', { name: 'Reprendre ces données' }).click()
    await expect
      .poll(() => callBridge(app.page, 'meetings.list', { year: null }), { timeout: 20_000 })
      .toMatchObject({ ok: true, value: [{ date: '2027-03-11' }] })
    // Once: what was opened is not taken a second time.
    expect(await callBridge(app.page, 'backups.restoreOpened', { fileName: 'reçue.seances' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

describe('sleep', () => {
  it('finds everything stored that was typed, and all is read again after it', async () => {
    const app = await start()
    const meetingId = await meetingOf(app, '2027-03-11')
    await show(app.page, 'meetingDetails', href('meetingDetails', { meetingId }))
    const heard = app.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const topics: string[] = []
          Reflect.get(globalThis, 'seances').on((event: { topic: string; reads?: unknown }) => {
            topics.push(event.reads === 'all' ? 'read again' : event.topic)
            if (event.reads === 'all') resolve(topics)
          })
        }),
    )
    const place = app.page.getByRole('textbox', { name: 'Lieu' })
    await place.fill('Salle Jaurès')
    await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
    await expect
      .poll(() => callBridge(app.page, 'meetings.get', { id: meetingId }))
      .toMatchObject({ ok: true, value: { meeting: { place: 'Salle Jaurès' } } })
    await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
    expect(await heard).toEqual(expect.arrayContaining(['save-now', 'read again']))
  })
})

describe('an end that nobody asked for', () => {
  it('is noted on this machine alone, and shown by a button', async () => {
    const first = await startApplication()
    await meetingOf(first, '2027-03-11')
    await first.kill()
    const app = await start({ dataDir: first.dataDir })
    await app.electron.evaluate(({ app: electron }) => {
      const core = electron.getAppMetrics().find(({ name }) => name === 'seances-core')
      process.kill(core?.pid ?? 0, 'SIGKILL')
    })
    await expect
      .poll(() => callBridge(app.page, 'desk.incidents', {}))
      .toMatchObject({ ok: true, value: { count: 2 } })
    const logs = await logsOf(app)
    const names = readdirSync(logs).filter((name) => name.startsWith('incident-'))
    const said = names.sort().map((name) => readFileSync(join(logs, name), 'utf8'))
    expect(said[0]).toContain('ended without closing')
    expect(said[1]).toContain('core process gone')
    expect(said[1]).toContain('Electron')

    await app.electron.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openPath = async (path: string) => {
        opened.push(path)
        return ''
      }
    })
    await show(app.page, 'settings', href('settings', {}, 'a-propos'))
    await app.page.getByText('2 incidents notés').waitFor()
    await app.page.getByRole('button', { name: 'Voir le dernier incident' }).click()
    await expect
      .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'opened')))
      .toEqual([join(logs, names.sort()[1] ?? '')])
  })

  it('is none when the application was closed', async () => {
    const first = await startApplication()
    const logs = await logsOf(first)
    expect(existsSync(join(logs, 'running'))).toBe(true)
    await first.close()
    const app = await start({ dataDir: first.dataDir })
    expect(await callBridge(app.page, 'desk.incidents', {})).toEqual({
      ok: true,
      value: { count: 0, lastAt: null },
    })
    expect(await callBridge(app.page, 'desk.showIncident', {})).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

describe('what is due', () => {
  it('is announced by the system once it was asked for, and by numbers alone', async () => {
    const app = await start()
    const today = new Date().toLocaleDateString('sv')
    await meetingOf(app, today)
    await app.electron.evaluate(({ Notification }) => {
      const shown: string[] = []
      Object.assign(globalThis, { shown })
      Notification.prototype.show = function show() {
        shown.push(this.body)
      }
    })
    const shown = () => app.electron.evaluate(() => Reflect.get(globalThis, 'shown'))
    const wake = () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
    await wake()
    await show(app.page, 'settings', href('settings', {}, 'affichage'))
    const box = app.page.getByRole('checkbox', { name: 'Annoncer les échéances du jour' })
    expect(await box.isChecked()).toBe(false)
    expect(await shown()).toEqual([])
    await box.click()
    await expect.poll(() => box.isChecked()).toBe(true)
    await wake()
    await expect.poll(shown).toEqual([expect.stringMatching(/^\d+\séchéances? (aujourd’hui|passées?)/)])
    await wake()
    expect(await shown()).toHaveLength(1)
  })
})
