// Pages that go bad while the data are closed are found within a minute of the next opening, whoever reads them.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readPages } from '../../electron/db/copies/check.ts'
import {
  copyWorld,
  DATABASE,
  destroyPagesOf,
  makeWorld,
  openRecovering,
  playLogIn,
  type World,
} from './damaged-world.ts'

let world: World
let folder: string
beforeEach(async () => {
  world = await makeWorld()
  folder = copyWorld(world)
  playLogIn(folder)
  // Closed, with a backup of the last change: nothing asks for another one.
  const closed = await openRecovering(folder)
  await closed.ok('backups.make', {})
  await closed.close()
})
afterEach(() => {
  for (const one of [folder, world.folder]) rmSync(one, { recursive: true, force: true })
})

/** The core as it is once `milliseconds` have passed since its opening. */
async function after(milliseconds: number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const recovering = await openRecovering(folder)
    vi.advanceTimersByTime(milliseconds)
    return recovering
  } finally {
    vi.useRealTimers()
  }
}

it('pages that went bad at rest are said within a minute of the opening', async () => {
  destroyPagesOf(folder, 'agenda_item')
  const recovering = await after(60_000)
  await vi.waitFor(
    async () => {
      const { data } = await recovering.ok('recovery.damage', {})
      expect(data).toMatchObject({ code: 'data-damaged' })
    },
    { timeout: 60_000 },
  )
  await recovering.close()
}, 120_000)

it('sound data are read whole and nothing is said of them', async () => {
  const recovering = await after(60_000)
  expect(readPages(join(folder, DATABASE))).toEqual({ whole: true })
  expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
  await recovering.close()
}, 120_000)
