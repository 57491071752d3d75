import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import { approvalInWriting, holdAndValidate, meetingOn } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let minutes: number
beforeEach(async () => {
  minutes = 0
  opened = await openTestCore({ clock: () => new Date(Date.UTC(2027, 0, 20, 9, minutes)) })
  meetingId = await meetingOn(opened, '2026-11-12')
})
afterEach(() => opened.dispose())

const validated = () => holdAndValidate(opened, meetingId)
const approving = () => approvalInWriting(opened, meetingId)

describe('a corrigendum', () => {
  const fields = {
    itemId: null,
    place: 'Point 1, Échanges',
    beforeText: 'mars',
    afterText: 'avril',
    reason: 'Erreur de date.',
    decidedOn: '2027-01-14',
  }

  it('comes after the approval only, is numbered, and keeps its own paper', async () => {
    await validated()
    const id = newId()
    expect(await opened.refused('approval.addCorrigendum', { id, meetingId, fields })).toBe('state-refuses')
    await opened.ok('approval.approve', await approving())
    await opened.ok('approval.addCorrigendum', { id, meetingId, fields })
    const { corrigenda } = await opened.ok('approval.addCorrigendum', { id, meetingId, fields })
    expect(corrigenda).toMatchObject([{ number: 1, beforeText: 'mars', afterText: 'avril' }])
    const paper = await opened.ok('documents.render', { kind: 'corrigendum', corrigendumId: id })
    expect(paper.sha256).toBe(corrigenda[0]?.sha256)
    expect(paper.fileName).toMatch(/RECT1/)
    const second = await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
    expect(second.corrigenda.map(({ number }) => number)).toEqual([1, 2])
  })

  it('is not passed over by an undo: what came before is taken back only where that is asked for', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    const { id: elsewhere } = await opened.ok('meetings.create', {
      fields: { date: '2027-02-11' },
      fromTemplate: false,
    })
    minutes = 1
    await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
    expect(await opened.refused('history.undo', {})).toBe('undo-past-seal')
    expect((await opened.ok('meetings.get', { id: elsewhere })).meeting.date).toBe('2027-02-11')
    const { undo } = await opened.ok('history.state', {})
    expect(undo).toMatchObject({ method: 'meetings.create', meetingId: elsewhere })
    minutes = 2
    await opened.ok('spelling.add', { id: newId(), word: 'annuaire' })
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', { seq: undo?.seq ?? 0 })
    expect(await opened.refused('meetings.get', { id: elsewhere })).toBe('not-found')
  })

  it('leaves what was done for other meetings to be taken back, as the seal before it does', async () => {
    await validated()
    const { id: elsewhere } = await opened.ok('meetings.create', {
      fields: { date: '2027-02-11' },
      fromTemplate: false,
    })
    minutes = 1
    await opened.ok('approval.approve', await approving())
    expect(await opened.refused('history.undo', {})).toBe('undo-past-seal')
    const { undo, sealed } = await opened.ok('history.state', {})
    expect(undo).toMatchObject({ method: 'meetings.create', meetingId: elsewhere })
    expect(sealed).toMatchObject({ what: 'minutes', meeting: { date: '2026-11-12' } })
    minutes = 2
    await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
    expect((await opened.ok('history.state', {})).sealed).toMatchObject({ what: 'corrigendum' })
    await opened.ok('history.undo', { seq: undo?.seq ?? 0 })
    expect(await opened.refused('meetings.get', { id: elsewhere })).toBe('not-found')
    expect((await opened.ok('approval.get', { meetingId })).approval?.sealedBy).toBeTruthy()
    const { redo } = await opened.ok('history.state', {})
    expect(redo?.seq).toBe(undo?.seq)
  })

  it('leaves what came before an act on several meetings to be taken back, once one of them is sealed', async () => {
    const seriesId = newId()
    const plenary = {
      ...{ name: 'Plénière', rule: { ordinal: 2 as const, weekday: 4, months: [10, 12] } },
      ...({ startTime: '14:00', endTime: null, mode: 'surPlace', place: '', videoLink: '' } as const),
      ...{ chair: 'Ada Tilleul', secretary: '' },
    }
    await opened.ok('series.add', { id: seriesId, fields: plenary })
    await opened.ok('spelling.add', { id: newId(), word: 'annuaire' })
    const occurrences = ['2026-10-08', '2026-12-10'].map((date) => ({ date, on: null }))
    const made = await opened.ok('series.createMeetings', { id: seriesId, year: 2026, occurrences })
    const sealed = made.find(({ date }) => date === '2026-10-08')?.meetingId ?? ''
    await holdAndValidate(opened, sealed)
    minutes = 1
    await opened.ok('approval.approve', await approvalInWriting(opened, sealed))
    const { undo } = await opened.ok('history.state', {})
    expect(undo?.method).toBe('spelling.add')
    expect(await opened.refused('history.undo', {})).toBe('undo-past-seal')
    await opened.ok('history.undo', { seq: undo?.seq ?? 0 })
    expect((await opened.ok('history.state', {})).redo?.method).toBe('spelling.add')
  })

  it('is told on every paper made of the minutes, and before one is published', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    const noticeOf = async (kind: 'publicMinutes' | 'decisionRecord' | 'publicRecord') => {
      const { bytes } = await opened.ok('documents.render', { kind, meetingId })
      return (await structuredText(bytes)).join(' ').replace(/\s+/g, ' ')
    }
    expect(await noticeOf('publicMinutes')).not.toContain('Rectifié')
    await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
    for (const kind of ['publicMinutes', 'decisionRecord', 'publicRecord'] as const)
      expect(await noticeOf(kind)).toContain('Rectifié par le rectificatif n° 1 du 14 janvier 2027.')
    await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
    expect(await noticeOf('publicRecord')).toContain(
      'Rectifié par les rectificatifs n° 1 du 14 janvier 2027 et n° 2 du 14 janvier 2027.',
    )
    const checks = await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'public' })
    expect(checks.filter(({ kind }) => kind === 'corrected')).toMatchObject([{ names: ['1', '2'] }])
  })

  it('ends what can be done again: nothing from before it comes after it', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    await opened.ok('spelling.add', { id: newId(), word: 'annuaire' })
    await opened.ok('history.undo', {})
    expect((await opened.ok('history.state', {})).redo).not.toBeNull()
    minutes = 1
    await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields })
    expect((await opened.ok('history.state', {})).redo).toBeNull()
    expect(await opened.refused('history.redo', {})).toBe('nothing-to-redo')
  })

  it('names the item that it is of', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    const { items } = await opened.ok('agenda.list', { meetingId })
    const [item] = items
    const id = newId()
    await opened.ok('approval.addCorrigendum', {
      id,
      meetingId,
      fields: { ...fields, itemId: item?.id ?? '' },
    })
    const { bytes } = await opened.ok('documents.render', { kind: 'corrigendum', corrigendumId: id })
    const words = (await structuredText(bytes)).join(' ').replace(/\s+/g, ' ')
    expect(words).toContain(`Point rectifié 1. ${item?.title}`)
  })

  it('must say something, and not before the approval', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    const refused = (change: object) =>
      opened.refused('approval.addCorrigendum', { id: newId(), meetingId, fields: { ...fields, ...change } })
    expect(await refused({ beforeText: '', afterText: ' ' })).toBe('invalid-input')
    expect(await refused({ decidedOn: '2026-12-01' })).toBe('invalid-input')
  })

  it('is for good: of no other meeting, not of tomorrow, with a place and a difference', async () => {
    await validated()
    await opened.ok('approval.approve', await approving())
    const elsewhere = await meetingOn(opened, '2026-12-10')
    const { items } = await opened.ok('agenda.list', { meetingId: elsewhere })
    for (const change of [
      { itemId: items[0]?.id },
      { decidedOn: '2027-01-21' },
      { place: ' ' },
      { beforeText: 'mars', afterText: 'mars ' },
    ]) {
      const wanted = { id: newId(), meetingId, fields: { ...fields, ...change } }
      expect(await opened.refused('approval.addCorrigendum', wanted)).toBe('invalid-input')
    }
    expect((await opened.ok('approval.get', { meetingId })).corrigenda).toEqual([])
  })
})
