// A readable path for every file of a parcel, unlike every other one on a file system that folds case.
import { splitName } from '../../domain/documents/document-name.ts'
import { numberedName, safeFileName } from '../file-name.ts'

/** Linux counts bytes where Windows counts signs: both take a name of so many. */
const MAX_BYTES = 180

export class ParcelNames {
  readonly #taken = new Set<string>()

  /** `folder` is ours and safe; `fileName` may be anything that somebody's mail program let through. */
  place(folder: string, fileName: string): string {
    const { stem, extension } = splitName(fileName.trim() === '' ? 'document' : fileName)
    const name = shortName(stem, extension === '' ? 'bin' : extension)
    let path = `${folder}/${name}`
    for (let copy = 2; this.#taken.has(key(path)); copy += 1) path = `${folder}/${numberedName(name, copy)}`
    this.#taken.add(key(path))
    return path
  }
}

function shortName(stem: string, extension: string): string {
  const signs = Array.from(stem)
  let name = safeFileName(stem, extension)
  while (Buffer.byteLength(name) > MAX_BYTES && signs.length > 1) {
    signs.splice(-Math.ceil(signs.length / 10))
    name = safeFileName(signs.join(''), extension)
  }
  return name
}

const key = (path: string) => path.normalize('NFC').toLowerCase()
