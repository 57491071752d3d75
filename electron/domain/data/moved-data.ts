import { z } from 'zod'
import { Instant } from '../ids.ts'

/** In the folder that was left: from the moment it is there, the data are those of the other folder. */
export const MOVED_NOTE = 'donnees-deplacees.json'

export const MovedNote = z.strictObject({
  kind: z.literal('seances-inp/donnees-deplacees'),
  /** For whoever opens the file: what it says, in French. */
  readMe: z.string().max(1_000),
  to: z.string().min(1).max(4_000),
  /** The machine that has the other folder, by its own name and as the desks know it. */
  host: z.string().max(300),
  machineName: z.string().max(80),
  who: z.string().max(200),
  at: Instant,
})
export type MovedNote = z.infer<typeof MovedNote>

/** In the new folder. */
export const MOVED_ORIGIN = 'provenance.json'

export const MovedOrigin = z.strictObject({
  kind: z.literal('seances-inp/provenance'),
  from: z.string().min(1).max(4_000),
  at: Instant,
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Of the database as it arrived. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `begun`: never opened here, and may be copied again. */
  state: z.enum(['begun', 'opened']),
  /** Where the copy that was left lies within the former folder; null until it went aside. */
  asideName: z.string().nullable(),
})
export type MovedOrigin = z.infer<typeof MovedOrigin>
