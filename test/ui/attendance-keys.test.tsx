import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReplyAnswer } from '../../electron/domain/attendance/reply.ts'
import { type AttendanceWorld, attendanceWorld, type Member, showAttendance } from './attendance-world.tsx'

let world: AttendanceWorld
afterEach(() => world.core.dispose())

/** "Bador", "Begal", "Bicon"…: forty names, as alike as those of a real list. */
const familyName = (index: number) => {
  const [first, vowel] = ['BCDFGLMN'.charAt(index % 8), 'aeiou'.charAt(Math.floor(index / 8))]
  return `${first}${vowel}${['dor', 'gal', 'con', 'rel', 'nard'][index % 5]}`
}
const answers: readonly (ReplyAnswer | null)[] = [
  ...Array.from({ length: 20 }, (): ReplyAnswer => 'onSite'),
  ...Array.from({ length: 9 }, (): ReplyAnswer => 'remote'),
  ...Array.from({ length: 4 }, (): ReplyAnswer => 'excused'),
  ...Array.from({ length: 2 }, (): ReplyAnswer => 'represented'),
  ...Array.from({ length: 5 }, () => null),
]
const members = answers.map((answer, index): Member => [`Prénom${index}`, familyName(index), answer])

describe('forty people', () => {
  it('are noted in at most 45 keys, three of them not as they had answered', async () => {
    world = await attendanceWorld(members)
    await world.core.ok('minutes.start', { meetingId: world.meetingId })
    showAttendance(world)
    const field = await screen.findByRole('textbox', { name: 'Noter une présence' })
    const expected = await world.statuses()
    const user = userEvent.setup()
    let keys = 0
    const press = async (typed: string) => {
      for (const key of typed.match(/\{[^}]+\}|./g) ?? []) {
        keys += 1
        await user.keyboard(key)
      }
    }
    field.focus()
    // Nobody answered: five; one came by video, two of those who had answered did not come; an excused one came.
    await press(`tous sauf ${familyName(3).slice(0, 2)},${familyName(22).slice(0, 2)}{Enter}`)
    await waitFor(async () => expect((await world.statuses())[familyName(22)]).toBe('absent'))
    await press(`${familyName(36).slice(0, 2)}{ArrowDown}v`)
    await press(`${familyName(30).slice(0, 2)}{Enter}`)
    const really = {
      ...expected,
      ...Object.fromEntries([35, 37, 38, 39].map((index) => [familyName(index), 'surPlace'])),
      [familyName(36)]: 'visio',
      [familyName(3)]: 'absent',
      [familyName(22)]: 'absent',
      [familyName(30)]: 'surPlace',
    }
    await waitFor(async () => expect(await world.statuses()).toEqual(really))
    expect(Object.values(really)).not.toContain(null)
    expect(Object.keys(really)).toHaveLength(40)
    expect(keys).toBeLessThanOrEqual(45)
  })
})

describe('four hundred people', () => {
  it('a letter draws one row again, and the field answers at once', async () => {
    world = await attendanceWorld([])
    for (let index = 0; index < 400; index += 1)
      await world.core.ok('attendance.add', {
        id: crypto.randomUUID(),
        meetingId: world.meetingId,
        fields: { givenName: 'Prénom', familyName: `Personne${index}`, college: `Collège ${index % 4}` },
      })
    showAttendance(world)
    const rows = await screen.findAllByRole('listitem', { name: /^Prénom Personne/ })
    expect(rows).toHaveLength(400)
    const [first, second] = document.querySelectorAll<HTMLElement>('[data-attendee]')
    const drawn = new Set<Node>()
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes)
        drawn.add(
          (target instanceof Element ? target : target.parentElement)?.closest('[data-attendee]') ?? target,
        )
    })
    for (const row of document.querySelectorAll('[data-attendee]'))
      watch.observe(row, { attributes: true, childList: true, subtree: true, characterData: true })
    first?.focus()
    await userEvent.setup().keyboard('s')
    await waitFor(() => expect(document.activeElement).toBe(second))
    await waitFor(() => expect(first?.dataset.status).toBe('surPlace'))
    watch.disconnect()
    expect(drawn.size).toBeLessThanOrEqual(2)
  }, 60_000)
})

describe('the line under the field', () => {
  it.each([
    ['Paul Invité, Société exemple', /^Paul Invité\s: sur place$/, null],
    ['bador', /^Prénom0 Bador\s: sur place$/, 'onSite'],
    ['bador excusé', /^Prénom0 Bador\s: absence excusée$/, null],
    ['bador arrivée 14 h 40', /^Prénom0 Bador\s: arrivée/, null],
    ['tous sauf bador', /^1\sprésence notée$/, null],
  ] as const)(
    'says no more of « %s » once it is taken back: %s, after the reply %s',
    async (words, said, reply) => {
      world = await attendanceWorld([
        ['Prénom0', 'Bador', reply],
        ['Prénom1', 'Cegal', null],
      ])
      await world.core.ok('attendance.addMembers', { meetingId: world.meetingId })
      await world.core.ok('attendance.fillFromReplies', { meetingId: world.meetingId })
      showAttendance(world)
      await screen.findByRole('listitem', { name: /Bador/ })
      const field = await screen.findByRole('textbox', { name: 'Noter une présence' })
      const line = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
      const before = line()
      await userEvent.type(field, `${words}{Enter}`)
      await waitFor(() => expect(line()).toMatch(said))
      await world.core.ok('history.undo', {})
      await waitFor(() => expect(line()).toBe(before))
    },
  )
})

it('a departure before the opening is said, and not noted', async () => {
  world = await attendanceWorld([
    ['Ada', 'Tilleul', null],
    ['Noé', 'Chêne', null],
  ])
  await world.core.ok('attendance.addMembers', { meetingId: world.meetingId })
  showAttendance(world, '13:52')
  const field = await screen.findByRole('textbox', { name: 'Noter une présence' })
  const left = async () => {
    const { core, meetingId } = world
    return (await core.ok('attendance.list', { meetingId })).map(({ leftAt }) => leftAt)
  }
  const user = userEvent.setup()
  await user.type(field, 'tilleul départ 13 h{Enter}')
  expect(await screen.findByText(/^Un départ ne peut précéder l’ouverture, à 13.h.52/)).toBeDefined()
  expect(field).toHaveProperty('value', 'tilleul départ 13 h')
  await user.clear(field)
  await user.type(field, 'chêne départ 15 h{Enter}')
  await waitFor(async () => expect(await left()).toContain('15:00'))
  expect(await left()).not.toContain('13:00')
})
