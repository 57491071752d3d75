// Reads clipboard html into a plain tree without the browser's parser, so that nothing of it is ever run or styled.

export type HtmlElement = {
  readonly tag: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}
/** Text keeps its entities as written; it never holds a `<`. */
export type HtmlNode = HtmlElement | string

const empty = new Set([
  'br',
  'img',
  'hr',
  'meta',
  'link',
  'input',
  'col',
  'wbr',
  'base',
  'source',
  'embed',
  'area',
])
/** Elements whose content is not text for a reader: left out with all they hold. */
const unread =
  'script|style|xml|title|template|noscript|textarea|svg|math|iframe|object|applet|frameset|audio|video'
/** Opening one of these ends an open one of the same kind, up to the container named. */
const endsBefore: Readonly<Record<string, { ends: readonly string[]; within: readonly string[] }>> = {
  p: { ends: ['p'], within: ['td', 'th', 'li', 'blockquote', 'div'] },
  li: { ends: ['li'], within: ['ul', 'ol'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
  tr: { ends: ['tr'], within: ['table'] },
}

const token = new RegExp(
  [
    '<!--[\\s\\S]*?(?:-->|$)', // comments, and the conditional ones that only old browsers read
    `<(${unread})\\b[\\s\\S]*?(?:</\\1\\s*>|$)`,
    '<[!?][^<>]*>', // doctype, xml declarations, Word's <![if …]> and <![endif]>
    '<(/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|\'[^\']*\'|[^<>"\'])*)>',
  ].join('|'),
  'gi',
)
const attribute = /(?<![-a-z0-9_:.])([a-z_:][-a-z0-9_:.]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi

/** Elements open at once, as browsers bound them: what opens inside the last one begins beside it. */
const MOST_OPEN = 256

/** The tree of a clipboard's html; broken html gives some tree, never an error. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { tag: 'root', attrs: {}, children: [] }
  const open: HtmlElement[] = [root]
  const top = () => open[open.length - 1] ?? root
  const addText = (text: string) => {
    if (text !== '') top().children.push(text.replaceAll('<', '&lt;'))
  }
  let at = 0
  token.lastIndex = 0
  for (let match = token.exec(html); match !== null; match = token.exec(html)) {
    addText(html.slice(at, match.index))
    at = token.lastIndex
    const tag = match[3]?.toLowerCase()
    if (tag === undefined) continue
    if (match[2] === '/') close(open, [tag], [])
    else {
      const rule = endsBefore[tag]
      if (rule !== undefined) close(open, rule.ends, rule.within)
      const element: HtmlElement = { tag, attrs: attributesOf(match[4] ?? ''), children: [] }
      top().children.push(element)
      const isEmpty = empty.has(tag) || (match[4] ?? '').endsWith('/')
      if (!isEmpty && open.length < MOST_OPEN) open.push(element)
    }
  }
  addText(html.slice(at))
  return root
}

/** Ends the innermost open element of one of these tags, unless a container stands between. */
function close(open: HtmlElement[], tags: readonly string[], within: readonly string[]): void {
  for (let i = open.length - 1; i > 0; i -= 1) {
    const tag = open[i]?.tag ?? ''
    if (tags.includes(tag)) {
      open.length = i
      return
    }
    if (within.includes(tag)) return
  }
}

function attributesOf(text: string): Record<string, string> {
  const attrs: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(attribute)) {
    attrs[name.toLowerCase()] = /^["']/.test(value) ? value.slice(1, -1) : value
  }
  return attrs
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** The characters of a text with entities; entities without a reason to be here stay as written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** All text under a node, entities decoded. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? decodeEntities(node) : node.children.map(textOf).join('')
}
