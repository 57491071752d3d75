// The elements of a part and where they stand in its text, so that some are replaced and the rest stays to the byte.

/** `opening` is its first tag; `end` is behind the last. */
export type WordElement = {
  readonly name: string
  readonly opening: string
  readonly around: WordElement | null
  readonly children: WordElement[]
  readonly start: number
  end: number
}

/** Every element, in the order of their beginnings. @param xml well formed. */
export function elementsOf(xml: string): WordElement[] {
  const all: WordElement[] = []
  const open: WordElement[] = []
  for (const { words, start, end } of tagsOf(xml)) {
    if (words.startsWith('</')) {
      const closed = open.pop()
      if (closed !== undefined) closed.end = end
      continue
    }
    const around = open.at(-1) ?? null
    const [name = ''] = /[\w:.-]+/.exec(words) ?? []
    const element: WordElement = { name, opening: words, around, children: [], start, end }
    around?.children.push(element)
    all.push(element)
    if (!words.endsWith('/>')) open.push(element)
  }
  return all
}

/** Its first child of one name. */
export const childOf = (element: WordElement | undefined, name: string) =>
  element?.children.find((child) => child.name === name)

/** Its `w:val`; empty without one. */
export function wordValue(element: WordElement | undefined): string {
  const [, double, single] = /\bw:val=(?:"([^"]*)"|'([^']*)')/.exec(element?.opening ?? '') ?? []
  return (double ?? single ?? '').trim()
}

/** Another text in the place of some elements, none of which holds another. */
export function replaced(xml: string, changes: readonly { element: WordElement; by: string }[]): string {
  let at = 0
  let text = ''
  for (const { element, by } of changes.toSorted((a, b) => a.element.start - b.element.start)) {
    text += xml.slice(at, element.start) + by
    at = element.end
  }
  return text + xml.slice(at)
}

/** Every tag. @param xml well formed. */
function* tagsOf(xml: string): Generator<{ words: string; start: number; end: number }> {
  for (let start = xml.indexOf('<'); start >= 0; ) {
    const [, skipped] = unread.find(([opening]) => xml.startsWith(opening, start)) ?? []
    const end = skipped === undefined ? endOfTag(xml, start) : xml.indexOf(skipped, start) + skipped.length
    if (skipped === undefined) yield { words: xml.slice(start, end), start, end }
    start = xml.indexOf('<', end)
  }
}
const unread = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Behind the sign that closes it: one within quotes does not. */
function endOfTag(xml: string, start: number): number {
  let quote = ''
  for (let at = start; at < xml.length; at += 1) {
    const sign = xml[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return xml.length
}
