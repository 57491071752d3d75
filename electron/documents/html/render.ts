// A paper as one accessible web page that needs nothing beside it (RGAA 4.1, 13.3 and 13.4).
import type { ImageBytes } from '../../contract/wire.ts'
import type { Span } from '../blocks.ts'
import type { DocumentHead } from '../head.ts'
import type { DocumentImage } from '../image.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { footWords } from '../paper/front.ts'
import type { Paper, PaperBlock, PaperCell, TableBlock } from '../paper/paper.ts'
import { bytesOf } from '../paper/pictures.ts'
import { raisedMarkup } from '../paper/raised.ts'
import { htmlText } from '../text/html.ts'
import { styleSheet } from './style.ts'

/** Never the name of an anchor: those begin with a letter. */
const TITLE_ID = '_titre'

/**
 * Bytes of a page in UTF-8; the same paper gives the same bytes.
 * @param images bytes of the pictures that it shows.
 * @param options.way links from a page that lies among others; none of its own words.
 * @param options.carried data that the page carries besides, or null.
 */
export function renderHtml(
  { head, front, blocks }: Paper,
  images: ImageBytes,
  options: { way?: readonly { href: string; words: string }[]; carried?: string | null } = {},
): Uint8Array {
  const { way = [], carried = null } = options
  const { metadata } = head
  const meta = (name: string, content: string) =>
    content === '' ? '' : `<meta name="${name}" content="${escapeMarkup(content)}">\n`
  const writer = new HtmlBlocks(images)
  const page = `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta('author', metadata.author)}${meta('description', metadata.description)}${meta('keywords', metadata.keywords.join(', '))}${meta('urn:seances-inp:data', carried ?? '')}<title>${escapeMarkup(metadata.title)}</title>
<style>${styleSheet(head.look)}</style>
</head>
<body>
${wayOf(way)}<header>
${writer.render(front)}</header>
${contentsOf(blocks)}<main>
${writer.render(blocks)}</main>
<footer>
${footOf(head)}</footer>
</body>
</html>
`
  return Buffer.from(page, 'utf8')
}

/** The links above a page, as its first landmark. */
export function wayOf(links: readonly { href: string; words: string }[]): string {
  if (links.length === 0) return ''
  const entries = links.map(
    ({ href, words }) => `<li><a href="${escapeMarkup(href)}">${escapeMarkup(words)}</a></li>`,
  )
  return `<nav aria-label="${htmlText.way}"><ul class="chemin">${entries.join('')}</ul></nav>\n`
}

const footOf = (head: DocumentHead) =>
  [footWords(head), head.look.footer]
    .filter((words) => words !== '')
    .map((words) => `<p class="mention">${escapeMarkup(words)}</p>\n`)
    .join('')

/**
 * Blocks alone, for a page that has more than one paper.
 * @param how.below how many levels of heading stand above theirs
 * @param how.anchors the attribute that names a paragraph, where ids of several papers would meet
 */
export function htmlOf(
  blocks: readonly PaperBlock[],
  images: ImageBytes,
  how: { below: number; anchors: 'id' | 'data-ancre' },
): string {
  return new HtmlBlocks(images, how).render(blocks)
}

/** No empty description, which would call decoration what nobody has described. */
const altOf = ({ alt }: DocumentImage) => (alt === '' ? '' : `alt="${escapeMarkup(alt)}" `)

/** The headings of a long page, as a landmark that leads to each. */
function contentsOf(blocks: readonly PaperBlock[]): string {
  const headings = headingsIn(blocks)
  if (headings.length < LEAST_CONTENTS) return ''
  const entries = headings.map(
    ({ level, number, text, anchor }) =>
      `<li class="rang${level}"><a href="#${escapeMarkup(anchor)}">${escapeMarkup(`${number} ${text}`.trim())}</a></li>`,
  )
  return `<nav class="sommaire" aria-label="${htmlText.contents}"><ul>\n${entries.join('\n')}\n</ul></nav>\n`
}
const LEAST_CONTENTS = 3

type HeadingInPage = { level: number; number: string; text: string; anchor: string }

function headingsIn(blocks: readonly PaperBlock[]): HeadingInPage[] {
  return blocks.flatMap((block): HeadingInPage[] => {
    if (block.type === 'heading') {
      const { level, number, text, anchor } = block
      return anchor === null || level > 2 ? [] : [{ level, number, text, anchor }]
    }
    return block.type === 'table' ? block.cells.flatMap((cell) => headingsIn(cell.blocks)) : []
  })
}

class HtmlBlocks {
  readonly #images: ImageBytes
  readonly #below: number
  readonly #anchors: string
  /** Of the last heading met: it names the tables below it. */
  #heading = TITLE_ID

  constructor(images: ImageBytes, { below, anchors } = { below: 0, anchors: 'id' }) {
    this.#images = images
    this.#below = below
    this.#anchors = anchors
  }

  render(blocks: readonly PaperBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('')
  }

