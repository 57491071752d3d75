import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

describe('ten invented years', () => {
  const rows = demoRows({ seed: 'inp', years: 10, end: '2026-11-24' })

  it('are the same from the same seed, others from another', () => {
    expect(digest(demoRows({ seed: 'inp', years: 10, end: '2026-11-24' }))).toBe(digest(rows))
    expect(digest(demoRows({ seed: 'autre', years: 10, end: '2026-11-24' }))).not.toBe(digest(rows))
  })

  it('have the size that budgets are measured on', () => {
    expect(rows.meeting).toHaveLength(120)
    expect(rows.watchItem).toHaveLength(10_000)
    expect(rows.person).toHaveLength(300)
    for (const [count, about] of [
      [rows.agendaItem.length, 2400],
      [rows.itemProject.length, 1200],
      [rows.decision.length + rows.action.length, 5000],
    ] as const)
      expect(Math.abs(count - about) / about).toBeLessThan(0.1)
  })

  it('fall on second Thursdays, the last one ahead, every past one with minutes', () => {
    for (const { date } of rows.meeting) {
      expect(new Date(`${date}T12:00:00Z`).getUTCDay()).toBe(4)
      expect(Number(date.slice(8))).toBeGreaterThanOrEqual(8)
      expect(Number(date.slice(8))).toBeLessThanOrEqual(14)
    }
    expect(rows.meeting.filter(({ date }) => date > '2026-11-24')).toHaveLength(1)
    expect(rows.minutes).toHaveLength(119)
  })

  it.each(['2026-11-30', '2026-12-01', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-31', '2027-01-01'])(
    'have one meeting ahead on whatever day: %s',
    (end) => {
      const { meeting, minutes } = demoRows({ seed: 'inp', years: 1, end })
      expect(meeting).toHaveLength(12)
      expect(meeting.filter(({ date }) => date > end)).toHaveLength(1)
      expect(minutes).toHaveLength(11)
    },
  )

  it('carry identifiers that cannot exist, and addresses that lead nowhere', () => {
    for (const { nor, number } of rows.watchItem) {
      if (nor !== '') expect(nor).toMatch(/^ZZZZ\d{2}9\d{4}[A-Z]$/)
      if (number !== '') expect(number).toMatch(/^\d{4}-9\d{4}$/)
    }
    for (const { email } of rows.person) expect(email).toMatch(/@exemple\.invalid$/)
  })

  it('agree with themselves: genders, who chairs, who stands in, and what was decided of what', () => {
    const women = rows.person.filter(({ civility }) => civility === 'Mme')
    expect(women.length).toBeGreaterThan(50)
    for (const { jobTitle } of women) expect(jobTitle).not.toMatch(/^(?:directeur|chargé |délégué |chef )/u)
    for (const { civility, givenName } of rows.person)
      if (['Hélène', 'Joséphine', 'Rosalie'].includes(givenName)) expect(civility).toBe('Mme')
    for (const meeting of rows.meeting.filter(({ date }) => date < '2026-11-24')) {
      const list = rows.attendee.filter(({ meetingId }) => meetingId === meeting.id)
      const called = ({ givenName, familyName }: (typeof list)[number]) => `${givenName} ${familyName}`
      expect(list.find((one) => called(one) === meeting.chair)?.status).toBe('surPlace')
      const listed = new Set(list.map(called))
      for (const { representedBy } of list) expect(listed).not.toContain(representedBy)
      const items = rows.agendaItem.filter(({ meetingId }) => meetingId === meeting.id).map(({ id }) => id)
      const places = rows.decision
        .filter(({ meetingId }) => meetingId === meeting.id)
        .sort((a, b) => a.rank - b.rank)
        .map(({ itemId }) => items.indexOf(itemId))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    const put = new Set(['reporte', 'nonTraite'])
    const left = new Set(
      rows.minutesSection.filter(({ outcome }) => put.has(outcome ?? '')).map(({ itemId }) => itemId),
    )
    expect([...rows.decision, ...rows.action].filter(({ itemId }) => left.has(itemId))).toEqual([])
    expect(new Set(rows.watchItem.map(({ title }) => title.split(' ')[0])).size).toBeGreaterThan(20)
  })

  it('speak with a varied vocabulary', () => {
    const texts = rows.minutesSection.map(({ presentation, exchanges }) => presentation + exchanges)
    const words = new Set(texts.join(' ').match(/\p{L}{4,}/gu))
    expect(words.size).toBeGreaterThan(250)
    // Many items of short sittings are empty; what is written is written once.
    const written = texts.filter((text) => text.includes('text'))
    expect(new Set(written).size).toBeGreaterThan(written.length * 0.95)
  })
})

describe('the sample', () => {
  let opened: OpenedCore
  beforeEach(async () => {
    opened = await openTestCore({ now: '2026-11-24T09:00:00Z' })
  })
  afterEach(() => opened.dispose())

  it('fills an empty profile with one year, marked as such, and only an empty one', async () => {
    expect(await opened.ok('home.get', {})).toMatchObject({ isEmpty: true, next: null, tasks: [] })
    expect(await opened.ok('sample.load', {})).toEqual({ meetings: 12 })
    const home = await opened.ok('home.get', {})
    expect(home.next?.date).toBe('2026-12-10')
    expect(home.tasks.length).toBeGreaterThan(0)
    expect((await opened.ok('settings.body', {})).isSample).toBe(true)
    expect(await opened.refused('sample.load', {})).toBe('state-refuses')
  })

  it('is known again on any later day', async () => {
    let now = '2026-11-24T09:00:00Z'
    const later = await openTestCore({ clock: () => new Date(now) })
    await later.ok('sample.load', {})
    now = '2027-03-02T09:00:00Z'
    expect(Object.values(await later.ok('sample.added', {}))).toEqual(Array.from({ length: 12 }, () => 0))
    await later.dispose()
  })
})
