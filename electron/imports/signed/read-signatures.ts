// The signatures of a PDF that begins with bytes we know. Sources: ISO 32000-2, 12.8 (signatures); ETSI EN 319 142 (PAdES);
// RFC 5652 (CMS), RFC 3161 (time stamps).

import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { AppError } from '../../contract/errors.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { FileSignature } from '../../domain/minutes/signed-copy.ts'
import { readCms } from './cms.ts'
import { isAmbiguous, isSignatureField, whatChanged } from './what-changed.ts'

/** A copy that is signed by more people than that is none of minutes. */
const MOST = 50

/**
 * @param sealed the bytes that were sealed
 * @throws AppError `signed-other` when the file does not begin with them, `signed-changed` when its pages would show something
 * else, `not-signed` when it carries no signature, `limit-reached`, `file-damaged`
 */
export async function readSignatures(
  bytes: Uint8Array,
  sealed: Uint8Array,
): Promise<{ signatures: FileSignature[]; areAppendedRead: boolean }> {
  if (bytes.length < sealed.length || Buffer.compare(bytes.subarray(0, sealed.length), sealed) !== 0)
    throw new AppError('signed-other')
  const document = await open(bytes)
  const dictionaries = signaturesOf(document)
  if (dictionaries.length === 0) throw new AppError('not-signed')
  if (dictionaries.length > MOST)
    throw new AppError('limit-reached', { limit: { of: 'signatures', most: MOST } })
  const read: { end: number; signature: FileSignature }[] = []
  for (const dictionary of dictionaries) read.push(await readOne(dictionary, bytes, sealed.length))
  read.sort((one, other) => one.end - other.end)
  return {
    signatures: read.map(({ signature }) => signature),
    areAppendedRead: await areAppendedRead(
      bytes,
      sealed,
      read.map(({ end }) => end),
    ),
  }
}

/**
 * Looks at the file as it stood after each signature, and as it stands: what one of them shows, a reader may show.
 * @throws AppError `signed-changed`
 */
async function areAppendedRead(
  bytes: Uint8Array,
  sealed: Uint8Array,
  ends: readonly number[],
): Promise<boolean> {
  const original = await open(sealed)
  let isRead = true
  let from = sealed.length
  for (const end of new Set([...ends, bytes.length])) {
    if (end <= from) continue
    const appended = whatChanged(
      original,
      await open(bytes.subarray(0, end)),
      bytes.subarray(sealed.length, end),
    )
    if (appended === 'pages') throw new AppError('signed-changed')
    if (appended === 'unknown' || isAmbiguous(bytes.subarray(from, end))) isRead = false
    from = end
  }
  return isRead
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}

/** The values of the fields that sign: a dictionary that no field names signs nothing, whatever it looks like. */
function signaturesOf(document: PDFDocument): PDFDict[] {
  const form = document.catalog.lookup(name('AcroForm'))
  const roots = form instanceof PDFDict ? form.lookup(name('Fields')) : undefined
  const waiting = roots instanceof PDFArray ? [...roots.asArray()] : []
  const seen = new Set<string>()
  const found = new Set<PDFDict>()
  for (let next = waiting.pop(); next !== undefined && found.size <= MOST; next = waiting.pop()) {
    if (seen.has(next.toString())) continue
    seen.add(next.toString())
    const field = document.context.lookup(next)
    if (!(field instanceof PDFDict)) continue
    const kids = field.lookup(name('Kids'))
    if (kids instanceof PDFArray) waiting.push(...kids.asArray())
    const value = field.lookup(name('V'))
    if (isSignatureField(field) && value instanceof PDFDict && value.has(name('ByteRange'))) found.add(value)
  }
  return [...found]
}

async function readOne(dictionary: PDFDict, bytes: Uint8Array, sealedLength: number) {
  const isTimestamp = nameIn(dictionary, 'SubFilter') === 'ETSI.RFC3161'
  const said = {
    signer: textIn(dictionary, 'Name'),
    organisation: '',
    issuer: '',
    signedAt: dateOf(textIn(dictionary, 'M')),
    reason: textIn(dictionary, 'Reason'),
    isTimestamp,
  }
  const range = rangeOf(dictionary, bytes)
  // One that leaves a part of the sealed bytes out signs something else.
  if (range === null || range.end < sealedLength)
    return { end: range?.end ?? 0, signature: { ...said, state: 'broken' as const } }
  const { covered, contents, end } = range
  const cms = await readCms(contents, covered, isTimestamp)
  if (cms === null) return { end, signature: { ...said, state: 'unread' as const } }
  const { signer, organisation, issuer, signedAt, isOfThese } = cms
  const state = !isOfThese ? 'broken' : end === bytes.length ? 'whole' : 'followed'
  return {
    end,
    signature: {
      ...said,
      signer: line(signer === '' ? said.signer : signer),
      organisation: line(organisation),
      issuer: line(issuer),
      signedAt: signedAt ?? said.signedAt,
      state,
    } satisfies FileSignature,
  }
}

/** The bytes that a signature covers; null when it leaves out anything but its own contents. */
function rangeOf(dictionary: PDFDict, bytes: Uint8Array) {
  const range = dictionary.lookup(name('ByteRange'))
  const contents = dictionary.lookup(name('Contents'))
  if (!(range instanceof PDFArray && contents instanceof PDFHexString)) return null
  const [from, length, resume, rest, more] = range
    .asArray()
    .map((number) => (number instanceof PDFNumber ? number.asNumber() : Number.NaN))
  if (from !== 0 || length === undefined || resume === undefined || rest === undefined || more !== undefined)
    return null
  const end = resume + rest
  if (![length, resume, rest].every((number) => Number.isInteger(number) && number >= 0)) return null
  if (length >= resume || end > bytes.length) return null
  if (bytes[length] !== 0x3c || bytes[resume - 1] !== 0x3e) return null
  const hole = Buffer.from(bytes.subarray(length + 1, resume - 1)).toString('latin1')
  if (!/^[0-9A-Fa-f\s]*$/.test(hole)) return null
  return {
    end,
    contents: contents.asBytes(),
    covered: Buffer.concat([bytes.subarray(0, length), bytes.subarray(resume, end)]),
  }
}

const name = (words: string) => PDFName.of(words)

function nameIn(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

function textIn(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? line(value.decodeText()) : ''
}

const line = (words: string) => words.replace(/\s+/gu, ' ').trim().slice(0, LINE_LENGTH)

/** "D:20261129021700+01'00'" as an instant; null when it is none. Source: ISO 32000-2, 7.9.4. */
function dateOf(words: string): string | null {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?/u.exec(words)
  if (parts === null) return null
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    zone,
    zoneMinutes = '00',
  ] = parts
  const at = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${zone === undefined ? 'Z' : `${zone}:${zoneMinutes}`}`,
  )
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
