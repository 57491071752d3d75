import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import {
  keptSize,
  pictureFormat,
  pictureRefusal,
  pictureSize,
} from '../../electron/domain/documents/picture.ts'
import { cleanPicture } from '../../electron/imports/picture/clean-picture.ts'
import { jpeg, jpegSegment, png, pngChunk } from './picture-builders.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const withSizes = (start: string, at: number, write: (bytes: Buffer) => void) => {
  const bytes = Buffer.concat([latin1(start), Buffer.alloc(Math.max(0, at - start.length))])
  write(bytes)
  return bytes
}

/** The code it is refused with, or null. */
function refusedWith(bytes: Uint8Array): string | null {
  try {
    cleanPicture(bytes)
    return null
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code
    throw thrown
  }
}

describe('a header', () => {
  it.each([
    ['png', png(31, 17)],
    ['jpeg', jpeg(31, 17, { extra: [jpegSegment(0xe1, latin1('Exif\0\0'))] })],
    ['gif', withSizes('GIF89a', 10, (bytes) => bytes.set([31, 0, 17, 0], 6))],
    ['bmp', withSizes('BM', 26, (bytes) => [40, 31, -17].map((n, i) => bytes.writeInt32LE(n, 14 + i * 4)))],
    ['webp', withSizes('RIFF....WEBPVP8X', 30, (bytes) => bytes.set([30, 0, 0, 16, 0, 0], 24))],
    ['webp', withSizes('RIFF....WEBPVP8 ', 30, (bytes) => bytes.set([31, 0, 17, 0], 26))],
    ['webp', withSizes('RIFF....WEBPVP8L', 25, (bytes) => bytes.writeUInt32LE(30 | (16 << 14), 21))],
  ])('tells the size of a %s', (format, bytes) => {
    expect(pictureFormat(bytes)).toBe(format)
    expect(pictureSize(bytes)).toEqual({ width: 31, height: 17 })
    expect(pictureRefusal(bytes)).toBeNull()
  })

  it('knows what is only refused: the photographs of a telephone, scans, drawings, texts', () => {
    expect(pictureFormat(latin1('\0\0\0\x18ftypheic'))).toBe('heic')
    expect(pictureFormat(latin1('II*\0'))).toBe('tiff')
    expect(pictureFormat(latin1('note II*\0 MM\0*'))).toBeNull()
    for (const head of [
      '\0\0\0\x18ftypheic',
      'MM\0*',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '%PDF-1.7',
    ])
      expect(pictureRefusal(latin1(head))).toBe('picture-unknown')
    expect(pictureRefusal(Buffer.alloc(0))).toBe('file-empty')
  })

  it('refuses what would fill the memory once decoded, however small the file', () => {
    expect(pictureRefusal(png(1, 1, { stated: [10_000, 8000] }))).toBeNull()
    expect(pictureRefusal(png(1, 1, { stated: [10_000, 8001] }))).toBe('picture-too-large')
    expect(pictureRefusal(png(1, 1, { stated: [0xffffffff, 0xffffffff] }))).toBe('picture-too-large')
    expect(pictureRefusal(Buffer.concat([png(1, 1), Buffer.alloc(21 * 1024 * 1024)]))).toBe(
      'picture-too-large',
    )
    expect(pictureRefusal(png(1, 1, { stated: [0, 5] }))).toBe('file-damaged')
  })

  it('ends, and never throws, on any bytes', () => {
    const starts = [png(3, 3), jpeg(9, 9), latin1('GIF89a'), latin1('BM'), latin1('RIFF....WEBPVP8X')]
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(90),
        fc.uint8Array({ maxLength: 60 }),
        (start, cut, tail) => {
          const bytes = Buffer.concat([start.subarray(0, cut), tail])
          pictureSize(bytes)
          refusedWith(bytes)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('gives the size that is kept: never larger, in the same proportion', () => {
    expect(keptSize({ width: 1600, height: 900 })).toEqual({ width: 1600, height: 900 })
    expect(keptSize({ width: 8000, height: 4000 })).toEqual({ width: 2000, height: 1000 })
    expect(keptSize({ width: 60_000, height: 2 })).toEqual({ width: 2000, height: 1 })
  })
})

describe('what is kept', () => {
  const secret = 'Hélène Marchetti 48.8566 N'
  const exif = Buffer.concat([latin1('Exif\0\0'), Buffer.from(secret)])

  it('of a png is the same pixels, and no text, place, date, colour profile or file behind it', () => {
    const plain = png(20, 10)
    const full = png(20, 10, {
      extra: ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'iCCP', 'prVt'].map((type) =>
        pngChunk(type, Buffer.from(`${type} ${secret}`)),
      ),
      after: Buffer.from(secret),
    })
    expect(full.includes(secret)).toBe(true)
    expect(cleanPicture(full)).toEqual(cleanPicture(plain))
    expect(Buffer.from(cleanPicture(full).bytes)).toEqual(plain)
  })

  it('of a jpeg is the same surface, and no EXIF, comment, preview or file behind it', () => {
    const segments = [0xe1, 0xe2, 0xed, 0xfe].map((marker) => jpegSegment(marker, exif))
    const full = jpeg(20, 10, { extra: segments, after: Buffer.from(secret) })
    const { bytes, ...rest } = cleanPicture(full)
    expect(rest).toEqual({ mediaType: 'image/jpeg', width: 20, height: 10 })
    expect(Buffer.from(bytes).includes('Marchetti')).toBe(false)
    expect(bytes).toEqual(cleanPicture(jpeg(20, 10)).bytes)
    expect(pictureSize(bytes)).toEqual({ width: 20, height: 10 })
    expect(cleanPicture(bytes).bytes).toEqual(bytes)
  })

  it('is whole: one that is cut anywhere, altered, or longer than it states is refused', () => {
    const sound = png(20, 10)
    for (let end = 1; end < sound.length; end += 1)
      expect(refusedWith(sound.subarray(0, end)), `cut at ${end}`).not.toBeNull()
    const altered = Buffer.from(sound)
    altered[sound.length - 20] = (altered[sound.length - 20] ?? 0) ^ 0x10
    expect(refusedWith(altered)).toBe('file-damaged')
    expect(refusedWith(png(20, 10, { stated: [20, 11] }))).toBe('file-damaged')
    expect(refusedWith(png(20, 10, { stated: [20, 9] }))).toBe('file-damaged')
    const photograph = jpeg(64, 64)
    for (let end = 1; end < photograph.length; end += 1)
      expect(refusedWith(photograph.subarray(0, end)), `cut at ${end}`).not.toBeNull()
  })

  it('is a png or a jpeg', () => {
    expect(refusedWith(withSizes('GIF89a', 10, (bytes) => bytes.set([31, 0, 17, 0], 6)))).toBe(
      'picture-unknown',
    )
    const press = Buffer.from(jpeg(8, 8))
    press[press.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 4
    expect(refusedWith(press)).toBe('picture-unknown')
  })
})
