// Pages that go bad while the data are closed are found within a minute of the next opening, whoever reads them.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readPages } from '../../electron/db/copies/check.ts'
import { inp } from '../entry.ts'
import {
  copyWorld,
  DATABASE,
  destroyPagesOf,
  flipBitIn,
  makeWorld,
  openRecovering,
  playLogIn,
  type World,
} from './damaged-world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  playLogIn(world.folder)
  // Closed, with a backup of the last change: nothing asks for another one.
  const closed = await openRecovering(world.folder)
  await closed.ok('backups.make', {})
  await closed.close()
})
afterAll(() => rmSync(world.folder, { recursive: true, force: true }))

let folder: string
beforeEach(() => {
  folder = copyWorld(world)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

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
  expect(readPages(join(folder, DATABASE))).toEqual({ whole: true, altered: [] })
  expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
  await recovering.close()
}, 120_000)

describe('a bit that flips at rest in a text', () => {
  const words = 'phrase 23.7 sur'
  const rows = async ({ ok }: Awaited<ReturnType<typeof openRecovering>>) =>
    (await ok('recovery.damage', {})).rows
  beforeEach(() => flipBitIn(folder, 'agenda_item', words))

  it('is said within a minute, with the name of what it changed and the copy that has it whole', async () => {
    const recovering = await after(60_000)
    await vi.waitFor(
      async () =>
        expect(await rows(recovering)).toMatchObject({
          count: 1,
          named: [{ where: 'Points d’ordre du jour', meetingDate: '2027-02-14' }],
          lastGood: expect.stringMatching(/^\d{4}-/),
        }),
      { timeout: 60_000 },
    )
    expect((await recovering.ok('recovery.damage', {})).data).toBeNull()
    await recovering.close()
  }, 120_000)

  it('is found by the check of the next backup, which leaves the last good one where it is', async () => {
    const recovering = await openRecovering(folder)
    const kept = () => readdirSync(join(folder, 'sauvegardes')).filter((name) => name.endsWith('.seances'))
    const good = kept().sort().at(-1)
    for (let time = 0; time < 7; time += 1) {
      const { condition } = await recovering.ok('backups.make', {})
      expect(condition).toBe('altered')
    }
    expect(kept()).toContain(good)
    const made = kept().sort().at(-1) ?? ''
    const again = await recovering.ok('backups.verify', { place: 'desk', token: made })
    expect(again.condition).toBe('altered')
    expect(await rows(recovering)).toMatchObject({ count: 1 })
    await recovering.close()
  }, 120_000)

  it('is over once the text is written again', async () => {
    const recovering = await openRecovering(folder)
    await recovering.ok('backups.make', {})
    const meeting = (await recovering.ok('meetings.list', { year: 2027 })).find(
      ({ date }) => date === '2027-02-14',
    )
    const { items } = await recovering.ok('agenda.list', { meetingId: meeting?.id ?? '' })
    const altered = items.find(({ note }) => note.includes('qhrase 23.7'))
    if (altered === undefined) throw new Error('the flip is nowhere')
    const { id, version, note } = altered
    await recovering.ok('agenda.update', { id, version, patch: { note: note.replace('qhrase', 'phrase') } })
    expect(await rows(recovering)).toMatchObject({ count: 0 })
    expect((await recovering.ok('backups.make', {})).condition).toBe('sound')
    await recovering.close()
  }, 120_000)

  it('counts as it is once somebody has read it', async () => {
    const recovering = await openRecovering(folder)
    await recovering.ok('backups.make', {})
    await recovering.ok('recovery.keepRows', {})
    expect(await rows(recovering)).toEqual({ count: 0, named: [], lastGood: null })
    expect((await recovering.ok('backups.make', {})).condition).toBe('sound')
    await recovering.close()
  }, 120_000)

  it('is said by the check of the command line, which ends with 1', () => {
    const { status, stderr } = inp('check', '--data', folder)
    expect(stderr).toMatch(
      /Un texte n’est plus tel qu’il a été enregistré \(Points d’ordre du jour.*séance du 2027-02-14/,
    )
    expect(stderr).toMatch(/La sauvegarde du .* les a encore/)
    expect(status).toBe(1)
  }, 120_000)
})
