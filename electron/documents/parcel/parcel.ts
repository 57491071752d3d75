import { createHash } from 'node:crypto'
import {
  MANIFEST_NAME,
  type ParcelFile,
  ParcelManifest,
  SUMS_NAME,
  sumsText,
} from '../../domain/data/parcel.ts'
import type { Sink } from './sink.ts'

/** Compressed already: pressing them again takes time and wins nothing. */
const packed = new Set(
  'docx xlsx pptx odt ods odp jpg jpeg png gif webp mp3 mp4 mov zip 7z pdf msg'.split(' '),
)

type Chunks = Iterable<Uint8Array | string>

export class Parcel {
  readonly #sink: Sink
  readonly #files: ParcelFile[] = []

  constructor(sink: Sink) {
    this.#sink = sink
  }

  /** Writes one file of chunks, of which only one is held at a time. */
  add(path: string, chunks: Chunks): ParcelFile {
    const file = this.#write(path, chunks)
    this.#files.push(file)
    return file
  }

  /** Writes the manifest, which names every file added, and the sums; nothing can be added after it. */
  finish<M extends ParcelManifest>(manifest: Omit<M, 'files'>): void {
    const whole = ParcelManifest.parse({ ...manifest, files: this.#files })
    const own = this.#write(MANIFEST_NAME, [`${JSON.stringify(whole, null, 1)}\n`])
    this.#write(SUMS_NAME, [sumsText([...this.#files, own])])
    this.#sink.finish()
  }

  /** Ends it with a last file instead, of another standard than ours. */
  close(path: string, text: string): void {
    this.#write(path, [text])
    this.#sink.finish()
  }

  #write(path: string, chunks: Chunks): ParcelFile {
    const hash = createHash('sha256')
    let sizeBytes = 0
    this.#sink.begin(path, packed.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()))
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
      sizeBytes += bytes.length
      hash.update(bytes)
      this.#sink.write(bytes)
    }
    this.#sink.end()
    return { path, sizeBytes, sha256: hash.digest('hex') }
  }
}
