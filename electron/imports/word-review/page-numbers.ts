import { textOf, type XmlElement } from '../xml.ts'

/** Fields whose result programs count anew (ECMA-376 part 1, 17.16.5). */
const counts = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?![A-Z])/i

/** A block of a head or foot without the numbers of pages, however its program writes fields; typed numbers stay. */
export function withoutPageNumbers(block: XmlElement): XmlElement {
  const open: { instruction: string; isCounted: boolean }[] = []
  let counted = 0
  const mark = (type: string | undefined) => {
    const field = open.at(-1)
    if (type === 'begin') open.push({ instruction: '', isCounted: false })
    else if (type === 'separate' && field !== undefined && counts.test(field.instruction)) {
      field.isCounted = true
      counted += 1
    } else if (type === 'end' && open.pop()?.isCounted === true) counted -= 1
  }
  const left = (element: XmlElement): XmlElement[] => {
    const { name, attributes } = element
    const isText = name === 'w:t' || name === 'w:delText'
    if (isText && counted > 0) return []
    if (name === 'w:fldSimple' && counts.test(attributes['w:instr'] ?? '')) return []
    if (name === 'w:fldChar') mark(attributes['w:fldCharType'])
    const field = open.at(-1)
    if (name === 'w:instrText' && field !== undefined) field.instruction += textOf(element)
    const children = element.children.flatMap((child): (XmlElement | string)[] =>
      typeof child === 'string' ? [child] : left(child),
    )
    return [{ ...element, children }]
  }
  return left(block)[0] ?? block
}
