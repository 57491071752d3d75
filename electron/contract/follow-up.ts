import { z } from 'zod'
import { CivilDate, Id, Line, PlainText, Version } from '../domain/ids.ts'
import { Action, ActionState } from '../domain/minutes/action.ts'
import { Decision, DecisionStanding, DecisionState } from '../domain/minutes/decision.ts'
import { dueGroups, FollowUpCheck, FollowUpEvent, FollowUpStep } from '../domain/minutes/follow-up.ts'
import { read, write } from './method.ts'

/** Where a decision or an action was noted. */
const Origin = z.strictObject({
  date: CivilDate,
  /** Of the meeting. */
  number: z.int().nullable(),
  title: z.string(),
  /** "3.1"; empty when the item is no longer numbered. */
  itemNumber: z.string(),
  itemTitle: z.string(),
  /** Minutes that are approved: their words no longer change. */
  isApproved: z.boolean(),
  /** Numbers stand still from the first sending of the draft on. */
  isNumbered: z.boolean(),
})

export const ActionRow = z.strictObject({
  /** As the minutes print it; its version is the one that writes ask for. */
  action: Action,
  /** As it stands now. */
  now: z.strictObject({
    due: CivilDate.nullable(),
    owner: z.string(),
    ownerId: Id.nullable(),
    organisation: z.string(),
    moveCount: z.int().min(0),
    reason: z.string(),
    closedOn: CivilDate.nullable(),
  }),
  origin: Origin,
  checks: z.array(FollowUpCheck),
})
export type ActionRow = z.infer<typeof ActionRow>

/** A decision or an action as others name it. */
const Named = z.strictObject({
  id: Id,
  date: CivilDate,
  number: z.int().nullable(),
  rank: z.int(),
  text: z.string(),
})
export type Named = z.infer<typeof Named>

export const DecisionRow = z.strictObject({
  decision: Decision,
  now: z.strictObject({
    /** The one that writes ask for: 0 while nothing became of it. */
    version: z.int().min(0),
    state: DecisionState,
    standing: DecisionStanding,
    replacedBy: Named.nullable(),
    reason: z.string(),
    changedOn: CivilDate.nullable(),
  }),
  origin: Origin,
})
export type DecisionRow = z.infer<typeof DecisionRow>

const words = z.string().max(200)

/** Filters of the list; null and empty: everything. */
export const ActionFilter = z.strictObject({
  /** Words of the action, its owner or organisation; or a number, whole or begun: "A-2026-09". */
  words,
  states: z.array(ActionState).max(ActionState.options.length),
  /** A person's id or, of one that the directory does not know, the printed name. */
  owner: Line.nullable(),
  organisation: Line.nullable(),
  meetingId: Id.nullable(),
  seriesId: Id.nullable(),
  /** Of the meetings before this one in its series, those that it goes through. */
  beforeMeetingId: Id.optional(),
  lateOnly: z.boolean(),
  /** Open actions that a check names; `any`: at least one does. */
  check: z.enum(['any', ...FollowUpCheck.options]).nullable(),
})
export type ActionFilter = z.infer<typeof ActionFilter>

export const DecisionFilter = z.strictObject({
  words,
  state: DecisionStanding.nullable(),
  meetingId: Id.nullable(),
  seriesId: Id.nullable(),
})
export type DecisionFilter = z.infer<typeof DecisionFilter>

/** `due`: without a date last. `number`: by meeting, then as printed. */
export const ActionSort = z.strictObject({
  by: z.enum(['due', 'number', 'text', 'owner', 'closed']),
  descending: z.boolean(),
})
export type ActionSort = z.infer<typeof ActionSort>

/** `number`: by meeting, then as printed. */
export const DecisionSort = z.strictObject({
  by: z.enum(['number', 'text', 'state']),
  descending: z.boolean(),
})
export type DecisionSort = z.infer<typeof DecisionSort>

const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }

/** As many as are chosen at once at most. */
const targets = z
  .array(z.strictObject({ id: Id, version: Version }))
  .min(1)
  .max(500)
const why = PlainText.refine((reason) => reason.trim() !== '')

/** Choices to narrow the whole list, each with how many it would show. */
export const FollowUpChoices = z.strictObject({
  owners: z.array(z.strictObject({ key: z.string(), name: z.string(), organisation: z.string() })),
  organisations: z.array(z.string()),
  /** Newest first; only those with a decision or an action. */
  meetings: z.array(
    z.strictObject({ id: Id, date: CivilDate, number: z.int().nullable(), seriesId: Id.nullable() }),
  ),
  series: z.array(z.strictObject({ id: Id, name: z.string() })),
})
export type FollowUpChoices = z.infer<typeof FollowUpChoices>

