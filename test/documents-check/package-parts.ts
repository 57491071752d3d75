// The parts of an office file, element by element, for the tests of what it looks like.
import { strFromU8, unzipSync } from 'fflate'
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'

export type Element = { name: string; attributes: Record<string, string>; above: string[]; text: string }

/** Every element of a part, in order, with the names of those around it and its own words. */
export function elements(xml: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser({ xmlns: true })
  const value = (attribute: SaxesAttributeNS) => [attribute.name, attribute.value] as const
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(value))
    const element = { name: tag.name, attributes, above: open.map(({ name }) => name), text: '' }
    open.push(element)
    all.push(element)
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return all
}

export class Package {
  readonly parts: Record<string, Uint8Array>
  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes)
  }
  text(name: string): string {
    const part = this.parts[name]
    if (part === undefined) throw new Error(`no ${name}`)
    return strFromU8(part)
  }
  all(name: string, element: string): Element[] {
    return elements(this.text(name)).filter((one) => one.name === element)
  }
}
