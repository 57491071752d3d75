import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK = 1 << 20

export function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const bytes = new Uint8Array(CHUNK)
      const read = readSync(file, bytes)
      if (read === 0) return
      yield bytes.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}
