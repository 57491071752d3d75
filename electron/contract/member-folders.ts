import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { shell } from './method.ts'

export const memberFolders = {
  /**
   * One page for each organisation that sits on the day of the meeting, written into a folder that is asked for; null when
   * given up. `nobody-convened` when nobody sits.
   */
  'memberFolders.write': shell('acts', () => [
    z.strictObject({ meetingId: Id }),
    z.strictObject({ fileNames: z.array(z.string()) }).nullable(),
  ]),
}
