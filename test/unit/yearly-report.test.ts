import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { Drawing, svgOf } from '../../electron/domain/documents/drawing.ts'
import { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { drawingOf, ticksTo, titledDrawing } from '../../electron/domain/report/chart.ts'
import { ChartId, chartOf } from '../../electron/domain/report/charts.ts'
import { figuresOf, reportTables } from '../../electron/domain/report/tables.ts'
import { definitions, FigureId } from '../../electron/domain/report/words.ts'
import { type ReportRows, YearlyReport, yearlyReport } from '../../electron/domain/report/yearly-report.ts'
import { addDays, daysBetween } from '../../electron/domain/time/civil-date.ts'
import { nextPeriod, previousPeriod, yearOf } from '../../electron/domain/time/report-period.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { noRows } from '../report-rows.ts'

const year = yearOf('2026-06-01')
const today = '2027-01-20'
const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const outcome = maybe(fc.constantFrom(...Outcome.options))
const place = fc.nat(5)

/** Up to six meetings, and whatever may hang on them. */
const rows: fc.Arbitrary<ReportRows> = fc
  .record({
    meetings: fc.array(
      fc.record({
        date: day,
        number: maybe(fc.integer({ min: 1, max: 12 })),
        state: fc.constantFrom('planned', 'convened', 'held', 'held', 'cancelled'),
        isMoved: fc.nat(1),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    attendance: fc.array(
      fc.record({
        at: place,
        college: fc.constantFrom('', 'État', 'etat', 'Associations'),
        collegeId: fc.constantFrom(null, null, 'state', 'others'),
        organisation: fc.constantFrom('', 'A', 'B', 'Une très longue association de démonstration'),
        organisationId: fc.constantFrom(null, 'x', 'y'),
        present: fc.nat(3),
        absent: fc.nat(3),
        unsaid: fc.nat(3),
      }),
      { maxLength: 20 },
    ),
    decisions: fc.array(
      fc.record({ at: place, outcome, isOpposed: fc.nat(1), count: fc.integer({ min: 1, max: 4 }) }),
      { maxLength: 12 },
    ),
    actions: fc.array(
      fc.record({
        at: place,
        state: fc.constantFrom('todo', 'inProgress', 'postponed', 'done', 'dropped'),
        due: maybe(day),
        closedOn: maybe(day),
      }),
      { maxLength: 20 },
    ),
    hearings: fc.array(
      fc.record({
        at: place,
        projectId: fc.constantFrom('p', 'q', 'r'),
        outcome,
        owner: fc.constantFrom('', 'A', 'a ', 'B'),
        ownerId: fc.constantFrom(null, 'x'),
        axisId: fc.constantFrom(null, 'one', 'two'),
        isRegulatory: fc.nat(1),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ meetings, ...hung }) => {
    const laid = [...meetings]
      .sort((a, b) => a.date.localeCompare(b.date))
      .map((meeting) => ({ id: newId(), ...meeting }))
    const on = <T extends { at: number }>(list: readonly T[]) =>
      list.map(({ at, ...row }) => ({ ...row, meetingId: laid[at % laid.length]?.id ?? '' }))
    return {
      meetings: laid,
      attendance: on(hung.attendance).map(({ present, absent, unsaid, ...row }) => ({
        ...row,
        present,
        noted: present + absent,
        members: present + absent + unsaid,
      })),
      colleges: [
        { id: 'others', name: 'Associations' },
        { id: 'state', name: 'État' },
      ],
      organisations: [{ id: 'y' }, { id: 'x' }],
      namings: new Map([
        ['others', { name: 'Associations', earlier: [], since: null }],
        ['state', { name: 'État', earlier: ['etat'], since: 'Administrations' }],
        ['x', { name: 'A', earlier: ['B'], since: null }],
        ['y', { name: 'Y', earlier: [], since: null }],
      ]),
      decisions: on(hung.decisions),
      actions: on(hung.actions),
      axes: [
        { id: 'one', number: '1', title: 'Un', isArchived: 0 },
        { id: 'two', number: '2', title: '', isArchived: 1 },
      ],
      hearings: on(hung.hearings),
      texts: [],
      presented: [],
      deadlines: [],
    }
  })

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)
const report = (given: ReportRows) => yearlyReport(year, today, given)

describe('the figures', () => {
  it('have parts that make their wholes, and shares between nothing and all', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const told = YearlyReport.parse(report(given))
        const { hearings, participation, decisions, actions } = told
        expect(told.meetings).toHaveLength(told.held + told.cancelled)
        expect(sum(hearings.axes.map(({ count }) => count))).toBe(hearings.total)
        expect(sum(hearings.owners.map(({ count }) => count))).toBe(hearings.total)
        expect(hearings.regulatory).toBeLessThanOrEqual(hearings.total)
        expect(hearings.projects).toBeLessThanOrEqual(hearings.total)
        for (const list of [hearings.axes, hearings.owners])
          expect(sum(list.map(({ projects }) => projects))).toBeGreaterThanOrEqual(hearings.projects)
        for (const one of [...hearings.axes, ...hearings.owners]) {
          expect(one.projects).toBeLessThanOrEqual(one.count)
          expect(one.projects === 0).toBe(one.count === 0)
        }
        for (const part of ['present', 'members'] as const) {
          expect(sum(participation.colleges.map((one) => one[part]))).toBe(participation[part])
          expect(sum(participation.organisations.map((one) => one[part]))).toBe(participation[part])
          expect(sum(told.meetings.flatMap(({ colleges }) => colleges.map((one) => one?.[part] ?? 0)))).toBe(
            participation[part],
          )
        }
        expect(decisions.consensus + decisions.opposed + decisions.unsaid).toBe(decisions.total)
        expect(sum(decisions.outcomes.map(({ count }) => count))).toBe(decisions.total)
        expect(sum(told.meetings.map((meeting) => meeting.decisions ?? 0))).toBe(decisions.total)
        expect(sum(told.meetings.map((meeting) => meeting.actions ?? 0))).toBe(actions.total)
        expect(actions.done + actions.dropped + actions.open).toBe(actions.total)
        expect(sum(Object.values(actions.delays))).toBe(actions.done)
        expect(actions.late).toBeLessThanOrEqual(actions.open)
        for (const value of Object.values(figuresOf(told)))
          if (typeof value !== 'number') {
            expect(value.part).toBeGreaterThanOrEqual(0)
            expect(value.part).toBeLessThanOrEqual(value.whole)
          }
      }),
    )
  })

  it('of a year that is over do not change when they are told again later', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(yearlyReport(year, '2031-05-05', given)).toEqual(report(given))
      }),
    )
  })

  it('each have a definition that says what, when and without what; shares say of what', () => {
    for (const id of FigureId.options) {
      const { name, counts, over, when, without } = definitions[id]
      for (const words of [name, counts, when, without]) expect(words).not.toBe('')
      const value = figuresOf(report({ ...noRows, meetings: [] }))[id]
      expect(over !== '').toBe(typeof value !== 'number')
    }
  })
})

