import {
  type PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNumber,
  type PDFObjectCopier,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { goTo, type Targets } from './clean-pages.ts'
import { dictAt, name, textOf } from './pdf-objects.ts'

/** Beyond, an annex's list would be longer than anybody reads. */
const MAX_BOOKMARKS = 2000
const MAX_DEPTH = 6

type Bookmark = { title: string; target: PDFArray | undefined; kids: Bookmark[] }

/** The bookmarks of a document that say something and lead, themselves or those under them, to one of its pages. */
export function bookmarksOf({ catalog }: PDFDocument, targets: Targets): Bookmark[] {
  const met = new Set<PDFDict>()
  const outlines = dictAt(catalog, 'Outlines')
  return outlines === undefined ? [] : under(outlines, 1)

  function under(parent: PDFDict, depth: number): Bookmark[] {
    const found: Bookmark[] = []
    let item = dictAt(parent, 'First')
    for (; item !== undefined && !met.has(item) && met.size < MAX_BOOKMARKS; item = dictAt(item, 'Next')) {
      met.add(item)
      const action = dictAt(item, 'A')
      const place = item.lookup(name('Dest')) ?? (action === undefined ? undefined : goTo(action))
      const target = place === undefined ? undefined : targets.find(place)
      const title = textOf(item.lookup(name('Title'))).trim()
      const kids = depth < MAX_DEPTH ? under(item, depth + 1) : []
      if (title !== '' && (target !== undefined || kids.length > 0)) found.push({ title, target, kids })
    }
    return found
  }
}

/** Puts bookmarks under one of the book's, closed: the list of the book stays as short as its agenda. */
export function putBookmarks(
  context: PDFContext,
  parentRef: PDFRef,
  bookmarks: readonly Bookmark[],
  copier: PDFObjectCopier,
): void {
  if (bookmarks.length === 0) return
  const refs = bookmarks.map(() => context.nextRef())
  for (const [index, { title, target, kids }] of bookmarks.entries()) {
    const ref = refs[index]
    if (ref === undefined) continue
    const item = context.obj({ Title: PDFHexString.fromText(title), Parent: parentRef })
    const [before, after] = [refs[index - 1], refs[index + 1]]
    if (before !== undefined) item.set(name('Prev'), before)
    if (after !== undefined) item.set(name('Next'), after)
    if (target !== undefined) item.set(name('Dest'), copier.copy(target))
    context.assign(ref, item)
    putBookmarks(context, ref, kids, copier)
  }
  const parent = context.lookup(parentRef, PDFDict)
  const [first, last] = [refs[0], refs.at(-1)]
  if (first === undefined || last === undefined) return
  parent.set(name('First'), first)
  parent.set(name('Last'), last)
  parent.set(name('Count'), PDFNumber.of(-bookmarks.length))
}
