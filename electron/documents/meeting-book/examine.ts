import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import type { AnnexFate, AttachedReason } from '../../domain/documents/meeting-book.ts'
import {
  asDict,
  dictAt,
  followed,
  inherited,
  listAt,
  loadPdf,
  name,
  nameAt,
  numberAt,
  pagesOf,
  treePairs,
} from './pdf-objects.ts'

/** Never throws: what cannot be read is `damaged`, and is attached as it came. */
export async function examinePdf(
  bytes: Uint8Array,
): Promise<Extract<AnnexFate, { goes: 'merged' | 'attached' }>> {
  // Before anything is read: what is encrypted looks damaged to a reader that does not decrypt.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Encrypt')) {
    const encrypted = await isEncrypted(bytes)
    if (encrypted) return { goes: 'attached', why: 'protected' }
  }
  try {
    const document = await loadPdf(bytes)
    const why = reasonToAttach(document)
    if (why !== null) return { goes: 'attached', why }
    const pages = pagesOf(document)
    if (
      pages.length === 0 ||
      !isWhole(
        document,
        pages.map(({ page }) => page),
      )
    )
      return { goes: 'attached', why: 'damaged' }
    return {
      goes: 'merged',
      pages: pages.length,
      tagged: isTagged(document),
      holdsFiles: holdsFiles(document),
    }
  } catch {
    return { goes: 'attached', why: 'damaged' }
  }
}

/** The word may also stand in the middle of a page: the trailer decides, or the refusal of what cannot be read. */
async function isEncrypted(bytes: Uint8Array): Promise<boolean> {
  try {
    const { context } = await loadPdf(bytes)
    return context.trailerInfo.Encrypt !== undefined
  } catch {
    return true
  }
}

function reasonToAttach({ catalog, context }: PDFDocument): AttachedReason | null {
  const form = dictAt(catalog, 'AcroForm')
  const fields = form === undefined ? [] : fieldsOf(form)
  // Permissions granted by a signature (DocMDP, usage rights) fall with it.
  const signed =
    fields.some((field) => nameAt(field, 'FT') === 'Sig' && field.has(name('V'))) ||
    catalog.has(name('Perms')) ||
    context.enumerateIndirectObjects().some(([, object]) => asDict(object)?.has(name('ByteRange')) === true)
  if (signed) return 'signed'
  if (catalog.has(name('Collection'))) return 'portfolio'
  return form?.has(name('XFA')) === true || fields.length > 0 ? 'form' : null
}

function fieldsOf(form: PDFDict): PDFDict[] {
  const found = new Set<PDFDict>()
  const open = listAt(form, 'Fields')
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const field = asDict(followed(form, next))
    if (field === undefined || found.has(field)) continue
    found.add(field)
    open.push(...listAt(field, 'Kids'))
  }
  return [...found]
}

/** The pages announced are there, each with its size and with everything that is to be drawn on it. */
function isWhole({ catalog }: PDFDocument, pages: readonly PDFDict[]): boolean {
  const announced = numberAt(catalog.lookup(name('Pages'), PDFDict), 'Count')
  if (announced !== pages.length) return false
  return pages.every(
    (page) =>
      followed(page, inherited(page, 'MediaBox')) instanceof PDFArray &&
      listAt(page, 'Contents').every((content) => followed(page, content) instanceof PDFStream) &&
      (!page.has(name('Contents')) || page.lookup(name('Contents')) !== undefined),
  )
}

/** Whether it says that it is tagged and at least one of its pages belongs to a structure. */
export function isTagged(document: PDFDocument): boolean {
  const root = dictAt(document.catalog, 'StructTreeRoot')
  const marked = dictAt(document.catalog, 'MarkInfo')?.lookup(name('Marked'))
  return (
    root !== undefined &&
    String(marked) === 'true' &&
    listAt(root, 'K').length > 0 &&
    treePairs(dictAt(root, 'ParentTree'), 'Nums').length > 0 &&
    pagesOf(document).some(({ page }) => page.lookup(name('StructParents')) instanceof PDFNumber)
  )
}

function holdsFiles(document: PDFDocument): boolean {
  const names = dictAt(document.catalog, 'Names')
  const files = names === undefined ? [] : treePairs(dictAt(names, 'EmbeddedFiles'), 'Names')
  const onPages = () =>
    pagesOf(document).some(({ page }) =>
      listAt(page, 'Annots').some(
        (annotation) =>
          asDict(followed(page, annotation))?.lookup(name('Subtype')) === PDFName.of('FileAttachment'),
      ),
    )
  // A file with its own data for machines loses nothing that a reader of its pages would miss.
  const forReaders = files.filter(([, file]) => !isData(asDict(followed(document.catalog, file))))
  return forReaders.length > 0 || onPages()
}

function isData(specification: PDFDict | undefined): boolean {
  return specification !== undefined && nameAt(specification, 'AFRelationship') === 'Data'
}