describe('a wrong definition', () => {
  const [held, cancelled] = [newId(), newId()]
  const right: ReportRows = {
    ...noRows,
    meetings: [
      { id: held, date: '2026-02-12', number: 1, state: 'held', isMoved: 0 },
      { id: cancelled, date: '2026-03-12', number: 2, state: 'cancelled', isMoved: 0 },
    ],
    attendance: [
      {
        meetingId: held,
        college: 'État',
        collegeId: null,
        organisation: 'A',
        organisationId: null,
        members: 4,
        present: 3,
        noted: 4,
      },
    ],
    decisions: [{ meetingId: held, outcome: 'avisFavorable', isOpposed: 1, count: 2 }],
    actions: [{ meetingId: held, state: 'done', due: '2026-03-01', closedOn: '2027-01-05' }],
    hearings: [
      {
        meetingId: held,
        projectId: 'p',
        outcome: 'reporte',
        owner: 'A',
        ownerId: null,
        axisId: null,
        isRegulatory: 0,
      },
    ],
  }
  const told = JSON.stringify(figuresOf(report(right)))
  /** The same year as each wrong rule would see it. */
  const wrong: Readonly<Record<string, ReportRows>> = {
    'cancelled meetings count as held': {
      ...right,
      meetings: right.meetings.map((meeting) => ({ ...meeting, state: 'held' })),
    },
    'guests count as members': {
      ...right,
      attendance: [
        ...right.attendance,
        {
          meetingId: held,
          college: '',
          collegeId: null,
          organisation: 'Cabinet',
          organisationId: null,
          members: 2,
          present: 2,
          noted: 2,
        },
      ],
    },
    'an organisation against is forgotten': {
      ...right,
      decisions: right.decisions.map((row) => ({ ...row, isOpposed: 0 })),
    },
    'an action done after the year was done in it': {
      ...right,
      actions: right.actions.map((row) => ({ ...row, closedOn: '2026-12-31' })),
    },
    'an item put off was presented': {
      ...right,
      hearings: right.hearings.map((row) => ({ ...row, outcome: null })),
    },
  }
  it.each(Object.entries(wrong))('is noticed: %s', (_, rowsOfIt) => {
    expect(JSON.stringify(figuresOf(report(rowsOfIt)))).not.toBe(told)
  })
})

