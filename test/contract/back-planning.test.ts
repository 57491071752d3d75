import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import type { MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { invite } from './invite.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
const time = { now: '' }
beforeEach(async () => {
  time.now = '2026-11-24T09:00:00.000Z'
  opened = await openTestCore(time)
})
afterEach(() => opened.dispose())

const create = async (date = '2026-12-10') =>
  (await opened.ok('meetings.create', { fields: { date }, fromTemplate: true })).id
const tasks = (meetingId: string) => opened.ok('backPlanning.tasks', { meetingId })
const meeting = async (id: string) => (await opened.ok('meetings.get', { id })).meeting
const setState = async (id: string, state: MeetingState) => {
  if (state === 'convened') await invite(opened, id)
  return opened.ok('meetings.setState', { id, version: (await meeting(id)).version, state })
}
type Tasks = Output<'backPlanning.tasks'>
const remove = ({ id, version }: Tasks[number]) => opened.ok('backPlanning.removeTask', { id, version })
const ofAct = (list: Tasks, act: Tasks[number]['act']) => list.find((task) => task.act === act)
const dueOf = (list: Tasks, act: Tasks[number]['act']) => ofAct(list, act)?.due

describe('the template', () => {
  it('gains, changes and loses lines, in the order of the days, each taken back', async () => {
    const before = await opened.ok('backPlanning.template', {})
    expect(before.map(({ offsetDays }) => offsetDays)).toEqual([
      -30, -25, -20, -15, -10, -5, -3, -1, 5, 15, 25, 30,
    ])
    const id = newId()
    const fields = { title: 'Réserver la salle', offsetDays: -26, counting: 'working', act: null } as const
    await opened.ok('backPlanning.addLine', { id, fields })
    const added = await opened.ok('backPlanning.addLine', { id, fields })
    expect(added).toHaveLength(13)
    expect(added[1]).toMatchObject({ title: 'Réserver la salle' })
    const moved = await opened.ok('backPlanning.updateLine', { id, version: 1, patch: { offsetDays: -2 } })
    expect(moved[7]?.id).toBe(id)
    expect(await opened.refused('backPlanning.updateLine', { id, version: 1, patch: {} })).toBe('conflict')
    await opened.ok('backPlanning.removeLine', { id, version: 2 })
    await opened.ok('history.undo', {})
    expect(await opened.ok('backPlanning.template', {})).toHaveLength(13)
  })
})

describe('the tasks of a meeting', () => {
  it('are laid with it and follow its date', async () => {
    const id = await create()
    const before = await tasks(id)
    expect(before).toHaveLength(12)
    expect([dueOf(before, 'callForSubjects'), dueOf(before, 'remindSlides')]).toEqual([
      '2026-11-10',
      '2026-12-03',
    ])
    const hours = { startTime: '14:00', endTime: '16:30' }
    await opened.ok('meetings.move', { id, version: 1, date: '2026-12-17', ...hours, reason: '' })
    const after = await tasks(id)
    expect([dueOf(after, 'callForSubjects'), dueOf(after, 'remindSlides')]).toEqual([
      '2026-11-17',
      '2026-12-10',
    ])
  })

  it('are ticked, added, changed, removed and laid again, each taken back', async () => {
    const id = await create()
    const [first] = await tasks(id)
    const ticked = await opened.ok('backPlanning.updateTask', {
      id: first?.id ?? '',
      version: 1,
      patch: { doneOn: '2026-11-23' },
    })
    expect(ticked[0]).toMatchObject({ doneOn: '2026-11-23' })
    await opened.ok('history.undo', {})
    expect((await tasks(id))[0]).toMatchObject({ doneOn: null })
    const added = newId()
    const fields = { title: 'Commander le café', offsetDays: -2, counting: 'working', act: null } as const
    for (let again = 0; again < 2; again += 1)
      await opened.ok('backPlanning.addTask', { id: added, meetingId: id, fields })
    expect(await tasks(id)).toHaveLength(13)
    for (const task of await tasks(id)) await remove(task)
    expect(await tasks(id)).toEqual([])
    expect(await opened.ok('backPlanning.lay', { meetingId: id })).toHaveLength(12)
    expect(await opened.ok('backPlanning.lay', { meetingId: id })).toHaveLength(12)
    await opened.ok('history.undo', {})
    expect(await tasks(id)).toEqual([])
  })

  it('are done by what is done elsewhere, and no longer open once the meeting began', async () => {
    const id = await create()
    await opened.ok('agenda.submit', { meetingId: id, to: 'Camille Ferréol' })
    expect(ofAct(await tasks(id), 'submitAgenda')?.proof).toEqual({ by: 'agendaSubmitted', on: '2026-11-24' })
    await setState(id, 'convened')
    expect(ofAct(await tasks(id), 'convene')?.proof).toEqual({ by: 'convenedUnpublished', on: null })
    time.now = '2026-12-10T17:00:00.000Z'
    await setState(id, 'held')
    const held = await tasks(id)
    expect(ofAct(held, 'prepareRoom')).toMatchObject({ proof: null, isOver: true })
    expect(ofAct(held, 'writeMinutes')).toMatchObject({ proof: null, isOver: false })
    const { minutes } = (await opened.ok('minutes.start', { meetingId: id })) ?? {}
    expect(ofAct(await tasks(id), 'writeMinutes')?.proof).toBeNull()
    for (const [rank, state] of (['internalReview', 'review'] as const).entries())
      await opened.ok('minutes.setState', {
        id: minutes?.id ?? '',
        version: (minutes?.version ?? 0) + rank,
        state,
      })
    const reviewed = await tasks(id)
    expect(ofAct(reviewed, 'writeMinutes')?.proof?.by).toBe('minutesWritten')
    expect(ofAct(reviewed, 'sendDraftMinutes')?.proof?.by).toBe('minutesSent')
  })
})

const actOf = (task: Output<'home.get'>['tasks'][number]) =>
  task.kind === 'plan' ? task.plan.act : task.kind

describe('Accueil', () => {
  const shown = async () => (await opened.ok('home.get', {})).tasks.map((task) => [actOf(task), task.due])

  it('says what is late or due this week, each thing once', async () => {
    await create()
    // 1 December ends the week: the convocation, planned for 30 November, is said by the plan alone.
    expect(await shown()).toEqual([
      ['callForSubjects', '2026-11-10'],
      ['buildAgenda', '2026-11-20'],
      ['submitAgenda', '2026-11-25'],
      ['convene', '2026-11-30'],
    ])
    expect(await opened.ok('home.get', {})).toMatchObject({ convocationDue: '2026-12-04' })
  })

  it('holds the convocation to the body’s rule when that is earlier than the plan', async () => {
    await create()
    const { version } = await opened.ok('settings.body', {})
    const patch = { convocationDays: 10, convocationCounting: 'working' } as const
    await opened.ok('settings.updateBody', { version, patch })
    expect(await opened.ok('home.get', {})).toMatchObject({ convocationDue: '2026-11-26' })
    expect(await shown()).toContainEqual(['convene', '2026-11-26'])
  })

  it('says that a meeting opened at once was not convened', async () => {
    const id = await create()
    const isSent = async () => (await opened.ok('home.get', {})).isConvocationSent
    expect(await isSent()).toBe(false)
    await opened.ok('meetings.setState', { id, version: 1, state: 'inSession' })
    expect(await isSent()).toBe(false)
    expect(ofAct(await tasks(id), 'convene')).toMatchObject({ proof: null, isOver: true })
  })

  it('keeps that it was noted as convened, until it is planned again', async () => {
    const id = await create()
    const convene = async () => ofAct(await tasks(id), 'convene')
    await setState(id, 'convened')
    await setState(id, 'planned')
    expect(await convene()).toMatchObject({ doneOn: null, proof: null })
    await setState(id, 'convened')
    await setState(id, 'inSession')
    expect(await convene()).toMatchObject({ doneOn: '2026-11-24', isOver: false })
    expect(await opened.ok('home.get', {})).toMatchObject({ isConvened: true, isConvocationSent: false })
    await setState(id, 'held')
    expect(await convene()).toMatchObject({ doneOn: '2026-11-24', isOver: false })
    for (let back = 0; back < 3; back += 1) await opened.ok('history.undo', {})
    expect(await convene()).toMatchObject({ doneOn: null, proof: null })
  })

  it('keeps the day of a convocation that left before it was cancelled', async () => {
    const id = await create()
    const task = ofAct(await tasks(id), 'convene')
    const patch = { doneOn: '2026-11-20' }
    await opened.ok('backPlanning.updateTask', { id: task?.id ?? '', version: task?.version ?? 0, patch })
    for (const state of ['convened', 'cancelled', 'planned', 'convened'] as const) await setState(id, state)
    expect(ofAct(await tasks(id), 'convene')).toMatchObject({ doneOn: '2026-11-20' })
  })

  it('does not say that it was convened by going back from a session opened too early', async () => {
    const id = await create()
    for (const state of ['inSession', 'convened', 'inSession'] as const) await setState(id, state)
    expect(ofAct(await tasks(id), 'convene')).toMatchObject({ doneOn: null, isOver: true })
    expect(await opened.ok('home.get', {})).toMatchObject({ isConvened: false })
  })

  it('asks for no subject and no agenda once the members are convened, by whatever way', async () => {
    const id = await create()
    await setState(id, 'convened')
    expect((await shown()).map(([act]) => act)).toEqual([])
    expect(ofAct(await tasks(id), 'submitAgenda')).toMatchObject({ doneOn: null, proof: null, isOver: true })
    expect(ofAct(await tasks(id), 'prepareRoom')).toMatchObject({ isOver: false })
    await opened.ok('history.undo', {})
    expect((await shown()).map(([act]) => act)).toContain('submitAgenda')
  })

  it('asks nothing of the preparation of a meeting that is on, ten days early, but to close it', async () => {
    const id = await create('2026-12-04')
    expect((await shown()).map(([act]) => act)).toContain('buildAgenda')
    await opened.ok('meetings.setState', { id, version: 1, state: 'inSession' })
    expect(await shown()).toEqual([['close', '2026-11-24']])
  })

  it('says by itself what no plan says: nothing planned, or ticked and yet not done', async () => {
    const id = await create('2026-12-03')
    for (const task of await tasks(id))
      if (task.act === 'convene')
        await opened.ok('backPlanning.updateTask', {
          id: task.id,
          version: task.version,
          patch: { doneOn: '2026-11-24' },
        })
      else await remove(task)
    expect(await shown()).toEqual([
      ['build-agenda', '2026-11-27'],
      ['convene', '2026-11-27'],
    ])
    await setState(id, 'convened')
    expect((await shown()).map(([act]) => act)).toEqual(['build-agenda'])
  })

  it('covers every meeting in flight, the nearest beside the next, and not a year ahead', async () => {
    const november = await create('2026-11-12')
    await create('2026-12-10')
    for (const date of ['2027-01-14', '2027-02-11', '2027-03-11']) await create(date)
    const home = await opened.ok('home.get', {})
    expect(home.next?.date).toBe('2026-12-10')
    expect(home.open.map(({ date }) => date)).toEqual(['2026-11-12'])
    expect(home.tasks.filter(({ meetingId }) => meetingId === november).map(actOf)).toEqual([
      'writeMinutes',
      'sendDraftMinutes',
    ])
  })
})
