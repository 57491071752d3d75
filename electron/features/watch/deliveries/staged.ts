import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StagedText } from '../../../domain/watch/delivery.ts'

const STAGED = 'livraison-en-cours-'
const DROPPED = 'livraison-deposee-'
const LINE_FEED = 10

export function stagedPath(dataFolder: string, token: string): string {
  return join(dataFolder, `${STAGED}${token}.ndjson`)
}

/** The staged texts, some at a time. */
export async function* stagedTexts(path: string, size: number): AsyncGenerator<StagedText[]> {
  let batch: StagedText[] = []
  for await (const line of linesOf(path)) {
    // Written by our own job, out of bytes that came from outside: looked at again.
    batch.push(StagedText.parse(JSON.parse(line)))
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Each ends with a line feed; split before they are decoded, which a reader of lines does the other way round at twice the price. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield bytes.toString('utf8', from, end)
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
}

/** A new folder for one file, instead of any that a core which died left. */
export async function droppedFolder(dataFolder: string): Promise<string> {
  await drop(dataFolder, DROPPED)
  return mkdtemp(join(dataFolder, DROPPED))
}

/** Left by a job that was ended, or by a core that died. */
export function dropStaged(dataFolder: string): Promise<void> {
  return drop(dataFolder, STAGED)
}

async function drop(dataFolder: string, prefix: string): Promise<void> {
  for (const name of await readdir(dataFolder))
    if (name.startsWith(prefix)) await rm(join(dataFolder, name), { recursive: true, force: true })
}
