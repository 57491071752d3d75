import { crc32, deflateSync } from 'node:zlib'

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** Three-colour stripes. `stated` is what the header says when that is not the truth. */
export function png(
  width: number,
  height: number,
  options: { extra?: Uint8Array[]; stated?: [number, number]; after?: Uint8Array } = {},
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(options.stated?.[0] ?? width, 0)
  header.writeUInt32BE(options.stated?.[1] ?? height, 4)
  header.set([8, 2], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width * 3; x += 1) rows[y * (1 + width * 3) + 1 + x] = (x * 7 + y * 3) % 256
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...(options.extra ?? []),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
    options.after ?? Buffer.alloc(0),
  ])
}

export function jpegSegment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** A grey surface: each block of 8 × 8 is two bits, "no change" and "end". */
export function jpeg(
  width: number,
  height: number,
  options: { extra?: Uint8Array[]; after?: Uint8Array } = {},
): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const table = (id: number) => jpegSegment(0xc4, Buffer.from([id, 1, ...new Array<number>(15).fill(0), 0]))
  const bits = Math.ceil(width / 8) * Math.ceil(height / 8) * 2
  const scan = Buffer.alloc(Math.ceil(bits / 8))
  if (bits % 8 !== 0) scan[scan.length - 1] = 0xff >> (bits % 8)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(options.extra ?? []),
    jpegSegment(0xdb, Buffer.from([0, ...new Array<number>(64).fill(1)])),
    jpegSegment(0xc0, frame),
    table(0x00),
    table(0x10),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])),
    scan,
    Buffer.from([0xff, 0xd9]),
    options.after ?? Buffer.alloc(0),
  ])
}
