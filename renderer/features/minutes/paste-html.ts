// Keeps paragraphs, bold, italic, lists, quotes, links, tables and the pictures that are taken, before the editor
// parses the clipboard's html.
import { decodeEntities, type HtmlElement, type HtmlNode, htmlTree, textOf } from './html-tree.ts'
import { listNumber, wordLists } from './word-lists.ts'

/** The name under which the picture at an address arrives; null when it is left out. */
type TakePicture = (address: string) => string | null

/** Senders of mails count their readers with pictures of one point. */
const isTracker = ({ attrs: { width, height } }: HtmlElement) =>
  /^[01](?:px)?$/.test(width ?? '') || /^[01](?:px)?$/.test(height ?? '')

/** The same tree; of each picture only what says which it is remains, and nothing of one that is left out. */
function placePictures(node: HtmlElement, take: TakePicture): HtmlElement {
  const children = node.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child]
    if (child.tag !== 'img') return [placePictures(child, take)]
    const own = child.attrs['data-picture']
    if (own !== undefined) return [placed({ 'data-picture': decodeEntities(own) })]
    if (isTracker(child)) return []
    const { src = '' } = child.attrs
    const arriving = take(/^data:/i.test(src) ? src : decodeEntities(src))
    return arriving === null ? [] : [placed({ 'data-arriving': arriving })]
  })
  return { ...node, children }
}

const placed = (attrs: Record<string, string>): HtmlElement => ({ tag: 'img', attrs, children: [] })

/** The most rows a stored table may have; longer ones are cut into several. */
const MOST_ROWS = 500
const MOST_CELLS = 50

const blocks = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
])
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Blocks without a meaning of their own: a paragraph if they hold only text, nothing if they hold blocks. */
const boxes = new Set([
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'figure',
  'pre',
  'address',
  'center',
  'dl',
  'dt',
  'dd',
  'caption',
  'figcaption',
  'body',
  'form',
  'fieldset',
  'details',
  'summary',
])
const dropped = new Set([
  'head',
  'o:p',
  'v:shape',
  'w:sdtpr',
  'button',
  'select',
  'input',
  'colgroup',
  'col',
  'hr',
  'meta',
  'link',
  'base',
  'canvas',
  'picture',
  'map',
  'del',
  'embed',
  'source',
  'area',
  'wbr',
])

/**
 * Cleans clipboard html by a list of what may stay. Scripts, styles, classes, event handlers, comments and Word's own
 * elements go; Word's numbered paragraphs become lists, its numbered headings keep their number; pictures stay by the name that `take` gives them. The result holds
 * no `style`, no `on…`, no `src`, no address other than http(s) and mailto.
 */
export function cleanPastedHtml(
  html: string,
  take: TakePicture = () => null,
  tellStruck: (words: string) => void = () => undefined,
): string {
  const tree = placePictures(htmlTree(fragmentOf(html)), take)
  for (const words of struckIn(tree)) tellStruck(words)
  return wordLists(tree.children).map(write).join('')
}

/** Words that are struck through by hand; those that were deleted with tracking are left out. */
function struckIn(node: HtmlElement): string[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string' || dropped.has(child.tag)) return []
    const isStruck =
      /^(?:s|strike)$/.test(child.tag) ||
      /text-decoration[a-z-]*:[^;]*line-through/i.test(child.attrs.style ?? '')
    const words = isStruck ? textOf(child).replace(/\s+/g, ' ').trim() : ''
    return words === '' ? struckIn(child) : [words]
  })
}

/** The part between the marks that Windows puts around what was copied, when there are any. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  return start >= 0 && end > start ? html.slice(start + 20, end) : html
}

function write(node: HtmlNode): string {
  if (typeof node === 'string') return node
  const { tag } = node
  if (dropped.has(tag) || /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all/i.test(node.attrs.style ?? ''))
    return ''
  if (tag === 'br') return '<br>'
  if (tag === 'img') return picture(node)
  if (tag === 'table') return tables(node)
  if (tag === 'a') return link(node)
  if (headings.has(tag)) return hasBlocks(node) ? inner(node) : heading(node)
  if (boxes.has(tag)) return hasBlocks(node) ? inner(node) : wrap('p', node)
  if (tag === 'p' && holdsOnlyPictures(node)) return inner(node)
  if (blocks.has(tag)) return wrap(tag, node)
  const [strong, emphasis] = emphasisOf(node)
  const content = inner(node)
  if (content === '' || hasBlocks(node)) return content
  const slanted = emphasis ? `<em>${content}</em>` : content
  return strong ? `<strong>${slanted}</strong>` : slanted
}

/** With the number that Word counts it by: text that follows does not begin a list. */
function heading(node: HtmlElement): string {
  const number = listNumber(node)
  return `<p><strong>${number === '' ? '' : `${escaped(number)} `}${inner(node)}</strong></p>`
}

