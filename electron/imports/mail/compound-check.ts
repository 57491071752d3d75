// The library that reads compound files (MS-CFB) follows a chain without an end for ever, so chains are checked first.
import { AppError } from '../../contract/errors.ts'

const END = 0xfffffffe
const NONE = 0xffffffff
/** Smaller streams lie in the sectors of another, of this size. */
const SMALL_STREAM = 4096
const SMALL_SECTOR = 64
const HEADER = 512
const ENTRY = 128

type Chains = { next: (sector: number) => number; count: number }

/**
 * Walks the directory and the chain of each stream once.
 * @throws AppError `file-damaged` on a chain that leaves the file or comes back on itself, and on a size beyond the file
 */
export function checkCompound(bytes: Uint8Array): void {
  try {
    new CompoundCheck(bytes).run()
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('file-damaged', { cause })
  }
}

class CompoundCheck {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #sectorCount: number

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const shift = this.#view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) throw damaged('sector size')
    this.#sectorSize = 1 << shift
    this.#sectorCount = Math.floor(bytes.length / this.#sectorSize)
  }

  run(): void {
    const sectors = this.#table(this.#sectorTables())
    const small = this.#table(this.#chain(sectors, this.#view.getUint32(60, true)))
    if (this.#view.getUint32(64, true) > this.#sectorCount) throw damaged('table of small sectors')
    const directory = this.#chain(sectors, this.#view.getUint32(48, true))
    const perSector = this.#sectorSize / ENTRY
    const entryAt = (index: number) =>
      this.#offset(directory[Math.floor(index / perSector)] ?? NONE) + (index % perSector) * ENTRY
    const count = directory.length * perSector
    // The chain of the root holds the small streams.
    this.#chain(sectors, this.#view.getUint32(entryAt(0) + 116, true))
    const seen = new Set<number>([0])
    const waiting = [this.#view.getUint32(entryAt(0) + 76, true)]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (index === NONE) continue
      if (index >= count || seen.has(index)) throw damaged('directory')
      seen.add(index)
      const at = entryAt(index)
      for (const link of [68, 72, 76]) waiting.push(this.#view.getUint32(at + link, true))
      if (this.#bytes[at + 66] === 2) this.#stream(at, sectors, small)
    }
  }

  #stream(at: number, sectors: Chains, small: Chains): void {
    const start = this.#view.getUint32(at + 116, true)
    const size = this.#view.getUint32(at + 120, true)
    if (size === 0) return
    if (size > this.#bytes.length) throw damaged('size of a stream')
    const isSmall = size < SMALL_STREAM
    const length = this.#chain(isSmall ? small : sectors, start).length
    if (length * (isSmall ? SMALL_SECTOR : this.#sectorSize) < size) throw damaged('stream cut short')
  }

  /** Sectors that hold the table of chains: the first 109 in the header, the others in a list of lists. */
  #sectorTables(): number[] {
    const wanted = this.#view.getUint32(44, true)
    const lists = this.#view.getUint32(72, true)
    if (wanted > this.#sectorCount || lists > this.#sectorCount) throw damaged('table of chains')
    const tables: number[] = []
    const take = (at: number, count: number) => {
      for (let index = 0; index < count && tables.length < wanted; index += 1)
        tables.push(this.#view.getUint32(at + index * 4, true))
    }
    take(76, 109)
    const perList = this.#sectorSize / 4 - 1
    let list = this.#view.getUint32(68, true)
    for (let count = 0; count < lists && list < END && tables.length < wanted; count += 1) {
      const at = this.#offset(list)
      take(at, perList)
      list = this.#view.getUint32(at + perList * 4, true)
    }
    return tables
  }

  #table(tables: readonly number[]): Chains {
    const perTable = this.#sectorSize / 4
    const offsets = tables.map((sector) => this.#offset(sector))
    return {
      count: tables.length * perTable,
      next: (sector) => {
        const table = offsets[Math.floor(sector / perTable)]
        return table === undefined ? END : this.#view.getUint32(table + (sector % perTable) * 4, true)
      },
    }
  }

  #chain({ next, count }: Chains, start: number): number[] {
    const chain: number[] = []
    for (let sector = start; sector < END; sector = next(sector)) {
      if (sector >= count || chain.length >= count) throw damaged('chain')
      chain.push(sector)
    }
    return chain
  }

  #offset(sector: number): number {
    const at = (sector + 1) * this.#sectorSize
    // The last sector may be cut short; one that begins after the end is none.
    if (at < HEADER || at >= this.#bytes.length) throw damaged('sector outside the file')
    return at
  }
}

function damaged(what: string): AppError {
  return new AppError('file-damaged', { message: `compound file: ${what}` })
}
