// UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort by creation.
import { randomFillSync } from 'node:crypto'

/** Random bytes are asked for some ids at a time: each asking costs more than the rest of an id. */
const pool = Buffer.alloc(16 * 128)
let used = pool.length

export function newId(now: Date = new Date()): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, used + 16)
  used += 16
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x70, 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
