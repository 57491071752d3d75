import { AppError } from '../../contract/errors.ts'
import {
  type PictureSize,
  pictureFormat,
  pictureRefusal,
  pictureSize,
} from '../../domain/documents/picture.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'

export type CleanPicture = PictureSize & { bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg' }

/**
 * Takes a PNG or a JPEG: the window has redrawn every other format.
 * @throws AppError `file-empty`, `file-damaged`, `picture-too-large`, `picture-unknown`
 */
export function cleanPicture(bytes: Uint8Array): CleanPicture {
  const refusal = pictureRefusal(bytes)
  if (refusal !== null) throw new AppError(refusal)
  const format = pictureFormat(bytes)
  const size = pictureSize(bytes)
  if (size === null || (format !== 'png' && format !== 'jpeg')) throw new AppError('picture-unknown')
  return format === 'png'
    ? { ...size, bytes: cleanPng(bytes), mediaType: 'image/png' }
    : { ...size, bytes: cleanJpeg(bytes), mediaType: 'image/jpeg' }
}
