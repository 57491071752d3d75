import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutral } from '../../electron/documents/spreadsheet/sheet.ts'
import { ActionState, isOpenAction } from '../../electron/domain/minutes/action.ts'
import { mayReplace } from '../../electron/domain/minutes/decision.ts'
import {
  actionChecks,
  dueGroup,
  type FollowUpStep,
  followUpEvents,
  lateDays,
  stateAfterMove,
} from '../../electron/domain/minutes/follow-up.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { typedNumber } from '../../electron/features/reads/typed-number.ts'
import { choose, chooseAlso, chooseTo, stillThere } from '../../renderer/parts/grid/selection.ts'

const today = '2027-01-20'
const state = fc.constantFrom(...ActionState.options)
const date = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days))

describe('an action', () => {
  it('is late from the day after its date on, while it is open, and by as many days as have passed', () => {
    fc.assert(
      fc.property(state, fc.option(date), (of, due) => {
        const days = lateDays({ state: of, due }, today)
        expect(days > 0).toBe(isOpenAction({ state: of }) && due !== null && due < today)
        if (days > 0) expect(addDays(due ?? '', days)).toBe(today)
      }),
    )
    expect(lateDays({ state: 'todo', due: today }, today)).toBe(0)
  })

  it('stands in one group: late exactly when an open one is late', () => {
    fc.assert(
      fc.property(fc.option(date), fc.option(date), (due, next) => {
        const group = dueGroup(due, today, next !== null && next < today ? null : next)
        expect(group === 'late').toBe(lateDays({ state: 'todo', due }, today) > 0)
        expect(group === 'undated').toBe(due === null)
      }),
    )
    expect(dueGroup('2027-02-11', today, '2027-02-11')).toBe('beforeNext')
    expect(dueGroup('2027-02-12', today, '2027-02-11')).toBe('later')
    expect(dueGroup('2027-02-12', today, null)).toBe('later')
  })

  it('is postponed by a later date only', () => {
    expect(stateAfterMove('todo', '2027-01-10', '2027-02-10')).toBe('postponed')
    expect(stateAfterMove('inProgress', '2027-02-10', '2027-01-10')).toBe('inProgress')
    expect(stateAfterMove('todo', null, '2027-02-10')).toBe('todo')
  })

  it('is asked about while it is open, for what it lacks', () => {
    const action = { owner: '', organisation: '', ownerId: null, moveCount: 0, due: null }
    expect(actionChecks({ ...action, state: 'todo' }, false)).toEqual(['noOwner', 'noDate'])
    expect(actionChecks({ ...action, state: 'done' }, true)).toEqual([])
    const whole = { ...action, organisation: 'ACD', due: today, state: 'inProgress' } as const
    expect(actionChecks(whole, false)).toEqual([])
    expect(actionChecks({ ...whole, moveCount: 2 }, true)).toEqual(['movedTwice', 'ownerLeft'])
  })
})

describe('a history', () => {
  it('holds every step once, newest first, and says that the date passed only when it did', () => {
    const step = (at: string): FollowUpStep => ({
      id: at,
      actionId: 'a',
      decisionId: null,
      kind: 'state',
      fromValue: 'todo',
      toValue: 'done',
      reason: '',
      at,
      who: 'essai',
    })
    fc.assert(
      fc.property(fc.array(date), fc.option(date), fc.option(date), (days, due, closedOn) => {
        const steps = days.map((day, at) => step(`${day}T12:00:0${at % 10}.000Z`))
        const events = followUpEvents({ createdOn: '2025-01-01', due, closedOn, today }, steps, [])
        const on = events.map((event) => event.on)
        expect(on).toEqual([...on].sort().reverse())
        expect(events.filter(({ kind }) => kind === 'step')).toHaveLength(steps.length)
        expect(events.some(({ kind }) => kind === 'duePassed')).toBe(
          due !== null && due < (closedOn ?? today),
        )
      }),
    )
  })
})

describe('a decision', () => {
  it('never stands in the place of one that, step by step, stands in its own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7))), (wanted) => {
        const replacedBy = new Map<string, string>()
        for (const [old, fresh] of wanted) {
          const [a, b] = [String(old), String(fresh)]
          if (mayReplace({ id: a, date: today }, { id: b, date: today }, replacedBy)) replacedBy.set(a, b)
        }
        for (const start of replacedBy.keys()) {
          let [at, steps]: [string | undefined, number] = [start, 0]
          while (at !== undefined && steps <= replacedBy.size) [at, steps] = [replacedBy.get(at), steps + 1]
          expect(at).toBeUndefined()
        }
      }),
    )
    const earlier = { id: 'b', date: '2026-01-01' }
    expect(mayReplace({ id: 'a', date: today }, earlier, new Map())).toBe(false)
  })
})

describe('what is typed in the filter', () => {
  it('is a number, whole or begun, or words', () => {
    expect(typedNumber('A-2026-09-04')).toEqual({ year: '2026', meeting: 9, rank: 4 })
    expect(typedNumber(' d‑2026-9 ')).toEqual({ year: '2026', meeting: 9, rank: null })
    expect(typedNumber('2026-')).toEqual({ year: '2026', meeting: null, rank: null })
    expect(typedNumber('guide 2026')).toBeNull()
    expect(typedNumber('')).toBeNull()
  })
})

describe('chosen rows', () => {
  const order = ['a', 'b', 'c', 'd']

  it('stretch from the first one, both ways, and one more or less', () => {
    const down = chooseTo(choose('b'), order, 'd')
    expect([...down.ids]).toEqual(['b', 'c', 'd'])
    expect([...chooseTo(down, order, 'a').ids]).toEqual(['a', 'b'])
    expect([...chooseAlso(choose('b'), 'd').ids]).toEqual(['b', 'd'])
    expect([...chooseAlso(chooseAlso(choose('b'), 'd'), 'b').ids]).toEqual(['d'])
  })

  it('that are worked off leave the row in their place chosen', () => {
    expect([...stillThere(choose('b'), order, ['a', 'c', 'd']).ids]).toEqual(['c'])
    expect([...stillThere(choose('d'), order, ['a', 'b', 'c']).ids]).toEqual(['c'])
    expect(stillThere(choose('a'), ['a'], []).ids.size).toBe(0)
    expect([...stillThere(chooseTo(choose('a'), order, 'b'), order, ['b', 'c']).ids]).toEqual(['b'])
  })
})

describe('a cell', () => {
  it('is never a formula, and stays as it is typed otherwise', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(neutral(words)).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
        expect(neutral(words).endsWith(neutral(words).slice(1))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string(), (sign, words) => {
        expect(neutral(`${sign}${words}`).startsWith(`'${sign}`)).toBe(true)
      }),
    )
    expect(neutral('Transmettre la liste = complète')).toBe('Transmettre la liste = complète')
  })
})
