// Format: what a file is, by its content first and its name second; refuses what no reader understands.
import { AppError } from '../contract/errors.ts'
import type { ReadFile } from '../domain/draft.ts'
import { type Archive, openArchive } from './archive.ts'
import { mainPart } from './package-parts.ts'

const MAX_FILE_BYTES = 50 * 1024 * 1024

/** What to read the file with: zip formats come with their opened archive and the name of their main part. */
type Recognised =
  | { format: 'docx' | 'xlsx'; archive: Archive; main: string }
  | { format: Exclude<ReadFile['format'], 'docx' | 'xlsx'> }

const TEXT_FORMATS: Readonly<Record<string, 'csv' | 'md' | 'txt' | 'ics'>> = {
  csv: 'csv',
  tsv: 'csv',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
  ics: 'ics',
  '': 'txt',
}
const ZIP_NAMES = new Set(['docx', 'docm', 'dotx', 'dotm', 'xlsx', 'xlsm', 'xltx', 'xltm'])

/**
 * @throws AppError `file-empty`, `file-too-large`, `file-protected`, `file-format-old-word`, `file-format-unknown`,
 *   `file-damaged`, `file-inflates`
 */
export function recognise(fileName: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) throw new AppError('file-empty')
  if (bytes.length > MAX_FILE_BYTES) throw new AppError('file-too-large')
  const extension = extensionOf(fileName)
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) {
    return fromZip(extension, bytes)
  }
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) {
    throw new AppError(oleFailure(extension, bytes))
  }
  // A Word or Excel name over other bytes: saying "unknown format" would be of no help.
  if (ZIP_NAMES.has(extension)) throw new AppError('file-damaged')
  if (extension === 'doc') throw new AppError('file-format-old-word')
  if (startsWith(bytes, '%PDF') || startsWith(bytes, '{\\rtf')) throw new AppError('file-format-unknown')
  const format = TEXT_FORMATS[extension]
  if (startsAsCalendar(bytes)) return { format: 'ics' }
  if (format === undefined) throw new AppError('file-format-unknown')
  return { format }
}

function fromZip(extension: string, bytes: Uint8Array): Recognised {
  const archive = openArchive(bytes)
  const main = mainPart(archive) ?? ''
  if (archive.names.includes(main)) {
    if (main.startsWith('word/')) return { format: 'docx', archive, main }
    if (main.startsWith('xl/')) return { format: 'xlsx', archive, main }
  }
  throw new AppError(ZIP_NAMES.has(extension) ? 'file-damaged' : 'file-format-unknown')
}

/**
 * Office keeps an encrypted docx in the same container as the old .doc; what tells them apart is the names of its
 * streams, in UTF-16 in the directory (MS-CFB 2.6.1, MS-OFFCRYPTO 2.3.4.4).
 */
function oleFailure(extension: string, bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'file-protected'
  if (holds('WordDocument') || extension === 'doc') return 'file-format-old-word'
  return ZIP_NAMES.has(extension) ? 'file-damaged' : 'file-format-unknown'
}

function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  return dot <= 0 ? '' : fileName.slice(dot + 1).toLowerCase()
}

/** `signature` holds one character per byte. */
function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, at) => bytes[at] === character.charCodeAt(0))
}

function startsAsCalendar(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 64))
  return /^\s*BEGIN:VCALENDAR/i.test(start)
}
