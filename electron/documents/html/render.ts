// Render: a paper as one accessible web page that needs nothing beside it (RGAA 4.1, 13.3 and 13.4).
import type { ImageBytes } from '../../contract/wire.ts'
import type { Span } from '../blocks.ts'
import type { DocumentHead } from '../head.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { Paper, PaperBlock, PaperCell } from '../paper/paper.ts'
import { styleSheet } from './style.ts'

type TableBlock = Extract<PaperBlock, { type: 'table' }>

/** Bytes of a page in UTF-8; the same paper gives the same bytes. */
export function renderHtml({ head, blocks }: Paper, _images: ImageBytes): Uint8Array {
  const { metadata } = head
  const marks = [head.mention, head.sampleMark, head.notice].filter((mark) => mark !== '')
  const page = `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeMarkup(metadata.author)}">
<meta name="description" content="${escapeMarkup(metadata.description)}">
<meta name="keywords" content="${escapeMarkup(metadata.keywords.join(', '))}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeMarkup(metadata.title)}</title>
<style>${styleSheet}</style>
</head>
<body>
<header>
${line('emetteur', head.bodyName)}${line('mention', head.issuer)}${line('mention', head.reference)}</header>
<main>
<h1>${escapeMarkup(head.title)}</h1>
${line('sous-titre', head.subtitle)}${marks.map((mark) => line('mention', mark)).join('')}${blocksOf(blocks)}</main>
<footer>
${line('mention', footOf(head))}</footer>
</body>
</html>
`
  return Buffer.from(page, 'utf8')
}

const footOf = (head: DocumentHead) =>
  [head.reference, head.mention, head.sampleMark].filter((part) => part !== '').join('  ·  ')

const line = (style: string, text: string) =>
  text === '' ? '' : `<p class="${style}">${escapeMarkup(text)}</p>\n`

function blocksOf(blocks: readonly PaperBlock[]): string {
  return blocks.map(blockOf).join('')
}

function blockOf(block: PaperBlock): string {
  switch (block.type) {
    case 'heading': {
      // The title of the document is the only heading of the first level.
      const tag = `h${block.level + 1}`
      const number = block.number === '' ? '' : `<span class="numero">${escapeMarkup(block.number)}</span> `
      return `<${tag}${idOf(block.anchor)}>${number}${escapeMarkup(block.text)}</${tag}>\n`
    }
    case 'paragraph':
      return `<p${block.role === 'body' ? '' : ` class="${block.role}"`}${idOf(block.anchor)}>${linesOf(block.lines)}</p>\n`
    case 'list': {
      const entries = block.items.map((item) => `<li>${blocksOf(item)}</li>`).join('\n')
      const start = block.start === 1 ? '' : ` start="${block.start}"`
      return block.ordered ? `<ol${start}>\n${entries}\n</ol>\n` : `<ul>\n${entries}\n</ul>\n`
    }
    case 'quote':
      return `<blockquote>\n${blocksOf(block.blocks)}</blockquote>\n`
    case 'table':
      return tableOf(block)
  }
}

const idOf = (anchor: string | null) => (anchor === null ? '' : ` id="${escapeMarkup(anchor)}"`)

function linesOf(lines: readonly (readonly Span[])[]): string {
  return lines.map((spans) => spans.map(spanOf).join('')).join('<br>\n')
}

function spanOf({ text, bold, italic, href }: Span): string {
  const words = escapeMarkup(text)
  const slanted = italic ? `<em>${words}</em>` : words
  const strong = bold ? `<strong>${slanted}</strong>` : slanted
  return href === null ? strong : `<a href="${escapeMarkup(href)}">${strong}</a>`
}

function tableOf(block: TableBlock): string {
  const height = Math.max(0, ...block.cells.map((cell) => cell.y + cell.rowspan))
  const row = (y: number) =>
    `<tr>${block.cells
      .filter((cell) => cell.y === y)
      .map((cell) => cellOf(cell, block))
      .join('')}</tr>\n`
  const rows = Array.from({ length: height }, (_, y) => row(y))
  const heads = rows.slice(0, block.headRows).join('')
  const caption = block.caption === '' ? '' : `<caption class="lu">${escapeMarkup(block.caption)}</caption>\n`
  return `<div class="tableau"><table>\n${caption}${heads === '' ? '' : `<thead>\n${heads}</thead>\n`}<tbody>\n${rows.slice(block.headRows).join('')}</tbody>\n</table></div>\n`
}

function cellOf(cell: PaperCell, { headRows, rowHeads, columns }: TableBlock): string {
  const isColumnHead = cell.y < headRows
  const tag = isColumnHead || (rowHeads && cell.x === 0) ? 'th' : 'td'
  const scope = tag === 'td' ? '' : ` scope="${isColumnHead ? 'col' : 'row'}"`
  const spans = `${cell.colspan === 1 ? '' : ` colspan="${cell.colspan}"`}${cell.rowspan === 1 ? '' : ` rowspan="${cell.rowspan}"`}`
  const numeric = columns[cell.x]?.numeric === true ? ' class="nombre"' : ''
  return `<${tag}${scope}${spans}${numeric}>${blocksOf(cell.blocks)}</${tag}>`
}
