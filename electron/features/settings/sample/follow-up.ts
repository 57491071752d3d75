import type { Action } from '../../../domain/minutes/action.ts'
import type { ActionFollowUp, FollowUpStep } from '../../../domain/minutes/follow-up.ts'
import { printedNumber } from '../../../domain/minutes/minutes.ts'
import { addDays } from '../../../domain/time/civil-date.ts'
import type { DemoRows } from './insert.ts'
import { type Random, seeded } from './random.ts'
import { dropReasons, moveReasons, replacedReasons, voidReasons } from './words.ts'

const WHO = 'Secrétariat'

/** Drawn apart from the rest, so that the meetings of a seed stay what they were. */
export function demoFollowUp(rows: DemoRows, seed: string, end: string): void {
  const random = seeded(`${seed} follow-up`)
  const meetings = new Map(rows.meeting.map((meeting) => [meeting.id, meeting]))
  for (const action of rows.action) {
    const meeting = meetings.get(action.meetingId)
    if (meeting === undefined) continue
    if (action.state === 'done') closed({ random, rows, end }, action, meeting.date)
    else open({ random, rows, end }, action, meeting.date)
  }
  decisions({ random, rows, end })
}

type World = { random: Random; rows: DemoRows; end: string }

function closed({ random, rows, end }: World, action: Action, from: string): void {
  const due = action.dueDate ?? addDays(from, 30)
  const isMoved = random.chance(0.2)
  const now = isMoved ? addDays(due, random.between(14, 45)) : due
  const closedOn = [from, addDays(now, random.between(-20, 12)), end].sort()[1] ?? end
  const isDropped = random.chance(0.04)
  const reason = isDropped ? random.pick(dropReasons) : ''
  if (isDropped) action.state = 'dropped'
  if (isMoved) move({ random, rows }, action, due, now, [from, addDays(due, -5)].sort()[1] ?? from)
  const dueDate = isMoved ? now : null
  rows.actionFollowUp.push({ ...beside(action), dueDate, moveCount: isMoved ? 1 : 0, reason, closedOn })
  rows.followUpStep.push(
    step(
      random,
      closedOn,
      { actionId: action.id },
      {
        kind: 'state',
        fromValue: isMoved ? 'postponed' : 'todo',
        toValue: action.state,
        reason,
      },
    ),
  )
}

/** Of what is open some was put off once, some twice; a few have nobody or no date. */
function open({ random, rows, end }: World, action: Action, from: string): void {
  if (random.chance(0.05)) {
    action.dueDate = null
    return
  }
  if (random.chance(0.05)) Object.assign(action, { owner: '', ownerId: null, organisation: '' })
  if (action.dueDate === null || random.chance(0.55)) return
  let due = action.dueDate
  const count = random.chance(0.35) ? 2 : 1
  for (let moved = 0; moved < count; moved += 1) {
    const on = [from, addDays(due, -random.between(1, 10)), end].sort()[1] ?? end
    const to = addDays(due, random.between(15, 45))
    move({ random, rows }, action, due, to, on)
    due = to
  }
  action.state = 'postponed'
  rows.actionFollowUp.push({ ...beside(action), dueDate: due, moveCount: count })
}

function move(
  { random, rows }: Pick<World, 'random' | 'rows'>,
  action: Action,
  fromValue: string,
  toValue: string,
  on: string,
): void {
  const reason = random.pick(moveReasons)
  rows.followUpStep.push(
    step(random, on, { actionId: action.id }, { kind: 'date', fromValue, toValue, reason }),
  )
}

/** Some decisions gave way to a later one, a few lost their object. */
function decisions({ random, rows, end }: World): void {
  const meetings = new Map(rows.meeting.map((meeting) => [meeting.id, meeting]))
  for (const [index, decision] of rows.decision.entries()) {
    const isReplaced = random.chance(0.06)
    if (!isReplaced && !random.chance(0.04)) continue
    // A few meetings later; each replaces one at most.
    const fresh = isReplaced ? rows.decision[index + random.between(12, 30)] : undefined
    const meeting = meetings.get((fresh ?? decision).meetingId)
    if (meeting === undefined || (isReplaced && fresh === undefined)) continue
    const changedOn = fresh === undefined ? ([addDays(meeting.date, 60), end].sort()[0] ?? end) : meeting.date
    const reason = random.pick(fresh === undefined ? voidReasons : replacedReasons)
    const state = fresh === undefined ? 'void' : 'replaced'
    rows.decisionFollowUp.push({
      id: decision.id,
      version: 1,
      state,
      replacedById: fresh?.id ?? null,
      reason,
      changedOn,
    })
    rows.followUpStep.push(
      step(
        random,
        changedOn,
        { decisionId: decision.id },
        {
          kind: 'state',
          fromValue: 'inForce',
          toValue: fresh === undefined ? state : printedNumber('D', meeting, fresh.rank),
          reason,
        },
      ),
    )
  }
}

function beside({ id }: Action): ActionFollowUp {
  return {
    id,
    version: 1,
    dueDate: null,
    owner: null,
    ownerId: null,
    organisation: null,
    moveCount: 0,
    reason: '',
    closedOn: null,
  }
}

function step(
  random: Random,
  on: string,
  of: { actionId: string } | { decisionId: string },
  change: Pick<FollowUpStep, 'kind' | 'fromValue' | 'toValue' | 'reason'>,
): FollowUpStep {
  const at = `${on}T09:00:00.000Z`
  return {
    id: random.id(Date.parse(at)),
    actionId: 'actionId' in of ? of.actionId : null,
    decisionId: 'decisionId' in of ? of.decisionId : null,
    ...change,
    at,
    who: WHO,
  }
}
