import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import { isCountedMark } from '../../domain/text/list-mark.ts'

/** Elements whose words are not for the reader. */
const UNSEEN = new Set(
  'head script style title template noscript del s strike object svg math iframe select textarea button audio video canvas'.split(
    ' ',
  ),
)

const MENU =
  /(?:^|[\s_-])(?:breadcrumbs?|fil-?d?-?ariane|ariane|nav|navbar|navigation|menu|sommaire|sidebar|skip-?links?|evitement)(?:$|[\s_-])/i
const SKIP_LINK =
  /^(?:aller|passer|accéder|retour(?:ner)?|revenir)\s(?:directement\s)?(?:au|à la|à l[’']|en)\s?(?:contenu|menu|navigation|recherche|haut|pied|accueil)\b/iu

export function attributeOf(element: Tree.Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

export function isBoldElement(element: Tree.Element): boolean {
  const style = attributeOf(element, 'style') ?? ''
  if (/font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style)) return false
  return /^(?:b|strong)$/.test(element.tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
}

/** Left out: code, deleted and hidden words, and the number that Word writes among the words of an item. */
export function isUnseen(element: Tree.Element): boolean {
  if (UNSEEN.has(element.tagName) || attributeOf(element, 'hidden') !== null) return true
  if (leadsElsewhere(element)) return true
  const style = attributeOf(element, 'style') ?? ''
  return /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(style)
}

/** Menus, the path of a page, "Aller au contenu", what else to read; practical words in a column beside the text are none. */
function leadsElsewhere(element: Tree.Element): boolean {
  const { tagName } = element
  const role = attributeOf(element, 'role') ?? ''
  if (tagName === 'nav' || /^(?:navigation|search|menu|menubar)$/.test(role)) return true
  if (tagName === 'a') return SKIP_LINK.test(wordsOf(element).trim())
  const called = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
  if (tagName !== 'aside' && role !== 'complementary' && !MENU.test(called)) return false
  const linked = [...elementsIn(element)]
    .filter((one) => one.tagName === 'a')
    .map(wordsOf)
    .join('')
  return linked.length * 2 >= wordsOf(element).replace(/\s+/g, ' ').length
}

/** A table with no two cells side by side, or with another one inside, sets the page: its cells are read as text. */
export function isContainerTable(table: Tree.Element): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role') ?? '')) return true
  let wide = false
  for (const element of elementsIn(table)) {
    if (element.tagName === 'table') return true
    if (element.tagName !== 'tr') continue
    const cells = element.childNodes.filter((child) => /^t[dh]$/.test(child.nodeName))
    if (cells.length > 1) wide = true
  }
  return !wide
}

/**
 * The list item that a paragraph of Word's HTML is (`mso-list:l0 level2 lfo1`), with the number it prints; null for others.
 * A paragraph of a list that prints nothing is none.
 */
export function listMark(paragraph: Tree.Element): { level: number; marker: string | null } | null {
  const found = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(attributeOf(paragraph, 'style') ?? '')
  if (found === null) return null
  for (const element of elementsIn(paragraph)) {
    if (!/mso-list\s*:\s*ignore/i.test(attributeOf(element, 'style') ?? '')) continue
    const marker = wordsOf(element).replace(/\s+/gu, ' ').trim()
    if (marker === '') continue
    return {
      level: Number(found[1]) - 1,
      marker: isCountedMark(marker, stylesAround(element, paragraph)) ? marker : '•',
    }
  }
  return null
}

function stylesAround(element: Tree.Element, within: Tree.Element): string {
  const own = attributeOf(element, 'style') ?? ''
  const { parentNode } = element
  if (parentNode === null || parentNode === within || !tree.isElementNode(parentNode)) return own
  return `${own};${stylesAround(parentNode, within)}`
}

/** Elements below one, in order, without recursion: a page may be nested as deep as its bytes allow. */
function* elementsIn(root: Tree.Element): Generator<Tree.Element> {
  const waiting: Tree.ChildNode[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!tree.isElementNode(node)) continue
    yield node
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at]
      if (child !== undefined) waiting.push(child)
    }
  }
}

function wordsOf(element: Tree.Element): string {
  const own = (node: Tree.ParentNode) =>
    node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('')
  return own(element) + [...elementsIn(element)].map(own).join('')
}
