import { z } from 'zod'
import { ParcelFault } from '../domain/data/parcel.ts'
import { long, shell } from './method.ts'

/** `damagedPieces`: kept files that were no longer what they had been, and came along as they are. */
export const ExportedProfile = z.strictObject({
  /** Opens or shows it in this run, as any saved document. */
  token: z.string(),
  fileName: z.string(),
  meetings: z.int(),
  pieces: z.int(),
  damagedPieces: z.int(),
})
export type ExportedProfile = z.infer<typeof ExportedProfile>

/** Taken whole, or refused with the files that are not what they should be; then nothing has changed. */
export const ImportedProfile = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('taken'), meetings: z.int() }),
  z.strictObject({ state: z.literal('refused'), faults: z.array(ParcelFault).max(200), faultCount: z.int() }),
])
export type ImportedProfile = z.infer<typeof ImportedProfile>

export const profile = {
  /** Asks where, then writes the whole profile from a verified backup made for it. Null when given up. */
  'profile.export': shell('acts', () => [
    z.strictObject({ form: z.enum(['folder', 'zip']) }),
    ExportedProfile.nullable(),
  ]),
  /** Asks for an export, verifies it, and puts it in place of the present data, which are kept as a verified backup. */
  'profile.import': shell('acts', () => [
    z.strictObject({ form: z.enum(['folder', 'zip']) }),
    ImportedProfile.nullable(),
  ]),
  /** Ends what is under way: nothing of it stays. */
  'profile.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
}
