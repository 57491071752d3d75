// Carries the layers of an annex over, shown or hidden as they were: without this every hidden one would be drawn.
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, type PDFObjectCopier } from '@cantoo/pdf-lib'
import { dictAt, listAt, name, nameAt } from './pdf-objects.ts'

/** @param label of the annex, above its layers in the list that readers show. */
export function joinLayers(
  source: PDFDocument,
  copier: PDFObjectCopier,
  book: PDFDocument,
  label: string,
): void {
  const own = dictAt(source.catalog, 'OCProperties')
  const layers = own === undefined ? [] : listAt(own, 'OCGs')
  if (own === undefined || layers.length === 0) return
  const config = dictAt(own, 'D')
  const listed = (key: 'ON' | 'OFF') => new Set(config === undefined ? [] : listAt(config, key))
  const [on, off] = [listed('ON'), listed('OFF')]
  const startsHidden = config !== undefined && nameAt(config, 'BaseState') === 'OFF'
  const { all, hidden, order } = layersOf(book)
  const group = PDFArray.withContext(book.context)
  group.push(PDFHexString.fromText(label))
  for (const layer of layers) {
    const copied = copier.copy(layer)
    all.push(copied)
    group.push(copied)
    if (startsHidden ? !on.has(layer) : off.has(layer)) hidden.push(copied)
  }
  order.push(group)
}

function layersOf({ catalog, context }: PDFDocument): { all: PDFArray; hidden: PDFArray; order: PDFArray } {
  if (!catalog.has(name('OCProperties')))
    catalog.set(name('OCProperties'), context.obj({ OCGs: [], D: { Order: [], OFF: [] } }))
  const properties = catalog.lookup(name('OCProperties'), PDFDict)
  const config = properties.lookup(name('D'), PDFDict)
  return {
    all: properties.lookup(name('OCGs'), PDFArray),
    hidden: config.lookup(name('OFF'), PDFArray),
    order: config.lookup(name('Order'), PDFArray),
  }
}
