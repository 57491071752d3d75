// Contract of observations: what readers of a draft want otherwise, item by item, and what was answered.
import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import { Observation, ObservationFields } from '../domain/observation.ts'
import { read, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })

/** What a person types; where it came from is the application's to say. */
const TypedObservation = ObservationFields.pick({
  itemId: true,
  place: true,
  organisation: true,
  organisationId: true,
  author: true,
  beforeText: true,
  afterText: true,
  comment: true,
})

export const observations = {
  /** Of both papers, in the order in which they came. */
  'observations.list': read(z.strictObject({ meetingId: Id }), z.array(Observation)),
  /** Typed by the secretariat; `id` is chosen by the caller so that a resent call adds nothing twice. */
  'observations.add': write(
    z.strictObject({
      id: Id,
      meetingId: Id,
      paper: ObservationFields.shape.paper,
      fields: TypedObservation.partial(),
    }),
    Observation,
  ),
  /**
   * The answer and its state of any observation; the words of one that was typed here. Those that came in a file or a
   * message stay as they were written (`state-refuses`).
   */
  'observations.update': write(
    target.extend({
      patch: TypedObservation.extend({
        state: ObservationFields.shape.state,
        answer: ObservationFields.shape.answer,
      }).partial(),
    }),
    Observation,
  ),
  'observations.remove': write(target, z.strictObject({ id: Id })),
}
