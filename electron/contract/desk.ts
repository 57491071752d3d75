// What passes between the window and the desk around it.
import { z } from 'zod'
import { Id, Instant } from '../domain/ids.ts'
import { long, read, shell } from './method.ts'

/** What the application was asked to show from outside: by a link, or by a file that was opened with it. */
export const Asked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['meeting', 'text']), id: Id }),
  z.strictObject({ kind: z.literal('backup'), fileName: z.string() }),
])
export type Asked = z.infer<typeof Asked>

/** Whether there is a newer version, and how far it is on its way here. */
const UpdateState = z.discriminatedUnion('standing', [
  /**
   * `elsewhere`: whoever runs this machine brings new versions; nothing is looked for from here.
   * `failed`: one was to be put in the place of this one when the application closed last, and could not.
   */
  z.strictObject({ standing: z.enum(['elsewhere', 'unasked', 'newest', 'failed']) }),
  z.strictObject({ standing: z.literal('offered'), version: z.string(), bytes: z.int().nullable() }),
  z.strictObject({ standing: z.literal('ready'), version: z.string() }),
])
export type UpdateState = z.infer<typeof UpdateState>

const Switched = z.strictObject({ isOn: z.boolean() })

export const desk = {
  /** Told once. The event of this name says that there is something to be told. */
  'desk.asked': shell('acts', () => [z.strictObject({}), Asked.nullable()]),
  /** Answers `save-now`: whether nothing that was typed is unstored now that everything was sent. */
  'desk.saved': shell('acts', () => [z.strictObject({ isStored: z.boolean() }), z.strictObject({})]),
  /** Meetings opened last, newest first, for the jump list of Windows and the dock of macOS. */
  'desk.showRecent': shell('acts', () => [
    z.strictObject({
      title: z.string().max(100),
      meetings: z.array(z.strictObject({ id: Id, title: z.string().max(200) })).max(10),
    }),
    z.strictObject({}),
  ]),
  /** Whether the system's notifications say once a day what is due. */
  'desk.dueNotices': read(() => [z.strictObject({}), Switched]),
  'desk.switchDueNotices': long('saves', () => [Switched, Switched]),
  /** What went wrong on this machine, kept on it alone. */
  'desk.incidents': shell('reads', () => [
    z.strictObject({}),
    z.strictObject({ count: z.int(), lastAt: Instant.nullable() }),
  ]),
  'desk.updates': shell('reads', () => [z.strictObject({}), UpdateState]),
  'desk.lookForUpdate': shell('acts', () => [z.strictObject({}), UpdateState]),
  'desk.fetchUpdate': shell('acts', () => [z.strictObject({}), UpdateState]),
  /** Closes as a person does, then has the system put the new version in the place of this one; never under a meeting in session or unsaved text. */
  'desk.installUpdate': shell('acts', () => [z.strictObject({}), UpdateState]),
  /** Opens the last one in the system's own program for texts. */
  'desk.showIncident': shell('acts', () => [z.strictObject({}), z.strictObject({})]),
}
