import type { Change, Uses } from '../../db/reads/uses.ts'

/** So many reads are remembered; those of the longest ago are forgotten first. */
const MOST = 2_000

type Read = {
  readonly key: string
  readonly uses: Uses
  /** Something that it had read changed before it was done. */
  isStale: boolean
}

/** Which reads must be made again. */
export type Touched = { reads: 'all' | string[]; later: string[] }

/** Keeps what the reads that were last served have used. */
export class ReadsInUse {
  readonly #remembered = new Map<string, Uses>()
  readonly #underWay = new Set<Read>()
  /** Nothing is known of these any more: the next change may have touched them. */
  readonly #forgotten = new Set<string>()

  begin(key: string, uses: Uses): Read {
    const read = { key, uses, isStale: false }
    this.#underWay.add(read)
    return read
  }

  /** @returns whether it must be made once more */
  end(read: Read): boolean {
    const { key, uses, isStale } = read
    this.#underWay.delete(read)
    this.#remembered.delete(key)
    // An act is no read: nobody asks for it again to see what has become of it.
    if (uses.isAct) return false
    this.#forgotten.delete(key)
    if (isStale) return true
    this.#remembered.set(key, uses)
    if (this.#remembered.size > MOST) {
      const [oldest] = this.#remembered.keys()
      if (oldest !== undefined) {
        this.#remembered.delete(oldest)
        this.#forgotten.add(oldest)
      }
    }
    return false
  }

  /** A read is named once: made again, it is remembered anew. One for later is not made yet, and may be needed sooner. */
  touchedBy(now: readonly Change[], later: readonly Change[]): Touched {
    const all = [...now, ...later]
    for (const read of this.#underWay) if (isTouched(read.uses, all)) read.isStale = true
    if (now.includes('everything') || this.#forgotten.size > MOST) {
      this.#remembered.clear()
      this.#forgotten.clear()
      return { reads: 'all', later: [] }
    }
    const touched: { reads: string[]; later: string[] } = { reads: [...this.#forgotten], later: [] }
    this.#forgotten.clear()
    for (const [key, uses] of this.#remembered) {
      const isNow = isTouched(uses, now)
      if (!isNow && !isTouched(uses, later)) continue
      if (isNow) this.#remembered.delete(key)
      touched[isNow ? 'reads' : 'later'].push(key)
    }
    return touched
  }
}

function isTouched(uses: Uses, changes: readonly Change[]): boolean {
  return changes.some((change) => uses.isTouchedBy(change))
}
