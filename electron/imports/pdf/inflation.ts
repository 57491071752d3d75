// Counts what the compressed streams of a PDF unfold to, before pdf.js unfolds them without a bound.

import { inflateSync } from 'node:zlib'
import { AppError } from '../../contract/errors.ts'
import { MOST_READ_BYTES } from '../../domain/limits.ts'

const TOTAL_BYTES = 200 * 1024 * 1024
/** A stream compressed again and again is made to hide what it holds. */
const MAX_LAYERS = 3

/**
 * @throws AppError `file-inflates` when a stream, or all of them, unfold past a bound. Streams that are not deflated, or
 *   broken, are left to the reader, which takes them as they are.
 */
export function checkInflation(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    let start = at + 6
    if (file[start] === 0x0d) start += 1
    if (file[start] === 0x0a) start += 1
    // "endstream" holds the word too; zlib data begin with this byte (RFC 1950, window of 32 kB).
    if (file[start] !== 0x78) continue
    const stop = file.indexOf('endstream', start)
    total += inflated(file.subarray(start, stop < 0 ? file.length : stop), 1)
    if (total > TOTAL_BYTES) throw new AppError('file-inflates')
  }
}

/** Length of a stream once unfolded, 0 when it is none. */
function inflated(packed: Buffer, layer: number): number {
  const plain = unfold(packed)
  if (plain === null) return 0
  if (plain[0] !== 0x78) return plain.length
  if (layer >= MAX_LAYERS) throw new AppError('file-inflates')
  return plain.length + inflated(plain, layer + 1)
}

function unfold(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_READ_BYTES })
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('file-inflates', { cause: error })
    return null
  }
}
