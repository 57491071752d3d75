// A disk that says it kept what it was given and kept something else, or that cannot do what others can.
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** Runs `work` while the functions given take the place of those of node:fs/promises, for every module. */
export async function withDisk<T>(
  faults: Partial<Pick<typeof fs, 'open' | 'copyFile' | 'link'>>,
  work: () => Promise<T>,
): Promise<T> {
  const sound = { open: fs.open, copyFile: fs.copyFile, link: fs.link }
  Object.assign(fs, faults)
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    Object.assign(fs, sound)
    syncBuiltinESMExports()
  }
}

/** Changes one byte in the middle of a file. */
export function alter(path: string): void {
  const file = openSync(path, 'r+')
  try {
    const middle = Math.floor(fstatSync(file).size / 2)
    const byte = Buffer.alloc(1)
    readSync(file, byte, 0, 1, middle)
    writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, middle)
  } finally {
    closeSync(file)
  }
}
