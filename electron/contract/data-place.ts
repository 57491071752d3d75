import { z } from 'zod'
import { PlaceRisk } from '../domain/data/data-place.ts'
import { Instant } from '../domain/ids.ts'
import { long, shell } from './method.ts'

export const DataPlace = z.strictObject({
  /** Last part of the folder's name. */
  folderName: z.string(),
  /** Why the place endangers the data; null for this machine's own disk. */
  risk: PlaceRisk.nullable(),
  /** Somebody chose to stay in this very folder. */
  isKept: z.boolean(),
  /** The same of the second folder, where it endangers nothing; null also without one. */
  copies: PlaceRisk.nullable(),
  /** The same of the folder through which desks pass the hand. */
  shared: PlaceRisk.nullable(),
  /** When the data were brought here from another folder, by its last part; `asideName`: where that keeps its former copy. */
  moved: z.strictObject({ at: Instant, fromName: z.string(), asideName: z.string().nullable() }).nullable(),
})
export type DataPlace = z.infer<typeof DataPlace>

/** Files copied, each compared by its hash, and counted again where they arrived. */
export const MovedData = z.strictObject({
  folderName: z.string(),
  files: z.int(),
  sizeBytes: z.int(),
  meetings: z.int(),
})
export type MovedData = z.infer<typeof MovedData>

export const dataPlace = {
  'dataPlace.get': long('reads', () => [z.strictObject({}), DataPlace]),
  /** Stays in this folder; nothing warns of it again as long as the data lie there. */
  'dataPlace.keep': long('saves', () => [z.strictObject({}), DataPlace]),
  /** Moves the data to this machine's own disk, where they usually lie or, with `asks`, where somebody chooses. Null when given up. */
  'dataPlace.move': shell('acts', () => [z.strictObject({ asks: z.boolean() }), MovedData.nullable()]),
  /** Gives up the moving under way; from the moment the new folder counts it goes through. */
  'dataPlace.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
}