  #block(block: PaperBlock): string {
    switch (block.type) {
      case 'logos':
        return `<p class="logos">${block.logos.map(({ role, image }) => this.#image(image, role)).join('\n')}</p>\n`
      case 'title': {
        const label = block.label === '' ? '' : `${escapeMarkup(block.label)} `
        return `<h1 id="${TITLE_ID}">${label}${raisedMarkup(block.text)}</h1>\n`
      }
      case 'heading': {
        // The title of the document is the only heading of the first level.
        const tag = `h${Math.min(6, block.level + 1 + this.#below)}`
        if (this.#anchors === 'id') this.#heading = block.anchor ?? this.#heading
        return `<${tag}${this.#named(block.anchor)}>${numbered(block.number)}${raisedMarkup(block.text)}</${tag}>\n`
      }
      case 'point':
        return `<p class="point${block.depth}"${this.#named(block.anchor)}>${numbered(block.number)}${raisedMarkup(block.text)}</p>\n`
      case 'paragraph':
        return `<p${block.role === 'body' ? '' : ` class="${block.role}"`}${this.#named(block.anchor)}${directionOf(block.lines)}>${linesOf(block)}</p>\n`
      case 'image':
        return `<figure>${this.#image(block)}</figure>\n`
      case 'list': {
        const entries = block.items.map((item) => `<li>${this.render(item)}</li>`).join('\n')
        const start = block.start === 1 ? '' : ` start="${block.start}"`
        return block.ordered ? `<ol${start}>\n${entries}\n</ol>\n` : `<ul>\n${entries}\n</ul>\n`
      }
      case 'quote':
        return `<blockquote>\n${this.render(block.blocks)}</blockquote>\n`
      case 'table':
        return this.#table(block)
    }
  }

  #named(anchor: string | null): string {
    return anchor === null ? '' : ` ${this.#anchors}="${escapeMarkup(anchor)}"`
  }

  #image(image: DocumentImage, style = ''): string {
    const data = Buffer.from(bytesOf(image.sha256, this.#images)).toString('base64')
    const own = style === '' ? '' : ` class="${style}"`
    return `<img${own} src="data:${image.mediaType};base64,${data}" ${altOf(image)}width="${image.width}" height="${image.height}">`
  }

  /** A table is named by the heading above it, and can be scrolled by keyboard where it is wider than the page. */
  #table(block: TableBlock): string {
    const named = ` aria-labelledby="${this.#heading}"`
    const height = Math.max(0, ...block.cells.map((cell) => cell.y + cell.rowspan))
    const rows: string[] = Array.from({ length: height }, () => '')
    for (const cell of block.cells) rows[cell.y] += this.#cell(cell, block)
    const rowsOf = (some: readonly string[]) => some.map((cells) => `<tr>${cells}</tr>\n`).join('')
    const heads = rowsOf(rows.slice(0, block.headRows))
    return `<div class="tableau" role="group" tabindex="0"${named}><table${block.headRows === 0 ? ' class="faits"' : ''}${named}>\n${block.caption === '' ? '' : `<caption>${escapeMarkup(block.caption)}</caption>\n`}${heads === '' ? '' : `<thead>\n${heads}</thead>\n`}<tbody>\n${rowsOf(rows.slice(block.headRows))}</tbody>\n</table></div>\n`
  }

  #cell(cell: PaperCell, { headRows, columns }: TableBlock): string {
    const isColumnHead = cell.y < headRows
    // A head without words would name its row or column "".
    const isHead = (isColumnHead || cell.x === 0) && cell.blocks.length > 0
    const tag = isHead ? 'th' : 'td'
    const group = isColumnHead ? cell.colspan > 1 : cell.rowspan > 1
    const scope = isHead ? ` scope="${isColumnHead ? 'col' : 'row'}${group ? 'group' : ''}"` : ''
    const spans = `${cell.colspan === 1 ? '' : ` colspan="${cell.colspan}"`}${cell.rowspan === 1 ? '' : ` rowspan="${cell.rowspan}"`}`
    const numeric = columns[cell.x]?.numeric === true ? ' class="nombre"' : ''
    return `<${tag}${scope}${spans}${numeric}>${this.render(cell.blocks)}</${tag}>`
  }
}

const numbered = (number: string) =>
  number === '' ? '' : `<span class="numero">${escapeMarkup(number)}</span> `

/** A paragraph that begins with Arabic or Hebrew words runs from the right. */
const directionOf = (lines: readonly (readonly Span[])[]) =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(
    lines
      .flat()
      .map(({ text }) => text)
      .join(''),
  )
    ? ' dir="rtl"'
    : ''

const linesOf = ({ lines }: Extract<PaperBlock, { type: 'paragraph' }>) =>
  lines.map((spans) => spans.map(spanOf).join('')).join('<br>\n')

function spanOf({ text, bold, italic, href }: Span): string {
  const words = raisedMarkup(text)
  const slanted = italic ? `<em>${words}</em>` : words
  const strong = bold ? `<strong>${slanted}</strong>` : slanted
  return href === null ? strong : `<a href="${escapeMarkup(href)}">${strong}</a>`
}
