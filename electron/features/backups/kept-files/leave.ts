import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'

export async function leave(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  files: readonly string[],
  isLeft: boolean,
): Promise<void> {
  for (const sha256 of new Set(files)) {
    if (isLeft)
      await tx
        .insertInto('leftFile')
        .values({ id: newId(now), sha256, leftAt: now.toISOString() })
        .onConflict((on) => on.column('sha256').doNothing())
        .execute()
    else await tx.deleteFrom('leftFile').where('sha256', '=', sha256).execute()
  }
}
