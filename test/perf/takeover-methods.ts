// Takeover methods: what the bench gives the methods of taking over old files, after a folder of them was read.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Core } from '../../electron/features/core.ts'
import { oldArchive } from '../fixtures/takeover/archive.ts'
import { type Inputs, pick, target } from './method-inputs.ts'

type Names = Extract<keyof Inputs, `takeover.${string}`>

export const takeoverInputs: Pick<Inputs, Names> = {
  'takeover.list': () => ({}),
  'takeover.file': async ({ call }, run) => {
    const { groups } = await call('takeover.list', {})
    const readable = groups.filter(({ state }) => state !== 'refused')
    return { id: pick(pick(readable, run).files, run).id }
  },
  'takeover.people': () => ({}),
  'takeover.setLock': async ({ call }, run) => {
    const taken = (await call('meetings.list', { year: null })).filter(({ takenOver }) => takenOver !== null)
    const meeting = pick(taken, run)
    return { ...target(meeting), locked: meeting.takenOver === 'unlocked' }
  },
}

/** Ten times the archive of three years, four hundred files, are in the list, and the sure meetings of one taken in. */
export async function takeOldFiles(core: Core, folder: string): Promise<void> {
  const archive = await oldArchive()
  const root = join(folder, 'anciens')
  for (let copy = 0; copy < 10; copy += 1)
    for (const [path, bytes] of archive) {
      const to = join(root, String(copy), path)
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, bytes)
    }
  const read = await core.internal('readTakeover', { path: root })
  if (!read.ok) throw new Error(read.error.code)
  const list = await core.call('takeover.list', {})
  if (!list.ok) throw new Error(list.error.code)
  const choices = list.value.groups.filter(({ state }) => state === 'sure').map(({ id }) => ({ id }))
  const taken = await core.call('takeover.take', { choices, openActions: false })
  if (!taken.ok) throw new Error(taken.error.code)
}
