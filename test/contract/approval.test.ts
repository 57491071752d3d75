import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { putInSession } from '../put-in-session.ts'
import {
  hold,
  holdAndValidate,
  meetingOn,
  minutesOf,
  openMinutesCore,
  richWords,
  validate,
  writeExchanges,
} from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let laterId: string
beforeEach(async () => {
  opened = await openMinutesCore()
  meetingId = await meetingOn(opened, '2026-11-12')
  laterId = await meetingOn(opened, '2026-12-10')
})
afterEach(() => opened.dispose())

async function become(id: string, state: 'held') {
  const { version } = (await opened.ok('meetings.get', { id })).meeting
  await opened.ok('meetings.setState', { id, version, state })
}
const validated = () => holdAndValidate(opened, meetingId)
const approving = async (change: object = {}) => {
  if ((await opened.ok('meetings.get', { id: laterId })).meeting.state === 'planned')
    await become(laterId, 'held')
  const { approvingMeetings } = await opened.ok('approval.get', { meetingId })
  return {
    meetingId,
    mode: 'meeting' as const,
    approvingMeetingId: laterId,
    itemId: approvingMeetings.find((later) => later.meetingId === laterId)?.itemId ?? null,
    approvedOn: '2026-12-10',
    corrections: '',
    asked: await askedOf(opened.ok, meetingId),
    ...change,
  }
}

