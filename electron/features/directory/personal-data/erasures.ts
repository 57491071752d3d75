import type { DueKind, Erasure } from '../../../domain/people/personal-data.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'

/** Notes when, by whom and how much; never what it said. */
export function recordErasure(
  { now, who, fill }: LongContext,
  kind: DueKind | 'person',
  { removed, rewritten }: Erasure,
): Promise<void> {
  return fill(async (tx) => {
    await tx
      .insertInto('erasure')
      .values({
        id: newId(now),
        kind,
        at: now.toISOString(),
        doneBy: who.slice(0, 500),
        removed,
        rewritten,
      })
      .execute()
  })
}

/** Has what was erased leave the index of the search and the pages of the file, where SQLite leaves it lying. */
export async function wipe({ eraseTexts }: LongContext): Promise<void> {
  let isMore = await eraseTexts((texts) => texts.mergeIndex(true))
  while (isMore) isMore = await eraseTexts((texts) => texts.mergeIndex(false))
  await eraseTexts((texts) => texts.rewriteFile())
}
