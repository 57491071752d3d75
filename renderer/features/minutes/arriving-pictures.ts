import { keptSize, pictureFormat, pictureRefusal } from '../../../electron/domain/documents/picture.ts'
import type { RichImageFields } from '../../../electron/domain/text/rich-text.ts'
import { ApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { store } from '../../api/outbox/window.ts'

// Any picture that the window can show becomes a PNG or a JPEG of a size fit for paper; what it held beside its pixels
// (place, author, date) stays behind.
/** A drawing or a screenshot heavier than this is rather a photograph: it becomes a JPEG. */
const HEAVY_PNG_BYTES = 2 * 1024 * 1024
const QUALITY = 0.9

/**
 * Nothing is decoded before its header was read.
 * @throws {ApiError} `file-empty`, `file-damaged`, `picture-too-large`, `picture-unknown`
 */
async function redrawn(picture: Blob): Promise<Uint8Array> {
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

type Stored = Omit<RichImageFields, 'alt' | 'size'>

const announced = new Map<string, Blob>()
const arrivals = new Map<string, Promise<Stored>>()

/** The name under which a text shows a picture until it is stored. */
export function announce(picture: Blob): string {
  const id = newId()
  announced.set(id, picture)
  return id
}

export function isAnnounced(id: string): boolean {
  return announced.has(id) || arrivals.has(id)
}

/** The picture as stored for this meeting's minutes; asked again, it is not sent again. */
export function arrival(id: string, meetingId: string): Promise<Stored> {
  const known = arrivals.get(id)
  if (known !== undefined) return known
  const picture = announced.get(id) ?? new Blob([])
  announced.delete(id)
  const stored = redrawn(picture).then((bytes) => store('minutes.addPicture', { meetingId, bytes }))
  arrivals.set(id, stored)
  return stored
}

/** The picture that a `data:` address holds; null for any other address: nothing is fetched. */
export function dataPicture(address: string): Blob | null {
  const base64 = /^data:image\/[a-z0-9.+-]+;base64,/i.exec(address)
  if (base64 === null) return null
  try {
    const signs = atob(address.slice(base64[0].length))
    return new Blob([Uint8Array.from(signs, (sign) => sign.charCodeAt(0))])
  } catch {
    return null
  }
}
