import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

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
export function rememberedBounds(folder: string): Remembered | null {
  try {
    const bounds = Remembered.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
    return screen.getAllDisplays().some(({ workArea }) => overlap(workArea, bounds)) ? bounds : null
  } catch {
    return null
  }
}

/** Keeps the place when the window closes; a profile that cannot be written costs the place only. */
export function rememberBounds(window: BrowserWindow, folder: string): void {
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
