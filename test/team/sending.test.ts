// Messages that may have left: what a desk says of them, and what the one that hands them over is told.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { makeCertificates, PASSWORD, smtpServer, trusting } from '../contract/mail-servers.ts'
import { entryOf } from '../entry.ts'
import { prepareConvocation } from './convocation.ts'
import { Desk } from './desk.ts'
import { startServer, type TestServer } from './server.ts'

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

it('lets the other desk tell that a message left, with what it carried', async () => {
  const { meetingId, id } = await prepareConvocation(lea)
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

it.each(['recipient', 'item'] as const)(
  'is noted as sent by nobody who has not seen what the other desk made of it: its %s',
  async (what) => {
    const { meetingId, id } = await prepareConvocation(lea)
    const { dispatch, recipients } = await noe.ok('dispatch.get', { id })
    const [recipient] = recipients
    const [item] = (await noe.ok('agenda.list', { meetingId })).items
    if (recipient === undefined || item === undefined) throw new Error('nothing to change')
    if (what === 'recipient') {
      const { id: recipientId, version } = recipient
      const patch = { email: 'autre@acd.example' }
      await noe.ok('dispatch.updateRecipient', { id: recipientId, version, patch })
    } else await noe.ok('agenda.update', { id: item.id, version: item.version, patch: { title: 'Autre' } })
    const target = { id, version: dispatch.version }
    expect(await lea.core.call('dispatch.markSent', target, null)).toEqual({
      ok: false,
      error: { code: 'conflict', by: expect.stringContaining('Noé') },
    })
    expect(await lea.core.call('dispatch.markSent', target)).toMatchObject({ ok: true })
  },
)

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
  const { id } = await prepareConvocation(lea)
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
  const { id, meetingId } = await prepareConvocation(lea)
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
    /** Once more, by a server that takes everything. */
    async sentAgain(): Promise<string> {
      const next = await smtpServer(certificates)
      await lea.core.internal('setMailAccount', { account: next.account })
      const { version } = (await lea.ok('dispatch.get', { id })).dispatch
      const envelope = await lea.core.internal('sendMessage', { id, version, password: PASSWORD })
      await next.close()
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
    expect(await message.told()).toBe('mail-refused-after-all')
    expect(await message.states()).toEqual(['refused'])
    expect((await message.dispatch()).state).toBe('sent')
    // Taken back by who noted it, it may leave again.
    await ahead.ok('history.undo', {})
    expect((await message.dispatch()).state).toBe('draft')
    expect(await message.sentAgain()).toBe('left')
    expect((await message.dispatch()).state).toBe('sent')
  })

  it('gives way to a refusal also where it was taken back by then: there is nothing more to take back', async () => {
    const message = await underWay()
    await ahead.ok('sending.settle', { id: message.id, hasLeft: true })
    await ahead.ok('history.undo', {})
    message.answer(Object.assign(new Error('5.7.1 message refused'), { responseCode: 554 }))
    expect(await message.told()).toBe('mail-refused')
    expect(await message.states()).toEqual(['refused'])
    expect((await message.dispatch()).state).toBe('draft')
  })

  it('stays where the server says nothing', async () => {
    const message = await underWay()
    await ahead.ok('sending.settle', { id: message.id, hasLeft: false })
    message.cut()
    expect(await message.told()).toBe('mail-perhaps-left')
    expect(await message.states()).toEqual(['refused'])
  })
})