describe('the approval', () => {
  it('is refused before the chair validated, and while an observation is open', async () => {
    await hold(opened, meetingId)
    expect((await opened.ok('approval.get', { meetingId })).obstacles).toEqual(['notValidated'])
    expect(await opened.refused('approval.approve', await approving())).toBe('state-refuses')
  })

  it('is refused when the minutes were changed while their paper was made', async () => {
    await validated()
    const approved = opened.core.call('approval.approve', await approving())
    await writeExchanges(opened, meetingId, 'Écrit pendant la mise en page.')
    expect(await approved).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect((await minutesOf(opened, meetingId)).minutes.state).toBe('validated')
  })

  it('keeps the bytes, locks the rows, and no undo opens it', async () => {
    await validated()
    const book = newId()
    const as = { speaker: 'Ada', organisation: '', personId: null, organisationId: null }
    const bytes = new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ozanne>Oui.</v>\n')
    await opened.ok('notebooks.read', { id: book, meetingId, file: { fileName: 'a.vtt', bytes } })
    const view = await opened.ok('approval.approve', await approving())
    expect(view.approval).toMatchObject({ mode: 'meeting', approvingMeetingId: laterId })
    expect(view.obstacles).toEqual(['approved'])
    const paper = await opened.ok('documents.render', { kind: 'minutes', meetingId })
    expect(paper.sha256).toBe(view.approval?.sha256)
    const { minutes, sections, decisions } = await minutesOf(opened, meetingId)
    expect(minutes.state).toBe('approved')
    expect(decisions).toEqual([])
    const [section] = sections
    if (section === undefined) throw new Error('no section')
    const { id, version } = section
    for (const [method, input] of [
      ['minutes.updateSection', { id, version, patch: { outcomeSentence: 'Autre.' } }],
      ['minutes.addDecision', { id: newId(), itemId: section.itemId, fields: { text: 'Après coup.' } }],
      ['minutes.setState', { id: minutes.id, version: minutes.version, state: 'validated' }],
      ['attendance.add', { id: newId(), meetingId, fields: { familyName: 'Après' } }],
      ['minutesVersions.restore', { id: (await opened.ok('minutesVersions.list', { meetingId }))[0]?.id }],
      ['approval.approve', await approving()],
      ['notebooks.setSpeaker', { id: book, said: 'Ozanne', as }],
      ['notebooks.setBeginning', { id: book, at: '2026-11-12T09:00:00.000Z' }],
    ] as const)
      expect(await opened.refused(method, input), method).toBe('approved')
    // Nor is a text of before taken back.
    let code = ''
    for (let tries = 0; tries < 20 && code === ''; tries += 1) {
      // As somebody who goes on past the seal when asked.
      const { undo } = await opened.ok('history.state', {})
      const asked = undo === null ? {} : { seq: undo.seq }
      const envelope = await opened.core.callUntyped('history.undo', asked)
      code = envelope.ok ? '' : envelope.error.code
    }
    expect(['undo-conflict', 'approved', 'meeting-sealed', 'nothing-to-undo']).toContain(code)
    expect((await minutesOf(opened, meetingId)).minutes.state).toBe('approved')
    const again = await opened.ok('documents.render', { kind: 'minutes', meetingId })
    expect(again.sha256).toBe(view.approval?.sha256)
  })

  it('locks what the sealed paper says of the meeting and its items, and nothing else of them', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    const file = () => opened.ok('meetings.get', { id: meetingId })
    const { meeting, items } = await file()
    const target = { id: meetingId, version: meeting.version }
    for (const patch of [
      { number: 77 },
      { chair: 'Ada Tilleul' },
      { secretary: 'Ada Tilleul' },
      { title: 'Séance plénière' },
      { place: 'Salle basse' },
      { startTime: '09:05' },
      { mode: 'visio' as const },
    ])
      expect(await opened.refused('meetings.update', { ...target, patch }), JSON.stringify(patch)).toBe(
        'meeting-sealed',
      )
    const [first, second] = items
    if (first === undefined || second === undefined) throw new Error('no items')
    const of = (item: { id: string; version: number }) => ({ id: item.id, version: item.version })
    for (const [method, input] of [
      ['agenda.update', { ...of(first), patch: { title: 'Autre titre' } }],
      ['agenda.update', { ...of(first), patch: { presenter: 'Ada Tilleul' } }],
      ['agenda.move', { ...of(second), parentId: null, index: 0 }],
      ['agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields: { title: 'Ajouté' } }],
      ['agenda.remove', of(second)],
    ] as const)
      expect(['approved', 'meeting-sealed'], method).toContain(await opened.refused(method, input))
    expect(await file()).toMatchObject({ meeting, items })
    await opened.ok('agenda.update', { ...of(first), patch: { note: 'À reprendre au printemps.' } })
    const fields = {
      ...{
        name: 'Plénière',
        rule: { ordinal: 2 as const, weekday: 4 as const, months: [11, 12] },
        mode: 'hybride' as const,
      },
      ...{ startTime: '14:00', endTime: '16:30', place: '', videoLink: '', chair: '', secretary: '' },
    }
    const [series] = await opened.ok('series.add', { id: newId(), fields })
    await opened.ok('series.adoptMeetings', { id: series?.id ?? '', year: 2026 })
    expect((await file()).meeting.seriesId).toBe(series?.id)
    const { meeting: later } = await opened.ok('meetings.get', { id: laterId })
    await opened.ok('meetings.update', {
      id: laterId,
      version: later.version,
      patch: { chair: 'Ada Tilleul' },
    })
  })

  it('is recorded, with corrections and hash, under the item of the meeting that approved', async () => {
    await validated()
    const later = async () =>
      (await opened.ok('approval.get', { meetingId })).approvingMeetings.find(
        (one) => one.meetingId === laterId,
      )
    expect((await later())?.isWritten).toBe(false)
    await putInSession(opened.ok, laterId)
    const by = await later()
    expect(by?.isWritten).toBe(by?.itemId !== null)
    const wanted = await approving({ corrections: 'Remplacer « mars » par « avril » au point 1.' })
    if (wanted.itemId === null) {
      const { items } = await opened.ok('agenda.list', { meetingId: laterId })
      wanted.itemId = items[0]?.id ?? null
    }
    const { approval } = await opened.ok('approval.approve', wanted)
    const section = (await minutesOf(opened, laterId)).sections.find(({ itemId }) => itemId === wanted.itemId)
    const words = plainText(section?.exchanges ?? richWords(''))
    // The words of the approved minutes themselves, and of no condition.
    expect(words).toContain('est approuvé, avec la correction suivante\u00a0:')
    expect(section?.outcomeSentence).toBe('Le compte rendu est approuvé.')
    expect(words).toContain('Remplacer « mars » par « avril » au point 1.\n')
    expect(words).toContain(approval?.sha256)
    expect(section?.outcome).toBe('approuve')
  })

  it('claims nothing of corrections where remarks of members were retained and none is told', async () => {
    await hold(opened, meetingId)
    const remark = { meetingId, paper: 'minutes', fields: { comment: 'Dire « avril ».' } } as const
    for (const circle of ['members', 'internal'] as const) {
      const { id, version } = await opened.ok('observations.add', { ...remark, id: newId(), circle })
      await opened.ok('observations.update', { id, version, patch: { state: 'accepted' } })
    }
    await validate(opened, meetingId)
    await putInSession(opened.ok, laterId)
    const { items } = await opened.ok('agenda.list', { meetingId: laterId })
    const itemId = items[0]?.id ?? null
    const { retainedRemarks } = await opened.ok('approval.approve', await approving({ itemId }))
    expect(retainedRemarks).toBe(1)
    const section = (await minutesOf(opened, laterId)).sections.find((one) => one.itemId === itemId)
    const words = plainText(section?.exchanges ?? richWords(''))
    expect(words).toMatch(/est approuvé\.\n/)
    expect(words).not.toContain('sans correction')
    expect((await opened.ok('meetings.get', { id: meetingId })).life.approval?.hasRetainedRemarks).toBe(true)
  })

  it('tells kept bytes that are no longer what was approved', async () => {
    await validated()
    const { approval } = await opened.ok(
      'approval.approve',
      await approving({ mode: 'written', approvingMeetingId: null, itemId: null }),
    )
    const path = join(opened.folder, 'pieces', approval?.sha256 ?? '')
    rmSync(path)
    writeFileSync(path, 'autre chose')
    expect(await opened.refused('documents.render', { kind: 'minutes', meetingId })).toBe('kept-file-altered')
  })

  it('refuses an approval before the meeting, or by a meeting that came first', async () => {
    await validated()
    expect(await opened.refused('approval.approve', await approving({ approvedOn: '2026-11-01' }))).toBe(
      'invalid-input',
    )
    expect(await opened.refused('approval.approve', await approving({ approvedOn: '2027-02-11' }))).toBe(
      'invalid-input',
    )
    expect(await opened.refused('approval.approve', await approving({ approvedOn: '2026-12-01' }))).toBe(
      'invalid-input',
    )
    const earlier = await meetingOn(opened, '2026-10-08')
    expect(
      await opened.refused(
        'approval.approve',
        await approving({ approvingMeetingId: earlier, itemId: null }),
      ),
    ).toBe('invalid-input')
    expect(await opened.refused('approval.approve', await approving({ mode: 'written' }))).toBe(
      'invalid-input',
    )
  })
})
