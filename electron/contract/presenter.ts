import { z } from 'zod'
import { ItemKind, ItemNature } from '../domain/agenda/agenda.ts'
import { ClockTime, Id, Instant, Line } from '../domain/ids.ts'
import { shell } from './method.ts'

/** The present item. No note, no line, no name of who is there: a strict shape, checked again before it leaves for the window. */
export const PresenterItem = z.strictObject({
  id: Id,
  /** Empty for a welcome or a break. */
  number: z.string(),
  title: Line,
  kind: ItemKind,
  nature: ItemNature.nullable(),
  /** Who presents, as printed, with the organisation. */
  presenter: z.string(),
  plannedMinutes: z.int().nullable(),
  /** Up to the beginning of the stretch that runs. */
  spentMs: z.int().min(0),
  /** Null while nothing runs: suspended, or closed. */
  runningSince: Instant.nullable(),
})
export type PresenterItem = z.infer<typeof PresenterItem>

export const PresenterView = z.strictObject({
  bodyName: Line,
  meetingNumber: z.int().nullable(),
  startTime: ClockTime,
  state: z.enum(['before', 'on', 'suspended', 'closed']),
  suspendedSince: Instant.nullable(),
  closedAt: ClockTime.nullable(),
  /** Null before the opening, and for a meeting without items. */
  item: PresenterItem.nullable(),
  next: z.strictObject({ number: z.string(), title: Line }).nullable(),
})
export type PresenterView = z.infer<typeof PresenterView>

/** The bridge of the presenter's page, `window.presenter`: it reads, it fills the screen, it writes nothing. */
export type PresenterBridge = {
  /** Null while the core cannot answer; the next view comes by `on`. */
  view(): Promise<PresenterView | null>
  /** Hears each new view; returns how to stop. */
  on(listener: (view: PresenterView) => void): () => void
  fullScreen(act: 'toggle' | 'leave'): void
}

export const presenter = {
  /** Opens it (on a second display when there is one), closes it, or only asks. One meeting at a time is shown. */
  'presenter.window': shell('acts', () => [
    z.strictObject({ meetingId: Id, act: z.enum(['ask', 'open', 'close']) }),
    z.strictObject({ isOpen: z.boolean() }),
  ]),
}
