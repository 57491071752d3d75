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

/** The sure meetings of three years are taken in; then ten times their archive, four hundred files, is in the list. */
export async function takeOldFiles(core: Core, folder: string): Promise<void> {
  const archive = await oldArchive()
  const root = join(folder, 'anciens')
  const write = (copy: number) => {
    for (const [path, bytes] of archive) {
      const to = join(root, String(copy), path)
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, bytes)
    }
  }
  write(0)
  await read(core, root)
  const list = await core.call('takeover.list', {})
  if (!list.ok) throw new Error(list.error.code)
  // Of ten copies none is sure: each is like another.
  const choices = list.value.groups.filter(({ state }) => state === 'sure').map(({ id }) => ({ id }))
  const taken = await core.call('takeover.take', { choices, openActions: false })
  if (!taken.ok) throw new Error(taken.error.code)
  for (let copy = 1; copy < 10; copy += 1) write(copy)
  await read(core, root)
}

async function read(core: Core, path: string): Promise<void> {
  const answer = await core.internal('readTakeover', { path })
  if (!answer.ok) throw new Error(answer.error.code)
}
