// Photographs the real window with the sample data, and draws the processes, into docs/pictures. Run by hand when they
// change: `npm run pictures`.
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { href } from '../renderer/app/paths.ts'
import { agendaText } from '../renderer/text/agenda.ts'
import { commonText } from '../renderer/text/common.ts'
import { importsText } from '../renderer/text/imports.ts'
import { minutesText } from '../renderer/text/minutes.ts'
import { type Application, startApplication } from '../test/e2e/application.ts'
import { handsOn } from '../test/e2e/hands.ts'
import { displays, loadSample, type Meetings, setDisplay, settle, show } from '../test/e2e/screens.ts'
import { buildIfNeeded } from './build.ts'
import { withScreen } from './display.ts'
import { writeDrawing } from './drawing.ts'
import { describeRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { ensureSystemPackages } from './system-packages.ts'
import { giveFolder, spawnUnprivileged } from './unprivileged.ts'

const size = { width: 1120, height: 700 }
/** Most that a picture in the repository may weigh. */
const MOST_BYTES = 200_000
const received = join(root, 'test', 'fixtures', 'imports', 'tableau-minute.docx')
const names = ['agenda', 'minutes', 'import'] as const

/** Has this script run again as a person without rights, who may show a window, and takes over what it made. */
async function makePictures(): Promise<number> {
  const runtime = await electronRuntime()
  console.log(`pictures on ${describeRuntime(runtime)}`)
  await buildIfNeeded()
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-pictures-')))
  const folder = giveFolder(join(home, 'pictures'))
  const child = spawnUnprivileged(withScreen([process.execPath, import.meta.filename, folder]), home, {
    ...runtimeEnvironment(runtime),
    SEANCES_ELECTRON: runtime.executable,
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) return 1
  for (const name of names) {
    const made = join(folder, `${name}.png`)
    const { size: bytes } = statSync(made)
    if (bytes > MOST_BYTES) throw new Error(`${made} weighs ${bytes} bytes, more than ${MOST_BYTES}`)
    copyFileSync(made, join(root, 'docs', 'pictures', `${name}.png`))
    console.log(`docs/pictures/${name}.png: ${Math.ceil(bytes / 1000)} kB`)
  }
  rmSync(home, { recursive: true })
  return 0
}

const open: Readonly<
  Record<(typeof names)[number], (app: Application, meetings: Meetings) => Promise<void>>
> = {
  agenda: async ({ page }, { planned }) => {
    await show(page, 'agenda', href('agenda', { meetingId: planned }))
    await page.getByRole('treegrid', { name: agendaText.rows }).getByRole('row').nth(3).click()
  },
  minutes: async ({ page }, { held }) => {
    await show(page, 'minutes', href('minutes', { meetingId: held }))
    await page.getByRole('navigation', { name: minutesText.plan }).getByRole('button').nth(13).click()
  },
  import: async (app) => {
    await show(app.page, 'home', href('home'))
    await handsOn(app).drop(app.page.locator('main'), received)
    await app.page.getByRole('heading', { name: importsText.title }).waitFor()
    // The file says no year.
    await app.page
      .getByRole('group', { name: importsText.meeting.proposed })
      .getByRole('button')
      .last()
      .click()
  },
}

async function photograph(folder: string): Promise<void> {
  const app = await startApplication()
  try {
    await app.page.setViewportSize(size)
    const meetings = await loadSample(app.page)
    await setDisplay(app.page, displays.light)
    await app.page.getByRole('region', { name: commonText.messages }).getByRole('button').last().click()
    for (const name of names) {
      await open[name](app, meetings)
      await settle(app.page)
      await app.page.screenshot({ path: join(folder, `${name}.png`) })
    }
  } finally {
    await app.close()
  }
}

const [into] = process.argv.slice(2)
if (into === undefined) {
  requirePinnedNode()
  console.log(`${writeDrawing()}: drawn`)
  await ensureSystemPackages()
  process.exitCode = await makePictures()
} else await photograph(into)
