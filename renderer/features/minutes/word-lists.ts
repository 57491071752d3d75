// Word copies list items as paragraphs with a level in their style; here they become lists again.
import { type HtmlElement, type HtmlNode, textOf } from './html-tree.ts'

type Item = { level: number; ordered: boolean; element: HtmlElement }

/** Replaces each run of Word's list paragraphs by nested lists; everything else stays as it is. */
export function wordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const result: HtmlNode[] = []
  let run: Item[] = []
  const endRun = () => {
    if (run.length > 0) result.push(...nested(run))
    run = []
  }
  for (const node of nodes) {
    const item = itemOf(node)
    if (item !== null) run.push(item)
    else if (typeof node === 'string' && node.trim() === '' && run.length > 0) continue
    else {
      endRun()
      result.push(node)
    }
  }
  endRun()
  return result
}

/** A paragraph whose style says `mso-list:l0 level2 lfo1`; its printed mark tells a numbered list from a dotted one. */
function itemOf(node: HtmlNode): Item | null {
  if (typeof node === 'string' || !/^(?:p|h[1-6]|div)$/.test(node.tag)) return null
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(node.attrs.style ?? '')?.[1]
  if (level === undefined) return null
  const mark = textOf(find(node, (style) => /mso-list:\s*ignore/i.test(style)) ?? '').trim()
  // One letter "o" is Word's hollow bullet; a number or letter list ends its mark with a sign.
  return { level: Number(level), ordered: /^\(?(?:\d+|[a-z]{1,5})[.)°]/i.test(mark), element: node }
}

function find(node: HtmlElement, wanted: (style: string) => boolean): HtmlElement | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const found = wanted(child.attrs.style ?? '') ? child : find(child, wanted)
    if (found !== null) return found
  }
  return null
}

function nested(items: readonly Item[]): HtmlElement[] {
  const lists: HtmlElement[] = []
  const open: { level: number; list: HtmlElement }[] = []
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const tag = item.ordered ? 'ol' : 'ul'
    // Another kind of mark at the same level is another list.
    if (open.at(-1)?.level === item.level && open.at(-1)?.list.tag !== tag) open.pop()
    if (open.at(-1)?.level !== item.level) {
      const list: HtmlElement = { tag, attrs: {}, children: [] }
      const parent = open.at(-1)?.list.children.at(-1)
      if (parent === undefined || typeof parent === 'string') lists.push(list)
      else parent.children.push(list)
      open.push({ level: item.level, list })
    }
    const paragraph: HtmlElement = { tag: 'p', attrs: {}, children: item.element.children }
    open.at(-1)?.list.children.push({ tag: 'li', attrs: {}, children: [paragraph] })
  }
  return lists
}
