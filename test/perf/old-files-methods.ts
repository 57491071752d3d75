import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Core } from '../../electron/features/core.ts'
import { oldArchive } from '../fixtures/old-files/archive.ts'
import { type Inputs, pick, target } from './method-inputs.ts'

type Names = Extract<keyof Inputs, `oldFiles.${string}`>

export const oldFilesInputs: Pick<Inputs, Names> = {
  'oldFiles.list': () => ({}),
  'oldFiles.file': async ({ call }, run) => {
    const { groups } = await call('oldFiles.list', {})
    const readable = groups.filter(({ state }) => state !== 'refused')
    return { id: pick(pick(readable, run).files, run).id }
  },
  'oldFiles.people': () => ({}),
  'oldFiles.setLock': async ({ call }, run) => {
    const taken = (await call('meetings.list', { year: null })).filter(({ takenOver }) => takenOver !== null)
    const meeting = pick(taken, run)
    return { ...target(meeting), locked: meeting.takenOver === 'unlocked' }
  },
}

/** The dated meetings of three years are taken in; then so many times their archive is in the list: ten are four hundred files. */
export async function takeOldFiles(core: Core, folder: string, copies: number): Promise<void> {
  const root = join(folder, 'anciens')
  const write = async (copy: number) => {
    for (const [path, bytes] of await oldArchive(3 * copy)) {
      const to = join(root, String(copy), path)
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, bytes)
    }
  }
  await write(0)
  await read(core, root)
  const list = await core.call('oldFiles.list', {})
  if (!list.ok) throw new Error(list.error.code)
  // Ten years of meetings stand on these dates with these numbers: the old ones go to dates before all of them.
  const choices = list.value.groups.flatMap(({ id, date }) =>
    date === null ? [] : [{ id, date: date.replace(/^20/, '19'), number: null }],
  )
  const taken = await core.call('oldFiles.take', { choices, openActions: false })
  if (!taken.ok) throw new Error(taken.error.code)
  if (taken.value.taken.length === 0) throw new Error('no old meeting was taken in')
  for (let copy = 1; copy < copies; copy += 1) await write(copy)
  await read(core, root)
}

async function read(core: Core, path: string): Promise<void> {
  const answer = await core.internal('readOldFiles', { path })
  if (!answer.ok) throw new Error(answer.error.code)
}
