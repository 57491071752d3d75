import { dispatchText as text } from '../../documents/text/dispatch.ts'
import type { DispatchDocument } from '../../domain/dispatch/dispatch.ts'

/** Empty when everything travels in the message. */
export function besideParagraph(documents: readonly DispatchDocument[], folder: string): string {
  const names = documents.filter(({ placement }) => placement === 'folder').map(({ fileName }) => fileName)
  return names.length === 0 ? '' : text.beside(names, folder)
}

/** Words that begin the end of a letter in French. */
const complimentaryClose = /agréer|considération distinguée|salutations|cordialement|respectueusement/i

/**
 * A text with its former paragraph replaced by the present one where it stands; one that somebody rewrote is left alone
 * and the new one put before the complimentary close.
 */
export function withParagraph(body: string, former: string, present: string): string {
  if (former === present) return body
  if (former !== '' && body.includes(former))
    return body
      .replace(former, () => present)
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  if (present === '') return body
  const paragraphs = body.split(/\n{2,}/)
  const close = paragraphs.findLastIndex((paragraph) => complimentaryClose.test(paragraph))
  paragraphs.splice(close < 0 ? paragraphs.length : close, 0, present)
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
}
