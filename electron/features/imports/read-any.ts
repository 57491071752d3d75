import { createHash } from 'node:crypto'
import type { Jobs, RunJob } from '../../contract/wire.ts'
import { Recent } from '../../db/recent.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { ReadFile } from '../../domain/agenda/draft.ts'
import type { ReadPages } from '../../domain/documents/drawn-pages.ts'

/** The words of files that are looked at: what somebody says of single lines is read again and again. */
const recognised = new Recent<Promise<ReadPages>>(3)

/**
 * Reads a file; of one that is made of pictures the words are recognised first, which takes seconds a page.
 * @param options ends either part, and is told how many pages are recognised
 * @throws AppError what `readFile` and `readScan` refuse, `cancelled`
 */
export async function readAny(
  runJob: RunJob,
  input: Jobs['readFile']['input'],
  options: Parameters<RunJob>[2] = {},
): Promise<ReadFile> {
  const { signal } = options
  try {
    return await runJob('readFile', input, { signal })
  } catch (thrown) {
    if (toAppError(thrown).code !== 'file-scanned') throw thrown
  }
  const key = createHash('sha256').update(input.bytes).digest('hex')
  try {
    const scan = await recognised.get(key, () => runJob('readScan', { bytes: input.bytes }, options))
    return await runJob('readFile', { ...input, scan }, { signal })
  } catch (thrown) {
    recognised.drop(key)
    throw thrown
  }
}
