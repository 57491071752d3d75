import { z } from 'zod'
import { CivilDate, Id, Instant, Line, PlainText, Version } from '../ids.ts'
import { civilDate, daysBetween } from '../time/civil-date.ts'
import { type ActionState, isOpenAction } from './action.ts'

/** The later life of an action; null: as printed. */
export const ActionFollowUp = z.strictObject({
  /** The action's own. */
  id: Id,
  version: Version,
  dueDate: CivilDate.nullable(),
  /** Who does it now, once the minutes are approved and somebody else took over. */
  owner: Line.nullable(),
  ownerId: Id.nullable(),
  organisation: Line.nullable(),
  /** How often a date that there was gave way to another one. */
  moveCount: z.int().min(0),
  /** Why it was given up; empty otherwise. */
  reason: PlainText,
  /** The day on which it was done or given up; null while it is open. */
  closedOn: CivilDate.nullable(),
})
export type ActionFollowUp = z.infer<typeof ActionFollowUp>

/** One change: of a date, of who does it, of a state. Kept for good, but for an undo. */
export const FollowUpStep = z.strictObject({
  id: Id,
  actionId: Id.nullable(),
  decisionId: Id.nullable(),
  kind: z.enum(['date', 'owner', 'state']),
  /** A civil date, names, or a state; empty when there was none. Of a replaced decision: the number of the other. */
  fromValue: z.string(),
  toValue: z.string(),
  reason: PlainText,
  at: Instant,
  who: z.string(),
})
export type FollowUpStep = z.infer<typeof FollowUpStep>

/** Open actions that a secretariat looks at now and then. */
export const FollowUpCheck = z.enum(['noOwner', 'noDate', 'movedTwice', 'ownerLeft'])
export type FollowUpCheck = z.infer<typeof FollowUpCheck>

/** A date that was moved so many times is worth a question. */
export const MANY_MOVES = 2

type Followed = { state: ActionState; due: CivilDate | null }

/** Days by which an open action is late; 0 when it is not. The day itself is still in time. */
export function lateDays({ state, due }: Followed, today: CivilDate): number {
  if (due === null || due >= today || !isOpenAction({ state })) return 0
  return daysBetween(due, today)
}

/** In the order in which they are shown. */
export const dueGroups = ['late', 'beforeNext', 'later', 'undated'] as const
export type DueGroup = (typeof dueGroups)[number]

/** Where an open action stands among the others. Without a next meeting nothing is before it. */
export function dueGroup(due: CivilDate | null, today: CivilDate, nextMeeting: CivilDate | null): DueGroup {
  if (due === null) return 'undated'
  if (due < today) return 'late'
  return nextMeeting !== null && due <= nextMeeting ? 'beforeNext' : 'later'
}

/** The state that a new date gives: a date that gives way to a later one postpones the action. */
export function stateAfterMove(state: ActionState, from: CivilDate | null, to: CivilDate): ActionState {
  return from !== null && to > from ? 'postponed' : state
}

/** Reasons to look at an action; none for one that is closed. */
export function actionChecks(
  action: Followed & { owner: string; organisation: string; ownerId: string | null; moveCount: number },
  ownerLeft: boolean,
): FollowUpCheck[] {
  if (!isOpenAction(action)) return []
  const found: Readonly<Record<FollowUpCheck, boolean>> = {
    noOwner: action.ownerId === null && action.owner.trim() === '' && action.organisation.trim() === '',
    noDate: action.due === null,
    movedTwice: action.moveCount >= MANY_MOVES,
    ownerLeft,
  }
  return FollowUpCheck.options.filter((check) => found[check])
}

/** One stop of the thread that tells the history of an action or a decision. */
export const FollowUpEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('created'), on: CivilDate }),
  z.strictObject({ kind: z.literal('step'), on: CivilDate, step: FollowUpStep }),
  z.strictObject({ kind: z.literal('duePassed'), on: CivilDate }),
  /** A message recalled it to whoever does it. */
  z.strictObject({ kind: z.literal('reminded'), on: CivilDate, name: z.string() }),
])
export type FollowUpEvent = z.infer<typeof FollowUpEvent>

const rank: Readonly<Record<FollowUpEvent['kind'], number>> = {
  created: 0,
  duePassed: 1,
  reminded: 2,
  step: 3,
}

/**
 * The history, newest first; of one day in the order in which things can only have come.
 * @param reminders days on which it was recalled, and to whom.
 */
export function followUpEvents(
  of: { createdOn: CivilDate; due: CivilDate | null; closedOn: CivilDate | null; today: CivilDate },
  steps: readonly FollowUpStep[],
  reminders: readonly { on: CivilDate; name: string }[],
): FollowUpEvent[] {
  const events: FollowUpEvent[] = [
    { kind: 'created', on: of.createdOn },
    ...steps.map((step) => ({ kind: 'step' as const, on: civilDate(new Date(step.at)), step })),
    ...reminders.map((reminder) => ({ kind: 'reminded' as const, ...reminder })),
  ]
  const end = of.closedOn ?? of.today
  if (of.due !== null && of.due < end) events.push({ kind: 'duePassed', on: of.due })
  return events
    .map((event, index) => ({ event, index }))
    .sort(
      (a, b) =>
        b.event.on.localeCompare(a.event.on) || rank[b.event.kind] - rank[a.event.kind] || b.index - a.index,
    )
    .map(({ event }) => event)
}
