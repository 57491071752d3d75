// A parcel that is a folder. Links are not followed: they lead where the parcel is not.
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { MAX_ENTRIES } from './limits.ts'
import type { Source } from './source.ts'

/** @throws AppError `file-inflates` when there are more files than any parcel has */
export async function folderSource(root: string): Promise<Source> {
  const sizes = new Map<string, number>()
  const open = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const name of await readdir(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`
      const about = await lstat(join(root, path))
      if (about.isDirectory()) open.push(path)
      else sizes.set(path, about.isFile() ? about.size : NOT_A_FILE)
      if (sizes.size + open.length > MAX_ENTRIES) throw new AppError('file-inflates')
    }
  }
  return {
    sizes,
    async *read(path) {
      if ((sizes.get(path) ?? NOT_A_FILE) === NOT_A_FILE) throw new AppError('file-damaged')
      yield* createReadStream(join(root, path), { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>
    },
    async close() {},
  }
}

/** The size of what is no file: a link, a pipe, a device. */
const NOT_A_FILE = -1
