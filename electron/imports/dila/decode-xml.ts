// Decode XML: bytes of a delivered file to characters; some say UTF-8 and are not.
export type Decoded = { text: string /** It is not in the encoding that it says. */; repaired: boolean }

/** In the encoding that the file declares, UTF-8 without one; what is not UTF-8 is read as Windows-1252. */
export function decodeXml(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain('utf-16be', bytes)
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1] ?? 'utf-8'
  if (/^(?:iso-8859-1|iso-8859-15|latin1|windows-1252|cp1252|us-ascii)$/i.test(declared))
    return plain('windows-1252', bytes)
  try {
    return { text: utf8.decode(bytes), repaired: false }
  } catch {
    return { ...plain('windows-1252', bytes), repaired: true }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function plain(encoding: 'utf-16le' | 'utf-16be' | 'windows-1252', bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), repaired: false }
}
