import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCore } from '../../electron/features/core.ts'
import { isOfTeam } from '../team/engine.ts'
import { imapServer, makeCertificates, type SmtpWorld, smtpServer } from './mail-servers.ts'
import { sendingWorld } from './sending-world.ts'

const desk = sendingWorld()
const { draft, choose, hand } = desk
const journal = async () =>
  (await desk.world.opened.ok('sending.list', { meetingId: desk.world.meetingId })).map(
    ({ recipient, state, answer }) => `${recipient} ${state} ${answer}`.trim(),
  )

describe('by SMTP', () => {
  it.each(['tls', 'starttls'] as const)('over %s, to everybody, and is marked as sent', async (security) => {
    const smtp = await smtpServer(desk.certificates, { security })
    await choose(smtp.account)
    await desk.world.opened.ok('dispatch.addRecipient', {
      id: '00000000-0000-7000-8000-0000000000aa',
      dispatchId: desk.id,
      fields: { personId: null, name: '', organisation: '', email: 'cache@asso.example', field: 'bcc' },
    })
    expect(await hand()).toBe('left')
    await smtp.close()
    const [message] = smtp.delivered
    expect(smtp.delivered).toHaveLength(1)
    expect(message?.from).toBe('secretariat@ind.example')
    expect(message?.to).toContain('cache@asso.example')
    expect(message?.to).toContain('marchetti@asso.example')
    // Blind copies and the mark of an unsent file are of no concern to those who get it.
    expect(message?.text).not.toMatch(/cache@asso|^Bcc:|X-Unsent/im)
    const { dispatch, state } = { dispatch: await draft(), state: (await meeting()).state }
    expect(dispatch.state).toBe('sent')
    expect(state).toBe('convened')
    const rows = await desk.world.opened.ok('sending.list', { meetingId: desk.world.meetingId })
    expect(new Set(rows.map(({ state: one }) => one))).toEqual(new Set(['confirmed']))
    expect(new Set(rows.map(({ sha256 }) => sha256))).toEqual(new Set([dispatch.messageSha256]))
  })

  it('a recipient that the server refuses is named, the others get it', async () => {
    const smtp = await smtpServer(desk.certificates, {
      refuses: { 'okonjo@asso.example': '5.1.1 unknown user' },
    })
    await choose(smtp.account)
    expect(await hand()).toBe('left')
    await smtp.close()
    expect(smtp.delivered[0]?.to).not.toContain('okonjo@asso.example')
    expect(await journal()).toContain('okonjo@asso.example refused 550 5.1.1 unknown user')
    expect(await journal()).toContain('marchetti@asso.example confirmed 250 OK: message queued')
  })

  it('no way but TLS, and none with a certificate that nobody here knows', async () => {
    const plain = await smtpServer(desk.certificates, { security: 'starttls', hideTls: true })
    await choose(plain.account)
    expect(await hand()).toBe('mail-without-tls')
    await plain.close()
    expect(await hand()).toBe('mail-server-away')
    const stranger = makeCertificates()
    const other = await smtpServer(stranger)
    await choose(other.account)
    expect(await hand()).toBe('mail-certificate')
    await other.close()
    const known = await smtpServer(desk.certificates)
    await choose({ ...known.account, host: '127.0.0.1' })
    expect(await hand()).toBe('mail-certificate')
    await known.close()
    stranger.dispose()
    expect([plain, other, known].flatMap(({ delivered }) => delivered)).toEqual([])
    expect((await draft()).state).toBe('draft')
  })

  const failure = (responseCode: number, words: string) => () =>
    Object.assign(new Error(words), { responseCode })
  it.each([
    ['mail-too-large', { size: 2_000 }],
    ['mail-too-large', { answer: failure(552, '5.3.4 message too big') }],
    ['mail-quota', { answer: failure(452, '4.2.2 mailbox full') }],
    ['mail-refused', { answer: failure(554, '5.7.1 rejected by policy') }],
    ['mail-recipients-refused', { steps: { to: failure(550, '5.1.1 no such user') } }],
  ] as const)('%s: nothing left, it may be tried again, and then it leaves once', async (code, how) => {
    const smtp = await smtpServer(desk.certificates, how)
    await choose(smtp.account)
    expect(await hand()).toBe(code)
    await smtp.close()
    expect(smtp.delivered).toEqual([])
    const willing = await smtpServer(desk.certificates)
    await choose(willing.account)
    expect(await hand('faux')).toBe('mail-password-wrong')
    expect(await hand()).toBe('left')
    expect(await hand()).toBe('state-refuses')
    await willing.close()
    expect(willing.delivered).toHaveLength(1)
  })

  it('taken back here, it does not leave again; it is marked as sent as it left', async () => {
    const smtp = await smtpServer(desk.certificates)
    await choose(smtp.account)
    await hand()
    const { messageSha256 } = await draft()
    await desk.world.opened.ok('history.undo', {})
    expect((await draft()).state).toBe('draft')
    expect(await hand()).toBe('mail-already-left')
    const marked = await desk.world.opened.ok('dispatch.markSent', {
      id: desk.id,
      version: (await draft()).version,
    })
    await smtp.close()
    expect(marked.dispatch.messageSha256).toBe(messageSha256)
    expect(smtp.delivered).toHaveLength(1)
  })

  it('is refused without an account, a sender or a recipient', async () => {
    expect(await hand()).toBe('mail-not-chosen')
    const smtp = await smtpServer(desk.certificates)
    await choose(smtp.account)
    const body = await desk.world.opened.ok('settings.body', {})
    await desk.world.opened.ok('settings.updateBody', { version: body.version, patch: { email: '' } })
    expect(await hand()).toBe('mail-no-sender')
    await smtp.close()
    expect(await journal()).toEqual([])
  })
})

