import { AppError } from '../contract/errors.ts'
import type { ImageBytes } from '../contract/wire.ts'
import { carriedJson } from './carried.ts'
import { DocumentModel } from './model.ts'
import { joinedWords } from './paper/joined-words.ts'
import { paperOf } from './paper/paper-of.ts'

/**
 * Bytes of the file; the same model gives the same bytes. Each carries the model inside, so that it can be read back.
 * @param input a `DocumentModel`; checked, because it comes from another process.
 * @param images bytes of the pictures that the model shows.
 * @param template a Word file of somebody's own that a Word file fills, in place of our look.
 * @throws AppError `invalid-input` for a document that only exists in PDF.
 */
export async function renderFlowing(
  input: unknown,
  format: 'docx' | 'odt' | 'html',
  images: ImageBytes = [],
  template: Uint8Array | null = null,
): Promise<Uint8Array> {
  const model = DocumentModel.parse(input)
  const made = paperOf(model)
  if (made === null) throw new AppError('invalid-input', { field: 'format' })
  const paper = joinedWords(made, model)
  const carried = model.head.metadata.dataFile === '' ? null : carriedJson(model)
  switch (format) {
    case 'docx':
      if (template !== null)
        return (await import('./word/template.ts')).fillTemplate(template, model, images, isDraft(model))
      return (await import('./word/render.ts')).renderWord(paper, images, carried, isDraft(model))
    case 'odt':
      return (await import('./odt/render.ts')).renderOdt(paper, images, carried, isDraft(model))
    case 'html':
      return (await import('./html/render.ts')).renderHtml(paper, images, { carried })
  }
}

/** Until minutes are approved, whatever is corrected in their Word file is seen, whoever gives it. */
const isDraft = (model: DocumentModel) => model.kind === 'minutes' && model.head.notice !== ''
