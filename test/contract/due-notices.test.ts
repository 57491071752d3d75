import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from './open-core.ts'

let now = ''
let desk: OpenedCore
beforeEach(async () => {
  now = '2026-12-01T08:00:00Z'
  desk = await openTestCore({ clock: () => new Date(now) })
  await desk.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
})
afterEach(() => desk.dispose())

const notice = async () => {
  const said = await desk.core.internal('dueNotice', {})
  return said.ok ? said.value : said.error.code
}

describe('what is due', () => {
  it('is announced to nobody who did not ask for it', async () => {
    now = '2026-12-04T08:00:00Z'
    expect((await desk.ok('home.get', {})).tasks).not.toEqual([])
    expect(await desk.ok('desk.dueNotices', {})).toEqual({ isOn: false })
    expect(await notice()).toBeNull()
  })

  it('is announced once a day by numbers, again on the next one', async () => {
    expect(await desk.ok('desk.switchDueNotices', { isOn: true })).toEqual({ isOn: true })
    const { tasks } = await desk.ok('home.get', {})
    const [first] = tasks.flatMap(({ due }) => due ?? []).sort()
    expect(first).toBeDefined()
    // The day before the first of them nothing is to be said, and nothing is noted as said.
    now = new Date(Date.parse(`${first}T08:00:00Z`) - 86_400_000).toISOString()
    expect(await notice()).toBeNull()
    now = `${first}T08:00:00Z`
    expect(await notice()).toMatchObject({ due: expect.any(Number), late: 0 })
    now = `${first}T17:00:00Z`
    expect(await notice()).toBeNull()
    now = new Date(Date.parse(`${first}T08:00:00Z`) + 86_400_000).toISOString()
    const next = await notice()
    expect(next).toMatchObject({ late: expect.any(Number) })
    expect(typeof next === 'object' && next !== null ? next.late : 0).toBeGreaterThan(0)
  })
})
