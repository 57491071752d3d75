// What the administration of a machine has settled stands above what the desk keeps, and is kept nowhere.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Settled } from '../../electron/domain/managed/policies.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { isOfTeam } from '../team/engine.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let desk: OpenedCore
afterEach(() => desk.dispose())

const account = {
  way: 'server',
  host: 'smtp.ind.example',
  port: 465,
  security: 'tls',
  user: 'greffe',
} as const
const options: { settled: Settled } = { settled: {} }
async function open(settled: Settled): Promise<void> {
  options.settled = settled
  desk = await openTestCore(options)
}
const stored = () => readFileSync(join(desk.folder, 'desk.json'), 'utf8')

describe('a setting of the administration', () => {
  it('is not changed at the desk, and nothing else is with it', async () => {
    await open({ Spelling: false })
    expect(await desk.ok('spelling.state', {})).toEqual({ isOn: false })
    expect(await desk.refused('spelling.switch', { isOn: true })).toBe('setting-managed')
    expect(await desk.ok('spelling.switch', { isOn: false })).toEqual({ isOn: false })
    expect(await desk.ok('spelling.state', {})).toEqual({ isOn: false })
  })

  it('is the only team that a desk may join, or that it may join none', async () => {
    const own = {
      kind: 'seances-inp/equipe',
      host: '127.0.0.1',
      port: 1,
      database: 'inp',
      authority: '',
    } as const
    const account = { file: own, user: 'lea', password: 'secret' }
    const tried = async () => desk.core.internal('tryTeam', account)
    await open({ Team: false })
    expect(await tried()).toMatchObject({ error: { code: 'setting-managed' } })
    expect(await desk.core.internal('joinTeam', account)).toMatchObject({
      error: { code: 'setting-managed' },
    })
    expect(await desk.core.internal('shareWithTeam', account)).toMatchObject({
      error: { code: 'setting-managed' },
    })
    const path = join(desk.folder, 'connexion.json')
    writeFileSync(path, JSON.stringify({ ...own, database: 'autre' }))
    options.settled = { TeamConnection: path }
    await desk.restart()
    expect(await desk.ok('team.offered', {})).toMatchObject({ file: { database: 'autre' } })
    expect(await tried()).toMatchObject({ error: { code: 'setting-managed' } })
    writeFileSync(path, JSON.stringify(own))
    // Nobody answers on this port; that is the server's affair.
    expect(await tried()).toMatchObject({ error: { code: 'team-away' } })
    options.settled = {}
    await desk.restart()
    expect(await desk.ok('team.offered', {})).toEqual({ file: null })
  })

  it('lifted, gives back what the desk had chosen', async () => {
    await open({})
    const [chosen, settled] = ['choisi', 'impose'].map((name) => join(desk.folder, name))
    for (const folder of [chosen, settled]) mkdirSync(folder ?? '')
    await desk.core.internal('setCopyFolder', { path: chosen ?? '' })
    options.settled = { CopyFolder: settled ?? '', SharedFolder: settled ?? '' }
    await desk.restart()
    expect((await desk.ok('settings.copies', {})).folderName).toBe('impose')
    expect((await desk.ok('dispatch.sharedFolder', {})).folderName).toBe('impose')
    expect(await desk.core.internal('setCopyFolder', { path: chosen ?? '' })).toMatchObject({
      error: { code: 'setting-managed' },
    })
    expect(await desk.refused('dispatch.leaveSharedFolder', {})).toBe('setting-managed')
    // A backup notes itself in the same file.
    if (!isOfTeam) await desk.ok('backups.make', {})
    expect(stored()).not.toContain('impose')
    options.settled = {}
    await desk.restart()
    expect((await desk.ok('settings.copies', {})).folderName).toBe('choisi')
  })

  it('names the only server that a message may be handed to; the account stays the person’s', async () => {
    await open({ MailHost: 'smtp.admin.example', MailPort: 587, MailSecurity: 'starttls' })
    expect(await desk.ok('sending.settings', {})).toEqual({ account: null })
    const wrong = await desk.core.internal('setMailAccount', { account })
    expect(wrong).toMatchObject({ error: { code: 'setting-managed' } })
    const right = { ...account, host: 'smtp.admin.example', port: 587, security: 'starttls' } as const
    await desk.core.internal('setMailAccount', { account: right })
    expect(await desk.ok('sending.settings', {})).toEqual({ account: right })
  })

  it('forbids sending from here, also where an account was chosen before', async () => {
    await open({})
    await desk.core.internal('setMailAccount', { account })
    options.settled = { MailWay: 'program' }
    await desk.restart()
    expect(await desk.ok('sending.settings', {})).toEqual({ account: null })
    const handed = await desk.core.internal('sendMessage', { id: newId(), version: 1, password: 'x' })
    expect(handed).toMatchObject({ error: { code: 'mail-not-chosen' } })
  })

  it('keeps kinds of files from opening in other programs; they are exported as before', async () => {
    await open({ NotOpened: ['pdf'] })
    const { id: meetingId } = await desk.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    for (const fileName of ['note.PDF', 'note.txt'])
      await desk.ok('attachments.add', {
        meetingId,
        itemId: null,
        file: { fileName, bytes: Buffer.from(`%PDF-1.7 ${fileName}`) },
      })
    const attachments = await desk.ok('attachments.list', { meetingId })
    const doors = attachments.map(async ({ id, fileName }) => {
      const opened = await desk.core.internal('attachmentFile', { id, to: 'open' })
      const exported = await desk.core.internal('attachmentFile', { id, to: 'export' })
      return [fileName, opened.ok ? 'ok' : opened.error.code, exported.ok]
    })
    expect((await Promise.all(doors)).sort()).toEqual([
      ['note.PDF', 'setting-managed', true],
      ['note.txt', 'ok', true],
    ])
  })
})
