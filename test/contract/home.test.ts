import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActionStates } from '../../electron/domain/minutes/action.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { approvalWorld } from './approval-mails.ts'
import { approvalInWriting, hold, validate } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
const personId = newId()
beforeAll(async () => {
  opened = await openTestCore({ now: '2026-11-24T10:00:00.000Z' })
  await opened.ok('directory.addPerson', {
    id: personId,
    fields: { familyName: 'Essai', givenName: 'Camille' },
  })
  await opened.ok('directory.addMandate', {
    id: newId(),
    personId,
    fields: { organisationId: null, seriesId: null, role: 'titulaire', startsOn: null, endsOn: null },
  })
})
afterAll(() => opened.dispose())

const tasks = async () => (await opened.ok('home.get', {})).tasks
const done = async () => (await opened.ok('home.beside', {})).done

async function meetingOn(date: string): Promise<string> {
  const { id } = await opened.ok('meetings.create', { fields: { date, title: '' }, fromTemplate: true })
  return id
}

async function setState(id: string, ...states: ('convened' | 'held')[]): Promise<void> {
  for (const state of states) {
    const { version } = (await opened.ok('meetings.get', { id })).meeting
    await opened.ok('meetings.setState', { id, version, state })
  }
}

describe('what others owe', () => {
  it('is counted with the line of the back-planning that asks for it, and said without one', async () => {
    const meetingId = await meetingOn('2026-11-27')
    await setState(meetingId, 'convened')
    const asked = async () =>
      (await tasks()).find((task) => task.kind === 'plan' && task.plan.act === 'countReplies')
    expect(await asked()).toMatchObject({ count: 1 })
    expect(await opened.ok('home.get', {})).toMatchObject({ replies: { asked: 1, answered: 0 } })
    const planned = await opened.ok('backPlanning.tasks', { meetingId })
    for (const { id, version, act } of planned)
      if (act === 'countReplies' || act === 'remindSlides')
        await opened.ok('backPlanning.removeTask', { id, version })
    expect(await asked()).toBeUndefined()
    expect(await tasks()).toContainEqual({ kind: 'missing-replies', meetingId, due: '2026-11-24', count: 1 })
    await opened.ok('replies.set', { meetingId, personId, fields: { answer: 'onSite' } })
    expect((await tasks()).map(({ kind }) => kind)).not.toContain('missing-replies')

    const { items } = await opened.ok('agenda.list', { meetingId })
    const fields = { title: 'Support', fromName: 'Camille Essai', fromId: null, dueOn: '2026-11-26' }
    await opened.ok('attachments.addAwaited', { id: newId(), itemId: items[0]?.id ?? '', fields })
    expect(await tasks()).toContainEqual({
      kind: 'missing-documents',
      meetingId,
      due: '2026-11-26',
      count: 1,
    })
  })

  it('and observations of the members wait for an answer until the end of their review', async () => {
    const meetingId = await meetingOn('2026-11-05')
    await setState(meetingId, 'convened', 'held')
    await opened.ok('minutes.start', { meetingId })
    await opened.ok('observations.add', {
      id: newId(),
      meetingId,
      paper: 'minutes',
      circle: 'members',
      fields: { comment: 'Préciser le calendrier.', organisation: 'Association de démonstration' },
    })
    expect(await tasks()).toContainEqual({
      kind: 'answer-observations',
      meetingId,
      due: '2026-11-24',
      count: 1,
    })
  })
})

describe('late actions', () => {
  const late = async () => (await tasks()).find(({ kind }) => kind === 'late-actions')
  async function lateActionOf(date: string): Promise<string> {
    const meetingId = await meetingOn(date)
    await hold(opened, meetingId)
    const { items } = await opened.ok('agenda.list', { meetingId })
    const fields = {
      text: 'Relire le guide.',
      owner: '',
      ownerId: null,
      organisation: '',
      dueDate: '2026-11-20',
    }
    await opened.ok('minutes.addAction', { id: newId(), itemId: items[0]?.id ?? '', fields })
    return meetingId
  }

  it('are as many as in the list that they lead to, though a back-planning speaks of some', async () => {
    await lateActionOf('2026-10-15')
    const isPlanned = async () =>
      (await tasks()).some((task) => task.kind === 'plan' && task.plan.act === 'remindActions')
    expect(await isPlanned()).toBe(true)
    expect(await late()).toBeUndefined()
    await lateActionOf('2026-06-11')
    const everybody = { owner: null, organisation: null, meetingId: null, seriesId: null, check: null }
    const filter = { words: '', states: [...openActionStates], ...everybody, lateOnly: true }
    const list = { filter, sort: { by: 'due', descending: false }, offset: 0, limit: 10 } as const
    expect(await late()).toMatchObject({ count: (await opened.ok('followUp.actions', list)).total })
    expect(await late()).toMatchObject({ count: 2 })
  })
})

describe('deadlines of texts', () => {
  const text = (title: string, fields: object) =>
    opened.ok('watch.add', { id: newId(), fields: { title, ...fields } })

  it('come soonest first; a text that is no longer followed has none, nor one of the past or far ahead', async () => {
    await text('Plus tard', { inForceOn: '2027-01-01', appliesOn: '2027-03-01' })
    await text('Bientôt', { appliesOn: '2026-12-01', inForceOn: '2026-12-01', audience: 'Communes' })
    await text('Clos', { appliesOn: '2026-12-02', followUp: 'closed' })
    await text('Passé', { inForceOn: '2026-11-23' })
    await text('Lointain', { inForceOn: '2028-01-01' })
    const { deadlines } = await opened.ok('home.beside', {})
    expect(deadlines.map(({ title, date, what }) => [title, date, what])).toEqual([
      ['Bientôt', '2026-12-01', 'applies'],
      ['Plus tard', '2027-01-01', 'inForce'],
      ['Plus tard', '2027-03-01', 'applies'],
    ])
  })
})

