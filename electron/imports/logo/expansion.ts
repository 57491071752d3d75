// Counts how much a drawing becomes once every reference is drawn where it is used; without end, or too much, is
// refused.
import { AppError } from '../../contract/errors.ts'
import type { Shape } from './shape.ts'

/** Elements drawn, uses and patterns followed: more than the richest coat of arms. */
const MAX_DRAWN = 50_000

/** @throws AppError `drawing-refused` when something holds itself, or when it all becomes too much. */
export function checkExpansion(root: Shape): void {
  const byId = new Map<string, Shape>()
  const rules: Rule[] = []
  collect(root, byId, rules)
  const known = new Map<Shape, number>()
  const open = new Set<Shape>()
  const weigh = (shape: Shape): number => {
    const found = known.get(shape)
    if (found !== undefined) return found
    if (open.has(shape)) throw new AppError('drawing-refused')
    open.add(shape)
    let weight = 1
    for (const name of [...references(shape), ...referencesByRule(shape, rules)]) {
      const target = byId.get(name)
      if (target !== undefined) weight += weigh(target)
    }
    for (const child of shape.children) if (typeof child !== 'string') weight += weigh(child)
    if (weight > MAX_DRAWN) throw new AppError('drawing-refused')
    open.delete(shape)
    known.set(shape, weight)
    return weight
  }
  weigh(root)
}

/** The first of a name counts, as where it is drawn. */
function collect(shape: Shape, byId: Map<string, Shape>, rules: Rule[]): void {
  const id = valueIn(shape, 'id')
  if (id !== '' && !byId.has(id)) byId.set(id, shape)
  for (const child of shape.children)
    if (typeof child !== 'string') collect(child, byId, rules)
    else if (shape.name === 'style') rules.push(...rulesOf(child))
}

const valueIn = (shape: Shape, wanted: string) =>
  shape.attributes.find(([name]) => name === wanted)?.[1] ?? ''

const urlsIn = (text: string) => [...text.matchAll(/url\(\s*["']?#([\w.:-]+)/g)].map(([, name]) => name ?? '')

function references(shape: Shape): string[] {
  return shape.attributes.flatMap(([name, value]) => urlsIn(name === 'xlink:href' ? `url(${value})` : value))
}

/** `last`: what a selector asks of the element itself; what it asks of those around is taken as given. */
type Rule = { last: readonly string[]; names: readonly string[] }

function rulesOf(text: string): Rule[] {
  return [...text.matchAll(/(?<![^{}])([^{}]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = '', declarations = '']) => {
      const names = urlsIn(declarations)
      if (names.length === 0) return []
      return selectors.split(',').map((selector) => {
        const last =
          selector
            .trim()
            .split(/[\s>+~]+/)
            .at(-1) ?? ''
        return { last: last.match(/[.#]?[\w-]+/g) ?? [], names }
      })
    },
  )
}

function referencesByRule(shape: Shape, rules: readonly Rule[]): string[] {
  const classes = valueIn(shape, 'class').split(/\s+/)
  const asked = (part: string) =>
    part.startsWith('.')
      ? classes.includes(part.slice(1))
      : part.startsWith('#')
        ? valueIn(shape, 'id') === part.slice(1)
        : shape.name === part
  return rules.filter(({ last }) => last.every(asked)).flatMap(({ names }) => names)
}
