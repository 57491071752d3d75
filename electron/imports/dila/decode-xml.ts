// Bytes of a delivered file to characters; some say UTF-8 and are not.
import { isUtf8 } from 'node:buffer'

export type Decoded = { text: string /** It is not in the encoding that it says. */; repaired: boolean }

/**
 * In the encoding that the file declares, UTF-8 without one; what is not UTF-8 is read as Windows-1252. The whole file says which
 * it is, also where less of it is wanted (`part`, of an encoding that holds ASCII).
 */
export function decodeXml(bytes: Uint8Array, part: Uint8Array = bytes): Decoded {
  if (isWide(bytes)) return plain(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', bytes)
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1] ?? 'utf-8'
  if (/^(?:iso-8859-1|iso-8859-15|latin1|windows-1252|cp1252|us-ascii)$/i.test(declared))
    return plain('windows-1252', part)
  return isUtf8(bytes)
    ? { text: utf8.decode(part), repaired: false }
    : { ...plain('windows-1252', part), repaired: true }
}

/** Two bytes a character, as its mark says. */
export function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

const utf8 = new TextDecoder('utf-8')

function plain(encoding: 'utf-16le' | 'utf-16be' | 'windows-1252', bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), repaired: false }
}
