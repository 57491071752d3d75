import { ApiError } from '../../api/api-error.ts'

/** Rows that are asked for at once where not all are read. */
const STRETCH = 100
const PATIENCE_MS = 10_000
const PAUSE_MS = 20

/** Every row, one stretch read after the other: those read first may be gone again when the last ones are there. */
export async function wholeList<T>(
  rows: () => readonly (T | undefined)[],
  near: (first: number, last: number) => void,
): Promise<T[]> {
  const all: T[] = []
  for (let from = 0; from < rows().length; from = all.length) {
    const to = Math.min(from + STRETCH, rows().length)
    all.push(...(await stretch(rows, near, from, to)))
  }
  return all
}

async function stretch<T>(
  rows: () => readonly (T | undefined)[],
  near: (first: number, last: number) => void,
  from: number,
  to: number,
): Promise<T[]> {
  near(from, to - 1)
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const now = rows()
    const read = now.slice(from, to).filter((row): row is T => row !== undefined)
    // It may have become shorter meanwhile.
    if (read.length === Math.min(to, now.length) - from) return read
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new ApiError('unexpected')
}
