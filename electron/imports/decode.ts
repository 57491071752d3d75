// Bytes of a text file to characters; says what the encoding is, since such files never do.
import { AppError } from '../contract/errors.ts'

/**
 * Byte order mark first, then UTF-16 by the place of its zero bytes, then strict UTF-8, else Windows-1252
 * (what French office software writes when it does not write UTF-8).
 * @throws AppError `file-format-unknown` when the bytes are not text
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = unicodeEncoding(bytes)
  if (encoding !== null) return plain(new TextDecoder(encoding).decode(bytes))
  if (bytes.includes(0)) throw new AppError('file-format-unknown')
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return plain(new TextDecoder('windows-1252').decode(bytes))
  }
}

/** UTF-16 when marked, or when a sample of Latin text has its zero bytes nearly all on one side. */
function unicodeEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** One kind of line end, no soft hyphens or zero-width characters; refuses what is mostly control characters. */
function plain(text: string): string {
  // biome would flag control characters in a pattern: they are counted by code instead.
  let controls = 0
  const sample = text.slice(0, 8192)
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls += 1
  }
  if (controls > sample.length / 50) throw new AppError('file-format-unknown')
  return text.replace(/\r\n?/g, '\n').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
}
