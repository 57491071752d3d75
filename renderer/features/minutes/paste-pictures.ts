import { decodeEntities, type HtmlElement, type HtmlNode } from './html-tree.ts'

/** The name under which the picture at an address arrives; null when it is left out. */
export type TakePicture = (address: string) => string | null

/** Senders of mails count their readers with pictures of one point. */
const isTracker = ({ attrs: { width, height } }: HtmlElement) =>
  /^[01](?:px)?$/.test(width ?? '') || /^[01](?:px)?$/.test(height ?? '')

/** The same tree; of each picture only what says which it is remains, and nothing of one that is left out. */
export function placePictures(node: HtmlElement, take: TakePicture): HtmlElement {
  const children = node.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child]
    if (child.tag !== 'img') return [placePictures(child, take)]
    const own = child.attrs['data-picture']
    if (own !== undefined) return [picture({ 'data-picture': decodeEntities(own) })]
    if (isTracker(child)) return []
    const { src = '' } = child.attrs
    const arriving = take(/^data:/i.test(src) ? src : decodeEntities(src))
    return arriving === null ? [] : [picture({ 'data-arriving': arriving })]
  })
  return { ...node, children }
}

const picture = (attrs: Record<string, string>): HtmlElement => ({ tag: 'img', attrs, children: [] })
