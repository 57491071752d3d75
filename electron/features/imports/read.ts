import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import { settledFor } from '../../db/desk/desk.ts'
import type { ReadFile } from '../../domain/agenda/draft.ts'
import { MOST_READ_BYTES } from '../../domain/limits.ts'
import type { LongContext } from '../context.ts'
import { learntLayouts } from './learnt.ts'
import { readAny } from './read-any.ts'

/** The reading under way on these data: another file takes its place. */
const underWay = new Map<string, AbortController>()

export async function readImport(
  context: LongContext,
  { fileName, bytes, said }: Parsed<'imports.read'>,
): Promise<ReadFile> {
  const { dataFolder, runJob, today } = context
  if (bytes.length === 0) throw new AppError('file-empty')
  if (bytes.length > MOST_READ_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  const learnt = said === undefined ? await context.read(learntLayouts) : []
  underWay.get(dataFolder)?.abort()
  const controller = new AbortController()
  underWay.set(dataFolder, controller)
  try {
    return await readAny(
      { runJob, settled: settledFor(context.ownFolder) },
      { fileName, bytes, today, said, learnt },
      {
        signal: controller.signal,
        onProgress: (done, total) => context.emit({ topic: 'progress', method: 'imports.read', done, total }),
      },
    )
  } finally {
    if (underWay.get(dataFolder) === controller) underWay.delete(dataFolder)
  }
}

export async function stopReading({ dataFolder }: LongContext): Promise<Record<string, never>> {
  underWay.get(dataFolder)?.abort()
  return {}
}
