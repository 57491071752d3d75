// What was learnt from files that somebody mended: of this desk only, not in the journal.
import type { Output, Parsed } from '../../contract/index.ts'
import { isSameLayout, LearntLayout } from '../../domain/agenda/reading-habits.ts'
import type { LongContext, ReadContext } from '../context.ts'
import { newId } from '../new-id.ts'

/** Of more the oldest are forgotten. */
const MOST_LAYOUTS = 50

type Kept = LearntLayout & { id: string; learntAt: string }

async function kept({ tx }: Pick<ReadContext, 'tx'>): Promise<Kept[]> {
  const rows = await tx.selectFrom('learntLayout').selectAll().orderBy('learntAt').execute()
  return rows.map(({ id, learntAt, fileName, labels, habits }) => ({
    id,
    learntAt,
    ...LearntLayout.parse({ fileName, labels: JSON.parse(labels), habits: JSON.parse(habits) }),
  }))
}

/** The oldest first. */
export async function learntLayouts(context: ReadContext): Promise<LearntLayout[]> {
  return (await kept(context)).map(({ fileName, labels, habits }) => ({ fileName, labels, habits }))
}

export async function learntFiles(context: ReadContext): Promise<Output<'imports.learnt'>> {
  return (await kept(context))
    .map(({ id, fileName, learntAt, habits }) => ({ id, fileName, learntAt, habits: habits.length }))
    .reverse()
}

export async function learn(
  context: LongContext,
  { fileName, labels, habits }: Parsed<'imports.learn'>,
): Promise<Output<'imports.learn'>> {
  await context.fill(async (tx) => {
    const before = await kept({ tx })
    const same = before.filter((one) => isSameLayout(one.labels, labels))
    const gone = new Set([
      ...same.map(({ id }) => id),
      ...before.slice(0, Math.max(0, before.length - MOST_LAYOUTS + 1)).map(({ id }) => id),
    ])
    if (gone.size > 0)
      await tx
        .deleteFrom('learntLayout')
        .where('id', 'in', [...gone])
        .execute()
    await tx
      .insertInto('learntLayout')
      .values({
        id: newId(context.now),
        learntAt: context.now.toISOString(),
        fileName,
        labels: JSON.stringify(labels),
        habits: JSON.stringify(habits),
      })
      .execute()
  })
  return {}
}

export async function forget(
  context: LongContext,
  { id }: Parsed<'imports.forget'>,
): Promise<Output<'imports.forget'>> {
  await context.fill(async (tx) => {
    await tx.deleteFrom('learntLayout').where('id', '=', id).execute()
  })
  return {}
}
