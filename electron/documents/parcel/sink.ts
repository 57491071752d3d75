import { chmodSync, closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { AppError } from '../../contract/errors.ts'
import { modeForOthers } from '../for-others.ts'
import { writeFailure } from '../write-atomically.ts'

export type Sink = {
  /** Begins a file; `isPacked`: its bytes are compressed already. The one before it must be ended. */
  begin(path: string, isPacked: boolean): void
  write(bytes: Uint8Array): void
  end(): void
  /** Ends the whole, on the disk for good. */
  finish(): void
}

/** Limits of a zip without its 64-bit extension: this many files, this many bytes in all. */
const ZIP_LIMITS = { entries: 0xffff, bytes: 0xffffffff } as const

/** A new folder at `root`, which must not exist. */
export function folderSink(root: string): Sink {
  mkdirSync(root)
  openFolder(root)
  const folders = new Set([root])
  let file: number | null = null
  return {
    begin(path) {
      const folder = dirname(join(root, path))
      mkdirSync(folder, { recursive: true })
      for (let above = folder; !folders.has(above); above = dirname(above)) {
        folders.add(above)
        openFolder(above)
      }
      file = openForOthers(join(root, path))
    },
    write(bytes) {
      if (file !== null) writeWhole(file, bytes)
    },
    end() {
      if (file !== null) closeDurably(file)
      file = null
    },
    finish() {
      // Windows cannot open a folder for this, and journals its names itself.
      if (process.platform === 'win32') return
      for (const folder of folders) closeDurably(openSync(folder, 'r'))
    },
  }
}

const UNIX = 3

/** A new zip at `path`, which must not exist. */
export function zipSink(path: string, now: Date): Sink {
  const file = openForOthers(path)
  let written = 0
  let entries = 0
  let entry: ZipDeflate | ZipPassThrough | null = null
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    written += bytes.length
    if (written > ZIP_LIMITS.bytes) throw new AppError('parcel-too-large')
    writeWhole(file, bytes)
  })
  return {
    begin(name, isPacked) {
      entries += 1
      if (entries > ZIP_LIMITS.entries) throw new AppError('parcel-too-large')
      entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      entry.mtime = now
      // Said to come from Unix: Info-ZIP reads names of any other origin in an alphabet of its own.
      entry.os = UNIX
      entry.attrs = 0o100644 * 0x10000
      zip.add(entry)
    },
    write(bytes) {
      entry?.push(bytes)
    },
    end() {
      entry?.push(new Uint8Array(), true)
      entry = null
    },
    finish() {
      zip.end()
      closeDurably(file)
    },
  }
}

/** @throws AppError of what the system said */
export function sinkFailure(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : writeFailure(thrown, 'write')
}

function openForOthers(path: string): number {
  const file = openSync(path, 'wx')
  const mode = modeForOthers('file')
  if (mode !== null) fchmodSync(file, mode)
  return file
}

function openFolder(path: string): void {
  const mode = modeForOthers('folder')
  if (mode !== null) chmodSync(path, mode)
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function closeDurably(file: number): void {
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
