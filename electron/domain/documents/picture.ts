// Format and size are read from the first bytes, before anything decodes the picture.

/** The most that is taken in, before it is scaled down. */
export const MAX_PICTURE_BYTES = 20 * 1024 * 1024
export const MAX_PICTURE_PIXELS = 80_000_000
/** The longest side that is kept, in pixels: the width of a page at 340 points per inch. */
export const KEPT_PICTURE_SIDE = 2000

/** `heic` and `tiff` are known only to be refused in their own words: no part of the application reads them. */
export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'heic' | 'tiff'
export type PictureSize = { width: number; height: number }
/** Why a picture is not taken in; each is a code of the contract's errors. */
export type PictureRefusal = 'file-empty' | 'file-damaged' | 'picture-too-large' | 'picture-unknown'

/** Says nothing of whether the rest is sound. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const head = latin1(bytes, 0, 16)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp'
  if (head.startsWith('BM')) return 'bmp'
  if (/^[\s\S]{4}ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/.test(head)) return 'heic'
  return /^(?:II\*\0|MM\0\*)/.test(head) ? 'tiff' : null
}

/** Width and height as the header states them; null when it ends too early or states none. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = statedSize(view, bytes)
    return size !== null && size.width > 0 && size.height > 0 ? size : null
  } catch (thrown) {
    // The header is cut short.
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

/** Null when the picture may be decoded: of a known format, its sizes within the limits. */
export function pictureRefusal(bytes: Uint8Array): PictureRefusal | null {
  if (bytes.length === 0) return 'file-empty'
  if (bytes.length > MAX_PICTURE_BYTES) return 'picture-too-large'
  const format = pictureFormat(bytes)
  if (format === null || format === 'heic' || format === 'tiff') return 'picture-unknown'
  const size = pictureSize(bytes)
  if (size === null) return 'file-damaged'
  return size.width * size.height > MAX_PICTURE_PIXELS ? 'picture-too-large' : null
}

/** The size at which a picture is kept: its own, or its longest side brought to the limit. */
export function keptSize({ width, height }: PictureSize): PictureSize {
  const ratio = Math.min(1, KEPT_PICTURE_SIDE / Math.max(width, height))
  const scaled = (side: number) => Math.max(1, Math.round(side * ratio))
  return { width: scaled(width), height: scaled(height) }
}

function statedSize(view: DataView, bytes: Uint8Array): PictureSize | null {
  switch (pictureFormat(bytes)) {
    case 'png':
      return latin1(bytes, 12, 16) === 'IHDR'
        ? { width: view.getUint32(16), height: view.getUint32(20) }
        : null
    case 'gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    case 'bmp':
      // A negative height means that the rows go from top to bottom.
      return view.getUint32(14, true) < 40
        ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
        : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    case 'webp':
      return webpSize(view, latin1(bytes, 12, 16))
    case 'jpeg':
      return jpegSize(view)
    default:
      return null
  }
}

function webpSize(view: DataView, kind: string): PictureSize | null {
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  if (kind === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const sizes = view.getUint32(21, true)
  return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 }
}

/** From segment to segment to the first that starts a frame. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker === 0xda || marker === 0xd9) return null
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}

/** SOF0 to SOF15, without the three markers of that range that start something else (DHT, JPG, DAC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
