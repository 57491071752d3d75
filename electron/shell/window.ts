import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { builtFolder, type Folders } from './folders.ts'
import { log } from './log.ts'
import { pageWalls } from './page-walls.ts'
import { appOrigin } from './sender.ts'

const Remembered = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximised: z.boolean(),
})
type Remembered = z.infer<typeof Remembered>

const fileName = 'window.json'

/** The last place that still touches a screen, or null: then Electron centres a window of the usual size. */
function rememberedBounds(folder: string): Remembered | null {
  try {
    const bounds = Remembered.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
    return screen.getAllDisplays().some(({ workArea }) => overlap(workArea, bounds)) ? bounds : null
  } catch {
    return null
  }
}

/** Keeps the place when the window closes; a profile that cannot be written costs the place only. */
function rememberBounds(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: Remembered = { ...window.getNormalBounds(), maximised: window.isMaximized() }
    try {
      writeFileSync(join(folder, fileName), JSON.stringify(state))
    } catch {
      // The next start centres the window.
    }
  })
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Colour of the frame in each theme (`--bg` of renderer/styles/tokens.css): no white flash before the first picture. */
const frameColour = { light: '#e9eeee', dark: '#0e1517' }
/** A crashed page is loaded again, but not more often than this, in milliseconds. */
const RELOAD_PAUSE_MS = 5_000

/** Creates the window; it shows itself at its first picture. */
export function openWindow({ window: profile }: Folders): BrowserWindow {
  const remembered = rememberedBounds(profile)
  const { maximised = false, ...bounds } = remembered ?? { width: 1280, height: 800 }
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    titleBarStyle: 'hidden',
    backgroundColor: nativeTheme.shouldUseDarkColors ? frameColour.dark : frameColour.light,
    webPreferences: {
      preload: join(builtFolder, 'preload.cjs'),
      ...pageWalls,
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberBounds(window, profile)
  reloadAfterCrash(window)
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

/** A page whose process died is loaded again. */
export function reloadAfterCrash(window: BrowserWindow): void {
  let lastAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error(`window process gone: ${reason} (${exitCode})`)
    const pause = Math.max(0, lastAt + RELOAD_PAUSE_MS - performance.now())
    lastAt = performance.now() + pause
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    }, pause)
  })
}
