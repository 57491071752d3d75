import { LINE_LENGTH } from '../../../domain/limits.ts'
import type { ErasedKind, Erasure } from '../../../domain/people/personal-data.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'

/** What is erased is kept a while where this desk alone keeps it; of a server the administration does. */
export async function saveBeside({ team, backup }: LongContext): Promise<void> {
  if (team === null) await backup('regular')
}

/** Notes when, by whom and how much; never what it said. The engine of a team has noted it, and takes it from nobody. */
export async function recordErasure(
  { team, now, who, fill }: LongContext,
  kind: ErasedKind,
  { removed, rewritten }: Erasure,
): Promise<void> {
  if (team !== null) return
  await fill(async (tx) => {
    await tx
      .insertInto('erasure')
      .values({
        id: newId(now),
        kind,
        at: now.toISOString(),
        doneBy: who.slice(0, LINE_LENGTH),
        removed,
        rewritten,
      })
      .execute()
  })
}

/**
 * Has what was erased leave the index of the search and the pages of the file, where SQLite leaves it lying; of a server the
 * bytes of files that nothing names.
 */
export async function wipe({ team, eraseTexts }: LongContext, kind: ErasedKind): Promise<void> {
  if (team === null) {
    let isMore = await eraseTexts(kind, (texts) => texts.mergeIndex(true))
    while (isMore) isMore = await eraseTexts(kind, (texts) => texts.mergeIndex(false))
  }
  await eraseTexts(kind, (texts) => texts.rewriteFile())
}
