// A parcel that is a zip, read from the disk part by part; only its directory is in memory.
import { type FileHandle, open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { AppError } from '../../contract/errors.ts'
import { MANIFEST_NAME } from '../../domain/data/parcel.ts'
import { directoryEntries, type Entry, endRecord, partStart } from '../archive.ts'
import { MAX_ENTRIES, MAX_RATIO, RATIO_FLOOR } from './limits.ts'
import type { Source } from './source.ts'

/** The end record and the longest comment after it. */
const END_BYTES = 22 + 0xffff
/** The fixed part of a local header, which the name follows. */
const HEADER_BYTES = 30
const CHUNK = 1 << 20
/** As little as zlib makes room for. */
const LEAST_CHUNK = 64

/** @throws AppError `file-damaged`, `file-inflates`, `file-protected` */
export async function zipSource(path: string): Promise<Source> {
  const file = await open(path, 'r')
  try {
    const entries = await entriesOf(file)
    return {
      sizes: new Map([...entries].map(([name, { size }]) => [name, size])),
      read(name) {
        const entry = entries.get(name)
        if (entry === undefined) throw damaged(`no ${name}`)
        return partOf(file, entry)
      },
      close: () => file.close(),
    }
  } catch (thrown) {
    await file.close()
    throw thrown
  }
}

async function entriesOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - END_BYTES), Math.min(size, END_BYTES))
  const { at, entryCount, directoryOffset } = endRecord(tail)
  const directoryEnd = size - tail.length + at
  if (directoryOffset > directoryEnd || directoryEnd - directoryOffset > MAX_ENTRIES * 1024)
    throw damaged('directory')
  const directory = await bytesAt(file, directoryOffset, directoryEnd - directoryOffset)
  const found: Entry[] = []
  let announced = 0
  for (const entry of directoryEntries(directory, 0, entryCount)) {
    if (entry.name.endsWith('/')) continue
    found.push(entry)
    announced += entry.size
  }
  if (announced > RATIO_FLOOR && announced > size * MAX_RATIO) throw new AppError('file-inflates')
  return byPath(found)
}

/** A parcel zipped by hand lies in one folder of its zip: that folder is left out of its paths. */
function byPath(entries: readonly Entry[]): Map<string, Entry> {
  const manifest = entries.find(({ name }) => /^(?:[^/]+\/)?manifeste\.json$/u.test(name))
  const prefix = manifest?.name.slice(0, -MANIFEST_NAME.length) ?? ''
  const paths = new Map<string, Entry>()
  for (const entry of entries) {
    const path = entry.name.startsWith(prefix) ? entry.name.slice(prefix.length) : entry.name
    if (paths.has(path)) throw damaged('two parts of one name')
    paths.set(path, entry)
  }
  return paths
}

async function* partOf(file: FileHandle, entry: Entry): AsyncGenerator<Uint8Array> {
  // One byte more than the name in the directory: a longer one here is seen to differ.
  const header = await bytesAt(file, entry.localOffset, HEADER_BYTES + entry.written.length + 1, true)
  const packed = rangeOf(file, partStart(header, entry), entry.compressedSize)
  let size = 0
  let sum = 0
  for await (const chunk of entry.method === 0 ? packed : inflated(packed, entry)) {
    size += chunk.length
    if (size > entry.size) throw new AppError('file-inflates')
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (size !== entry.size) throw damaged('part cut short')
  if (sum !== entry.crc) throw damaged('checksum')
}

/** Node's inflater, which stops when nobody takes what comes out: a bomb unfolds no faster than it is counted. */
async function* inflated(
  packed: AsyncIterable<Uint8Array>,
  { method, size }: Entry,
): AsyncGenerator<Uint8Array> {
  if (method !== 8) throw damaged('unknown compression')
  // A parcel has thousands of small parts: each gets the room that it says it needs.
  const inflater = createInflateRaw({ chunkSize: Math.min(CHUNK, Math.max(LEAST_CHUNK, size)) })
  const feeding = (async () => {
    try {
      for await (const chunk of packed) {
        if (inflater.destroyed) return
        if (!inflater.write(chunk))
          await new Promise((resolve) => inflater.once('drain', resolve).once('close', resolve))
      }
      inflater.end()
    } catch (cause) {
      inflater.destroy(cause instanceof Error ? cause : new Error(String(cause)))
    }
  })()
  try {
    yield* inflater as AsyncIterable<Buffer>
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('file-damaged', { cause })
  } finally {
    inflater.destroy()
    await feeding
  }
}

async function* rangeOf(file: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const chunk = await bytesAt(file, start + done, Math.min(CHUNK, length - done))
    yield chunk
    done += chunk.length
  }
}

/** So many bytes of the file; fewer only at its end, and only if `mayEnd`. */
async function bytesAt(file: FileHandle, start: number, length: number, mayEnd = false): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, start + at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  if (at < length && !mayEnd) throw damaged('cut short')
  return bytes.subarray(0, at)
}

function damaged(what: string): AppError {
  return new AppError('file-damaged', { message: `parcel: ${what}` })
}
