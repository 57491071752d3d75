// Staged: the texts that a job read of a delivery, in a file beside the data until they are taken in or dropped.
import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { StagedText } from '../../domain/watch-delivery.ts'

const STAGED = 'livraison-en-cours-'

export function stagedPath(dataFolder: string, token: string): string {
  return join(dataFolder, `${STAGED}${token}.ndjson`)
}

/** The staged texts, some at a time. */
export async function* stagedTexts(path: string, size: number): AsyncGenerator<StagedText[]> {
  let batch: StagedText[] = []
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    // Written by our own job, out of bytes that came from outside: looked at again.
    batch.push(StagedText.parse(JSON.parse(line)))
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What a job left that was ended, or a core that died. */
export async function dropStaged(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder))
    if (name.startsWith(STAGED)) await rm(join(dataFolder, name), { force: true })
}
