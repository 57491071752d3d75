import { randomFillSync } from 'node:crypto'
import { ID_CHANCE, idOf } from '../domain/ids.ts'

/** Random bytes are asked for some ids at a time: each asking costs more than the rest of an id. */
const pool = new Uint8Array(ID_CHANCE * 128)
let used = pool.length

/** Bits of an id that count: so many ids of one millisecond come one after another. */
const COUNTED = 26
let last = { at: 0, count: 0 }

/**
 * A new id, made at the time of the context. Those of one instant are in the order in which they were made: rows that were
 * written at once are sorted by them. Source: RFC 9562, section 6.2, method 1.
 */
export function newId(now: Date): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += ID_CHANCE
  const chance = pool.subarray(used - ID_CHANCE, used)
  const at = now.getTime()
  const isSame = at === last.at
  // Begun by chance, in the lower half, so that there is room to count.
  const count = isSame ? last.count + 1 : (chance[0] ?? 0) * 2 ** 17 + (chance[1] ?? 0) * 2 ** 9
  last = { at, count: count % 2 ** COUNTED }
  const high = Math.floor(last.count / 2 ** 14)
  const low = last.count % 2 ** 14
  chance.set([high >> 8, high & 0xff, low >> 8, low & 0xff])
  return idOf(at, chance)
}
