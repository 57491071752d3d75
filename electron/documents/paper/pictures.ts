import { AppError } from '../../contract/errors.ts'
import type { ImageBytes } from '../../contract/wire.ts'
import { type DocumentImage, imagesOf } from '../image.ts'
import type { Paper, PaperBlock } from './paper.ts'

export type Picture = {
  /** Name of its file: the hash of the bytes that the model speaks of, and what they are now. */
  fileName: string
  mediaType: 'image/png' | 'image/jpeg'
  bytes: Uint8Array
}
export type Pictures = ReadonlyMap<string, Picture>

/** Points; what is drawn beside a text at 96 pixels to the inch, never higher than half a page (as in the PDF). */
const POINTS_PER_PIXEL = 0.75
const HIGHEST = 340
/** Logos of one row cover the same area, as in the PDF: points of the widest and highest, square points. */
const LOGOS = {
  issuer: { area: 4980, widest: 181, highest: 57 },
  partner: { area: 1530, widest: 96, highest: 31 },
} as const
const LOGO_GAP = 14

/**
 * The pictures of a paper by their hash; drawings become png.
 * @throws AppError `file-damaged` when the bytes of one are missing.
 */
export async function picturesOf({ front, blocks }: Paper, images: ImageBytes): Promise<Pictures> {
  const found = new Map<string, Picture>()
  for (const { sha256, mediaType } of imagesOf([front, blocks])) {
    const bytes = bytesOf(sha256, images)
    if (mediaType === 'image/svg+xml') {
      const { rasterised } = await import('../svg-raster.ts')
      const { png } = await rasterised(bytes)
      found.set(sha256, { fileName: `${sha256}.png`, mediaType: 'image/png', bytes: png })
    } else {
      const ending = mediaType === 'image/png' ? 'png' : 'jpeg'
      found.set(sha256, { fileName: `${sha256}.${ending}`, mediaType, bytes })
    }
  }
  return found
}

/** Bytes of one picture. @throws AppError `file-damaged`. */
export function bytesOf(sha256: string, images: ImageBytes): Uint8Array {
  const image = images.find((one) => one.sha256 === sha256)
  if (image === undefined)
    throw new AppError('file-damaged', { message: `no bytes of the picture ${sha256}` })
  return image.bytes
}

export type Size = { width: number; height: number }

/** Points of a picture in a text so wide. */
export function pictureSize(image: DocumentImage, room: number): Size {
  const natural = { width: image.width * POINTS_PER_PIXEL, height: image.height * POINTS_PER_PIXEL }
  const scale = Math.min(1, room / natural.width, HIGHEST / natural.height)
  return scaled(natural, scale)
}

/** Points of each logo of one row, smaller where the row lacks room. */
export function logoSizes(logos: Extract<PaperBlock, { type: 'logos' }>['logos'], room: number): Size[] {
  const sizes = logos.map(({ role, image }) => {
    const { area, widest, highest } = LOGOS[role]
    const scale = Math.min(
      Math.sqrt(area / (image.width * image.height)),
      widest / image.width,
      highest / image.height,
    )
    return scaled(image, scale)
  })
  const wanted = sizes.reduce((sum, { width }) => sum + width, 0)
  const share = Math.min(1, Math.max(0.05, (room - LOGO_GAP * (logos.length - 1)) / wanted))
  return sizes.map((size) => scaled(size, share))
}

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, width * scale),
  height: Math.max(1, height * scale),
})
