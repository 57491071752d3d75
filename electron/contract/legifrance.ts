import { z } from 'zod'
import { LegifranceKeys } from '../domain/watch/legifrance.ts'
import { shell } from './method.ts'
import { PasswordState } from './sending.ts'

/** The office's own keys of the gateway PISTE; `clientId` is null until they are given, and nothing is asked before. */
const LegifranceAccess = z.strictObject({ clientId: z.string().nullable(), secret: PasswordState })
export type LegifranceAccess = z.infer<typeof LegifranceAccess>

export const legifrance = {
  'legifrance.access': shell('reads', () => [z.strictObject({}), LegifranceAccess]),
  /** Tried at the gateway first: keys that it refuses are not kept. */
  'legifrance.setKeys': shell('acts', () => [LegifranceKeys, LegifranceAccess]),
  'legifrance.forgetKeys': shell('acts', () => [z.strictObject({}), LegifranceAccess]),
  /** The words of a text of the JO, to be read as pasted ones are. `reference`: a NOR, or a JORFTEXT with its digits. */
  'legifrance.read': shell('acts', () => [
    z.strictObject({ reference: z.string().regex(/^([A-Z]{4}\d{7}[A-Z]|JORFTEXT\d{12})$/) }),
    z.strictObject({ words: z.string() }),
  ]),
}
