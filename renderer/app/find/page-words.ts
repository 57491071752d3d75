// Where words stand in what a screen shows. Not the browser's own search: that one finds in the sidebar, in the field it is
// typed in and in what only a screen reader says, and it takes the focus out of that field.
import { fold } from '../../../electron/domain/text/fold.ts'
import { isTyping } from '../../ui/typing.ts'

/** A stretch of the text, or a field that holds the words: what is in a field cannot be marked itself. */
export type FoundPlace = StaticRange | HTMLElement

export function placesOf(root: Element, typed: string): FoundPlace[] {
  const wanted = spaced(fold(typed)).trim()
  if (wanted === '') return []
  const read = lettersIn(root)
  const places: { at: number; place: FoundPlace }[] = read.fields
    .filter(({ held }) => spaced(fold(held)).includes(wanted))
    .map(({ at, field }) => ({ at, place: field }))
  for (let at = read.whole.indexOf(wanted); at >= 0; at = read.whole.indexOf(wanted, at + wanted.length)) {
    const [from, to] = [read.letters[at], read.letters[at + wanted.length - 1]]
    if (from?.node == null || to?.node == null) continue
    const [start, end] = [
      { startContainer: from.node, startOffset: from.from },
      { endContainer: to.node, endOffset: to.to },
    ]
    places.push({ at, place: new StaticRange({ ...start, ...end }) })
  }
  return places.sort((a, b) => a.at - b.at).map(({ place }) => place)
}

/** Of a sign between two parts of the page there is no node. */
type Letter = { readonly node: Text | null; readonly from: number; readonly to: number }

/** All that is seen of an element, folded, each letter with its place; a line ends where a part of the page does. */
function lettersIn(root: Element) {
  const letters: Letter[] = []
  const fields: { at: number; field: HTMLElement; held: string }[] = []
  const seen = new Map<Element, boolean>()
  const parts = new Map<Element, Element>()
  const signs: string[] = []
  let part: Element | null = null
  const end = () => {
    if (signs.length === 0 || signs.at(-1) === '\n') return
    signs.push('\n')
    letters.push({ node: null, from: 0, to: 0 })
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
      if (isTyping(node) && isSeen(node, seen))
        fields.push({ at: letters.length, field: node, held: node.value })
      continue
    }
    if (!(node instanceof Text) || parent === null || !isSeen(parent, seen)) continue
    const own = partOf(parent, parts)
    if (own !== part) end()
    part = own
    let from = 0
    for (const sign of node.data) {
      const to = from + sign.length
      // By unit, as the words that are sought are counted: an emoji is two of them.
      for (const letter of spaced(fold(sign)).split('')) {
        if (letter === ' ' && (signs.at(-1) === ' ' || signs.at(-1) === '\n')) continue
        signs.push(letter)
        letters.push({ node, from, to })
      }
      from = to
    }
  }
  return { whole: signs.join(''), letters, fields }
}

const spaced = (words: string) => words.replace(/\s+/gu, ' ')

function isSeen(element: Element, seen: Map<Element, boolean>): boolean {
  const known = seen.get(element)
  if (known !== undefined) return known
  const isShown =
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('.visually-hidden, [data-finds], option, svg') === null
  seen.set(element, isShown)
  return isShown
}

/** What the words of an element stand in: its paragraph, its cell. */
function partOf(element: Element, parts: Map<Element, Element>): Element {
  const known = parts.get(element)
  if (known !== undefined) return known
  const { parentElement } = element
  const isInline = getComputedStyle(element).display === 'inline' && parentElement !== null
  const part = isInline ? partOf(parentElement, parts) : element
  parts.set(element, part)
  return part
}
