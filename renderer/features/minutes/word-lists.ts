// Word copies list items as paragraphs with a level in their style; here they become lists again.
import { isCountedMark } from '../../../electron/domain/text/list-mark.ts'
import { type HtmlElement, type HtmlNode, textOf } from './html-tree.ts'

/** `of`: the list that it is of; `start`: the number before it. */
type Item = { level: number; of: string; ordered: boolean; start: string; element: HtmlElement }

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
  if (typeof node === 'string' || !/^(?:p|div)$/.test(node.tag)) return null
  const style = node.attrs.style ?? ''
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1]
  if (level === undefined) return null
  const number = listNumber(node)
  return {
    level: Number(level),
    of: /\blfo\d+/i.exec(style)?.[0].toLowerCase() ?? '',
    ordered: number !== '',
    // Of "2.1." the place in its own list.
    start: /(\d{1,6})\D*$/.exec(number)?.[1] ?? '1',
    element: node,
  }
}

/** What Word prints before a paragraph that it counts; empty for one that it dots. */
export function listNumber(node: HtmlElement, above = ''): string {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const style = child.attrs.style ?? ''
    const styles = `${above};${style}`
    if (!/mso-list:\s*ignore/i.test(style)) {
      const number = listNumber(child, styles)
      if (number !== '') return number
      continue
    }
    const mark = textOf(child).trim()
    return isCountedMark(mark, styles) ? mark : ''
  }
  return ''
}

function nested(items: readonly Item[]): HtmlElement[] {
  const lists: HtmlElement[] = []
  const open: { level: number; of: string; list: HtmlElement }[] = []
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const tag = item.ordered ? 'ol' : 'ul'
    const last = open.at(-1)
    // Another list at the same level; one list is what its first mark says.
    if (last?.level === item.level && last.of !== item.of) open.pop()
    if (open.at(-1)?.level !== item.level) {
      const attrs: HtmlElement['attrs'] = item.ordered && item.start !== '1' ? { start: item.start } : {}
      const list: HtmlElement = { tag, attrs, children: [] }
      const parent = open.at(-1)?.list.children.at(-1)
      if (parent === undefined || typeof parent === 'string') lists.push(list)
      else parent.children.push(list)
      open.push({ level: item.level, of: item.of, list })
    }
    const paragraph: HtmlElement = { tag: 'p', attrs: {}, children: item.element.children }
    open.at(-1)?.list.children.push({ tag: 'li', attrs: {}, children: [paragraph] })
  }
  return lists
}
