import { z } from 'zod'
import { CarryProposal, CarrySource, Dismissal, MAX_CARRIED } from '../domain/agenda/carry-over.ts'
import { CivilDate, Id, Line, Version } from '../domain/ids.ts'
import { ActionState } from '../domain/minutes/action.ts'
import { read, write } from './method.ts'

export const CarryOverView = z.strictObject({
  meetingId: Id,
  /** The meeting is still to be prepared: proposals may be taken up. */
  isOpen: z.boolean(),
  /** Items in the order of their meetings, then projects, then texts. */
  proposals: z.array(CarryProposal),
  /** How many projects and texts the list leaves out, which shows the newest. */
  more: z.strictObject({ project: z.int(), watch: z.int() }),
  /** Lines that sooner or later meetings of the series are to take up instead. */
  elsewhere: z.array(
    z.strictObject({ meetingId: Id, date: CivilDate, number: z.int().nullable(), count: z.int() }),
  ),
  /** Of the same series, newest first. */
  dismissed: z.array(Dismissal),
})
export type CarryOverView = z.infer<typeof CarryOverView>

/** An action of an earlier meeting of the series that somebody still has to do. */
export const OpenAction = z.strictObject({
  id: Id,
  meetingId: Id,
  meetingDate: CivilDate,
  /** "A-2026-05-01" */
  number: z.string(),
  text: z.string(),
  owner: Line,
  organisation: Line,
  dueDate: CivilDate.nullable(),
  state: ActionState,
  isLate: z.boolean(),
})
export type OpenAction = z.infer<typeof OpenAction>

const sources = z.array(CarrySource).min(1).max(MAX_CARRIED)

export const carryOver = {
  'carryOver.list': read(() => [z.strictObject({ meetingId: Id }), CarryOverView]),
  /** Late ones first, then by date; those of the meeting itself are not among them. */
  'carryOver.actions': read(() => [z.strictObject({ meetingId: Id }), z.array(OpenAction)]),
  /**
   * Each becomes an item of the meeting, with its documents and links. What this meeting has already is left as it is;
   * what another meeting took meanwhile, or somebody set aside: `conflict`, and nothing is taken. A meeting that is
   * over, in session, or of another series than the items: `state-refuses`.
   */
  'carryOver.take': write('reprise de points restés ouverts', () => [
    z.strictObject({ meetingId: Id, sources }),
    CarryOverView,
  ]),
  /** Not proposed any more, until it is taken back. `meetingId` is the meeting that is being prepared. */
  'carryOver.dismiss': write('points à ne pas reporter', () => [
    z.strictObject({ meetingId: Id, sources, why: Line.trim() }),
    CarryOverView,
  ]),
  'carryOver.takeBack': write('report proposé de nouveau', () => [
    z.strictObject({ meetingId: Id, id: Id, version: Version }),
    CarryOverView,
  ]),
}
