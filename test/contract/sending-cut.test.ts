// A line to a mail server that is cut after each piece of the conversation.
import { afterAll, describe, expect, it } from 'vitest'
import type { MailAccount } from '../../electron/domain/dispatch/sending.ts'
import { forkProcess } from '../../electron/jobs/fork-runner.ts'
import { jobs as rows } from '../../electron/jobs/rows.ts'
import { jobRunner } from '../../electron/jobs/runner.ts'
import { entryOf } from '../entry.ts'
import { cuttingLine, imapServer, smtpServer } from './mail-servers.ts'
import { sendingWorld } from './sending-world.ts'

// A message is handed over by a process of its own, as sending.test.ts has it. Here it is handed over again and again, to
// look at the line: one process takes them all.
const jobs = jobRunner(forkProcess(entryOf('job')), undefined, {
  ...rows,
  sendMail: { ...rows.sendMail, process: 'kept' },
})
afterAll(() => jobs.close())
const desk = sendingWorld(jobs)
const { choose, hand } = desk

/**
 * The line is cut after each piece of the conversation, on the way there and on the way back. Whoever works here presses
 * again after each failure; `believes` says whether what was written down is heeded.
 */
async function cuts(
  server: { account: MailAccount; count: () => number },
  believes: boolean,
): Promise<{ cuts: number; twice: number; lost: number }> {
  const told = { cuts: 0, twice: 0, lost: 0 }
  for (const side of ['said', 'answered'] as const)
    for (let after = 0; ; after += 1) {
      const fields = { date: '2026-12-17', title: `Coupure ${side} ${after}` }
      const { id: meetingId } = await desk.world.opened.ok('meetings.create', { fields, fromTemplate: false })
      const kind = { kind: 'convocation', itemId: null } as const
      desk.id = (await desk.world.opened.ok('dispatch.prepare', { meetingId, ...kind }))[0]?.dispatch.id ?? ''
      const line = await cuttingLine(server.account.port, { after, of: side })
      const before = server.count()
      await choose({ ...server.account, port: line.port })
      const first = await hand()
      const wasCut = first !== 'left'
      await line.close()
      await choose(server.account)
      if (wasCut && !believes && first === 'mail-perhaps-left')
        await desk.world.opened.ok('sending.settle', { id: desk.id, hasLeft: false })
      const second = wasCut ? await hand() : first
      const arrived = server.count() - before
      if (arrived > 1) told.twice += 1
      if (arrived === 0 && second === 'left') told.lost += 1
      if (arrived === 0 && second !== 'left' && second !== 'mail-perhaps-left') told.lost += 1
      if (!wasCut) break
      told.cuts += 1
    }
  return told
}

describe('a line that is cut at each step', { timeout: 600_000 }, () => {
  it('of SMTP: nothing arrives twice, and nothing is said to have left that did not', async () => {
    const smtp = await smtpServer(desk.certificates)
    const server = { account: smtp.account, count: () => smtp.delivered.length }
    const heeded = await cuts(server, true)
    const unheeded = await cuts(server, false)
    await smtp.close()
    expect(heeded.cuts).toBeGreaterThanOrEqual(12)
    expect(heeded).toMatchObject({ twice: 0, lost: 0 })
    // Without what was written down, the same hands send some of them twice.
    expect(unheeded.twice).toBeGreaterThan(0)
  })

  it('of IMAP: nothing lies there twice', async () => {
    const imap = await imapServer(desk.certificates)
    const server = { account: imap.account, count: () => imap.messages('&AMk-bauches').length }
    const heeded = await cuts(server, true)
    await imap.close()
    expect(heeded.cuts).toBeGreaterThanOrEqual(12)
    expect(heeded).toMatchObject({ twice: 0, lost: 0 })
  })
})
