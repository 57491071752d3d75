import { randomFillSync } from 'node:crypto'
import { ID_CHANCE, idOf } from '../domain/ids.ts'

/** Random bytes are asked for some ids at a time: each asking costs more than the rest of an id. */
const pool = new Uint8Array(ID_CHANCE * 128)
let used = pool.length

/** A new id, made at the time of the context. */
export function newId(now: Date): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += ID_CHANCE
  return idOf(now.getTime(), pool.subarray(used - ID_CHANCE, used))
}
