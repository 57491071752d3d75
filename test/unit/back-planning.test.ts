import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  convocationDeadline,
  convocationLeavesBy,
  isOpen,
  type MeetingTask,
  type PlanAct,
  type PlanFacts,
  plannedTask,
  taskDue,
} from '../../electron/domain/meetings/back-planning.ts'
import { minutesDue } from '../../electron/domain/meetings/minutes-due.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { addWorkingDays, isWorkingDay } from '../../electron/domain/time/holidays.ts'

const date = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))
/** The day of the meeting itself apart, which is always itself. */
const offsetDays = fc.integer({ min: -90, max: 90 }).filter((days) => days !== 0)

describe('a task', () => {
  it.each([
    // The meeting of Thursday 10 December 2026.
    [-30, 'calendar', '2026-11-10'],
    [-20, 'calendar', '2026-11-20'],
    [-5, 'working', '2026-12-03'],
    // 6 December is a Sunday: the Friday before.
    [-4, 'calendar', '2026-12-04'],
    [0, 'calendar', '2026-12-10'],
    // 12 December is a Saturday: the Monday after.
    [2, 'calendar', '2026-12-14'],
    // Christmas is a Friday, the days after it a week-end.
    [15, 'calendar', '2026-12-28'],
    [12, 'working', '2026-12-29'],
  ] as const)('at J%i (%s) of 10 December 2026 is due on %s', (offset, counting, due) => {
    expect(taskDue('2026-12-10', { offsetDays: offset, counting })).toBe(due)
  })

  it('counts working days over a holiday', () => {
    expect(taskDue('2026-11-17', { offsetDays: -5, counting: 'working' })).toBe('2026-11-09')
  })

  it('stays on its side of the meeting, on a working day, and moves with the meeting', () => {
    fc.assert(
      fc.property(date, offsetDays, fc.constantFrom('calendar', 'working'), (meeting, offset, counting) => {
        const due = taskDue(meeting, { offsetDays: offset, counting })
        expect(isWorkingDay(due)).toBe(true)
        expect(offset < 0 ? due < meeting : due > meeting).toBe(true)
        const later = taskDue(addDays(meeting, 7), { offsetDays: offset, counting })
        expect(later >= due).toBe(true)
      }),
    )
  })

  it('on a calendar day is at most the holidays and week-end away from it', () => {
    fc.assert(
      fc.property(date, offsetDays, (meeting, offset) => {
        const exact = addDays(meeting, offset)
        const due = taskDue(meeting, { offsetDays: offset, counting: 'calendar' })
        if (isWorkingDay(exact)) expect(due).toBe(exact)
        else if (offset < 0) expect(due).toBe(addWorkingDays(exact, -1))
        else expect(due).toBe(addWorkingDays(exact, 1))
      }),
    )
  })
})

describe('a convocation', () => {
  it.each([
    [5, 'calendar', '2026-12-05'],
    // Neither the day it leaves nor the meeting's: five whole days between.
    [5, 'clear', '2026-12-04'],
    [5, 'working', '2026-12-03'],
    [0, 'clear', '2026-12-10'],
    [0, 'working', '2026-12-10'],
  ] as const)('%i days (%s) before 10 December 2026 leaves on %s at the latest', (days, counting, last) => {
    expect(convocationDeadline('2026-12-10', days, counting)).toBe(last)
  })

  it('leaves on a day that is worked, and minutes are expected on one', () => {
    expect(convocationLeavesBy('2026-12-10', 5, 'calendar')).toBe('2026-12-04')
    // Fifteen days after it is Christmas, before a week-end.
    expect(minutesDue('2026-12-10')).toBe('2026-12-28')
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (meeting, days) => {
        for (const counting of ['calendar', 'working', 'clear'] as const)
          expect(isWorkingDay(convocationLeavesBy(meeting, days, counting))).toBe(true)
        expect(isWorkingDay(minutesDue(meeting))).toBe(true)
      }),
    )
  })

  it('asked earlier leaves earlier, clear days earlier than calendar days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (meeting, days) => {
        for (const counting of ['calendar', 'working', 'clear'] as const)
          expect(
            convocationDeadline(meeting, days, counting) < convocationDeadline(meeting, days - 1, counting),
          ).toBe(true)
        expect(convocationDeadline(meeting, days, 'clear')).toBe(
          addDays(convocationDeadline(meeting, days, 'calendar'), -1),
        )
      }),
    )
  })
})

