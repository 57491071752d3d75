// The numbers printed before list items and headings (OpenDocument 1.3 part 3, 5.3).
import type { XmlElement } from '../xml.ts'
import { formatNumber } from './number-formats.ts'
import type { OdfLevel, OdfLevels, OdfStyles } from './odf-styles.ts'

type Counter = (number | undefined)[]

/** A list being read: the counter it shares with the lists it continues, and the style of each of its levels. */
export type OpenList = { counter: Counter; levels: OdfLevels; level: number; style: string | null }

export type OdfNumbering = {
  /** Opens `text:list`, inside another one or not. */
  open(list: XmlElement, parent: OpenList | null): OpenList
  /** Printed number of the next item; null when it prints none. @param start its own start, null for the next number */
  next(list: OpenList, start: number | null): string | null
  /** Printed number of a heading that stands in no list. @param level from 0 */
  heading(level: number, start: number | null): string | null
}

export function odfNumbering(styles: OdfStyles): OdfNumbering {
  const byId = new Map<string, Counter>()
  const lastOfStyle = new Map<string, Counter>()
  const headings: Counter = []
  return {
    open({ attributes }, parent) {
      const style = attributes['text:style-name'] ?? parent?.style ?? null
      const levels = styles.listStyle(style)
      if (parent !== null) return { counter: parent.counter, levels, level: parent.level + 1, style }
      const continued = byId.get(attributes['text:continue-list'] ?? '')
      const previous =
        attributes['text:continue-numbering'] === 'true' ? lastOfStyle.get(style ?? '') : undefined
      const counter = continued ?? previous ?? []
      lastOfStyle.set(style ?? '', counter)
      const id = attributes['xml:id']
      if (id !== undefined) byId.set(id, counter)
      return { counter, levels, level: 0, style }
    },
    next: ({ counter, levels, level }, start) => step(counter, levels, level, start),
    heading: (level, start) => step(headings, styles.outline, level, start),
  }
}

function step(counter: Counter, levels: OdfLevels, level: number, start: number | null): string | null {
  const own = levels.get(level)
  if (own?.format === 'bullet') return '•'
  const value = start ?? (counter[level] ?? (own?.start ?? 1) - 1) + 1
  counter.length = Math.min(counter.length, level)
  counter[level] = value
  return own === undefined || own.format === 'none' ? null : printed(own, levels, level, counter)
}

function printed(own: OdfLevel, levels: OdfLevels, level: number, counter: Counter): string | null {
  const number = (at: number) => {
    const one = levels.get(at)
    return formatNumber(counter[at] ?? one?.start ?? 1, one?.format ?? 'decimal')
  }
  if (own.pattern !== '') {
    const text = own.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => number(Number(at) - 1)).trim()
    return text || null
  }
  const numbers: string[] = []
  for (let at = Math.max(0, level - own.displayed + 1); at <= level; at += 1) numbers.push(number(at))
  return `${own.prefix}${numbers.filter((text) => text !== '').join('.')}${own.suffix}`.trim() || null
}
