import { z } from 'zod'
import { AgendaItemFields, MAX_ITEMS } from '../domain/agenda/agenda.ts'
import { CivilDate, Id, Instant, PlainText, Version } from '../domain/ids.ts'
import { Outcome } from '../domain/minutes/minutes.ts'
import {
  ItemPosition,
  ItemPositionFields,
  SessionLine,
  SessionLineFields,
  SessionSpan,
} from '../domain/session/session.ts'
import { long, read, write } from './method.ts'

export const SessionView = z.strictObject({
  meetingId: Id,
  /** Lines typed live or merged from a notebook, oldest first. */
  lines: z.array(SessionLine),
  /** Oldest first; the last one without an end is what is on now. */
  spans: z.array(SessionSpan),
  positions: z.array(ItemPosition),
  /** Items that have an outcome. */
  outcomes: z.array(z.strictObject({ itemId: Id, outcome: Outcome })),
  /** Items that no published version of the agenda has: added in the meeting. */
  addedItemIds: z.array(Id),
})
export type SessionView = z.infer<typeof SessionView>

/** Who can be named in a line, and the next meeting: what the notation is read with. */
export const SessionVocabulary = z.strictObject({
  speakers: z.array(
    z.strictObject({
      label: z.string(),
      keys: z.array(z.string()),
      organisation: z.string(),
      organisationId: Id.nullable(),
      personId: Id.nullable(),
      answering: z.string(),
    }),
  ),
  nextMeeting: CivilDate.nullable(),
})
export type SessionVocabulary = z.infer<typeof SessionVocabulary>

const of = z.strictObject({ meetingId: Id })
const target = z.strictObject({ id: Id, version: Version })
const item = z.strictObject({ meetingId: Id, itemId: Id })

/** Every write returns the whole view: the screen needs no second call. */
export const session = {
  'session.get': read(() => [of, SessionView]),
  'session.vocabulary': read(() => [of, SessionVocabulary]),
  /** Ends the present item, or a suspension, and begins this one. */
  'session.goTo': write('passage à un autre point', () => [item, SessionView]),
  'session.suspend': write('suspension de la séance', () => [of, SessionView]),
  /** The item that was on before the suspension goes on. */
  'session.resume': write('reprise de la séance', () => [of, SessionView]),
  /**
   * A new item after the current one, on the agenda at once, and behind those beside it once members have the agenda: its
   * numbers stay. `id` is chosen by the caller.
   */
  'session.addItem': write('point ajouté en séance', () => [
    z.strictObject({
      id: Id,
      meetingId: Id,
      afterId: Id.nullable(),
      fields: AgendaItemFields.partial().required({ title: true }),
    }),
    SessionView,
  ]),
  /** Postponed, withdrawn, not treated, …: with its standard sentence unless one was written. Null takes it back. */
  'session.setOutcome': write('issue d’un point', () => [
    item.extend({ outcome: Outcome.nullable() }),
    SessionView,
  ]),
  /** Those that nobody came to; what has an outcome keeps it. */
  'session.setUntreated': write('points non traités', () => [
    z.strictObject({ meetingId: Id, itemIds: z.array(Id).max(MAX_ITEMS) }),
    SessionView,
  ]),
  /** Ends what is on; the meeting is held, closed at this hour. Asked again it does nothing. */
  'session.close': write('levée de la séance', () => [of, SessionView], { counted: 'held' }),
  /**
   * A decision or an action becomes a numbered one at once. `id` is chosen by the caller: a resent call adds nothing twice.
   * One without words: `invalid-input`.
   */
  'session.addLine': write('ligne notée en séance', () => [
    z.strictObject({ id: Id, meetingId: Id, at: Instant, fields: SessionLineFields }),
    SessionView,
  ]),
  /**
   * The numbered decision or action follows, except in what somebody wrote otherwise in the minutes; changed into another
   * kind, it goes or comes: `line-reworded` once it was written otherwise or followed up.
   */
  'session.updateLine': write('correction d’une ligne', () => [
    target.extend({ patch: SessionLineFields.partial() }),
    SessionView,
  ]),
  /** With its decision or action; `line-reworded` as above. */
  'session.removeLine': write('retrait d’une ligne', () => [target, SessionView]),
  /**
   * What was being typed when the application last stopped; empty when there was nothing. In a team a line of nobody is from
   * then on of whoever asked first.
   */
  'session.draft': long('reads', () => [of, z.strictObject({ text: PlainText })]),
  /** Kept while it is typed; empty once it is entered. Not in the journal. */
  'session.keepDraft': long('saves', () => [of.extend({ text: PlainText }), z.strictObject({})]),
  /**
   * It takes the place of the position that the organisation had on the item. `insteadOf` is the line that was corrected
   * into it, and goes. Changed meanwhile: `conflict`, and nothing is stored.
   */
  'session.addPosition': write('ajout d’une position', () => [
    item.extend({ id: Id, fields: ItemPositionFields, insteadOf: target.optional() }),
    SessionView,
  ]),
  'session.updatePosition': write('modification d’une position', () => [
    target.extend({ patch: ItemPositionFields.partial() }),
    SessionView,
  ]),
  'session.removePosition': write('retrait d’une position', () => [target, SessionView]),
}
