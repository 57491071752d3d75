// The built page in Debian's Chromium, over a real core: what a desk's own Chromium is nearer to than the one that the
// window tests have.
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { type CoreEvent, contract, type Method } from '../../electron/contract/index.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { pageFile, pageHeaders } from '../../electron/shell/page-files.ts'
import { appOrigin } from '../../electron/shell/sender.ts'
import { pressStyleHash } from '../../vite.electron.config.ts'
import { freshFolder, ready } from '../e2e/application.ts'
import type { Dialogs } from '../e2e/hands.ts'
import { entryOf } from '../entry.ts'
import { type Chosen, shellAnswers } from './shell-answers.ts'

const renderer = join(import.meta.dirname, '..', '..', 'dist', 'renderer')
const programs = ['/usr/bin/chromium', '/usr/bin/google-chrome-stable']

export type ChromiumDesk = {
  readonly page: Page
  readonly dataDir: string
  readonly dialogs: Dialogs
  /** What the page says to be wrong, and what it asked that nothing here answers. Expected empty at the end. */
  readonly complaints: readonly string[]
  readonly version: string
  close(): Promise<void>
}

/** Opens the page on these data (fresh if not given) and waits for the mark that it sets when the first screen shows. */
export async function openChromiumDesk(dataDir = join(freshFolder(), 'data')): Promise<ChromiumDesk> {
  const complaints: string[] = []
  const jobs = forkRunner(entryOf('job'))
  let tell: (event: CoreEvent) => void = () => undefined
  const core = await openCore({
    dataFolder: dataDir,
    who: 'essai',
    runJob: jobs.run,
    emit: (event) => tell(event),
    log: (line, thrown) => {
      if (thrown !== undefined) complaints.push(`${line} ${String(thrown)}`)
    },
    checkOutputs: true,
  })
  const chosen: Chosen = { open: [], save: null }
  const answer = answers(core, chosen, complaints)
  const server = await serve()
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  // Cloned, as between processes.
  await page.exposeFunction('askSeances', async (method: Method, input: unknown) =>
    structuredClone(await answer(method, input)),
  )
  await page.addInitScript(installBridge)
  // A page that is leaving hears nothing more.
  tell = (event) =>
    void page.evaluate((told) => Reflect.get(globalThis, 'tellSeances')(told), event).catch(() => undefined)
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/index.html`)
  await ready(page)
  return {
    page,
    dataDir,
    complaints,
    version: browser.version(),
    dialogs: {
      open: async (paths) => {
        chosen.open = paths
      },
      save: async (path) => {
        chosen.save = path
      },
    },
    async close() {
      await browser.close()
      server.close()
      await core.close()
      jobs.close()
    },
  }
}

/** Debian's, with its sandbox; what would look for something outside is off. */
function launch(): Promise<Browser> {
  const program = programs.find((path) => existsSync(path))
  if (program === undefined) throw new Error(`there is none of ${programs.join(', ')}`)
  return chromium.launch({
    executablePath: program,
    chromiumSandbox: true,
    args: [
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The built page with the policy that the application sends it with, at an address that a browser knows. */
async function serve(): Promise<Server> {
  const headers = pageHeaders(pressStyleHash())
  const server = createServer(({ url }, response) => {
    const file = pageFile(renderer, `${appOrigin}${url}`)
    // A browser asks for an icon by itself.
    if (url === '/favicon.ico') response.writeHead(204).end()
    else if (file === null) response.writeHead(404, headers).end()
    else response.writeHead(200, { ...headers, 'Content-Type': file.type }).end(file.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return server
}

/** The bridge of electron/preload.ts, over what the driver of the browser carries. */
function installBridge(): void {
  const listeners = new Set<(event: unknown) => void>()
  Reflect.set(globalThis, 'tellSeances', (event: unknown) => {
    for (const listener of [...listeners]) listener(event)
  })
  Reflect.set(globalThis, 'seances', {
    call: (method: unknown, input: unknown) => Reflect.get(globalThis, 'askSeances')(method, input),
    on: (listener: (event: unknown) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
}

/** As electron/shell/bridge.ts: the shell's own methods there, all others to the core. */
function answers(core: Core, chosen: Chosen, complaints: string[]) {
  const shell: Partial<Record<string, (input: never) => Promise<Envelope<unknown>>>> = shellAnswers(
    core,
    chosen,
  )
  return async (method: Method, input: unknown): Promise<Envelope<unknown>> => {
    if (contract[method].kind !== 'shell') return core.callUntyped(method, input)
    const own = shell[method]
    if (own === undefined) {
      complaints.push(`nothing answers ${method}`)
      return { ok: false, error: { code: 'unexpected' } }
    }
    return own(contract[method].input.parse(input) as never)
  }
}
