// What is written besides the journal has its files in the base too: sealed minutes, and messages that may have left.
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { makeCertificates, PASSWORD, smtpServer, trusting } from '../contract/mail-servers.ts'
import { entryOf } from '../entry.ts'
import { Desk } from './desk.ts'
import { startServer, type TestServer } from './server.ts'
import { heldWay } from './way.ts'

const jobs = forkRunner(entryOf('job'))
const certificates = makeCertificates()
const untrust = trusting(certificates)
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  jobs.close()
  untrust()
  certificates.dispose()
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

/** A message to one person that Léa has prepared, and its meeting. */
async function prepare(): Promise<{ meetingId: string; id: string }> {
  const body = await lea.ok('settings.body', {})
  await lea.ok('settings.updateBody', { version: body.version, patch: { email: 'secretariat@ind.example' } })
  const organisationId = newId()
  await lea.ok('directory.addOrganisation', { id: organisationId, fields: { name: 'Association exemple' } })
  const personId = newId()
  await lea.ok('directory.addPerson', {
    id: personId,
    fields: { givenName: 'Ana', familyName: 'Exemple', email: 'ana@acd.example', organisationId },
  })
  await lea.ok('directory.addMandate', {
    id: newId(),
    personId,
    fields: { role: 'titulaire', organisationId },
  })
  const { id: meetingId } = await lea.ok('meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: false,
  })
  await lea.ok('agenda.add', {
    id: newId(),
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Annuaire partagé' },
  })
  const [prepared] = await lea.ok('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
  return { meetingId, id: prepared?.dispatch.id ?? '' }
}

