import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { YearlyReport } from '../../electron/domain/report/yearly-report.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { isOfTeam } from '../team/engine.ts'
import type { OpenedCore } from './open-core.ts'
import { expected2025, expected2026 } from './yearly-report-expected.ts'
import { smallYear } from './yearly-report-world.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await smallYear()
})
afterEach(() => opened.dispose())

const year = { from: '2026-01-01', to: '2026-12-31' }

/** The report in the words of the hand count. */
function told({ hearings, texts, participation, decisions, actions, ...report }: YearlyReport) {
  const { outcomes, ...decided } = decisions
  const { delays, ...engaged } = actions
  const { followed, presented, published, deadlines } = texts
  return {
    held: report.held,
    cancelled: report.cancelled,
    moved: report.moved,
    hearings: hearings.total,
    regulatory: hearings.regulatory,
    projects: hearings.projects,
    axes: hearings.axes,
    owners: hearings.owners,
    texts: { followed, presented, published, deadlines },
    natures: texts.natures,
    participation: { present: participation.present, members: participation.members },
    unrecorded: participation.unrecorded,
    colleges: participation.colleges,
    organisations: participation.organisations,
    decisions: decided,
    outcomes,
    actions: engaged,
    delays,
    meetings: report.meetings.map((meeting) => [
      meeting.date,
      meeting.decisions,
      meeting.actions,
      ...meeting.colleges.map((one) => (one === null ? null : [one.present, one.members])),
    ]),
  }
}

describe('the small year', () => {
  it('is told as it was counted by hand, with the year before beside it', async () => {
    const { report, previous } = await opened.ok('yearlyReport.get', year)
    expect(told(report)).toEqual(expected2026)
    expect(report.reference).toBe('2026-12-31')
    expect(told(previous)).toMatchObject(expected2025)
    expect({ from: previous.from, to: previous.to }).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  })

  it('counts nobody who was only announced', async () => {
    const present = async () => (await opened.ok('yearlyReport.get', year)).report.participation.present
    expect(await present()).toBeGreaterThan(0)
    await opened.byHand("UPDATE attendee SET source = 'reply' WHERE status IS NOT NULL")
    expect(await present()).toBe(0)
  })

  it('is cut by a free period, compared with the days before it', async () => {
    const { report, previous } = await opened.ok('yearlyReport.get', { from: '2026-03-12', to: '2026-10-07' })
    expect(report).toMatchObject({ held: 1, cancelled: 1, moved: 1 })
    // Seven months cannot be told of it: 210 days, from 14 August 2025.
    expect(previous).toMatchObject({ from: '2025-08-14', to: '2026-03-11', held: 2 })
    expect(previous.actions).toMatchObject({ total: 4 })
  })

  it('of a year without anything is all zeros, and nothing is divided', async () => {
    const { report } = await opened.ok('yearlyReport.get', { from: '2031-01-01', to: '2031-12-31' })
    expect(report).toMatchObject({
      held: 0,
      meetings: [],
      participation: { present: 0, members: 0, colleges: [], organisations: [] },
      actions: { total: 0 },
      reference: '2027-01-20',
    })
  })

  it('is refused when the period ends before it begins, is no period, or is of another age', async () => {
    for (const [from, to] of [
      ['2026-12-31', '2026-01-01'],
      ['2026-02-29', '2026-12-31'],
      ['1900-01-01', '2026-12-31'],
      ['0001-01-01', '0001-12-31'],
    ])
      expect(await opened.refused('yearlyReport.get', { from, to }), from).toBe('invalid-input')
  })
})

// Of a team its server goes on with what others ask.
if (!isOfTeam)
  describe('a long period', () => {
    const century = { from: '1950-01-01', to: '2049-12-31' }

    it('lets another call go before, and is of one state when that one wrote', async () => {
      const { report: alone } = await opened.ok('yearlyReport.get', century)
      const ended: string[] = []
      const reading = opened.ok('yearlyReport.get', century).then(({ report }) => {
        ended.push('report')
        return report
      })
      const planned = await opened.ok('meetings.create', {
        fields: { date: '1950-03-02' },
        fromTemplate: false,
      })
      await opened.ok('meetings.cancel', { id: planned.id, version: planned.version, reason: 'Essai' })
      ended.push('write')
      // Of the first year that it read: what it had told by then is told again.
      expect((await reading).cancelled).toBe(alone.cancelled + 1)
      expect(ended).toEqual(['write', 'report'])
    })

    it('ends while somebody writes without a pause', async () => {
      let isRead = false
      const reading = opened.ok('yearlyReport.get', century).then(({ report }) => {
        isRead = true
        return report
      })
      let day = 1
      for (; !isRead && day < 1000; day += 1)
        await opened.ok('subjects.add', { id: newId(), fields: { title: `Sujet ${day}` } })
      expect(await reading).toEqual((await opened.ok('yearlyReport.get', century)).report)
      expect(day).toBeGreaterThan(2)
      expect(day).toBeLessThan(1000)
    })
  })
