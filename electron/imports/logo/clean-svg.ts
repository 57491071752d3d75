import { AppError } from '../../contract/errors.ts'
import { readXml, textOf, type XmlElement } from '../xml.ts'
import { attributes, drawn, elements, properties } from './allowed.ts'
import { checkExpansion } from './expansion.ts'
import type { Shape } from './shape.ts'
import { cleanDeclarations, cleanRules, isHarmless } from './style-rules.ts'

/** The longer side is brought to this, so that whole numbers keep the ratio of the smallest drawing. */
const LONGER_SIDE = 1000
/** A thread, not a logo. */
const MAX_RATIO = 50

type DrawingSize = { width: number; height: number; viewBox: string }

/** Null when it has no size that can be drawn. */
function drawingSize(attributes: Readonly<Record<string, string>>): DrawingSize | null {
  const box = viewBoxOf(attributes.viewBox)
  const width = box?.[2] ?? length(attributes.width)
  const height = box?.[3] ?? length(attributes.height)
  if (width === null || height === null || width <= 0 || height <= 0) return null
  const ratio = width / height
  if (!(ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO)) return null
  const scale = LONGER_SIDE / Math.max(width, height)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    viewBox: (box ?? [0, 0, width, height]).join(' '),
  }
}

function viewBoxOf(text: string | undefined): [number, number, number, number] | null {
  const [x, y, width, height, ...more] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  return more.length === 0 && [x, y, width, height].every(Number.isFinite) ? [x, y, width, height] : null
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

function length(text: string | undefined): number | null {
  const [, value, unit] = /^((?:\d+|\d*\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec(text?.trim() ?? '') ?? []
  const scale = units[unit?.toLowerCase() ?? '%']
  return value === undefined || scale === undefined ? null : Number(value) * scale
}

/**
 * @returns the new drawing, always UTF-8, and its size in its own units.
 * @throws AppError `file-damaged` when it is not well-formed; `drawing-refused` when it has no size, draws nothing
 *   without what was left out, or would draw without end.
 */
export function cleanSvg(bytes: Uint8Array): { bytes: Uint8Array; width: number; height: number } {
  let found: XmlElement | null = null
  readXml(
    bytes,
    ['svg:svg', 'svg'],
    (element) => {
      found ??= element
      return false
    },
    { doctype: 'passed' },
  )
  const root = found as XmlElement | null
  if (root === null) throw new AppError('picture-unknown')
  const size = drawingSize(root.attributes)
  const shape = size === null ? null : cleaned(root)
  if (size === null || shape === null || !draws(shape)) throw new AppError('drawing-refused')
  checkExpansion(shape)
  const kept = shape.attributes.filter(([name]) => !['width', 'height', 'viewBox', 'x', 'y'].includes(name))
  const { viewBox, width, height } = size
  const sized: Shape = {
    ...shape,
    attributes: [
      ['xmlns', 'http://www.w3.org/2000/svg'],
      ['xmlns:xlink', 'http://www.w3.org/1999/xlink'],
      ['width', String(width)],
      ['height', String(height)],
      ['viewBox', viewBox],
      ...kept,
    ],
  }
  return { bytes: new TextEncoder().encode(written(sized)), width, height }
}

/** Null for an element that is left out with all that is in it. */
function cleaned(element: XmlElement): Shape | null {
  const own = element.name.startsWith('svg:') ? element.name.slice(4) : element.name
  if (own === 'style') return styleElement(element)
  const name = Object.hasOwn(elements, own) ? elements[own] : undefined
  if (name === undefined) return null
  const holdsText = name === 'text' || name === 'tspan'
  return {
    name,
    attributes: attributesOf(element),
    children: element.children.flatMap((child): (Shape | string)[] => {
      if (typeof child === 'string') return holdsText ? [child] : []
      const shape = cleaned(child)
      return shape === null ? [] : [shape]
    }),
  }
}

function styleElement(element: XmlElement): Shape | null {
  const rules = cleanRules(textOf(element))
  return rules === '' ? null : { name: 'style', attributes: [], children: [rules] }
}

/** Of two addresses, `href` is the one that counts (SVG 2, 16.1.6). */
function attributesOf({ attributes: own }: XmlElement): [string, string][] {
  return Object.entries(own).flatMap(([name, value]) =>
    name === 'xlink:href' && own.href !== undefined ? [] : attribute(name, value),
  )
}

function attribute(name: string, value: string): [string, string][] {
  // Only to a part of the same drawing.
  if (name === 'href' || name === 'xlink:href')
    return /^#[\w.:-]+$/.test(value.trim()) ? [['xlink:href', value.trim()]] : []
  if (name === 'style') {
    const declarations = cleanDeclarations(value)
    return declarations === '' ? [] : [['style', declarations]]
  }
  if (!attributes.has(name) && !properties.has(name)) return []
  return isHarmless(value) ? [[name, value]] : []
}

function draws(shape: Shape): boolean {
  return shape.children.some((child) => typeof child !== 'string' && (drawn.has(child.name) || draws(child)))
}

function written(shape: Shape): string {
  const listed = shape.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  const inside = shape.children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('')
  return inside === '' ? `<${shape.name}${listed}/>` : `<${shape.name}${listed}>${inside}</${shape.name}>`
}

/** XML 1.0 has no way to write control characters, nor the two that are no characters. */
const unwritable = /[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
}
