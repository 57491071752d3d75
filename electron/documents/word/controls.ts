// The named content controls of a part, and what the place of each can take (ECMA-376 part 1, 17.5.2).
import { childOf, elementsOf, type WordElement, wordValue } from './elements.ts'

/** What a place of the document takes: runs within a line; whole blocks; the words of one cell; null = nothing of ours. */
type Place = 'line' | 'blocks' | 'cell' | null
/** A content control with a name. `inside` are all elements of its content, in order. */
export type Control = {
  tag: string
  place: Place
  properties: WordElement | undefined
  content: WordElement
  inside: readonly WordElement[]
}

/**
 * Those that stand in no other that is filled: Word groups controls, and repeats them, in some without a name.
 * @param xml well formed. @param isFilled whether what a control of a name holds goes.
 */
export function controlsIn(xml: string, isFilled: (tag: string) => boolean): Control[] {
  const all = elementsOf(xml)
  const controls: Control[] = []
  let filledTo = 0
  for (const element of all) {
    if (element.name !== 'w:sdt' || element.start < filledTo) continue
    const properties = childOf(element, 'w:sdtPr')
    const content = childOf(element, 'w:sdtContent')
    const tag = wordValue(childOf(properties, 'w:tag'))
    if (tag === '' || content === undefined) continue
    const inside = all.filter(({ start }) => start > content.start && start < content.end)
    controls.push({ tag, place: placeOf(element, content), properties, content, inside })
    if (isFilled(tag)) filledTo = content.end
  }
  return controls
}

/** By what is around it, whatever it holds now; a control around cells takes our words when it is one cell. */
function placeOf({ around }: WordElement, content: WordElement): Place {
  let holder = around
  while (holder !== null && seenThrough.has(holder.name)) holder = holder.around
  const place = places[holder?.name ?? ''] ?? null
  const cells = content.children.filter(({ name }) => name === 'w:tc')
  return place === 'cell' && cells.length !== 1 ? null : place
}
/** They hold what their own place takes. */
const seenThrough = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
])
const places: Readonly<Record<string, Place>> = {
  'w:p': 'line',
  'w:tr': 'cell',
  'w:tc': 'blocks',
  'w:body': 'blocks',
  'w:hdr': 'blocks',
  'w:ftr': 'blocks',
  'w:txbxContent': 'blocks',
}
