import { parse, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'

/** Elements whose words are not for the reader. */
const UNSEEN = new Set(['head', 'script', 'style', 'title', 'template', 'noscript', 'del', 'object', 'svg'])
/** Elements that stand on lines of their own; those with a blank line around them. */
const LINES = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))

/** Plain text of an HTML document; links whose words do not show their address keep it after them. */
export function htmlToText(html: string): string {
  const writer = new TextWriter()
  // Without recursion: a mail may be nested as deep as its bytes allow.
  const waiting: { node: Tree.Node; isLeft: boolean }[] = [{ node: parse(html), isLeft: false }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, isLeft } = next
    if (tree.isTextNode(node)) writer.text(node.value)
    if (tree.isElementNode(node)) {
      if (isLeft) writer.leave(node)
      else if (isHidden(node)) continue
      else {
        writer.enter(node)
        waiting.push({ node, isLeft: true })
      }
    }
    if (isLeft || !('childNodes' in node)) continue
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at]
      if (child !== undefined) waiting.push({ node: child, isLeft: false })
    }
  }
  return writer.finish()
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

function isHidden(element: Tree.Element): boolean {
  return (
    UNSEEN.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(element, 'style') ?? '')
  )
}

class TextWriter {
  /** In pieces: a mail of a million words must not be copied once per word. */
  readonly #pieces: string[] = []
  /** Line ends owed before the next word, and whether a space is. */
  #lines = 0
  #space = false
  #preformatted = 0
  /** Where the words of the link being read begin. */
  #link = 0
  #cell = false

  text(raw: string): void {
    const words = raw.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '')
    if (this.#preformatted > 0) {
      for (const [index, line] of words.split('\n').entries()) {
        if (index > 0) this.#owe(1)
        if (line !== '') this.#write(line)
      }
      return
    }
    for (const piece of words.split(/([ \t\r\n\f]+)/)) {
      if (piece === '') continue
      if (/^[ \t\r\n\f]/.test(piece)) this.#space = true
      else this.#write(piece)
    }
  }

  enter({ tagName }: Tree.Element): void {
    this.#breakAt(tagName)
    if (tagName === 'br') this.#lines = this.#lines < 2 ? this.#lines + 1 : this.#lines
    else if (tagName === 'pre') this.#preformatted += 1
    else if (tagName === 'li') this.#write('• ')
    else if (tagName === 'a') this.#link = this.#pieces.length
  }

  leave(element: Tree.Element): void {
    const { tagName } = element
    this.#breakAt(tagName)
    if (tagName === 'pre') this.#preformatted -= 1
    else if (tagName === 'td' || tagName === 'th') this.#cell = true
    else if (tagName === 'a') this.#endLink(attribute(element, 'href') ?? '')
  }

  #breakAt(tagName: string): void {
    if (LINES.has(tagName)) this.#owe(PARAGRAPHS.has(tagName) ? 2 : 1)
    if (tagName === 'tr') this.#cell = false
  }

  #endLink(address: string): void {
    if (!/^https?:\/\//i.test(address)) return
    const words = this.#pieces.slice(this.#link).join('').trim()
    if (words !== '' && !/https?:\/\/|www\./i.test(words)) this.#write(` (${address})`)
  }

  #owe(lines: number): void {
    this.#lines = Math.max(this.#lines, lines)
  }

  #write(words: string): void {
    const last = this.#pieces.at(-1)
    if (last === undefined) this.#pieces.push(words)
    else if (this.#lines > 0) this.#pieces.push('\n'.repeat(this.#lines), words)
    else if (this.#cell) this.#pieces.push('\t', words)
    else if (this.#space && !last.endsWith(' ')) this.#pieces.push(' ', words)
    else this.#pieces.push(words)
    this.#lines = 0
    this.#cell = false
    this.#space = false
  }

  finish(): string {
    return this.#pieces.join('').trim()
  }
}