describe('what was done', () => {
  it('is told by kind and meeting, with things counted once, and without what was taken back', async () => {
    const meetingId = await meetingOn('2026-12-17')
    const { items } = await opened.ok('agenda.list', { meetingId })
    expect(items.length).toBeGreaterThan(0)
    // The template's own items are not work on the agenda.
    expect(
      (await done()).filter(({ topic, meeting }) => topic === 'agenda' && meeting?.id === meetingId),
    ).toEqual([])
    const id = newId()
    const added = await opened.ok('agenda.add', {
      id,
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: 'Un point' },
    })
    const of = { id: meetingId, number: null, date: '2026-12-17' }
    const version = added.items.find((item) => item.id === id)?.version ?? 1
    await opened.ok('agenda.update', { id, version, patch: { title: 'Un autre titre' } })
    const agenda = async () =>
      (await done()).find(({ topic, meeting }) => topic === 'agenda' && meeting?.id === meetingId)
    // The items after it were pushed aside, not changed.
    expect(await agenda()).toMatchObject({ meeting: of, added: 1, changed: 0 })
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await agenda()).toBeUndefined()
  })

  it('counts nobody as noted who was only listed', async () => {
    const meetingId = await meetingOn('2026-12-21')
    const noted = async () =>
      (await done()).find(({ topic, meeting }) => topic === 'attendance' && meeting?.id === meetingId)
    const [listed] = await opened.ok('attendance.addMembers', { meetingId })
    expect(listed).toBeDefined()
    expect(await noted()).toBeUndefined()
    await opened.ok('attendance.markPresent', { meetingId, ids: [listed?.id ?? ''] })
    expect(await noted()).toMatchObject({ added: 0, changed: 1 })
  })

  it('is of no meeting where it is of none, and forgotten after a week', async () => {
    const fresh = await openTestCore({ now: '2026-11-24T10:00:00.000Z' })
    await fresh.ok('subjects.add', { id: newId(), fields: { title: 'Un sujet' } })
    await fresh.ok('directory.addPerson', { id: newId(), fields: { familyName: 'Essai' } })
    const told = (await fresh.ok('home.beside', {})).done
    await fresh.dispose()
    expect(told.find(({ topic }) => topic === 'subjects')).toMatchObject({
      meeting: null,
      added: 1,
    })
    expect(told.map(({ topic }) => topic)).toContain('directory')
    const later = await openTestCore({ now: '2026-12-10T10:00:00.000Z' })
    try {
      expect((await later.ok('home.beside', {})).done).toEqual([])
    } finally {
      await later.dispose()
    }
  })

  it('leads nowhere for a meeting that was put in the bin', async () => {
    const meetingId = await meetingOn('2026-12-18')
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: 'Un point' },
    })
    await opened.ok('meetings.remove', { id: meetingId, version })
    expect((await done()).some(({ meeting }) => meeting?.id === meetingId)).toBe(false)
  })
})

it('first steps go away one by one as they are done, and all once a meeting was held', async () => {
  const fresh = await openTestCore({ now: '2026-11-24T09:00:00.000Z' })
  try {
    const steps = async () => (await fresh.ok('home.beside', {})).steps
    expect(await steps()).toEqual(['people', 'secretariat', 'address', 'letterhead'])
    await fresh.ok('directory.addPerson', { id: newId(), fields: { familyName: 'Marchetti' } })
    expect(await steps()).toEqual(['secretariat', 'address', 'letterhead'])
    const { version } = await fresh.ok('settings.body', {})
    await fresh.ok('settings.updateBody', { version, patch: { contact: 'Secrétariat' } })
    expect(await steps()).toEqual(['address', 'letterhead'])
    const { id } = await fresh.ok('meetings.create', { fields: { date: '2026-11-24' }, fromTemplate: true })
    await hold(fresh, id)
    expect(await steps()).toEqual([])
  } finally {
    await fresh.dispose()
  }
})

it('minutes that members are asked about wait for them, and once approved are told with their meeting', async () => {
  const world = await approvalWorld()
  const { opened: desk, meetingId } = world
  try {
    await validate(desk, meetingId)
    const asked = async () =>
      (await desk.ok('home.get', {})).tasks.find(({ kind }) => kind === 'approve-minutes')
    expect(await asked()).toMatchObject({ meetingId, due: null })
    await world.send('writtenApproval')
    await desk.ok('approval.setClosing', { meetingId, closesOn: '2027-03-24' })
    // Not of this week.
    expect(await asked()).toBeUndefined()
    world.setNow('2027-03-20T09:00:00.000Z')
    expect(await asked()).toMatchObject({ due: '2027-03-24' })
    world.setNow('2027-03-25T09:00:00.000Z')
    expect(await asked()).toMatchObject({ due: null })
    const wanted = { ...(await approvalInWriting(desk, meetingId)), approvedOn: '2027-03-25' }
    await desk.ok('approval.approve', wanted)
    const { done: told } = await desk.ok('home.beside', {})
    expect(told.find(({ topic }) => topic === 'approved')?.meeting?.id).toBe(meetingId)
  } finally {
    await desk.dispose()
  }
})
