// Any picture that the window can show becomes a PNG or a JPEG of a size fit for paper; what it held beside its pixels
// (place, author, date) stays behind.
import { keptSize, pictureFormat, pictureRefusal } from '../../../electron/domain/documents/picture.ts'
import { ApiError } from '../../api/api-error.ts'

/** A drawing or a screenshot heavier than this is rather a photograph: it becomes a JPEG. */
const HEAVY_PNG_BYTES = 2 * 1024 * 1024
const QUALITY = 0.9

/**
 * Nothing is decoded before its header was read.
 * @throws {ApiError} `file-empty`, `file-damaged`, `picture-too-large`, `picture-unknown`
 */
export async function redrawn(picture: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(await picture.arrayBuffer())
  const refusal = pictureRefusal(bytes)
  if (refusal !== null) throw new ApiError(refusal)
  const canvas = await drawn(picture)
  if (pictureFormat(bytes) !== 'jpeg') {
    const png = await canvas.convertToBlob({ type: 'image/png' })
    if (png.size <= HEAVY_PNG_BYTES) return new Uint8Array(await png.arrayBuffer())
  }
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return new Uint8Array(await jpeg.arrayBuffer())
}

/** Turned as its camera was held, scaled down, on the white of the paper; decoded off the window's own thread. */
async function drawn(picture: Blob): Promise<OffscreenCanvas> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(picture)
  } catch {
    throw new ApiError('file-damaged')
  }
  const { width, height } = keptSize(bitmap)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  if (context !== null) {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, width, height)
  }
  bitmap.close()
  return canvas
}
