import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import type { Envelope } from '../../electron/contract/method.ts'

/** The checkout, or what SEANCES_E2E_APP names: a folder with package.json and dist/. */
export const applicationFolder = process.env.SEANCES_E2E_APP ?? join(import.meta.dirname, '..', '..')

export type Application = {
  electron: ElectronApplication
  page: Page
  /** The build that runs. */
  folder: string
  dataDir: string
  /** Complaints of the page: violations of the content policy, uncaught errors. Expected empty at the end. */
  complaints: readonly string[]
  /** Closes as a person does; after 10 s the process is killed. The data stay for a second start. */
  close(): Promise<void>
  /** Kills the whole application at once. */
  kill(): Promise<void>
}

/** A fresh folder for one test; removed by the caller of `removeFolder`. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'seances-e2e-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Starts the application on `dataDir` (fresh if not given) and waits for the mark that it sets when the first screen shows.
 * @param env added to the environment of the application.
 */
export async function startApplication(
  options: {
    dataDir?: string
    /** Another build than the checkout's, see planted.ts. */
    folder?: string
    env?: Readonly<Record<string, string>>
    args?: readonly string[]
    /** False for a build whose screens cannot show. */
    waitForReady?: boolean
  } = {},
): Promise<Application> {
  const dataDir = options.dataDir ?? join(freshFolder(), 'data')
  const folder = options.folder ?? applicationFolder
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args: [
      '-r',
      join(import.meta.dirname, 'held-start.mjs'),
      // There is no graphics card behind a screen in memory: Chromium would start one process after another to look for it.
      '--disable-gpu',
      folder,
      `--data-dir=${dataDir}`,
      ...(options.args ?? []),
    ],
    env: { ...definedEnvironment(), XDG_DATA_HOME: join(dataDir, '..', 'profile'), ...options.env },
    // The real sandbox: Playwright switches it off on Linux unless told.
    chromiumSandbox: true,
    timeout: 15_000,
  })
  const kill = async () => {
    const gone = new Promise((resolve) => electron.process().once('exit', resolve))
    electron.process().kill('SIGKILL')
    await gone
  }
  let said = ''
  electron.process().stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8')
  })
  const complaints: string[] = []
  electron.context().on('weberror', (error) => complaints.push(String(error.error())))
  electron.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  // What is opened with another program would be, with whatever this machine has; a test that looks at it hears it itself.
  await electron.evaluate(({ shell }) => {
    shell.openPath = async () => ''
    shell.showItemInFolder = () => undefined
  })
  let page: Page
  try {
    page = await electron.firstWindow()
    if (options.waitForReady !== false) await ready(page)
  } catch (cause) {
    await kill()
    throw new Error(`the application did not show its first screen: ${complaints.join('\n')}\n${said}`, {
      cause,
    })
  }
  return {
    electron,
    page,
    folder,
    dataDir,
    complaints,
    close: () => closeWithin(electron, 10_000),
    kill,
  }
}

/** The Electron that runs the unpackaged application. */
export function electronPath(): string {
  const path = process.env.SEANCES_ELECTRON
  if (path === undefined) throw new Error('start the end-to-end tests with: node scripts/e2e.ts')
  return path
}

/** One call of the contract from inside the page, as the screens make it. */
export function callBridge<M extends Method>(
  page: Page,
  method: M,
  input: Input<M>,
): Promise<Envelope<Output<M>>> {
  // The input of a method is known above; the union of all of them is more than the compiler unboxes.
  const sent: [string, unknown] = [method, input]
  return page.evaluate(([asked, given]) => Reflect.get(globalThis, 'seances').call(asked, given), sent)
}

/** Waits for the mark that the window sets when its first screen shows. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached', timeout: 30_000 })
}

/** Has the next open dialog answer with these paths; none = given up. Native dialogs cannot be clicked. */
export async function answerOpenDialog(
  electron: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

/** Ctrl+O, which is the menu's: the driver's keys do not come there. */
export const chooseByMenu = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((one) => one.submenu?.items ?? []) ?? []
    items.find((one) => one.accelerator === 'CmdOrCtrl+O')?.click()
  })

/** Has the next save dialog answer with this path; null = given up. */
export async function answerSaveDialog(electron: ElectronApplication, path: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

async function closeWithin(electron: ElectronApplication, milliseconds: number): Promise<void> {
  const child = processOf(electron)
  if (child === null) return
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  await electron
    .evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close()
    })
    // It may be gone before it says that it closed; whether it is gone is asked next.
    .catch(() => undefined)
  await gone
  clearTimeout(kill)
}

/** Null once it ended and its connection with it: there is nothing left to close. */
function processOf(electron: ElectronApplication): ReturnType<ElectronApplication['process']> | null {
  try {
    return electron.process()
  } catch {
    return null
  }
}
