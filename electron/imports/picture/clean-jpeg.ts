// The segments that draw the picture, copied one by one; EXIF, places, names, comments and thumbnails are left out.
import { AppError } from '../../contract/errors.ts'

const [SOI, EOI, SOS, ADOBE] = [0xd8, 0xd9, 0xda, 0xee]
/** Tables, restart interval, and the three kinds of frame that every reader knows. */
const kept = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd])
const frames = new Set([0xc0, 0xc1, 0xc2])
/** A JFIF segment that says nothing but the colours: readers tell by it how to read the three planes. */
const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')

/** @throws AppError `file-damaged` when it ends too early, `picture-unknown` when no common reader knows its coding. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Buffer[] = []
  let adobe: Buffer | null = null
  let framed = false
  let scanned = false
  let at = 2
  while (at + 2 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) {
      if (!framed || !scanned) break
      const start = Buffer.from([0xff, SOI])
      return Buffer.concat([start, adobe ?? jfif, ...parts, Buffer.from([0xff, EOI])])
    }
    if (at + 4 > file.length) break
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length || end < at + 4) break
    const segment = file.subarray(at, end)
    if (frames.has(marker)) framed = isCommon(segment)
    else if (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4) throw new AppError('picture-unknown')
    if (kept.has(marker)) parts.push(segment)
    else if (marker === ADOBE && segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe')
      adobe = segment
    at = end
    if (marker !== SOS) continue
    scanned = true
    at = scanEnd(file, end)
    parts.push(segment, file.subarray(end, at))
  }
  throw new AppError('file-damaged')
}

/** Grey or three colours; four are for printing presses. */
function isCommon(frame: Buffer): boolean {
  if (frame[9] !== 1 && frame[9] !== 3) throw new AppError('picture-unknown')
  return true
}

/** Where the coded pixels end: at the first marker that is neither a stuffed byte nor a restart. */
function scanEnd(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]
    if (next !== undefined && next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return file.length
}
