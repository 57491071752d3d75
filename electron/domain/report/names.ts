import { z } from 'zod'
import type { Naming } from '../people/printed-organisation.ts'
import { foldOnce } from '../text/fold.ts'

/** A college, an organisation or the owner of a project, under one name whatever was printed. */
export const Named = z.strictObject({
  /** On the last day of the period, of what the directory knows; else as printed. */
  name: z.string(),
  /** Its earlier names that stand in the rows counted here. */
  formerly: z.array(z.string()),
  /** Its name of today, when it changed after the period. */
  since: z.string().nullable(),
})
export type Named = z.infer<typeof Named>

/** One thing, whatever it was called: by its id where the directory knows it, else by its folded words. */
export function identities(namings: ReadonlyMap<string, Naming>) {
  const fold = foldOnce()
  return {
    keyOf: (printed: string, id: string | null) => id ?? fold(printed.trim()),
    named: (known: Named | undefined, printed: string, id: string | null): Named => {
      const naming = namings.get(id ?? '')
      const name = naming?.name ?? known?.name ?? printed.trim()
      // Only names that somebody reads in the lists of the period: a name of long ago explains nothing.
      const now = naming?.earlier.find((one) => fold(one) === fold(printed.trim()))
      const before = known?.formerly ?? []
      return {
        name,
        formerly: now === undefined || before.includes(now) ? before : [...before, now],
        since: naming?.since ?? null,
      }
    },
  }
}