const inner = (node: HtmlElement) => wordLists(node.children).map(write).join('')

function wrap(tag: string, node: HtmlElement): string {
  const attrs = [
    slice(node),
    ...(tag === 'td' || tag === 'th' ? [span(node, 'colspan'), span(node, 'rowspan')] : []),
  ]
  if (tag === 'ol' && /^\d{1,6}$/.test(node.attrs.start ?? '')) attrs.push(` start="${node.attrs.start}"`)
  return `<${tag}${attrs.join('')}>${inner(node)}</${tag}>`
}

/** The editor's own mark of how much of the first and last block was copied. */
function slice(node: HtmlElement): string {
  const value = node.attrs['data-pm-slice']
  return value === undefined ? '' : ` data-pm-slice="${escaped(decodeEntities(value))}"`
}

function picture({ attrs }: HtmlElement): string {
  return Object.entries(attrs)
    .map(([name, value]) => `<img ${name}="${escaped(value)}">`)
    .join('')
}

/** Pictures are blocks: a paragraph that holds nothing else is one too many. */
function holdsOnlyPictures(node: HtmlElement): boolean {
  return hasPicture(node) && textOf(node).trim() === ''
}

const hasPicture = (node: HtmlElement): boolean =>
  node.children.some((child) => typeof child !== 'string' && (child.tag === 'img' || hasPicture(child)))

function span(node: HtmlElement, name: 'colspan' | 'rowspan'): string {
  const value = Number(node.attrs[name] ?? 1)
  return Number.isInteger(value) && value > 1 && value <= MOST_CELLS ? ` ${name}="${value}"` : ''
}

function link(node: HtmlElement): string {
  const address = decodeEntities(node.attrs.href ?? '').trim()
  const content = inner(node)
  if (!/^(?:https?:|mailto:)/i.test(address) || address.length > 2000 || hasBlocks(node)) return content
  return `<a href="${escaped(address)}">${content}</a>`
}

function tables(node: HtmlElement): string {
  const rows = rowsOf(node)
  const cut: string[] = []
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const written = rows.slice(from, from + MOST_ROWS).map(row)
    cut.push(`<table${from === 0 ? slice(node) : ''}><tbody>${written.join('')}</tbody></table>`)
  }
  return cut.join('')
}

function row(node: HtmlElement): string {
  const cells = node.children.filter((child) => typeof child !== 'string' && /^t[dh]$/.test(child.tag))
  return `<tr${slice(node)}>${cells.slice(0, MOST_CELLS).map(write).join('')}</tr>`
}

/** The rows of a table, through its groups, not those of a table inside a cell. */
function rowsOf(node: HtmlElement): HtmlElement[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.tag === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tag) ? rowsOf(child) : []
  })
}

/** Bold and italic, said by the element or by its style; a style may also take back what the element says. */
function emphasisOf(node: HtmlElement): [boolean, boolean] {
  const style = node.attrs.style ?? ''
  const weight = /(?<![\w-])font-weight:\s*(bold|normal|[1-9]00)/i.exec(style)?.[1]?.toLowerCase()
  const slant = /(?<![\w-])font-style:\s*(italic|normal)/i.exec(style)?.[1]?.toLowerCase()
  const strong =
    weight === undefined ? /^(?:b|strong)$/.test(node.tag) : weight === 'bold' || Number(weight) >= 600
  const emphasis = slant === undefined ? /^(?:i|em)$/.test(node.tag) : slant === 'italic'
  return [strong, emphasis]
}

/** Asked at every level of a tree, of which each part is looked through once. */
const foundBlocks = new WeakMap<HtmlElement, boolean>()

function hasBlocks(node: HtmlElement): boolean {
  const known = foundBlocks.get(node)
  if (known !== undefined) return known
  const found = node.children.some(
    (child) =>
      typeof child !== 'string' &&
      (blocks.has(child.tag) || boxes.has(child.tag) || headings.has(child.tag) || hasBlocks(child)),
  )
  foundBlocks.set(node, found)
  return found
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
