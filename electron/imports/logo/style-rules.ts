import { properties } from './allowed.ts'

/** A reference to something of the same drawing. */
export const localUrl = /^url\(\s*(["']?)#([\w.:-]+)\1\s*\)/

/** Whether a value reaches nothing outside the drawing and cannot be read as anything but a value. */
export function isHarmless(value: string): boolean {
  if (/[\\<>@{};]|\/\*|expression|javascript:|data:|&#/i.test(value)) return false
  const references = value.match(/url\s*\(/gi)?.length ?? 0
  if (references === 0) return !/:\/\/|\bimage(?:-set)?\s*\(|\bsrc\s*\(/i.test(value)
  return references === 1 && localUrl.test(value.trim()) && !/:\/\//.test(value)
}

/** "fill:#fff; stroke:none" with only what is allowed; empty when nothing is. */
export function cleanDeclarations(text: string): string {
  return withoutComments(text)
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, colon).trim().toLowerCase()
      const value = declaration.slice(colon + 1).trim()
      if (colon < 0 || value === '' || !properties.has(name) || !isHarmless(value)) return ''
      return `${name}:${value}`
    })
    .filter((declaration) => declaration !== '')
    .join(';')
}

const selector = /^[\w.#*>+~\s-]+$/

/** The rules of a style element: selectors by element, class and id, and allowed declarations, nothing conditional. */
export function cleanRules(text: string): string {
  const rules: string[] = []
  const plain = withoutComments(text).replace(/<!--|-->/g, '')
  // A rule within a rule, as in @media, is left out with what holds it.
  for (const [, selectors = '', declarations = ''] of withoutBlocksOfAt(plain).matchAll(
    /(?<![^{}])([^{}]+)\{([^{}]*)\}/g,
  )) {
    const names = selectors.split(',').map((name) => name.trim())
    const cleaned = cleanDeclarations(declarations)
    if (cleaned !== '' && names.every((name) => name !== '' && selector.test(name)))
      rules.push(`${names.join(',')}{${cleaned}}`)
  }
  return rules.join('\n')
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')

/** Takes out every at-rule: up to its semicolon, or with the block that it opens. */
function withoutBlocksOfAt(text: string): string {
  let kept = ''
  let at = 0
  while (at < text.length) {
    const start = text.indexOf('@', at)
    if (start < 0) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = endOfAtRule(text, start)
  }
  return kept
}

function endOfAtRule(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === ';' && depth === 0) return at + 1
    if (sign === '{') depth += 1
    if (sign === '}') {
      depth -= 1
      if (depth <= 0) return at + 1
    }
  }
  return text.length
}
