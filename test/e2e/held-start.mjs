// Loaded before the application: nothing begins until Playwright is attached. Where the first page takes the place of the
// blank one meanwhile, attaching may never end.
import { app } from 'electron'

const ready = app.whenReady()
const attached = new Promise((resolve) => {
  // Playwright calls it once it is attached.
  Object.assign(globalThis, { __playwright_run: resolve })
})
app.whenReady = () => Promise.all([ready, attached]).then(() => undefined)
