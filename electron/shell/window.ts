import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { builtFolder, type Folders } from './folders.ts'
import { log } from './log.ts'
import { pageWalls } from './page-walls.ts'
import { appOrigin } from './sender.ts'
import { rememberBounds, rememberedBounds } from './window-bounds.ts'

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
  let lastAt = 0
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error(`window process gone: ${reason} (${exitCode})`)
    const pause = Math.max(0, lastAt + RELOAD_PAUSE_MS - Date.now())
    lastAt = Date.now() + pause
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    }, pause)
  })
}
