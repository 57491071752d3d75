// Annexes are examined in jobs that can be killed; a file that kills its examiner is unreadable.
import { access } from 'node:fs/promises'
import type { Method } from '../../../contract/index.ts'
import { keptPath } from '../../../db/files/store.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { splitName } from '../../../domain/documents/document-name.ts'
import {
  type AnnexFate,
  type BookAnnex,
  MAX_ANNEX_BYTES,
  MAX_BOOK_BYTES,
} from '../../../domain/documents/meeting-book.ts'
import type { LongContext } from '../../context.ts'

/** So many files at a time in one process: starting one for each would take longer than the work. */
const BATCH = 8
const damaged: AnnexFate = { goes: 'attached', why: 'damaged' }

/** Fates by hash: bytes never change under a hash. Files that are gone are not remembered: they may come back. */
const known = new Map<string, AnnexFate>()
/** So many are remembered. */
const MAX_KNOWN = 2000

export type Asking = { method: Method; signal: AbortSignal }

/**
 * One fate for each annex, in their order.
 * @param forced fates by hash that a making found out, against what examining said.
 */
export async function fatesOf(
  context: LongContext,
  annexes: readonly BookAnnex[],
  { method, signal }: Asking,
  forced: ReadonlyMap<string, AnnexFate>,
): Promise<AnnexFate[]> {
  const found = new Map(forced)
  const open: BookAnnex[] = []
  for (const annex of annexes) {
    if (found.has(annex.sha256)) continue
    const fate = (await isThere(context, annex)) ? knownFate(annex) : ({ goes: 'missing' } as const)
    if (fate === undefined) open.push(annex)
    found.set(annex.sha256, fate ?? damaged)
  }
  for (let done = 0; done < open.length; done += BATCH) {
    context.emit({ topic: 'progress', method, done, total: open.length })
    const batch = open.slice(done, done + BATCH)
    for (const [index, fate] of (await examineBatch(context, batch, signal)).entries()) {
      const { sha256 } = batch[index] ?? { sha256: '' }
      found.set(sha256, fate)
      if (fate.goes !== 'missing') remember(sha256, fate)
    }
  }
  return withinBook(annexes, (annex) => found.get(annex.sha256) ?? damaged)
}

function knownFate({ sha256, sizeBytes, fileName }: BookAnnex): AnnexFate | undefined {
  if (sizeBytes <= MAX_ANNEX_BYTES) return known.get(sha256)
  return { goes: 'zip', why: splitName(fileName).extension.toLowerCase() === 'pdf' ? 'size' : 'format' }
}

function remember(sha256: string, fate: AnnexFate): void {
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(sha256, fate)
}

async function isThere({ dataFolder }: LongContext, { sha256 }: BookAnnex): Promise<boolean> {
  return access(keptPath(dataFolder, sha256)).then(
    () => true,
    () => false,
  )
}

/** A file that ends a batch is found by examining its files one by one. */
async function examineBatch(
  context: LongContext,
  batch: readonly BookAnnex[],
  signal: AbortSignal,
): Promise<AnnexFate[]> {
  const files = batch.map(({ sha256, fileName }) => ({
    path: keptPath(context.dataFolder, sha256),
    sha256,
    fileName,
  }))
  try {
    signal.throwIfAborted()
    return (await context.runJob('examineAnnexes', { files }, { signal })).fates
  } catch (thrown) {
    signal.throwIfAborted()
    if (toAppError(thrown).code === 'cancelled') throw thrown
    if (batch.length === 1) return [damaged]
    const fates: AnnexFate[] = []
    for (const one of batch) fates.push(...(await examineBatch(context, [one], signal)))
    return fates
  }
}

/** Annexes that would make the book too heavy to open go beside it, the last first. */
function withinBook(annexes: readonly BookAnnex[], fateOf: (annex: BookAnnex) => AnnexFate): AnnexFate[] {
  let bytes = 0
  return annexes.map((annex) => {
    const fate = fateOf(annex)
    if (fate.goes !== 'merged' && fate.goes !== 'attached') return fate
    if (bytes + annex.sizeBytes > MAX_BOOK_BYTES) return { goes: 'zip', why: 'size' }
    bytes += annex.sizeBytes
    return fate
  })
}
