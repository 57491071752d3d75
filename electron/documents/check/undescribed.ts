import { DocumentImage } from '../image.ts'

/** Title of the item of each such picture, in the order of the model; empty for one of no item, such as a logo. */
export function undescribedPictures(model: unknown): string[] {
  const found: string[] = []
  const visit = (value: unknown, item: string) => {
    if (Array.isArray(value)) for (const one of value) visit(one, item)
    else if (typeof value === 'object' && value !== null) {
      const image = 'type' in value && value.type === 'image' ? DocumentImage.safeParse(value) : null
      if (image?.success === true) {
        if (image.data.alt.trim() === '') found.push(item)
        return
      }
      const own = 'title' in value && typeof value.title === 'string' ? titleOf(value) : item
      for (const [key, part] of Object.entries(value)) visit(part, key === 'head' ? '' : own)
    }
  }
  visit(model, '')
  return found
}

function titleOf(value: { title?: unknown; number?: unknown }): string {
  const number = typeof value.number === 'string' ? value.number : ''
  return `${number} ${String(value.title)}`.trim()
}