it('a convocation has ready answers, which are read when they come back', async () => {
  const smtp = await smtpServer(desk.certificates)
  await choose(smtp.account)
  expect(await hand()).toBe('left')
  await smtp.close()
  const { html } = await PostalMime.parse(smtp.delivered[0]?.text ?? '')
  const links = [...(html ?? '').matchAll(/href="(mailto:[^"]+)"/g)].map(
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&')),
  )
  const answers = await desk.world.opened.ok('replies.readMails', {
    meetingId: desk.world.meetingId,
    files: links.map(({ pathname, searchParams }, at) => ({
      fileName: `reponse-${at}.eml`,
      bytes: Buffer.from(
        `From: marchetti@asso.example\r\nTo: ${pathname}\r\nSubject: ${searchParams.get('subject')}\r\n` +
          'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n' +
          `${searchParams.get('body')}\r\n`,
      ),
    })),
  })
  const { Marchetti } = desk.world.persons
  expect(answers.map(({ answer, personId }) => [answer, personId])).toEqual([
    ['onSite', Marchetti],
    ['remote', Marchetti],
    ['represented', Marchetti],
    ['excused', Marchetti],
  ])
  expect(links.map(({ pathname }) => pathname)).toEqual(Array(4).fill('secretariat@ind.example'))
})

const meeting = async () => (await desk.world.opened.ok('meetings.get', { id: desk.world.meetingId })).meeting

