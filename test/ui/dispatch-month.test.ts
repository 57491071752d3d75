import { describe, expect, it } from 'vitest'
import type { AgendaStatus } from '../../electron/contract/agenda.ts'
import { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import { monthOrder, nextKind, refusalOf, sinceConvocation } from '../../renderer/features/dispatch/month.ts'
import { monthLines } from '../../renderer/features/dispatch/month-lines.ts'
import { facts, move, sent, task } from './dispatch-sample.ts'

const convened = { meeting: { state: 'convened' as const, date: '2026-12-17' } }
const open = { meeting: { state: 'inSession' as const, date: '2026-12-17' } }
const held = { meeting: { state: 'held' as const, date: '2026-12-17' }, today: '2027-01-10' }
type Agenda = Pick<AgendaStatus, 'versions' | 'changes'>
const version = (number: number) => ({ number }) as Agenda['versions'][number]
const change = { type: 'added' } as Agenda['changes'][number]

it('the month holds every kind once', () => {
  const kinds = monthOrder.flatMap((group) => group.kinds)
  expect([...kinds].sort()).toEqual([...DispatchKind.options].sort())
})

describe('what comes next', () => {
  it('is the call for subjects until the agenda is to be built, then the convocation', () => {
    const tasks = [task('callForSubjects', '2026-11-17'), task('buildAgenda', '2026-12-05')]
    expect(nextKind(facts({ tasks }))).toBe('callForSubjects')
    expect(nextKind(facts({ tasks, today: '2026-12-05' }))).toBe('convocation')
    const agenda = { versions: [version(1)], changes: [] }
    expect(nextKind(facts({ tasks, agenda }))).toBe('convocation')
    expect(nextKind(facts({ tasks, rows: [sent(1, 1, { kind: 'callForSubjects' })] }))).toBe('convocation')
    expect(nextKind(facts())).toBe('convocation')
  })

  it('is, once convened, the guests, then the slides when their day has come, then nothing', () => {
    const rows = [sent(1, 1)]
    expect(nextKind(facts({ ...convened, rows, guestCount: 2 }))).toBe('guestInvitation')
    const invited = [...rows, sent(2, 2, { kind: 'guestInvitation' })]
    const tasks = [task('remindSlides', '2026-12-10')]
    expect(nextKind(facts({ ...convened, rows: invited, guestCount: 2, tasks }))).toBeNull()
    expect(nextKind(facts({ ...convened, rows: invited, guestCount: 2, tasks, today: '2026-12-10' }))).toBe(
      'slidesReminder',
    )
  })

  it('convenes nobody to a meeting whose day is past, and follows its minutes', () => {
    const past = { meeting: { state: 'planned' as const, date: '2026-12-17' }, today: '2026-12-18' }
    expect(nextKind(facts(past))).toBeNull()
    expect(nextKind(facts({ ...past, minutesState: 'review' }))).toBe('draftMinutes')
    const rows = [sent(1, 18, { kind: 'draftMinutes' })]
    expect(nextKind(facts({ ...past, minutesState: 'review', rows }))).toBeNull()
    expect(nextKind(facts({ ...past, today: '2026-12-17' }))).toBe('convocation')
  })

  it('counts those whom a message went to', () => {
    const rows = [sent(1, 1, { recipientCount: 8, withoutAddressCount: 2 })]
    const lines = monthLines(facts({ ...convened, rows }), null, null)
    expect(lines.map(({ facts }) => facts).join()).toMatch(/6\sdestinataires/)
  })

  it('follows the minutes once the meeting is held', () => {
    expect(nextKind(facts(held))).toBeNull()
    expect(nextKind(facts({ ...held, minutesState: 'drafting' }))).toBeNull()
    expect(nextKind(facts({ ...held, minutesState: 'review' }))).toBe('draftMinutes')
    const rows = [sent(1, 28, { kind: 'draftMinutes' })]
    const tasks = [task('remindReviewers', '2027-01-08'), task('remindActions', '2027-01-09')]
    expect(nextKind(facts({ ...held, minutesState: 'review', rows, tasks }))).toBe('reviewReminder')
    expect(nextKind(facts({ ...held, minutesState: 'approved', rows, tasks }))).toBe('approvedMinutes')
    const approved = [...rows, sent(2, 29, { kind: 'approvedMinutes' })]
    expect(nextKind(facts({ ...held, minutesState: 'approved', rows: approved, tasks }))).toBe(
      'actionsReminder',
    )
  })

  it('gives no draft of minutes that are validated, and says that of the members as done', () => {
    const validated = facts({ ...held, minutesState: 'validated' })
    expect(nextKind(validated)).toBeNull()
    const line = monthLines(validated, null, null).find(({ kind }) => kind === 'draftMinutes')
    expect(line?.state).toBe('elsewhere')
  })

  it('says late, not to do, what comes next and was due before today', () => {
    const tasks = [task('convene', '2026-11-30')]
    const stateOn = (today: string) =>
      monthLines(facts({ tasks, today }), 'convocation', null).find(({ kind }) => kind === 'convocation')
        ?.stateWords
    expect([stateOn('2026-11-30'), stateOn('2026-12-02')]).toEqual(['À faire', 'En retard'])
  })

  it('says as done, not as to come, what was ticked in the plan', () => {
    const tasks = [task('callForSubjects', '2026-12-01', { doneOn: '2026-12-01' })]
    const [line] = monthLines(facts({ tasks }), null, null)
    expect([line?.kind, line?.state]).toEqual(['callForSubjects', 'elsewhere'])
    expect(line?.facts).toContain('fait le')
  })

  it('awaits no more, once the members are convened, what prepares that', () => {
    const tasks = [task('callForSubjects', '2026-11-17')]
    const [line] = monthLines(facts({ ...convened, tasks }), null, null)
    expect([line?.kind, line?.state, line?.facts]).toEqual(['callForSubjects', 'never', 'aux membres'])
  })

  it('of a meeting convened otherwise and cancelled, is that message, and no other is left', () => {
    const tasks = [task('convene', '2026-12-01', { doneOn: '2026-12-01' })]
    const cancelled = facts({ meeting: { state: 'cancelled', date: '2026-12-17' }, tasks })
    expect(sinceConvocation(cancelled).cancelled).toBe(true)
    expect(nextKind(cancelled)).toBe('cancellation')
    const lines = monthLines(cancelled, 'cancellation', null)
    expect(lines.map(({ kind, state }) => [kind, state])).toEqual([['cancellation', 'next']])
    const told = facts({ ...cancelled, rows: [sent(1, 4, { kind: 'cancellation' })] })
    expect(nextKind(told)).toBeNull()
  })

  it('does not ask again for what the back-planning says is done', () => {
    const tasks = [task('remindSlides', '2026-12-01', { doneOn: '2026-12-01' })]
    expect(nextKind(facts({ ...convened, rows: [sent(1, 1)], tasks }))).toBeNull()
  })
})

describe('since the convocation', () => {
  it('nothing is to be told before there is one', () => {
    const moved = facts({
      ...convened,
      moves: [move(2)],
      agenda: { versions: [version(2)], changes: [change] },
    })
    expect(sinceConvocation(moved)).toEqual({ moved: null, cancelled: false, details: [], agenda: null })
  })

  it('a move is to be told until a message of it left, from the date that was told last', () => {
    const base = { meeting: { state: 'convened' as const, date: '2026-12-24' }, moves: [move(3)] }
    const before = facts({ ...base, rows: [sent(1, 2)] })
    expect(sinceConvocation(before).moved).toEqual({ from: '2026-12-17', to: '2026-12-24' })
    expect(nextKind(before)).toBe('dateChange')
    expect(sinceConvocation(facts({ ...base, rows: [sent(1, 4)] })).moved).toBeNull()
    const told = facts({ ...base, rows: [sent(1, 2), sent(2, 4, { kind: 'dateChange' })] })
    expect(sinceConvocation(told).moved).toBeNull()
  })

  it('a meeting moved and moved back needs no message', () => {
    const rows = [sent(1, 2)]
    const there = facts({ ...convened, rows, moves: [move(3)] })
    expect(sinceConvocation(there).moved).toBeNull()
  })

  it('a cancellation comes before everything else, once', () => {
    const cancelled = { meeting: { state: 'cancelled' as const, date: '2026-12-24' }, moves: [move(3)] }
    const before = facts({ ...cancelled, rows: [sent(1, 2)] })
    expect(sinceConvocation(before)).toEqual({ moved: null, cancelled: true, details: [], agenda: null })
    expect(nextKind(before)).toBe('cancellation')
    const told = facts({ ...cancelled, rows: [sent(1, 2), sent(2, 4, { kind: 'cancellation' })] })
    expect(sinceConvocation(told).cancelled).toBe(false)
    expect(nextKind(told)).toBeNull()
  })

  it('an agenda published again, or changed without being published, is compared with what was sent', () => {
    const rows = [sent(1, 2, { agendaVersionNumber: 1 })]
    const published = facts({ ...convened, rows, agenda: { versions: [version(2)], changes: [] } })
    expect(sinceConvocation(published).agenda).toEqual({ type: 'unsent', published: 2, held: 1 })
    expect(nextKind(published)).toBe('agendaChanged')
    const edited = facts({ ...convened, rows, agenda: { versions: [version(1)], changes: [change] } })
    expect(sinceConvocation(edited).agenda).toEqual({ type: 'unpublished', changes: 1, sent: 1 })
    const told = facts({
      ...convened,
      rows: [...rows, sent(2, 3, { kind: 'agendaChanged', agendaVersionNumber: 2 })],
      agenda: { versions: [version(2)], changes: [] },
    })
    expect(sinceConvocation(told).agenda).toBeNull()
  })

  it('another hour, place or link is to be told like a move, which says them all', () => {
    const rows = [sent(1, 2)]
    const changed = facts({ ...convened, rows, untold: ['hours', 'place', 'agenda'] })
    expect(sinceConvocation(changed)).toMatchObject({ moved: null, details: ['hours', 'place'] })
    expect(nextKind(changed)).toBe('dateChange')
    const moved = facts({
      meeting: { state: 'convened', date: '2026-12-24' },
      ...{ rows, moves: [move(3)], untold: ['place'] },
    })
    expect(sinceConvocation(moved)).toMatchObject({ moved: {}, details: [] })
  })

  it('an agenda that left as a draft is compared with what left, and any version of it is news', () => {
    const rows = [sent(1, 2, { carriesAgenda: true, calendarSequence: 0 })]
    const edited = facts({ ...convened, rows, untold: ['agenda'], agenda: { versions: [], changes: [] } })
    expect(sinceConvocation(edited).agenda).toEqual({ type: 'draft' })
    expect(nextKind(edited)).toBe('agendaChanged')
    // Told without a calendar, nothing says what they hold; with one, it is that which they are compared with.
    const told = [...rows, sent(2, 3, { kind: 'agendaChanged' })]
    expect(sinceConvocation({ ...edited, rows: told }).agenda).toBeNull()
    const again = [...rows, sent(2, 3, { kind: 'agendaChanged', calendarSequence: 1 })]
    expect(sinceConvocation({ ...edited, rows: again }).agenda).toEqual({ type: 'draft' })
    expect(sinceConvocation({ ...edited, rows: again, untold: [] }).agenda).toBeNull()
    expect(sinceConvocation({ ...edited, untold: ['hours', 'agenda'] }).agenda).toBeNull()
    const published = facts({ ...convened, rows, agenda: { versions: [version(1)], changes: [] } })
    expect(sinceConvocation(published).agenda).toEqual({ type: 'unsent', published: 1, held: 'draft' })
    const without = { ...published, rows: [sent(1, 2, { calendarSequence: 0 })] }
    expect(sinceConvocation(without).agenda).toEqual({ type: 'unsent', published: 1, held: null })
    expect(sinceConvocation({ ...without, agenda: edited.agenda, untold: ['agenda'] }).agenda).toBeNull()
  })

  it('nobody is told anything once the meeting is held', () => {
    const late = facts({ ...held, moves: [move(3)], rows: [sent(1, 2, { agendaVersionNumber: 1 })] })
    expect(sinceConvocation(late).moved).toBeNull()
  })
})

describe('what was never written here', () => {
  const stateOf = (kind: DispatchKind, change: Parameters<typeof facts>[0]) =>
    monthLines(facts(change), nextKind(facts(change)), { kind, dispatchId: null }).find(
      (line) => line.kind === kind,
    )?.stateWords

  it.each([
    ['convocation', {}, 'À faire'],
    ['convocation', { meeting: convened.meeting }, 'Fait ailleurs'],
    ['convocation', held, 'Non envoyé'],
    [
      'convocation',
      { ...held, tasks: [task('convene', '2026-12-01', { doneOn: '2026-12-01' })] },
      'Fait ailleurs',
    ],
    ['convocation', { ...convened, rows: [sent(1, 2)] }, 'Envoyé'],
    ['callForSubjects', {}, 'À venir'],
    ['callForSubjects', convened, 'Non envoyé'],
    ['agendaDraft', convened, 'Non envoyé'],
    ['slidesReminder', held, 'Non envoyé'],
    ['internalMinutes', { ...held, minutesState: 'drafting' }, 'À venir'],
    ['internalMinutes', { ...held, minutesState: 'review' }, 'Fait ailleurs'],
  ] as const)('%s %o → %s', (kind, change, words) => {
    expect(stateOf(kind, change)).toBe(words)
  })
})

describe('what makes no sense yet', () => {
  it.each([
    ['dateChange', {}, 'not-moved'],
    ['dateChange', { moves: [move(2)] }, null],
    ['dateChange', { untold: ['agenda'] }, 'not-moved'],
    ['dateChange', { untold: ['place'] }, null],
    ['cancellation', {}, 'not-cancelled'],
    ['draftMinutes', {}, 'no-minutes'],
    ['draftMinutes', { minutesState: 'drafting' }, 'meeting-to-come'],
    ['draftMinutes', { ...convened, minutesState: 'drafting', today: '2026-12-17' }, null],
    ['draftMinutes', { ...open, minutesState: 'drafting' }, 'under-way'],
    ['approvedMinutes', { minutesState: 'review' }, 'not-approved'],
    ['convocation', held, 'meeting-over'],
    ['convocation', {}, null],
    ['actionsReminder', held, null],
  ] as const)('%s %o → %s', (kind, change, refusal) => {
    expect(refusalOf(kind, facts(change as Parameters<typeof facts>[0]))).toBe(refusal)
  })
})
