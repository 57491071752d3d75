// Papers that leave a desk which may write nothing on the base of its team: they are made, and the record is that of the desks
// that write.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCopy } from '../../electron/db/copies/team-copy.ts'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { Desk } from './desk.ts'
import { newFolder } from './folder.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

const jobs = forkRunner(entryOf('job'))
const now = '2026-11-24T09:00:00.000Z'
const how = { clock: () => new Date(now), runJob: jobs.run }

let server: TestServer
let base: TeamAddress
let meetingId: string
let noe: Desk
beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
  noe = await Desk.open('', await server.as(base, 'noe'), how)
  await noe.ok('sample.load', {})
  const meetings = await noe.ok('meetings.list', { year: null })
  meetingId = meetings.find(({ minutesState }) => minutesState === 'review')?.id ?? ''
})
afterAll(async () => {
  await noe.close()
  jobs.close()
  await server.stop()
})

/** The folders of the members, and the minutes as Word. */
async function exported(desk: Desk): Promise<void> {
  const folder = newFolder()
  const folders = await desk.core.internal('writeMemberFolders', { meetingId, folder })
  if (!folders.ok) throw new Error(JSON.stringify(folders.error))
  expect(folders.value.fileNames.length).toBeGreaterThan(3)
  expect(readdirSync(folder).sort()).toEqual([...folders.value.fileNames].sort())
  const path = join(newFolder(), 'pv.docx')
  const written = await desk.core.internal('writeDocument', {
    ...{ subject: { kind: 'minutes', meetingId }, format: 'docx', path },
  })
  expect(written).toMatchObject({ ok: true, value: { producedId: null, path } })
}

const left = () =>
  server.query(
    base.database,
    'SELECT (SELECT count(*) FROM inp.minutes_version) AS versions, (SELECT count(*) FROM inp.produced_document) AS papers',
  )

describe('a desk of a team that writes nothing', () => {
  it('exports what its account may read', async () => {
    const ines = await Desk.open('', await server.as(base, 'ines', 'lecture'), how)
    const before = await left()
    await exported(ines)
    expect(await left()).toEqual(before)
    await ines.close()
  })

  it('exports from a server that takes nothing', async () => {
    await server.query(
      base.database,
      `ALTER DATABASE ${base.database} SET default_transaction_read_only = on`,
    )
    const lea = await Desk.open('', await server.as(base, 'lea'), how)
    await exported(lea)
    await lea.close()
    await server.query('postgres', `ALTER DATABASE ${base.database} RESET default_transaction_read_only`)
  })

  it('exports from its copy while the server is away', async () => {
    const { user, ...address } = await server.as(base, 'lea')
    const folder = newFolder()
    await joinTeam(folder, { kind: 'seances-inp/equipe', ...address }, user)
    await makeCopy(
      { dataFolder: folder, address: { ...address, user }, password: PASSWORD, at: now, isWhole: true },
      () => undefined,
    )
    await server.pause()
    const lea = await Desk.openIn(folder, '', how)
    expect((await lea.ok('team.get', {})).awaySince).not.toBeNull()
    await exported(lea)
    await server.resume()
    await lea.close()
  })
})
