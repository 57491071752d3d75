// By its content first and its name second; refuses what no reader understands.

import { AppError } from '../contract/errors.ts'
import type { ReadFile } from '../domain/agenda/draft.ts'
import { startsAsPdf } from '../domain/documents/starts-as-pdf.ts'
import { MOST_READ_BYTES } from '../domain/limits.ts'
import { type Archive, openArchive } from './archive.ts'
import { isCompoundFile } from './mail/read-mail.ts'
import { mainPart } from './package-parts.ts'
import { isEncryptedPackage } from './readers/odf-package.ts'

/** The reader of the file: zip formats come with their opened archive and the name of their main part. */
export type Recognised =
  | { format: 'docx'; archive: Archive; main: string }
  | { format: 'xlsx'; archive: Archive; main: string }
  | { format: 'odt'; archive: Archive }
  | { format: 'ods'; archive: Archive }
  | { format: Exclude<ReadFile['format'], 'docx' | 'xlsx' | 'odt' | 'ods' | 'eml' | 'msg'> }
  | { format: 'eml' | 'msg' }

const TEXT_FORMATS: Readonly<Record<string, 'csv' | 'md' | 'txt' | 'ics' | 'html' | 'eml'>> = {
  csv: 'csv',
  tsv: 'csv',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
  ics: 'ics',
  html: 'html',
  htm: 'html',
  eml: 'eml',
  '': 'txt',
}
const ZIP_NAMES = new Set('docx docm dotx dotm xlsx xlsm xltx xltm odt ott ods ots'.split(' '))
/** The stated type of an OpenDocument package (OpenDocument 1.3 part 2, 3.3), templates included. */
const OPEN_DOCUMENTS: Readonly<Record<string, 'odt' | 'ods'>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'ods',
}

/**
 * @throws AppError `file-empty`, `file-too-large`, `file-protected`, `file-format-old-word`, `file-format-rich-text`,
 *   `file-format-unknown`, `file-damaged`, `file-inflates`
 */
export function recognise(fileName: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) throw new AppError('file-empty')
  if (bytes.length > MOST_READ_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  const extension = extensionOf(fileName)
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) {
    return fromZip(extension, bytes)
  }
  if (isCompoundFile(bytes)) {
    if (extension === 'msg' || isMessage(bytes)) return { format: 'msg' }
    throw new AppError(oleFailure(extension, bytes))
  }
  if (startsWith(bytes, '%PDF') || (extension === 'pdf' && startsAsPdf(bytes))) return { format: 'pdf' }
  if (extension === 'pdf') throw new AppError('file-damaged')
  if (startsWith(bytes, '{\\rtf')) throw new AppError('file-format-rich-text')
  // A Word or Excel name over other bytes: saying "unknown format" would be of no help.
  if (ZIP_NAMES.has(extension)) throw new AppError('file-damaged')
  if (startsWith(bytes, '\u0089PNG')) return { format: 'png' }
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return { format: 'jpg' }
  if (extension === 'doc') throw new AppError('file-format-old-word')
  const format = TEXT_FORMATS[extension]
  if (startsAsCalendar(bytes)) return { format: 'ics' }
  if (format === undefined) throw new AppError('file-format-unknown')
  return { format }
}

function fromZip(extension: string, bytes: Uint8Array): Recognised {
  const archive = openArchive(bytes)
  const openDocument =
    OPEN_DOCUMENTS[new TextDecoder().decode(archive.read('mimetype') ?? new Uint8Array()).trim()]
  if (openDocument !== undefined && archive.names.includes('content.xml')) {
    if (isEncryptedPackage(archive)) throw new AppError('file-protected')
    return { format: openDocument, archive }
  }
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
  const holds = (name: string) => holdsStream(bytes, name)
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'file-protected'
  if (holds('WordDocument') || extension === 'doc') return 'file-format-old-word'
  return ZIP_NAMES.has(extension) ? 'file-damaged' : 'file-format-unknown'
}

/** A message of Outlook keeps its properties in streams of this name (MS-OXMSG 2.4). */
function isMessage(bytes: Uint8Array): boolean {
  return holdsStream(bytes, '__properties_version1.0')
}

function holdsStream(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from(`${name}\0`, 'utf16le'))
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
