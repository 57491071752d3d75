// Starts the packaged application as shipped, with the release's fuses, and drives it over Chromium's own protocol.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright'
import { freshFolder, ready } from './application.ts'

export type PackagedApplication = {
  page: Page
  process: ChildProcess
  dataDir: string
  /** Closes by the window's own button; after 10 s the process is killed. */
  close(): Promise<void>
}

/**
 * The packaged folder to start. On a runtime older than the shipped binding of SQLite this is a copy with the binding
 * built for it; nothing else differs from what is shipped.
 */
export function packagedFolder(): string {
  return process.env.SEANCES_SQLITE_BINDING === undefined ? shippedFolder() : packagedCopy()
}

/** A copy of it, to be changed. */
export function packagedCopy(): string {
  const copy = join(freshFolder(), 'application')
  cpSync(shippedFolder(), copy, { recursive: true })
  const binding = process.env.SEANCES_SQLITE_BINDING
  const prebuilds = join(copy, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  if (binding !== undefined)
    for (const name of readdirSync(prebuilds)) copyFileSync(binding, join(prebuilds, name))
  return copy
}

function shippedFolder(): string {
  const shipped = process.env.SEANCES_PACKAGED
  if (shipped === undefined) throw new Error('start the end-to-end tests with: node scripts/e2e.ts')
  return shipped
}

/** Starts it on `dataDir` and waits for the mark of the first screen. */
export async function startPackaged(
  folder: string,
  options: { dataDir?: string; args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<PackagedApplication> {
  const dataDir = options.dataDir ?? join(freshFolder(), 'data')
  const args = ['--remote-debugging-port=0', `--data-dir=${dataDir}`, ...(options.args ?? [])]
  const child = spawn(join(folder, 'seances-inp'), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: join(dataDir, '..', 'profile'), ...options.env },
  })
  const address = await debuggingAddress(child)
  await ownPage(address)
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the application has no window context')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await ready(page)
  return {
    page,
    process: child,
    dataDir,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      const kill = setTimeout(() => child.kill('SIGKILL'), 10_000)
      // Not awaited: the answer dies with the window.
      void page
        .evaluate(() => Reflect.get(globalThis, 'seances').call('app.window', { act: 'close' }))
        .catch(() => undefined)
      await gone
      clearTimeout(kill)
    },
  }
}

/** Until the window shows its own page: a connection made while the blank one before it goes away may never be ready. */
async function ownPage(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`
  for (;;) {
    const targets = (await (await fetch(list)).json()) as { url: string }[]
    if (targets.some(({ url }) => url.startsWith('app:'))) return
    await wait(50)
  }
}

/** The `ws://` address that Chromium writes to standard error. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const late = setTimeout(() => reject(new Error(`the application did not start:\n${heard}`)), 30_000)
    child.once('exit', (code) => reject(new Error(`the application ended (${code}):\n${heard}`)))
    child.stderr?.on('data', (bytes: Buffer) => {
      heard += bytes.toString('utf8')
      const address = /DevTools listening on (ws:\S+)/.exec(heard)?.[1]
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    })
  })
}