const nothing: PlanFacts = {
  date: '2026-12-10',
  state: 'planned',
  agendaSubmittedOn: null,
  agendaPublishedOn: null,
  sentOn: new Map(),
  awaitedDocuments: 0,
  missingDocuments: 0,
  minutesState: null,
  openActions: 0,
  toCarry: null,
}

function task(act: PlanAct | null, change: Partial<MeetingTask> = {}): MeetingTask {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    version: 1,
    meetingId: '01900000-0000-7000-8000-000000000002',
    title: 'Tâche',
    offsetDays: -5,
    counting: 'calendar',
    act,
    doneOn: null,
    ...change,
  }
}

describe('what is done by itself', () => {
  it.each([
    ['callForSubjects', { sentOn: new Map([['callForSubjects', '2026-11-10'] as const]) }, 'messageSent'],
    ['carryOver', { toCarry: 0 }, 'nothingToCarry'],
    ['buildAgenda', { agendaSubmittedOn: '2026-11-24' }, 'agendaSubmitted'],
    ['submitAgenda', { agendaPublishedOn: '2026-11-26' }, 'agendaPublished'],
    ['convene', { state: 'convened' }, 'convenedUnpublished'],
    ['convene', { state: 'convened', agendaPublishedOn: '2026-11-26' }, 'meetingConvened'],
    ['remindSlides', { awaitedDocuments: 2 }, 'documentsReceived'],
    ['writeMinutes', { minutesState: 'internalReview' }, 'minutesWritten'],
    ['sendDraftMinutes', { minutesState: 'review' }, 'minutesSent'],
    ['remindReviewers', { minutesState: 'validated' }, 'minutesValidated'],
    ['remindActions', { minutesState: 'validated' }, 'noOpenAction'],
  ] as const)('%s', (act, facts, by) => {
    expect(isOpen(plannedTask(task(act), nothing, '2026-11-24'))).toBe(true)
    const done = plannedTask(task(act), { ...nothing, ...facts }, '2026-11-24')
    expect(done.proof?.by).toBe(by)
    expect(isOpen(done)).toBe(false)
  })

  it.each([
    ['remindSlides', { awaitedDocuments: 2, missingDocuments: 1 }],
    ['remindSlides', {}],
    ['carryOver', { toCarry: 2 }],
    ['writeMinutes', { minutesState: 'drafting' }],
    ['sendDraftMinutes', { minutesState: 'internalReview' }],
    ['remindActions', { minutesState: 'validated', openActions: 1 }],
    ['prepareRoom', { state: 'convened' }],
    [null, { state: 'convened' }],
  ] as const)('not yet: %s', (act, facts) => {
    expect(plannedTask(task(act, { offsetDays: 5 }), { ...nothing, ...facts }, '2026-11-24').proof).toBeNull()
  })

  it('ends with the meeting for what was to come before it, with the cancelling for all of it', () => {
    const after = task('writeMinutes', { offsetDays: 5 })
    expect(plannedTask(task('convene'), nothing, '2026-12-11').isOver).toBe(true)
    expect(plannedTask(task('prepareRoom'), { ...nothing, state: 'inSession' }, '2026-12-10').isOver).toBe(
      true,
    )
    expect(plannedTask(task('prepareRoom'), { ...nothing, state: 'convened' }, '2026-12-10').isOver).toBe(
      false,
    )
    expect(plannedTask(after, { ...nothing, state: 'held' }, '2026-12-11').isOver).toBe(false)
    expect(plannedTask(after, { ...nothing, state: 'cancelled' }, '2026-12-11').isOver).toBe(true)
    const ticked = task('prepareRoom', { doneOn: '2026-12-09' })
    expect(plannedTask(ticked, { ...nothing, state: 'held' }, '2026-12-11').isOver).toBe(false)
  })
})
