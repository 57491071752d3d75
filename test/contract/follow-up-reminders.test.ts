import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FollowUpWorld, followUpWorld } from './follow-up-world.ts'

let world: FollowUpWorld
beforeEach(async () => {
  world = await followUpWorld()
})
afterEach(() => world.opened.dispose())

describe('reminders', () => {
  it('go to each owner once, with everything open, late ones first, under the dates of now', async () => {
    const owner = { owner: 'Hélène Marchetti', ownerId: world.ownerId, organisation: 'ACD' }
    await world.action('Plus tard.', { ...owner, dueDate: '2027-06-01' })
    const late = await world.action('En retard.', { ...owner, dueDate: '2026-12-15' })
    await world.action('Sans date.', owner)
    const { id: done } = await world.action('Faite.', owner)
    await world.opened.ok('followUp.setActionState', {
      targets: [await world.target(done)],
      state: 'done',
      reason: '',
      on: null,
    })
    await world.action('D’un autre.', { owner: 'Paul Okonjo' }, world.december)
    const targets = [await world.target(late.id)]
    await world.opened.ok('followUp.postpone', { targets, to: '2027-01-10', reason: 'Relecture en cours.' })
    const [first, second, ...others] = await world.opened.ok('followUp.reminders', {})
    expect(first?.name).toBe('Hélène Marchetti')
    expect(first?.actions.map(({ text, lateDays }) => [text, lateDays])).toEqual([
      ['En retard.', 10],
      ['Plus tard.', 0],
      ['Sans date.', 0],
    ])
    expect(first?.actions.map(({ id }) => id)).toContain(late.id)
    expect([second?.name, second?.actions.length, others]).toEqual(['Paul Okonjo', 1, []])
    const prepared = await world.opened.ok('followUp.prepareReminders', { actionIds: null })
    expect(prepared.meetingId).toBe(world.december)
    expect(prepared.dispatchIds).toHaveLength(2)
    const again = await world.opened.ok('followUp.prepareReminders', { actionIds: [late.id] })
    expect(again.dispatchIds).toHaveLength(1)
    expect(prepared.dispatchIds).toContain(again.dispatchIds[0])
    const { dispatch, recipients } = await world.opened.ok('dispatch.get', { id: again.dispatchIds[0] ?? '' })
    expect(recipients).toMatchObject([{ personId: world.ownerId, reason: 'owner' }])
    const lines = dispatch.body.split('\n').filter((line) => line.startsWith('– A-'))
    expect(lines.map((line) => /(En retard|Plus tard|Sans date)/.exec(line)?.[0])).toEqual([
      'En retard',
      'Plus tard',
      'Sans date',
    ])
    expect(dispatch.body).toMatch(/confié\.\n\nEn retard.:\n– A-.*\n\nÀ faire aussi.:\n– A-/)
    expect(dispatch.body).not.toContain('les actions suivantes')
    expect(lines[0]).toContain('10\u00a0janvier 2027')
    expect(lines[0]).toContain('d’abord mardi 15\u00a0décembre 2026')
    expect(lines[0]).toContain('dépassée de 10\u00a0jours')
    await world.opened.ok('dispatch.markSent', { id: dispatch.id, version: dispatch.version })
    const { events } = await world.opened.ok('followUp.action', { id: late.id })
    expect(events.map(({ kind }) => kind)).toContain('reminded')
  })
})
