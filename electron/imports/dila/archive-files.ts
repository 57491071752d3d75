// The files of a tar, compressed or not, as they stream by. Nothing is unpacked to the disk; what does not stop
// unfolding is given up, and what was read before an archive's early end stays read.

import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Parser } from 'tar/parse'
import type { ReadEntry } from 'tar/read-entry'
import { AppError } from '../../contract/errors.ts'
import { MAX_RATIO, RATIO_FLOOR } from '../parcel/limits.ts'
import { isDeletionList, MAX_FILE_BYTES, type SourceFile, stampIn } from './source-file.ts'

type Told = {
  name: string
  stamp: string
  onBytes: (done: number) => void
  onCut: () => void
}

const FILE_TYPES: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile'])

/** @throws AppError `file-format-unknown` when nothing of it is an archive, `file-inflates` */
export async function* archiveFiles(packed: Readable, told: Told): AsyncGenerator<SourceFile> {
  const ready: SourceFile[] = []
  let cut = false
  let entries = 0
  const parser = new Parser({
    onReadEntry(entry) {
      entries += 1
      collect(entry, told.stamp, ready)
    },
  })
  parser.on('warn', (code: string) => {
    if (code === 'TAR_BAD_ARCHIVE' || code === 'TAR_ENTRY_INVALID' || code === 'TAR_ABORT') cut = true
  })
  parser.on('error', () => {
    cut = true
  })
  try {
    for await (const chunk of unfolded(packed, told.onBytes)) {
      parser.write(chunk)
      yield* ready.splice(0)
    }
    const ended = new Promise<void>((resolve) => {
      parser.once('end', resolve)
      parser.once('abort', resolve)
    })
    parser.end()
    await ended
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    cut = true
  }
  yield* ready.splice(0)
  if (entries === 0) throw new AppError('file-format-unknown')
  if (cut) told.onCut()
}

function collect(entry: ReadEntry, stamp: string, ready: SourceFile[]): void {
  const at = { name: entry.path.slice(-300), stamp: stamp === '' ? stampIn(entry.path) : stamp }
  const refuse = (refused: 'badName' | 'notAFile' | 'tooLarge') => {
    ready.push({ ...at, refused })
    entry.resume()
  }
  if (entry.type === 'Directory') entry.resume()
  else if (namesOutside(entry.path)) refuse('badName')
  else if (!FILE_TYPES.has(entry.type)) refuse('notAFile')
  else if (!/\.xml$/i.test(entry.path) && !isDeletionList(entry.path)) entry.resume()
  else if (entry.size > MAX_FILE_BYTES) refuse('tooLarge')
  else {
    const chunks: Buffer[] = []
    entry.on('data', (chunk) => chunks.push(chunk))
    entry.on('end', () => {
      const bytes = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)
      // Ends early where the archive does: that is told by itself.
      if (bytes.length === entry.size) ready.push({ ...at, bytes })
    })
  }
}

/** Nothing is written under these names; an archive that bears them is not of whom it says. */
function namesOutside(path: string): boolean {
  return /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path) || /^(?:[\\/]|[a-z]:)/i.test(path) || path.includes('\0')
}

async function* unfolded(packed: Readable, onBytes: (done: number) => void): AsyncGenerator<Buffer> {
  let taken = 0
  let given = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of packed as AsyncIterable<Buffer>) {
      taken += chunk.length
      onBytes(taken)
      yield chunk
    }
  }
  const source = counted()
  const first = await source.next()
  if (first.done === true) return
  const all = async function* () {
    yield first.value
    yield* source
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all()
    return
  }
  const out = new PassThrough()
  const failed = pipeline(all, createGunzip({ chunkSize: 256 * 1024 }), out).catch(
    (thrown: unknown) => thrown,
  )
  try {
    for await (const chunk of out as AsyncIterable<Buffer>) {
      given += chunk.length
      if (given > RATIO_FLOOR && given > taken * MAX_RATIO) throw new AppError('file-inflates')
      yield chunk
    }
  } finally {
    out.destroy()
    packed.destroy()
    await failed
  }
}
