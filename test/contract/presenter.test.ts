import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PresenterView } from '../../electron/contract/presenter.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let itemIds: string[]
/** Stands in everything that the room must not read. */
const SECRET = 'Confidentiel'

beforeEach(async () => {
  opened = await openTestCore()
  const meeting = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10', startTime: '14:00', chair: `${SECRET} présidence` },
    fromTemplate: false,
  })
  meetingId = meeting.id
  itemIds = []
  for (const title of ['Annuaire partagé', 'Autorisations', 'Questions diverses']) {
    const id = newId()
    await opened.ok('agenda.add', {
      id,
      meetingId,
      parentId: null,
      afterId: itemIds.at(-1) ?? null,
      fields: {
        title,
        nature: 'avis',
        durationMinutes: 25,
        presenter: 'Hélène Marchetti',
        organisation: 'DGX',
        requester: `${SECRET} demandeur`,
        note: `${SECRET} note`,
        disagreementBy: `${SECRET} désaccord`,
        disagreement: `${SECRET} désaccord`,
      },
    })
    itemIds.push(id)
  }
})
afterEach(() => opened.dispose())

async function view(): Promise<PresenterView> {
  const answer = await opened.core.internal('presenterView', { meetingId })
  if (!answer.ok) throw new Error(answer.error.code)
  return PresenterView.parse(answer.value)
}

describe('the view of the room', () => {
  it('follows the meeting from before its opening to its closing', async () => {
    const [first = '', second = '', third = ''] = itemIds
    expect(await view()).toMatchObject({
      state: 'before',
      startTime: '14:00',
      item: null,
      next: { number: '1', title: 'Annuaire partagé' },
    })
    await putInSession(opened.ok, meetingId)
    expect(await view()).toMatchObject({
      state: 'on',
      meetingNumber: 1,
      item: {
        id: first,
        number: '1',
        title: 'Annuaire partagé',
        nature: 'avis',
        presenter: 'Hélène Marchetti, DGX',
        plannedMinutes: 25,
        spentMs: 0,
        runningSince: expect.any(String),
      },
      next: { number: '2' },
    })
    await opened.ok('session.setOutcome', { meetingId, itemId: second, outcome: 'reporte' })
    expect((await view()).next).toEqual({ number: '3', title: 'Questions diverses' })
    await opened.ok('session.suspend', { meetingId })
    expect(await view()).toMatchObject({
      state: 'suspended',
      suspendedSince: expect.any(String),
      item: { id: first, runningSince: null },
    })
    await opened.ok('session.resume', { meetingId })
    await opened.ok('session.goTo', { meetingId, itemId: third })
    expect(await view()).toMatchObject({ state: 'on', item: { id: third }, next: null })
    await opened.ok('session.close', { meetingId })
    expect(await view()).toMatchObject({
      state: 'closed',
      closedAt: expect.stringMatching(/^\d\d:\d\d$/),
      item: null,
      next: null,
    })
  })

  it('never holds a word of what is noted, of who is there, or of what the secretariat keeps for itself', async () => {
    await putInSession(opened.ok, meetingId)
    const [itemId = ''] = itemIds
    for (const kind of ['note', 'decision', 'action', 'intervention', 'watch', 'question'] as const)
      await opened.ok('session.addLine', {
        id: newId(),
        meetingId,
        at: new Date().toISOString(),
        fields: {
          itemId,
          kind,
          raw: `${SECRET} ${kind}`,
          text: `${SECRET} ${kind}`,
          speaker: `${SECRET} orateur`,
          organisation: `${SECRET} organisme`,
          personId: null,
          organisationId: null,
          dueDate: null,
          dueWords: '',
          watchItemId: null,
        },
      })
    await opened.ok('session.keepDraft', { meetingId, text: `${SECRET} en cours de frappe` })
    await opened.ok('session.addPosition', {
      id: newId(),
      meetingId,
      itemId,
      fields: {
        organisation: `${SECRET} organisme`,
        organisationId: null,
        stance: 'reserves',
        words: `${SECRET} position`,
      },
    })
    expect(JSON.stringify(await opened.ok('session.get', { meetingId }))).toContain(SECRET)
    const seen: unknown[] = [await view()]
    await opened.ok('session.suspend', { meetingId })
    seen.push(await view())
    await opened.ok('session.close', { meetingId })
    seen.push(await view())
    expect(JSON.stringify(seen)).not.toContain(SECRET)
  })
})
