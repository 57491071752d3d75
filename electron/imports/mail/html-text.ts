import { decodeEntities } from './entities.ts'

/** Elements whose words are not for the reader. */
const UNSEEN = new Set(['head', 'script', 'style', 'title', 'template', 'noscript', 'del', 'object', 'svg'])
/** Elements whose content is no markup: it may hold any sign. */
const RAW = new Set(['script', 'style', 'title'])
/** Elements that have no end tag. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements that stand on lines of their own; those with a blank line around them. */
const LINES = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))

type Tag = { name: string; isEnd: boolean; isEmpty: boolean; attributes: string }

/** Plain text of an HTML document; links whose words do not show their address keep it after them. */
export function htmlToText(html: string): string {
  const writer = new TextWriter()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      writer.text(html.slice(at))
      break
    }
    if (open > at) writer.text(html.slice(at, open))
    at = endOfMarkup(html, open)
    const tag = readTag(html.slice(open + 1, at - 1))
    if (tag !== null) {
      writer.tag(tag)
      if (RAW.has(tag.name) && !tag.isEnd) at = endOfRaw(html, at, tag.name)
    } else if (at === open + 1) writer.text('<')
  }
  return writer.finish()
}

/** Where the markup that starts at `open` ends; just after the `<` when it is a sign of the text. */
function endOfMarkup(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return end < 0 ? html.length : end + 3
  }
  if (!/[a-z/!?]/i.test(html.charAt(open + 1))) return open + 1
  let quote = ''
  for (let at = open + 1; at < html.length; at += 1) {
    const sign = html.charAt(at)
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at + 1
    else if ((sign === '"' || sign === "'") && html.charAt(at - 1) === '=') quote = sign
  }
  // Cut in the middle of a tag: what follows is no text.
  return html.length
}

/** Where the end tag of raw text begins. */
function endOfRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** Null for comments, declarations and Word's own conditions. */
function readTag(inside: string): Tag | null {
  const found = /^(\/?)([a-z][a-z0-9:-]*)/i.exec(inside)
  if (found === null) return null
  return {
    name: (found[2] ?? '').toLowerCase(),
    isEnd: found[1] === '/',
    isEmpty: inside.endsWith('/'),
    attributes: inside.slice(found[0].length),
  }
}

function attribute(tag: Tag, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    tag.attributes,
  )
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

function isHidden(tag: Tag): boolean {
  return (
    UNSEEN.has(tag.name) ||
    /\shidden(?=[\s=/]|$)/i.test(tag.attributes) ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(tag, 'style'))
  )
}

class TextWriter {
  /** In pieces: a mail of a million words must not be copied once per word. */
  readonly #pieces: string[] = []
  /** Line ends owed before the next word, and whether a space is. */
  #lines = 0
  #space = false
  /** Name and depth of the element whose words are left out. */
  #hiddenIn = ''
  #hiddenDepth = 0
  #preformatted = 0
  /** Address of the link being read, and where its words begin. */
  #link: { address: string; from: number } | null = null
  #cell = false

  text(raw: string): void {
    if (this.#hiddenIn !== '') return
    const decoded = decodeEntities(raw).replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    if (this.#preformatted > 0) {
      for (const [index, line] of decoded.split('\n').entries()) {
        if (index > 0) this.#owe(1)
        if (line !== '') this.#write(line)
      }
      return
    }
    for (const piece of decoded.split(/([ \t\r\n\f]+)/)) {
      if (piece === '') continue
      if (/^[ \t\r\n\f]/.test(piece)) this.#space = true
      else this.#write(piece)
    }
  }

  tag(tag: Tag): void {
    if (this.#hiddenIn !== '') {
      if (tag.name !== this.#hiddenIn || tag.isEmpty) return
      this.#hiddenDepth += tag.isEnd ? -1 : 1
      if (this.#hiddenDepth === 0) this.#hiddenIn = ''
      return
    }
    if (!tag.isEnd && !tag.isEmpty && !VOID.has(tag.name) && isHidden(tag)) {
      this.#hiddenIn = tag.name
      this.#hiddenDepth = 1
      return
    }
    if (LINES.has(tag.name)) this.#owe(PARAGRAPHS.has(tag.name) ? 2 : 1)
    switch (tag.name) {
      case 'br':
        this.#lines = this.#lines < 2 ? this.#lines + 1 : this.#lines
        return
      case 'pre':
        this.#preformatted = Math.max(0, this.#preformatted + (tag.isEnd ? -1 : 1))
        return
      case 'li':
        if (!tag.isEnd) this.#write('• ')
        return
      case 'td':
      case 'th':
        this.#cell ||= tag.isEnd
        return
      case 'tr':
        this.#cell = false
        return
      case 'a':
        this.#anchor(tag)
    }
  }

  #anchor(tag: Tag): void {
    if (!tag.isEnd) {
      this.#link = { address: attribute(tag, 'href'), from: this.#pieces.length }
      return
    }
    const link = this.#link
    this.#link = null
    if (link === null || !/^https?:\/\//i.test(link.address)) return
    const words = this.#pieces.slice(link.from).join('').trim()
    if (words !== '' && !/https?:\/\/|www\./i.test(words)) this.#write(` (${link.address})`)
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
