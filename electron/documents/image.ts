import { z } from 'zod'
import { ImageType } from '../domain/documents/letterhead.ts'

export const DocumentImage = z.strictObject({
  type: z.literal('image'),
  /** Lower-case hex SHA-256 of the bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: ImageType,
  /** Pixels, or units of the drawing. */
  width: z.int().min(1),
  height: z.int().min(1),
  alt: z.string(),
})
export type DocumentImage = z.infer<typeof DocumentImage>

/** Every image that a model shows, each once. */
export function imagesOf(model: unknown): DocumentImage[] {
  const found = new Map<string, DocumentImage>()
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const image = 'type' in value && value.type === 'image' ? DocumentImage.safeParse(value) : null
      if (image?.success === true) found.set(image.data.sha256, image.data)
      else Object.values(value).forEach(visit)
    }
  }
  visit(model)
  return [...found.values()]
}
