// What is written besides the journal has its files in the base too: sealed minutes, attachments.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { entryOf } from '../entry.ts'
import { Desk } from './desk.ts'
import { startServer, type TestServer } from './server.ts'
import { heldWay } from './way.ts'

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

it('opens sealed minutes of the sample on the other desk', async () => {
  await lea.ok('sample.load', {})
  const meetings = await lea.ok('meetings.list', { year: null })
  const sealed = meetings.filter(({ minutesState }) => minutesState === 'approved')
  expect(sealed.length).toBeGreaterThan(2)
  const hashes = await Promise.all(
    sealed.map(async ({ id }) => (await lea.ok('approval.get', { meetingId: id })).approval?.sha256),
  )
  await vi.waitFor(async () => expect(await noe.storeOf()).toEqual(expect.arrayContaining(hashes)), 60_000)
})

it('a large file on its way holds up nobody who writes', async () => {
  const way = await heldWay(address, 1024 * 1024)
  const [slow, other] = [await Desk.open('Léa', way.address), await Desk.open('Noé', address)]
  const { id: meetingId } = await slow.ok('meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: false,
  })
  const bytes = new Uint8Array(3 * 1024 * 1024).fill(65)
  const added = slow.core.call('attachments.add', {
    ...{ meetingId, itemId: null },
    file: { fileName: 'plan.txt', bytes },
  })
  await vi.waitFor(() => expect(way.isHeld()).toBe(true), 30_000)
  await other.add('Écrit entre-temps')
  expect(await slow.titles()).toEqual(['Écrit entre-temps'])
  way.letGo()
  expect(await added).toMatchObject({ ok: true })
  await vi.waitFor(async () => expect(await other.storeOf()).toHaveLength(1), 30_000)
  // The same file once more, and one that another desk has: neither goes again.
  const next = (await slow.ok('meetings.create', { fields: { date: '2027-03-18' }, fromTemplate: false })).id
  const carried = way.carried()
  const again = (fileName: string, of: Uint8Array<ArrayBuffer>) =>
    slow.ok('attachments.add', { meetingId: next, itemId: null, file: { fileName, bytes: of } })
  await again('plan.txt', bytes)
  const known = new Uint8Array(3 * 1024 * 1024).fill(66)
  await other.ok('attachments.add', { meetingId, itemId: null, file: { fileName: 'vue.txt', bytes: known } })
  await again('vue.txt', known)
  expect(way.carried() - carried).toBeLessThan(1024 * 1024)
  for (const desk of [slow, other]) await desk.close()
  way.close()
})

it('bytes that nothing names go with an erasure, and no others', async () => {
  const dpo = await Desk.open('', await server.as(address, 'dpo', 'administration'), { runJob: jobs.run })
  const { id: meetingId } = await lea.ok('meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: false,
  })
  const bytes = (of: number) => new Uint8Array(100_000).fill(of)
  const added = (of: number) => ({
    ...{ meetingId, itemId: null },
    file: { fileName: `${of}.txt`, bytes: bytes(of) },
  })
  const there = async () => {
    const rows = await server.query<{ sha256: string }>(address.database, 'SELECT sha256 FROM inp.team_file')
    return [1, 2, 3].filter((of) => rows.some((row) => row.sha256 === sha256(bytes(of))))
  }
  await lea.ok('attachments.add', added(1))
  await lea.ok('attachments.add', added(2))
  // Taken back, it may be done again.
  await lea.ok('history.undo', {})
  expect(await lea.refused('attachments.add', { ...added(3), meetingId: newId() })).toBe('not-found')
  expect(await there()).toEqual([1, 2, 3])
  await dpo.ok('personalData.eraseDue', { kind: 'mails' })
  expect(await there()).toEqual([1, 2])
  // The desk that gave it once gives it again.
  await lea.ok('attachments.add', added(3))
  expect(await there()).toEqual([1, 2, 3])
  await dpo.close()
})
