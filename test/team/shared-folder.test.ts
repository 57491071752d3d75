// What desks of a team write to one shared folder.
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeCopy } from '../../electron/db/copies/team-copy.ts'
import { keepBytes } from '../../electron/db/files/store.ts'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { prepareConvocation } from './convocation.ts'
import { Desk } from './desk.ts'
import { newFolder } from './folder.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

const jobs = forkRunner(entryOf('job'))
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  jobs.close()
  await server.stop()
})

let lea: Desk
let noe: Desk
let address: TeamAddress
beforeEach(async () => {
  address = await server.newBase()
  lea = await Desk.open('Léa', address, { runJob: jobs.run })
  noe = await Desk.open('Noé', address, { runJob: jobs.run })
})
afterEach(async () => {
  await lea.close()
  await noe.close()
})

describe('the shared folder of a team', () => {
  let shared: string
  let away: string
  beforeEach(() => {
    shared = mkdtempSync(join(tmpdir(), 'seances-team-shared-'))
    away = `${shared}-away`
  })
  afterEach(() => {
    for (const folder of [shared, away]) rmSync(folder, { recursive: true, force: true })
  })
  const rows = () =>
    server.query<{ state: string; written_at: string | null; sha256: string }>(
      address.database,
      'SELECT state, written_at, sha256 FROM inp.shared_file',
    )
  /** A convocation that Léa noted as sent while the folder was away. */
  const queue = async (desks: readonly Desk[]) => {
    const { id } = await prepareConvocation(lea)
    for (const desk of desks) await desk.core.internal('setSharedFolder', { path: shared })
    renameSync(shared, away)
    const { version } = (await lea.ok('dispatch.get', { id })).dispatch
    await lea.ok('dispatch.markSent', { id, version })
    const queued = await rows()
    expect(queued.filter(({ state }) => state !== 'queued')).toEqual([])
    for (const desk of desks)
      await vi.waitFor(
        async () =>
          expect(await desk.storeOf()).toEqual(expect.arrayContaining(queued.map((row) => row.sha256))),
        30_000,
      )
    renameSync(away, shared)
  }
  const written = () =>
    readdirSync(shared, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

  it('is written by one desk at a time, and what one wrote is nobody else’s for another', async () => {
    await queue([lea, noe])
    await Promise.all([lea, noe].map((desk) => desk.ok('dispatch.retrySharedFolder', {})))
    await lea.ok('dispatch.retrySharedFolder', {})
    const all = await rows()
    expect(all.filter(({ state, written_at }) => state !== 'written' || written_at === null)).toEqual([])
    expect(written()).toHaveLength(all.length)
    for (const desk of [lea, noe])
      expect(await desk.ok('dispatch.sharedFolder', {})).toMatchObject({ queuedCount: 0, lastFailure: null })
  })

  /** What a desk that could not note it leaves to the others: all of it, and each file is theirs. */
  const leaves = async () => {
    expect(written()).toEqual([])
    expect((await rows()).filter(({ state }) => state !== 'queued')).toEqual([])
    await lea.ok('dispatch.retrySharedFolder', {})
    const all = await rows()
    expect(all.filter(({ state, written_at }) => state !== 'written' || written_at === null)).toEqual([])
    expect(written()).toHaveLength(all.length)
  }

  it('is not written by a desk that only reads', async () => {
    await queue([lea])
    const folder = newFolder()
    for (const { sha256 } of await rows())
      await keepBytes({ dataFolder: folder, now: new Date() }, await lea.bytesOf(sha256))
    const reader = await opened(folder, await server.as(address, 'ines', 'lecture'))
    await reader.core.internal('setSharedFolder', { path: shared })
    await reader.ok('dispatch.retrySharedFolder', {})
    await reader.close()
    await leaves()
  })

  it('is not written by a desk that shows its copy', async () => {
    await queue([lea])
    const folder = newFolder()
    for (const { sha256 } of await rows())
      await keepBytes({ dataFolder: folder, now: new Date() }, await lea.bytesOf(sha256))
    const at = new Date().toISOString()
    await makeCopy({ dataFolder: folder, address, password: PASSWORD, at, isWhole: true }, () => undefined)
    await server.pause()
    const desk = await opened(folder, address)
    expect((await desk.ok('team.get', {})).awaySince).not.toBeNull()
    await desk.core.internal('setSharedFolder', { path: shared })
    expect(await desk.ok('dispatch.retrySharedFolder', {})).toMatchObject({ lastFailure: null })
    expect(written()).toEqual([])
    await server.resume()
    await desk.close()
    await vi.waitFor(() => lea.titles(), 30_000)
    await leaves()
  })
})

async function opened(folder: string, { user, ...of }: TeamAddress): Promise<Desk> {
  await joinTeam(folder, { kind: 'seances-inp/equipe', ...of }, user)
  return Desk.openIn(folder, '', { runJob: jobs.run })
}
