// Each input that the bench times a method with is taken by that method, so that the bench cannot rot unseen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { makeTenYears, sampleOf } from '../perf/core-bench.ts'
import { timeMethods } from '../perf/core-methods.ts'
import { takeOne } from '../perf/delivery-bench.ts'
import { timeLongMethods } from '../perf/long-methods.ts'
import { takeOldFiles } from '../perf/old-files-methods.ts'

const folder = mkdtempSync(join(tmpdir(), 'seances-timed-'))
const jobs = forkRunner(entryOf('job'))
let core: Core

beforeAll(async () => {
  makeTenYears(folder)
  core = await openCore({
    dataFolder: folder,
    who: 'mesure',
    runJob: jobs.run,
    emit: () => undefined,
    log: () => undefined,
  })
}, 60_000)

afterAll(async () => {
  await core.close()
  jobs.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every method that the bench times answers to the input it is timed with', async () => {
  const sample = await sampleOf(core, folder)
  await takeOne(core)
  await takeOldFiles(core, folder, 1)
  const timed = await timeMethods(sample, 2)
  expect(timed.length).toBeGreaterThan(200)
  expect((await timeLongMethods(sample, 2)).length).toBeGreaterThan(25)
}, 180_000)

test('an input that its method does not take ends the bench with the name of the method', async () => {
  const { call } = await sampleOf(core, folder)
  await expect(call('subjects.get', { id: 'nobody' })).rejects.toThrow('subjects.get: ')
})
