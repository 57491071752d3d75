// Starts the application as a person does, on sample data, until its first screen shows and a PDF is made; then has its
// processes write what they compiled. Started by scripts/compiled.ts under a screen, without rights.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startApp } from '../../test/perf/started-app.ts'
import { doneFile, nowFile } from './files.ts'

const [, , application = '', into = ''] = process.argv
const app = await startApp(application, [`--data-dir=${join(into, 'data')}`], {
  XDG_DATA_HOME: join(into, 'profile'),
  LOCALAPPDATA: join(into, 'profile'),
  SEANCES_COMPILED_INTO: into,
})
try {
  await until('the first screen', isReady)
  await app.page.evaluate(`(async () => {
    const call = async (method, input) => {
      const answer = await seances.call(method, input)
      if (!answer.ok) throw new Error(method + ': ' + answer.error.code)
      return answer.value
    }
    await call('sample.load', {})
    const [{ id }] = await call('meetings.list', { year: null })
    await call('documents.render', { meetingId: id, kind: 'agenda' })
    await call('app.info', {})
    location.reload()
  })()`)
  await wait(500)
  await until('the first screen with data', isReady)
  await wait(1_000)
  writeFileSync(join(into, nowFile), '')
  const done = ['main.cjs', 'core.cjs', 'job.cjs'].map((name) => join(into, doneFile(name)))
  await until('what was compiled', async () => done.every((path) => existsSync(path)))
} finally {
  await app.close()
}

/** A page that is being loaded anew does not answer. */
async function isReady(): Promise<boolean> {
  return app.page
    .evaluate<boolean>(`document.documentElement.dataset.appState === 'ready'`)
    .catch(() => false)
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const givesUpAt = performance.now() + 60_000
  while (!(await holds())) {
    if (performance.now() > givesUpAt) throw new Error(`${what} did not come within a minute`)
    await wait(50)
  }
}