describe('the period a report is compared with', () => {
  const from = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days))
  it('touches it, is as long in days or in whole months, and leads back to it', () => {
    fc.assert(
      fc.property(from, fc.nat(3000), (start, days) => {
        const period = { from: start, to: addDays(start, days) }
        const before = previousPeriod(period)
        expect(addDays(before.to, 1)).toBe(period.from)
        const after = nextPeriod(period)
        expect(addDays(period.to, 1)).toBe(after.from)
        const length = daysBetween(before.from, before.to)
        expect(Math.abs(length - days)).toBeLessThanOrEqual(Math.ceil(days / 28) * 3 + 3)
      }),
    )
  })

  it('of a year, a half and February is the one before, leap years too', () => {
    expect(previousPeriod(yearOf('2024-02-29'))).toEqual(yearOf('2023-01-01'))
    expect(nextPeriod(yearOf('2023-05-05'))).toEqual(yearOf('2024-01-01'))
    expect(previousPeriod({ from: '2026-07-01', to: '2026-12-31' })).toEqual({
      from: '2026-01-01',
      to: '2026-06-30',
    })
    expect(previousPeriod({ from: '2024-03-01', to: '2024-03-31' })).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    })
    expect(previousPeriod({ from: '2026-01-10', to: '2026-01-19' })).toEqual({
      from: '2025-12-31',
      to: '2026-01-09',
    })
  })
})

describe('the charts', () => {
  it('are drawn within their frame and as well-formed svg, whatever was typed', () => {
    fc.assert(
      fc.property(rows, fc.string({ unit: 'binary', maxLength: 40 }), (given, typed) => {
        const names = given.attendance.map((row) => ({
          ...row,
          college: row.college && `${row.college}${typed}`,
        }))
        const told = report({ ...given, attendance: names })
        for (const id of ChartId.options) {
          const chart = chartOf(told, id)
          if (chart === null) continue
          const drawing = Drawing.parse(titledDrawing(chart))
          for (const shape of drawing.shapes)
            if (shape.type === 'rect') {
              expect(shape.x).toBeGreaterThanOrEqual(0)
              expect(shape.x + shape.width).toBeLessThanOrEqual(drawing.width + 0.01)
              expect(shape.y + shape.height).toBeLessThanOrEqual(drawing.height + 0.01)
            }
          const svg = svgOf(drawing, { title: chart.title, words: chart.told })
          expect(() => new SaxesParser().write(svg).close()).not.toThrow()
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leave a gap where there was no meeting, and draw no line over it', () => {
    const months = ['01', '02', '04', '05']
    const meetings = months.map((month, rank) => ({
      id: newId(),
      date: `2026-${month}-10`,
      number: rank + 1,
      state: 'held' as const,
      isMoved: 0,
    }))
    const attendance = meetings.map(({ id }) => ({
      meetingId: id,
      college: 'État',
      collegeId: null,
      organisation: 'A',
      organisationId: null,
      members: 4,
      present: 2,
      noted: 4,
    }))
    const told = report({ ...noRows, meetings, attendance })
    const chart = chartOf(told, 'participation')
    if (chart?.kind !== 'lines') throw new Error('no lines')
    expect(chart.labels).toEqual(['janv.', 'févr.', 'mars', 'avr.', 'mai'])
    expect(chart.series[0]?.values).toEqual([0.5, 0.5, null, 0.5, 0.5])
    expect(drawingOf(chart).shapes.filter(({ type }) => type === 'path')).toHaveLength(2)
    const columns = chartOf(told, 'decisions')
    if (columns?.kind !== 'columns') throw new Error('no columns')
    expect(columns.slots[2]).toEqual({ label: 'mars', values: [null, null] })
  })

  it('gather a hundred meetings by month, then by year', () => {
    const meetings = Array.from({ length: 120 }, (_, rank) => ({
      id: newId(),
      date: addDays('2020-01-05', rank * 18),
      number: null,
      state: 'held' as const,
      isMoved: 0,
    }))
    const chart = chartOf(
      yearlyReport({ from: '2020-01-01', to: '2026-12-31' }, today, { ...noRows, meetings }),
      'decisions',
    )
    if (chart?.kind !== 'columns') throw new Error('no columns')
    expect(chart.slots.map(({ label }) => label)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025'])
  })

  it('count up to a round number in at most six steps', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (most) => {
        const ticks = ticksTo(most)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
        expect(ticks.every(Number.isInteger)).toBe(true)
      }),
    )
  })
})

describe('the tables', () => {
  it('have as many cells in each row as columns, and none without a row', () => {
    fc.assert(
      fc.property(rows, (given) => {
        for (const { columns, rows: lines } of reportTables(report(given), report(given))) {
          expect(lines.length).toBeGreaterThan(0)
          for (const line of lines) expect(line).toHaveLength(columns.length)
        }
      }),
    )
  })
})
