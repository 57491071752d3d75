// The chunks that draw the picture, checked and written again; texts, EXIF, dates and all others are left out.
import { crc32, inflateSync } from 'node:zlib'
import { AppError } from '../../contract/errors.ts'

const SIGNATURE_LENGTH = 8
/** Chunks that are kept, in the order that PNG asks for. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'IDAT'] as const
/** Samples of a pixel, by the type of colour in IHDR. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** First column, first row, and steps of the seven passes of an interlaced picture. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** @throws AppError `file-damaged` when a chunk is cut or altered, or when the pixels are not all there. */
export function cleanPng(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = chunksOf(file)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (chunks[0]?.type !== 'IHDR' || header?.length !== 13) throw new AppError('file-damaged')
  const palette = chunks.some(({ type }) => type === 'PLTE')
  if (header[9] === 3 && !palette) throw new AppError('file-damaged')
  checkPixels(header, Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const drawn = kept.flatMap((type) => chunks.filter((chunk) => chunk.type === type))
  return Buffer.concat([
    file.subarray(0, SIGNATURE_LENGTH),
    ...drawn.map(({ type, data }) => chunk(type, data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

type Chunk = { type: string; data: Buffer }

/** Every chunk up to IEND; what follows it is no part of the picture. */
function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_LENGTH; at + 12 <= file.length; ) {
    const end = at + 8 + file.readUInt32BE(at)
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) break
    const type = file.toString('latin1', at + 4, at + 8)
    if (type === 'IEND') return chunks
    chunks.push({ type, data: file.subarray(at + 8, end) })
    at = end + 4
  }
  throw new AppError('file-damaged')
}

function checkPixels(header: Buffer, data: Buffer): void {
  const bits = (samples[header[9] ?? -1] ?? 0) * (header[8] ?? 0)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const length = header[12] === 1 ? interlacedLength(width, height, bits) : rows(width, height, bits)
  if (bits === 0 || length === 0) throw new AppError('file-damaged')
  let pixels: Buffer
  try {
    // One byte of room: more pixels than stated is a fault as well as fewer.
    pixels = inflateSync(data, { maxOutputLength: length + 1 })
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
  if (pixels.length !== length) throw new AppError('file-damaged')
}

/** Bytes of some rows of pixels, each after the byte that names its filter. */
const rows = (width: number, height: number, bits: number) =>
  width === 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8))

function interlacedLength(width: number, height: number, bits: number): number {
  return passes.reduce(
    (sum, [x, y, dx, dy]) =>
      sum + rows(Math.ceil((width - x) / dx), Math.max(0, Math.ceil((height - y) / dy)), bits),
    0,
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  data.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
  return whole
}
