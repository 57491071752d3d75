// What may have left, and what was put into the drafts, is never taken for something else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/replace.ts'
import { askedOf } from '../asked.ts'
import { isOfTeam } from '../team/engine.ts'
import { imapServer, smtpServer } from './mail-servers.ts'
import { hold, oneApproves, validate, writeExchanges } from './minutes-world.ts'
import { sendingWorld } from './sending-world.ts'

const desk = sendingWorld()
const { draft, choose, hand } = desk
/** The message arrives, and the line is cut before the server says so. */
async function handIntoCut(): Promise<void> {
  const smtp = await smtpServer(desk.certificates, {
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
}

if (!isOfTeam)
  it('leaves once when another desk of the team took away what was prepared here', async () => {
    const smtp = await smtpServer(desk.certificates)
    await choose(smtp.account)
    const db = new Database(join(desk.world.opened.folder, DATABASE_NAME), nativeOptions())
    db.exec('CREATE TRIGGER other AFTER INSERT ON sending BEGIN DELETE FROM sending WHERE id = NEW.id; END')
    expect(await hand()).toBe('conflict')
    expect(smtp.delivered).toEqual([])
    db.exec('DROP TRIGGER other')
    db.close()
    expect(await hand()).toBe('left')
    await smtp.close()
    expect(smtp.delivered).toHaveLength(1)
  })

describe('a message that may have left', () => {
  it('is neither taken back nor changed by undo', async () => {
    await handIntoCut()
    expect(await desk.world.opened.refused('history.undo', {})).toBe('mail-perhaps-left')
    const rows = await desk.world.opened.ok('sending.list', { meetingId: desk.world.meetingId })
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['handed']))
    await desk.world.opened.ok('sending.settle', { id: desk.id, hasLeft: false })
    await desk.world.opened.ok('history.undo', {})
    expect(await desk.world.opened.refused('dispatch.get', { id: desk.id })).toBe('not-found')
  })
})

it('minutes that may have left are settled even once they are approved', async () => {
  const { opened, meetingId } = desk.world
  desk.world.setNow('2027-01-20T09:00:00.000Z')
  await hold(opened, meetingId)
  desk.id = (await desk.world.prepare('draftMinutes'))[0]?.dispatch.id ?? ''
  await handIntoCut()
  await validate(opened, meetingId)
  await oneApproves(opened, meetingId)
  await opened.ok('approval.approve', {
    meetingId,
    mode: 'written',
    approvingMeetingId: null,
    itemId: null,
    approvedOn: '2027-01-20',
    corrections: '',
    asked: await askedOf(opened.ok, meetingId),
  })
  const versions = await opened.ok('minutesVersions.list', { meetingId })
  const { dispatch } = await opened.ok('sending.settle', { id: desk.id, hasLeft: true })
  expect(dispatch.state).toBe('sent')
  expect(await opened.ok('minutesVersions.list', { meetingId })).toEqual(versions)
})

it('minutes that may have left are recorded as they left, whatever was written since', async () => {
  const { opened, meetingId } = desk.world
  desk.world.setNow('2027-01-20T09:00:00.000Z')
  await hold(opened, meetingId)
  desk.id = (await desk.world.prepare('draftMinutes'))[0]?.dispatch.id ?? ''
  await handIntoCut()
  await writeExchanges(opened, meetingId, 'Une seconde rédaction.')
  const { dispatch, documents } = await opened.ok('sending.settle', { id: desk.id, hasLeft: true })
  const kept = readFileSync(join(opened.folder, 'pieces', dispatch.messageSha256 ?? ''))
  const { attachments } = await PostalMime.parse(kept)
  const carried = attachments.map(({ content }) => sha256(new Uint8Array(content as ArrayBuffer)))
  expect(carried).toHaveLength(2)
  expect(documents.map((one) => one.sha256).sort()).toEqual(carried.sort())
  const [version] = await opened.ok('minutesVersions.list', { meetingId })
  expect(version).toMatchObject({ reason: 'sent', state: 'review' })
  expect(carried).toContain(version?.docxSha256)
  // A reader who changes nothing sends back what left.
  const word = attachments.find(({ filename }) => filename?.endsWith('.docx'))
  const files = [{ fileName: 'retour.docx', bytes: new Uint8Array(word?.content as ArrayBuffer) }]
  const [back] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  expect(back).toMatchObject({ failure: 'no-difference', ignored: [] })
  const produced = await opened.ok('documents.produced', { meetingId })
  expect(produced.map((one) => one.sha256)).toEqual(expect.arrayContaining(carried))
})

describe('a draft in the mailbox', () => {
  it('a correction that leaves the message as long as it was is another message', async () => {
    const imap = await imapServer(desk.certificates)
    await choose(imap.account)
    const write = async (body: string) => {
      const { version } = await draft()
      await desk.world.opened.ok('dispatch.update', { id: desk.id, version, patch: { body } })
      expect(await hand()).toBe('left')
    }
    await write('La réunion commence à 14 h 30.')
    const [first = ''] = imap.messages('&AMk-bauches')
    await write('La réunion commence à 15 h 30.')
    const lying = imap.messages('&AMk-bauches')
    expect(lying.map(({ length }) => length)).toEqual([first.length, first.length])
    expect(new Set(lying).size).toBe(2)
    await imap.close()
  })

  it('is not put there once it has left by a server', async () => {
    const smtp = await smtpServer(desk.certificates)
    await choose(smtp.account)
    expect(await hand()).toBe('left')
    await smtp.close()
    await desk.world.opened.ok('history.undo', {})
    const imap = await imapServer(desk.certificates)
    await choose(imap.account)
    expect(await hand()).toBe('mail-already-left')
    expect(imap.messages('&AMk-bauches')).toEqual([])
    await imap.close()
  })
})
