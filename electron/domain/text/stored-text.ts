import { type Edit, withEdits } from '../people/person-words.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Inline = { type: string; text?: string }

/** The texts that a column holds; of rich text each paragraph is one, whatever is bold in it. */
export function textsIn(stored: string): string[] {
  const json = parsed(stored)
  if (json === undefined) return [stored]
  const texts: string[] = []
  const walk = (value: Json): void => {
    if (typeof value === 'string') texts.push(...textsIn(value))
    else if (Array.isArray(value)) {
      const line = inlines(value)
      if (line === null) value.forEach(walk)
      else texts.push(line.map(wordsOf).join(''))
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk)
  }
  walk(json)
  return texts
}

/** The same column with the edits of each of its texts made; untouched when there are none. */
export function rewritten(stored: string, editsOf: (text: string) => Edit[]): string {
  const json = parsed(stored)
  if (json === undefined) return withEdits(stored, editsOf(stored))
  let changed = false
  const plain = (text: string): string => {
    const after = rewritten(text, editsOf)
    changed ||= after !== text
    return after
  }
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return plain(value)
    if (Array.isArray(value)) {
      const line = inlines(value)
      if (line === null) return value.map(walk)
      const edits = editsOf(line.map(wordsOf).join(''))
      changed ||= edits.length > 0
      // Marks may hold words too: the address of a link.
      return acrossNodes(value, line, edits).map((node) => (isRecord(node) ? outsideText(node) : node))
    }
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  const outsideText = (node: { [key: string]: Json }): Json =>
    Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [key, key === 'text' ? inner : walk(inner)]),
    )
  const after = walk(json)
  return changed ? JSON.stringify(after) : stored
}

/** A name half in bold lies in two nodes: what replaces it goes into the first, the rest of it goes. */
function acrossNodes(nodes: readonly Json[], line: readonly Inline[], edits: readonly Edit[]): Json[] {
  let at = 0
  return nodes.flatMap((node, index) => {
    const text = wordsOf(line[index] ?? { type: '' })
    const [from, to] = [at, at + text.length]
    at = to
    if (!isRecord(node) || node.type !== 'text') return [node]
    const own = edits
      .filter(({ start, end }) => start < to && end > from)
      .map(({ start, end, by }) => ({
        start: Math.max(start, from) - from,
        end: Math.min(end, to) - from,
        by: start >= from ? by : '',
      }))
    const after = withEdits(text, own)
    return after === '' ? [] : [{ ...node, text: after }]
  })
}

const wordsOf = ({ type, text }: Inline) => (type === 'text' ? (text ?? '') : '\n')

/** The nodes of one paragraph; null for any other list. */
function inlines(list: readonly Json[]): Inline[] | null {
  if (list.length === 0) return null
  const line: Inline[] = []
  for (const node of list) {
    if (!isRecord(node) || typeof node.type !== 'string') return null
    if (node.type === 'text' && typeof node.text === 'string') line.push({ type: 'text', text: node.text })
    else if (node.type === 'hardBreak') line.push({ type: 'hardBreak' })
    else return null
  }
  return line
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Undefined for what is no list and no object. */
function parsed(stored: string): Json | undefined {
  if (!/^\s*[[{]/.test(stored)) return undefined
  try {
    return JSON.parse(stored) as Json
  } catch {
    return undefined
  }
}
