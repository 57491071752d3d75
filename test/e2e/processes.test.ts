import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { YOUNG_GENERATION } from '../../electron/contract/young-generation.ts'
import { href } from '../../renderer/app/paths.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { spellingText } from '../../renderer/text/spelling.ts'
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
/** Every question is answered by its first choice, and noted. */
const stayAtQuestions = (app: Application) =>
  app.electron.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      asked.push(options.message)
      return { response: 0, checkboxChecked: false }
    }) as never
  })

async function start(options: Parameters<typeof startApplication>[0] = {}): Promise<Application> {
  const app = await startApplication(options)
  running.push(app)
  return app
}
afterEach(async () => {
  for (const app of running.splice(0)) await app.close()
})

const createMeeting = (app: Application, date: string) =>
  callBridge(app.page, 'meetings.create', { fields: { date }, fromTemplate: false })

/** Pid of the process that Electron lists under this name. */
const pidOf = (app: Application, name: string) =>
  app.electron.evaluate(
    ({ app: electron }, asked) => electron.getAppMetrics().find((metric) => metric.name === asked)?.pid,
    name,
  )

describe('the core', () => {
  it('comes back after its death, with all that was written, and the window hears of both', async () => {
    const app = await start()
    await createMeeting(app, '2026-03-12')
    const events = app.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const states: string[] = []
          Reflect.get(globalThis, 'seances').on((event: { topic: string; state?: string }) => {
            if (event.topic === 'core') states.push(event.state ?? '')
            if (event.state === 'back') resolve(states)
          })
        }),
    )
    const pid = await pidOf(app, 'seances-core')
    process.kill(pid ?? 0, 'SIGKILL')
    expect(await events).toEqual(['lost', 'back'])
    expect(await pidOf(app, 'seances-core')).not.toBe(pid)
    const list = await callBridge(app.page, 'meetings.list', { year: null })
    expect(list).toMatchObject({ ok: true, value: [{ date: '2026-03-12' }] })
  })

  it('is started with the room for short-lived values that a delivery is measured with', async () => {
    const app = await start()
    const pid = await pidOf(app, 'seances-core')
    // Chromium writes its arguments anew, with spaces.
    expect(readFileSync(`/proc/${pid ?? 0}/cmdline`, 'utf8')).toContain(`--js-flags=${YOUNG_GENERATION}`)
  })

  it('is told how long a processor worked for a process, which limits what a file may cost', async () => {
    const app = await start()
    const seconds = await app.electron.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ name }) => name === 'seances-core')?.cpu.cumulativeCPUUsage,
    )
    expect(seconds).toBeGreaterThan(0)
  })

  it('says why the data cannot be opened, and opens them once the reason is gone', async () => {
    const dataDir = join(freshFolder(), 'data')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o500)
    const app = await start({ dataDir })
    const refused = await callBridge(app.page, 'home.get', {})
    expect(refused).toEqual({ ok: false, error: { code: 'data-read-only' } })
    chmodSync(dataDir, 0o700)
    await expect
      .poll(() => callBridge(app.page, 'home.get', {}), { timeout: 10_000 })
      .toMatchObject({ ok: true })
  })
})

describe('a second instance', () => {
  it('ends at once and leaves the first one working', async () => {
    const app = await start()
    const second = spawn(electronPath(), [applicationFolder, `--data-dir=${app.dataDir}`], {
      stdio: 'ignore',
      env: { ...process.env, XDG_DATA_HOME: join(app.dataDir, '..', 'profile') },
    })
    const [status] = await once(second, 'exit')
    expect(status).toBe(0)
    expect(await createMeeting(app, '2026-03-12')).toMatchObject({ ok: true })
  })
})

describe('closing', () => {
  it('takes in what the window sends at the last moment, and leaves a verified copy', async () => {
    const app = await startApplication()
    await app.page.evaluate(() => {
      const { on, call } = Reflect.get(globalThis, 'seances')
      on((event: { topic: string }) => {
        if (event.topic === 'save-now')
          call('meetings.create', { fields: { date: '2026-06-18' }, fromTemplate: false })
      })
    })
    await app.close()
    const copies = readdirSync(join(app.dataDir, 'sauvegardes')).filter((name) => name.endsWith('.seances'))
    expect(copies).toHaveLength(1)
    const again = await start({ dataDir: app.dataDir })
    const list = await callBridge(again.page, 'meetings.list', { year: null })
    expect(list).toMatchObject({ ok: true, value: [{ date: '2026-06-18' }] })
  })

  it('does not lose silently what could not be written', async () => {
    const app = await start()
    await stayAtQuestions(app)
    await app.page.evaluate(() => {
      const { on, call } = Reflect.get(globalThis, 'seances')
      const stop = on((event: { topic: string }) => {
        if (event.topic !== 'save-now') return
        stop()
        call('meetings.create', { fields: { date: 'never' }, fromTemplate: false })
      })
    })
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect
      .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'asked').length), { timeout: 10_000 })
      .toBe(1)
    expect(await callBridge(app.page, 'home.get', {})).toMatchObject({ ok: true })
  })

  it('asks first when words wait in a form, or a write does not end', async () => {
    const app = await start()
    await stayAtQuestions(app)
    const close = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    const asked = () => app.electron.evaluate(() => Reflect.get(globalThis, 'asked').length)
    await show(app.page, 'settings', href('settings', {}, 'orthographe'))
    const word = app.page.getByRole('textbox', { name: spellingText.newWord })
    await word.fill('numérithèque')
    await show(app.page, 'home', href('home'))
    await close()
    await expect.poll(asked, { timeout: 10_000 }).toBe(1)
    expect(await app.page.getByRole('button', { name: frameText.typed }).isVisible()).toBe(true)
    await show(app.page, 'settings', href('settings', {}, 'orthographe'))
    await word.fill('')
    const made = await createMeeting(app, '2026-03-12')
    if (!made.ok) throw new Error(made.error.code)
    await show(app.page, 'meetingDetails', href('meetingDetails', { meetingId: made.value.id }))
    const core = (await pidOf(app, 'seances-core')) ?? 0
    process.kill(core, 'SIGSTOP')
    try {
      await app.page.getByRole('textbox', { name: 'Lieu' }).fill('Salle Jaurès')
      await close()
      await expect.poll(asked, { timeout: 15_000 }).toBe(2)
    } finally {
      process.kill(core, 'SIGCONT')
    }
    await expect
      .poll(() => callBridge(app.page, 'meetings.get', { id: made.value.id }))
      .toMatchObject({ ok: true, value: { meeting: { place: 'Salle Jaurès' } } })
  })

  it('remembers where the window was', async () => {
    const app = await startApplication()
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 1010, height: 720 }),
    )
    await app.close()
    const again = await start({ dataDir: app.dataDir })
    const bounds = await again.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    )
    expect(bounds).toMatchObject({ width: 1010, height: 720 })
  })
})
