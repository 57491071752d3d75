import { createHash } from 'node:crypto'
import { AppError } from '../../contract/errors.ts'
import type { Jobs, RunJob } from '../../contract/wire.ts'
import { Recent } from '../../db/recent.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { ReadFile } from '../../domain/agenda/draft.ts'
import type { ReadPages } from '../../domain/documents/drawn-pages.ts'
import type { Settled } from '../../domain/managed/policies.ts'
import { asDocx, isOpened } from './old-texts.ts'

type Input = Jobs['readFile']['input']

/** What files that are looked at were made readable by: what somebody says of single lines is read again and again. */
const readable = new Recent<Promise<{ scan: ReadPages } | { docx: Uint8Array }>>(3)

/**
 * Reads a file; of one that is made of pictures the words are recognised first, which takes seconds a page, and an old text is
 * opened by the LibreOffice of this desk.
 * @param options ends either part, and is told how many pages are recognised
 * @throws AppError what `readFile` and `readScan` refuse, `cancelled`
 */
export async function readAny(
  { runJob, settled }: { runJob: RunJob; settled: Settled },
  input: Input,
  options: Parameters<RunJob>[2] = {},
): Promise<ReadFile> {
  const { signal = new AbortController().signal } = options
  let refusal: AppError
  try {
    return await runJob('readFile', input, { signal })
  } catch (thrown) {
    refusal = toAppError(thrown)
  }
  if (refusal.code !== 'file-scanned' && !(await isOpened(refusal.code, settled))) throw refusal
  const key = createHash('sha256').update(input.bytes).digest('hex')
  try {
    const made = await readable.get(key, async () => {
      if (refusal.code === 'file-scanned')
        return { scan: await runJob('readScan', { bytes: input.bytes }, options) }
      const docx = await asDocx(input.bytes, refusal.code, settled, signal)
      if (docx === null) throw refusal
      return { docx }
    })
    if ('scan' in made) return await runJob('readFile', { ...input, scan: made.scan }, { signal })
    const read = await runJob('readFile', { ...input, fileName: 'text.docx', bytes: made.docx }, { signal })
    return { ...read, fileName: input.fileName, sizeBytes: input.bytes.length }
  } catch (thrown) {
    readable.drop(key)
    throw signal.aborted ? new AppError('cancelled') : thrown
  }
}