it('lets the other desk tell that a message left, with what it carried', async () => {
  const { meetingId, id } = await prepare()
  const smtp = await smtpServer(certificates, {
    steps: {
      taken: (drop) => {
        drop()
        return null
      },
    },
  })
  await lea.core.internal('setMailAccount', { account: smtp.account })
  const { version } = (await lea.ok('dispatch.get', { id })).dispatch
  expect(await lea.core.internal('sendMessage', { id, version, password: PASSWORD })).toMatchObject({
    error: { code: 'mail-perhaps-left' },
  })
  await smtp.close()
  const [sending] = await noe.ok('sending.list', { meetingId })
  await vi.waitFor(async () => expect(await noe.storeOf()).toContain(sending?.sha256), 30_000)
  const settled = await noe.ok('sending.settle', { id, hasLeft: true })
  expect(settled.dispatch.state).toBe('sent')
  expect(await lea.ok('dispatch.get', { id })).toMatchObject({ dispatch: { state: 'sent' } })
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
    const { id } = await prepare()
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

/** The line that says that a desk is sending is cut, and the message is on its way all the same. */
async function loseSight(): Promise<void> {
  await server.query(
    'postgres',
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle' AND query LIKE '%pg_try_advisory_lock%'`,
  )
  await vi.waitFor(async () => {
    const held = `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND state = 'idle'`
    expect(await server.query('postgres', held)).toEqual([])
  })
}

it('is told of by nobody else while a desk hands it over: it leaves once', async () => {
  const { id } = await prepare()
  let answer: () => void = () => undefined
  const isAnswered = new Promise<null>((resolve) => {
    answer = () => resolve(null)
  })
  const smtp = await smtpServer(certificates, { steps: { taken: () => isAnswered } })
  for (const desk of [lea, noe]) await desk.core.internal('setMailAccount', { account: smtp.account })
  const { version } = (await lea.ok('dispatch.get', { id })).dispatch
  const handed = lea.core.internal('sendMessage', { id, version, password: PASSWORD })
  await vi.waitFor(() => expect(smtp.delivered).toHaveLength(1), 30_000)
  expect(await noe.refused('sending.settle', { id, hasLeft: false })).toBe('mail-under-way')
  expect(await noe.core.internal('sendMessage', { id, version, password: PASSWORD })).toMatchObject({
    error: { code: 'mail-under-way' },
  })
  await loseSight()
  expect(await noe.refused('sending.settle', { id, hasLeft: false })).toBe('mail-under-way')
  answer()
  expect(await handed).toMatchObject({ ok: true })
  expect(await noe.refused('sending.settle', { id, hasLeft: false })).toBe('state-refuses')
  expect(smtp.delivered).toHaveLength(1)
  await smtp.close()
})

const HOURS_AHEAD = 5 * 3_600_000
/** Noé's, by a clock that is hours ahead. */
let ahead: Desk

/** Léa's message under way, while her desk has no line by which others would know of it. */
async function underWay() {
  const { id, meetingId } = await prepare()
  let answer: (refusal: Error | null) => void = () => undefined
  let cut: () => void = () => undefined
  const answered = new Promise<Error | null>((resolve) => {
    answer = resolve
  })
  const taken = (drop: () => void) => {
    cut = drop
    return answered
  }
  const smtp = await smtpServer(certificates, { steps: { taken } })
  for (const desk of [lea, ahead]) await desk.core.internal('setMailAccount', { account: smtp.account })
  const { version } = (await lea.ok('dispatch.get', { id })).dispatch
  const handed = lea.core.internal('sendMessage', { id, version, password: PASSWORD })
  await vi.waitFor(() => expect(smtp.delivered).toHaveLength(1), 30_000)
  await loseSight()
  return {
    id,
    answer: (refusal: Error | null) => answer(refusal),
    cut: () => cut(),
    /** The code that Léa is told, once the server has said no more. */
    async told(): Promise<string> {
      const envelope = await handed
      await smtp.close()
      return envelope.ok ? 'left' : envelope.error.code
    },
    states: async () => (await lea.ok('sending.list', { meetingId })).map(({ state }) => state),
    dispatch: async () => (await lea.ok('dispatch.get', { id })).dispatch,
  }
}

describe('what a desk says of a message that another one is handing over, by a clock that is hours ahead', () => {
  beforeEach(async () => {
    const clock = () => new Date(Date.now() + HOURS_AHEAD)
    ahead = await Desk.open('Noé', address, { runJob: jobs.run, clock })
  })
  afterEach(() => ahead.close())

  it('gives way to what the server says: it left, and whoever sent it is told', async () => {
    const message = await underWay()
    await ahead.ok('sending.settle', { id: message.id, hasLeft: false })
    expect(await message.states()).toEqual(['refused'])
    message.answer(null)
    expect(await message.told()).toBe('mail-left-after-all')
    expect(await message.states()).toEqual(['confirmed'])
    expect((await message.dispatch()).state).toBe('sent')
  })

  it('gives way also where the message was changed since, which does not leave as well', async () => {
    const message = await underWay()
    const { dispatch } = await ahead.ok('sending.settle', { id: message.id, hasLeft: false })
    const { id, version } = dispatch
    await ahead.ok('dispatch.update', { id, version, patch: { subject: 'Autre objet' } })
    message.answer(null)
    expect(await message.told()).toBe('mail-left-after-all')
    expect(await message.states()).toEqual(['confirmed'])
    expect(await message.dispatch()).toMatchObject({ state: 'draft', subject: 'Autre objet' })
    expect(
      await ahead.core.internal('sendMessage', { id, version: version + 1, password: PASSWORD }),
    ).toMatchObject({ error: { code: 'mail-already-left' } })
  })

  it('agrees with what the server says', async () => {
    const message = await underWay()
    await ahead.ok('sending.settle', { id: message.id, hasLeft: true })
    const { sentBy } = await message.dispatch()
    message.answer(null)
    expect(await message.told()).toBe('left')
    expect(await message.states()).toEqual(['confirmed'])
    expect(await message.dispatch()).toMatchObject({ state: 'sent', sentBy })
  })

  it('gives way to a refusal', async () => {
    const message = await underWay()
    await ahead.ok('sending.settle', { id: message.id, hasLeft: true })
    message.answer(Object.assign(new Error('5.7.1 message refused'), { responseCode: 554 }))
    expect(await message.told()).toBe('mail-refused')
    expect(await message.states()).toEqual(['refused'])
  })

  it('stays where the server says nothing', async () => {
    const message = await underWay()
    await ahead.ok('sending.settle', { id: message.id, hasLeft: false })
    message.cut()
    expect(await message.told()).toBe('mail-perhaps-left')
    expect(await message.states()).toEqual(['refused'])
  })
})
