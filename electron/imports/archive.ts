// The one door to zip based formats (docx, xlsx); it counts what really comes out and opens only what is asked for.
// Parcels, which do not fit into memory, are read by the same directory (parcel/zip-source.ts).

import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { AppError } from '../contract/errors.ts'
import { MOST_READ_BYTES } from '../domain/limits.ts'

// A zip that does not say UTF-8 was made with the letters of its system: those of French Windows are code page 850.
/** General purpose bit 11: name and comment are UTF-8. */
const UTF8_FLAG = 1 << 11
/** Info-ZIP's extra field: the name in UTF-8 beside the one of the system, whose checksum it repeats. */
const UNICODE_PATH = 0x7075

/** The upper half of code page 850; of code page 437 it has every letter of French in the same place. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const strict = new TextDecoder('utf-8', { fatal: true })

function entryName(bytes: Uint8Array, flags: number, extra: Uint8Array): string {
  const told = unicodePath(bytes, extra)
  if (told !== null) return told
  if ((flags & UTF8_FLAG) !== 0) return new TextDecoder().decode(bytes)
  try {
    // Many tools write UTF-8 and do not say so; words of code page 850 are no UTF-8 but by rare chance.
    return strict.decode(bytes)
  } catch {
    return [...bytes]
      .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP850[byte - 0x80] ?? '')))
      .join('')
  }
}

function unicodePath(bytes: Uint8Array, extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true)
    const end = at + 4 + size
    if (end > extra.length) return null
    if (view.getUint16(at, true) === UNICODE_PATH && size > 5) {
      // The name was changed by a tool that does not know the field: then it speaks of another.
      if (extra[at + 4] !== 1 || view.getUint32(at + 5, true) !== crc32(bytes)) return null
      return new TextDecoder().decode(extra.subarray(at + 9, end))
    }
    at = end
  }
  return null
}

/** Bounds of what one file may unfold to. The ratio only counts once a part is past `RATIO_FLOOR` bytes. */
const ARCHIVE_LIMITS = {
  totalBytes: 200 * 1024 * 1024,
  partBytes: MOST_READ_BYTES,
  ratio: 200,
  entries: 10_000,
} as const
const RATIO_FLOOR = 1024 * 1024
/** Compressed bytes given to the inflater at once: at deflate's highest ratio (1032) this makes 8 MB. */
const STEP = 8 * 1024

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50

export type Entry = {
  name: string
  /** As the directory has it, a character for each byte: what the part's own header must say too. */
  written: string
  method: number
  crc: number
  compressedSize: number
  size: number
  localOffset: number
}

export type Archive = {
  /** Names of the parts, in the order of the directory. */
  readonly names: readonly string[]
  /**
   * Bytes of one part, or null when there is none of that name.
   * @throws AppError `file-inflates` past a bound, `file-damaged` when the bytes are not what the directory says
   */
  read(name: string): Uint8Array | null
}

/**
 * Opens a zip by its central directory (PKWARE APPNOTE 4.3.12); nothing is inflated before `read`.
 * @throws AppError `file-damaged`, `file-inflates`, `file-protected`
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map<string, Entry>()
  let announced = 0
  for (const entry of directory(bytes)) {
    if (entries.has(entry.name)) throw damaged('two parts of one name')
    entries.set(entry.name, entry)
    announced += entry.size
  }
  if (announced > ARCHIVE_LIMITS.totalBytes) throw new AppError('file-inflates')
  let total = 0
  const count = (added: number) => {
    total += added
    if (total > ARCHIVE_LIMITS.totalBytes) throw new AppError('file-inflates')
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      return entry === undefined ? null : readPart(bytes, entry, count)
    },
  }
}

function* directory(bytes: Uint8Array): Generator<Entry> {
  const { at, entryCount, directoryOffset } = endRecord(bytes)
  if (entryCount > ARCHIVE_LIMITS.entries) throw new AppError('file-inflates')
  yield* directoryEntries(bytes.subarray(0, at), directoryOffset, entryCount)
}

/**
 * Entries of a central directory that begins at `at` of `bytes` and ends with them.
 * @throws AppError `file-damaged`, `file-protected`
 */
export function* directoryEntries(bytes: Uint8Array, start: number, entryCount: number): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = start
  for (let index = 0; index < entryCount; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged('directory')
    const flags = view.getUint16(at + 8, true)
    if ((flags & 1) !== 0) throw new AppError('file-protected')
    const nameLength = view.getUint16(at + 28, true)
    const nameEnd = at + 46 + nameLength
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > bytes.length) throw damaged('directory')
    const name = bytes.subarray(at + 46, nameEnd)
    yield {
      name: safeName(entryName(name, flags, bytes.subarray(nameEnd, extraEnd))),
      written: written(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      localOffset: view.getUint32(at + 42, true),
    }
    at = next
  }
}

/**
 * The end record of a zip, found in its last bytes: where it lies in them, and what it says.
 * @throws AppError `file-damaged`
 */
export function endRecord(bytes: Uint8Array): { at: number; entryCount: number; directoryOffset: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = findEnd(view)
  return { at, entryCount: view.getUint16(at + 10, true), directoryOffset: view.getUint32(at + 16, true) }
}

/** Where the bytes of a part begin, by its own header (of 30 bytes and more), which must speak of the same part. */
export function partStart(header: Uint8Array, entry: Entry): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.length < 30 || view.getUint32(0, true) !== LOCAL_SIGNATURE) throw damaged('part header')
  const nameLength = view.getUint16(26, true)
  if (written(header.subarray(30, 30 + nameLength)) !== entry.written) throw damaged('a part of two names')
  return entry.localOffset + 30 + nameLength + view.getUint16(28, true)
}

/** The end record lies at most one comment (65,535 bytes) before the end of the file. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw damaged('no end record')
}

/** Names are only keys here, never paths; one that climbs or is absolute still means the file was not made by an office suite. */
function safeName(said: string): string {
  const name = said.replaceAll('\\', '/')
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..')) {
    throw damaged('part name leaves the archive')
  }
  return name
}

function written(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\\', '/')
}

function readPart(bytes: Uint8Array, entry: Entry, count: (added: number) => void): Uint8Array {
  const start = partStart(bytes.subarray(entry.localOffset), entry)
  const stop = start + entry.compressedSize
  if (stop > bytes.length) throw damaged('part cut short')
  const packed = bytes.subarray(start, stop)
  const limit = Math.min(
    ARCHIVE_LIMITS.partBytes,
    Math.max(RATIO_FLOOR, packed.length * ARCHIVE_LIMITS.ratio),
  )
  if (entry.size > limit) throw new AppError('file-inflates')
  const plain = entry.method === 0 ? packed : inflate(packed, entry, limit, count)
  if (entry.method === 0) count(plain.length)
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) throw damaged('checksum')
  if (plain[0] === 0x50 && plain[1] === 0x4b && plain[2] === 3 && plain[3] === 4) {
    throw damaged('an archive in the archive')
  }
  return plain
}

function inflate(
  packed: Uint8Array,
  entry: Entry,
  limit: number,
  count: (added: number) => void,
): Uint8Array {
  if (entry.method !== 8) throw damaged('unknown compression')
  const pieces: Uint8Array[] = []
  let length = 0
  const inflater = new Inflate((piece) => {
    length += piece.length
    if (length > limit) throw new AppError('file-inflates')
    count(piece.length)
    pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-damaged', { cause: error })
  }
  const plain = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    plain.set(piece, at)
    at += piece.length
  }
  return plain
}

function damaged(what: string): AppError {
  return new AppError('file-damaged', { message: `archive: ${what}` })
}