describe('a message that may have left', () => {
  let smtp: SmtpWorld
  beforeEach(async () => {
    smtp = await smtpServer(desk.certificates, {
      steps: {
        taken: (drop) => {
          drop()
          return null
        },
      },
    })
    await choose(smtp.account)
    expect(await hand()).toBe('mail-perhaps-left')
    await smtp.close()
    expect(smtp.delivered).toHaveLength(1)
  })

  it('waits: it is neither sent again nor changed, not even after a restart', async () => {
    const willing = await smtpServer(desk.certificates)
    await choose(willing.account)
    expect(await hand()).toBe('mail-perhaps-left')
    await desk.world.opened.restart()
    expect(await hand()).toBe('mail-perhaps-left')
    const { version } = await draft()
    const change = { id: desk.id, version, patch: { subject: 'Autre objet' } }
    expect(await desk.world.opened.refused('dispatch.update', change)).toBe('mail-perhaps-left')
    expect(await desk.world.opened.refused('dispatch.markSent', { id: desk.id, version })).toBe(
      'mail-perhaps-left',
    )
    const again = { meetingId: desk.world.meetingId, kind: 'convocation', itemId: null }
    expect(await desk.world.opened.refused('dispatch.prepare', again)).toBe('mail-perhaps-left')
    await willing.close()
    expect(willing.delivered).toEqual([])
  })

  it('that arrived is marked as sent, with the bytes that arrived', async () => {
    const { dispatch } = await desk.world.opened.ok('sending.settle', { id: desk.id, hasLeft: true })
    expect(dispatch.state).toBe('sent')
    const [row] = await desk.world.opened.ok('sending.list', { meetingId: desk.world.meetingId })
    expect(dispatch.messageSha256).toBe(row?.sha256)
    expect((await meeting()).state).toBe('convened')
  })

  it('that did not arrive leaves when it is sent again', async () => {
    await desk.world.opened.ok('sending.settle', { id: desk.id, hasLeft: false })
    const willing = await smtpServer(desk.certificates)
    await choose(willing.account)
    expect(await hand()).toBe('left')
    await willing.close()
    expect(willing.delivered).toHaveLength(1)
  })
})

// The desk of a team keeps nothing of it: what its server has is there.
if (!isOfTeam)
  it('a machine that stops while a message leaves has written down that it may have', async () => {
    const crashed = mkdtempSync(join(tmpdir(), 'seances-crashed-'))
    const smtp = await smtpServer(desk.certificates, {
      steps: {
        data: () => {
          cpSync(desk.world.opened.folder, crashed, { recursive: true })
          return null
        },
      },
    })
    await choose(smtp.account)
    expect(await hand()).toBe('left')
    const after = await openCore({
      dataFolder: crashed,
      who: 'essai',
      runJob: () => Promise.reject(new Error('nothing is to be handed over')),
      emit: () => undefined,
      log: () => undefined,
      checkOutputs: true,
    })
    const list = await after.call('sending.list', { meetingId: desk.world.meetingId })
    expect(list.ok && new Set(list.value.map(({ state }) => state))).toEqual(new Set(['handed']))
    const view = await after.call('dispatch.get', { id: desk.id })
    const version = view.ok ? view.value.dispatch.version : 0
    const marked = await after.callUntyped('dispatch.markSent', { id: desk.id, version })
    expect(marked).toMatchObject({ ok: false, error: { code: 'mail-perhaps-left' } })
    await after.close()
    await smtp.close()
    rmSync(crashed, { recursive: true, force: true })
  })

describe('into the drafts of a mailbox', () => {
  it('found by what the server says of its folders, once, and still a draft here', async () => {
    const imap = await imapServer(desk.certificates)
    await choose(imap.account)
    expect(await hand('faux')).toBe('mail-password-wrong')
    expect(await hand()).toBe('left')
    expect(await hand()).toBe('left')
    const [message, ...others] = imap.messages('&AMk-bauches')
    expect(others).toEqual([])
    expect(message).toContain(`Message-ID: <${desk.id}@seances-inp>`)
    expect(message).not.toContain('X-Unsent')
    expect((await draft()).state).toBe('draft')
    const { version } = await draft()
    await desk.world.opened.ok('dispatch.update', {
      id: desk.id,
      version,
      patch: { subject: 'Objet corrigé' },
    })
    expect(await hand()).toBe('left')
    expect(imap.messages('&AMk-bauches')).toHaveLength(2)
    await imap.close()
  })

  it('of which there must be some', async () => {
    const imap = await imapServer(desk.certificates, { drafts: false })
    await choose(imap.account)
    expect(await hand()).toBe('mail-no-drafts')
    await imap.close()
  })
})
