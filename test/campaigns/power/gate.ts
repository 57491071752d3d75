// Plays a disk that is full from the n-th change on, through numbers shared with the preload library.
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'

export type Gate = {
  readonly path: string
  /** The disk is full from the change on that comes after this many. */
  fullAfter(changes: number): void
  /** There is room again. */
  open(): void
  /** Changes made or refused so far that need room. */
  changes(): number
  close(): void
}

/** Shared with whoever steers the library: two numbers of 64 bits. */
export function makeGate(path: string): Gate {
  writeFileSync(path, new BigInt64Array([-1n, 0n]))
  const fd = openSync(path, 'r+')
  const set = (value: bigint) => writeSync(fd, new BigInt64Array([value]), 0, 8, 0)
  return {
    path,
    fullAfter: (changes) => set(BigInt(changes)),
    open: () => set(-1n),
    changes() {
      const counted = new BigInt64Array(1)
      readSync(fd, counted, 0, 8, 8)
      return Number(counted[0])
    },
    close: () => closeSync(fd),
  }
}