/** The list as it is narrowed, whole. */
export const ExportedRegister = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('actions'), filter: ActionFilter, sort: ActionSort }),
  z.strictObject({ of: z.literal('decisions'), filter: DecisionFilter, sort: DecisionSort }),
])
export type ExportedRegister = z.infer<typeof ExportedRegister>

export const followUp = {
  'followUp.counts': read(() => [
    z.strictObject({}),
    z.strictObject({
      open: z.int(),
      late: z.int(),
      closed: z.int(),
      decisions: z.int(),
      /** Open actions that a check names. */
      toCheck: z.int(),
    }),
  ]),
  'followUp.choices': read(() => [z.strictObject({}), FollowUpChoices]),
  'followUp.actions': read(() => [
    z.strictObject({
      ...{ filter: ActionFilter, sort: ActionSort, ...page },
      /** The meeting before which things are due, instead of the next one from today on. */
      next: CivilDate.nullable().optional(),
    }),
    z.strictObject({
      rows: z.array(ActionRow),
      total: z.int(),
      /** How many of the whole list stand in each group. */
      groups: z.record(z.enum(dueGroups), z.int()),
      nextMeeting: z.strictObject({ date: CivilDate, number: z.int().nullable() }).nullable(),
    }),
  ]),
  'followUp.decisions': read(() => [
    z.strictObject({ filter: DecisionFilter, sort: DecisionSort, ...page }),
    z.strictObject({ rows: z.array(DecisionRow), total: z.int() }),
  ]),
  'followUp.action': read(() => [
    z.strictObject({ id: Id }),
    z.strictObject({
      row: ActionRow,
      /** Newest first. */
      events: z.array(FollowUpEvent),
      /** Oldest first. */
      moves: z.array(FollowUpStep),
      /** Decisions of the same item. */
      decisions: z.array(Named),
      /** Of the meeting where it was decided: who answers for an organisation is told by it. */
      seriesId: Id.nullable(),
    }),
  ]),
  'followUp.decision': read(() => [
    z.strictObject({ id: Id }),
    z.strictObject({
      row: DecisionRow,
      events: z.array(FollowUpEvent),
      /** Those that it stands in the place of. */
      replaces: z.array(Named),
      /** Actions of the same item. */
      actions: z.array(Named.extend({ state: ActionState })),
    }),
  ]),
  /**
   * À faire, en cours, réalisée (`on`, today when it is not said), abandonnée (`reason` asked for). All or none, in one
   * journal entry; the minutes' own words are left alone, approved or not. Closed already: `on` and `reason` are corrected.
   */
  'followUp.setActionState': write('suivi d’une action', () => [
    z.strictObject({
      targets,
      state: ActionState.exclude(['postponed']),
      reason: PlainText,
      on: CivilDate.nullable(),
    }),
    z.array(ActionRow),
  ]),
  /**
   * Another date beside the printed one. `invalid-input` (`to`) when it is the present one or before the meeting;
   * `state-refuses` when one of them is closed.
   */
  'followUp.postpone': write('report d’une action', () => [
    z.strictObject({ targets, to: CivilDate, reason: why }),
    z.array(ActionRow),
  ]),
  /** Somebody else does it: in the minutes while they can change, beside them once they are approved. */
  'followUp.reassign': write('changement de responsable d’une action', () => [
    z.strictObject({
      targets,
      owner: Line,
      ownerId: Id.nullable(),
      organisation: Line,
      reason: PlainText,
    }),
    z.array(ActionRow),
  ]),
  /**
   * `replaced` asks for the decision in its place (`invalid-input`, `replacedById`: itself, an earlier one, or one that is
   * replaced by it), `void` for a reason.
   */
  'followUp.setDecisionState': write('suivi d’une décision', () => [
    z.strictObject({
      id: Id,
      version: z.int().min(0),
      state: DecisionState,
      replacedById: Id.nullable(),
      reason: PlainText,
    }),
    DecisionRow,
  ]),
  /** To whom a reminder would go, for an organisation who answers for it, each with all that is open: what is late first. */
  'followUp.reminders': read(() => [
    z.strictObject({}),
    z.array(
      z.strictObject({
        name: z.string(),
        /** Empty: the message is prepared, and cannot leave before it has one. */
        email: z.string(),
        actions: z.array(
          z.strictObject({ id: Id, number: z.string(), text: PlainText, lateDays: z.int().min(0) }),
        ),
      }),
    ),
  ]),
  /**
   * One draft of a reminder for each owner of the open actions named (null: of all), with everything open that is theirs,
   * late ones first. They belong to the last meeting held; without one, `not-found`. Answers where they are.
   */
  'followUp.prepareReminders': write('préparation des rappels d’actions', () => [
    z.strictObject({ actionIds: z.array(Id).min(1).max(500).nullable() }),
    z.strictObject({ meetingId: Id, dispatchIds: z.array(Id) }),
  ]),
}
