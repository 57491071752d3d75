import { AppError } from '../../contract/errors.ts'
import { type ImageType, MAX_LOGO_BYTES, MAX_LOGO_PIXELS } from '../../domain/documents/letterhead.ts'
import { pictureFormat, pictureSize } from '../../domain/documents/picture.ts'
import { cleanPicture } from '../picture/clean-picture.ts'
import { cleanSvg } from './clean-svg.ts'

export type ReadLogo = { bytes: Uint8Array; mediaType: ImageType; width: number; height: number }

/**
 * Sizes are read from the head of the file, before anything is decoded.
 * @throws AppError `file-empty`, `logo-too-large`, `picture-unknown`, `drawing-refused`, `file-damaged`.
 */
export function readLogo(bytes: Uint8Array): ReadLogo {
  if (bytes.length > MAX_LOGO_BYTES) throw new AppError('logo-too-large')
  if (startsAsXml(bytes)) return { ...cleanSvg(bytes), mediaType: 'image/svg+xml' }
  const size = pictureFormat(bytes) === null ? null : pictureSize(bytes)
  if (size !== null && size.width * size.height > MAX_LOGO_PIXELS) throw new AppError('logo-too-large')
  return cleanPicture(bytes)
}

/** A drawing is text: a byte order mark, spaces, then a tag. */
function startsAsXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').replace(/\0/g, '')
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(start)
}
